// Whether a document of the right name can be the one that is meant: by the body or place stated, or by who cites it. Pure.
import { findRegion } from '../../regions/regions.js';
import { plainBody, shortFor } from './number.js';
import type { Held } from './shelf.js';

const national =
  /^(?:国务院|中共中央|中央|全国|国家|最高人民|教育部|财政部|公安部|民政部|卫生部|建设部|司法部|农业部|住房|人力资源|人社部|住建部|发展改革委|发展和改革)/u;
/** 省政府, 市教委: of the place that the citing document is of. */
const generic = /^(?<kind>[省市县区])(?!直)/u;

/** Reading a place takes long, and archives name the same ones again and again. */
const MAX_PLACES = 20_000;
const places = new Map<string, string | null>();

/** The code of the place that a body's name states; null where it states none. */
export function placeOf(body: string, citing: Held): string | null {
  if (national.test(body)) return '0';
  const kind = generic.exec(body)?.groups?.kind;
  if (kind !== undefined) {
    const [province, city, district] = citing.regionPath;
    const municipality = province !== undefined && ['11', '12', '31', '50'].includes(province);
    if (kind === '省') return province ?? null;
    if (kind === '市') return municipality ? (province ?? null) : (city ?? null);
    return district ?? (municipality ? (city ?? null) : null);
  }
  const near = citing.regionCode ?? '';
  const key = `${near} ${body}`;
  let known = places.get(key);
  if (known === undefined) {
    known = findRegion(body, near || undefined)?.code ?? null;
    if (places.size < MAX_PLACES) places.set(key, known);
  }
  return known;
}

const bare = (body: string): string =>
  plainBody(body)
    .replace(/等[\d一二三四五六七八九十]{0,3}个?(?:部门|单位|部委|部)?$/u, '')
    .replaceAll('国家', '');

const sameBody = (stated: string, issuers: readonly string[]): boolean =>
  issuers.length === 0 || stated.split('、').some((one) => issuers.some((issuer) => shortFor(bare(one), bare(issuer))));

/** `stated` is the body or place that the citation names; null where it names none. */
export function fits(document: Held, stated: string | null, citing: Held): boolean {
  if (stated === null) {
    return (
      document.regionCode === null ||
      document.regionCode === '0' ||
      namesItsPlace(document) ||
      sharesPlace(document, citing)
    );
  }
  const place = placeOf(stated, citing);
  if (place !== null && document.regionCode !== null && place !== document.regionCode) return false;
  if (place === null && document.issuers.length === 0) return fits(document, null, citing);
  return sameBody(stated, document.issuers) || (place !== null && place === document.regionCode && isPlace(stated));
}

const isPlace = (stated: string): boolean => /[省市县区]$/u.test(stated);
/** The name that both titles share holds the place: 云州省志愿服务条例. */
const named = new WeakMap<Held, boolean>();
function namesItsPlace(document: Held): boolean {
  const known = named.get(document) ?? readsItsPlace(document);
  named.set(document, known);
  return known;
}
const readsItsPlace = ({ name, regionCode, issuers }: Held): boolean => {
  const found = findRegion(name.key)?.code;
  return (
    (found !== undefined && found === regionCode) ||
    issuers.some((issuer) => issuer.length >= 4 && name.key.startsWith(issuer))
  );
};
const sharesPlace = (document: Held, citing: Held): boolean =>
  document.regionCode !== null && citing.regionPath.includes(document.regionCode);
