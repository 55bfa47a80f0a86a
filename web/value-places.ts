// Where in the text a metadata value was read, as far as its words can be found there again.
import type { DocumentDetail } from '../services/domain/document.js';
import type { Range } from '../services/domain/passage.js';
import { normalForm, normalText, originalRange } from '../services/domain/text.js';

const placedFields = [
  'title',
  'number',
  'issuers',
  'date',
  'publishedOn',
  'effectiveOn',
  'statusBasis',
  'addressees',
  'signature',
  'attachments',
] as const;
export type PlacedField = (typeof placedFields)[number];
export interface ValuePlace extends Range {
  readonly field: PlacedField;
}

/** Values from elsewhere than the text have no place in it. */
const outside = /^(?:file name|folder|metadata file|declared)/;
/** Read from the end of the text, where the same words may stand at its head too. */
const atEnd = new Set(['signature']);

const digits = '〇一二三四五六七八九';
const inChinese = (n: number): string =>
  n < 10 ? (digits[n] ?? '') : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`;

/** A day as texts write it. */
function writtenDates(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const [m, d] = [Number(month), Number(day)];
  const years = [...year].map((digit) => digits[Number(digit)]).join('');
  const chinese = `年${inChinese(m)}月${inChinese(d)}日`;
  return [
    `${year}年${m}月${d}日`,
    `${year}年${month}月${day}日`,
    date,
    `${year}.${m}.${d}`,
    `${year}/${m}/${d}`,
    `${years}${chinese}`,
    `${years.replaceAll('〇', '○')}${chinese}`,
    `${years.replaceAll('〇', '零')}${chinese}`,
  ];
}

/** Brackets of all styles as one: 〔2024〕 is written [2024] and (2024) too. */
const levelled = (normal: string): string => normal.replace(/[〔[【(]/g, '(').replace(/[〕\]】)]/g, ')');

/** Sorted by start; of two that overlap the first is kept. */
export function valuePlaces(text: string, detail: DocumentDetail): ValuePlace[] {
  const normal = normalText(text);
  const haystack = levelled(normal.text);
  const wordings = (field: PlacedField): readonly (string | null | undefined)[] => {
    if (field === 'issuers') return [detail.issuer, detail.issuer?.split('、')[0]];
    if (field === 'addressees' || field === 'attachments') return [detail[field][0]];
    if (field === 'date' || field === 'publishedOn' || field === 'effectiveOn') {
      return detail[field] ? writtenDates(detail[field]) : [];
    }
    return [detail[field], field === 'signature' ? detail.signature?.split(/[、\s]/)[0] : undefined];
  };
  const found = placedFields.flatMap((field): ValuePlace[] => {
    const origin = detail.origins[field];
    if (origin === undefined || outside.test(origin)) return [];
    for (const wording of wordings(field)) {
      const needle = wording ? levelled(normalForm(wording)) : '';
      if (needle.length < 2) continue;
      const last = field === 'signature' || atEnd.has(origin);
      const at = last ? haystack.lastIndexOf(needle) : haystack.indexOf(needle);
      if (at !== -1) return [{ field, ...originalRange(normal, at, at + needle.length) }];
    }
    return [];
  });
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, i, all) => all.slice(0, i).every((before) => before.end <= start));
}
