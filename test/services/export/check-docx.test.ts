// A checked draft as a Word document, opened again: a comment for each remark, over exactly its words.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Remark, TakenCheck } from '../../../services/export/check.js';
import { checkDocx } from '../../../services/export/docx/check.js';
import { sound } from '../../../services/export/docx/page.js';
import { opened } from '../../support/open-docx.js';
import { temporaryFolder } from '../../support/temporary.js';

const folder = temporaryFolder();
const text = '临澜市托管服务办法\n第一条 学校应当在15个工作日内答复。\n第二条 每班不超过45人。';
const remarkAt = (words: string, changes: Partial<Remark> = {}, within = text): Remark => ({
  start: within.indexOf(words),
  end: within.indexOf(words) + words.length,
  level: 'conflict',
  head: '不合 · 期限 · 把握 97%',
  draft: words,
  message: '《投诉办法》此处是“7个工作日”。',
  source: {
    pieces: [
      { text: '自收到之日起', found: false },
      { text: '7个工作日', found: true },
    ],
    cited: '临澜市教育局：《投诉办法》，第三条',
    link: 'https://dang.an/documents/lan1?v=1&at=3#n4',
  },
  ...changes,
});
const taken = (changes: Partial<TakenCheck> = {}): TakenCheck => ({
  language: 'zh',
  title: '核对报告：《临澜市托管服务办法》',
  warnings: ['文稿第 3 页没有读出，没有核对。'],
  lines: ['与档案中的 3 份文件逐句核对。'],
  labels: [{ name: '照搬', clauses: 2, characters: 30, percent: 70 }],
  revision: null,
  kinds: [{ name: '期限', conflicts: 1, notes: 0, dismissed: 1 }],
  sources: [{ cited: '《投诉办法》', link: '/documents/lan1', clauses: 2 }],
  text,
  headings: [{ start: text.indexOf('第一条'), level: 1 }],
  remarks: [remarkAt('15个工作日'), remarkAt('不超过', { level: 'note', source: null })],
  dismissed: [],
  noLonger: 0,
  ...changes,
});

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The words that each comment covers, by its number; a paragraph's end is a line's. */
function covered(documentXml: string): Map<number, string> {
  const open = new Map<number, string>();
  const done = new Map<number, string>();
  const add = (words: string): void => {
    for (const [id, before] of open) open.set(id, before + words);
  };
  const parts = /<w:commentRange(Start|End) w:id="(\d+)"\/>|<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g;
  for (const [whole, mark, id, words] of documentXml.matchAll(parts)) {
    if (mark === 'Start') open.set(Number(id), '');
    else if (mark === 'End') {
      done.set(Number(id), open.get(Number(id)) ?? 'never begun');
      open.delete(Number(id));
    } else add(words === undefined && whole !== '' ? '\n' : unescaped(words ?? ''));
  }
  expect(open.size).toBe(0);
  return done;
}
const idsOf = (xml: string | undefined, pattern: RegExp): number[] =>
  [...(xml ?? '').matchAll(pattern)].map(({ 1: id }) => Number(id));

test('each remark is a comment over exactly its words, with reason, source, citation, link and how sure', async () => {
  const { parts } = await opened(await checkDocx(taken()));
  const words = covered(parts['word/document.xml'] ?? '');
  expect([...words]).toEqual([
    [0, '15个工作日'],
    [1, '不超过'],
  ]);
  const comments = parts['word/comments.xml'] ?? '';
  expect(idsOf(comments, /<w:comment [^>]*w:id="(\d+)"/g)).toEqual([0, 1]);
  expect(idsOf(parts['word/document.xml'], /<w:commentReference w:id="(\d+)"/g)).toEqual([0, 1]);
  for (const said of [
    '不合 · 期限 · 把握 97%',
    '《投诉办法》此处是“7个工作日”。',
    '自收到之日起',
    '《投诉办法》，第三条',
  ])
    expect(comments).toContain(said);
  expect(parts['word/_rels/comments.xml.rels']).toContain('https://dang.an/documents/lan1?v=1&amp;at=3');
  const [, link] = /<w:hyperlink [^>]*r:id="([^"]+)"/.exec(comments) ?? [];
  expect(parts['word/_rels/comments.xml.rels']).toContain(`Id="${link}"`);
});

test('it begins with the overview and what was not checked; the draft stands below as it is, headings as headings', async () => {
  const { text: words, html } = await opened(await checkDocx(taken()));
  const [overview = '', draft = ''] = words.split('文稿和批注');
  for (const told of ['与档案中的 3 份文件', '期限', '照搬', '70%', '《投诉办法》', '文稿第 3 页没有读出'])
    expect(overview).toContain(told);
  expect(draft.trim().split(/\n+/)).toEqual(text.split('\n'));
  expect(html).toContain('<h3>第一条 学校应当在15个工作日内答复。</h3>');
});

test('what was dismissed has no comment; it is listed apart, with its reason', async () => {
  const dismissed = [{ ...remarkAt('15个工作日'), reason: '已与来源机关核实' }];
  const { text: words, parts } = await opened(await checkDocx(taken({ remarks: [], dismissed, noLonger: 2 })));
  expect(parts['word/comments.xml']).toBeUndefined();
  const list = words.split('已忽略的发现')[1] ?? '';
  for (const told of ['15个工作日', '此处是“7个工作日”', '第三条', '忽略的理由：已与来源机关核实', '另有 2 条'])
    expect(list).toContain(told);
});

test('what became of the earlier version stands last: what was taken out is struck through, what was put in underlined', async () => {
  const revision = {
    lines: ['上一稿：《二稿》', '修改 1'],
    changes: [
      {
        told: '修改 · 第二条',
        parts: [
          { kind: 'same' as const, text: '每班不超过' },
          { kind: 'removed' as const, text: '40' },
          { kind: 'added' as const, text: '45' },
        ],
      },
    ],
  };
  const { text: words, html } = await opened(await checkDocx(taken({ revision })));
  const last = words.split('与上一稿相比')[1] ?? '';
  for (const told of ['《二稿》', '修改 1', '修改 · 第二条', '每班不超过4045']) expect(last).toContain(told);
  expect(html).toContain('<s>40</s>');
});

test('remarks may overlap, touch, be empty and reach over lines, whatever the draft holds', async () => {
  const piece = fc.constantFrom(
    '甲',
    '7个',
    '\n',
    '\r\n',
    '&<>"',
    '\u0000',
    '\u0008',
    '\ud800',
    '𠮷',
    ' ',
    '\ufffe',
    '条',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.array(fc.tuple(fc.nat(60), fc.nat(12), fc.boolean()), { maxLength: 8 }),
      async (draft, places) => {
        const remarks = places.map(([at, length, isConflict]): Remark => {
          const [start, end] = [Math.min(at, draft.length), Math.min(at + length, draft.length)];
          return { ...remarkAt('', { level: isConflict ? 'conflict' : 'note' }), start, end };
        });
        const { parts } = await opened(await checkDocx(taken({ text: draft, headings: [], remarks })));
        const words = covered(parts['word/document.xml'] ?? '');
        expect(words.size).toBe(remarks.length);
        for (const [id, { start, end }] of remarks.entries()) {
          // half a pair, or half a line break, is cut there: neither is a word
          const plain = (some: string): string => sound(some).replace(/[\r\n\ufffd𠮷]/gu, '');
          expect(plain(words.get(id) ?? 'none')).toBe(plain(draft.slice(start, end)));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('ten thousand remarks are written in seconds', async () => {
  const long = Array.from({ length: 10_000 }, (_, i) => `第${i}条 在15个工作日内答复。`).join('\n');
  let from = 0;
  const remarks = Array.from({ length: 10_000 }, (): Remark => {
    const start = long.indexOf('15个工作日', from);
    from = start + 1;
    return { ...remarkAt(''), start, end: start + 6 };
  });
  const started = performance.now();
  const { parts } = await opened(await checkDocx(taken({ text: long, headings: [], remarks })));
  expect(performance.now() - started).toBeLessThan(60_000);
  const words = covered(parts['word/document.xml'] ?? '');
  expect(words.size).toBe(10_000);
  expect(new Set(words.values())).toEqual(new Set(['15个工作日']));
}, 120_000);

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));
(office ? test : test.skip)(
  'LibreOffice opens it, hostile words and all, and keeps every comment',
  async () => {
    const hostile = `${text}\n</w:t>&amp;\u0001\ud800"`;
    const remarks = [...taken().remarks, remarkAt('</w:t>&amp;', { message: '\u0002<w:p>\udc00' }, hostile)];
    writeFileSync(join(folder, 'report.docx'), await checkDocx(taken({ text: hostile, remarks })));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, 'report.docx')];
    execFileSync(office ?? '', options, { stdio: 'ignore', timeout: 120_000 });
    const read = readFileSync(join(folder, 'report.fodt'), 'utf8');
    expect(read.match(/<office:annotation /g)).toHaveLength(3);
    expect(read).toContain('&lt;/w:t&gt;&amp;amp;');
  },
  180_000,
);
