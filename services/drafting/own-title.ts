// What a draft calls itself where it says that it is issued (现将《…》印发给你们), against the titles that stand at its head.
import type { Mention } from '../domain/citation.js';
import type { Metadata } from '../domain/document.js';
import { normalForm } from '../domain/text.js';
import { isOneSlip } from './one-slip.js';

const kind = /(?:条例|办法|规定|意见|通知|规划|计划|方案|纲要|细则|规则|章程|标准|指南|要点)$/u;
const note = /[(（][^()（）]{1,12}[)）]$/u;
const MAX_LINE = 80;

/** In normal form: the draft's title, what it issues, and lines that are a title and nothing else. */
export function ownTitles(text: string, { title }: Pick<Metadata, 'title'>): ReadonlySet<string> {
  const own = normalForm(title);
  const issued = /(?:印发|发布|公布|下发)《?(.{5,80}?)》?的(?:通知|公告|通告|决定)$/u.exec(own)?.[1];
  const lines = text
    .split('\n')
    .filter((line) => line.length <= MAX_LINE)
    .map((line) => normalForm(line).replace(/^附件?\d*[:：、.]?/u, ''))
    .filter((line) => kind.test(line.replace(note, '')));
  return new Set([own, ...(issued === undefined ? [] : [issued]), ...lines]);
}

/** The own title that is meant, where the draft names itself otherwise; null where nothing is wrong. */
export function namedOtherwise({ title }: Mention, own: ReadonlySet<string>): string | null {
  const named = normalForm(title ?? '').replace(note, '');
  const plain = [...own].map((one) => one.replace(note, ''));
  if (named.length < 6 || plain.some((one) => one.includes(named))) return null;
  const stem = named.replace(kind, '');
  return (
    plain.find((one) => isOneSlip(named, one) || (stem !== named && one !== named && one.replace(kind, '') === stem)) ??
    null
  );
}
