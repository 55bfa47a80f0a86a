// What a file states about itself in so many words: 索引号, 发文字号, 成文日期 … in a table or as 名称：值.
import type { Block } from '../blocks.js';

/** Names of the fields in the catalogues of government information (政府信息公开目录) and on the heads of reprints. */
const labels =
  '索引号 信息索引号 索取号 发文字号 发文文号 发文号 文件编号 文号 发文机关 发文机构 发文单位 制发机关 制定机关 颁布单位 发布机关 发布机构 发布单位 发布部门 公开机构 公开部门 责任部门 信息来源 来源 ' +
  '成文日期 成文时间 制发日期 发文日期 发文时间 发布日期 发布时间 公开日期 公开时间 生成日期 生成时间 印发日期 公布日期 通过日期 颁布日期 生效日期 生效时间 施行日期 实施日期 实施时间 废止日期 失效日期 失效时间 日期 ' +
  '有效性 时效性 效力状态 有效状态 是否有效 文件状态 效力级别 效力等级 主题分类 主题词 体裁分类 组配分类 分类 公文种类 文种 信息类别 法规类别 公开方式 公开形式 公开类别 公开范围 公开属性 ' +
  '标题 法规标题 信息名称 文件名称 名称 题名 内容概述 关键词 作者 拟稿人 所属通知 原文链接 原发布页 附件下载地址 法宝引证码';
/** Names that are not looked for; they end the value in front of them. */
const others =
  '时间 更新时间 更新日期 录入时间 新闻来源 文章来源 稿件来源 发布人 浏览次数 阅读次数 点击次数 访问次数 点击数 点击量 阅读量 浏览量 字体 字号 字体大小 内容纠错 打印 关闭';

const wanted = new Set(labels.split(' '));
const longestText = 900;
const longestValue = 300;
const mostEntries = 100;

// Longer names first, so that 信息索引号 is not read as 索引号; letters may be spaced out, as in 索 引 号.
const anyLabel = `${labels} ${others}`
  .split(' ')
  .sort((a, b) => b.length - a.length)
  .map((name) => [...name].join('[ \\u3000]{0,4}'))
  .join('|');
/** A name with a colon or a closing bracket after it, or a button of the page. */
const field = new RegExp(
  `(${anyLabel})[\\s\\u3000]{0,4}(?:[：:]|[】\\]][：:]?)|[【\\[（(|｜](?:打印|关闭|内容纠错)`,
  'g',
);
const beginsField = /(?:^|[\s\u3000|｜【[：:])$/;
const wholeLabel = new RegExp(`^[【\\[]?(${anyLabel})[】\\]]?[\\s\\u3000]{0,4}[：:]?$`);

const plainName = (name: string): string => name.replace(/[ \u3000]/g, '');

const asLabel = (text: string): string | null => {
  const name = text.length > 40 ? undefined : wholeLabel.exec(text.trim())?.[1];
  return name && wanted.has(plainName(name)) ? plainName(name) : null;
};

/** `text` cut into the fields that it holds: "索引号：A12 发布日期：2021-03-01". After the first they may follow without a space. */
function pairsIn(text: string): [string, string][] {
  if (text.length > longestText) return [];
  const all = [...text.matchAll(field)];
  const first = all.findIndex((match) => match[1] && beginsField.test(text.slice(0, match.index)));
  const found = first < 0 ? [] : all.slice(first);
  return found.flatMap((match, i): [string, string][] => {
    const name = plainName(match[1] ?? '');
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index);
    return wanted.has(name) ? [[name, value]] : [];
  });
}

/** Whether a line opens with one of the names and a colon. */
export const opensWithLabel = (line: string): boolean => {
  const [first] = line.slice(0, 40).matchAll(field);
  return first?.index === 0 && first[1] !== undefined;
};

function pairsOfRow(row: readonly string[]): [string, string][] {
  const cells = row.filter((cell) => cell !== '');
  return cells.flatMap((cell, i): [string, string][] => {
    const label = asLabel(cell);
    if (label === null) return pairsIn(cell);
    const value = cells[i + 1];
    return value === undefined || asLabel(value) ? [] : [[label, value]];
  });
}

function pairsAt(blocks: readonly Block[], i: number): [string, string][] {
  const block = blocks[i];
  if (!block) return [];
  if (block.kind === 'table') return block.rows.flatMap(pairsOfRow);
  const label = asLabel(block.text);
  if (label === null) return pairsIn(block.text);
  // A label alone, with its value in the next block, as in layouts of div and dl.
  const next = blocks[i + 1];
  return next && next.kind !== 'table' && !asLabel(next.text) ? [[label, next.text]] : [];
}

/** The named values that the blocks state; of several values for one name the first counts. */
export function declaredIn(blocks: readonly Block[]): Record<string, string> {
  const found = new Map<string, string>();
  for (let i = 0; i < blocks.length && found.size < mostEntries; i++) {
    for (const [name, value] of pairsAt(blocks, i)) {
      const text = value
        .replaceAll('\n', ' ')
        .trim()
        .replace(/[|｜【[（(]$/, '')
        .trim();
      if (/[\p{L}\p{N}]/u.test(text) && text.length <= longestValue && !found.has(name)) found.set(name, text);
    }
  }
  return Object.fromEntries(found);
}
