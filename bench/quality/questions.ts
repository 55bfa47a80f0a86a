// Our own questions about the shared archive, and questions that it or STARD does not answer. The files hold labels and
// our wording only; the gold text is read out of the archive, and a label whose text has changed there is left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';
import type { Catalogue } from '../../services/catalogue/open.js';
import { normalForm } from '../../services/domain/text.js';
import type { DocumentQuery } from '../../services/evaluation/queries.js';
import { sha256 } from '../../services/hash.js';

/** Numbers are fitted on half a and shown on half b. */
export type Half = 'a' | 'b';
export type Question = DocumentQuery & { readonly half: Half };
export interface Unanswerable {
  readonly id: string;
  readonly half: Half;
  /** name of the set that does not answer it */
  readonly archive: string;
  /** education; other: other business of government; near: the right topic, another place or detail */
  readonly sort: string;
  readonly query: string;
}

const rows = (file: string): string[][] =>
  readFileSync(join(projectRoot, 'bench', 'quality', file), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

const halfOf = (text: string | undefined): Half => (text === 'a' ? 'a' : 'b');

/** First characters of the SHA-256 of a label's text in normal form, as the file has it. */
export const labelHash = (text: string): string => sha256(normalForm(text)).slice(0, 12);

export function readQuestions(catalogue: Catalogue): Question[] {
  return rows('questions.tsv').flatMap(([id = '', half, file = '', start, length, hash, query = '']) => {
    const documentId = catalogue.ledger.get(file)?.documentId;
    if (!documentId) return [];
    const gold = catalogue.documents.text(documentId).text.slice(Number(start), Number(start) + Number(length));
    if (labelHash(gold) !== hash) return [];
    const common = { id, half: halfOf(half), kind: 'semantic', query, gold_docs: [file], also_relevant: [] };
    return [{ ...common, gold_passage: gold }];
  });
}

export const readUnanswerable = (): Unanswerable[] =>
  rows('unanswerable.tsv').map(([id = '', half, archive = '', sort = '', query = '']) => ({
    id,
    half: halfOf(half),
    archive,
    sort,
    query,
  }));
