// A list as a Word document, opened again.
import { listDocx } from '../../../services/export/docx/list.js';
import { opened } from '../../support/open-docx.js';
import { documentOf, listOf, rowOf } from './made-up.js';

const other = documentOf({ id: 'lan2', title: '关于印发《收费办法》的通知', number: null });
const list = listOf(
  [
    rowOf(documentOf(), ['学校应当提供', '托管', '服务。']),
    rowOf(other, ['收取', '托管', '费\n按学期。'], { ocr: 0.8, also: ['收费办法（试行）'] }),
    rowOf(documentOf(), ['', '托管', '自愿。']),
  ],
  { warnings: ['注意：不是全部。'] },
);

test('it tells what was asked and searched, then each document’s occurrences with a citation', async () => {
  const { text, html } = await opened(await listDocx(list));
  expect(text).toContain('查原话：托管\n\n注意：不是全部。\n\n原话：托管\n\n检索了 34 份文件。');
  expect(text.indexOf('1. …学校应当提供托管服务。…')).toBeGreaterThan(0);
  expect(text.indexOf('2. 托管自愿。…')).toBeLessThan(text.indexOf('《关于印发〈收费办法〉的通知》')); // by document
  expect(text).toContain('3. …收取托管费');
  expect(html).toContain('<strong>托管</strong>');
  expect(html.match(/<strong>托管<\/strong>/g)).toHaveLength(3);
  expect(html).toContain('<a href="https://dang.an/documents/lan1">链接</a>');
  expect(text).toContain('引用　《临澜市托管服务办法》，第二条');
  expect(text).toContain('由图片识别，可能有错字');
  expect(text).toContain('同样的内容还见于：《收费办法（试行）》');
  expect(text).toContain('参考文献（GB/T 7714—2015）\n\n[1] 临澜市托管服务办法[A/OL].');
});

test('it is A4 in Chinese fonts, with the pages numbered', async () => {
  const { parts } = await opened(await listDocx(list));
  expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(parts['word/styles.xml']).toMatch(/w:eastAsia="宋体"/);
  expect(parts['word/styles.xml']).toMatch(/w:eastAsia="黑体"/);
  const footer = Object.entries(parts).find(([name]) => /footer\d\.xml$/.test(name))?.[1];
  expect(footer).toMatch(/PAGE.*NUMPAGES/s);
});

test('hostile words stay words', async () => {
  const title = '</w:t><script>&"\u0000\u0008\ud800';
  const hostile = rowOf(documentOf({ title }), ['', '<w:p>', '&amp;\u001f']);
  const { text } = await opened(await listDocx(listOf([hostile], { title, references: [title] })));
  expect(text).toContain('</w:t><script>&"');
  expect(text).toContain('<w:p>&amp;');
});

test('a link without an address outside is no link', async () => {
  const row = rowOf(documentOf(), ['', '托管', '']);
  const { html } = await opened(
    await listDocx(listOf([{ ...row, citation: { ...row.citation, link: '/documents/lan1' } }])),
  );
  expect(html).not.toContain('<a ');
});
