// Files that are taken in while an index is rebuilt: each must be found when its ingest has ended, and after the move.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Health } from '../../services/domain/archive.js';
import { SearchResponse } from '../../services/domain/result.js';
import { yanju } from './service.js';

interface Meanwhile {
  readonly files: number;
  /** not found when their ingest had ended */
  readonly late: number;
  /** how many are not found now */
  missing(): Promise<number>;
}

const SIGNS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
let made = 0;

export async function ingestMeanwhile({
  url,
  env,
  folder,
  until,
}: {
  readonly url: string;
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  /** files come until it ends */
  readonly until: Promise<unknown>;
}): Promise<Meanwhile> {
  mkdirSync(folder);
  let going = true;
  const ended = until.finally(() => {
    going = false;
  });
  ended.catch(() => {}); // it is awaited below
  const names: string[] = [];
  let late = 0;
  while (going) {
    const name = `观星${SIGNS[Math.floor(made / SIGNS.length) % SIGNS.length]}${SIGNS[made++ % SIGNS.length]}社`;
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, `临澜市教育局关于成立${name}的通知\n各学校可以推荐学生参加${name}的观测活动。`);
    await yanju(['ingest', file, '--json'], env);
    names.push(name);
    if (!(await isFound(url, name))) late++;
  }
  await ended;
  return {
    files: names.length,
    late,
    async missing() {
      const found = await Promise.all(names.map((name) => isFound(url, name)));
      return found.filter((one) => !one).length;
    },
  };
}

/** By keyword search, in an index that has all (search would find it without one, in the catalogue). */
async function isFound(url: string, name: string): Promise<boolean> {
  const response = await fetch(`${url}/api/search?${new URLSearchParams({ q: `"${name}"`, mode: 'keyword' })}`);
  const { hits, degraded } = SearchResponse.parse(await response.json());
  const { index, indexed, passages } = Health.parse(await (await fetch(`${url}/api/health`)).json());
  if (index.lacking !== 0 || indexed !== passages) return false;
  return degraded.length === 0 && hits.some(({ document }) => document.file.startsWith(name));
}
