// One indicator with two values: read by the reader of targets, of the same year, place and unit.
import type { Target } from '../../domain/target.js';
import type { InsideNote } from './note.js';

const side: Readonly<Partial<Record<Target['comparison'], string>>> = {
  reach: 'least',
  'at-least': 'least',
  'more-than': 'least',
  equal: 'least',
  about: 'least',
  'at-most': 'most',
  'less-than': 'most',
};

export function indicatorsIn(text: string, targets: readonly Target[]): InsideNote[] {
  const first = new Map<string, Target>();
  const found: InsideNote[] = [];
  for (const target of targets) {
    const direction = side[target.comparison];
    if (!direction || target.year === null || target.indicator.length < 4) continue;
    const key = [target.indicator, target.unit, target.year, target.regionCode, direction].join(' ');
    const known = first.get(key);
    if (!known) first.set(key, target);
    else if (
      (known.value !== target.value || known.valueTo !== target.valueTo) &&
      known.sentence.start !== target.sentence.start
    ) {
      found.push({
        kind: 'internal',
        level: 'conflict',
        start: target.start,
        end: target.end,
        message: 'twoValues',
        values: {
          draft: text.slice(target.start, target.end),
          other: text.slice(known.start, known.end),
          indicator: target.indicator,
          year: target.year,
        },
        confidence: 0.6,
      });
    }
  }
  return found;
}
