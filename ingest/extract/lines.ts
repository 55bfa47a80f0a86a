// Signs, on the face of a line, of where a paragraph or an item begins, and of lines that belong to the page.
import { opensWithLabel } from './declared.js';

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns that a text takes: two for a full-width character, one for any other. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += wide.test(character) ? 2 : 1;
  return count;
}

const item =
  /^(?:第[一二三四五六七八九十百千零〇\d]{1,6}[章节编款部][\s\u3000]|[一二三四五六七八九十]{1,4}[、.．]|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,3}[、.．](?!\d)|\d{2,4}[.．]\d{1,2}[.．]\d{1,2}\s|[①-⑳⑴-⒇•●◆■]|附件\s?\d?[：:\s]|附[：:]|注[：:])/;
const article = /^第\s?[一二三四五六七八九十百千零〇\d]{1,7}\s?[条條]/;
const sentenceEnd = /[。！？；：.!?;:…]["'”’）)】」』]*$/;

export const endsSentence = (line: string): boolean => sentenceEnd.test(line);

/** Whether `line` opens a new item, given the line before it: 第三条 may also stand inside a sentence that was broken there. */
export const opensItem = (line: string, before: string): boolean =>
  item.test(line) ||
  opensWithLabel(line) ||
  (article.test(line) && (/^第[^条條]{1,7}[条條][\s\u3000]/.test(line) || endsSentence(before)));

/** The number of a line that holds a page number and nothing else: 3, - 3 -, — 3 —, 第3页, 第 3 页 共 9 页, 3/9. */
export function pageNumber(line: string): number | null {
  if (line.length > 24) return null;
  const found =
    /^[-—–─·•\s]*(\d{1,4})[-—–─·•\s]*$/.exec(line) ??
    /^[-—–\s]*第\s*(\d{1,4})\s*[页頁](?:[\s，,/]*共\s*\d{1,4}\s*[页頁])?[-—–\s]*$/.exec(line) ??
    /^(?:page\s*)?(\d{1,4})\s*(?:\/|of)\s*\d{1,4}$/i.exec(line);
  return found ? Number(found[1]) : null;
}
