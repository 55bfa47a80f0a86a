// Every page and state of the service, by name: what bench:pages opens, judges and takes a picture of.
import type { Page } from 'playwright-core';

/** What the pages are asked of: the examples, an archive without documents, and the examples without a model. */
export const servers = ['examples', 'empty', 'no-model'] as const;
export type ServerName = (typeof servers)[number];

export interface State {
  readonly name: string;
  readonly zh: string;
  readonly server: ServerName;
  /** `{part of a file's name}` stands for that document's id */
  readonly path: string;
  /** what is done on the page before it is looked at; works without JavaScript */
  readonly before?: (page: Page) => Promise<void>;
  /** needs the admin signed in */
  readonly signedIn?: boolean;
}

const draft = [
  '一、主要目标',
  '到2025年，学前三年毛入园率达到93.0%。',
  '小班人数不超过30人。',
  '三、工作要求',
  '学校应当按照《临澜市中小学生课后服务管理办法（试行）》做好课后服务，投诉自收到之日起10个工作日内答复。',
].join('\n');

async function check(page: Page): Promise<void> {
  await page.fill('textarea[name=text]', draft);
  await Promise.all([page.waitForEvent('load'), page.locator('form textarea[name=text]').evaluate(submitOf)]);
}
const submitOf = (field: unknown): void => (field as { form: { submit(): void } }).form.submit();

const of = (server: ServerName, states: readonly (readonly [string, string, string, Partial<State>?])[]): State[] =>
  states.map(([name, zh, path, more]) => ({ name, zh, server, path, ...more }));

export const states: readonly State[] = [
  ...of('examples', [
    ['home', '首页', '/'],
    ['answer', '回答', '/?q=孩子九月初满六岁今年能上一年级吗'],
    ['an older edition', '旧版的结果', '/?q=课后服务每周几天'],
    ['an answer for a region', '按地区回答', '/?q=课后服务收费吗&region=临澜市&above=true'],
    ['a region that there is not', '没有这个地区', '/?q=入学&region=无此地&above=true'],
    ['the staff’s door', '检索', '/search'],
    ['results', '检索结果', '/search?q=课后服务'],
    ['results by date', '按日期', '/search?q=课后服务&sort=newest'],
    ['results by document', '按文件', '/search?q=课后服务&group=document'],
    ['filtered', '筛选', '/search?q=毛入园率&yearFrom=2020&type=工作要点'],
    ['nothing found', '没有找到', '/search?q=量子纠缠&mode=keyword'],
    ['no answer', '没有回答', '/?q=出租车起步价多少钱'],
    ['a wrong parameter', '参数有误', '/search?q=入学&yearFrom=abc'],
    ['a likely slip', '疑有错字', '/search?q=义务较育'],
    ['exact wording', '原文查找', '/wording?q=课后服务'],
    ['wording never said', '从未说过', '/wording?q=量子纠缠'],
    ['timeline', '历年用法', '/timeline?q=素质教育%0A核心素养'],
    ['variants', '变体', '/variants?q=加快普及学前教育'],
    ['indicators', '指标', '/targets'],
    ['an indicator', '一个指标', '/targets?indicator=学前三年毛入园率'],
    ['citations', '引用关系', '/citations'],
    ['citations of a document', '一份文件的引用', '/documents/{课后服务管理办法.docx}/citations'],
    ['a document', '文件', '/documents/{做好2025年义务教育阶段学校招生}'],
    ['a repealed document', '已废止的文件', '/documents/{课后服务管理办法（试行）}'],
    ['a scan', '扫描件', '/documents/{扫描件}'],
    ['beside its original', '与原件对照', '/documents/{扫描件}?original=1'],
    ['said elsewhere', '别处怎么说', '/documents/{临澜市教育局2024年工作要点}/elsewhere?p=4'],
    ['compared', '比较', '/compare?a={课后服务管理办法（试行）}&b={课后服务管理办法.docx}'],
    ['choose what to compare', '选择比较', '/compare'],
    [
      'transmission',
      '落实对照',
      '/transmission?superior={推进义务教育学校校长教师交流轮岗的实施意见}&local={青石县义务教育}',
    ],
    ['check a draft', '核对文稿', '/check'],
    ['a checked draft', '核对结果', '/check', { before: check }],
    ['all documents', '全部文件', '/documents'],
    ['saved searches', '保存的查询', '/saved'],
    ['what failed', '没能入库的', '/failures'],
    ['help', '说明', '/about'],
    ['sign in', '登录', '/sign-in'],
    ['upload', '上传', '/admin', { signedIn: true }],
    ['queue', '队列', '/admin/queue', { signedIn: true }],
    ['ledger', '台账', '/admin/ledger', { signedIn: true }],
    ['a run', '一次入库', '/admin/runs/1', { signedIn: true }],
    ['not found', '没有这一页', '/nowhere'],
    ['a document that is not there', '没有这份文件', '/documents/0000000000000000'],
  ]),
  ...of('empty', [
    ['an empty archive', '空的档案', '/'],
    ['an empty archive asked', '问空的档案', '/?q=入学'],
    ['an empty list', '空的列表', '/documents'],
  ]),
  ...of('no-model', [
    ['degraded', '没有模型时', '/?q=孩子九月初满六岁今年能上一年级吗'],
    ['a draft checked without the model', '没有模型时核对', '/check', { before: check }],
  ]),
];
