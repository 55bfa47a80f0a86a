// The text of one block: on one line, white space as a reader sees it.

const han = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;

/** A line break beside a Chinese character is a matter of layout; any other run of white space is one space. */
const collapse = (run: string, at: number, whole: string): string =>
  run.includes('\n') && (han.test(whole[at - 1] ?? '') || han.test(whole[at + run.length] ?? '')) ? '' : ' ';

/** One line: runs of white space collapsed, control characters out, the ends trimmed (of ideographic spaces too). */
export const blockText = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r \u00a0\u2028\u2029]+/g, collapse)
    .replace(/[\0-\x1f\x7f-\x9f\u200b\u2060\ufeff\u00ad]/g, '')
    .trim();

/** Lines of one paragraph as one line. */
export const joinLines = (lines: readonly string[]): string => blockText(lines.join('\n'));
