// A timeline: how often wordings are used by year, by region or by level of issuer, and out of how many documents.
import { z } from 'zod';
import { IssuerLevel } from './document.js';
import { TimelineBy, type TimelineRequest } from './query.js';
import { Coverage, Occurrence, type WordingResponse } from './result.js';

const whole = z.number().int();

export const TimelineGroup = z.object({
  value: z.string().nullable().meta({ description: '年份、地区或层级；null：没有写明 / null: not stated' }),
  opens: z
    .object({
      region: z.string().optional(),
      dateYear: z.union([whole, z.literal('none')]).optional(),
      ownRegion: z.string().optional(),
      issuerLevel: IssuerLevel.optional(),
    })
    .meta({
      description:
        '加上这些参数，/api/wording 列出的正是这一组的各处 / with these parameters /api/wording lists exactly the occurrences of this group',
    }),
  of: whole.meta({ description: '条件之内这一组共有几份文件 / documents of this group under the filters' }),
  counts: z
    .array(z.object({ documents: whole, occurrences: whole }))
    .meta({ description: '各说法的，次序同 phrases / of each wording, in the order of phrases' }),
});
export type TimelineGroup = z.infer<typeof TimelineGroup>;

export const TimelineResponse = z.object({
  by: TimelineBy,
  phrases: z.array(
    z.object({
      phrase: z.string(),
      documents: whole,
      occurrences: whole,
      first: Occurrence.nullable(),
      latest: Occurrence.nullable(),
    }),
  ),
  groups: z.array(TimelineGroup).meta({
    description:
      '有文件的各组；年份由早到晚，地区按文件数，未写明的在最后 / groups that hold documents; years in order, regions by number of documents, not stated last',
  }),
  coverage: Coverage,
});
export type TimelineResponse = z.infer<typeof TimelineResponse>;

/** A wording's lines, and the same wording by year; null where it is nowhere. */
export interface WordingDesk {
  readonly lines: WordingResponse;
  readonly timeline: { readonly request: TimelineRequest; readonly response: TimelineResponse } | null;
}
