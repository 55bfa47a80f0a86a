// Where in a document a range of its text stands, as a citation names it.
import { z } from 'zod';
import type { Range } from './passage.js';

export const Place = z.object({
  article: z.string().nullable().meta({ description: '条：第十二条 / the article' }),
  clause: z.number().int().nullable().meta({
    description: '款，从 1 起；该条只有一款、或跨几款时为 null / paragraph of an article that has several',
  }),
  item: z.number().int().nullable().meta({ description: '项，从 1 起；不在一项之内为 null / item of that paragraph' }),
  paragraphs: z
    .object({ from: z.number().int(), to: z.number().int() })
    .meta({ description: '自然段，从 1 起，空行不计 / lines that hold anything, counted from 1' }),
  page: z.number().int().nullable(),
});
export type Place = z.infer<typeof Place>;

/** A citation ready to paste, and where it leads. */
export const Citation = z.object({
  plain: z.string().meta({ description: '机关：《标题》（文号），日期，条款，页' }),
  gbt7714: z.string().meta({ description: 'GB/T 7714—2015' }),
  link: z.string().meta({ description: '所引之处的网址 / address of the place cited' }),
  place: Place.nullable().meta({ description: '没有给出位置时为 null / null where none was asked for' }),
});
export type Citation = z.infer<typeof Citation>;

/** The places of a document's newest text. */
export interface Places {
  /** the version whose text it is */
  readonly version: number;
  of(range: Range): Place;
}
