// npm run bench:wording -- --data FOLDER [--questions 2000] [--looser 100] [--timeline 200] [--million 200] [--seed 1]
// Random substrings of an ingested archive (also with other width and quotation marks): documents and counts against a naive
// scan of the normalised texts, and times against a plain scan in memory, at the archive's size and recombined to --million;
// then the looser forms against a naive scan (bench/wording/looser.ts), and timelines against a raw count (timeline.ts).
import { join } from 'node:path';
import { openCatalogue } from '../services/catalogue/open.js';
import { createSnapshot, type SnapshotDocument } from '../services/catalogue/snapshot.js';
import { TimelineBy, TimelineRequest, WordingRequest } from '../services/domain/query.js';
import { normalForm, occurrencesOf } from '../services/domain/text.js';
import { random } from '../services/evaluation/bootstrap.js';
import { percentile } from '../services/evaluation/metrics.js';
import { issuerLevel, resolveRegion } from '../services/regions/regions.js';
import { asked } from '../services/wording/asked.js';
import { holders } from '../services/wording/holders.js';
import { createWordingIndex } from '../services/wording/index/wording-index.js';
import { timeline } from '../services/wording/timeline.js';
import { argument } from './settings.js';
import { type Looser, naiveOccurrences, writtenForms } from './wording/looser.js';
import { rawCounter } from './wording/timeline.js';

const next = random(Number(argument('seed', '1')));
const below = (n: number): number => Math.floor(next() * n);
const dataDir = argument('data', './data');
const catalogue = openCatalogue(dataDir);
const snapshot = createSnapshot(catalogue);
const archive = [...snapshot.documents().values()];
const wanted = Number(argument('questions', '2000'));
const charactersOf = (list: readonly SnapshotDocument[]): number => list.reduce((sum, d) => sum + d.normal.length, 0);

/** As another hand might write it: full width, other quotation marks, white space between. */
function otherwise(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (character === '"') out += '“”「」'.charAt(below(4));
    else if (code > 0x20 && code < 0x7f && next() < 0.5) out += String.fromCharCode(code + 0xfee0);
    else out += character;
    if (next() < 0.05) out += ' \n　'.charAt(below(3));
  }
  return out;
}

function substrings(documents: readonly SnapshotDocument[], many = wanted): string[] {
  const found: string[] = [];
  while (found.length < many) {
    const { normal } = documents[below(documents.length)]!; // in bounds
    const start = below(normal.length);
    const raw = normal.slice(start, start + 1 + below(60)).toWellFormed();
    if (normalForm(raw) !== '') found.push(found.length % 2 === 0 ? raw : otherwise(raw));
  }
  return found;
}

/** Pieces of the archive, 200 to 2,000 characters, put together anew in documents of its own sizes. */
function recombined(characters: number): SnapshotDocument[] {
  const made: SnapshotDocument[] = [];
  for (let size = 0; size < characters; ) {
    const model = archive[below(archive.length)]!; // in bounds
    const pieces: string[] = [];
    for (let length = 0; length < model.normal.length; ) {
      const { normal } = archive[below(archive.length)]!; // in bounds
      const start = below(normal.length);
      const piece = normal.slice(start, start + 200 + below(1_800));
      pieces.push(piece);
      length += piece.length;
    }
    const normal = Buffer.from(pieces.join(''), 'utf16le').toString('utf16le'); // flat, as a text read from the catalogue
    made.push({ ...model, id: String(made.length), normal });
    size += normal.length;
  }
  return made;
}

const scan = (documents: readonly SnapshotDocument[], needle: string): Map<SnapshotDocument, number> => {
  const counts = new Map<SnapshotDocument, number>();
  for (const document of documents) {
    const { length } = occurrencesOf(needle, document.normal);
    if (length > 0) counts.set(document, length);
  }
  return counts;
};

function compare(name: string, list: readonly SnapshotDocument[]): void {
  const documents = new Map(list.map((document) => [document.id, document]));
  const index = createWordingIndex();
  const started = performance.now();
  for (const work = index.build(documents); !work.next().done; );
  const built = performance.now() - started;
  const times = { ours: [] as number[], plain: [] as number[] };
  let same = 0;
  for (const text of substrings(list)) {
    const before = performance.now();
    const ours = index.count(normalForm(text), documents);
    const between = performance.now();
    const plain = scan(list, normalForm(text));
    times.ours.push(between - before);
    times.plain.push(performance.now() - between);
    if (ours.size === plain.size && [...plain].every(([document, count]) => ours.get(document) === count)) same++;
  }
  const { bytes, segments, characters } = index.size();
  const of = (list: readonly number[]): string =>
    [0.5, 0.95, 1].map((p) => percentile(list, p).toFixed(3).padStart(10)).join('');
  console.log(
    `\n${name}: ${(charactersOf(list) / 1e6).toFixed(1)} million characters, ${list.length} documents; index ${(bytes / 1e6).toFixed(0)} MB (${(bytes / characters).toFixed(2)} bytes a character) in ${segments} segments, built in ${(built / 1e3).toFixed(1)} s`,
  );
  console.log(`documents and counts identical: ${same} of ${times.ours.length}`);
  console.log(`ms            p50       p95       most\nindex  ${of(times.ours)}\nscan   ${of(times.plain)}`);
  const ratio = (p: number): string => (percentile(times.plain, p) / percentile(times.ours, p)).toFixed(1);
  console.log(`the scan takes ${ratio(0.5)} times as long (p50), ${ratio(0.95)} times (p95)`);
  if (same < times.ours.length) process.exitCode = 1;
}

/** A phrase as another hand writes it in the looser form: without its punctuation, its numbers in digits. */
const loosely = (text: string, how: Looser): string =>
  next() < 0.5 ? text : (writtenForms(normalForm(text), how)[0]?.text ?? text);

function compareLooser(name: string, how: Looser, many: number): void {
  const documents = new Map(archive.map((document) => [document.id, document]));
  const index = createWordingIndex();
  for (const work = index.build(documents); !work.next().done; );
  const forms = new Map(archive.map((document) => [document, writtenForms(document.normal, how)]));
  const times: number[] = [];
  let [same, all] = [0, 0];
  const phrases = substrings(archive, many)
    .map((text) => loosely(text, how))
    .filter((text) => writtenForms(normalForm(text), how).every((form) => form.text !== ''));
  for (const q of phrases) {
    const request = WordingRequest.parse({
      q,
      punctuation: how.punctuation ? 'ignore' : 'keep',
      script: how.script ? 'fold' : 'keep',
      numerals: how.numerals ? 'fold' : 'keep',
    });
    const before = performance.now();
    const ours = holders(asked(request, 10_000), documents, index, () => true);
    times.push(performance.now() - before);
    const phrase = writtenForms(normalForm(q), how);
    const isSame = archive.every(
      (document) => naiveOccurrences(forms.get(document) ?? [], phrase) === (ours.get(document) ?? 0),
    );
    if (isSame) same++;
    else console.log(`differs: ${q}`);
    all++;
  }
  const of = [0.5, 0.95, 1].map((p) => percentile(times, p).toFixed(1)).join(' / ');
  console.log(`looser, ${name}: identical ${same} of ${all}; ms p50 / p95 / most ${of}`);
  if (same < all) process.exitCode = 1;
}

function compareTimelines(many: number): void {
  const raw = rawCounter(join(dataDir, 'catalogue.db'), issuerLevel);
  const index = createWordingIndex();
  for (const work = index.build(snapshot.documents()); !work.next().done; );
  const times: number[] = [];
  let [same, all] = [0, 0];
  for (const q of substrings(archive, many)) {
    const phrase = q.replace(/[\n\r]/gu, '');
    const expected = raw(phrase);
    for (const by of TimelineBy.options) {
      const before = performance.now();
      const { groups } = timeline(TimelineRequest.parse({ q: phrase, by }), {
        catalogue,
        snapshot,
        index,
        maxQueryLength: 10_000,
      });
      times.push(performance.now() - before);
      const keyOf = (value: string | null): string =>
        by === 'region' && value !== null ? (resolveRegion(value)?.code ?? '?') : String(value);
      const ours = groups.map(({ value, of, counts }) => [
        keyOf(value),
        of,
        counts[0]?.documents,
        counts[0]?.occurrences,
      ]);
      const theirs = [...expected[by]].map(([key, counts]) => [key, ...counts]);
      all++;
      if (JSON.stringify(ours.sort()) === JSON.stringify(theirs.sort())) same++;
      else console.log(`differs by ${by}: ${phrase}`);
    }
  }
  const of = [0.5, 0.95, 1].map((p) => percentile(times, p).toFixed(1)).join(' / ');
  console.log(`timelines by year, region and level equal to a raw count: ${same} of ${all}; ms p50 / p95 / most ${of}`);
  if (same < all) process.exitCode = 1;
}

compare('archive', archive);
const looser = Number(argument('looser', '100'));
const none = { punctuation: false, script: false, numerals: false };
if (looser > 0) {
  compareLooser('punctuation', { ...none, punctuation: true }, looser);
  compareLooser('script', { ...none, script: true }, looser);
  compareLooser('numerals', { ...none, numerals: true }, looser);
  compareLooser('all', { punctuation: true, script: true, numerals: true }, looser);
}
const timelines = Number(argument('timeline', '200'));
if (timelines > 0) compareTimelines(timelines);
const million = Number(argument('million', '200'));
if (million > 0) compare('recombined', recombined(million * 1e6));
catalogue.close();
