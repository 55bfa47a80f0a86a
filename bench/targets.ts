// npm run bench:targets: targets read out of labelled sentences of the archive, precision and recall of the whole tuple.
// Usage: npm run bench:targets -- DATA_DIR, the data folder of an archive that holds ../shared/archive/documents. --wrong
// lists what differs, for the dev half only. The labels of dev and held-out were made by one reader, before the rules; those of fresh after them, and before they were run there; blind by another reader, who saw no rules of the program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/root.js';
import { openCatalogue } from '../services/catalogue/open.js';
import { documentIdOf } from '../services/catalogue/store.js';
import type { Comparison, Target } from '../services/domain/target.js';
import { indicatorName } from '../services/facts/targets/indicator-name.js';
import { readDocumentTargets } from '../services/facts/targets/of-document.js';

const comparisons: Readonly<Record<string, Comparison>> = {
  ge: 'at-least',
  gt: 'more-than',
  le: 'at-most',
  lt: 'less-than',
  eq: 'equal',
};
const keyOf = (indicator: string, value: string, unit: string, comparison: string, year: string): string =>
  [indicator, value, unit, comparisons[comparison] ?? comparison, year].join(';');
const keyOfTarget = ({ indicator, value, valueTo, unit, comparison, year }: Target): string =>
  keyOf(indicator, valueTo === null ? String(value) : `${value}-${valueTo}`, unit, comparison, String(year ?? ''));

const dataDir = process.argv[2];
if (!dataDir) throw new Error('bench:targets DATA_DIR');
const catalogue = openCatalogue(dataDir);
const rows = ['targets.tsv', 'targets-blind.tsv'].flatMap((name) =>
  readFileSync(join(projectRoot, 'bench', 'facts', name), 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t')),
);
for (const half of ['dev', 'held-out', 'fresh', 'fresh-2', 'blind']) {
  let [right, same, read, labelled, nameless] = [0, 0, 0, 0, 0];
  const mine = rows.filter((row) => row[3] === half);
  for (const [file = '', start, end, , targets = ''] of mine) {
    const found = readDocumentTargets(catalogue, documentIdOf(file))
      .filter((target) => target.sentence.start < Number(end) && target.sentence.end > Number(start))
      .map(keyOfTarget);
    const wanted =
      targets === ''
        ? []
        : targets.split('|').map((tuple) => {
            const [indicator = '', value = '', unit = '', comparison = '', year = ''] = tuple.split(';');
            return keyOf(indicator, value, unit, comparison, year);
          });
    read += found.length;
    labelled += wanted.length;
    right += common(found, wanted);
    // a label in normal form is the same indicator to the product
    const normal = (key: string): string => key.replace(/^[^;]*/u, indicatorName);
    same += common(found.map(normal), wanted.map(normal));
    const bare = (key: string): string => key.split(';').slice(1).join(';');
    nameless += common(found.map(bare), wanted.map(bare));
    if (half === 'dev' && process.argv.includes('--wrong') && [...found].sort().join() !== [...wanted].sort().join()) {
      console.log(`${file} ${start}\n  want ${wanted.join(' ')}\n  read ${found.join(' ')}`);
    }
  }
  const share = (n: number, of: number): string => (of === 0 ? '-' : (n / of).toFixed(3));
  console.log(
    `${half}: ${mine.length} sentences, ${labelled} targets, ${read} read; whole tuple: precision ${share(right, read)}, recall ${share(right, labelled)}; labels in normal form: ${share(same, read)}, ${share(same, labelled)}; all but the name: ${share(nameless, read)}, ${share(nameless, labelled)}`,
  );
}
catalogue.close();

/** How many of `a` are in `b`, each of `b` taken once. */
function common(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  return a.filter((key) => {
    const at = left.indexOf(key);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}
