// npm run bench:citations: labelled mentions of the archive's documents, and how many of them are resolved rightly.
// Usage: npm run bench:citations -- DATA_DIR, the data folder of an archive that holds ../shared/archive/documents.
// --wrong lists what differs, for the dev half only (--wrong-all: both halves). The labels were made by one reader, before the rules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/root.js';
import { openCatalogue } from '../services/catalogue/open.js';
import { documentIdOf } from '../services/catalogue/store.js';
import { readDocumentCitations } from '../services/facts/citations/of-document.js';
import { shelfOf } from '../services/facts/citations/open-web.js';
import { citationWeb, type Resolved } from '../services/facts/citations/web-of.js';

const dataDir = process.argv[2];
if (!dataDir) throw new Error('bench:citations DATA_DIR');
const catalogue = openCatalogue(dataDir);

const documents = catalogue.documents.list(-1, 0);
let started = performance.now();
let characters = 0;
const mentions = documents.flatMap(({ id }) => {
  characters += catalogue.documents.text(id).text.length;
  return readDocumentCitations(catalogue, id).map((mention) => ({ documentId: id, mention }));
});
const readMs = performance.now() - started;
started = performance.now();
const web = citationWeb(mentions, shelfOf(catalogue));
const resolveMs = performance.now() - started;

const targetOf = ({ match }: Resolved): string => {
  if (match.kind === 'one') return web.shelf.held.get(match.document.id)?.id ?? '';
  if (match.kind === 'version') return match.newer.id;
  return { none: 'missing', own: 'self', other: 'other', several: 'ambiguous' }[match.kind];
};
interface Row {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly half: string;
  readonly target: string;
  readonly state: string;
  readonly sample: string;
}
const rows = readFileSync(join(projectRoot, 'bench', 'facts', 'citations.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .slice(1)
  .map((line): Row => {
    const [file = '', start, end, half = '', target = '', state = '', sample = ''] = line.split('\t');
    return { file, start: Number(start), end: Number(end), half, target, state, sample };
  });
const apart = new Set(['missing', 'self', 'other', 'ambiguous']);
const idOf = (target: string): string => (apart.has(target) ? target : documentIdOf(target));
const familyOf = (id: string): string => web.shelf.held.get(id)?.family ?? id;
const share = (n: number, of: number): string => `${n}/${of} ${of === 0 ? '-' : (n / of).toFixed(3)}`;

function judge(mine: readonly Row[], list: boolean): string {
  let [right, stateRight, states, links, linksRight, wanted, found, repealedMissed] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { file, start, end, target, state } of mine) {
    const resolved = web.cites(documentIdOf(file)).find(({ mention }) => mention.start < end && mention.end > start);
    const got = resolved ? targetOf(resolved) : 'unread';
    const want = idOf(target);
    // a version that is not held stands behind a newer one of its family, which is no link to it
    const gone = want === 'missing' && resolved?.match.kind === 'version';
    const same = got === want || gone || (!apart.has(want) && familyOf(got) === familyOf(want) && got === newest(want));
    if (same) right++;
    const stateIs = resolved?.state ?? '';
    if (state !== '') {
      states++;
      if (same && stateIs === state) stateRight++;
      if (state === 'repealed' && (stateIs === 'missing' || stateIs === '')) repealedMissed++;
    }
    if (!apart.has(want)) {
      wanted++;
      if (same) found++;
    }
    if (resolved?.match.kind === 'one') {
      links++;
      if (same) linksRight++;
    }
    if (list && (!same || (state !== '' && stateIs !== state))) {
      const { text } = catalogue.documents.text(documentIdOf(file));
      const words = text.slice(Math.max(0, start - 30), end + 25).replace(/\s+/gu, ' ');
      console.log(`${file}:${start} want ${target} ${state}, got ${got} ${stateIs}\n    ${words}`);
      if (resolved)
        console.log(
          `    ${JSON.stringify(resolved.mention)} ${JSON.stringify(resolved.wanted.name)} ${resolved.wanted.stated}`,
        );
    }
  }
  return `resolved rightly ${share(right, mine.length)}; links: precision ${share(linksRight, links)}, recall ${share(found, wanted)}; state right ${share(stateRight, states)}; repealed read "not found": ${repealedMissed}`;
}
const newest = (id: string): string => web.shelf.held.get(id)?.newer ?? id;

const all = process.argv.includes('--wrong-all');
for (const half of ['dev', 'held-out']) {
  const mine = rows.filter((row) => row.half === half);
  const list = all || (half === 'dev' && process.argv.includes('--wrong'));
  console.log(`${half} (${mine.length}): ${judge(mine, list)}`);
  for (const sample of ['all', 'links']) {
    const part = mine.filter((row) => row.sample === sample);
    console.log(`  ${sample} (${part.length}): ${judge(part, false)}`);
  }
}
console.log(`both (${rows.length}): ${judge(rows, false)}`);
const counts: Record<string, number> = {};
for (const { mention, match, state } of web.all) {
  const name = state ?? match.kind;
  counts[name] = (counts[name] ?? 0) + 1;
  if (mention.title === null) counts['(numbers alone)'] = (counts['(numbers alone)'] ?? 0) + 1;
}
const citations = web.all.filter(({ state }) => state !== null).length;
const resolvedOnes = web.all.filter(({ match }) => match.kind === 'one' || match.kind === 'version').length;
console.log(`mentions: ${web.all.length} in ${documents.length} documents: ${JSON.stringify(counts)}`);
console.log(
  `citations of other documents: ${citations}, of which resolved to a document held: ${share(resolvedOnes, citations)}`,
);
console.log(
  `reading: ${(readMs / documents.length).toFixed(2)} ms a document, ${(characters / 1e6).toFixed(1)} M characters in ${readMs.toFixed(0)} ms; resolving the whole archive: ${resolveMs.toFixed(0)} ms`,
);
catalogue.close();
