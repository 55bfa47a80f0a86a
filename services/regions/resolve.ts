// Names of regions as people write them in filters and in metadata: 河南, 青岛市, 广州市番禺区, 全国.
import { indexForm } from '../language/segment.js';
import type { Division } from './divisions.js';
import { names } from './names.js';
import { nationwide, type Region, regionByCode } from './region.js';

const nationwideNames = new Set(['全国', '国家', '中央', '中国', '中华人民共和国']);
/** A body of the autonomous region's territory, not a division of its own. */
const corps = /^(?:新疆)?(?:生产建设)?兵团$/u;
const separators = /[\s/·•\-—>,，、()（）]+/gu;
/** The longest names with their province are half as long. */
const longestWritten = 60;

/** The one division among `candidates` that lies in (or is) the region of `hint`; without a hint, the only one. */
export function onlyOne(candidates: readonly Division[], hint?: string): Division | null {
  const inside = hint === undefined ? candidates : candidates.filter(({ path }) => path.includes(hint));
  const [first] = inside.length > 0 ? inside : candidates;
  return first && (inside.length === 1 || candidates.length === 1) ? first : null;
}

/** Divisions that the whole of `name` names by itself, its official names before its short ones. */
function byName(name: string): readonly Division[] {
  const { full, short, otherKind, shortDistrict } = names();
  const above = short.get(name)?.slice(0, 1); // 吉林 is the province
  return full.get(name) ?? above ?? otherKind.get(name) ?? shortDistrict.get(name) ?? [];
}

/** Divisions inside `within` that the whole of `name` can name, from the outside in: 广州市番禺区, 北京朝阳. */
function byPath(name: string, within: Division | null, found: Set<Division>): void {
  const { full, short, otherKind, shortDistrict, longest } = names();
  const inside = (division: Division): boolean =>
    within === null || (division !== within && division.path.includes(within.code));
  for (let length = Math.min(longest, name.length); length >= 2; length--) {
    const head = name.slice(0, length);
    const named = [full, short, otherKind, shortDistrict]
      .map((lexicon) => (lexicon.get(head) ?? []).filter(inside))
      .find((divisions) => divisions.length > 0);
    for (const division of named ?? []) {
      if (length === name.length) found.add(division);
      else if (division.level !== 'district') byPath(name.slice(length), division, found);
    }
  }
}

function resolve(name: string, hint?: string): Region | null {
  const plain = name.replace(separators, '');
  if (nationwideNames.has(plain)) return nationwide;
  if (corps.test(plain)) return regionByCode('65');
  const bare = byName(plain);
  if (bare.length > 0) return regionOf(onlyOne(bare, hint));
  const found = new Set<Division>();
  byPath(plain.replace(/^中国/u, ''), null, found);
  return regionOf(onlyOne([...found], hint));
}

/** Reads `text` as written, and where that finds nothing in simplified characters (乾 is 干 only in some words). */
export function eitherScript<T>(text: string, read: (text: string) => T | null): T | null {
  const written = text.normalize('NFKC');
  const simplified = indexForm(text);
  return read(written) ?? (simplified === written ? null : read(simplified));
}

/**
 * The region that a name means, or null: for a name that the table does not have, and for one that several districts
 * bear (朝阳区), unless `hint`, the code of a region around it, tells which.
 */
export function resolveRegion(name: string, hint?: string): Region | null {
  if (name.length > longestWritten) return null;
  return eitherScript(name, (text) => resolve(text, hint));
}

export const regionOf = (division: Division | null): Region | null => division && regionByCode(division.code);
