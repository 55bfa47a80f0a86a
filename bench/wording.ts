// npm run bench:wording -- --data FOLDER [--questions 2000] [--million 200] [--seed 1]
// Random substrings of an ingested archive (also with other width and quotation marks): documents and counts against a naive
// scan of the normalised texts, and times against a plain scan in memory, at the archive's size and recombined to --million.
import { openCatalogue } from '../services/catalogue/open.js';
import { createSnapshot, type SnapshotDocument } from '../services/catalogue/snapshot.js';
import { normalForm, occurrencesOf } from '../services/domain/text.js';
import { random } from '../services/evaluation/bootstrap.js';
import { percentile } from '../services/evaluation/metrics.js';
import { createWordingIndex } from '../services/wording/index/wording-index.js';
import { argument } from './settings.js';

const next = random(Number(argument('seed', '1')));
const below = (n: number): number => Math.floor(next() * n);
const catalogue = openCatalogue(argument('data', './data'));
const archive = [...createSnapshot(catalogue).documents().values()];
catalogue.close();
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

function substrings(documents: readonly SnapshotDocument[]): string[] {
  const found: string[] = [];
  while (found.length < wanted) {
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

compare('archive', archive);
const million = Number(argument('million', '200'));
if (million > 0) compare('recombined', recombined(million * 1e6));
