// Readers' judgements as questions to learn from: what was said to answer, by text that still stands as it was judged.
import type { Catalogue } from '../catalogue/open.js';
import type { Judgement } from '../domain/judgement.js';
import type { PassageQuery } from '../evaluation/queries.js';
import { passageHash } from './judging.js';

export const JUDGED_KIND = 'judged';

export interface JudgedQuestions {
  readonly queries: readonly PassageQuery[];
  /** question's id → passages that were said not to answer */
  readonly refused: ReadonlyMap<string, readonly number[]>;
}

/** The verdict with more days counts; a tie counts as neither. A passage whose text has changed since is left out. */
export function judgedQuestions(catalogue: Pick<Catalogue, 'documents' | 'judgements'>): JudgedQuestions {
  const byQuery = new Map<string, Map<string, { readonly judgement: Judgement; balance: number }>>();
  for (const judgement of catalogue.judgements.list(catalogue.judgements.count(), 0)) {
    const verdicts = byQuery.get(judgement.query) ?? new Map();
    byQuery.set(judgement.query, verdicts);
    const key = `${judgement.documentId} ${judgement.passageHash}`;
    const verdict = verdicts.get(key) ?? { judgement, balance: 0 };
    verdict.balance += judgement.answers ? 1 : -1;
    verdicts.set(key, verdict);
  }
  const queries: PassageQuery[] = [];
  const refused = new Map<string, number[]>();
  for (const [query, verdicts] of byQuery) {
    const standing = [...verdicts.values()].flatMap(({ judgement, balance }) => {
      const passage = passageNow(catalogue, judgement);
      return passage ? [{ ...passage, balance }] : [];
    });
    const gold = standing.filter(({ balance }) => balance > 0).map(({ file, text }) => ({ doc: file, text }));
    if (gold.length === 0) continue;
    queries.push({ id: query, kind: JUDGED_KIND, query, gold });
    refused.set(
      query,
      standing.filter(({ balance }) => balance < 0).map(({ id }) => id),
    );
  }
  return { queries, refused };
}

/** The passage as it stands now, where its text is still what was judged. */
function passageNow(
  { documents }: Pick<Catalogue, 'documents'>,
  judgement: Judgement,
): { id: number; text: string; file: string } | null {
  const summary = documents.summary(judgement.documentId);
  if (!summary) return null;
  const passage = documents
    .passages(judgement.documentId)
    .find(({ text }) => passageHash(text) === judgement.passageHash);
  return passage ? { id: passage.id, text: passage.text, file: summary.file } : null;
}
