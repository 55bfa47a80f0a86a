// What a title in 《》 is compared by: its name without issuer, notes of the version and marks; and what it states beside.
import { normalForm } from '../../domain/text.js';
import { nameOf } from '../../families/name.js';

export interface TitleName {
  /** equal for titles of one document */
  readonly key: string;
  /** the body that the title begins with: 国务院办公厅关于… */
  readonly author: string | null;
  /** the year that a note of the version states: （2018年修正） */
  readonly edition: number | null;
  readonly draft: boolean;
  /** rules that stand until they are changed: 法, 条例, 办法, … */
  readonly rule: boolean;
}

const joint = '(?:等[\\d一二三四五六七八九十]{0,3}个?(?:部门|单位|部委))';
const bodyEnd = '(?:院|部|委|局|厅|会|府|办|室|司|处|组|中心|大学|学院|学校|公司|联|中央)';
const author = new RegExp(`^([^《》]{1,60}?${bodyEnd}${joint}?)(?=(?:关于|印发|转发|批转|发布|下达|修改|公布).)`, 'u');
const edition =
  /((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:第[一二三四五六七八九十]次)?(?:修[订正改]|版|本|制定)/u;
const notes = /[([【][^()[\]【】]*[)\]】]$/u;
const marks = /[《》〈〉<>]/gu;
const published = /^(?:关于)?(?:印发|转发|批转|发布|公布|下发)/u;

/** A notice that carries rules whose own name has marks in it: 关于印发《〈…条例〉实施细则》的通知. */
const carried = /^(?:关于)?(?:印发|发布|公布|颁布|下发)《(.+)》的(?:通知|公告|通告|决定|命令)$/u;

/** Inside a title the marks are 〈〉, or < > as they are typed; the names' reader looks for 《》. */
const withMarks = (title: string): string => title.replace(/[〈<]/gu, '《').replace(/[〉>]/gu, '》');

export function titleName(title: string): TitleName {
  const normal = withMarks(normalForm(title))
    .replace(/^附件?[\d一二三四五六七八九十]*[:：]/u, '')
    .replace(/^《([^《》]+)》$/u, '$1');
  const by = author.exec(normal)?.[1] ?? null;
  const bare = by === null ? normal : normal.slice(by.length);
  const inner = carried.exec(bare)?.[1];
  if (inner !== undefined && /[《》]/u.test(inner)) return { ...titleName(inner), author: by };
  const name = nameOf(bare, [], null);
  const tail = notes.exec(normal)?.[0] ?? '';
  const key = name.base
    .replace(author, '')
    .replace(marks, '')
    .replaceAll('中华人民共和国', '')
    .replace(published, '')
    .replace(/^关于/u, '')
    .replace(/[-—–~·]/gu, '-');
  const stated = edition.exec(tail)?.[1] ?? edition.exec(normal.replace(/^.*》/u, ''))?.[1];
  return {
    key,
    author: by,
    edition: stated === undefined ? null : Number(stated),
    draft: name.draft,
    rule: name.rule,
  };
}
