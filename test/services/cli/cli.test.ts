import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { projectRoot } from '../../../config/root.js';
import { LedgerLine } from '../../../services/domain/ledger.js';
import { opened } from '../../support/open-docx.js';
import { temporaryFolder } from '../../support/temporary.js';
import { yanju } from '../../support/yanju.js';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const documents = join(folder, 'documents');
const env = { YANJU_DATA_DIR: join(folder, 'data') };
mkdirSync(documents);
writeFileSync(join(documents, '通知.txt'), '云泽市教育局关于课后服务的通知\n学校应当提供课后服务。\n2021年8月20日');
writeFileSync(join(documents, '空.txt'), '');

test('ingest --json prints one line a file and a summary, nothing else, and exits 2 when some file failed', async () => {
  const { status, stdout } = await yanju(['ingest', documents, '--json'], env);
  expect(status).toBe(2);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(3);
  expect(LedgerLine.parse(lines[0])).toMatchObject({ file: '空.txt', status: 'failed', code: 'EMPTY_FILE' });
  expect(LedgerLine.parse(lines[1])).toMatchObject({
    file: '通知.txt',
    status: 'indexed',
    passages: expect.any(Number),
  });
  expect(lines[2].summary).toMatchObject({
    files: 2,
    indexed: 1,
    unchanged: 0,
    duplicate: 0,
    failed: 1,
    seconds: expect.any(Number),
  });
});

test('retry takes files that failed up again, and says what became of them', async () => {
  const { status, stdout } = await yanju(['retry', '--json'], env);
  expect(status).toBe(2);
  const [line, { summary }] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(line).toMatchObject({ file: '空.txt', status: 'failed', code: 'EMPTY_FILE' });
  expect(summary).toMatchObject({ files: 1, failed: 1 });
  expect(JSON.parse((await yanju(['retry', '通知.txt', '--json'], env)).stdout).summary.files).toBe(0);
});

test('a person reads sentences instead', async () => {
  const { status, stdout } = await yanju(['ingest', documents], env);
  expect(status).toBe(2);
  expect(stdout).toContain('空.txt');
  expect(stdout).toContain('未变 1');
  expect((await yanju(['ingest', documents], { ...env, YANJU_LANGUAGE: 'en' })).stdout).toContain('1 unchanged');
});

test('search and wording print a citation, and write whole lists to files', async () => {
  const found = await yanju(['wording', '课后服务'], env);
  expect(found.stdout).toContain('引用　云泽市教育局：《云泽市教育局关于课后服务的通知》，2021年8月20日，第1自然段');
  expect((await yanju(['search', '课后服务', '--mode', 'keyword'], env)).stdout).toContain('引用　云泽市教育局：');

  const [csv, docx] = [join(folder, '清单.csv'), join(folder, '清单.docx')];
  const written = await yanju(['wording', '课后服务', '--csv', csv, '--docx', docx], {
    ...env,
    YANJU_PUBLIC_URL: 'https://dang.an',
    YANJU_MAX_EXPORT_ROWS: '1',
  });
  expect(written.stdout).toBe(`已写入 ${csv}：1 条。\n已写入 ${docx}：1 条。\n`);
  expect(written.stderr).toContain('这里只有排在最前的 1 条');
  expect(readFileSync(csv, 'utf8')).toContain('https://dang.an/documents/');
  expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');

  const nowhere = await yanju(['search', '课后服务', '--csv', join(folder, '没有', '清单.csv')], env);
  expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringContaining('FILE_UNREADABLE')]);
});

test('timeline prints a bar a group, and writes its figures to a file', async () => {
  const { stdout } = await yanju(['timeline', '课后服务', '学校', '--by', 'year'], env);
  expect(stdout).toContain('课后服务  1 份文件中的 2 处');
  expect(stdout).toMatch(/最早：.*《云泽市教育局关于课后服务的通知》/);
  expect(stdout).toMatch(/^年份 +该组文件 +课后服务 +文件 +学校 +文件$/m);
  expect(stdout).toMatch(/^2021 +1 +2 +1 +█+ +1 +1 +█+$/m);
  expect(stdout).toContain('检索了 1 份文件');
  const json = JSON.parse((await yanju(['timeline', '课后服务', '--by', 'level', '--json'], env)).stdout);
  expect(json).toMatchObject({ by: 'level', phrases: [{ phrase: '课后服务', occurrences: 2 }] });
  const csv = join(folder, '用法.csv');
  expect((await yanju(['timeline', '课后服务', '--csv', csv], env)).stdout).toBe(`已写入 ${csv}：1 条。\n`);
  expect(readFileSync(csv, 'utf8')).toBe('\uFEFF年份,该组文件数,课后服务：处数,课后服务：文件数\r\n2021,1,2,1\r\n');
  const none = await yanju(['timeline', '量子纠缠'], { ...env, YANJU_LANGUAGE: 'en' });
  expect(none.stdout).toContain('Nothing was found.');
  expect(none.stdout).not.toContain('Of documents');
});

test('comparisons and citations are written to files', async () => {
  const [docx, csv] = [join(folder, '比较.docx'), join(folder, '引用.csv')];
  const compared = await yanju(['compare', '通知.txt', '通知.txt@1', '--all', '--docx', docx], env);
  expect(compared.stdout).toContain(`已写入 ${docx}：`);
  expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
  expect((await yanju(['citations', '--csv', csv], env)).stdout).toBe(`已写入 ${csv}：0 条。\n`);
  expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFF标题,文号,状态,/);
  expect((await yanju(['citations', '通知.txt', '--csv', csv], env)).status).toBe(0);
  expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFF关系,标题,/);
});

test('variants and a transmission are written to files', async () => {
  const [docx, csv] = [join(folder, '变体.docx'), join(folder, '变体.csv')];
  const variants = await yanju(['wording', '提供课后服务', '--variants', '--csv', csv, '--docx', docx], env);
  expect(variants.stdout).toBe(`已写入 ${csv}：1 条。\n已写入 ${docx}：1 条。\n`);
  expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFF序号,写法,/);
  expect((await opened(readFileSync(docx))).text).toContain('1. 提供课后服务');
  const both = ['compare', '通知.txt', '通知.txt', '--transmission', '--csv', csv, '--docx', docx];
  expect((await yanju(both, env)).status).toBe(0);
  expect(readFileSync(csv, 'utf8')).toContain('原样保留');
  expect((await opened(readFileSync(docx))).text).toContain('学校应当提供课后服务。');
  const alone = await yanju(['compare', '通知.txt', '通知.txt@1', '--csv', csv], env);
  expect([alone.status, alone.stderr]).toEqual([1, expect.stringContaining('--transmission：必须给出')]);
});

test('compare tells two versions apart, for people and as JSON', async () => {
  const json = await yanju(['compare', '通知.txt', '通知.txt@1', '--json'], env);
  expect(json.status).toBe(0);
  expect(JSON.parse(json.stdout)).toMatchObject({
    a: { file: '通知.txt', version: null },
    b: { version: 1 },
    relation: 'duplicate',
  });
  expect((await yanju(['compare', '通知.txt', '通知.txt@1'], env)).stdout).toContain('相同');
  expect((await yanju(['compare', '通知.txt', '通知.txt', '--transmission'], env)).stdout).toContain('原样保留 100%');
  const missing = await yanju(['compare', '通知.txt', '没有.txt'], env);
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain('DOCUMENT_NOT_FOUND');
});

test('search and wording answer, for people and as JSON', async () => {
  const found = await yanju(['search', '放学后学校管不管', '--json'], env);
  expect(found.status).toBe(0);
  expect(JSON.parse(found.stdout).hits[0].document.file).toBe('通知.txt');
  const explained = await yanju(['search', '放学后学校管不管', '--families', 'collapse', '--why'], env);
  expect(explained.stdout).toMatch(/意思：排第 \d+，相近度 0\.\d{3}/);
  const ofPlace = async (...more: string[]) =>
    JSON.parse((await yanju(['search', '课后服务', '--region', '青岛', '--json', ...more], env)).stdout).total;
  expect(await ofPlace()).toBe(0);
  expect(await ofPlace('--above')).toBeGreaterThan(0); // of no known region: it may bind 青岛 as well
  const wording = await yanju(['wording', '课后服务'], env);
  expect(wording.stdout).toContain('1 份文件中的 2 处');
});

test('targets lists indicators, and of one every value with its source', async () => {
  const own = { YANJU_DATA_DIR: join(folder, 'targets') };
  mkdirSync(join(folder, 'plans'));
  writeFileSync(
    join(folder, 'plans', '规划.txt'),
    '临澜市教育发展规划\n到2025年，学前三年毛入园率达到95%以上，新增学位12000个。\n临澜市人民政府\n2021年11月20日',
  );
  await yanju(['ingest', join(folder, 'plans')], own);
  const all = await yanju(['targets'], own);
  expect(all.status).toBe(0);
  expect(all.stdout).toMatch(/学前教育毛入园率 +1 +1 +2025 +1 +%/);
  const one = await yanju(['targets', '入园率'], own);
  expect(one.stdout).toMatch(
    /临澜市 +2025 +≥ 95% +《临澜市教育发展规划》 2021-11-20 规划\.txt 到2025年，学前三年毛入园率达到95%以上/,
  );
  const json = JSON.parse((await yanju(['targets', '入园率', '--for-year', '2025', '--json'], own)).stdout);
  expect(json).toMatchObject({ named: '学前教育毛入园率', table: { targets: 1 } });
  const file = join(folder, '指标.csv');
  const taken = await yanju(['targets', '入园率', '--for-year', '2025', '--csv', file], own);
  expect(taken.stdout).toBe(`已写入 ${file}：1 条。\n`);
  expect(readFileSync(file, 'utf8')).toContain('学前教育毛入园率');
  const several = await yanju(['targets', '--csv', file], own);
  expect([several.status, several.stderr]).toEqual([1, expect.stringContaining('请写明一个：')]);
  const none = await yanju(['targets', '校车', '--for-region', '临澜市'], { ...own, YANJU_LANGUAGE: 'en' });
  expect(none.stdout).toContain('There is no indicator called “校车”');
  expect(none.stdout).toContain('1 documents were searched');
  const wrong = await yanju(['targets', '--for-region', '乌有市'], own);
  expect(wrong).toMatchObject({ status: 1, stdout: '' });
  expect(wrong.stderr).toContain('REGION_UNKNOWN');
});

test('citations tell what is missing, and what a document cites', async () => {
  const overview = await yanju(['citations', '--json'], env);
  expect(JSON.parse(overview.stdout)).toMatchObject({ documents: 1, citing: 0, missing: [] });
  const one = await yanju(['citations', '通知.txt'], env);
  expect(one.stdout).toContain('它引用的（0 处）');
  expect((await yanju(['citations', 'unknown'], env)).stderr).toContain('DOCUMENT_NOT_FOUND');
});

test('reindex rebuilds the index from the catalogue alone', async () => {
  const { status, stdout } = await yanju(['reindex'], env);
  expect(status).toBe(0);
  expect(stdout).toContain('1 份文件');
  expect(JSON.parse((await yanju(['status', '--json'], env)).stdout)).toMatchObject({ documents: 1, status: 'ok' });
});

test('doctor finds all that is needed', async () => {
  const { status, stdout } = await yanju(['doctor'], env);
  expect(stdout).not.toContain('✗');
  expect(stdout).toContain('! 1 个文件 EMPTY_FILE');
  expect(status).toBe(0);
});

test.each([
  [['ingest', join(folder, '没有')], {}, 'PATH_NOT_FOUND'],
  [['search', ' '], {}, 'QUERY_EMPTY'],
  [['search', '学校', '--size', '1000'], {}, 'size'],
  [['status'], { YANJU_PORT: 'x' }, 'YANJU_PORT'],
  [['ingest', documents], { YANJU_MODEL_DIR: '/nowhere' }, 'MODEL_MISSING'],
])('%j with %j fails with one clear line that names %s, and exit 1', async (args, more, named) => {
  const { status, stderr, stdout } = await yanju(args, { ...env, ...more });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(named);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('help tells every command in both languages', async () => {
  const { status, stdout } = await yanju(['--help'], env);
  expect(status).toBe(0);
  for (const command of [
    'ingest',
    'retry',
    'serve',
    'worker',
    'search',
    'wording',
    'targets',
    'compare',
    'citations',
    'reindex',
    'status',
    'doctor',
    'evaluate',
    'tune',
    'adapter',
    'judgements',
  ]) {
    expect(stdout).toContain(command);
  }
  expect(stdout).toMatch(/检索档案[\s\S]*search the archive/);
});

test('check says what a draft changes, exits 3 on a conflict, and leaves nothing behind', async () => {
  const archived = join(folder, 'issued');
  mkdirSync(archived, { recursive: true });
  const rules = [
    '临澜市课后服务管理办法',
    '第一条 学校应当在三十日内公布收费标准。',
    '第二条 每班学生不超过四十五人，由学校统一安排。',
  ];
  writeFileSync(join(archived, '办法.txt'), rules.join('\n'));
  const own = { YANJU_DATA_DIR: join(folder, 'data-check') };
  await yanju(['ingest', archived], own);
  const draft = join(folder, '文稿.txt');
  writeFileSync(draft, rules.join('\n').replace('四十五', '六十'));
  const { status, stdout } = await yanju(['check', draft, '--json'], own);
  expect(status).toBe(3);
  const report = JSON.parse(stdout);
  expect(report.findings[0]).toMatchObject({
    kind: 'target', // the size of a class is an indicator
    draft: '六十',
    words: '四十五',
    source: { file: '办法.txt' },
  });
  expect((await yanju(['check', join(archived, '办法.txt')], own)).status).toBe(0);
  expect((await yanju(['check', join(folder, '没有.txt')], own)).stderr).toContain('PATH_NOT_FOUND');
  const old = join(folder, '上一稿.txt');
  writeFileSync(old, rules.slice(0, 2).join('\n'));
  const since = await yanju(['check', draft, '--earlier', old, '--leave-out', '没有这份'], own);
  expect(since.stdout).toContain('与上一稿相比');
  expect(since.stdout).toContain('新增 · 第二条');
  expect(since.stderr).toContain('没有这份');
  const named = await yanju(['check', draft, '--earlier', '临澜市课后服务管理办法', '--json'], own);
  expect(JSON.parse(named.stdout)).toMatchObject({
    summary: { leftOut: [{ file: '办法.txt' }] },
    revision: { counts: { changed: 1 } },
  });
  expect((await yanju(['check', draft, '--annotate', join(folder, '批注.docx')], own)).stderr).toContain('NOT_DOCX');
  const docx = join(projectRoot, 'examples/drafts/临澜市教育局2026年工作要点（起草稿）.docx');
  const annotated = join(folder, '批注.docx');
  expect((await yanju(['check', docx, '--annotate', annotated], own)).stdout).toContain(annotated);
  expect((await opened(readFileSync(annotated))).parts['word/comments.xml']).toContain('<w:comment ');
  expect(existsSync(join(own.YANJU_DATA_DIR, 'uploads'))).toBe(false);
});
