import { detectFormat } from '../../../ingest/extract/detect.js';
import { deltas } from '../../../ingest/extract/ofd/objects.js';
import { resolve } from '../../../ingest/extract/ofd/xml.js';
import { readOfd } from '../../../ingest/extract/ofd.js';
import { failureCode, shortly } from './support/failure-code.js';
import { makeOfd, type OfdText, ruledUnits } from './support/make-ofd.js';

const sentence = '望湖区教育局要把义务教育阶段学校招生入学工作摆在突出位置，加强统筹协调，确保适龄儿童少年依法入学';

/** Lines of `width` characters of 5 mm, the first one indented by two. */
const setLines = (text: string, width: number, top: number): OfdText[] => {
  const lines = [{ text: text.slice(0, width - 2), x: 35, y: top }];
  for (let at = width - 2; at < text.length; at += width) {
    lines.push({ text: text.slice(at, at + width), x: 25, y: top + 8 * lines.length });
  }
  return lines;
};

describe('readOfd', () => {
  it('reads text by where it stands, whatever the order in the file, and joins the lines of a paragraph', () => {
    const text = `${sentence}${sentence}。`;
    const title = { text: '临澜市教育局关于招生工作的通知', x: 50, y: 40, size: 7 };
    const file = makeOfd([{ pages: [[...setLines(text, 32, 60).reverse(), title]] }], '招生工作的通知');
    const { blocks, pages, declaredTitle } = readOfd(file);
    expect(detectFormat(file, 'a.bin')).toBe('ofd');
    expect(shortly(blocks)).toEqual(['h1 临澜市教育局关于招生工作的通知', `p ${text}`]);
    expect([pages, declaredTitle]).toEqual([1, '招生工作的通知']);
  });

  it('reads distances between characters, repeated ones too, and wide gaps as spaces', () => {
    expect(deltas('1 g 3 2.5 4')).toEqual([1, 2.5, 2.5, 2.5, 4]);
    const line = { text: '姓名性别', x: 30, y: 50, deltaX: '5 30 5' };
    expect(shortly(readOfd(makeOfd([{ pages: [[line]] }])).blocks)).toEqual(['p 姓名 性别']);
  });

  it('reads radicals as characters, and markup as text', () => {
    const texts = [{ text: '加⼒推进 A&B <c>', x: 30, y: 50, deltaX: 'g 13 4' }];
    expect(shortly(readOfd(makeOfd([{ pages: [texts] }])).blocks)).toEqual(['p 加力推进 A&B <c>']);
  });

  it('joins a paragraph over the end of a page, and counts a template once', () => {
    const text = `${sentence}${sentence}${sentence}。`;
    const lines = setLines(text, 32, 60);
    const templates = { 7: [{ text: '临澜市教育局文件', x: 80, y: 15 }] };
    const file = makeOfd([
      {
        templates,
        pages: [
          { texts: lines.slice(0, 3), template: '7' },
          { texts: lines.slice(3).map((line, i) => ({ ...line, y: 60 + 8 * i })), template: '7' },
        ],
      },
    ]);
    const { blocks } = readOfd(file);
    expect(shortly(blocks)).toEqual(['footer p 临澜市教育局文件', `p ${text}`]);
    expect(blocks.map(({ page }) => page)).toEqual([1, 1]);
  });

  it('reads ruled fields as a table', () => {
    const cells = [
      ['学校', '班数', '人数'],
      ['望湖小学', '4', '180'],
      ['青石小学', '6', '270'],
    ];
    const texts = cells.flatMap((row, r) => row.map((text, c) => ({ text, x: 32 + 40 * c, y: 57 + 10 * r })));
    const units = ruledUnits([30, 70, 110, 150], [50, 60, 70, 80]);
    const { blocks } = readOfd(makeOfd([{ pages: [{ texts, units }] }]));
    expect(shortly(blocks)).toEqual(['th 学校|班数|人数 / 望湖小学|4|180 / 青石小学|6|270']);
  });

  it('reads several documents in order, and names the pages that it cannot read', () => {
    const one = (text: string): OfdText[] => [{ text, x: 30, y: 50 }];
    const file = makeOfd([{ pages: [one('甲一'), one('甲二'), one('甲三')] }, { pages: [one('乙一')] }], '', {
      'Doc_0/Pages/Page_1/Content.xml': null,
    });
    const { blocks, pages, unread } = readOfd(file);
    expect(blocks.map((block) => [shortly([block])[0], block.page])).toEqual([
      ['p 甲一', 1],
      ['p 甲三', 3],
      ['p 乙一', 4],
    ]);
    expect([pages, unread]).toEqual([4, [{ reason: 'page', page: 2 }]]);
  });

  it('names pages that are pictures', () => {
    const units = '<ofd:ImageObject ID="5" Boundary="0 0 210 297" ResourceID="8"/>';
    const { unread } = readOfd(makeOfd([{ pages: [[{ text: '附件', x: 30, y: 50 }], { texts: [], units }] }]));
    expect(unread).toEqual([{ reason: 'scan', page: 2 }]);
  });

  it('looks names up inside the file only', () => {
    expect(resolve('../../../etc/passwd', 'Doc_0/Document.xml')).toBe('etc/passwd');
    expect(resolve('/Doc_1/./a\\b.xml', 'Doc_0/Document.xml')).toBe('Doc_1/a/b.xml');
  });

  it('says when a file is encrypted, empty or broken, and resolves no entity', async () => {
    const page = [{ pages: [[{ text: '通知', x: 30, y: 50 }]] }];
    const locked = makeOfd(page, '', { 'Encryptions.xml': '<ofd:Encryptions/>' });
    expect(await failureCode(() => readOfd(locked))).toBe('ENCRYPTED');
    expect(await failureCode(() => readOfd(makeOfd([{ pages: [[]] }])))).toBe('NO_TEXT');
    expect(await failureCode(() => readOfd(makeOfd(page, '', { 'Doc_0/Document.xml': null })))).toBe('DAMAGED');
    expect(await failureCode(() => readOfd(makeOfd(page, '', { 'OFD.xml': 'nothing' })))).toBe('DAMAGED');
    const xxe = makeOfd(page, '', {
      'Doc_0/Pages/Page_0/Content.xml':
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><Page><Content><Layer><TextObject Boundary="30 50 90 9" Size="5"><TextCode X="0" Y="5">通知&x;</TextCode></TextObject></Layer></Content></Page>',
    });
    expect(shortly(readOfd(xxe).blocks)).toEqual(['p 通知&x;']);
  });
});
