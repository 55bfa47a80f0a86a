// What the archive's own words are good for beside a search: "did you mean", and suggestions while typing. Built in the
// background on first use, and again when the archive has changed.
import type { Catalogue } from '../../catalogue/open.js';
import type { Snapshot, SnapshotDocument } from '../../catalogue/snapshot.js';
import type { Suggestion } from '../../domain/suggestion.js';
import { normalForm } from '../../domain/text.js';
import { indexForm } from '../../language/segment.js';
import { inSlices } from '../../process/in-slices.js';
import { headingEntries, termEntries, titleEntries } from './entries.js';
import { type Correction, createSpelling, type Spelling } from './spelling.js';
import { createSuggestions, type Suggestions } from './suggestions.js';
import { countWords } from './vocabulary.js';

export interface Lexicon {
  /** The query without its one likely slip; null where there is none, or while nothing is built yet. */
  correct(query: string): string | null;
  /** Empty while nothing is built yet. */
  suggest(typed: string, size: number, kind?: Suggestion['kind']): Suggestion[];
  /** Resolves when what is built is of the archive as it is now. */
  prepared(): Promise<void>;
}

/** Characters of the archive that words are counted over, taken evenly from its documents. */
const MAX_CHARACTERS = 6_000_000;
const LEAST_OF_ONE = 3_000;
/** After a change the next build waits so many times as long as the last one took: at most a twentieth of a core. */
const REST = 20;

/** A slip is offered only where the archive hardly has what was typed, and has what was meant far more often. */
const MOST_TYPED = 2;
const FAR_MORE = 10;

interface Built {
  readonly revision: number;
  readonly spelling: Spelling;
  readonly suggestions: Suggestions;
}

function* textsOf(documents: readonly SnapshotDocument[]): Generator<string> {
  const each = Math.max(LEAST_OF_ONE, Math.floor(MAX_CHARACTERS / Math.max(1, documents.length)));
  const step = Math.max(1, Math.ceil((documents.length * LEAST_OF_ONE) / MAX_CHARACTERS));
  for (let i = 0; i < documents.length; i += step) {
    const { metadata, normal } = documents[i]!; // in bounds
    yield `${metadata.title}\n${normal.slice(0, each)}`;
  }
}

export function createLexicon({ catalogue, snapshot }: { catalogue: Catalogue; snapshot: Snapshot }): Lexicon {
  let built: Built | null = null;
  let building: Promise<void> | null = null;
  let restUntil = 0;

  function* steps(): Generator<void, Built> {
    const revision = catalogue.revision();
    const documents = [...snapshot.documents().values()];
    const vocabulary = yield* countWords(textsOf(documents));
    const spelling = yield* createSpelling(vocabulary);
    const entries = [
      ...termEntries(vocabulary),
      ...(yield* titleEntries(documents)),
      ...(yield* headingEntries(documents, (id) => catalogue.documents.headings(id))),
    ];
    return { revision, spelling, suggestions: yield* createSuggestions(entries) };
  }

  /** Ends unfinished when the catalogue is closed meanwhile. */
  async function build(): Promise<void> {
    const started = performance.now();
    const made = await inSlices(steps(), () => catalogue.isOpen());
    if (!made) return;
    built = made;
    restUntil = performance.now() + REST * (performance.now() - started);
  }

  const isCurrent = (): boolean => built?.revision === catalogue.revision();
  function start(): Promise<void> {
    building ??= build().finally(() => {
      building = null;
    });
    return building;
  }
  /** What is built, be it of a while ago; a newer one is begun when it is time. */
  function current(): Built | null {
    if (!isCurrent() && performance.now() >= restUntil) void start();
    return built;
  }

  /** Documents that hold a wording, counted up to `most`. */
  function holding(wording: string, most: number): number {
    let count = 0;
    for (const { normal } of snapshot.documents().values()) if (normal.includes(wording) && ++count >= most) break;
    return count;
  }
  /** What was typed is looked for with its neighbours: 源资 alone is also in 资源资助. */
  function isSlip(text: string, { start, end, word }: Correction): boolean {
    const around = text.slice(Math.max(0, start - 1), end + 1).replace(/[^\p{Script=Han}]/gu, '');
    const typed = holding(around, MOST_TYPED + 1);
    return typed <= MOST_TYPED && holding(word, Math.max(3, FAR_MORE * typed)) >= Math.max(3, FAR_MORE * typed);
  }

  return {
    correct(query) {
      const spelling = current()?.spelling;
      const text = indexForm(query);
      const found = spelling?.corrections(text).slice(0, 5) ?? [];
      if (found.length === 0 || holding(normalForm(query), 1) > 0) return null;
      const slip = found.find((correction) => isSlip(text, correction));
      return slip ? `${text.slice(0, slip.start)}${slip.word}${text.slice(slip.end)}` : null;
    },
    suggest: (typed, size, kind) => current()?.suggestions.suggest(typed, size, kind) ?? [],
    async prepared() {
      while (catalogue.isOpen() && !isCurrent()) await start();
    },
  };
}
