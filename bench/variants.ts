// npm run bench:variants -- --data FOLDER [--questions 100] [--alike 60] [--seed 1] [--read 0]
// Variants of random sentences of an ingested archive: the sentences found against an alignment with every sentence there
// is (no index, no bits: own naive code), and times. --read N prints the variants of N sentences, to be judged by eye.
import { openCatalogue } from '../services/catalogue/open.js';
import { createSnapshot } from '../services/catalogue/snapshot.js';
import { VariantsRequest } from '../services/domain/query.js';
import { random } from '../services/evaluation/bootstrap.js';
import { percentile } from '../services/evaluation/metrics.js';
import { createWordingIndex } from '../services/wording/index/wording-index.js';
import { sentenceStarts } from '../services/wording/near.js';
import { findStretches } from '../services/wording/variants/find-stretches.js';
import { variants } from '../services/wording/variants/variants.js';
import { argument } from './settings.js';

const next = random(Number(argument('seed', '1')));
const below = (n: number): number => Math.floor(next() * n);
const alike = Number(argument('alike', '60'));
const catalogue = openCatalogue(argument('data', './data'));
const snapshot = createSnapshot(catalogue);
const documents = snapshot.documents();
const index = createWordingIndex();
for (const work = index.build(documents); !work.next().done; );

const sentences = [...documents.values()].flatMap((document) =>
  sentenceStarts(document).map((start, i, starts) => ({
    id: `${document.id} ${start}`,
    text: document.normal.slice(start, starts[i + 1] ?? document.normal.length),
  })),
);

/** Whether some stretch of the text is within `most` edits of the pattern: the whole table, cell by cell. */
function isNear(pattern: string, text: string, most: number): boolean {
  const codes = Uint16Array.from(pattern, (character) => character.charCodeAt(0));
  let row = Uint16Array.from({ length: codes.length + 1 }, (_, i) => i);
  let other = new Uint16Array(codes.length + 1);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    other[0] = 0;
    for (let i = 1; i <= codes.length; i++) {
      other[i] = Math.min(row[i - 1]! + (codes[i - 1] === code ? 0 : 1), row[i]! + 1, other[i - 1]! + 1); // in bounds
    }
    [row, other] = [other, row];
    if (row[codes.length]! <= most) return true; // in bounds
  }
  return false;
}

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const questions = [];
while (questions.length < Number(argument('questions', '100'))) {
  const text = sentences[below(sentences.length)]!.text.slice(0, 120); // in bounds
  if (text.length >= 10 && !/[\ud800-\udfff]/u.test(text)) questions.push(text);
}

const times = { ours: [] as number[], exhaustive: [] as number[] };
let [both, ours, exhaustive] = [0, 0, 0];
for (const asked of questions) {
  const edits = Math.floor((asked.length * (100 - alike)) / 100);
  const before = performance.now();
  const found = finish(findStretches(asked, edits, documents, index, () => true));
  const between = performance.now();
  const near = new Set(sentences.flatMap(({ id, text }) => (isNear(asked, text, edits) ? [id] : [])));
  times.ours.push(between - before);
  times.exhaustive.push(performance.now() - between);
  const starts = new Map(found.map(({ document }) => [document.id, sentenceStarts(document)]));
  const held = new Set(
    found.map(({ document, place }) => {
      const start = starts.get(document.id)?.findLast((one) => one <= place.start) ?? 0;
      return `${document.id} ${start}`;
    }),
  );
  ours += held.size;
  exhaustive += near.size;
  for (const id of held) if (near.has(id)) both++;
}
const of = (list: readonly number[]): string =>
  [0.5, 0.95, 1].map((p) => percentile(list, p).toFixed(1).padStart(9)).join('');
console.log(
  `${questions.length} sentences of ${documents.size} documents, ${sentences.length} sentences, alike to ${alike} %: ${exhaustive} sentences near by exhaustive alignment, ${ours} found; recall ${(both / exhaustive).toFixed(4)}, precision ${(both / ours).toFixed(4)}`,
);
console.log(
  `ms                p50      p95     most\nfound       ${of(times.ours)}\nexhaustive  ${of(times.exhaustive)}`,
);
if (both < exhaustive || both < ours) process.exitCode = 1;

for (let i = 0; i < Number(argument('read', '0')); i++) {
  const q = sentences[below(sentences.length)]!.text; // in bounds
  if (q.length < 12 || q.length > 120) continue;
  const { variants: all, total } = finish(
    variants(VariantsRequest.parse({ q, alike, size: 12 }), { catalogue, snapshot, index }),
  );
  console.log(`\n${q}\n  ${total} variants`);
  for (const { text, edits, documents: count, first } of all) {
    console.log(`  ${first.document.date ?? first.document.year ?? '—'} ${count} ${edits} ${text}`);
  }
}
catalogue.close();
