// npm run bench:compare: versions of statutes aligned, against labels; and generated edits of real articles, found again.
// Usage: npm run bench:compare -- DATA_DIR…, data folders of archives that hold the files named in bench/comparison/statutes.tsv
// (../shared/archive/documents and ../shared/stard/documents). --wrong lists what differs, for the dev half only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/root.js';
import { openCatalogue } from '../services/catalogue/open.js';
import { documentIdOf } from '../services/catalogue/store.js';
import { compareTexts, type Text } from '../services/comparison/compare-texts.js';
import type { UnitChange } from '../services/domain/comparison.js';
import { generated } from './comparison/generated.js';
import { generatedTransmission } from './comparison/generated-transmission.js';

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folders.length === 0) throw new Error('bench:compare DATA_DIR…');
const catalogues = folders.map((folder) => openCatalogue(folder));

function textOf(file: string): Text {
  for (const { documents } of catalogues) {
    const id = documentIdOf(file);
    if (documents.summary(id))
      return documents.versionText(id, documents.detail(id).version) ?? { text: '', outline: [] };
  }
  throw new Error(`${file} is in none of the archives`);
}

interface Label {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
}
const pairs = new Map<string, { readonly half: string; readonly labels: Label[] }>();
const rows = readFileSync(join(projectRoot, 'bench', 'comparison', 'statutes.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .slice(1);
for (const line of rows) {
  const [fileA = '', fileB = '', half = '', a = '', b = '', kind = ''] = line.split('\t');
  const key = `${fileA}\t${fileB}`;
  const pair = pairs.get(key) ?? { half, labels: [] };
  pair.labels.push({ a, b, kind });
  pairs.set(key, pair);
}

/** Articles by number on either side, and which of them were put together. */
function linksOf(units: readonly UnitChange[]) {
  const [ofA, ofB] = [new Map<string, UnitChange>(), new Map<string, UnitChange>()];
  const links = new Map<string, UnitChange>();
  for (const unit of units) {
    const numbers = (side: 'a' | 'b'): string[] =>
      unit[side].flatMap(({ kind, label }) => (kind === 'article' && label ? [label] : []));
    for (const a of numbers('a')) if (!ofA.has(a)) ofA.set(a, unit);
    for (const b of numbers('b')) if (!ofB.has(b)) ofB.set(b, unit);
    for (const a of numbers('a')) for (const b of numbers('b')) links.set(`${a} ${b}`, unit);
  }
  return { ofA, ofB, links };
}

const share = (n: number, of: number): string => (of === 0 ? '-' : `${((100 * n) / of).toFixed(1)} %`);
for (const half of ['dev', 'held-out']) {
  const sum = {
    changed: 0,
    found: 0,
    paired: 0,
    ofPaired: 0,
    lone: 0,
    ofLone: 0,
    same: 0,
    falsely: 0,
    links: 0,
    wrong: 0,
    renumbered: 0,
    ofRenumbered: 0,
  };
  let count = 0;
  for (const [files, { half: its, labels }] of pairs) {
    if (its !== half) continue;
    count++;
    const [fileA = '', fileB = ''] = files.split('\t');
    const { units } = compareTexts(textOf(fileA), textOf(fileB));
    const { ofA, ofB, links } = linksOf(units);
    const tell = (what: string): void => {
      if (half === 'dev' && process.argv.includes('--wrong')) console.log(`  ${fileA}: ${what}`);
    };
    const known = new Map(labels.map(({ a, b, kind }) => [`${a} ${b}`, kind]));
    const arguable = (label: string, side: 'a' | 'b'): boolean =>
      labels.some((one) => one[side] === label && (one.kind === 'arguable' || one.kind === 'unjudged'));
    for (const { a, b, kind } of labels) {
      const [unitA, unitB] = [ofA.get(a), ofB.get(b)];
      const flagged = [a === '-' || unitA?.kind !== 'same', b === '-' || unitB?.kind !== 'same'].every(Boolean);
      const link = links.get(`${a} ${b}`);
      if (kind === 'same') {
        sum.same++;
        if (link?.kind !== 'same') {
          sum.falsely++;
          tell(`${a} ${b} is the same, given as ${unitA?.kind}`);
        }
      } else if (kind === 'changed' || kind === 'joined') {
        sum.changed++;
        sum.ofPaired++;
        if (flagged) sum.found++;
        else tell(`${a} ${b} not seen to differ`);
        if (link) sum.paired++;
        else
          tell(
            `${a} ${b} (${kind}) not put together: ${unitA?.b.map(({ label }) => label)} ${unitB?.a.map(({ label }) => label)}`,
          );
      } else if (kind === 'added' || kind === 'removed') {
        const [unit, label, side] = kind === 'added' ? ([unitB, b, 'b'] as const) : ([unitA, a, 'a'] as const);
        sum.changed++;
        sum.ofLone++;
        if (flagged) sum.found++;
        const others = unit?.[side === 'a' ? 'b' : 'a'] ?? [];
        if (unit?.kind === kind || (arguable(label, side) && others.length > 0)) sum.lone++;
        else tell(`${label} is ${kind}, given as ${unit?.kind} with ${others.map((one) => one.label)}`);
      }
      if (link && a !== b && (kind === 'same' || kind === 'changed')) {
        sum.ofRenumbered++;
        if (link.renumbered) sum.renumbered++;
      }
    }
    for (const [link, unit] of links) {
      const [a = '', b = ''] = link.split(' ');
      if (known.has(link) || arguable(a, 'a') || arguable(b, 'b')) continue;
      sum.wrong++;
      tell(`${link} put together wrongly (${unit.kind})`);
    }
    sum.links += links.size;
  }
  console.log(
    `${half}: ${count} pairs, ${sum.changed} changed, added or removed articles: ${share(sum.found, sum.changed)} found to differ (false: ${sum.falsely} of ${sum.same} that are the same); ` +
      `put with the right article ${share(sum.paired, sum.ofPaired)} of ${sum.ofPaired}; added and removed right ${share(sum.lone, sum.ofLone)} of ${sum.ofLone}; ` +
      `${sum.links} put together, ${sum.wrong} wrongly; renumbered told ${share(sum.renumbered, sum.ofRenumbered)} of ${sum.ofRenumbered}`,
  );
}
for (const line of [...generated(catalogues), ...generatedTransmission(catalogues)]) console.log(line);
for (const catalogue of catalogues) catalogue.close();
