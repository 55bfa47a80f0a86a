// Documents of a made-up city (临江市 of 云州省), written for these tests.
import type { DocumentDetail, RemovedPart } from '../../services/domain/document.js';

/** A line: text, or [level, text] for a heading, or {label, text} for an article whose label is in the outline. */
export type FixtureLine =
  | string
  | readonly [level: number, text: string]
  | { readonly label: string; readonly text: string };

export interface FixtureDocument {
  readonly facts: Pick<DocumentDetail, 'id' | 'title' | 'file' | 'format' | 'status'> &
    Partial<
      Pick<DocumentDetail, 'number' | 'issuer' | 'region' | 'date' | 'year' | 'type' | 'titleYears' | 'origins'>
    > &
    Partial<Pick<DocumentDetail, 'duplicates' | 'removed'>>;
  readonly lines: readonly FixtureLine[];
  readonly linesPerPage?: number;
  readonly cleaned?: readonly RemovedPart[];
  /** lines of the version before */
  readonly older?: readonly string[];
}

const bureau = '临江市教育局';
const origins = { title: 'text', issuers: 'text', number: 'text', date: 'text', region: 'title', type: 'title' };

export const enrolment: FixtureDocument = {
  facts: {
    id: 'd-enrolment',
    title: '临江市教育局关于做好2024年义务教育阶段学校招生入学工作的通知',
    file: '通知/2024/临教发〔2024〕8号.html',
    format: 'html',
    status: '现行',
    number: '临教发〔2024〕8号',
    issuer: bureau,
    region: '云州省临江市',
    date: '2024-05-20',
    year: 2024,
    type: '通知',
    titleYears: [2024],
    origins,
    duplicates: ['转载/市政府网/招生通知.html'],
  },
  lines: [
    '临江市教育局关于做好2024年义务教育阶段学校招生入学工作的通知',
    '临教发〔2024〕8号',
    '各县（区）教育局，市直各学校：',
    '为推进义务教育优质均衡发展，保障适龄儿童少年平等接受义务教育的权利，现就做好2024年义务教育阶段学校招生入学工作通知如下。',
    [1, '一、入学条件'],
    '凡年满六周岁（2018年8月31日以前出生）的儿童，其父母或者其他法定监护人应当送其入学接受并完成义务教育。条件不具备的地区，可以推迟到七周岁。因身体状况需要延缓入学或者休学的，由监护人提出申请，报县（区）教育局批准。监护人无正当理由未送适龄儿童入学的，由镇人民政府或者县（区）教育局给予批评教育，责令限期改正。适龄儿童、少年免试入学，学校不得以任何形式的笔试、面试选拔学生，不得将各类竞赛成绩、证书作为入学依据。',
    [1, '二、招生办法'],
    [2, '（一）公办学校'],
    '公办学校实行划片招生、就近入学。县（区）教育局应当于5月底前公布学校服务范围和招生计划，并设立咨询电话。',
    [2, '（二）民办学校'],
    '民办义务教育学校与公办学校同步招生，报名人数超过招生计划的，实行电脑随机录取。',
    [1, '三、随迁子女'],
    '进城务工人员随迁子女凭居住证申请入学，以公办学校为主安排就读，与本地学生享有同等待遇。',
    '本通知自印发之日起施行。',
    bureau,
    '2024年5月20日',
  ],
  cleaned: [
    { text: '首页 > 政务公开 > 通知公告', reason: 'navigation', at: 0 },
    { text: '分享到：微信 微博', reason: 'share', at: 500 },
    { text: '版权所有 临江市教育局', reason: 'footer', at: 700 },
  ],
};

export const preschool: FixtureDocument = {
  facts: {
    id: 'd-preschool',
    title: '临江市学前教育三年行动计划（2021—2023年）',
    file: '计划/学前三年.pdf',
    format: 'pdf',
    status: '试行',
    number: '临政办发〔2021〕12号',
    issuer: '临江市人民政府办公室',
    region: '云州省临江市',
    date: '2021-03-02',
    year: 2021,
    type: '计划',
    titleYears: [2021, 2022, 2023],
    origins: { ...origins, date: 'file name' },
  },
  linesPerPage: 4,
  lines: [
    '临江市学前教育三年行动计划（2021—2023年）',
    [1, '一、主要目标'],
    '到2021年，全市学前三年毛入园率达到86.3%，普惠性幼儿园覆盖率达到82%。',
    '到2023年，全市学前三年毛入园率达到91%，公办园在园幼儿占比达到55%以上。',
    [1, '二、重点任务'],
    [3, '1. 扩大资源'],
    '三年新建、改扩建公办幼儿园36所，新增学位9720个，加快普及学前教育。',
    [3, '2. 建强队伍'],
    '幼儿园专任教师持证率达到98%，每园至少配备一名专职保健人员。',
    '指标 | 2020年 | 2021年 | 2023年',
    '学前三年毛入园率 | 84.9% | 86.3% | 91%',
    '普惠性幼儿园覆盖率 | 80% | 82% | 88%',
    [1, '三、保障措施'],
    '各县（区）人民政府应当将学前教育经费列入财政预算，新增教育经费向学前教育倾斜。',
    '项目 | 金额（万元）',
    '新建、改扩建 | 18,600',
  ],
};

export const statute: FixtureDocument = {
  facts: {
    id: 'd-statute',
    title: '云州省义务教育条例',
    file: '法规/云州省义务教育条例.docx',
    format: 'docx',
    status: '已修订',
    issuer: '云州省人民代表大会常务委员会',
    region: '云州省',
    date: '2016-11-30',
    year: 2016,
    type: '地方性法规',
    origins: { title: 'text', date: 'text' },
  },
  lines: [
    '云州省义务教育条例',
    [1, '第一章 总则'],
    {
      label: '第一条',
      text: '为了保障适龄儿童、少年接受义务教育的权利，保证义务教育的实施，根据《中华人民共和国义务教育法》，结合本省实际，制定本条例。',
    },
    { label: '第二条', text: '义务教育是国家统一实施的所有适龄儿童、少年必须接受的教育，不收学费、杂费。' },
    [1, '第二章 学生'],
    {
      label: '第三条',
      text: '凡年满六周岁的儿童，其父母或者其他法定监护人应当送其入学接受并完成义务教育。',
    },
    { label: '第四条', text: '县级人民政府教育行政部门应当推进义务教育优质均衡发展，缩小学校之间办学条件的差距。' },
  ],
};

export const repealed: FixtureDocument = {
  facts: {
    id: 'd-repealed',
    title: '临江市民办学校收费管理办法',
    file: '旧文件/民办收费.doc',
    format: 'doc',
    status: '已废止',
    issuer: '临江市教育局、临江市发展和改革委员会',
    region: '云州省临江市',
    date: null,
    year: 2015,
    type: '办法',
    removed: true,
  },
  lines: ['临江市民办学校收费管理办法', '民办学校不得跨学期收取学费，收费项目应当公示。', '本办法自发布之日起施行。'],
};

export const draft: FixtureDocument = {
  facts: {
    id: 'd-draft',
    title: '临江市中小学作业管理办法（征求意见稿）',
    file: '草案/作业管理.txt',
    format: 'txt',
    status: '征求意见',
    issuer: bureau,
    region: '云州省临江市',
    type: '办法',
  },
  older: [
    '临江市中小学作业管理办法（征求意见稿）',
    '小学一、二年级不布置家庭书面作业。',
    '小学三至六年级书面作业平均完成时间不超过60分钟，初中不超过90分钟。',
    '本办法试行三年。',
  ],
  lines: [
    '临江市中小学作业管理办法（征求意见稿）',
    '小学一、二年级不布置家庭书面作业，可在校内适当安排巩固练习。',
    '小学三至六年级书面作业平均完成时间不超过60分钟，初中不超过90分钟。',
  ],
};

/** What a page must survive: markup, quotes, an override of direction, characters beyond the BMP. */
export const hostile: FixtureDocument = {
  facts: {
    id: 'd-<hostile>&"/..',
    title: '<script>alert("题")</script> & \'引号\'',
    file: 'x/<img src=x onerror=alert(1)>.txt',
    format: 'txt',
    status: '未知',
    number: '"><b>1</b>',
    issuer: '\u202e局育教\u202c',
    region: '</title><script>alert(2)</script>',
    type: '<i>通知</i>',
  },
  lines: [
    [1, '</h2><script>alert(3)</script>'],
    '𠮷县小学的<script>alert(4)</script>&amp;"引号"，𠮷县中学同。',
    'javascript:alert(5) \u202e逆序\u202c 文本。',
  ],
  cleaned: [{ text: '<iframe src="//example.invalid"></iframe>', reason: 'markup', at: 3 }],
};

const districts = ['青浦县', '望江区', '石桥区', '云溪县'];
const tasks = ['控辍保学', '校园安全', '教师培训', '家校协同', '体育美育'];

/** One plan a year and district: enough for pages and facets. */
export const plans: readonly FixtureDocument[] = Array.from({ length: 40 }, (_, i): FixtureDocument => {
  const year = 2025 - Math.floor(i / 4);
  const district = districts[i % 4] ?? '';
  return {
    facts: {
      id: `d-plan-${year}-${i % 4}`,
      title: `临江市${district}${year}年教育工作要点`,
      file: `工作要点/${year}/${district}.docx`,
      format: 'docx',
      status: '未知',
      issuer: `临江市${district}教育局`,
      region: `云州省临江市${district}`,
      date: `${year}-02-${String((i % 4) + 10)}`,
      year,
      type: '工作要点',
      titleYears: [year],
      origins: { date: 'text', region: 'title' },
    },
    lines: [
      `临江市${district}${year}年教育工作要点`,
      [1, '一、总体要求'],
      `${year}年，全${district.slice(-1)}教育工作要坚持立德树人，推进义务教育优质均衡发展。`,
      [1, '二、重点工作'],
      ...tasks.map((task, n) => `${n + 1}. 扎实做好${task}工作，全年开展专项督导不少于${(year % 7) + n + 1}次。`),
      `学前三年毛入园率达到${(80 + (year - 2016) * 1.5).toFixed(1)}%。`,
    ],
  };
});

/** A book of a document: 300,000 characters and more, with 300 sections. */
export const long: FixtureDocument = {
  facts: {
    id: 'd-long',
    title: '临江市中小学校管理规程汇编',
    file: '汇编/规程汇编.pdf',
    format: 'pdf',
    status: '现行',
    issuer: bureau,
    region: '云州省临江市',
    date: '2019-09-01',
    year: 2019,
    type: '汇编',
  },
  linesPerPage: 12,
  lines: Array.from({ length: 300 }, (_, section): FixtureLine[] => [
    [section % 10 === 0 ? 1 : 2, `${section % 10 === 0 ? '编' : '节'} ${section + 1} 学校管理事项`],
    ...Array.from(
      { length: 8 },
      (_, n) =>
        `第${section + 1}节第${n + 1}款规定：${'学校应当建立健全管理制度，明确岗位职责，定期自查并向主管部门报告结果。'.repeat(4)}`,
    ),
  ]).flat(),
};

export const everyDocument: readonly FixtureDocument[] = [
  enrolment,
  preschool,
  statute,
  repealed,
  draft,
  hostile,
  ...plans,
  long,
];
