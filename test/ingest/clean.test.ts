// What clean takes out, and above all what it keeps. The city of 临江 is made up.
import type { Block, Extracted, RemovalReason } from '../../ingest/blocks.js';
import { clean } from '../../ingest/clean.js';

const extracted = (blocks: readonly Block[], format: Extracted['format'] = 'txt'): Extracted => ({
  format,
  blocks,
  pages: null,
  encoding: null,
  declaredTitle: null,
  declared: {},
});
const lines = (...texts: string[]): Extracted => extracted(texts.map((text) => ({ kind: 'paragraph', text })));
const kept = (from: Extracted): string[] =>
  clean(from).blocks.map((block) => (block.kind === 'table' ? block.rows.flat().join('|') : block.text));
const removed = (from: Extracted): [RemovalReason, string][] =>
  clean(from).removed.map(({ reason, text }) => [reason, text]);

const prose = '各县区教育局要高度重视控辍保学工作，逐级落实责任，确保适龄儿童按时入学。';
const title = '临江市教育局关于做好控辍保学工作的通知';
const pieces = (count: number, length = 160): string[] =>
  Array.from({ length: count }, (_, i) => `第${i}所学校的校舍改造工程已经完工并投入使用`.repeat(20).slice(0, length));

describe('menus, buttons and footers of scraped pages', () => {
  it('takes out breadcrumbs, share buttons and the way back up', () => {
    const page = lines(
      '您现在的位置：首页 > 政务公开 > 通知公告',
      title,
      '【字体：大 中 小】【打印】【关闭窗口】',
      prose,
      '分享到：',
      '回顶部',
    );
    expect(kept(page)).toEqual([title, prose]);
    expect(removed(page)).toEqual([
      ['navigation', '您现在的位置：首页 > 政务公开 > 通知公告'],
      ['share', '【字体：大 中 小】【打印】【关闭窗口】'],
      ['share', '分享到：'],
      ['share', '回顶部'],
    ]);
  });

  it('takes a menu out, known words and the short items that follow them', () => {
    const menu = ['设为首页', '加入收藏', '首页', '权威发布', '教研动态', '政策法规'];
    expect(kept(lines(...menu, title, prose))).toEqual([title, prose]);
  });

  it('takes the buttons out of a line that says whence and when, and keeps the line', () => {
    expect(kept(lines(title, '来源：市教育局 发布时间：2021-03-04 【字体：大 中 小】', prose))).toEqual([
      title,
      '来源：市教育局 发布时间：2021-03-04',
      prose,
    ]);
  });

  it('takes a footer out with the lines around its marks', () => {
    const footer = [
      '网站地图 | 联系我们 | 关于我们',
      '主办单位：临江市人民政府 承办单位：临江市大数据局',
      '云ICP备12345678号 云公网安备 53010202000000号',
      '技术支持：临江信息',
    ];
    const page = lines(title, prose, '临江市教育局', '2021年3月4日', ...footer);
    expect(kept(page)).toEqual([title, prose, '临江市教育局', '2021年3月4日']);
    expect(removed(page).map(([, text]) => text)).toEqual(footer);
  });

  it('takes out related links that run to the end, and the neighbours of a page', () => {
    const links = ['上一篇：临江市举行教师节庆祝活动', '相关阅读', '临江市公布中考日程', '临江市新建三所幼儿园'];
    const page = lines(title, prose, ...links);
    expect(kept(page)).toEqual([title, prose]);
    expect(removed(page).map(([reason]) => reason)).toEqual(['related', 'related', 'related', 'related']);
  });

  it('takes out spam and the notices of document mills', () => {
    const noise = [
      '《临江市教育局工作要点.docx》由会员分享，可在线阅读，更多相关请在某某文库上搜索。',
      'bet999体育在线888 - LJJY.EXAMPLE',
    ];
    expect(removed(lines(...noise, title, prose))).toEqual(noise.map((text) => ['advert', text]));
  });

  it('takes out what the markup marks as menu, links or footer around the text', () => {
    const hinted = (text: string, hint: 'navigation' | 'links' | 'footer'): Block => ({
      kind: 'paragraph',
      text,
      hint,
    });
    const page = extracted(
      [
        hinted('学前教育', 'navigation'),
        hinted('招生考试', 'links'),
        { kind: 'heading', level: 1, text: title },
        { kind: 'paragraph', text: prose },
        { kind: 'paragraph', text: `${prose}${prose}` },
        hinted('附件：控辍保学台账.xlsx', 'links'),
        hinted('办公地址见官网', 'footer'),
      ],
      'html',
    );
    expect(kept(page)).toEqual([title, prose, `${prose}${prose}`, '附件：控辍保学台账.xlsx']);
  });
});

describe('what sites of many kinds set around a page', () => {
  it('takes out a menu whose cells run together, and a section’s name that stands once more below', () => {
    const menu = '机构简介 机构职能 通知公告 统计数据个人业务 单位业务 网上查验 局长信箱 文件下载';
    expect(kept(lines(menu, title, prose))).toEqual([title, prose]);
    expect(kept(lines('您现在的位置：首页 > 入馆指南', title, prose, '入馆指南'))).toEqual([title, prose]);
  });

  it('takes out who edited a page, and its mark of the end, below the text only', () => {
    expect(kept(lines(title, prose, '（责任编辑：李明）', '（全文结束）'))).toEqual([title, prose]);
    expect(kept(lines('编辑：市教育局', title, prose))).toEqual(['编辑：市教育局', title, prose]);
  });

  it('takes out a table that only frames the page, and none that says anything else', () => {
    const page = (rows: string[][]): Extracted =>
      extracted(
        [
          { kind: 'heading', level: 1, text: title },
          { kind: 'paragraph', text: prose },
          { kind: 'table', header: false, rows },
        ],
        'html',
      );
    const foot = [
      ['主办：临江市教育局', '地址：临江路1号 邮编：100000'],
      ['版权所有 临江市教育局', 'X ICP备12345678号'],
    ];
    expect(kept(page(foot))).toEqual([title, prose]);
    expect(removed(page(foot))[0]?.[0]).toBe('footer');
    expect(kept(page([...foot, ['招生人数', '120']]))).toHaveLength(3);
  });
});

describe('what only looks like noise stays', () => {
  it.each([
    ['contact lines of a notice', '联系人：王老师 联系电话：0000-1234567'],
    ['the organisers of an event', '主办单位：临江市教育局'],
    ['a way through a system', '登录教务系统 > 成绩管理 > 录入成绩'],
    ['a step of a manual', '打印'],
    ['a place', '位置：临江市人民路1号'],
    ['a rule about filing a website', '网站应当依法办理ICP备案。'],
    ['copyright in a regulation', '作品的版权所有人可以请求赔偿。'],
    ['lottery funds', '彩票公益金用于校外活动场所建设。'],
    ['a row of a table', '部门 | 联系人 | 联系电话 | 邮箱 | 备注'],
    ['a bare numeral in a list', '18'],
  ])('%s', (_, line) => {
    expect(kept(lines(title, prose, line, prose))).toContain(line);
  });

  it('keeps a heading 联系方式 and what stands under it at the end', () => {
    const page = lines(title, prose, '联系方式', '地址：临江市人民路1号', '电话：0000-1234567');
    expect(removed(page)).toEqual([]);
  });

  it('keeps official tables of 索引号 and 发文字号', () => {
    const table: Block = {
      kind: 'table',
      header: false,
      rows: [
        ['索引号', '000123456/2021-00012', '发文机关', '临江市教育局'],
        ['发文字号', '临教发〔2021〕3号', '成文日期', '2021年3月4日'],
      ],
    };
    expect(clean(extracted([table, { kind: 'paragraph', text: prose }], 'html')).blocks[0]).toEqual(table);
  });

  it('keeps links in an office file: they are its own words', () => {
    const link: Block = { kind: 'paragraph', text: '临江市公办幼儿园收费标准', hint: 'links' };
    const file = extracted([{ kind: 'paragraph', text: prose.repeat(3) }, link], 'docx');
    expect(kept(file)).toContain('临江市公办幼儿园收费标准');
  });
});

describe('watermarks', () => {
  it('takes a recurring site name out of the paragraphs it was put into, and keeps the paragraphs', () => {
    const texts = ['一、总结去年工作', '二、认识当前形势', `三、${prose}`, prose];
    const page = lines(title, ...texts.map((text) => `临江学习网   ${text}`));
    expect(kept(page)).toEqual([title, ...texts]);
    expect(removed(page).every(([reason, text]) => reason === 'watermark' && text.trim() === '临江学习网')).toBe(true);
  });

  it('takes it out of the middle of sentences too', () => {
    const texts = ['落实立德树人根本任务。', '推进教育公平发展。', '建强教师队伍体系。', '办好人民满意教育。'];
    const page = lines(...texts.map((text) => `${text.slice(0, 4)}临江公文网${text.slice(4)}`));
    expect(kept(page)).toEqual(texts);
  });

  it('keeps a name that the sentences mean', () => {
    const texts = [
      '请登录临江学习网查询成绩。',
      '可在临江学习网报名。',
      '通过临江学习网下载准考证。',
      '详见临江学习网。',
    ];
    expect(kept(lines(...texts))).toEqual(texts);
  });

  it('keeps words of the documents that end like a site: 互联网, 校园网', () => {
    const texts = ['推进移动互联网应用。', '加快移动互联网普及。', '规范移动互联网管理。', '提升移动互联网服务。'];
    expect(kept(lines(...texts))).toEqual(texts);
  });
});

describe('page numerals', () => {
  it('takes them out where a text was cut into numbered pages, and joins the words they broke', () => {
    const pages = pieces(4);
    const page = lines(...pages.map((text, i) => `${i + 1}、${text}`));
    expect(kept(page)).toEqual([pages.join('')]);
    expect(removed(page)).toEqual([1, 2, 3, 4].map((number) => ['page number', `${number}、`]));
  });

  it('takes them out of one run-together block as well', () => {
    const pages = pieces(4);
    expect(kept(lines(pages.map((text, i) => `${i + 1}、${text}`).join('')))).toEqual([pages.join('')]);
  });

  it('never takes a legal enumeration for them', () => {
    const items = pieces(6, 150).map((text, i) => `${i + 1}、${text}${i < 5 ? '；' : '。'}`);
    expect(kept(lines(title, ...items))).toEqual([title, ...items]);
    const inline = '申请材料包括1、户口簿2、身份证3、居住证4、学籍卡。';
    expect(kept(lines(inline))).toEqual([inline]);
  });

  it('takes out lines that are a page number', () => {
    const page = lines('- 1 -', prose, '— 2 —', '第3页 共10页', prose);
    expect(kept(page)).toEqual([prose, prose]);
  });

  it('takes running headers and counting numerals off the edges of pages, and keeps the first', () => {
    const pages = [1, 2, 3, 4].flatMap((page): Block[] => [
      { kind: 'paragraph', text: '临江市教育事业发展统计公报', page },
      { kind: 'paragraph', text: `${prose}（${page}）`, page },
      { kind: 'paragraph', text: String(page + 4), page },
    ]);
    expect(kept(extracted(pages, 'pdf'))).toEqual([
      '临江市教育事业发展统计公报',
      ...[1, 2, 3, 4].map((page) => `${prose}（${page}）`),
    ]);
  });

  it('keeps captions at the edges of pages that only count among themselves', () => {
    const pages = [1, 2, 3, 4].map(
      (page): Block => ({ kind: 'paragraph', text: `（图${page * 3 - (page % 2)}）`, page }),
    );
    expect(kept(extracted(pages, 'pdf'))).toHaveLength(4);
  });
});

describe('titles and marks', () => {
  it('takes out the title that a page repeats above the text, and keeps the one next to it', () => {
    const page = lines(title, '2021-03-04 来源：市教育局', title, prose);
    expect(kept(page)).toEqual(['2021-03-04 来源：市教育局', title, prose]);
    expect(removed(page)).toEqual([['repeated title', title]]);
  });

  it('keeps an issuer that heads and signs a short notice', () => {
    const page = lines('临江市人民政府办公室', '全市学校放假一天', '临江市人民政府办公室');
    expect(kept(page)).toHaveLength(3);
  });

  it('takes out invisible characters and comments of markup, and says so', () => {
    const page = lines('\ufeff第一章\u200b 总则', '<!-- INFO END -->', prose);
    expect(kept(page)).toEqual(['第一章 总则', prose]);
    expect(removed(page)).toEqual([
      ['markup', '\ufeff\u200b'],
      ['markup', '<!-- INFO END -->'],
    ]);
  });

  it('says where each part stood: how many kept blocks are ahead of it', () => {
    expect(clean(lines(title, '【打印】【关闭】', prose)).removed[0]?.before).toBe(1);
  });
});

describe('the frame of a site, by its markup and its words', () => {
  const menu = ['首页', '学校概况', '新闻公告', '招生计划', '开放时间', '常用下载', '联系我们'];
  const hinted = (hint: 'navigation' | 'links' | 'footer', ...texts: string[]): Block[] =>
    texts.map((text) => ({ kind: 'paragraph', text, hint }));
  const plain = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));
  const page = (...blocks: Block[]): Extracted => extracted(blocks, 'html');
  const body = [title, prose, prose, '临江市教育局', '2021年3月4日'];

  it('takes a menu out whole, be an item named like a title', () => {
    expect(kept(page(...hinted('navigation', ...menu), ...plain(...body)))).toEqual(body);
  });

  it('finds no text in a page that is nothing but its frame, and all of it in a list of schools', () => {
    expect(kept(page(...hinted('navigation', ...menu), ...hinted('footer', '学校概况新闻公告')))).toEqual([]);
    const schools = ['一', '二', '三', '四', '五', '六'].map((n) => `临江市第${n}中学`);
    expect(kept(page(...hinted('navigation', ...menu), ...hinted('links', ...schools)))).toEqual(
      expect.arrayContaining(schools),
    );
  });

  it('takes out a long list of other pages, numbered or not, and the header over it', () => {
    const others = ['1. 我市举行教师节庆祝活动', '2. 我市公布中考日程', '3. 我市新建三所幼儿园', '4. 校车运行情况'];
    const full = page(...plain(...body, '点击排行'), ...hinted('links', ...others), ...plain('图文资讯'));
    expect(kept(full)).toEqual(body);
  });

  it('keeps links that are the annexes, however many', () => {
    const annexes = ['1. 招生计划', '2. 学区划分', '3. 报名流程', '4. 咨询电话', '5. 日程安排'];
    const full = page(...plain(...body, '附件：'), ...hinted('links', ...annexes));
    expect(kept(full)).toEqual([...body, '附件：', ...annexes]);
  });

  it('takes out the section over the title, and keeps a title that the breadcrumb ends in', () => {
    const trail = '当前位置：首页 > 政务公开 > 控辍保学';
    expect(kept(page(...plain(trail, '控辍保学', ...body)))).toEqual(body);
    const named = '控辍保学办法';
    const short = [named, '（2021年修订）', '第一章 总则', prose];
    expect(kept(page(...plain(`当前位置：首页 > 规章 > ${named}`, ...short)))).toEqual(short);
  });

  it('keeps a line in the frame that the file is called by', () => {
    const named = {
      ...page(...hinted('navigation', ...menu), ...plain(prose, prose)),
      declaredTitle: '招生计划 - 临江大学',
    };
    expect(kept(named)).toContain('招生计划');
  });

  it.each([
    [
      'above',
      [
        'A- A A+',
        '背景色：',
        '分享到46.2K',
        '智能检索:',
        '热门搜索：中考 入学',
        '阅读量：1,234',
        '网站支持IPv6',
        '语音播报',
      ],
    ],
    [
      'below',
      [
        'Prev：上一项通知',
        '所属频道：教育新闻',
        '网友评论',
        '点赞',
        '查看更多>>',
        '大家都在看',
        '未经许可不得转载',
        '政府网站找错',
        '转载声明：转载请注明出处',
        '您是本站第1234位访客',
        '本文链接：http://example.com/1.html',
        '扫码关注我们',
      ],
    ],
  ])('knows lines that only a site writes, %s the text', (where, noise) => {
    for (const line of noise) {
      expect(kept(lines(...(where === 'above' ? [line, ...body] : [...body, line])))).toEqual(body);
    }
  });

  it('keeps the same words inside the text', () => {
    const steps = [title, prose, '点赞', '查看更多', '政府信息公开目录', '网友评论', prose];
    expect(kept(lines(...steps))).toEqual(steps);
  });

  it('keeps what may be the document’s own at its end', () => {
    const own = [
      '联系人：张老师',
      '联系电话：0870-1234567',
      '地址：望湖区中心路1号',
      '主办单位：临江市教育局',
      '（此件依申请公开）',
      '附件下载：',
      '1.申请表.doc',
    ];
    expect(kept(lines(...body, ...own))).toEqual([...body, ...own]);
  });

  it('takes out the markup of a file of data', () => {
    const data = page({ kind: 'paragraph', text: '<item name="a"></item>', hint: 'markup' }, ...plain(...body));
    expect(kept(data)).toEqual(body);
    expect(removed(data)).toEqual([['markup', '<item name="a"></item>']]);
  });
});
