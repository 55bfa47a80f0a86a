// What of a sentence is compared: its normal form without the number it stands under and the signs that end it.

const numeral = '[零〇一二三四五六七八九十百千\\d]';
/** 第三条, 一、, (二), 3., (4): what moves when a sentence is put elsewhere. In normal form, so all signs are narrow. */
const number = new RegExp(
  `^(?:第${numeral}{1,7}[条章节编款](?![第款项规例])|${numeral}{1,3}[、)](?!$)|[([【]${numeral}{1,3}[)\\]】]|\\d{1,2}[.](?!\\d)|[-·●■◆*#]+)`,
  'u',
);
const ending = /[。!?;,:、"')\]】》]+$/u;
/** A closing sign that belongs to one opened within the sentence stays. */
const balanced = (text: string): boolean => /["》)\]】]$/u.test(text) && /["《(【[]/u.test(text);

/** `from` and `to` count in the key: where the part that is compared lies. */
export function coreOf(key: string): { readonly core: string; readonly from: number; readonly to: number } {
  let from = 0;
  for (let i = 0; i < 3; i++) {
    const found = number.exec(key.slice(from, from + 12));
    if (!found) break;
    from += found[0].length;
  }
  let to = key.length;
  for (;;) {
    const rest = key.slice(from, to);
    if (rest === '' || !ending.test(rest) || balanced(rest)) break;
    to--;
  }
  return from < to ? { core: key.slice(from, to), from, to } : { core: key, from: 0, to: key.length };
}
