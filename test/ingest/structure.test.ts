// Stored text, title and outline of documents of 临江, a city that is made up.
import type { Block, Extracted } from '../../ingest/blocks.js';
import { clean } from '../../ingest/clean.js';
import { structure } from '../../ingest/structure.js';

const extracted = (blocks: readonly Block[]): Extracted => ({
  format: 'docx',
  blocks,
  pages: null,
  encoding: null,
  declaredTitle: null,
  declared: {},
});
const read = (text: string) =>
  structure(
    clean(
      extracted(
        text
          .trim()
          .split('\n')
          .map((line) => ({ kind: 'paragraph', text: line.trim() })),
      ),
    ),
  );
const outlineOf = (text: string): string[] => read(text).outline.map(({ level, text: label }) => `${level} ${label}`);
const titleOf = (text: string): string | undefined => read(text).title?.text;
const prose = '各县区要加强组织领导，健全工作机制，落实经费保障，确保各项任务按期完成。';

describe('the stored text', () => {
  it('is the blocks joined by line breaks, with lines that reproduce them', () => {
    const { text, lines } = read(`临江市校车安全管理办法\n${prose}`);
    expect(text).toBe(`临江市校车安全管理办法\n${prose}`);
    expect(lines.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['title', '临江市校车安全管理办法'],
      ['paragraph', prose],
    ]);
  });

  it('knows a header of two rows, and gives every row the names of both', () => {
    const rows = [
      ['学校', '招生计划', '', '备注'],
      ['', '公办', '民办', ''],
      ['临江一中', '120', '30', ''],
      ['临江二中', '80', '', '新设'],
    ];
    const { text, lines } = structure(clean(extracted([{ kind: 'table', header: true, rows }])));
    expect(text).toContain('学校 | 招生计划 |  | 备注');
    const names = '学校 | 招生计划 公办 | 招生计划 民办 | 备注';
    expect(lines.map(({ tableHeader }) => tableHeader)).toEqual([undefined, undefined, names, names]);
  });

  it('takes no row of data for the second row of a header', () => {
    const headers = (...rows: string[][]): (string | undefined)[] =>
      structure(clean(extracted([{ kind: 'table', header: true, rows }]))).lines.map(({ tableHeader }) => tableHeader);
    const one = [undefined, '县区 | 学校 | 校长', '县区 | 学校 | 校长', '县区 | 学校 | 校长'];
    expect(
      headers(['县区', '学校', '校长'], ['临江', '一中', '李明'], ['', '二中', '王芳'], ['', '三中', '']).slice(0, 4),
    ).toEqual(one);
    expect(
      headers(['指标', '2021年', ''], ['入园率', '85%', '90%'], ['巩固率', '95%', ''], ['升学率', '96%', ''])[1],
    ).toBeDefined();
  });

  it('holds a table row by row, the header with every row', () => {
    const rows = [
      ['指标', '2021年'],
      ['学前三年毛入园率', '91%'],
      ['高中阶段\n毛入学率', '95%'],
    ];
    const { text, lines } = structure(clean(extracted([{ kind: 'table', header: true, rows, page: 2 }])));
    expect(text).toBe('指标 | 2021年\n学前三年毛入园率 | 91%\n高中阶段 毛入学率 | 95%');
    expect(lines.map(({ kind, tableHeader, page }) => [kind, tableHeader, page])).toEqual([
      ['row', undefined, 2],
      ['row', '指标 | 2021年', 2],
      ['row', '指标 | 2021年', 2],
    ]);
  });

  it('keeps the columns of a table with a header, and leaves out what is empty in a form', () => {
    const table = (rows: string[][], header: boolean): string =>
      structure(clean(extracted([{ kind: 'table', header, rows }]))).text;
    const data = [
      ['区县', '', '小学', '初中'],
      ['望湖区', '', '120', ''],
      ['', '', '80', '40'],
    ];
    expect(table(data, true)).toBe('区县 | 小学 | 初中\n望湖区 | 120\n| 80 | 40');
    const form = [
      ['姓名', '', '', '', '性别', ''],
      ['', '', '地址', '', '', ''],
    ];
    expect(table(form, false)).toBe('姓名 | 性别\n地址');
  });

  it('says where each part that was cleaned away stood', () => {
    const { text, removed } = read(`临江市校车安全管理办法\n【打印】【关闭】\n${prose}\n分享到：`);
    expect(removed).toEqual([
      { text: '【打印】【关闭】', reason: 'share', at: text.indexOf(prose) },
      { text: '分享到：', reason: 'share', at: text.length },
    ]);
  });
});

describe('the title', () => {
  it.each([
    ['the first line', `临江市教育局2021年工作要点\n${prose}`, '临江市教育局2021年工作要点'],
    [
      'below letterhead and number',
      `临江市教育局文件\n临教发〔2021〕3号\n关于做好校车安全工作的通知\n各县区教育局：\n${prose}`,
      '关于做好校车安全工作的通知',
    ],
    [
      'set in three lines',
      `临江市人民政府办公室\n关于印发《临江市校车安全\n管理办法（试行）》的通知\n临政办发〔2021〕3号\n${prose}`,
      '临江市人民政府办公室关于印发《临江市校车安全管理办法（试行）》的通知',
    ],
    [
      'with its edition in a line of its own',
      `临江市义务教育条例\n（修订草案征求意见稿）\n第一章 总则\n第一条 ${prose}`,
      '临江市义务教育条例（修订草案征求意见稿）',
    ],
    [
      'of a regulation that an order announces',
      `临江市人民政府令\n第12号\n《临江市校车管理办法》已经市人民政府第3次常务会议通过，现予公布。\n市长 张某\n临江市校车管理办法\n第一条 ${prose}\n第二条 ${prose}`,
      '临江市校车管理办法',
    ],
    [
      'that the page repeats',
      `临江市推进素质教育\n来源：市教育局 2021-03-04\n临江市推进素质教育\n${prose}`,
      '临江市推进素质教育',
    ],
    ['of news', `临江市教育工作会议召开\n2021-03-04\n${prose}`, '临江市教育工作会议召开'],
    ['below 附件1', `附件1\n临江市中小学校舍安全规定\n第一条 ${prose}\n第二条 ${prose}`, '临江市中小学校舍安全规定'],
  ])('%s', (_, text, expected) => {
    expect(titleOf(text)).toBe(expected);
  });

  it('is the heading that the file marks, without a file name’s ending', () => {
    const { title, text } = structure(
      clean(
        extracted([
          { kind: 'heading', level: 1, text: '临江市校车安全管理办法.pdf' },
          { kind: 'paragraph', text: prose },
        ]),
      ),
    );
    expect(title).toEqual({ text: '临江市校车安全管理办法', start: 0, end: 11 });
    expect(text.slice(0, 11)).toBe('临江市校车安全管理办法');
  });

  it('that was run together with the text is cut from it where a document mill names it', () => {
    const { title, text } = read(
      `《临江市教育局务虚会材料.docx》由会员分享，可在线阅读。\n临江市教育局务虚会材料2024年是关键年，${prose}\n${prose}`,
    );
    expect(title?.text).toBe('临江市教育局务虚会材料');
    expect(text.startsWith('临江市教育局务虚会材料\n2024年是关键年')).toBe(true);
  });

  it('is absent where nothing is one', () => {
    expect(titleOf(`${prose}\n${prose}`)).toBeUndefined();
  });
});

describe('statutes', () => {
  it('gives 编, 章, 节 and 条 by level, with captions', () => {
    expect(
      outlineOf(`
        临江市教育条例
        第一编　总　则
        第一章 一般规定
        第一条（立法目的）${prose}
        （一）鼓励社会参与；
        第二条　${prose}
        第一节 学校
        第三条 【办学条件】${prose}
        第二编　附　则
        第四条　本条例自公布之日起施行。`),
    ).toEqual([
      '1 第一编　总　则',
      '2 第一章 一般规定',
      '3 第一条 立法目的',
      '3 第二条',
      '3 第一节 学校',
      '4 第三条 办学条件',
      '1 第二编　附　则',
      '2 第四条',
    ]);
  });

  it('knows 第二十一条之一, full-width digits and numerals without white space', () => {
    expect(
      outlineOf(
        `临江市教育条例\n第二十条为保障权利，制定本条例。\n第二十一条学校应当公开。\n第二十一条之一 ${prose}\n第２２条　${prose}`,
      ),
    ).toEqual(['1 第二十条', '1 第二十一条', '1 第二十一条之一', '1 第２２条']);
  });

  it('cuts run-together 条 into lines, and leaves references alone', () => {
    const { text, outline } = read(
      '第五章　监督管理第五十一条　学校依照本条例第三条规定办学。第五十二条　违反第五十一条规定的，责令改正。第五十三条之后另行规定。第五十三条　本条例由市教育局解释。',
    );
    expect(text.split('\n')).toEqual([
      '第五章　监督管理',
      '第五十一条　学校依照本条例第三条规定办学。',
      '第五十二条　违反第五十一条规定的，责令改正。第五十三条之后另行规定。',
      '第五十三条　本条例由市教育局解释。',
    ]);
    expect(outline.map(({ text: label }) => label)).toEqual([
      '第五章　监督管理',
      '第五十一条',
      '第五十二条',
      '第五十三条',
    ]);
  });

  it('takes a line that begins with a reference for no 条', () => {
    expect(
      outlineOf(`临江市教育条例\n第一条 ${prose}\n第二条 学校违反本条例\n第三条规定的，责令改正。\n第三条 ${prose}`),
    ).toEqual(['1 第一条', '1 第二条', '1 第三条']);
  });

  it('takes a 条 whose text begins like a reference for a 条', () => {
    expect(
      outlineOf(
        `临江市科研条例\n第一条${prose}\n第二条项目申报应当公开。\n第三条以职工身份申报的，从其规定。\n第四条中期检查每年一次。\n第五條本條例自公布之日起施行。`,
      ),
    ).toEqual(['1 第一条', '1 第二条', '1 第三条', '1 第四条', '1 第五條']);
  });

  it('leaves a table of contents out of the outline', () => {
    expect(
      outlineOf(
        `临江市教育条例\n目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　${prose}\n第二章　附则\n第二条　${prose}`,
      ),
    ).toEqual(['1 第一章　总则', '2 第一条', '1 第二章　附则', '2 第二条']);
  });

  it('joins a chapter heading that layout cut apart', () => {
    expect(outlineOf(`临江市教育条例\n第一章\n总\n则\n第一条 ${prose}\n第二条 ${prose}`)[0]).toBe('1 第一章 总则');
  });

  it('counts anew in a regulation that a notice carries', () => {
    expect(
      outlineOf(`
        关于印发《临江市校车管理办法》的通知
        ${prose}
        2021年3月4日
        临江市校车管理办法
        第一条 ${prose}
        第二条 ${prose}`),
    ).toEqual(['1 临江市校车管理办法', '2 第一条', '2 第二条']);
  });
});

describe('plans and notices', () => {
  it('gives 一、（一） 1. as levels, and the leading sentence of a paragraph as its heading', () => {
    expect(
      outlineOf(`
        临江市教育局2021年工作要点
        一、总体要求
        （一）指导思想。
        ${prose}
        （二）基本原则。坚持育人为本，面向全体学生。
        二、重点任务
        1.提高普及水平。到2025年，学前三年毛入园率达到91%。
        2.减轻课业负担。严格控制作业总量，提高作业质量。`),
    ).toEqual([
      '1 一、总体要求',
      '2 （一）指导思想',
      '2 （二）基本原则',
      '1 二、重点任务',
      '2 1.提高普及水平',
      '2 2.减轻课业负担',
    ]);
  });

  it('follows numbers that count through all sections', () => {
    expect(
      outlineOf(
        `工作要点\n一、抓党建\n1.抓学习。${prose}\n2.抓组织。${prose}\n二、抓质量\n3.抓教研。${prose}\n4.抓评价。${prose}`,
      ),
    ).toEqual(['1 一、抓党建', '2 1.抓学习', '2 2.抓组织', '1 二、抓质量', '2 3.抓教研', '2 4.抓评价']);
  });

  it('takes lists of things for no headings', () => {
    expect(
      outlineOf(`
        临江市小学报名须知
        一、报名材料
        1.户口簿
        2.房产证
        3.预防接种证
        二、报名条件
        （一）年满六周岁；
        （二）有本市户籍。
        三、报名办法
        ${prose}`),
    ).toEqual(['1 一、报名材料', '1 二、报名条件', '1 三、报名办法']);
  });

  it('cuts a long run-together paragraph at 一、二、三、', () => {
    const run = ['一、抓党建。', '二、抓质量。', '三、抓安全。'].map((head) => head + prose.repeat(2)).join('');
    expect(outlineOf(`工作要点\n${run}`)).toEqual(['1 一、抓党建', '1 二、抓质量', '1 三、抓安全']);
  });

  it('names an annex once, also where the file marks its name as a heading', () => {
    const blocks: Block[] = [
      { kind: 'paragraph', text: '关于印发《临江市校舍排查办法》的通知' },
      { kind: 'paragraph', text: prose },
      { kind: 'paragraph', text: '附件' },
      { kind: 'heading', level: 1, text: '临江市校舍排查办法' },
      { kind: 'paragraph', text: `第一条 ${prose}` },
    ];
    const { outline } = structure(clean(extracted(blocks)));
    expect(outline.map(({ text }) => text)).toEqual(['附件 临江市校舍排查办法', '第一条']);
  });

  it('takes no line about the page or the number for a heading, even when the file marks it as one', () => {
    const blocks: Block[] = [
      { kind: 'heading', level: 1, text: '关于校舍排查的通知' },
      { kind: 'heading', level: 2, text: '临教发〔2021〕3号' },
      { kind: 'heading', level: 2, text: '来源：市教育局 日期：2021-03-05' },
      { kind: 'heading', level: 2, text: '排查安排' },
      { kind: 'paragraph', text: prose },
    ];
    expect(structure(clean(extracted(blocks))).outline.map(({ text }) => text)).toEqual(['排查安排']);
  });

  it('opens annexes, but not where a notice only lists them', () => {
    expect(
      outlineOf(`
        关于开展校舍排查的通知
        ${prose}
        附件：1.校舍排查表
        2.校舍台账
        临江市教育局
        2021年3月4日
        附件1
        校舍排查表
        ${prose}`),
    ).toEqual(['1 附件1 校舍排查表']);
  });
});

describe('the title that the file is called by', () => {
  const titled = (declaredTitle: string, ...texts: string[]): string | undefined =>
    structure(clean({ ...extracted(texts.map((text) => ({ kind: 'paragraph', text }))), declaredTitle })).title?.text;

  it('is found among lines that could each be one', () => {
    const lines = ['临江市学区划分办法', '临江市校车运行管理规定', prose, prose];
    expect(titled('临江市校车运行管理规定 - 临江市教育局', ...lines)).toBe('临江市校车运行管理规定');
    expect(titled('', ...lines)).toBe('临江市学区划分办法');
  });

  it('is not the name of the body whose site it is', () => {
    expect(titled('临江市教育局', '临江市教育局', '关于校车运行管理的通知', prose)).toMatch(/关于校车运行管理的通知$/);
  });
});
