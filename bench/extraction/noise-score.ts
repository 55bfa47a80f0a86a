// Which labelled lines of a file its stored text holds.
import { normalForm } from '../../services/domain/text.js';
import { isGood, isNoise, type LineKind } from './noise-labels.js';

const fold = (text: string): string => normalForm(text).replaceAll('|', '');
const counted = (folded: string): boolean => /[\p{L}\p{N}]/u.test(folded);

export interface Scored {
  readonly line: number;
  readonly kind: LineKind;
  /** whether the stored text has it */
  readonly held: boolean;
}
interface PageLine {
  readonly line: number;
  readonly kind: LineKind;
  readonly raw: string;
  readonly text: string;
}

/**
 * Scores one file's lines against its stored text.
 *
 * A line's text is its normal form without `|`, which sets cells apart; lines without letters and digits are left out.
 * The lines of one text within a file are counted together: what of them is stored is first put down to good lines, then
 * to meta and unsure ones, and what is left over is noise kept.
 */
export function scoreLines(
  lines: readonly string[],
  kind: (line: number) => LineKind,
  storedText: string,
): { noise: Scored[]; good: Scored[]; injected: number; injectionsGone: number } {
  const page = lines
    .map((raw, at): PageLine => ({ line: at + 1, kind: kind(at + 1), raw, text: fold(raw) }))
    .filter(({ text }) => counted(text));
  const stored = storedLines(storedText);
  const injected = page.filter((line) => line.kind === 'good-injected');
  const watermark = sharedStart(injected.map(({ text }) => text));
  const noise: Scored[] = [];
  const good: Scored[] = [];

  const unclaimed = fragments(page, stored);
  for (const [text, same] of byText(page)) {
    const ofGood = same.filter((line) => isGood(line.kind));
    const ofNoise = same.filter((line) => isNoise(line.kind));
    const found = timesGood(text, stored);
    ofGood.forEach((line, i) => {
      const held =
        i < found ||
        (line.kind === 'good-injected' ? similar(text.slice(watermark.length), stored) : inOneRow(line.raw, stored));
      good.push({ line: line.line, kind: line.kind, held });
    });
    if (ofNoise.length === 0) continue;
    const left = timesNoise(text, stored, page) - (same.length - ofNoise.length);
    ofNoise.forEach((line, i) => {
      noise.push({ line: line.line, kind: line.kind, held: i < left || (left <= 0 && unclaimed(text)) });
    });
  }
  const gone = injected.filter(({ text }) => !stored.text.includes(text.slice(0, watermark.length + 12)));
  return { noise, good, injected: injected.length, injectionsGone: gone.length };
}

const byText = (page: readonly PageLine[]): Map<string, PageLine[]> => {
  const groups = new Map<string, PageLine[]>();
  for (const line of page) groups.set(line.text, [...(groups.get(line.text) ?? []), line]);
  return groups;
};

interface Stored {
  /** all lines, one after the other */
  readonly text: string;
  readonly lines: readonly string[];
  /** where lines and rows' cells start and end in it */
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  /** for every unit of `text`: its line */
  readonly lineAt: (offset: number) => string;
}

function storedLines(storedText: string): Stored {
  const starts = new Set<number>();
  const ends = new Set<number>();
  const lines: string[] = [];
  const lineStarts: number[] = [];
  let text = '';
  for (const line of storedText.split('\n')) {
    const cells = line.split(' | ').map(fold);
    if (cells.every((cell) => cell === '')) continue;
    lineStarts.push(text.length);
    for (const cell of cells) {
      if (cell === '') continue;
      starts.add(text.length);
      text += cell;
      ends.add(text.length);
    }
    lines.push(cells.join(''));
  }
  return {
    text,
    lines,
    starts,
    ends,
    lineAt: (offset) => lines[lineStarts.findLastIndex((start) => start <= offset)] ?? '',
  };
}

function* occurrences(needle: string, text: string): Generator<number> {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) yield at;
}

/** Below this length a text is easily part of another: a good line then has to begin or end a stored line. */
const SHORT = 6;

const timesGood = (text: string, { text: all, starts, ends }: Stored): number =>
  [...occurrences(text, all)].filter((at) => text.length >= SHORT || starts.has(at) || ends.has(at + text.length))
    .length;

/**
 * How often a text stands as whole lines or cells of the stored text, or begins or ends a stored line which labelled
 * good, meta and unsure lines do not account for.
 */
function timesNoise(text: string, stored: Stored, page: readonly PageLine[]): number {
  let times = 0;
  for (const at of occurrences(text, stored.text)) {
    const begins = stored.starts.has(at);
    const ends = stored.ends.has(at + text.length);
    const line = stored.lineAt(at);
    if (begins && ends) {
      if (line.length <= text.length || !accountedFor(line, page)) times++;
    } else if (begins || ends) {
      const rest = begins ? line.slice(text.length) : line.slice(0, -text.length);
      const joined = text.length >= SHORT || page.some((other) => other.text === rest);
      if (joined && !accountedFor(line, page)) times++;
    }
  }
  return times;
}

const accountedFor = (line: string, page: readonly PageLine[]): boolean =>
  page.some(({ kind, text }) => !isNoise(kind) && text.includes(line));

/** Tells of a noise line that is not stored as such whether stored lines that nothing else accounts for make up half of it. */
function fragments(page: readonly PageLine[], stored: Stored): (text: string) => boolean {
  const own = new Set(page.map(({ text }) => text));
  const left = stored.lines.filter((line) => line.length > 1 && !own.has(line) && !accountedFor(line, page));
  return (text) => {
    const parts = left.filter((line) => line.length < text.length && text.includes(line));
    return parts.reduce((sum, part) => sum + part.length, 0) * 2 >= text.length && parts.length > 0;
  };
}

/** A table's row whose cells the stored text has in one line, among others: a cell over several rows may stand in each. */
function inOneRow(raw: string, { lines }: Stored): boolean {
  const cells = raw.split(' | ').map(fold);
  return cells.length > 1 && lines.some((line) => cells.every((cell) => line.includes(cell)));
}

const SHINGLE = 5;
const SIMILAR = 0.8;

function similar(text: string, { text: all }: Stored): boolean {
  if (text.length <= SHINGLE) return all.includes(text);
  const count = text.length - SHINGLE + 1;
  let found = 0;
  for (let at = 0; at < count; at++) if (all.includes(text.slice(at, at + SHINGLE))) found++;
  return found / count >= SIMILAR;
}

/** What all injected lines of a file start with, where that is long enough to be a watermark. */
function sharedStart(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  let length = first.length;
  for (const text of rest) while (!text.startsWith(first.slice(0, length))) length--;
  return rest.length > 1 && length >= 4 ? first.slice(0, length) : '';
}
