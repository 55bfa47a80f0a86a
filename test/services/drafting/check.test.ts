// A draft against a small real archive: embedded engine, real model, drafts read in a process of their own.
import fc from 'fast-check';
import { createDraftReader } from '../../../ingest/read-draft.js';
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import type { CheckReport, EarlierDraft } from '../../../services/domain/check.js';
import { CheckScope, type CheckScopeInput } from '../../../services/domain/check-scope.js';
import { createEmbedder } from '../../../services/embedding/transformers.js';
import { openEngine } from '../../../services/engine/open.js';
import { keepFacts } from '../../../services/facts/keep-facts.js';
import { linkDocuments } from '../../../services/families/link-documents.js';
import { syncBatch } from '../../../services/search/index-documents.js';
import { testSettings } from '../../support/settings.js';
import { storeEmbedded } from '../../support/store.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const { settings } = testSettings(temporaryFolder(), { YANJU_MAX_DRAFT_CHARS: '60000' });
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const embedder = createEmbedder({ modelDir: settings.YANJU_MODEL_DIR, processes: 1 });
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: embedder.dimension });
const drafts = createDraftReader(settings);
const archive = createArchive({ settings, catalogue, engine, embedder, readDraft: drafts.read });

const here = { region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
const rules = `临澜市课后服务管理办法
第一条 为规范课后服务，制定本办法。
第二条 学校应当在每学期开学前公布课后服务的项目和收费标准。
第三条 每个课后服务班的学生人数不超过45人。
第四条 学校不得利用课后服务时间讲授新课。
第五条 对家长的投诉，学校应当自收到之日起15个工作日内答复。
第六条 家庭经济困难学生凭有效证明减半收取课后服务费。
第七条 违反本办法第四条规定的，由教育行政部门责令改正。
第八条 本办法自2018年9月1日起施行。`;
const other = rules.replaceAll('临澜市', '青江市').replace('45人', '50人').replace('15个', '10个');
const plan = (year: number, seats: number): string =>
  `临澜市教育局${year}年工作要点\n一、扩大学位\n${year}年新建公办幼儿园12所，新增公办学位${seats}个，由各县区按月报送进度。\n二、管好午餐\n各学校每学期组织两次食堂安全检查，检查结果向家长公布。`;

const stored = [
  versionOf('办法.txt', rules, {
    title: '临澜市课后服务管理办法',
    date: '2018-08-01',
    year: 2018,
    type: '办法',
    ...here,
  }),
  versionOf('青江.txt', other, {
    title: '青江市课后服务管理办法',
    date: '2019-08-01',
    year: 2019,
    type: '办法',
    region: '湖北省',
    regionCode: '42',
    issuers: ['青江市教育局'],
  }),
  versionOf('2023要点.txt', plan(2023, 3000), {
    title: '临澜市教育局2023年工作要点',
    date: '2023-02-01',
    year: 2023,
    titleYears: [2023],
    type: '工作要点',
    ...here,
  }),
];
const idOf = documentIdOf;

beforeAll(async () => {
  catalogue.setFingerprint(embedder.fingerprint);
  await storeEmbedded(stored, { catalogue, embedder });
  await linkDocuments(catalogue);
  await keepFacts(catalogue);
  await syncBatch(catalogue, engine, embedder.fingerprint);
});
afterAll(async () => {
  await Promise.all([embedder.close(), engine.close(), drafts.close()]);
  catalogue.close();
});

const check = (text: string, scope: CheckScopeInput = {}): Promise<CheckReport> =>
  archive.check({ kind: 'text', text }, CheckScope.parse(scope), { language: 'zh' });
const found = ({ findings }: CheckReport): string[] =>
  findings.map(({ kind, level, draft, words }) => `${kind} ${level} ${draft} ← ${words ?? ''}`);
const labels = ({ clauses }: CheckReport): string[] => clauses.map(({ label }) => label);

it('finds nothing to say against a document as it was issued', async () => {
  const report = await check(rules);
  expect(report.summary).toMatchObject({ conflicts: 0, region: '临澜市', compared: 3, complete: true, degraded: [] });
  expect(new Set(labels(report))).toEqual(new Set(['verbatim']));
  expect(report.clauses[2]?.sources[0]).toMatchObject({
    file: '办法.txt',
    text: rules.split('\n')[2],
    date: '2018-08-01',
  });
  expect(report.clauses[2]?.found).toMatchObject({ documents: 2, earliest: '2018-08-01', latest: '2019-08-01' });
});

it('finds what was changed, at the words, beside the source’s', async () => {
  const draft = rules
    .replace('45人', '60人')
    .replace('15个', '20个')
    .replace('学校不得', '学校可以')
    .replace('学校应当在', '学校可以在');
  const report = await check(draft);
  expect(found(report).sort()).toEqual([
    'deadline conflict 20个工作日内 ← 15个工作日内',
    'number conflict 60 ← 45',
    'strength conflict 可以 ← 不得',
    'strength conflict 可以 ← 应当',
  ]);
  for (const { start, end, draft: words, source, message } of report.findings) {
    expect(draft.slice(start, end)).toBe(words);
    expect(source?.documentId).toBe(idOf('办法.txt'));
    expect(message).toContain('临澜市课后服务管理办法');
  }
  expect(report.clauses.find(({ text }) => text.includes('60人'))?.parts).toEqual([
    { kind: 'same', text: '第三条 每个课后服务班的学生人数不超过' },
    { kind: 'removed', text: '45' },
    { kind: 'added', text: '60' },
    { kind: 'same', text: '人。' },
  ]);
});

it('finds a unit that was changed, and a deadline made vague; not a number written otherwise', async () => {
  const vague = rules.replace('自收到之日起15个工作日内', '自收到之日起及时');
  expect(found(await check(vague))).toEqual(['deadline conflict 及时 ← 15个工作日内']);
  expect((await check(vague)).findings[0]?.message).toContain('要求因此放宽');
  expect(found(await check(rules.replace('15个工作日内', '15日内')))).toEqual([
    'deadline conflict 15日内 ← 15个工作日内',
  ]);
  expect(found(await check(rules.replace('15个工作日内', '十五个工作日以内')))).toEqual([]);
});

it('finds what was changed in a line too short to be told by its words, by where it stands', async () => {
  expect(found(await check(rules.replace('2018年9月1日', '2018年8月1日')))).toEqual([
    'deadline conflict 2018年8月1日 ← 2018年9月1日',
  ]);
});

it('tells a draft that repeals what it was made from of the changes as notes, and of no wrong citation', async () => {
  const next = rules
    .replace('45人', '40人')
    .replace('自2018年9月1日起施行', '自2026年9月1日起施行。《临澜市课后服务管理办法》同时废止');
  const { findings } = await check(next);
  expect(findings.map(({ kind, level, draft }) => `${kind} ${level} ${draft}`)).toContain('number note 40');
  expect(findings.filter(({ level, kind }) => level === 'conflict' || kind === 'reference')).toEqual([]);
});

it('takes another region’s value for no conflict, and only its own region’s for one', async () => {
  const draft = rules.replace('45人', '50人');
  const [finding] = (await check(draft)).findings;
  expect(finding).toMatchObject({ kind: 'number', draft: '50', words: '45' });
  const elsewhere = await check('青江市课后服务管理办法\n第三条 每个课后服务班的学生人数不超过40人。', {
    region: '湖北省',
    leaveOut: [idOf('青江.txt')],
  });
  expect(elsewhere.summary).toMatchObject({ conflicts: 0, compared: 0 });
});

it('takes another year’s figure for no conflict', async () => {
  const next = plan(2024, 3600);
  expect((await check(next)).summary.conflicts).toBe(0);
  const same = await check(plan(2023, 3600));
  expect(found(same)).toEqual([expect.stringMatching(/^(?:target|number) conflict .*3600/u)]);
});

it('leaves out what it is told to leave out', async () => {
  const report = await check(rules, { leaveOut: [idOf('办法.txt')] });
  expect(report.summary.compared).toBe(2);
  expect(report.clauses.flatMap(({ sources }) => sources).map(({ documentId }) => documentId)).not.toContain(
    idOf('办法.txt'),
  );
});

it('says what is edited, the same in other words, new, and a set phrase', async () => {
  const report = await check(
    [
      '学校应当在每学年开学前公布课后服务的项目及收费标准。',
      '困难家庭的孩子出示有效证明后，课后服务的费用只交一半。',
      '体育馆的羽毛球灯以一元硬币投币点亮，硬币由值班员每周清点。',
      '特此通知。',
    ].join('\n'),
  );
  expect(labels(report)).toEqual(['edited', 'paraphrase', 'new', 'formula']);
  expect(report.clauses[1]?.sources[0]?.text).toContain('减半收取');
  expect(report.summary.labels).toEqual({ verbatim: 0, edited: 1, paraphrase: 1, new: 1, formula: 1 });
});

it('tells of what is cited wrongly', async () => {
  const report = await check(
    '根据《临澜市课后服务管理办法》第四十条的规定，各校自查。\n按照《临澜市课后服务管理办法》第四条的规定，各校自查。',
  );
  expect(report.findings.map(({ kind, level, draft }) => [kind, level, draft])).toEqual([
    ['reference', 'conflict', '第四十条'],
  ]);
});

it('speaks the asker’s language', async () => {
  const draft = rules.replace('45人', '60人');
  const { findings } = await archive.check({ kind: 'text', text: draft }, CheckScope.parse({}), { language: 'en' });
  expect(findings[0]?.message).toMatch(/has “45人” here; the draft has “60人”/);
});

it('gives places in the text as it was pasted, whatever that is', async () => {
  const piece = fc.constantFrom(
    ...rules.split(/(?<=[，。\n])/u),
    '\r\n',
    '　',
    '— 3 —\n',
    '２０人',
    '\u200b',
    '😀',
    '“引',
    '》',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 25 }), async (pieces) => {
      const text = `甲${pieces.join('')}`;
      const report = await archive.check({ kind: 'text', text }, CheckScope.parse({}), { language: 'zh', withinMs: 0 });
      expect(report.text).toBe(text);
      for (const clause of report.clauses) expect(text.slice(clause.start, clause.end)).toBe(clause.text);
      for (const { start, end, draft } of report.findings) expect(text.slice(start, end)).toBe(draft);
      for (const { documentId, start, end, text: words } of report.clauses.flatMap(({ sources }) => sources)) {
        expect(archive.text(documentId).text.slice(start, end)).toBe(words);
      }
    }),
    { numRuns: 40 },
  );
});

it('ends hostile drafts with a code, or in time', async () => {
  const ask = (text: string) =>
    archive.check({ kind: 'text', text }, CheckScope.parse({}), { language: 'zh', withinMs: 500 });
  await expect(ask('应'.repeat(1_000_000))).rejects.toMatchObject({ code: 'DRAFT_TOO_LONG' });
  await expect(ask('好。'.repeat(100_000))).rejects.toMatchObject({ code: 'DRAFT_TOO_LONG' });
  await expect(ask(' \n　')).rejects.toMatchObject({ code: 'DRAFT_EMPTY' });
  const long = await ask(`${'应当在30日内不得'.repeat(6_000)}。`);
  expect(long.clauses).toHaveLength(1);
  await ask('《'.repeat(59_000));
  const many = await ask('应30%。'.repeat(9_000));
  expect(many.clauses.length).toBeGreaterThan(8_000);
});

it('reads a file as the archive reads it, and says what it cannot read', async () => {
  const file = (name: string, bytes: Uint8Array) =>
    archive.check({ kind: 'file', name, bytes }, CheckScope.parse({}), { language: 'zh' });
  const report = await file(
    '草稿.html',
    Buffer.from(`<html><body><p>${rules.split('\n').join('</p><p>')}</p></body></html>`),
  );
  expect(report.summary.labels.verbatim).toBeGreaterThan(5);
  await expect(file('草稿.docx', Buffer.from('PK\u0003\u0004broken'))).rejects.toMatchObject({
    code: expect.any(String),
  });
  await expect(file('草稿.txt', new Uint8Array())).rejects.toMatchObject({ code: 'EMPTY_FILE' });
});

it('goes on without a model, and says so', async () => {
  const without = createArchive({ settings, catalogue, engine, embedder: null, readDraft: drafts.read });
  const report = await without.check(
    { kind: 'text', text: '困难家庭的孩子出示证明后费用只交一半。' },
    CheckScope.parse({}),
    { language: 'zh' },
  );
  expect(report.summary).toMatchObject({ complete: false, degraded: ['model'] });
});

it('compares with the draft’s own earlier version clause by clause, and takes nothing of it for a source', async () => {
  const earlier = rules.replace('45人', '40人').replace('第六条 家庭经济困难学生凭有效证明减半收取课后服务费。\n', '');
  const draft = rules.replace('15个工作日', '20个工作日');
  const withEarlier = (one: EarlierDraft): Promise<CheckReport> =>
    archive.check({ kind: 'text', text: draft }, CheckScope.parse({}), { language: 'zh', earlier: one });
  const { revision } = await withEarlier({ kind: 'text', text: earlier });
  expect(revision?.earlier).toMatchObject({ documentId: null, text: earlier });
  const told = (revision?.units ?? []).filter(({ kind }) => kind !== 'same');
  expect(told.map(({ kind, b }) => `${kind} ${b[0]?.label}`)).toEqual([
    'changed 第三条',
    'changed 第五条',
    'added 第六条',
  ]);
  for (const { start, end, text } of told.flatMap(({ b }) => b)) expect(draft.slice(start, end)).toBe(text);
  for (const name of ['办法.txt', '《临澜市课后服务管理办法》', idOf('办法.txt')]) {
    const report = await withEarlier({ kind: 'document', name });
    expect(report.revision?.earlier.documentId).toBe(idOf('办法.txt'));
    expect(report.revision?.counts).toMatchObject({ changed: 1, added: 0, removed: 0 });
    expect(report.summary.leftOut.map(({ file }) => file)).toEqual(['办法.txt']);
    expect(report.clauses.flatMap(({ sources }) => sources).map(({ file }) => file)).not.toContain('办法.txt');
  }
  const copy = await withEarlier({ kind: 'text', text: rules.replaceAll('，', ' ，') });
  expect(copy.summary.leftOut.map(({ file }) => file)).toEqual(['办法.txt']);
  await expect(withEarlier({ kind: 'document', name: '没有的办法' })).rejects.toMatchObject({
    code: 'DOCUMENT_NOT_FOUND',
  });
  await expect(withEarlier({ kind: 'text', text: ' ' })).rejects.toMatchObject({ code: 'DRAFT_EMPTY' });
});

it('leaves out what is named by title, file or id, and says what nothing goes by', async () => {
  const { summary } = await check(rules, { leaveOut: ['《青江市课后服务管理办法》', '2023要点.txt', '不存在的文件'] });
  expect(summary.leftOut.map(({ file }) => file)).toEqual(['青江.txt', '2023要点.txt']);
  expect(summary).toMatchObject({ notFound: ['不存在的文件'], compared: 1 });
});

it('counts characters by label as the share does', async () => {
  const { clauses, summary } = await check(`${rules}\n各校每周五下午安排教师研讨人工智能素养课程并做好记录存档。`);
  const { labelCharacters: by } = summary;
  for (const [label, characters] of Object.entries(by)) {
    const own = clauses.filter((clause) => clause.label === label);
    expect(characters).toBe(own.reduce((sum, { text }) => sum + text.length, 0));
  }
  const all = by.verbatim + by.edited + by.paraphrase + by.new;
  expect(summary.reusedShare).toBeCloseTo((by.verbatim + by.edited) / all, 2);
});
