// What a report on a draft says of itself: what it was compared with, and what was not checked.
import type { CheckReport, CheckSummary } from '../domain/check.js';
import type { CheckScope } from '../domain/check-scope.js';
import type { SayReport } from '../domain/messages/check-report.js';
import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { inTitleMarks } from '../domain/title-marks.js';
import { written } from './taken.js';

export function toldScope(
  { yearFrom, yearTo, types, onlyInForce }: CheckScope,
  { region, leftOut }: Pick<CheckSummary, 'region' | 'leftOut'>,
  say: SayReport,
): string {
  const years = yearFrom !== undefined || yearTo !== undefined;
  const told = [
    ...(region === null ? [] : [say('region', { region })]),
    ...(years ? [say('years', { from: yearFrom ?? '…', to: yearTo ?? '…' })] : []),
    ...(types?.length ? [say('types', { types: types.join('、') })] : []),
    ...(onlyInForce ? [say('inForce')] : []),
    ...(leftOut.length > 0 ? [say('leftOut', { titles: titles(leftOut, say) })] : []),
  ];
  return told.length === 0 ? say('wholeArchive') : told.join('；');
}

const MOST_TITLES = 5;
const titles = (documents: CheckSummary['leftOut'], say: SayReport): string => {
  const shown = documents.slice(0, MOST_TITLES).map(({ title }) => inTitleMarks(title));
  return `${shown.join('')}${documents.length > MOST_TITLES ? say('andMore', { n: documents.length }) : ''}`;
};

/** So many pages are named; of more, how many there are is plain from the last. */
const MOST_PAGES = 40;

/** What was not checked, or not well. */
export function checkWarnings({ summary, reading }: CheckReport, say: SayReport, language: Language): string[] {
  const { ocr, unread } = reading;
  const pages = [...new Set(unread.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
  const parts = unread.filter(({ page }) => page === null).length;
  const missing = summary.degraded.flatMap((what) => (what === 'reranker' ? [] : say(`degraded_${what}`)));
  return [
    ...(ocr ? [say('byOcr', { pages: written(ocr.pages), percent: Math.round(100 * ocr.confidence) })] : []),
    ...(pages.length > 0 ? [say('unreadPages', { pages: listed(pages, language) })] : []),
    ...(parts > 0 ? [say('unreadParts', { n: parts })] : []),
    ...summary.notFound.map((names) => say('notFound', { names })),
    ...(summary.compared === 0 ? [say('emptyArchive')] : []),
    ...(missing.length > 0 || summary.complete ? missing : [say('incomplete')]),
  ];
}

function listed(pages: readonly number[], language: Language): string {
  const shown = pages.slice(0, MOST_PAGES).join(sayExportIn(language)('and'));
  return pages.length > MOST_PAGES ? `${shown}…${pages.at(-1)}` : shown;
}
