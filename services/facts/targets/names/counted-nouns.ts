// What is counted: nouns that need no verb, nouns that say too little, and the name made of one.
import { indicatorName } from '../indicator-name.js';

/** What is counted: the end of a name that needs no verb. */
export const countable =
  /(?:学位|幼儿园|普高|学校|中小学|小学|初中|高中|院校|高校|(?<!宅)基地|中心|工作室|工作坊|专业|艺术团|社团|教师|医生|教研员|督学|教室|项目|大学|医院|示范校|特色校|毕业生|实验室|图书|教学点|寄宿生|场次|人次|人数|扩招|轮岗|支教|培训|招生计划|计划|招生|规模|新生|在校生|留学生|就业|集团|食堂|课程|站点|校长|班主任|学生|幼儿|儿童|名师|人才|场馆|小区|住房|公租房|宿舍|床位|班级|教学班|人口|医师|专家|干部|团体|组织|机构|企业|设施|社区|岗位|座位|市场主体|乡镇|机关|[坊室团队站馆厅者员])$/u;
const vague = /^(?:学校|教师|项目|学生|专业|计划|课程|专项|人|单位|年级)$/u;
/** Not even 新增项目 says what of. */
const abstract = /^(?:项目|事项|方面|问题|措施|部门|工作|机制|体系|层次)$/u;
/** Of these a few are a standard to be kept. */
export const staff = /(?:教师|教研员|督学|校长|辅导员|管理员|工作人员|保安|校医|医生|教练)(?:数|人数)?$/u;

/** 在全市具有影响力的学生社团: what leads up to 的 says which, and is no part of the name. */
const which = /^(?!.*(?:以上|职务|职称|资格|学历)).*(?:各具|具有|拥有|富有|符合|适合|体现|反映|面向).*的(?=.{3,})/u;

/** A handful of people is a rule about a case, unless it is said to be set up. */
export const MANY = 100;

export function named(kept: string, object: string, training = false): string | null {
  const people = object.replace(/总?人数$/u, '');
  // 参加体育锻炼人数: without 人数 it is no noun
  const whole = countable.test(people) || people.length < 6 ? people : object;
  const bare = whole
    .replace(/(?<=[校园地心室团])建设(?:工作)?$/u, '')
    .replace(/(?:各|(?<!人)总?数|数量|总数|等|(?<!招生总?|计划)总?规模|任务|目标)$/u, '')
    .replace(/的?(?:示范|引领|带动|辐射|和|与)+作用$/u, '')
    .replace(which, '');
  const name = indicatorName(training && !bare.endsWith('培训') ? `${bare}培训` : bare);
  return name.length < 2 || vague.test(kept + name) || abstract.test(name) ? null : `${kept}${name}`;
}

/** 省级基地4个，市级10个: only the rank is said anew */
export const rank = /^(?:国家|省|市|县|区|校)级$/u;
export const ranks = /^(?:[、和](?:国家|省|市|县|区|校)级\d+[个所名])+([\p{Script=Han}]{3,16})/u;
export const ranked = /^(?:国家|省|市|县|区|校)级.{2,}/u;
