// A passage: the unit that is indexed, embedded, scored and shown.
import { z } from 'zod';

/** `text === storedText.slice(start, end)`; offsets count UTF-16 units. */
export const Passage = z.object({
  id: z.number().int(),
  heading: z.array(z.string()).meta({ description: '所在的各级标题，由上到下 / heading path from the top' }),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  page: z.number().int().nullable().meta({ description: '页码，从 1 起；没有页的格式为 null / counted from 1' }),
  ocr: z.number().nullable().meta({
    description: '由图片识别（OCR）而来时的置信度，0 到 1；否则为 null / confidence where OCR read it, else null',
  }),
});
export type Passage = z.infer<typeof Passage>;

/** A half-open range of UTF-16 units. */
export const Range = z.object({ start: z.number().int(), end: z.number().int() });
export type Range = z.infer<typeof Range>;

/** An article or paragraphs, whole where `whole` says so; a range of the stored text. */
export interface Provision extends Range {
  readonly text: string;
  readonly whole: boolean;
}
