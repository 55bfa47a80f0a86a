// What a superior document became in a local one, as a Word document opened again and as a table.
import fc from 'fast-check';
import { transmit } from '../../../services/comparison/transmission/transmit.js';
import type { Transmission } from '../../../services/domain/comparison.js';
import type { Range } from '../../../services/domain/passage.js';
import { csv } from '../../../services/export/csv.js';
import { comparisonDocx } from '../../../services/export/docx/comparison.js';
import { type TransmissionRequest, takenTransmission } from '../../../services/export/transmission.js';
import { transmissionTable } from '../../../services/export/transmission-table.js';
import { opened } from '../../support/open-docx.js';
import { readCsv } from '../../support/read-csv.js';
import { documentOf } from './made-up.js';

const above = [
  '第一条 学校应当在放学以后提供校内托管服务。',
  '第二条 托管费每生每天不超过10元，由学校按学期收取。',
  '第三条 乡村教学点可以与社区合办托管场所。',
];
const below = [
  '第一条 学校应当在放学以后提供校内托管服务。',
  '第二条 托管费每生每天不超过12元，由学校按学期收取。',
  '第四条 困难家庭的学生凭证明免交各项费用。',
];

interface Given extends Partial<Pick<TransmissionRequest, 'show'>> {
  readonly limit?: number;
  readonly a?: readonly string[];
  readonly b?: readonly string[];
  readonly changes?: Partial<Transmission>;
}
function made({ show = 'all', limit = 5_000, a = above, b = below, changes = {} }: Given = {}) {
  const transmission: Transmission = {
    superior: { ...documentOf({ title: '云州省托管条例', date: '2020-01-01' }), version: null },
    local: { ...documentOf({ id: 'lan2' }), version: null },
    order: 'superior',
    ...transmit({ text: a.join('\n'), outline: [] }, { text: b.join('\n'), outline: [] }),
    ...changes,
  };
  const cite = (document: { title: string; id: string }, range?: Range, version?: number | null) => ({
    plain: `《${document.title}》${range ? `第${range.start}字` : ''}${version ? `第${version}版` : ''}`,
    gbt7714: '',
    link: `https://dang.an/documents/${document.id}`,
    place: null,
  });
  return takenTransmission(
    { superior: 'yun', local: 'lan2', show },
    { archive: { transmission: async () => transmission }, cite, limit, language: 'zh' },
  );
}
const rowsOf = async (given: Given = {}): Promise<string[][]> =>
  readCsv([...csv(transmissionTable(await made(given)))].join('').slice(1));

test('every sentence is a row: kept, altered, cut, then what was added, with the citations of either side', async () => {
  const [columns, ...rows] = await rowsOf();
  expect(columns).toEqual(
    '序号,去向,所在条段,上级的话,地方的话,改了的数字、日期和要求,上级：引用,上级：链接,地方：引用,地方：链接'.split(
      ',',
    ),
  );
  expect(rows.map(([, fate, place, ...rest]) => [fate, place, rest[2]])).toEqual([
    ['原样保留', expect.stringMatching(/^第一条/), ''],
    ['有改动', expect.stringMatching(/^第二条/), '10→12'],
    ['没有写进', expect.stringMatching(/^第三条/), ''],
    ['另外增加', expect.stringMatching(/^第四条/), ''],
  ]);
  expect(rows[1]?.slice(3, 5)).toEqual([
    '托管费每生每天不超过10元，由学校按学期收取。',
    '托管费每生每天不超过12元，由学校按学期收取。',
  ]);
  expect(rows[1]?.[6]).toMatch(/^《云州省托管条例》第\d+字$/);
  expect(rows[1]?.[8]).toMatch(/^《临澜市托管服务办法》第\d+字$/);
  expect(rows[2]?.slice(8)).toEqual(['', '']);
  expect(rows[3]?.slice(6, 8)).toEqual(['', '']);
});

test('the Word document has both texts side by side, differences told by lines, and each place cited', async () => {
  const { text, html } = await opened(await comparisonDocx(await made()));
  expect(text).toContain('落实：《云州省托管条例》到《临澜市托管服务办法》');
  expect(text).toMatch(/原样保留 \d+%（1 句），有改动 \d+%（1 句），没有写进 \d+%（1 句），另外增加 \d+%（1 句）/);
  expect(text).toContain('改了的数字、日期和要求（1 处）');
  expect(html).toMatch(/<s>[^<]*0[^<]*<\/s>/);
  expect(html).toContain('<s>乡村教学点可以与社区合办托管场所。</s>');
  expect(text).toContain('有改动　第二条');
  expect(text.match(/《云州省托管条例》第\d+字/g)).toHaveLength(3);
  expect(text.match(/《临澜市托管服务办法》第\d+字/g)).toHaveLength(3);
});

test('one outcome alone is said to be one', async () => {
  const { rows, lines } = await made({ show: 'cut' });
  expect(rows.map(({ fate }) => fate)).toEqual(['cut']);
  expect(lines).toContain('只列：没有写进');
});

test('what must not be overlooked comes first: the limit, the order, a text that is cut off', async () => {
  const { rows, warnings } = await made({ limit: 2, changes: { order: 'reversed', truncated: true } });
  expect(rows).toHaveLength(2);
  expect(warnings.join()).toMatch(/只有排在最前的 2 条.*给反了.*只比较了前面的句子/s);
});

test('an older version is cited as a whole, as its places are not those of the newest text', async () => {
  const superior = { ...documentOf({ title: '云州省托管条例' }), version: 1 };
  const { rows } = await made({ changes: { superior } });
  expect(rows[0]?.cited?.a).toEqual([expect.objectContaining({ cited: '《云州省托管条例》第1版' })]);
});

test('whatever the texts, each sentence of the superior one is a row once', async () => {
  const line = fc.constantFrom(...above, ...below, '第五条 <w:p> & "托管"照常收费。');
  const lines = fc.array(line, { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(lines, lines, async (a, b) => {
      const { rows } = await made({ a, b });
      const { sentences } = transmit({ text: a.join('\n'), outline: [] }, { text: b.join('\n'), outline: [] });
      for (const fate of ['kept', 'altered', 'cut', 'added'] as const) {
        expect(rows.filter((row) => row.fate === fate)).toHaveLength(sentences[fate]);
      }
    }),
  );
});
