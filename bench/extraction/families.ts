// What families a folder of documents makes: how long they take, how many links of each kind, and every pair, to be judged by eye.
// node dist/bench/extraction/families.js FOLDER [--pairs]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../config/settings.js';
import { extractLimits } from '../../ingest/extract/limits.js';
import { createPreparePool } from '../../ingest/prepare-pool.js';
import { source } from '../../ingest/source.js';
import { type Catalogue, openCatalogue } from '../../services/catalogue/open.js';
import { AppError } from '../../services/domain/errors.js';
import { linkDocuments } from '../../services/families/link-documents.js';
import { sha256 } from '../../services/hash.js';

/** Stores every file that can be read, without embedding it. Gives the ids. */
async function fill(catalogue: Catalogue, folder: string): Promise<string[]> {
  const settings = readSettings();
  const pool = createPreparePool({
    processes: settings.YANJU_EXTRACT_PROCESSES,
    timeoutS: settings.YANJU_EXTRACT_TIMEOUT_S,
    memoryMb: settings.YANJU_EXTRACT_MEMORY_MB,
  });
  const limits = extractLimits(settings);
  const ids: string[] = [];
  for (const { file, path } of source([folder]).files) {
    const contentHash = sha256(readFileSync(path));
    try {
      const prepared = await pool.prepare({ file, path, contentHash, given: null, limits, ocr: 'off' });
      if (prepared.kind !== 'document') continue;
      const { version } = prepared;
      catalogue.transaction(() => {
        if (catalogue.store.sameAs(file, contentHash, version.textHash)) return;
        ids.push(catalogue.store.put(version, new Date().toISOString()));
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error; // a file that cannot be read is not this bench's matter
    }
  }
  await pool.close();
  return ids;
}

async function main(folder: string, pairs: boolean): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'yanju-families-'));
  const catalogue = openCatalogue(data);
  try {
    const ids = await fill(catalogue, folder);
    const started = performance.now();
    let [slowest, last] = [0, started];
    await linkDocuments(catalogue, () => {
      const now = performance.now();
      slowest = Math.max(slowest, now - last);
      last = now;
    });
    const ms = performance.now() - started;
    const links = ids.flatMap((id) => catalogue.families.links(id).filter(({ a }) => a === id));
    const counts = new Map<string, number>();
    for (const { relation } of links) counts.set(relation, (counts.get(relation) ?? 0) + 1);
    console.log(`documents ${ids.length}, ${(ms / ids.length).toFixed(1)} ms each, slowest ${slowest.toFixed(0)} ms`);
    for (const [relation, count] of counts) console.log(`${relation} ${count}`);
    const newer = ids.filter((id) => catalogue.documents.summary(id)?.newer);
    console.log(
      `families ${new Set(ids.map((id) => catalogue.families.entry(id)?.family)).size}, superseded ${newer.length}`,
    );
    const name = (id: string): string => {
      const document = catalogue.documents.summary(id);
      return `${document?.title} (${document?.date ?? document?.year ?? '?'}, ${document?.region ?? '?'}, ${document?.file})`;
    };
    for (const { a, b, relation, resemblance, containment } of pairs ? links : []) {
      console.log(`\n${relation} ${resemblance.toFixed(2)} ${containment.toFixed(2)}\n  ${name(a)}\n  ${name(b)}`);
    }
    for (const id of pairs ? newer : []) {
      const document = catalogue.documents.summary(id);
      console.log(`\nnewer ${document?.newer?.kind}\n  ${name(id)}\n  ${name(document?.newer?.id ?? '')}`);
    }
  } finally {
    catalogue.close();
    rmSync(data, { recursive: true, force: true });
  }
}

const [folder, ...flags] = process.argv.slice(2);
if (!folder) throw new Error('usage: node dist/bench/extraction/families.js FOLDER [--pairs]');
await main(folder, flags.includes('--pairs'));
