// Mentions of documents in a text: titles in 《》 and numbers that stand alone, with what is said of each. Pure.
import type { Mention } from '../../domain/citation.js';
import { type NormalText, normalForm, normalText, originalRange } from '../../domain/text.js';
import { articlesBehind, besideTitle, issuerBefore, numberBefore } from './around.js';
import { isBareKind, isDocumentTitle } from './kind.js';
import { type FoundNumber, numbersIn, writtenNumber } from './number.js';
import { fullTitles, type Named } from './short-names.js';
import { isCarried, isRepealed, masked } from './statements.js';
import { type MarkedTitle, markedTitles } from './title-marks.js';

/** Grows when the method's result changes: every document is then read anew. */
export const citationsRecipe = 2;

const MAX_SENTENCE = 600;
/** Lines at the top in which a number alone is the document's own. */
const HEAD_LINES = 14;
const history = /^(?:\([^()]*\))?[、，,]?(?:发布|公布|颁布|印发|批准|施行|$)/u;

interface Lines {
  /** where each line starts in the normal form, ascending */
  readonly starts: readonly number[];
  at(place: number): number;
}

function linesOf(text: string, { starts }: NormalText): Lines {
  const found: number[] = [];
  let next = 0;
  for (let at = 0; at < starts.length; at++) {
    const original = starts[at] ?? 0;
    if (at > 0 && original < next) continue;
    found.push(at);
    const end = text.indexOf('\n', original);
    next = end === -1 ? text.length : end;
  }
  const at = (place: number): number => {
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return { starts: found, at };
}

const ends = new Set('。！？；');

/** The sentence around a place: to 。！？； or a line's end, but a title broken by a line's end stays whole. */
function sentenceAround(mask: string, lines: Lines, start: number, end: number): { start: number; end: number } {
  const first = Math.max(lines.starts[lines.at(start)] ?? 0, start - MAX_SENTENCE);
  const next = lines.starts[lines.at(Math.max(start, end - 1)) + 1] ?? mask.length;
  const last = Math.min(next, end + MAX_SENTENCE);
  let from = start;
  while (from > first && !ends.has(mask[from - 1] ?? '')) from--;
  let to = end;
  while (to < last && !ends.has(mask[to] ?? '')) to++;
  return { start: from, end: to < last ? to + 1 : to };
}

/** Lines that are a title and nothing else: the text of that title follows. */
const titleLines = (normal: string, { starts }: Lines): ReadonlySet<string> =>
  new Set(
    starts.flatMap((start, i) => {
      const line = normal.slice(start, starts[i + 1] ?? normal.length);
      return line.length >= 6 && line.length <= 120 && !line.startsWith('《')
        ? [line.replace(/^附件?\d*[:：、.]?/u, '')]
        : [];
    }),
  );

export function readCitations(text: string, title: string): Mention[] {
  const whole = normalText(text);
  const normal = whole.text;
  const lines = linesOf(text, whole);
  const titles = withoutDefinitions(normal, markedTitles(normal));
  const mask = masked(normal, titles);
  const ownLines = titleLines(normal, lines);
  const original = (start: number, end: number) => originalRange(whole, start, end);
  const takenNumbers: { start: number; end: number }[] = [];

  const named: Named[] = titles.map(({ start, end, title: words }) => {
    const beside = besideTitle(normal, end);
    const before = beside.number === null ? numberBefore(normal, start) : null;
    const ahead = before && lines.at(before.start) === lines.at(start) ? before : null;
    takenNumbers.push({ start: ahead?.start ?? start, end: beside.end });
    return {
      start,
      end,
      title: words + beside.note,
      number: beside.number ?? ahead,
      shortName: beside.shortName,
      besideEnd: beside.end,
    };
  });
  const ownTitle = normalForm(title);
  const fulls = fullTitles(named, ownTitle);

  const fromTitles = named.map((mention, i): Mention => {
    const { start, end, besideEnd } = mention;
    const words = normal.slice(start + 1, end - 1);
    const inTitle = ownTitle.includes(words);
    const full = fulls[i] ?? { title: words, number: mention.number, own: false };
    const articles = articlesBehind(normal, besideEnd);
    const sentence = sentenceAround(mask, lines, start, besideEnd);
    const spoken = mask.slice(sentence.start, sentence.end);
    const [at, to] = [start - sentence.start, end - sentence.start];
    const document = isDocumentTitle(full.title, full.number !== null);
    const repeals = document && articles.length === 0 && isRepealed(spoken, at, to);
    const carried = isCarried(spoken, at, to) || (ownLines.has(words) && !isBareKind(words));
    const own = full.own || ((document || inTitle) && !repeals && carried);
    return {
      ...original(start, end),
      kind: own ? 'own' : document ? 'document' : 'other',
      title: full.title,
      number: full.number && writtenNumber(full.number),
      issuer: issuerBefore(normal, start),
      articles,
      sentence: original(sentence.start, sentence.end),
      repeals,
    };
  });

  const alone = numbersIn(mask, (at) => lines.starts[lines.at(Math.max(0, at - 1))] ?? 0).filter(
    ({ start, end }) => !takenNumbers.some((taken) => start < taken.end && end > taken.start),
  );
  const fromNumbers = alone.map((found): Mention => {
    const { start, end } = found;
    const sentence = sentenceAround(mask, lines, start, end);
    const spoken = mask.slice(sentence.start, sentence.end);
    return {
      ...original(start, end),
      kind: isOwnNumber(found, mask, lines) ? 'own' : 'document',
      title: null,
      number: writtenNumber(found),
      issuer: null,
      articles: articlesBehind(normal, end),
      sentence: original(sentence.start, sentence.end),
      repeals: isRepealed(spoken, start - sentence.start, end - sentence.start),
    };
  });
  return [...fromTitles, ...fromNumbers].sort((a, b) => a.start - b.start);
}

/** 《…条例》（以下简称《条例》）: the short name in brackets is no mention of its own. */
function withoutDefinitions(normal: string, titles: readonly MarkedTitle[]): MarkedTitle[] {
  let reach = 0;
  let shortName: string | null = null;
  return titles.filter(({ start, end, title }) => {
    if (start < reach && title === shortName) return false;
    const beside = besideTitle(normal, end);
    [reach, shortName] = [beside.end, beside.shortName];
    return true;
  });
}

/** In the head: on a line of its own, or in the history of the text (1993年10月5日国务院令第129号发布). */
function isOwnNumber({ start, end }: FoundNumber, mask: string, lines: Lines): boolean {
  const line = lines.at(start);
  if (line >= HEAD_LINES) return false;
  const from = lines.starts[line] ?? 0;
  const to = lines.starts[line + 1] ?? mask.length;
  const beside = mask.slice(from, start) + mask.slice(end, to);
  if (/※|根据|按|依照|依据|贯彻|落实|执行|转发|精神|规定|[。；]/u.test(beside)) return false;
  return beside.length <= 16 || history.test(mask.slice(end, to));
}
