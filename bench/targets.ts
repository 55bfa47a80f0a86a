// npm run bench:targets: targets read out of labelled sentences of the archive, precision and recall; --help says the rest.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../config/root.js';
import { openCatalogue } from '../services/catalogue/open.js';
import { type Labelled, labelledIn, linesOf } from './facts/target-labels.js';
import { judgedSame, namelessSame, namesApart, normalSame, right, type Same, wholeSame } from './facts/target-pairs.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wrong: { type: 'boolean', default: false },
    labels: { type: 'string' },
    names: { type: 'string' },
    judged: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const usage = `bench:targets DATA_DIR [--wrong] [--labels FILE] [--names FILE] [--judged FILE]

DATA_DIR is the data folder of an archive that holds ../shared/archive/documents. Each half gets one line: precision and
recall of the whole tuple (strict), with labels put into normal form, with names judged the same (only with --judged), and
of all but the name.
  --wrong         lists what differs, for the dev half only
  --labels FILE   judges this file (a TSV as bench/facts/targets-blind.tsv) in place of the project's own
  --names FILE    writes the pairs that differ in the name alone, one a line: id, label, read, same; same is left empty
  --judged FILE   that file, after a judge wrote yes or no into the column "same"`;
const dataDir = positionals[0];
if (values.help || !dataDir) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

const own = ['targets.tsv', 'targets-blind.tsv'].map((name) => join(projectRoot, 'bench', 'facts', name));
const catalogue = openCatalogue(dataDir);
const sentences = (values.labels ? [values.labels] : own).flatMap((path) => labelledIn(path, catalogue));
catalogue.close();

const judged = values.judged ? judgedSame(linesOf(values.judged)) : null;
for (const half of new Set(sentences.map((sentence) => sentence.half))) {
  const mine = sentences.filter((sentence) => sentence.half === half);
  if (values.wrong && half === 'dev') for (const sentence of mine) showWrong(sentence);
  console.log(`${half}: ${figures(mine)}`);
}
if (values.names) {
  const lines = [['id', 'label', 'read', 'same'], ...sentences.flatMap(namesApart).map((pair) => [...pair, ''])];
  writeFileSync(values.names, `${lines.map((line) => line.join('\t')).join('\n')}\n`);
}

function figures(mine: readonly Labelled[]): string {
  const [labelled, read] = [sum(mine, ({ wanted }) => wanted.length), sum(mine, (sentence) => sentence.read.length)];
  const told = (what: string, sameIn: (id: string) => Same): string => {
    const found = sum(mine, (sentence) => right(sentence, sameIn(sentence.id)));
    return `${what} ${share(found, read)}, ${share(found, labelled)}`;
  };
  return [
    `${mine.length} sentences, ${labelled} targets, ${read} read; precision and recall`,
    told('whole tuple', () => wholeSame),
    told('labels in normal form', () => normalSame),
    ...(judged ? [told('names judged the same', judged)] : []),
    told('all but the name', () => namelessSame),
  ].join('; ');
}

function showWrong(sentence: Labelled): void {
  const count = right(sentence, wholeSame);
  if (count === sentence.wanted.length && count === sentence.read.length) return;
  const line = (tuples: Labelled['read']): string => tuples.map(({ name, rest }) => `${name};${rest}`).join(' ');
  console.log(`${sentence.id}\n  want ${line(sentence.wanted)}\n  read ${line(sentence.read)}`);
}

function sum(list: readonly Labelled[], of: (sentence: Labelled) => number): number {
  return list.reduce((total, sentence) => total + of(sentence), 0);
}

function share(n: number, of: number): string {
  return of === 0 ? '-' : (n / of).toFixed(3);
}
