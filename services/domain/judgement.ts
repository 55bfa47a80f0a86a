// What people say of an answer: whether a passage answers a question. Kept without who said it.
import { z } from 'zod';

/** What is asked of the one who judges; nothing else is taken. */
export const JudgementRequest = z.object({
  query: z.string().meta({ description: '问的是什么 / what was asked' }),
  passage: z.coerce.number().int().min(1).meta({ description: 'hits[].passage.id' }),
  answers: z
    .enum(['yes', 'no'])
    .meta({ description: 'yes：能回答；no：不能回答 / whether the passage answers the question' }),
});
export type JudgementRequest = z.infer<typeof JudgementRequest>;

/** All that is kept of it. */
export const Judgement = z.object({
  query: z.string(),
  documentId: z.string(),
  passageHash: z.string().meta({ description: '段落文字规范形式的 sha256 / sha256 of the passage’s normal form' }),
  answers: z.boolean(),
  day: z.string().meta({ description: 'YYYY-MM-DD' }),
});
export type Judgement = z.infer<typeof Judgement>;

export const JudgementList = z.object({ total: z.number().int(), judgements: z.array(Judgement) });
export type JudgementList = z.infer<typeof JudgementList>;
