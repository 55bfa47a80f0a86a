// Made-up statutes to compare: articles of nonsense that differ from one another, with the outline that the ingest would give.
import type { Text } from '../../../services/comparison/compare-texts.js';

const subjects = ['市人民政府', '教育行政部门', '学校', '幼儿园', '街道办事处', '教师', '监护人', '校车服务提供者'];
const words = ['应当', '可以', '不得', '必须'];
const deeds = [
  '建立安全巡查台账',
  '公布收费项目与标准',
  '组织乡土课程评议',
  '配备专职图书管理员',
  '登记临时离校学生',
  '开展营养膳食监测',
  '制定暴雨停课预案',
  '保存实验器材清单',
  '评估作业设计质量',
  '设置无障碍坡道',
  '招募社区志愿者',
  '维护校舍消防设施',
  '审核研学旅行线路',
  '安排教师轮岗交流',
];
const ends = ['并向社会公告', '报上级备案', '接受家长委员会监督', '按年度汇总', '记入信用档案', '由财政予以保障'];

/** The words of a made-up article, another for every number. */
export function provision(n: number): string {
  const pick = <T>(list: readonly T[], by: number): T => list[by % list.length]!; // in bounds
  const deed = pick(deeds, n);
  const other = pick(deeds, n * 5 + 3 + Math.floor(n / 14));
  return `${pick(subjects, n * 3)}${pick(words, n)}在${(n % 27) + 3}日内${deed}第${n}号事项，${pick(ends, n * 7)}。${pick(subjects, n + 5)}${other}的，编号为${n * 37}。`;
}

const digits = '零一二三四五六七八九';
export function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

/** Articles one after another, numbered from 1. */
export function statute(articles: readonly string[], title = '云州省学校安全条例'): Text {
  let text = `${title}\n`;
  const outline = articles.map((own, i) => {
    const [label, start] = [`第${chinese(i + 1)}条`, text.length];
    text += `${label} ${own}\n`;
    return { level: 1, text: label, start };
  });
  return { text, outline };
}
