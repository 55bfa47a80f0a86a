// How sentences written by hand are labelled: paraphrases of the archive's, harder ones, and new ones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';
import { documentIdOf } from '../../services/catalogue/store.js';
import type { CheckReport } from '../../services/domain/check.js';
import type { Miss } from './tally.js';

interface Sentence {
  readonly text: string;
  /** what it is a paraphrase of: file, and offsets in its stored text; null of a new sentence */
  readonly of: { readonly file: string; readonly start: number; readonly end: number } | null;
}
interface Part {
  readonly name: string;
  readonly label: 'paraphrase' | 'new';
  readonly sentences: readonly Sentence[];
}

const linesOf = (file: string, heads: number): string[] =>
  readFileSync(join(projectRoot, 'bench/drafting', file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(heads);
const paraphrasesIn = (file: string): Sentence[] =>
  linesOf(file, 2).map((row) => {
    const [name = '', start, end, text = ''] = row.split('\t');
    return { text, of: { file: name, start: Number(start), end: Number(end) } };
  });

const parts = (): Part[] => [
  { name: 'paraphrase', label: 'paraphrase', sentences: paraphrasesIn('paraphrases.tsv') },
  { name: 'harder paraphrase', label: 'paraphrase', sentences: paraphrasesIn('paraphrases-hard.tsv') },
  { name: 'new', label: 'new', sentences: linesOf('new.tsv', 1).map((text) => ({ text, of: null })) },
];

/** Of every other sentence, from the `n`th on. */
export async function labelsByHand(
  n: 0 | 1,
  ask: (text: string) => Promise<CheckReport>,
  onMiss: (label: string, miss: Miss) => void,
): Promise<string[]> {
  const told: string[] = [];
  for (const { name, label, sentences } of parts()) {
    const mine = sentences.filter((_, i) => i % 2 === n);
    const { clauses } = await ask(mine.map(({ text }) => text).join('\n'));
    const as = new Map<string, number>();
    for (const clause of clauses) {
      as.set(clause.label, (as.get(clause.label) ?? 0) + 1);
      if (clause.label === label) continue;
      const what = `as ${clause.label} ${clause.similarity}`;
      onMiss(label, { what, text: `${clause.text} <= ${clause.sources[0]?.text ?? ''}` });
    }
    const share = (count: number): string => (count / mine.length).toFixed(3);
    const named = clauses.filter(({ sources }, i) => {
      const of = mine[i]?.of;
      return (
        of &&
        sources.some((one) => one.documentId === documentIdOf(of.file) && one.start < of.end && one.end > of.start)
      );
    }).length;
    const all = [...as].map(([other, count]) => `${other} ${count}`).join(', ');
    const source = label === 'paraphrase' ? `; its very source named ${share(named)}` : '';
    told.push(`written by hand: ${name} ${share(as.get(label) ?? 0)} of ${mine.length} (${all})${source}`);
  }
  return told;
}
