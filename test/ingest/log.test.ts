// What an ingest leaves in the log: ids and outcomes, no name of a file and nothing out of one.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogue } from '../../services/catalogue/open.js';
import { stages } from '../../services/domain/operation.js';
import { temporaryFolder } from '../support/temporary.js';
import { yanju } from '../support/yanju.js';

const folder = temporaryFolder();
const mark = '秘而不宣zqxmark';

test('files taken in and files that fail are told by the id of their document, without a word of them', async () => {
  const from = mkdtempSync(join(folder, 'in-'));
  writeFileSync(join(from, `${mark}.txt`), `${mark}\n第一条 ${mark}学校应当提供课后服务。\n`);
  writeFileSync(join(from, `坏的${mark}.docx`), `PK\u0003\u0004${mark}`);
  writeFileSync(join(from, `空的${mark}.txt`), '');
  const env = { YANJU_DATA_DIR: join(folder, 'data'), YANJU_LOG_LEVEL: 'info', YANJU_OCR: 'false' };
  const { stderr, stdout, status } = await yanju(['ingest', from, '--json'], env);
  expect(status).toBe(2);
  expect(stdout).toContain(mark); // whoever runs the command is told
  const lines = stderr
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>); // pino writes objects
  const files = lines.filter(({ event }) => event === 'ingest.file');
  expect(files.map(({ status: outcome }) => outcome).sort()).toEqual(['failed', 'failed', 'indexed']);
  for (const line of files)
    expect(line).toMatchObject({ document: expect.stringMatching(/^[0-9a-f]{16}$/), ms: expect.any(Number) });
  expect(stderr).not.toMatch(/秘而不宣|zqxmark/);
});

test('what it did is counted, for the figures of the service', () => {
  const catalogue = openCatalogue(join(folder, 'data'));
  const { files, seconds } = catalogue.heartbeat.totals();
  expect(files).toEqual({ indexed: 1, failed: 2 });
  for (const stage of stages) expect([stage, seconds[stage]]).toEqual([stage, expect.any(Number)]);
  expect(catalogue.heartbeat.last()).not.toBeNull();
  catalogue.close();
});
