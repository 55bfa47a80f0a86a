// A catalogue of made-up documents with vectors of a made-up model, and engines over it.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { type Catalogue, openCatalogue } from '../../../services/catalogue/open.js';
import type { Engine } from '../../../services/engine/engine.js';
import { openEngine } from '../../../services/engine/open.js';
import { dimension, vectorOf } from '../../engine/fixtures.js';
import { testSettings } from '../../support/settings.js';
import { versionOf } from '../../support/versions.js';

export const model = 'a model';
export const at = '2026-01-01T00:00:00.000Z';
export const meiliUrl = process.env.MEILI_URL || null;

const SUBJECTS = ['课后服务', '随迁子女入学', '教师培训', '校园食堂', '图书借阅', '劳动教育', '体育锻炼', '心理辅导'];
/** Text of the n-th document: three lines, each of its own words. */
export function textOf(n: number): string {
  const subject = SUBJECTS[n % SUBJECTS.length];
  return [
    `临澜市第${n}号${subject}管理办法由市教育局制定并且负责解释`,
    `各学校应当按照第${n}号办法安排${subject}工作并且每学期向区教育局报告一次`,
    `违反规定的学校由区教育局责令在三十日之内改正`,
  ].join('\n');
}

let seed = 1;
/** Embeds everything that has no vector of the model. */
export function embedAll(catalogue: Catalogue, fingerprint = model): void {
  const missing = catalogue.vectors.textsWithout(fingerprint, -1);
  catalogue.transaction(() => {
    for (const { hash } of missing) catalogue.vectors.put(fingerprint, hash, vectorOf(seed++));
  });
}

export function put(catalogue: Catalogue, n: number, text = textOf(n)): string {
  const version = versionOf(`${n}.txt`, text, {
    title: `第${n}号`,
    year: 2000 + (n % 20),
    type: n % 2 === 0 ? '办法' : '通知',
    issuers: ['临澜市教育局'],
  });
  const id = catalogue.transaction(() => catalogue.store.put(version, at));
  embedAll(catalogue);
  return id;
}

/** With `documents` documents; its folder lies in `folder`. */
export function madeUpCatalogue(folder: string, documents: number): Catalogue {
  const catalogue = openCatalogue(mkdtempSync(join(folder, 'archive-')));
  for (let n = 0; n < documents; n++) put(catalogue, n);
  catalogue.setFingerprint(model);
  return catalogue;
}

export function engineOf(catalogue: Catalogue, name: Engine['name'], fingerprint = model, url = meiliUrl): Engine {
  return openEngine({
    settings: testSettings(catalogue.dataDir).settings,
    catalogueId: catalogue.id,
    dimension,
    model: fingerprint,
    choice: { engine: name, url: name === 'embedded' ? null : (url ?? '') },
  });
}

/** Ids of the passages that keyword search finds. */
export async function found(engine: Pick<Engine, 'query'>, term: string): Promise<number[]> {
  const keyword = { text: term, terms: [term] };
  const answer = await engine.query({ keyword, filter: {}, depth: 4_096, vectorMatches: 0 });
  return (answer.keyword?.scores ?? []).map(({ id }) => id).sort((a, b) => a - b);
}

/** Takes away what a catalogue has on the server. */
export async function dropIndexes({ id }: Catalogue): Promise<void> {
  if (meiliUrl === null) return;
  const client = new Meilisearch({ host: meiliUrl });
  const { results } = await client.getRawIndexes({ limit: 10_000 });
  for (const { uid } of results)
    if (uid.startsWith(`yanju-${id}-`)) await client.deleteIndex(uid).waitTask({ timeout: 60_000 });
}
