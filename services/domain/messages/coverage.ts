// What was searched, told in one sentence or two: how much, of which years, and what may be missing.
import type { Coverage } from '../result.js';
import { fill, type Language } from './language.js';

export const coverageMessages = {
  documents: { zh: '检索了 {documents} 份文件', en: '{documents} documents were searched' },
  years: { zh: '（{from}—{to} 年）', en: ' ({from}–{to})' },
  year: { zh: '（{from} 年）', en: ' ({from})' },
  ocr: { zh: '{ocr} 份有图片识别的文字，可能有错字', en: '{ocr} hold text read from pictures, which may have errors' },
  undated: { zh: '{undated} 份没有日期', en: '{undated} have no date' },
  failed: { zh: '{failed} 个文件读不出，没有检索到', en: '{failed} files could not be read and were not searched' },
  partial: { zh: '{partial} 个文件只读出一部分', en: '{partial} files were read in part only' },
  of: { zh: '，其中 ', en: ', of which ' },
  archive: { zh: '全库另有 ', en: 'In the whole archive, ' },
} as const;

const SEPARATOR = { zh: '，', en: ', ' } as const;
const STOP = { zh: '。', en: '. ' } as const;

/** How much was searched under the filter, then what of the whole archive could not be. */
export function toldCoverage(coverage: Coverage, language: Language): string {
  const { documents, ocr, undated, yearFrom, yearTo, failed, partial } = coverage;
  const written = (n: number): string => n.toLocaleString('en-US');
  const say = (key: keyof typeof coverageMessages): string =>
    fill(coverageMessages[key][language], {
      documents: written(documents),
      ocr: written(ocr),
      undated: written(undated),
      failed: written(failed),
      partial: written(partial),
      from: yearFrom ?? '',
      to: yearTo ?? '',
    });
  const years = yearFrom === null ? '' : say(yearFrom === yearTo ? 'year' : 'years');
  const among = [...(ocr > 0 ? [say('ocr')] : []), ...(undated > 0 ? [say('undated')] : [])];
  const missing = [...(failed > 0 ? [say('failed')] : []), ...(partial > 0 ? [say('partial')] : [])];
  const join = (parts: readonly string[]): string => parts.join(SEPARATOR[language]);
  const searched = `${say('documents')}${years}${among.length > 0 ? `${say('of')}${join(among)}` : ''}`;
  const sentences = [searched, ...(missing.length > 0 ? [`${say('archive')}${join(missing)}`] : [])];
  return sentences
    .map((sentence) => `${sentence}${STOP[language]}`)
    .join('')
    .trim();
}
