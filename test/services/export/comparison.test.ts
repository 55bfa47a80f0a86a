// A comparison as a Word document, opened again: every unit of either side once, what changed told by lines.
import fc from 'fast-check';
import { compareTexts } from '../../../services/comparison/compare-texts.js';
import type { Comparison } from '../../../services/domain/comparison.js';
import { takenComparison } from '../../../services/export/comparison.js';
import { comparisonDocx } from '../../../services/export/docx/comparison.js';
import { opened } from '../../support/open-docx.js';
import { documentOf } from './made-up.js';

const older = [
  '临澜市托管服务办法',
  '第一条 为了做好托管服务，制定本办法。',
  '第二条 学校可以提供托管服务，每生每天不超过10元。',
  '第三条 托管至十七时三十分。',
];
const newer = [
  '临澜市托管服务办法',
  '第一条 为了做好托管服务，制定本办法。',
  '第二条 学校应当提供托管服务，每生每天不超过12元。',
  '第三条 困难家庭的学生免费。',
];

function made(a: readonly string[], b: readonly string[], show: 'changes' | 'all' = 'changes', limit = 5_000) {
  const comparison: Comparison = {
    a: { ...documentOf(), version: 1 },
    b: { ...documentOf({ id: 'lan2', date: '2024-05-06' }), version: null },
    relation: 'version',
    similarity: 0.8,
    containment: 0.9,
    ...compareTexts({ text: a.join('\n'), outline: [] }, { text: b.join('\n'), outline: [] }),
  };
  const cite = (document: { title: string; id: string }) => ({
    plain: `《${document.title}》`,
    gbt7714: '',
    link: `https://dang.an/documents/${document.id}`,
    place: null,
  });
  return takenComparison(
    { a: 'lan1@1', b: 'lan2', show },
    { archive: { compare: async () => comparison }, cite, limit, language: 'zh' },
  );
}

test('it names both documents, counts what changed, and lists changed numbers and obligations', async () => {
  const { text, html } = await opened(await comparisonDocx(await made(older, newer)));
  expect(text).toContain('比较：《临澜市托管服务办法》');
  expect(text).toContain('另一版本，文字相同 80%');
  expect(text).toContain('修改 1，新增 1，删去 1，相同 2');
  expect(text).toContain('甲：《临澜市托管服务办法》 · 第 1 版 · 现行');
  expect(html).toContain('<a href="https://dang.an/documents/lan2">链接</a>');
  expect(text).toContain('改了的数字、日期、要求和引用（');
  expect(text).toMatch(/数字[\s\S]*第二条[\s\S]*10[\s\S]*12/);
  expect(text).toMatch(/要求[\s\S]*可以[\s\S]*应当/);
});

test('deletions are struck through and insertions underlined', async () => {
  const { html, parts } = await opened(await comparisonDocx(await made(older, newer)));
  expect(html).toContain('<s>可以</s>');
  const xml = parts['word/document.xml'] ?? '';
  expect(xml).toMatch(/<w:u\b[^>]*\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>应当</s);
  expect(xml).toMatch(/<w:strike\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>可以</s);
});

test('what is the same is told in one line, unless all is asked for', async () => {
  const changes = await opened(await comparisonDocx(await made(older, newer)));
  expect(changes.text).toContain('相同的 2 处略去');
  expect(changes.text).not.toContain('制定本办法');
  const all = await opened(await comparisonDocx(await made(older, newer, 'all')));
  expect(all.text).not.toContain('略去');
  expect(all.text.split('制定本办法')).toHaveLength(3);
});

test('the same text twice is a document that says so', async () => {
  const { text } = await opened(await comparisonDocx(await made(older, older)));
  expect(text).toContain('两份文件的文字完全相同。');
  expect(text).not.toContain('逐条对照');
});

test('what is over the limit is said first', async () => {
  const { rows, warnings } = await made(older, newer, 'all', 2);
  expect(rows).toHaveLength(2);
  expect(warnings[0]).toContain('这里只有排在最前的 2 条');
});

test('with all asked for, either side’s units give its text again, whatever was changed', async () => {
  const line = fc.constantFrom(...older.slice(1), ...newer.slice(1), '第四条 <w:p> & "托管"。', '附则');
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 6 }), fc.array(line, { maxLength: 6 }), async (a, b) => {
      const { rows } = await made(a, b, 'all');
      const characters = (lines: readonly string[]): string =>
        [...lines.join('').replaceAll(/第.条\s|\s/gu, '')].sort().join('');
      const said = (side: 'a' | 'b'): string[] => rows.map((row) => row[side].map(({ text }) => text).join(''));
      expect(characters(said('a'))).toBe(characters(a));
      expect(characters(said('b'))).toBe(characters(b));
    }),
  );
});
