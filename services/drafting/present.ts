// What was found, as the report shows it: clauses with their sources, and the summary.
import type { Catalogue } from '../catalogue/open.js';
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { CheckedClause, CheckSummary, ClauseLabel, Finding, FindingKind, SourcePlace } from '../domain/check.js';
import { ClauseLabel as Labels } from '../domain/check.js';
import { changesBetween } from './changes.js';
import type { DraftClause } from './clauses.js';
import type { ArchiveSentence } from './index/sentence-index.js';
import { clausesBySource, type MainSources } from './main-sources.js';
import type { ClauseMatch } from './reuse.js';
import { byWeight, type Scope } from './scope.js';
import { type Token, tokensOf } from './tokens.js';

const MAX_SOURCES = 5;
const MAX_ISSUERS = 10;
const MAX_DOCUMENTS = 20;

/** In a document's stored text. */
type Place = Pick<ArchiveSentence, 'document' | 'start' | 'end'>;

export interface PlaceDeps {
  readonly scope: Scope;
  readonly main: MainSources;
  textOf(place: Place): string;
  fileOf(document: SnapshotDocument): string;
}

export const placeOf = (sentence: Place, { textOf, fileOf }: PlaceDeps): SourcePlace => ({
  documentId: sentence.document.id,
  file: fileOf(sentence.document),
  title: sentence.document.metadata.title,
  date: sentence.document.metadata.date,
  start: sentence.start,
  end: sentence.end,
  text: textOf(sentence),
});

/** The archive's texts, as one check reads them: each once. */
export function createTexts(catalogue: Catalogue): Pick<PlaceDeps, 'textOf' | 'fileOf'> {
  const texts = new Map<string, string>();
  const files = new Map<string, string>();
  let held = 0;
  return {
    textOf({ document: { id }, start, end }) {
      let text = texts.get(id);
      if (text === undefined) {
        text = catalogue.documents.text(id).text;
        held += text.length;
        if (held > MAX_HELD) {
          texts.clear();
          held = text.length;
        }
        texts.set(id, text);
      }
      return text.slice(start, end);
    },
    fileOf({ id }) {
      const file = files.get(id) ?? catalogue.documents.original(id).file;
      files.set(id, file);
      return file;
    },
  };
}
const MAX_HELD = 20_000_000;

export function presentClause(match: ClauseMatch, deps: PlaceDeps): CheckedClause {
  const { clause, label, sentences, similarity } = match;
  const { scope, main } = deps;
  const ordered = sentences.toSorted(
    (a, b) =>
      Number(main.has(b.document)) - Number(main.has(a.document)) ||
      byWeight(scope.of(a.document), scope.of(b.document)),
  );
  const dated = sentences.filter(({ document }) => scope.of(document).date !== '');
  const byDate = dated.toSorted((a, b) => (scope.of(a.document).date < scope.of(b.document).date ? -1 : 1));
  const shown = [...new Set([...ordered.slice(0, MAX_SOURCES - 2), ...byDate.slice(0, 1), ...byDate.slice(-1)])];
  const [best] = ordered;
  const { start, end, text } = clause;
  return {
    start,
    end,
    text,
    label,
    sources: label === 'new' ? [] : shown.map((sentence) => placeOf(sentence, deps)),
    similarity: Math.round(100 * similarity) / 100,
    ...(label === 'edited' && best && { parts: partsOf(deps.textOf(best), text) }),
    found: {
      documents: new Set(sentences.map(({ document }) => document)).size,
      earliest: byDate[0] ? scope.of(byDate[0].document).date : null,
      latest: byDate.at(-1) ? scope.of(byDate.at(-1)!.document).date : null, // there is one
      issuers: [...new Set(ordered.flatMap(({ document }) => document.metadata.issuers))].slice(0, MAX_ISSUERS),
    },
  };
}

const MAX_PARTS = 4_000;

/** The source turned into the draft: values whole, the rest character by character. */
function partsOf(source: string, draft: string): NonNullable<CheckedClause['parts']> {
  const whole: NonNullable<CheckedClause['parts']> = [
    { kind: 'removed', text: source },
    { kind: 'added', text: draft },
  ];
  if (source.length > MAX_PARTS || draft.length > MAX_PARTS) return whole;
  const found = changesBetween(tokensOf(source), tokensOf(draft));
  if (!found) return whole;
  const parts: NonNullable<CheckedClause['parts']> = [];
  let at = 0;
  const span = (text: string, tokens: readonly Token[]): string =>
    tokens.length === 0 ? '' : text.slice(tokens[0]!.start, tokens.at(-1)!.end); // there are some
  for (const { removed, added, from } of found.runs) {
    const start = added[0]?.start ?? from;
    if (start > at) parts.push({ kind: 'same', text: draft.slice(at, start) });
    if (removed.length > 0) parts.push({ kind: 'removed', text: span(source, removed) });
    if (added.length > 0) parts.push({ kind: 'added', text: span(draft, added) });
    at = added.at(-1)?.end ?? start;
  }
  if (at < draft.length) parts.push({ kind: 'same', text: draft.slice(at) });
  return parts;
}

export function summarise(
  clauses: readonly DraftClause[],
  matches: readonly ClauseMatch[],
  findings: readonly Finding[],
  deps: PlaceDeps,
): Pick<
  CheckSummary,
  'characters' | 'clauses' | 'labels' | 'labelCharacters' | 'conflicts' | 'notes' | 'kinds' | 'reusedShare' | 'sources'
> {
  const none = () => Object.fromEntries(Labels.options.map((label) => [label, 0])) as Record<ClauseLabel, number>; // all of them
  const [labels, labelCharacters] = [none(), none()];
  for (const { label, clause } of matches) {
    labels[label]++;
    labelCharacters[label] += clause.text.length;
  }
  const reused = labelCharacters.verbatim + labelCharacters.edited;
  const counted = reused + labelCharacters.paraphrase + labelCharacters.new; // no set phrases
  const kinds: Partial<Record<FindingKind, number>> = {};
  for (const { kind } of findings) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const sources = [...clausesBySource(matches)]
    .map(([document, { verbatim, edited }]) => [document, verbatim + edited] as const)
    .sort((a, b) => b[1] - a[1] || byWeight(deps.scope.of(a[0]), deps.scope.of(b[0])))
    .slice(0, MAX_DOCUMENTS)
    .map(([document, count]) => ({
      documentId: document.id,
      title: document.metadata.title,
      file: deps.fileOf(document),
      clauses: count,
    }));
  return {
    characters: clauses.reduce((sum, { text }) => sum + text.length, 0),
    clauses: clauses.length,
    labels,
    labelCharacters,
    conflicts: findings.filter(({ level }) => level === 'conflict').length,
    notes: findings.filter(({ level }) => level === 'note').length,
    kinds,
    reusedShare: counted === 0 ? 0 : Math.round((1000 * reused) / counted) / 1000,
    sources,
  };
}
