// What a search box offers while something is typed.
import { z } from 'zod';

export const Suggestion = z.object({
  text: z.string(),
  kind: z
    .enum(['term', 'title', 'heading'])
    .meta({ description: '词、文件标题、章节标题 / a word, a title, a heading' }),
  documents: z.number().int().meta({
    description: '有它的文件数；大档案只数读过的部分 / documents that have it; of a large archive a part is read',
  }),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const SuggestRequest = z.object({
  q: z.string().max(200),
  size: z.coerce.number().int().min(1).max(20).default(8),
  kind: Suggestion.shape.kind.optional().meta({ description: '只要这一种 / of this kind alone' }),
});
export type SuggestRequest = z.infer<typeof SuggestRequest>;

export const SuggestResponse = z.object({ query: z.string(), suggestions: z.array(Suggestion) });
export type SuggestResponse = z.infer<typeof SuggestResponse>;
