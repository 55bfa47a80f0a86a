// The paragraphs of a Word part with their words: which run each stands in, and where in the part. What was deleted, a form of
// the same thing for old programs and the readings above characters are no words.
import { type Characters, charactersOf, type Tag, tagsOf, type WordNames } from './scan.js';

export interface Run {
  readonly start: number;
  /** past its tag and its properties */
  readonly content: number;
  /** of its closing tag */
  readonly close: number;
  readonly end: number;
}

/** A stretch of text in a run. */
export interface Piece extends Characters {
  readonly run: Run;
  /** of the element that holds it */
  readonly start: number;
  readonly end: number;
  /** of its opening tag */
  readonly opened: number;
}

export interface Paragraph {
  readonly start: number;
  /** past its tag and its properties: a comment may begin here */
  readonly content: number;
  readonly pieces: readonly Piece[];
  /** the run of the paragraph around it that holds a text box with this paragraph: a comment in a box is none that Word shows */
  readonly host: Run | null;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };
interface OpenParagraph extends Growing<Omit<Paragraph, 'pieces'>> {
  readonly pieces: Piece[];
  /** how many runs stand open around it */
  readonly depth: number;
}

export function paragraphsOf(xml: string, { of }: WordNames): Paragraph[] {
  const skipped = new Set([of('del'), of('moveFrom'), of('rt'), 'mc:Fallback']);
  const [p, pPr, r, rPr, t] = [of('p'), of('pPr'), of('r'), of('rPr'), of('t')];
  const all: OpenParagraph[] = [];
  const open: OpenParagraph[] = [];
  const runs: Growing<Run>[] = [];
  /** whose own properties have begun: they stand right behind a run's tag */
  const begun = new Set<Run>();
  let skipping = 0;
  let text: Tag | null = null;

  const begin: Readonly<Record<string, (tag: Tag) => void>> = {
    [p]: ({ start, end }) => {
      const paragraph = { start, content: end, pieces: [], host: runs[0] ?? null, depth: runs.length };
      all.push(paragraph);
      open.push(paragraph);
    },
    [r]: ({ start, end }) => runs.push({ start, content: end, close: end, end }),
    [t]: (tag) => {
      text = tag;
    },
  };
  const finish: Readonly<Record<string, (tag: Tag) => void>> = {
    [p]: () => open.pop(),
    [pPr]: ({ end }) => {
      const paragraph = open.at(-1);
      if (paragraph?.pieces.length === 0 && runs.length === paragraph.depth) paragraph.content = end;
    },
    [r]: ({ start, end }) => {
      const run = runs.pop();
      if (run) Object.assign(run, { close: start, end });
    },
    [rPr]: ({ end }) => {
      const run = runs.at(-1);
      if (run && begun.delete(run)) run.content = end;
    },
    [t]: ({ start, end }) => {
      const [paragraph, run, opened] = [open.at(-1), runs.at(-1), text];
      text = null;
      if (!paragraph || !run || !opened || skipping > 0 || opened.end === start) return;
      paragraph.pieces.push({
        ...charactersOf(xml, opened.end, start),
        run,
        start: opened.start,
        opened: opened.end,
        end,
      });
    },
  };

  for (const tag of tagsOf(xml)) {
    const { kind, name, start, end } = tag;
    if (skipped.has(name) && kind !== 'empty') skipping += kind === 'open' ? 1 : -1;
    if (name === rPr && kind !== 'close') {
      const run = runs.at(-1);
      if (run?.content === start && kind === 'empty') run.content = end;
      else if (run?.content === start) begun.add(run);
    }
    if (kind === 'open') begin[name]?.(tag);
    else if (kind === 'close') finish[name]?.(tag);
  }
  return all;
}
