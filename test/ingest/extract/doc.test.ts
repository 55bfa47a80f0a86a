import { readDoc } from '../../../ingest/extract/doc.js';
import { failureCode, shortly } from './support/failure-code.js';
import { makeDoc, makeOle, type ParagraphRun } from './support/make-doc.js';
import { type DocLevel, type DocOverride, listTable, overrideTable, styleTable } from './support/make-doc-tables.js';

const inList = (list: number, level = 0): number[] => [0x0b, 0x46, list, list > 255 ? 0xf8 : 0, 0x0a, 0x26, level];
const cellEnd = [0x16, 0x24, 1];
const rowEnd = [0x16, 0x24, 1, 0x17, 0x24, 1];
/** sprmTDefTable with the edges of a row's cells. */
const withEdges = (...edges: number[]): number[] => {
  const cells = edges.length - 1;
  const operand = [cells, ...edges.flatMap((edge) => [edge & 0xff, edge >> 8])];
  return [0x08, 0xd6, operand.length + 1, 0, ...operand];
};

interface Part {
  readonly text: string;
  readonly properties?: readonly number[];
  readonly style?: number;
}

/** A file of these paragraphs, each with its mark. */
function makeParagraphs(parts: readonly Part[], tables: Parameters<typeof makeDoc>[3] = {}, extra = ''): Buffer {
  let at = 0;
  const paragraphs = parts.map(({ text, properties = [], style = 0 }): ParagraphRun => {
    const from = at;
    at += text.length;
    return { from, to: at, properties, style };
  });
  return makeDoc(parts.map(({ text }) => text).join('') + extra, 0, [], { paragraphs, ...tables });
}
const read = async (file: Buffer): Promise<string[]> => shortly((await readDoc(file)).blocks);
const lists = (definitions: DocLevel[][], overrides: DocOverride[]) => ({
  738: listTable(definitions),
  746: overrideTable(overrides),
});

describe('automatic numbers in a doc', () => {
  const official = [
    { format: 0x27, text: '第\0章' },
    { format: 0x27, text: '第\x01条', flags: 0x08, restart: 0 },
    { format: 0x25, text: '（\x02）', suffix: 2 },
    { format: 0, text: '\0.\x03', flags: 0x04 },
  ];

  it('come back as text, with levels that count through and levels that begin anew', async () => {
    const item = (level: number): Part => ({ text: '款项\r', properties: inList(1, level) });
    const tables = { tables: lists([official], [{ definition: 0 }]) };
    expect(await read(makeParagraphs([0, 1, 2, 2, 1, 2, 3, 0, 1, 2].map(item), tables))).toEqual([
      'p 第一章 款项',
      'p 第一条 款项',
      'p （一）款项',
      'p （二）款项',
      'p 第二条 款项',
      'p （一）款项',
      'p 1.1 款项',
      'p 第二章 款项',
      'p 第三条 款项',
      'p （一）款项',
    ]);
  });

  it('follow overridden starts and levels, and stop where a paragraph leaves the list', async () => {
    const overrides = [
      { definition: 0 },
      { definition: 0, starts: { 0: 5 } },
      { definition: 0, levels: { 0: { format: 0x1e, text: '\0．', suffix: 2 } } },
    ];
    const item = (list: number): Part => ({ text: '款\r', properties: inList(list) });
    const tables = { tables: lists([[{ format: 0x27, text: '\0、' }]], overrides) };
    expect(await read(makeParagraphs([1, 1, 2, 2, 3, 0, 0xf801, 9].map(item), tables))).toEqual([
      'p 一、款',
      'p 二、款',
      'p 五、款',
      'p 六、款',
      'p 庚．款',
      'p 款',
      'p 款',
      'p 款',
    ]);
  });

  it('are inherited from styles and the styles these build on, and headings come from styles too', async () => {
    const styles = styleTable([
      { name: 'Normal', builtIn: 0 },
      { name: '标题 1', builtIn: 1, sprms: inList(1) },
      { name: '条', base: 0, sprms: inList(1, 1) },
      { name: '条加粗', base: 2 },
      { name: '公文二级标题', base: 0 },
      { name: '自定', base: 0, sprms: [0x40, 0x26, 2] },
    ]);
    const tables = { tables: { 162: styles, ...lists([official], [{ definition: 0 }]) } };
    const parts = [
      { text: '总则\r', style: 1 },
      { text: '甲\r', style: 2 },
      { text: '乙\r', style: 3 },
      { text: '丙\r', style: 3, properties: inList(0) },
      { text: '分题\r', style: 4 },
      { text: '小题\r', style: 5 },
      { text: '正文\r', style: 5, properties: [0x40, 0x26, 9] },
    ];
    expect(await read(makeParagraphs(parts, tables))).toEqual([
      'h1 第一章 总则',
      'p 第一条 甲',
      'p 第二条 乙',
      'p 丙',
      'h2 分题',
      'h3 小题',
      'p 正文',
    ]);
  });

  it('are left out, and the text kept, where the table of lists is cut short', async () => {
    const { 0x2e2: table, 0x2ea: overrides } = lists([official], [{ definition: 0 }]);
    const tables = {
      tables: { 738: { content: table.content, appended: Buffer.alloc(1000, 0xff) }, 746: overrides },
    };
    expect(await read(makeParagraphs([{ text: '款\r', properties: inList(1) }], tables))).toEqual(['p 款']);
  });
});

describe('tables in a doc', () => {
  const cell = (text: string): Part => ({ text: `${text}\x07`, properties: cellEnd });

  it('are rows, with wide cells in the columns of the others and marked headers', async () => {
    const row = (edges: number[], header: number[] = []): Part => ({
      text: '\x07',
      properties: [...rowEnd, ...header, ...withEdges(...edges)],
    });
    const blocks = await read(
      makeParagraphs([
        { text: '附表\r' },
        cell('区县'),
        cell('小学'),
        cell('初中'),
        row([0, 100, 200, 300], [0x04, 0x34, 1]),
        cell('望湖区'),
        cell('120'),
        row([0, 105, 300]),
        cell(''),
        { text: '80\r', properties: cellEnd },
        cell('（预计）'),
        cell('40'),
        row([0, 100, 200, 300]),
        { text: '注\r' },
      ]),
    );
    expect(blocks).toEqual(['p 附表', 'th 区县|小学|初中 / 望湖区|120| / |80\n（预计）|40', 'p 注']);
  });

  it('are paragraphs where a table only frames the text', async () => {
    const row = { text: '\x07', properties: rowEnd };
    expect(await read(makeParagraphs([cell('框中文字'), row, cell('再一段'), row]))).toEqual([
      'p 框中文字',
      'p 再一段',
    ]);
  });

  it('hold a table within a cell as lines of that cell', async () => {
    const inner = [0x16, 0x24, 1, 0x49, 0x66, 2, 0, 0, 0];
    const blocks = await read(
      makeParagraphs([
        cell('甲校'),
        { text: '一年级\r', properties: [...inner, 0x4b, 0x24, 1] },
        { text: '40人\r', properties: [...inner, 0x4b, 0x24, 1] },
        { text: '\r', properties: [...inner, 0x4b, 0x24, 1, 0x4c, 0x24, 1] },
        cell('备注'),
        { text: '\x07', properties: rowEnd },
      ]),
    );
    expect(blocks).toEqual(['t 甲校|一年级 40人\n备注']);
  });
});

describe('readDoc', () => {
  it('reads paragraphs with their quote marks and dashes as they are', async () => {
    const { blocks } = await readDoc(makeDoc('关于“双减”工作的通知\r第一条　为了——\r'));
    expect(shortly(blocks)).toEqual(['p 关于“双减”工作的通知', 'p 第一条　为了——']);
  });

  it('shows the result of a field, not its code', async () => {
    const { blocks } = await readDoc(makeDoc('见\x13 HYPERLINK "http://x" \x14附件\x15。\r'));
    expect(shortly(blocks)).toEqual(['p 见附件。']);
  });

  it('leaves out tracked deletions, and nothing that is only formatted', async () => {
    const text = '保留删除语言加粗\r';
    const runs = [
      { from: 0, to: 2, properties: [0x35, 0x08, 0x01] }, // bold
      { from: 2, to: 4, properties: [0x35, 0x08, 0x01, 0x00, 0x08, 0x01] }, // bold and deleted
      { from: 4, to: 6, properties: [0x60, 0x4a, 0x01, 0x00] }, // the same low bits as a deletion's code
      { from: 6, to: 9, properties: [0x00, 0x08, 0x00] }, // expressly not deleted
    ];
    const { blocks } = await readDoc(makeDoc(text, 0, runs));
    expect(shortly(blocks)).toEqual(['p 保留语言加粗']);
  });

  it('runs a paragraph whose mark was deleted on into the next, and sets hidden text apart', async () => {
    const text = '前半句，\r后半句。看不见\r';
    const runs = [
      { from: 0, to: 4, properties: [] },
      { from: 4, to: 5, properties: [0x00, 0x08, 0x01] },
      { from: 5, to: 9, properties: [] },
      { from: 9, to: 12, properties: [0x3c, 0x08, 0x01] },
      { from: 12, to: 13, properties: [] },
    ];
    const { blocks } = await readDoc(makeDoc(text, 0, runs));
    expect(shortly(blocks)).toEqual(['p 前半句，后半句。', 'navigation p 看不见']);
  });

  it('shows symbols as plain signs, never as characters of private use', async () => {
    const runs = [
      { from: 0, to: 1, properties: [0x09, 0x6a, 0x00, 0x00, 0xfe, 0xf0] },
      { from: 1, to: 6, properties: [] },
    ];
    const { blocks } = await readDoc(makeDoc('(\uf0b7已选\r', 0, runs));
    expect(shortly(blocks)).toEqual(['p ☑已选']);
  });

  it('numbers the notes at the end', async () => {
    const notes = '\x02见附件。\r\x02同上。\r';
    const { blocks } = await readDoc(makeDoc(`正文\x02。\r${notes}`, 0, [], { footnotes: notes.length }));
    expect(shortly(blocks)).toEqual(['p 正文。', 'p [1] 见附件。', 'p [2] 同上。']);
  });

  it('shows a field whose marks do not match as it stands, and the results of fields within fields', async () => {
    expect(await read(makeDoc('\x13 IF \x13 PAGE \x147\x15 \x14结果\x15在此\x13未完\r'))).toEqual(['p 结果在此未完']);
  });

  it('reads a file of Kingsoft under its own name, and text of Word 95 in Chinese', async () => {
    expect((await readDoc(makeDoc('通知\r'), 'wps')).format).toBe('wps');
    const text = Buffer.concat([
      Buffer.from('b9d8d3dad5d0c9fab5c4cda8d6aa0d', 'hex'), // 关于招生的通知, in GBK
      Buffer.from('b8f7c7f8bdccd3fdbed6a3ba0d', 'hex'), // 各区教育局：
    ]);
    const word = Buffer.alloc(1024 + text.length);
    word.writeUInt16LE(0xa5dc, 0);
    word.writeUInt32LE(1024, 0x18);
    word.writeUInt32LE(text.length, 0x34);
    text.copy(word, 1024);
    expect(await read(makeOle({ WordDocument: word }))).toEqual(['p 关于招生的通知', 'p 各区教育局：']);
  });

  it('says that an encrypted file is encrypted and a broken one damaged', async () => {
    expect(await failureCode(() => readDoc(makeDoc('密\r', 0x0100)))).toBe('ENCRYPTED');
    const broken = Buffer.alloc(4096);
    broken.writeUInt16LE(0xa5ec, 0);
    expect(await failureCode(() => readDoc(makeOle({ WordDocument: broken })))).toBe('DAMAGED');
  });
});
