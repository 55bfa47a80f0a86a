// The lines of a text as metadata is read from them: bounded, in one form, what layout cut apart put together again.
import type { Structured } from '../blocks.js';

export interface EvidenceLine {
  /** NFKC, white space folded; at most `longestLine` characters */
  readonly text: string;
  readonly kind: Structured['lines'][number]['kind'];
}

const longestLine = 300;
/** What a document says about itself stands in its first lines. */
export const longestHead = 40;
/** Beyond so many lines a file is a book; its first and last ones still tell. */
const mostLines = 4_000;

/** As written, with white space folded, and bounded. */
export const folded = (text: string): string => text.slice(0, longestLine).replace(/\s+/gu, ' ').trim();

/** One form for what is compared: full and half width, white space, and compatibility characters folded. */
export const plain = (text: string): string => folded(text.slice(0, longestLine).normalize('NFKC'));

/** How a signed line may go on: （此件公开发布） */
export const withoutRelease = (text: string): string => text.replace(/ ?[(](?:此件|本件|信息公开)[^()]{0,20}[)]$/u, '');

/** How many lines a bracket that opens the line at `i` takes; 1 where it closes on its own, or not nearby. */
function bracketLines(lines: readonly EvidenceLine[], i: number): number {
  if (!/^[(][^()]*$/u.test(lines[i]?.text ?? '')) return 1;
  const closes = lines.slice(i + 1, i + 4).findIndex(({ text }) => text.includes(')'));
  return closes < 0 ? 1 : closes + 2;
}

/** A bracket in the head that goes on over several lines is one line: （2014年10月30日某市人民代表大会 / 常务委员会…通过） */
function withWholeBrackets(lines: readonly EvidenceLine[]): EvidenceLine[] {
  const whole: EvidenceLine[] = [];
  for (let i = 0, count = 1; i < lines.length; i += count) {
    count = i < longestHead ? bracketLines(lines, i) : 1;
    const parts = lines.slice(i, i + count);
    whole.push(...parts.slice(0, 1).map(({ kind }) => ({ kind, text: plain(parts.map(({ text }) => text).join('')) })));
  }
  return whole;
}

const note = /^([^。;；]{4,150}?[^》。;；]) ?[(]((?:[^()]|[(]\d{4}[)]){4,160})[)]$/u;
const tells = /\d年\d{1,2}月\d{1,2}日|\d{4}.{1,3}\d{1,5} ?号$|令第.{1,6}号$/u;
/** A bracket behind a title that holds a number, a date or who passed it is a line of its own: …条例（2020年5月14日…通过） */
function withoutNote(line: EvidenceLine): EvidenceLine[] {
  const [, text, inside] = note.exec(line.text) ?? [];
  if (text === undefined || inside === undefined || line.kind === 'row' || !tells.test(inside)) return [line];
  return [
    { kind: line.kind, text },
    { kind: 'paragraph', text: `(${inside})` },
  ];
}

/**
 * From here on OCR's lines are taken as typed ones. Of generated pages, blurred, turned and worn, 8 of 445 lines above
 * 0.95 hold a wrong character (dashes, brackets, a rare character in a long line), and 3 of 23 below; names under a seal, on the
 * one real scan, were read at 0.88, wrong; numbers of documents at 0.92 and above, right.
 */
const leastConfidence = 0.9;
/** Stands for a line that OCR read badly: its place counts, what it says does not. No name, number or date is read from it. */
export const unsure = '\ufffc';
export const isUnsure = ({ ocr }: Pick<Structured['lines'][number], 'ocr'>): boolean =>
  ocr !== undefined && ocr < leastConfidence;

/** The text with every line that OCR read badly left out, but for its place. */
export function withoutUnsure({ text, lines }: Structured): string {
  let sure = '';
  let at = 0;
  for (const line of lines.filter(isUnsure)) {
    sure += `${text.slice(at, line.start)}${unsure}`;
    at = line.end;
  }
  return at === 0 ? text : sure + text.slice(at);
}

/** Every line of the text that is not empty, in order. */
export function evidenceLines({ text, lines }: Structured): EvidenceLine[] {
  const kept = lines.length <= mostLines ? lines : [...lines.slice(0, mostLines / 2), ...lines.slice(-mostLines / 2)];
  const plainLines = kept
    .map((line) => ({ text: isUnsure(line) ? unsure : plain(text.slice(line.start, line.end)), kind: line.kind }))
    .filter((line) => line.text !== '');
  return withWholeBrackets(plainLines).flatMap((line, i) => (i < longestHead ? withoutNote(line) : [line]));
}
