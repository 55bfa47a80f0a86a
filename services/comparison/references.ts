// Numbers, dates, obligations, and references (《义务教育法》第十一条, 本法第三条第二款) of a sentence.
import { type Value, valuesIn } from '../families/values.js';
import { sameMarks } from './units.js';

const reference =
  /《[^《》\n]{2,60}》(?:[（(][^（()）\n]{1,30}[）)])?|第[零〇○一二三四五六七八九十百千两\d]{1,8}条(?:之[一二三四五六七八九十]{1,3})?(?:第[一二三四五六七八九十\d]{1,3}款)?(?:第[（(]?[一二三四五六七八九十\d]{1,3}[）)]?项)?/gu;

export function namedIn(sentence: string): Value[] {
  const references = [...sentence.matchAll(reference)].map(
    (match): Value => ({
      kind: 'reference',
      key: `reference ${sameMarks(match[0])}`,
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  const within = ({ start }: Value): boolean => references.some((one) => one.start <= start && start < one.end);
  return [...references, ...valuesIn(sentence).filter((value) => !within(value))].sort((x, y) => x.start - y.start);
}
