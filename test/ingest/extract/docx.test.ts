import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../../ingest/extract/docx.js';
import { failureCode, shortly } from './support/failure-code.js';
import { abstractNumbering, makeDocx, numbered, numberingInstance, paragraph, run } from './support/make-docx.js';

const read = async (body: string, parts: Record<string, string> = {}): Promise<string[]> =>
  shortly((await readDocx(makeDocx(body, parts))).blocks);

const officialNumbering = abstractNumbering(0, [
  { format: 'chineseCountingThousand', text: '%1、', more: '<w:suff w:val="nothing"/>' },
  { format: 'chineseCountingThousand', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
  { format: 'decimalEnclosedCircleChinese', text: '%4' },
]);

describe('automatic numbers in a docx', () => {
  it('come back as text on all levels, and begin anew below each higher one', async () => {
    const blocks = await read(
      numbered('总体要求', 1) +
        numbered('指导思想', 1, 1) +
        numbered('基本原则', 1, 1) +
        numbered('坚持公平', 1, 2) +
        numbered('坚持质量', 1, 2) +
        numbered('主要任务', 1) +
        numbered('扩大学位', 1, 1) +
        numbered('新建学校', 1, 2) +
        numbered('选址', 1, 3),
      { numbering: officialNumbering + numberingInstance(1, 0) },
    );
    expect(blocks).toEqual([
      'p 一、总体要求',
      'p （一）指导思想',
      'p （二）基本原则',
      'p 1. 坚持公平',
      'p 2. 坚持质量',
      'p 二、主要任务',
      'p （一）扩大学位',
      'p 1. 新建学校',
      'p ① 选址',
    ]);
  });

  it('number articles through the chapters where the definition says so', async () => {
    const law = abstractNumbering(0, [
      { format: 'chineseCountingThousand', text: '第%1章' },
      { format: 'chineseCountingThousand', text: '第%2条', more: '<w:lvlRestart w:val="0"/>' },
    ]);
    const articles = Array.from({ length: 12 }, (_, i) => numbered(`条文${i + 1}。`, 1, 1));
    const body = numbered('总则', 1) + articles.slice(0, 6).join('') + numbered('分则', 1) + articles.slice(6).join('');
    const blocks = await read(body, { numbering: law + numberingInstance(1, 0) });
    expect(blocks[0]).toBe('p 第一章 总则');
    expect(blocks[7]).toBe('p 第二章 分则');
    expect(blocks.at(-1)).toBe('p 第十二条 条文12。');
  });

  it('follow starts, overridden starts and overridden levels', async () => {
    const numbering =
      abstractNumbering(0, [{ format: 'decimal', text: '%1）', start: 5 }]) +
      numberingInstance(1, 0) +
      numberingInstance(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
      numberingInstance(
        3,
        0,
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="ideographTraditional"/><w:lvlText w:val="%1．"/></w:lvl></w:lvlOverride>',
      );
    const blocks = await read(
      numbered('a', 1) + numbered('b', 1) + numbered('c', 2) + numbered('d', 2) + numbered('e', 1) + numbered('f', 3),
      { numbering },
    );
    expect(blocks).toEqual(['p 5）a', 'p 6）b', 'p 1）c', 'p 2）d', 'p 3）e', 'p 丁．f']);
  });

  it('are inherited from styles and the styles these build on', async () => {
    const numbering =
      abstractNumbering(0, [
        { format: 'chineseCountingThousand', text: '第%1章', more: '<w:pStyle w:val="Chapter"/>' },
        { format: 'chineseCountingThousand', text: '第%2条', more: '<w:pStyle w:val="Article"/>' },
      ]) + numberingInstance(1, 0);
    const style = (id: string, properties: string, basedOn = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn}<w:pPr>${properties}</w:pPr></w:style>`;
    const styles =
      style('Chapter', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style('Article', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') +
      style('ArticleBold', '', '<w:basedOn w:val="Article"/>');
    const styled = (text: string, id: string, more = ''): string => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);
    const blocks = await read(
      styled('总则', 'Chapter') +
        styled('甲', 'Article') +
        styled('乙', 'ArticleBold') +
        styled('丙', 'Article', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      { numbering, styles },
    );
    expect(blocks).toEqual(['p 第一章 总则', 'p 第一条 甲', 'p 第二条 乙', 'p 丙']);
  });

  it('are found through numbering styles, and written in figures where legal numbering is asked for', async () => {
    const numbering =
      abstractNumbering(0, [{ format: 'decimal', text: '' }], '<w:numStyleLink w:val="ListStyle"/>') +
      abstractNumbering(1, [
        { format: 'chineseCounting', text: '第%1编' },
        { format: 'decimal', text: '%1.%2', more: '<w:isLgl/>' },
      ]) +
      numberingInstance(1, 0) +
      numberingInstance(2, 1);
    const styles =
      '<w:style w:type="numbering" w:styleId="ListStyle"><w:name w:val="ListStyle"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const blocks = await read(numbered('甲', 1) + numbered('乙', 1) + numbered('丙', 1, 1), { numbering, styles });
    expect(blocks).toEqual(['p 第一编 甲', 'p 第二编 乙', 'p 2.1 丙']);
  });
});

describe('readDocx', () => {
  it('knows headings by outline level and by Chinese and English style names', async () => {
    const style = (id: string, name: string, more = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const styles =
      style('1', '标题 1') +
      style('a', 'heading 2') +
      style('b', '临江正文', '<w:basedOn w:val="a"/>') +
      style('t', 'Title') +
      style('toc', 'toc 1');
    const of = (text: string, id: string, more = ''): string => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);
    const blocks = await read(
      of('工作要点', 't') +
        of('目录条目', 'toc') +
        of('总则', '1') +
        of('细则', 'b') +
        of('并非标题', 'a', '<w:outlineLvl w:val="9"/>') +
        paragraph('三级', '<w:outlineLvl w:val="2"/>'),
      { styles },
    );
    expect(blocks).toEqual(['h1 工作要点', 'navigation p 目录条目', 'h1 总则', 'h2 细则', 'p 并非标题', 'h3 三级']);
  });

  it('shows the final state of tracked changes', async () => {
    const blocks = await read(
      `<w:p>${run('招生')}<w:del><w:r><w:delText>三百</w:delText></w:r></w:del><w:ins>${run('四百')}</w:ins>${run('人')}</w:p>` +
        `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半句，')}</w:p><w:p>${run('后半句。')}</w:p>` +
        `<w:p><w:moveFrom>${run('移走的')}</w:moveFrom>${run('留下的')}<w:moveTo>${run('移来的')}</w:moveTo></w:p>` +
        `<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr>` +
        `<w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('删')}</w:tc><w:tc>${paragraph('除')}</w:tc></w:tr>` +
        `<w:tr><w:tc>${paragraph('丙')}</w:tc><w:tc>${paragraph('丁')}</w:tc></w:tr></w:tbl>`,
    );
    expect(blocks).toEqual(['p 招生四百人', 'p 前半句，后半句。', 'p 留下的移来的', 't 甲|乙 / 丙|丁']);
  });

  it('reads text boxes once, in whichever form they are written', async () => {
    const box = `<w:txbxContent>${paragraph('框中文字')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const newer = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent>`;
    const older = `<w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`;
    for (const form of [both, newer, older]) {
      expect(await read(`<w:p>${run('段落')}<w:r>${form}</w:r></w:p>`)).toEqual(['p 段落', 'p 框中文字']);
    }
  });

  it('reads tables as rows, with merged cells in their places and marked headers', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const blocks = await read(
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('区县')}${cell('小学')}${cell('初中')}</w:tr>` +
        `<w:tr>${cell('东城区', '<w:vMerge w:val="restart"/>')}${cell('120', '<w:gridSpan w:val="2"/>')}</w:tr>` +
        `<w:tr>${cell('', '<w:vMerge/>')}${cell('80')}${cell('40')}</w:tr></w:tbl>`,
    );
    expect(blocks).toEqual(['th 区县|小学|初中 / 东城区|120| / |80|40']);
  });

  it('puts notes at the end with their numbers, and no marks into the sentences', async () => {
    const blocks = await read(
      `<w:p>${run('义务教育')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('是国家统一实施的教育。')}</w:p>`,
      { footnotes: `<w:footnote w:id="2">${paragraph('见《义务教育法》第二条。')}</w:footnote>` },
    );
    expect(blocks).toEqual(['p 义务教育是国家统一实施的教育。', 'p [1] 见《义务教育法》第二条。']);
  });

  it('sets headers, footers and hidden text apart', async () => {
    const blocks = await read(`<w:p>${run('看得见')}${run('看不见', '<w:vanish/>')}${run('的文字')}</w:p>`, {
      header: paragraph('临江市教育局文件'),
      footer: paragraph('第1页') + paragraph('- 2 -'),
    });
    expect(blocks).toEqual(['footer p 临江市教育局文件', 'p 看得见的文字', 'navigation p 看不见']);
  });

  it('loses no text in formulas, ruby, breaks, fields and wrappers', async () => {
    const blocks = await read(
      `<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>${run('；')}` +
        '<w:r><w:ruby><w:rt><w:r><w:t>lín</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>临</w:t></w:r></w:rubyBase></w:ruby></w:r>' +
        `<w:fldSimple w:instr="DATE">${run('2021')}</w:fldSimple><w:customXml>${run('年')}</w:customXml>` +
        `<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>6岁</w:t></w:r></w:p>` +
        `<w:p>${run('上一页')}<w:r><w:br w:type="page"/></w:r>${run('下一页')}</w:p>` +
        `<w:sdt><w:sdtContent>${paragraph('控件')}</w:sdtContent></w:sdt>`,
    );
    expect(blocks).toEqual(['p x=1；临2021年3-6岁', 'p 上一页', 'p 下一页', 'p 控件']);
  });

  it('drops what was deleted before a table, cells too, and keeps the rest', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const blocks = await read(
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>` +
        `<w:tbl><w:tr>${cell('甲')}${cell('乙', '<w:cellDel/>')}${cell('丙')}</w:tr><w:tr>${cell('丁')}${cell('戊')}</w:tr></w:tbl>`,
    );
    expect(blocks).toEqual(['t 甲|丙 / 丁|戊']);
  });

  it('reads a table within a cell as lines of that cell, and one within a frame as a table', async () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
    const table = (...rows: string[]): string => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    const inner = table(
      cell(paragraph('一年级')) + cell(paragraph('40人')),
      cell(paragraph('二年级')) + cell(paragraph('45人')),
    );
    const outer = cell(paragraph('甲校')) + cell(inner + paragraph('备注'));
    expect(await read(table(outer, cell(paragraph('乙校')) + cell(paragraph('无'))))).toEqual([
      't 甲校|一年级 40人\n二年级 45人\n备注 / 乙校|无',
    ]);
    expect(await read(table(cell(paragraph('附表') + inner)))).toEqual(['p 附表', 't 一年级|40人 / 二年级|45人']);
  });

  it('shows symbols and check boxes as plain signs, and only the results of fields', async () => {
    const mark = (type: string, more = ''): string =>
      `<w:r><w:fldChar w:fldCharType="${type}">${more}</w:fldChar></w:r>`;
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const box = '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>';
    const blocks = await read(
      `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F04A"/><w:t>同意\uf0b7</w:t><w:sym w:font="宋体" w:char="2611"/></w:r></w:p>` +
        `<w:p>${mark('begin', box)}${code('FORMCHECKBOX')}${mark('end')}${run('随迁')}</w:p>` +
        `<w:p>${mark('begin')}${code('IF ')}${mark('begin')}${code('PAGE')}${mark('separate')}${run('7')}${mark('end')}${mark('separate')}${run('结果')}${mark('end')}</w:p>` +
        `<w:p>${run('招<w:softHyphen/>')}${run('生')}</w:p>`,
    );
    expect(blocks).toEqual(['p ☑同意☑', 'p ☑随迁', 'p 结果', 'p 招生']);
  });

  it('reads word art, and the text boxes of page headers once', async () => {
    const art = '<w:p><w:r><w:pict><v:shape><v:textpath string="临澜市教育局文件"/></v:shape></w:pict></w:r></w:p>';
    const box = `<w:txbxContent>${paragraph('内部资料')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(await read(art, { header: `<w:p><w:r>${both}</w:r></w:p>` })).toEqual([
      'footer p 内部资料',
      'p 临澜市教育局文件',
    ]);
  });

  it('takes in diagrams, charts and other files in their places, and tells of objects that it cannot read', async () => {
    const relation = (id: string, type: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
    const words = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
    const series =
      '<c:ser><c:tx><c:v>报名人数</c:v></c:tx><c:cat><c:pt><c:v>望湖区</c:v></c:pt><c:pt><c:v>江畔区</c:v></c:pt></c:cat><c:val><c:pt><c:v>12</c:v></c:pt><c:pt><c:v>30</c:v></c:pt></c:val></c:ser>';
    const body =
      `<w:p>${run('图一')}<w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r></w:p>` +
      '<w:p><w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r></w:p>' +
      '<w:altChunk r:id="h"/><w:altChunk r:id="x"/>' +
      `<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.8"/></w:object></w:r>${run('完')}</w:p>`;
    const { blocks, unread } = await readDocx(
      zipSync({
        'word/document.xml': strToU8(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
        ),
        'word/_rels/document.xml.rels': strToU8(
          `<Relationships>${relation('d', 'diagramData', 'data.xml')}${relation('c', 'chart', 'chart.xml')}${relation('h', 'aFChunk', 'part.htm')}${relation('x', 'aFChunk', 'part.bin')}</Relationships>`,
        ),
        'word/data.xml': strToU8(`<d>${words('报名')}${words('')}${words('录取')}</d>`),
        'word/chart.xml': strToU8(`<c>${words('各区报名')}${series}</c>`),
        'word/part.htm': strToU8('<html><body><h2>附则</h2><p>解释权归教育局。</p></body></html>'),
        'word/part.bin': Buffer.alloc(500, 1),
      }),
    );
    expect(shortly(blocks)).toEqual([
      'p 图一',
      'p 报名',
      'p 录取',
      'p 各区报名',
      'p 报名人数：望湖区 12；江畔区 30',
      'h2 附则',
      'p 解释权归教育局。',
      'p 完',
    ]);
    expect(unread).toEqual([
      { reason: 'object', page: null },
      { reason: 'object', page: null },
    ]);
  });

  it('resolves no entity', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "展开"><!ENTITY c SYSTEM "file:///etc/hostname">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('正文&b;&c;&amp;结束')}</w:body></w:document>`;
    const { blocks } = await readDocx(zipSync({ 'word/document.xml': strToU8(xml) }));
    expect(shortly(blocks)).toEqual(['p 正文&b;&c;&结束']);
  });

  it('reads parts whose prefix for Word is another', async () => {
    const xml = `<n:document xmlns:n="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><n:body><n:p><n:pPr><n:outlineLvl n:val="0"/></n:pPr><n:r><n:t>总则</n:t></n:r></n:p></n:body></n:document>`;
    const { blocks } = await readDocx(zipSync({ 'word/document.xml': strToU8(xml) }));
    expect(shortly(blocks)).toEqual(['h1 总则']);
  });

  it('says that a file without a body is damaged', async () => {
    expect(await failureCode(() => readDocx(zipSync({ 'word/styles.xml': strToU8('<a/>') })))).toBe('DAMAGED');
  });
});
