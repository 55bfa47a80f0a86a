// The region that a sentence speaks of, where it is not its document's: 望湖区…, 全省…, 全国….
import { findRegion, regionPath } from '../../regions/regions.js';

/** A place that a clause begins with, as its subject; one named later stands there for other reasons. */
const place =
  /^(?:其中|力争|预计|计划|使)?([^，,；;。]{2,12}?(?:省|市|自治区|自治州|盟|县|旗|区))(?=[^\p{Script=Han}]|小学|初中|高中|义务|学前|幼儿|教师|学校|新增|新建|改扩建|要|应|将|达|公办|普惠|普通|中小学|班额|每|完成|投入|适龄|常住|$)/u;
const scope = /^(?:其中|力争|预计|计划|使)?全(国|省|自治区|市)(?!平均)/u;
const times = /^(?:[到至]|截至)?(?:19|20)\d{2}年(?:[底末]|以?前)?/u;

/** The code of the last region that a clause of `text` begins with; null where none does. */
export function statedRegion(text: string, own: string | null): string | null {
  for (const clause of text.split(/[，,；;：:。]/u).toReversed()) {
    const bare = clause.trim().replace(times, '');
    const wide = scope.exec(bare)?.[1];
    if (wide === '国') return '0';
    const path = own === null ? [] : regionPath(own);
    if (wide === '市') return path.find((code) => code.length === 4) ?? path[0] ?? null;
    if (wide !== undefined) return path[0] ?? null;
    const name = place.exec(bare)?.[1];
    const found = name === undefined ? null : findRegion(name, own ?? undefined);
    if (found) return found.code;
  }
  return null;
}
