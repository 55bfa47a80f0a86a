// The drafter's own Word file with comments: at the words, in whatever the file holds, and nothing else of it changed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Remark } from '../../../services/export/check.js';
import { originalDocx } from '../../../services/export/docx/original/original.js';
import { opened } from '../../support/open-docx.js';
import { temporaryFolder } from '../../support/temporary.js';

const folder = temporaryFolder();
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = (more = ''): string =>
  `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${more}</Types>`;
const rels = (...targets: readonly (readonly [string, string])[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
let runs = 0;
const run = (words: string, properties = ''): string =>
  `<w:r w:rsidR="${runs++}"><w:rPr>${properties}<w:sz w:val="32"/></w:rPr><w:t>${words}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]): string =>
  `<w:p w:rsidR="00A2"><w:pPr><w:ind w:firstLine="640"/></w:pPr>${runs.join('')}</w:p>`;

function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': types(),
    '_rels/.rels': rels(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${w}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/media/seal.bin': '印章',
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
const remarkAt = (text: string, words: string, from = 0): Remark => ({
  start: text.indexOf(words, from),
  end: text.indexOf(words, from) + words.length,
  level: 'conflict',
  head: '不合 · 期限 · 把握 97%',
  draft: words,
  message: '《投诉办法》此处是“7个工作日”。',
  source: {
    pieces: [{ text: '7个工作日', found: true }],
    cited: '临澜市教育局：《投诉办法》，第三条',
    link: 'https://dang.an/documents/lan1?v=1&at=3#n4',
  },
});
const made = async (bytes: Uint8Array, text: string, remarks: readonly Remark[]) => {
  const after = originalDocx({ bytes, taken: { text, remarks, language: 'zh' } });
  if (!after) throw new Error('no docx');
  return { bytes: after, ...(await opened(after)) };
};

/** The words under each comment, by its number; `¶` where a paragraph ends. */
function covered(xml: string): Map<number, string> {
  const [open, done] = [new Map<number, string>(), new Map<number, string>()];
  for (const [whole, mark, id, words = '¶'] of xml.matchAll(
    /<w:commentRange(Start|End) w:id="(\d+)"\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g,
  )) {
    if (mark === 'Start') open.set(Number(id), '');
    else if (mark === 'End') {
      done.set(Number(id), open.get(Number(id)) ?? 'never begun');
      open.delete(Number(id));
    } else for (const [key, before] of open) open.set(key, before + (whole === '</w:p>' ? '¶' : words));
  }
  expect(open.size).toBe(0);
  return done;
}

/** What was there before: comments' marks taken out, runs that were cut put together (each has a number of its own). */
function withoutMarks(xml: string): string {
  const cut =
    /(<w:r w:rsidR="(\d+)">(<w:rPr>(?:<w:b\/>)?<w:sz w:val="32"\/><\/w:rPr>)<w:t>[^<]*)<\/w:t><\/w:r><w:r w:rsidR="\2">\3<w:t>/g;
  const joined = (one: string): string => (one.replace(cut, '$1') === one ? one : joined(one.replace(cut, '$1')));
  return joined(
    xml
      .replace(/<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g, '')
      .replaceAll(' xml:space="preserve"', ''),
  );
}

test('comments stand at the words, through runs, and nothing else of the file is changed', async () => {
  const text = '第一条 学校应当在15个工作日内答复。\n每班不超过45人。';
  const before = docxOf(
    paragraph(run('学校应当在1'), run('5个工作', '<w:b/>'), run('日内答复。')) + paragraph(run('每班不超过45人。')),
  );
  const { bytes, parts } = await made(before, text, [remarkAt(text, '15个工作日'), remarkAt(text, '45人')]);
  const xml = parts['word/document.xml'] ?? '';
  expect([...covered(xml)]).toEqual([
    [0, '15个工作日'],
    [1, '45人'],
  ]);
  expect(withoutMarks(xml)).toBe(Buffer.from(unzipSync(before)['word/document.xml'] ?? []).toString('utf8'));
  expect(unzipSync(bytes)['word/media/seal.bin']).toEqual(unzipSync(before)['word/media/seal.bin']);
  const comments = parts['word/comments.xml'] ?? '';
  for (const told of ['不合 · 期限 · 把握 97%', '此处是“7个工作日”', '《投诉办法》，第三条'])
    expect(comments).toContain(told);
  expect(parts['word/_rels/comments.xml.rels']).toContain('v=1&amp;at=3#n4');
  expect(parts['[Content_Types].xml']).toContain('PartName="/word/comments.xml"');
  expect(parts['word/_rels/document.xml.rels']).toContain('Target="comments.xml"');
});

test('a document that has comments keeps them, and the new ones have numbers of their own', async () => {
  const text = '甲应当在15日内答复。';
  const body = paragraph(
    '<w:commentRangeStart w:id="7"/>',
    run('甲应当'),
    '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
    run('在15日内答复。'),
  );
  const bytes = docxOf(body, {
    '[Content_Types].xml': types(
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>',
    ),
    'word/_rels/document.xml.rels': rels(['comments', 'comments.xml']),
    'word/comments.xml': `<w:comments ${w}><w:comment w:id="7" w:author="科长"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment></w:comments>`,
  });
  const { parts } = await made(bytes, text, [remarkAt(text, '应当在15日')]);
  expect(covered(parts['word/document.xml'] ?? '')).toEqual(
    new Map([
      [7, '甲应当'],
      [8, '应当在15日'],
    ]),
  );
  expect(parts['word/comments.xml']).toContain('请核');
  expect(parts['word/comments.xml']?.match(/<w:comment /g)).toHaveLength(2);
  expect(parts['[Content_Types].xml']?.match(/comments\.xml/g)).toHaveLength(1);
});

test('in tables, tracked changes, text boxes and what is only read elsewhere, a comment finds its place or says that it has none', async () => {
  const body =
    paragraph(
      run('学前三年毛入园率达到'),
      '<w:del w:id="1" w:author="甲"><w:r><w:delText>85%</w:delText></w:r></w:del>',
      `<w:ins w:id="2" w:author="乙">${run('93%')}</w:ins>`,
      run('。'),
    ) +
    `<w:tbl><w:tr><w:tc>${paragraph(run('指标'))}</w:tc><w:tc>${paragraph(run('2026年'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('班额'))}</w:tc><w:tc>${paragraph(run('45人'))}</w:tc></w:tr></w:tbl>` +
    `<w:p><w:r><w:pict><w:txbxContent>${paragraph(run('框内写明由教育局负责解释'))}</w:txbxContent></w:pict></w:r>${run('图外的话')}</w:p>` +
    paragraph(run('自2026年9月1日起施行。'));
  const text =
    '内部文件 不得外传\n学前三年毛入园率达到93%。\n指标 | 2026年\n班额 | 45人\n图外的话\n框内写明由教育局负责解释\n五、自2026年9月1日起施行。';
  const words = ['内部文件', '达到93%', '45人', '教育局负责', '五、'];
  const { parts } = await made(
    docxOf(body),
    text,
    words.map((one) => remarkAt(text, one)),
  );
  const at = covered(parts['word/document.xml'] ?? '');
  expect(at.get(0)).toBe('');
  expect(at.get(1)).toBe('达到93%');
  expect(at.get(2)).toBe('45人');
  expect(at.get(3)).toContain('框内写明由教育局负责解释');
  expect(at.get(4)).toBe('自2026年9月1日起施行。');
  expect(parts['word/comments.xml']).toContain('文稿此处是“内部文件”');
  expect(parts['word/comments.xml']?.match(/原处没有找到/g)).toHaveLength(1);
});

test('whatever the words and wherever they were cut into runs, a comment covers exactly its words', async () => {
  const piece = fc.constantFrom('学校', '应当', '&lt;办&gt;', '&amp;', '15', '日', '𠮷', '，', '。', '&#x7532;', ' ');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 })), { maxLength: 5 }),
      async (runs, places) => {
        const shown = runs.map((pieces) => pieces.join(''));
        const text = shown
          .join('')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
          .replaceAll('&#x7532;', '甲');
        const remarks = places.map(([from, length]): Remark => {
          const characters = [...text];
          const start = characters.slice(0, from % characters.length).join('').length;
          const end = characters.slice(0, (from % characters.length) + length).join('').length;
          return { ...remarkAt('', ''), start, end };
        });
        const before = docxOf(paragraph(...shown.map((words) => run(words))));
        const { parts } = await made(before, text, remarks);
        const xml = parts['word/document.xml'] ?? '';
        expect(withoutMarks(xml)).toBe(Buffer.from(unzipSync(before)['word/document.xml'] ?? []).toString('utf8'));
        const plain = (some: string): string => some.replaceAll('&#x7532;', '甲').replace(/\s/gu, '');
        const escaped = (some: string): string =>
          some.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        const at = covered(xml);
        for (const [id, { start, end }] of remarks.entries()) {
          const words = text.slice(start, end);
          if (words.trim() !== '') expect(plain(at.get(id) ?? '')).toBe(plain(escaped(words)));
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('what is no docx is told as none', () => {
  const taken = { text: '', remarks: [], language: 'zh' as const };
  for (const bytes of [strToU8('%PDF-1.4'), zipSync({ 'a.txt': strToU8('甲') }), new Uint8Array()])
    expect(originalDocx({ bytes, taken })).toBeNull();
});

const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));
(soffice ? test : test.skip)(
  'LibreOffice opens it and keeps every comment, the old ones and the new',
  async () => {
    const text = '学校应当在15个工作日内答复。\n班额 | 45人';
    const body =
      paragraph(run('学校应当在15个工作'), `<w:ins w:id="3" w:author="乙">${run('日内')}</w:ins>`, run('答复。')) +
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc>${paragraph(run('班额'))}</w:tc><w:tc>${paragraph(run('45人'))}</w:tc></w:tr></w:tbl>${paragraph(run('完'))}`;
    const once = await made(docxOf(body), text, [remarkAt(text, '15个工作日')]);
    const { bytes } = await made(once.bytes, text, [remarkAt(text, '45人'), remarkAt(text, '工作日内答')]);
    writeFileSync(join(folder, 'own.docx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, 'own.docx')];
    execFileSync(soffice ?? '', options, { stdio: 'ignore', timeout: 120_000 });
    const read = readFileSync(join(folder, 'own.fodt'), 'utf8');
    expect(read.match(/<office:annotation /g)).toHaveLength(3);
    expect(read.match(/《投诉办法》，第三条/g)).toHaveLength(3);
    expect(read.match(/xlink:href="https:\/\/dang\.an\/documents\/lan1\?v=1&amp;at=3#n4"/g)).toHaveLength(3);
  },
  180_000,
);
