// Lines too short to be told by their words (2015年6月28日印发, 本法自2015年4月1日起施行, a row of a table): of a document that
// the draft is a copy of, by where they stand.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { ArchiveSentence, SentenceIndex } from './index/sentence-index.js';
import { isCopy, type MainSources } from './main-sources.js';
import type { ClauseMatch } from './reuse.js';
import { thresholds } from './thresholds.js';
import { frameOf, tokensOf } from './tokens.js';

export interface InPlaceDeps {
  readonly index: SentenceIndex;
  readonly main: MainSources;
  textOf(sentence: ArchiveSentence): string;
}

/** Characters of a source between two of its sentences that stand side by side. */
const GAP = 300;

/** The clause beside the line that stands in its place, the same but for its values; null where there is none. */
export function inPlace(
  i: number,
  matches: readonly ClauseMatch[],
  { index, main, textOf }: InPlaceDeps,
): ClauseMatch | null {
  const match = matches[i];
  if (!match || match.label === 'verbatim') return null;
  const tokens = tokensOf(match.clause.text);
  const frame = frameOf(tokens);
  if (frame === '' || frame.length >= thresholds.leastFrame || tokens.every(({ kind }) => kind === 'text')) return null;
  for (const document of main.keys()) {
    if (!isCopy(document, main)) continue;
    const beside = [...behind(matches[i - 1], document, index), ...before(matches[i + 1], document, index)];
    const sentence = beside.find((one) => frameOf(tokensOf(textOf(one))) === frame);
    if (!sentence) continue;
    const wording = { core: sentence.core, sentences: [sentence] };
    return { ...match, label: 'edited', candidates: [{ wording, likeness: { both: 1, ofDraft: 1, ofSource: 1 } }] };
  }
  return null;
}

const placesOf = (match: ClauseMatch | undefined, document: SnapshotDocument): readonly ArchiveSentence[] =>
  (match?.label === 'verbatim' || match?.label === 'edited' ? match.sentences : []).filter(
    (sentence) => sentence.document === document,
  );

const behind = (match: ClauseMatch | undefined, document: SnapshotDocument, index: SentenceIndex): ArchiveSentence[] =>
  placesOf(match, document).flatMap(({ normalStart, core }) =>
    index.within(document, normalStart + core.length, normalStart + core.length + GAP).slice(0, 1),
  );

const before = (match: ClauseMatch | undefined, document: SnapshotDocument, index: SentenceIndex): ArchiveSentence[] =>
  placesOf(match, document).flatMap(({ normalStart }) =>
    index.within(document, Math.max(0, normalStart - GAP), normalStart).slice(-1),
  );
