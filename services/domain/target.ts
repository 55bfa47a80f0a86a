// Targets: what a document says that an indicator is to reach, keep to or has reached.
import { z } from 'zod';
import { Range } from './passage.js';

export const Comparison = z
  .enum(['reach', 'at-least', 'more-than', 'at-most', 'less-than', 'about', 'equal', 'up', 'down'])
  .meta({
    description:
      'reach 达到；at-least 不低于、以上；more-than 超过；at-most 不超过、以内；less-than 低于；about 左右、约；equal 只给出数值；up 提高、down 下降了这么多 / up, down: the value is the change',
  });
export type Comparison = z.infer<typeof Comparison>;

/** A target as read from a text; offsets are into that text. */
export const Target = z.object({
  indicator: z.string().meta({ description: '归一的指标名 / the indicator’s name, the same for the same indicator' }),
  comparison: Comparison,
  value: z.number().meta({ description: '以 unit 计，万、亿已折算 / in units; 万 and 亿 are multiplied out' }),
  valueTo: z.number().nullable().meta({ description: '区间的上界 / the upper end where a range is given' }),
  unit: z.string().meta({ description: '%、百分点、元、个、所、人、课时、学分、比…… / ratio: 比' }),
  year: z.number().int().nullable().meta({
    description: '所说的年份；没有写明为 null / the year that it is for; null where none is stated',
  }),
  regionCode: z.string().nullable(),
  sentence: Range,
  ...Range.shape,
});
export type Target = z.infer<typeof Target>;
