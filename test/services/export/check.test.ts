// What a report on a draft takes from the check: counts, warnings, citations, and what was dismissed.
import { exampleCheck } from '../../../services/api/endpoints/examples-check.js';
import type { CheckReport, Finding } from '../../../services/domain/check.js';
import { CheckScope } from '../../../services/domain/check-scope.js';
import { AppError } from '../../../services/domain/errors.js';
import { withKeys } from '../../../services/drafting/finding-key.js';
import { type CheckTaking, piecesOf, takenCheck } from '../../../services/export/check.js';
import { citing } from '../../../web/citing.js';
import { createArchiveFixture } from '../../api/archive-fixture.js';

const archive = createArchiveFixture();
const everything = CheckScope.parse({});
const take = (report: CheckReport, asked: Partial<CheckTaking> = {}, limit = 100, language: 'zh' | 'en' = 'zh') =>
  takenCheck(
    report,
    { scope: everything, dismissed: [], ...asked },
    { archive, cite: citing(archive, 'https://dang.an'), limit, language },
  );
const [first] = exampleCheck.findings;
const finding = first!; // the example has one
const inside: Finding = {
  key: 'k2',
  kind: 'numbering',
  level: 'note',
  start: 0,
  end: 1,
  draft: '到',
  message: '序号重复。',
  confidence: 0.5,
};

test('a finding has its kind, level, how sure, the source’s words and where they stand', async () => {
  const { remarks, title, kinds } = await take({ ...exampleCheck, findings: [finding, inside] });
  expect(title).toContain(exampleCheck.reading.title);
  expect(remarks).toHaveLength(2);
  expect(remarks[0]).toMatchObject({ head: '供参考 · 序号 · 把握 50%', source: null }); // in the order of the text
  expect(remarks[1]).toMatchObject({ head: '不合 · 数字 · 把握 97%', draft: '90%', message: finding.message });
  expect(remarks[1]?.source?.pieces).toContainEqual({ text: '92%', found: true });
  expect(remarks[1]?.source?.cited).toContain(finding.source?.title);
  expect(remarks[1]?.source?.link).toMatch(/^https:\/\/dang\.an\/documents\//);
  expect(kinds).toEqual([
    { name: '数字', conflicts: 1, notes: 0, dismissed: 0 },
    { name: '序号', conflicts: 0, notes: 1, dismissed: 0 },
  ]);
});

test('what was dismissed is counted and listed apart; what it no longer meets is told', async () => {
  const dismissed = [
    { key: finding.key, reason: '经核实' },
    { key: 'gone', reason: '' },
  ];
  const taken = await take({ ...exampleCheck, findings: [finding, inside] }, { dismissed });
  expect(taken.remarks.map(({ draft }) => draft)).toEqual(['到']);
  expect(taken.dismissed).toMatchObject([{ draft: '90%', reason: '经核实' }]);
  expect(taken.noLonger).toBe(1);
  expect(taken.kinds[0]).toEqual({ name: '数字', conflicts: 0, notes: 0, dismissed: 1 });
});

test('what was not checked is told: OCR, pages, time, the model, an empty archive, findings over the limit', async () => {
  const { summary, reading } = exampleCheck;
  const { warnings } = await take(
    {
      ...exampleCheck,
      findings: [finding, inside],
      reading: {
        ...reading,
        ocr: { pages: 3, confidence: 0.91 },
        unread: [
          { reason: 'scan', page: 7 },
          { reason: 'ocr', page: 5 },
          { reason: 'object', page: null },
        ],
      },
      summary: { ...summary, compared: 0, complete: false, degraded: ['model'] },
    },
    {},
    1,
  );
  expect(warnings.join('\n')).toMatch(
    /3 页由图片识别（平均把握 91%）.*第 5、7 页.*1 个嵌入.*档案是空的.*向量模型不可用.*2 处，这里只标出最要紧的 1 处/s,
  );
  expect((await take({ ...exampleCheck, summary: { ...summary, complete: false } })).warnings).toEqual([
    '到了时限，意思相近的没有找全；其余都已核对。',
  ]);
});

test('the scope is told, also in English', async () => {
  const scope = CheckScope.parse({ region: '临江市', yearFrom: 2019, types: ['通知'], onlyInForce: true });
  const { lines } = await take(exampleCheck, { scope });
  expect(lines.join('\n')).toContain('范围：只比临江市及其上级和全国的文件；2019—… 年；文种：通知；只比现行的。');
  const english = await take(exampleCheck, {}, 100, 'en');
  expect(english.labels.map(({ name }) => name)[0]).toContain('Verbatim');
  expect([...english.lines, ...english.labels.map(({ name }) => name)].join('')).not.toMatch(/逐句|照搬/);
});

test('a source that was taken out while the draft was checked is named without a link', async () => {
  const gone = () => {
    throw new AppError('DOCUMENT_NOT_FOUND', { id: 'x' });
  };
  const { remarks } = await takenCheck(
    exampleCheck,
    { scope: everything, dismissed: [] },
    { archive: { detail: gone }, cite: citing(archive, ''), limit: 9, language: 'zh' },
  );
  expect(remarks[0]?.source).toMatchObject({ link: '', cited: expect.stringContaining(finding.source?.title ?? '') });
});

test('words that stand twice in the source are not marked: it is not plain which are meant', () => {
  expect(piecesOf('小学45人，初中45人。', '45')).toEqual([{ text: '小学45人，初中45人。', found: false }]);
  const [before, words, after] = piecesOf(`${'甲'.repeat(400)}45人${'乙'.repeat(400)}`, '45人');
  expect([before?.text.length, words, after?.text.length]).toEqual([151, { text: '45人', found: true }, 151]);
});

test('the same remark at several places has a key for each, in the order of the draft', () => {
  const { key: _key, ...told } = inside;
  const keys = withKeys([
    { ...told, start: 9, end: 10 },
    { ...told, start: 2, end: 3 },
  ]).map(({ key }) => key);
  expect(keys[0]).toBe(`${keys[1]}.2`);
});
