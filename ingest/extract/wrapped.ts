// Lines of a plain text → paragraphs. As a rule a line is a paragraph; in a text that was broken at a fixed width
// (as when it was copied out of a PDF) the lines of a paragraph are joined again.
import { blockText, joinLines } from './block-text.js';
import { columns, endsSentence, opensItem, pageNumber } from './lines.js';

const narrowest = 40;
const widest = 140;
/** How much a full line may differ from the width, in columns: punctuation that must not begin a line, narrow digits. */
const slack = 6;
/** A file counts as broken at a width when this share of its lines is about that wide and hardly any is wider. */
const fullShare = 0.25;
const widerShare = 0.05;
const fewestLines = 12;
/** Among lines that were broken at a width, most stop inside a sentence; a list of sentences of one length does not. */
const insideSentence = 0.5;

interface Line {
  readonly text: string;
  readonly width: number;
  readonly indented: boolean;
}

/** The width at which the lines were broken; null when they were not, or not clearly. */
export function wrapWidth(lines: readonly { readonly text: string; readonly width: number }[]): number | null {
  if (lines.length < fewestLines) return null;
  const byWidth = new Map<number, number>();
  for (const { width } of lines) byWidth.set(width, (byWidth.get(width) ?? 0) + 1);
  let best = { width: 0, count: 0 };
  for (let width = narrowest; width <= widest; width++) {
    let count = 0;
    for (let near = width - 3; near <= width + 3; near++) count += byWidth.get(near) ?? 0;
    if (count > best.count) best = { width, count };
  }
  const wider = lines.filter((line) => line.width > best.width + slack).length;
  if (best.count < fullShare * lines.length || wider > widerShare * lines.length) return null;
  const full = lines.filter((line) => line.width > best.width - slack);
  const broken = full.filter((line) => !endsSentence(line.text)).length;
  return broken >= insideSentence * full.length ? best.width : null;
}

/** Numbers alone on their lines that count upwards through the text are its pages'. */
function pageNumberLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = lines.flatMap((line, at) => {
    const number = pageNumber(line.text);
    return number === null ? [] : [{ at, number }];
  });
  return new Set(
    found
      .filter((entry, i) =>
        [found[i - 1], found[i + 1]].some((near) => near && Math.abs(near.number - entry.number) === 1),
      )
      .map(({ at }) => at),
  );
}

const linesOf = (text: string): Line[] =>
  text.split(/[\n\v\f]/).map((raw) => {
    const line = blockText(raw);
    return { text: line, width: columns(line), indented: /^(?:[\u3000\t]| {2})/.test(raw) };
  });

/** The width at which a whole text was broken into lines; see wrapWidth. */
export const widthOf = (text: string): number | null => wrapWidth(linesOf(text).filter((line) => line.text !== ''));

/** Paragraphs of a text, or of a part of one that was broken at `width`; a page number that stood inside one comes after it. */
export function paragraphsOf(text: string, width = widthOf(text)): string[] {
  const lines = linesOf(text);
  if (width === null) return lines.map((line) => line.text).filter(Boolean);

  const numbers = pageNumberLines(lines);
  const indents = lines.filter((line) => line.indented).length > 0.1 * lines.length;
  const paragraphs: string[] = [];
  let open: string[] = [];
  let between: string[] = [];
  let full = false;
  const close = (): void => {
    if (open.length > 0) paragraphs.push(joinLines(open));
    paragraphs.push(...between);
    open = [];
    between = [];
  };
  lines.forEach((line, at) => {
    if (numbers.has(at)) {
      if (open.length > 0) between.push(line.text);
      else paragraphs.push(line.text);
      return;
    }
    const before = open.at(-1) ?? '';
    // Where no paragraph is indented, a full line that ends a sentence may end a paragraph as well: left as it is.
    const continues =
      line.text !== '' && full && !line.indented && !opensItem(line.text, before) && (indents || !endsSentence(before));
    // Around a page number there may be blank lines that end nothing.
    if (line.text === '' && (between.length > 0 || numbers.has(at + 1))) return;
    if (!continues) close();
    if (line.text === '') return;
    open.push(line.text);
    full = line.width > width - slack;
  });
  close();
  return paragraphs;
}
