// npm run bench:spelling -- [--folder DIR] [--slips 400] [--seed 1] [--show yes]
// "Did you mean" on slips made of an archive's own titles, headings and words (a folder that was evaluated before), by
// kind and in two halves, of which the thresholds were fitted on the first; and on queries that have no slip.
import { join, resolve } from 'node:path';
import { createLogger } from '../config/logger.js';
import { projectRoot } from '../config/root.js';
import { createSnapshot } from '../services/catalogue/snapshot.js';
import { normalForm } from '../services/domain/text.js';
import { random } from '../services/evaluation/bootstrap.js';
import { evaluationDataDir } from '../services/evaluation/data-folder.js';
import { readQueries } from '../services/evaluation/queries.js';
import { indexForm } from '../services/language/segment.js';
import { openArchive } from '../services/open-archive.js';
import { createLexicon } from '../services/search/lexicon/lexicon.js';
import { argument, benchSettings } from './settings.js';
import { bySound, type SlipKind, slip, slipKinds } from './spelling/slips.js';

const folder = resolve(argument('folder', join(projectRoot, 'examples')));
const wanted = Number(argument('slips', '400'));
const next = random(Number(argument('seed', '1')));
const show = argument('show', '') !== '';
const { settings } = benchSettings(evaluationDataDir(process.env.YANJU_DATA_DIR ?? 'data', folder));
const open = openArchive(settings, createLogger(settings, 'bench'));
const snapshot = createSnapshot(open.catalogue);
const documents = [...snapshot.documents().values()];
const lexicon = createLexicon({ catalogue: open.catalogue, snapshot });
/** Of the processor, so that what else runs does not count. */
const cpuMs = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1_000;
snapshot.documents();
const started = cpuMs();
await lexicon.prepared();
const seconds = (cpuMs() - started) / 1_000;

/** Runs of Han characters as long as queries are, without what only frames a title. */
const parts = (text: string): string[] =>
  (
    indexForm(text)
      .replace(/关于|印发|的通知|的意见/gu, ' ')
      .match(/\p{Script=Han}{4,12}/gu) ?? []
  ).filter((part) => !/^第.{1,6}[条章节]/u.test(part));
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const titles = [...new Set(documents.flatMap(({ metadata }) => parts(metadata.title)))];
const headings = [...new Set(documents.flatMap(({ id }) => open.catalogue.documents.headings(id).flatMap(parts)))];
const terms = [
  ...new Set(documents.flatMap(({ normal }) => lexicon.suggest(normal.slice(40, 42), 8).map(({ text }) => text))),
].flatMap((text) => text.match(/^\p{Script=Han}{3,12}$/u) ?? []);
const texts = documents.map(({ normal }) => normal);
const stands = (text: string): boolean => texts.some((whole) => whole.includes(text));
const soundAlikes = bySound(
  texts
    .slice(0, 300)
    .join('')
    .slice(0, 500_000)
    .match(/\p{Script=Han}/gu) ?? [],
);

interface Case {
  readonly kind: SlipKind;
  readonly typed: string;
  readonly meant: string;
}
const cases: Case[] = [];
const sources = shuffled([
  ...shuffled(titles).slice(0, wanted),
  ...shuffled(headings).slice(0, wanted),
  ...shuffled(terms).slice(0, wanted),
]);
for (const meant of sources) {
  if (cases.length >= wanted) break;
  const kind = slipKinds[cases.length % slipKinds.length] ?? 'sound';
  const typed = slip(meant, kind, next, soundAlikes);
  if (typed !== null && typed !== meant && !stands(normalForm(typed))) cases.push({ kind, typed, meant });
}

const asked: number[] = [];
const correct = (text: string): string | null => {
  const before = cpuMs();
  const found = lexicon.correct(text);
  asked.push(cpuMs() - before);
  return found;
};
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % of ${whole}`;
console.log(`${documents.length} documents, lexicon built in ${seconds.toFixed(1)} s of processor time`);
for (const half of [0, 1]) {
  const ofHalf = cases.filter((_, i) => Math.floor(i / slipKinds.length) % 2 === half);
  for (const kind of [...slipKinds, null]) {
    const list = ofHalf.filter((one) => kind === null || one.kind === kind);
    const answers = list.map(({ typed }) => correct(typed));
    const right = answers.filter((answer, i) => answer === list[i]?.meant).length;
    const wrong = answers.filter((answer, i) => answer !== null && answer !== list[i]?.meant).length;
    console.log(
      `${half === 0 ? 'fitted on' : 'shown on '} ${(kind ?? 'all').padEnd(9)} right ${percent(right, list.length)}, wrong ${percent(wrong, list.length)}`,
    );
    if (show && kind !== null)
      list.forEach(({ typed, meant }, i) => {
        if (answers[i] !== meant) console.log(`    ${typed} → ${answers[i]} (${meant})`);
      });
  }
}

const queries = readQueries(folder).map(({ query }) => query);
const untouched = [
  ...shuffled(queries).slice(0, 300),
  ...shuffled(titles).slice(0, 150),
  ...shuffled(headings).slice(0, 150),
];
const offers = untouched.map((text) => ({ text, answer: correct(text) })).filter(({ answer }) => answer !== null);
console.log(`false offers ${percent(offers.length, untouched.length)} untouched`);
const ofQueries = offers.filter(({ text }) => queries.includes(text));
console.log(`of these on real queries ${percent(ofQueries.length, Math.min(300, queries.length))}`);
if (show) for (const { text, answer } of offers) console.log(`    ${text} → ${answer}`);
const times = asked.toSorted((a, b) => a - b);
console.log(
  `a query p50 ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms, p95 ${times[Math.floor(0.95 * times.length)]?.toFixed(1)} ms`,
);
await open.close();
process.exit(0);
