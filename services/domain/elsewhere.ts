// Said elsewhere: where else in the archive a stretch of a document is said in the same or nearly the same words.
import { z } from 'zod';
import { DocumentSummary } from './document.js';
import { Range } from './passage.js';

/** At most so many units are looked for at once. */
export const longestElsewhere = 20_000;

export const ElsewhereRequest = z.object({
  id: z.string(),
  version: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: '第几版；不写为最新 / the newest without it' }),
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(1),
});
export type ElsewhereRequest = z.infer<typeof ElsewhereRequest>;

/** A place in another document. */
const Place = Range.extend({ text: z.string(), passage: z.number().int(), page: z.number().int().nullable() });

const Copy = z.object({ document: DocumentSummary, place: Place });
const others = z.array(Copy).meta({ description: '同族的其他文件中的同一处 / the same in others of its family' });

/** What some other documents hold of it word for word; all of them hold the same sentences. */
export const SharedWording = z.object({
  shared: z.array(Range).meta({ description: '本文件中相同的句子 / the sentences here that are the same there' }),
  characters: z.number().int(),
  whole: z.boolean().meta({ description: '整段相同 / all of it is the same' }),
  documents: z.number().int(),
  hits: z
    .array(Copy.extend({ others }))
    .meta({ description: '最早的在先，至多 20 族 / earliest first, 20 families at most' }),
});
export type SharedWording = z.infer<typeof SharedWording>;

export const SimilarWording = Copy.extend({
  similarity: z.number().meta({ description: '五字片段相同的比例 / share of five-character shingles' }),
  parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })).meta({
    description: 'removed：只在本文件；added：只在那一份 / only here; only there',
  }),
  others,
});
export type SimilarWording = z.infer<typeof SimilarWording>;

export const SimilarMeaning = Copy.extend({ cosine: z.number(), others });
export type SimilarMeaning = z.infer<typeof SimilarMeaning>;

export const Elsewhere = z.object({
  document: DocumentSummary,
  version: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  documents: z.number().int().meta({
    description: '另有几份文件一字不差地含有其中至少一句 / other documents that hold a sentence of it word for word',
  }),
  families: z.number().int().meta({ description: '其中几族 / families of them' }),
  tooShort: z.boolean().meta({ description: '太短，不查 / too short to be looked for' }),
  verbatim: z.array(SharedWording).meta({ description: '相同最多的在先 / those that share most first' }),
  nearDocuments: z.number().int().meta({
    description:
      '字句相近的文件数；至多比对罕见字句相同最多的 300 份 / documents with nearly the same words, of the 300 at most that share most of what is rare',
  }),
  nearFamilies: z.number().int().meta({ description: '其中几族 / families of them' }),
  near: z.array(SimilarWording).meta({
    description: '字句相近，最近的在先，至多 10 族 / nearly the same words, closest first, 10 families at most',
  }),
  meaning: z.array(SimilarMeaning).meta({ description: '意思相近，最近的在先 / near in meaning, closest first' }),
});
export type Elsewhere = z.infer<typeof Elsewhere>;
