// Automatic numbering as Word keeps it: what is printed as 第三条 or （一） is a paragraph's list and level, not its text.
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';
import type { Mark, MarkKind } from '../numbering.js';
import type { Source } from '../read-sources.js';

/** Two characters of 16 pt, in twentieths of a point. */
export const twoCharacters = 640;

export const fontOf = (eastAsia: string) => ({
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia },
  size: 32,
});

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

const level = (
  number: number,
  format: Format,
  text: string,
  eastAsia: string,
  indent = twoCharacters,
): ILevelsOptions => ({
  level: number,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: /[、）]$/u.test(text) ? LevelSuffix.NOTHING : LevelSuffix.SPACE,
  style: { run: fontOf(eastAsia), paragraph: { indent: { left: 0, firstLine: indent } } },
});

const { CHINESE_COUNTING, CHINESE_COUNTING_THOUSAND, JAPANESE_COUNTING, DECIMAL } = LevelFormat;
const fang = '仿宋_GB2312';

/** The three formats that Word writes for 一、二、三 are all in use. */
export const lists = [
  { reference: 'chapters', levels: [level(0, CHINESE_COUNTING_THOUSAND, '第%1章', '黑体', 0)] },
  {
    reference: 'articles',
    levels: [
      level(0, CHINESE_COUNTING_THOUSAND, '第%1条', '黑体'),
      level(1, JAPANESE_COUNTING, '（%2）', fang),
      level(2, DECIMAL, '%3.', fang),
    ],
  },
  {
    reference: 'sections',
    levels: [
      level(0, CHINESE_COUNTING, '%1、', '黑体'),
      level(1, CHINESE_COUNTING, '（%2）', fang),
      level(2, DECIMAL, '%3.', fang),
    ],
  },
  { reference: 'points', levels: [level(0, DECIMAL, '%1.', fang)] },
] as const;

export interface ListPlace {
  readonly reference: (typeof lists)[number]['reference'];
  readonly level: number;
  /** counts the restarts of a list */
  readonly instance: number;
}

/**
 * Finds each mark's place in the lists, counting as Word will. Where the source's number is not the one that Word
 * would print, and not the 一 of a new list, the source is wrong.
 */
export function createNumberer({ name, header }: Source): (mark: Mark) => ListPlace {
  const counts = new Map<string, number[]>();
  const instances = new Map<string, number>();
  let items: 'articles' | 'sections' = 'sections';

  const placeOf = (kind: MarkKind): Omit<ListPlace, 'instance'> => {
    if (kind === 'chapter') return { reference: 'chapters', level: 0 };
    if (kind === 'article' || kind === 'section') {
      items = kind === 'article' ? 'articles' : 'sections';
      return { reference: items, level: 0 };
    }
    if (kind === 'item') return { reference: items, level: 1 };
    return header.items === 'continuous' ? { reference: 'points', level: 0 } : { reference: items, level: 2 };
  };

  return (mark) => {
    const { reference, level: depth } = placeOf(mark.kind);
    const known = counts.get(reference) ?? [];
    const restarts = mark.value === 1 && (known[depth] ?? 0) > 0;
    if (!restarts && mark.value !== (known[depth] ?? 0) + 1) {
      throw new Error(`examples/source/${name}: ${mark.literal} 不接上文的编号 / does not follow the number before it`);
    }
    const above = known.slice(0, depth);
    if (above.length < depth) above.push(...Array<number>(depth - above.length).fill(0));
    counts.set(reference, [...above, mark.value]);
    const instance = (instances.get(reference) ?? 0) + (restarts ? 1 : 0);
    instances.set(reference, instance);
    return { reference, level: depth, instance };
  };
}
