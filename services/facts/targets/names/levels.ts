// Levels of education: which one a sentence speaks of when a name does not say it (小学…，班额不超过45人: 小学班额).
const levels: readonly (readonly [RegExp, string])[] = [
  [/学前教育|幼儿园/u, '学前教育'],
  [/义务教育/u, '义务教育'],
  [/中小学/u, '中小学'],
  [/(?<!中)小学(?!生(?!均)|和|、|及|与)|(?<!中)小学(?=[和、及与]初中)/u, '小学'],
  [/初中(?!毕业|生(?!均))/u, '初中'],
  [/普通高中|普高/u, '普通高中'],
  [/高中阶段/u, '高中阶段'],
  [/(?:中等职业|中职)(?:学校|教育|院校)?|职业教育/u, '中等职业教育'],
  [/高职(?:高专)?(?:院校|学校)|高等职业(?:院校|学校)/u, '高职院校'],
  [/(?<!高等)职业(?:院校|学校)/u, '职业院校'],
  [/高校|高等(?:学校|院校)|普通高校/u, '高等学校'],
  [/特(?:殊)?教(?:育)?学校|特殊教育/u, '特殊教育'],
];
const anyLevel = new RegExp(levels.map(([pattern]) => `(${pattern.source})`).join('|'), 'gu');
/** A level inside what a share is of, or in a document's title, is not the subject's. */
const aside =
  /《[^》]*》|占[^，,；;。]{0,12}?(?=课时|总)|国家[^，,；;。]{0,6}标准|乡(?:镇|村)中心小学以上|中心小学以上/gu;

/** The level of education named last in `text`; empty where none is, or where several share the place (高校、职业院校). */
export function levelIn(text: string): string {
  let level = '';
  let end = 0;
  const plain = text.replace(aside, (found) => ' '.repeat(found.length));
  for (const match of plain.matchAll(anyLevel)) {
    const index = match.slice(1).findIndex((part) => part !== undefined);
    const own = levels[index]?.[1] ?? '';
    const together = level !== '' && own !== level && /^[、和与及]$/u.test(plain.slice(end, match.index));
    level = together ? '' : own || level;
    end = match.index + match[0].length;
  }
  return level;
}

/** The name with the level in front, where it does not say one itself. */
export const withLevel = (name: string, text: string): string =>
  new RegExp(anyLevel.source, 'u').test(name) ? name : `${levelIn(text)}${name}`;
