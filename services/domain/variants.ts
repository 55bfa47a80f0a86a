// Variants of a wording: stretches of sentences that are nearly the same, equal ones together, in order of first use.
import { z } from 'zod';
import { Change } from './family.js';
import { Coverage, Occurrence } from './result.js';

const whole = z.number().int();
const Parts = Change.shape.parts.unwrap();

export const Variant = z.object({
  text: z.string().meta({ description: '最早一处的写法 / as its first use has it' }),
  edits: whole.meta({
    description: '与所问的差几个字（标点不计） / characters changed against what was asked, punctuation apart',
  }),
  documents: whole,
  occurrences: whole,
  first: Occurrence,
  latest: Occurrence,
  years: z.array(z.object({ value: whole, documents: whole })).meta({ description: '由早到晚 / in order' }),
  regions: z.array(z.object({ value: z.string().nullable(), documents: whole })).meta({
    description: '多的在前 / most documents first',
  }),
  parts: Parts.meta({ description: '所问 → 这一写法 / from what was asked to this variant' }),
  before: z.object({ text: z.string(), parts: Parts }).nullable().meta({
    description:
      '较早的写法中与它最近的，及其间的改动；没有更早的为 null / the nearest of the earlier variants, and what changed; null when none is earlier',
  }),
});
export type Variant = z.infer<typeof Variant>;

export const VariantsResponse = z.object({
  query: z.string(),
  total: whole.meta({ description: '共有几种写法 / variants found' }),
  documents: whole,
  occurrences: whole,
  variants: z.array(Variant).meta({
    description:
      '用得最多的几种，按最早一处的日期；没有日期的在后 / the most used ones, by date of first use; undated last',
  }),
  coverage: Coverage,
});
export type VariantsResponse = z.infer<typeof VariantsResponse>;
