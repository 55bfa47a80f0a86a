import fc from 'fast-check';
import { Metadata } from '../../services/domain/document.js';
import { metadataOf } from './metadata-support.js';

const prose = '为贯彻落实有关精神，进一步加强全市学校美育工作，现提出以下意见，请结合实际认真贯彻执行。';

describe('a notice with a letterhead and a signature', () => {
  const { metadata, origins } = metadataOf(
    [
      '青岛市教育局文件',
      '青教发〔2021〕3号',
      '关于加强学校美育工作的通知',
      '各区、市教育（教体）局，局属各学校：',
      '为贯彻《山东省教育厅关于加强美育工作的意见》（鲁教体发〔2019〕8号），现通知如下。',
      '一、提高认识',
      prose,
      '青岛市教育局',
      '2021年3月5日',
      '附件：任务分工表',
      '青岛市教育局办公室　2021年3月8日印发',
    ],
    { title: 2 },
  );

  test('gives its own number, not the one that it cites', () => {
    expect(metadata.number).toBe('青教发〔2021〕3号');
    expect(origins.number).toBe('head');
  });
  test('gives its issuer, its region and its kind', () => {
    expect(metadata.issuers).toEqual(['青岛市教育局']);
    expect([metadata.region, metadata.regionCode, origins.region]).toEqual(['青岛市', '3702', 'issuer']);
    expect(metadata.type).toBe('通知');
  });
  test('gives the date that it is signed with, not that of its printing', () => {
    expect([metadata.date, metadata.year, origins.date]).toEqual(['2021-03-05', 2021, 'signature']);
  });
  test('states no status, so it is unknown, and no origin is claimed for it', () => {
    expect(metadata.status).toBe('未知');
    expect(origins.status).toBeUndefined();
  });
});

describe('the date', () => {
  test('is the one declared as 成文日期 before all others', () => {
    const { metadata, origins } = metadataOf(['关于招生的通知', prose, '青岛市教育局', '2021年3月5日'], {
      declared: { 成文日期: '2021-03-01', 发布日期: '2021-03-20' },
    });
    expect([metadata.date, origins.date]).toEqual(['2021-03-01', 'declared: 成文日期']);
  });

  test('of a statute is the latest of those in its head, and never that of coming into force', () => {
    const { metadata } = metadataOf([
      '青岛市学前教育条例',
      '2013年2月28日 青岛市第十五届人民代表大会常务委员会第九次会议通过',
      '2018年11月30日 青岛市第十六届人民代表大会常务委员会第十一次会议修正',
      '2019年1月1日 施行',
      '第一条 为了规范学前教育，制定本条例。',
      '第二条 本条例自2013年6月1日起施行。',
    ]);
    expect(metadata.date).toBe('2018-11-30');
    expect(metadata.issuers).toEqual(['青岛市人民代表大会常务委员会']);
    expect(metadata.type).toBe('条例');
  });

  test('of a version in the file name wins over the head', () => {
    const { metadata, origins } = metadataOf(
      ['教育督导条例', '2012年8月29日 国务院第215次常务会议通过', '第一条 为了……'],
      {
        file: 'laws/教育督导条例(2012-09-09).md',
      },
    );
    expect([metadata.date, origins.date]).toEqual(['2012-09-09', 'file name']);
  });

  test('is read in a bracket under the title, also over two lines', () => {
    const lines = [
      '某某条例',
      '（2020年5月14日上海市第十五届人民代表',
      '大会常务委员会第二十一次会议通过）',
      '第一条 ……',
    ];
    expect(metadataOf(lines).metadata.date).toBe('2020-05-14');
  });

  test.each([
    ['二〇一六年三月十五日', '2016-03-15'],
    ['二○○三年十月三十一日', '2003-10-31'],
    ['二О一六年十二月二十日', '2016-12-20'],
    ['２０１６年３月１５日', '2016-03-15'],
    ['2016 年 3 月 15 日', '2016-03-15'],
    ['一九九八年八月十日', '1998-08-10'],
    ['中華民國一一〇年三月五日', '2021-03-05'],
    ['中華民國110年3月5日', '2021-03-05'],
    ['2016年元月5日', '2016-01-05'],
  ])('is read from a signature written %s', (written, date) => {
    expect(metadataOf(['关于招生的通知', prose, '青岛市教育局', written]).metadata.date).toBe(date);
  });

  test.each([
    '2016年2月30日',
    '20xx年3月15日',
    '20**年3月15日',
    '20××年3月15日',
    '二〇××年三月十五日',
    '2○○○年3月5日',
    'XX年3月5日',
    '98年3月5日',
    '110年3月5日',
    '年 月 日',
  ])('is absent where %s is written, and so is the year', (written) => {
    const { metadata } = metadataOf(['关于招生的通知', prose, '青岛市教育局', written]);
    expect([metadata.date, metadata.year]).toEqual([null, null]);
  });

  test('is the day of publication where the document itself has none', () => {
    const page = [
      '2018年度全市教育工作会议召开',
      '2018-03-06',
      '昨日上午，2018年度全市教育工作会议召开，会议总结了去年的工作。',
    ];
    const { metadata, origins } = metadataOf(page);
    expect([metadata.date, origins.date]).toEqual(['2018-03-06', 'published line']);
  });

  test('is not a day of publication in another year than that of the number', () => {
    const lines = ['关于招生的通知', '青教发〔2014〕29号', '发布时间：2015年10月27日', prose];
    expect([metadataOf(lines).metadata.date, metadataOf(lines).metadata.year]).toEqual([null, 2014]);
  });

  test('is no day that the text sets for something', () => {
    const lines = ['招生公告', '报名时间：2016年5月1日', prose, '面试安排在2016年6月2日上午'];
    expect(metadataOf(lines).metadata.date).toBeNull();
  });
});

describe('the year', () => {
  test('is the one year in title or file name where nothing else is stated', () => {
    const { metadata, origins } = metadataOf(['某某管理办法', prose], { file: 'a/东莞市某某管理办法2013.html' });
    expect([metadata.date, metadata.year, origins.year, metadata.titleYears]).toEqual([
      null,
      2013,
      'file name',
      [2013],
    ]);
  });
  test('is absent where the title names several', () => {
    const { metadata } = metadataOf(['教师配备三年行动计划（2021—2023年）', prose]);
    expect([metadata.year, metadata.titleYears]).toEqual([null, [2021, 2023]]);
  });
  test('is not that of a number cited in the title, nor a part of a longer number', () => {
    const { metadata } = metadataOf(['关于贯彻国办发〔2015〕71号文件的意见', prose], {
      file: 'a/x-20201081-19991301.txt',
    });
    expect([metadata.year, metadata.titleYears]).toEqual([null, []]);
  });
  test('is that of the folder as the last resort', () => {
    const { metadata, origins } = metadataOf(['教育工作会议材料', prose], { file: '市教育局/2019/材料.txt' });
    expect([metadata.year, origins.year]).toEqual([2019, 'folder']);
  });
});

describe('the number', () => {
  test.each([
    ['青教发[2021]3号', '青教发〔2021〕3号'],
    ['青教发（2021）3号', '青教发〔2021〕3号'],
    ['青教发【2021】第3号', '青教发〔2021〕3号'],
    ['青教发﹝2021﹞ 3 号', '青教发〔2021〕3号'],
    ['（青教发〔2021〕3号）', '青教发〔2021〕3号'],
    ['发文字号：青教发〔2021〕3号', '青教发〔2021〕3号'],
    ['中华人民共和国教育部令第40号', '中华人民共和国教育部令第40号'],
    ['教育部公告2021年第3号', '教育部公告2021年第3号'],
  ])('%s is read as %s', (line, number) => {
    expect(metadataOf(['关于招生的通知', line, prose]).metadata.number).toBe(number);
  });
  test('is taken from behind the title, and the title is left without it', () => {
    const { metadata } = metadataOf(['关于招生的通知（青教发〔2021〕3号）', prose]);
    expect([metadata.title, metadata.number]).toEqual(['关于招生的通知', '青教发〔2021〕3号']);
  });
  test('is read from a file’s name that may hold no brackets', () => {
    const number = (file: string) => metadataOf(['开学安排', prose], { file }).metadata.number;
    expect(number('关于开学的通知_临教发_2021_3号.txt')).toBe('临教发〔2021〕3号');
    expect(number('开学安排-临教发-2021-3号-7d6de8.txt')).toBe('临教发〔2021〕3号');
  });
  test('is not one that a sentence cites', () => {
    const cited = '根据《关于规范办学的意见》（青教发〔2020〕9号）要求，现将有关事项通知如下。';
    expect(metadataOf(['关于招生的通知', cited, prose]).metadata.number).toBeNull();
  });
  test('with a masked year is none', () => {
    expect(metadataOf(['关于招生的通知', '青教发〔20xx〕3号', prose]).metadata.number).toBeNull();
  });
});

describe('the issuers', () => {
  test.each([
    ['教育部 财政部关于加强经费管理的通知', ['教育部', '财政部']],
    ['浙江省教育厅等六部门印发《行动计划》的通知', ['浙江省教育厅']],
    ['江西师范大学学生违纪处分规定', ['江西师范大学']],
    ['國立臨瀾大學學生選課辦法', ['國立臨瀾大學']],
    ['财政部国土资源部税务总局关于加强经费管理的通知', ['财政部', '国土资源部', '税务总局']],
    ['临澜市教育局临澜市财政局关于加强经费管理的通知', ['临澜市教育局', '临澜市财政局']],
    ['关于加强经费管理的通知', []],
  ])('of %s', (title, issuers) => {
    expect(metadataOf([title, prose]).metadata.issuers).toEqual(issuers);
  });
  test('are all that sign', () => {
    const lines = ['关于招生的通知', prose, '青岛市教育局', '青岛市公安局　青岛市民政局', '2021年3月5日'];
    expect(metadataOf(lines).metadata.issuers).toEqual(['青岛市教育局', '青岛市公安局', '青岛市民政局']);
  });
  test('are named with their place where it follows from the region', () => {
    const lines = ['青岛市2021年招生工作意见', prose, '市教育局', '2021年3月5日'];
    expect(metadataOf(lines).metadata.issuers).toEqual(['青岛市教育局']);
    expect(metadataOf(['招生工作意见', prose, '市教育局', '2021年3月5日']).metadata.issuers).toEqual(['市教育局']);
  });
});

describe('the region', () => {
  test.each([
    ['各省、自治区、直辖市教育厅（教委）：', '全国', 'addressees'],
    ['京教基〔2016〕3号', '北京市', 'number'],
    ['国家教育委员会令第8号', '全国', 'issuer'],
  ])('is read from the line %s', (line, region, origin) => {
    const { metadata, origins } = metadataOf(['关于招生的通知', line, prose]);
    expect([metadata.region, origins.region]).toEqual([region, origin]);
  });
  test('of a statute, 《…法》, is the whole country, whatever place it is about', () => {
    expect(metadataOf(['台湾同胞投资保护法', '第一条 ……']).metadata.region).toBe('全国');
  });
  test('of 条例 without a place is the whole country only where the text speaks as the State does', () => {
    const article = '第一条 为了……，国务院教育行政部门主管全国的工作。';
    expect(metadataOf(['校车安全管理条例', article]).metadata.region).toBe('全国');
    expect(metadataOf(['图书馆借阅条例', '第一条 为了方便读者，制定本条例。']).metadata.region).toBeNull();
    expect(metadataOf(['校车安全管理条例', article, '第二条 在本市行政区域内适用。']).metadata.region).toBeNull();
  });
  test('comes from file name or folder where the text has none, and not from places that sentences mention', () => {
    expect(metadataOf(['招生公告', prose], { file: 'a/番禺区招生公告.txt' }).metadata.region).toBe('广州市番禺区');
    expect(metadataOf(['招生公告', prose], { file: '河南省/郑州市/招生公告.txt' }).metadata.region).toBe('郑州市');
  });
  test('is that of the city or district whose rule is carried out, not of a province, where nothing else states one', () => {
    const region = (rule: string) =>
      metadataOf(['东升镇招生通告', `根据《${rule}》，通告如下：`, prose]).metadata.region;
    expect(region('临澜市义务教育阶段学校招生工作意见')).toBe('临澜市');
    expect(region('云州省义务教育条例')).toBeNull();
  });
  test('is that of the one city that a city bureau’s number and text name', () => {
    const lines = ['市教育局关于开学的通知', '澜教办〔2021〕7号', prose];
    const region = (line: string) => metadataOf([...lines, line]).metadata.region;
    expect(region('见《临澜市招生办公室关于报名工作的通知》。')).toBe('临澜市');
    expect(region('见市招生办公室的通知。')).toBeNull();
  });
  test('is none where a list names several', () => {
    expect(
      metadataOf(['招生公告', '北京市、上海市的经验值得学习，请各校参照执行，认真落实。']).metadata.region,
    ).toBeNull();
  });
});

describe('kind and status', () => {
  test.each([
    ['某某工作要点', '工作要点', '未知'],
    ['2021年政府工作报告', '工作报告', '未知'],
    ['全市教育工作会议讲话稿(3)', '讲话', '未知'],
    ['中华人民共和国公司法', '法律', '未知'],
    ['校外培训管理暂行办法', '办法', '试行'],
    ['学生管理规定（试行）', '规定', '试行'],
    ['关于印发《学生管理规定（试行）》的通知', '通知', '试行'],
    ['北京市实施《居住证暂行条例》办法', '办法', '未知'],
    ['解读《学生管理暂行规定》', '解读', '未知'],
    ['学前教育条例（草案）', '条例', '征求意见'],
    ['关于公开征求《学前教育条例（修订草案）》意见的通知', '通知', '征求意见'],
    ['学生管理办法（已废止）', '办法', '已废止'],
    ['國立中央大學學生選課辦法', '办法', '未知'],
    ['最高人民法院关于审理案件若干问题的规定', '司法解释', '未知'],
    ['《学前教育条例》修正案（草案）', '条例', '征求意见'],
    ['积分入学申请表', '申请表', '未知'],
    ['2018年度全市教育工作会议召开', null, '未知'],
  ])('of %s: %s, %s', (title, type, status) => {
    const { metadata } = metadataOf([title, prose]);
    expect([metadata.type, metadata.status]).toEqual([type, status]);
  });
  test('现行 only where it is declared', () => {
    const status = (declared: Record<string, string>) =>
      metadataOf(['学生管理办法', prose], { declared }).metadata.status;
    expect(status({ 有效性: '现行有效' })).toBe('现行');
    expect(status({ 时效性: '失效' })).toBe('已废止');
    expect(status({ 时效性: '已被修改' })).toBe('已修订');
  });
});

describe('the title', () => {
  test.each([
    ['关于招生的通知-政策法规-某某市人民政府', '关于招生的通知'],
    ['某某办法（试行）.pdf', '某某办法（试行）'],
    ['《学生管理规定》', '学生管理规定'],
    [
      '中华人民共和国反间谍法（2014年11月1日第十二届全国人民代表大会常务委员会第十一次会议通过）',
      '中华人民共和国反间谍法',
    ],
  ])('%s is %s', (line, title) => {
    expect(metadataOf([line, prose]).metadata.title).toBe(title);
  });
  test('is what the file declares, then its name without ids, where no line is one', () => {
    expect(metadataOf([prose], { title: null, declaredTitle: '招生工作的通知_某某市教育局' }).metadata.title).toBe(
      '招生工作的通知',
    );
    expect(metadataOf([prose], { title: null, file: 'a/学位条例(2004-08-28).md' }).metadata.title).toBe('学位条例');
    expect(metadataOf([prose], { title: null, file: 'a/0.txt' }).metadata.title).toBe('0');
  });
  test('is not the name of a body or a site that stands in its place', () => {
    const { metadata } = metadataOf(['青岛市教育局', prose], { file: 'a/学生选课办法.html' });
    expect(metadata.title).toBe('学生选课办法');
  });
});

describe('what a metadata file gives', () => {
  test('wins over everything that is read, value by value', () => {
    const { metadata, origins } = metadataOf(['河南省学前教育条例', prose, '河南省教育厅', '2016年3月15日'], {
      given: {
        region: { name: '郑州市', code: '4101' },
        date: '2017-01-02',
        issuers: ['郑州市教育局'],
        status: '已修订',
      },
    });
    expect(metadata).toMatchObject({
      region: '郑州市',
      regionCode: '4101',
      date: '2017-01-02',
      year: 2017,
      status: '已修订',
    });
    expect(origins).toMatchObject({ region: 'metadata file', date: 'metadata file', title: 'text' });
  });
  test('a year alone takes away a date of another year', () => {
    const lines = ['学前教育条例', prose, '河南省教育厅', '2016年3月15日'];
    expect(metadataOf(lines, { given: { year: 2015 } }).metadata).toMatchObject({ year: 2015, date: null });
    expect(metadataOf(lines, { given: { year: 2016 } }).metadata).toMatchObject({ year: 2016, date: '2016-03-15' });
  });
});

describe('any document at all', () => {
  const words = fc.constantFrom(
    '关于',
    '通知',
    '《',
    '》',
    '（',
    '〔',
    '2021',
    '年3月5日',
    '号',
    '第一条',
    '令',
    '市教育局',
    '上海',
    ' ',
    '20xx',
    '\ud800',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(words, { maxLength: 20 }).map((parts) => parts.join('')),
  );

  test('is read without an error into valid metadata, each value with its origin', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, text, (lines, file, declared) => {
        const { metadata, origins } = metadataOf(lines, {
          file,
          declared: { 文号: declared, 发布日期: declared, 来源: declared },
        });
        expect(Metadata.parse(metadata)).toEqual(metadata);
        for (const key of ['number', 'region', 'date', 'year', 'type'] as const) {
          expect(origins[key] !== undefined).toBe(metadata[key] !== null);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('takes a time that grows with its length at most', () => {
    const units = ['（', '《关于', '2021年3月5日', '上海市教育局、', '〔2021〕', '令第', '某'];
    const started = performance.now();
    for (const unit of units) {
      const long = unit.repeat(Math.ceil(100_000 / unit.length));
      metadataOf([long, long], { file: `${long}.txt`, declaredTitle: long, declared: { 文号: long, 发文机关: long } });
      metadataOf(Array.from({ length: 5_000 }, () => unit.repeat(6)));
    }
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
