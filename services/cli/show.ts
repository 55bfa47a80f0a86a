// Documents and passages as lines of text.
import pc from 'picocolors';
import type { AdapterState } from '../domain/archive.js';
import type { DocumentSummary } from '../domain/document.js';
import type { Passage } from '../domain/passage.js';
import type { Citation } from '../domain/place.js';
import type { FoldedMember, Highlight, Hit } from '../domain/result.js';
import { inTitleMarks } from '../domain/title-marks.js';
import type { Say } from './terminal.js';

/** 《title》 that it is an older one · issuer · number · date · region · status · file */
export function documentLine(
  { title, issuer, number, date, year, region, status, newer, file }: DocumentSummary,
  say: Say,
): string {
  const when = date ?? (year === null ? say('undated') : String(year));
  const facts = [issuer, number, when, region, status === '未知' ? null : status].filter((fact) => fact !== null);
  const older = newer === null ? '' : `${pc.red(say(`older_${newer.kind}`))} `;
  return `${pc.bold(inTitleMarks(title))} ${older}${facts.join(' · ')}\n   ${pc.dim(file)}`;
}

const adapterProblems = { missing: 'adapterMissing', invalid: 'adapterInvalid', unfit: 'adapterUnfit' } as const;

/** The query adapter that was chosen, and why it is not used where it is not. */
export const adapterLine = (chosen: AdapterState | null, say: Say): string =>
  chosen === null
    ? say('adapterNone')
    : `${chosen.name}${chosen.problem === null ? '' : ` (${say(adapterProblems[chosen.problem])})`}`;

/** Where a passage stands, and how sure its reading is; empty when nothing is known. */
export function placeLine({ heading, page, ocr }: Pick<Passage, 'heading' | 'page' | 'ocr'>, say: Say): string {
  return [
    heading.length > 0 ? heading.join(' › ') : null,
    page === null ? null : say('onPage', { page }),
    ocr === null ? null : say('byOcr', { percent: Math.floor(100 * ocr) }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** 引用：机关：《标题》（文号），日期，第几条 */
export const citationLine = ({ plain }: Citation, say: Say): string => pc.dim(say('cite', { citation: plain }));

/** = 《title》 date · status: what is folded under a hit */
export const foldedLine = ({ document, relation }: FoldedMember, say: Say): string => {
  const { title, date, year, status, newer } = document;
  const facts = [
    date ?? (year === null ? say('undated') : String(year)),
    status === '未知' ? null : status,
    newer === null ? null : say(`older_${newer.kind}`),
    relation === null ? null : say(`relation_${relation}`),
  ];
  return pc.dim(`= ${inTitleMarks(title)} ${facts.filter((fact) => fact !== null).join(' · ')}`);
};

/** Why a hit stands where it does, a line each. */
export function whyLines({ why, passage }: Pick<Hit, 'why' | 'passage'>, say: Say): string[] {
  const { legs, terms, named, sentence } = why;
  return [
    ...legs.map(({ leg, rank, score }) => say(`why_${leg}`, { rank, score: score.toFixed(3) })),
    ...(terms.length > 0 ? [say('whyTerms', { terms: terms.join('、') })] : []),
    ...named.map((name) => say(`named_${name}`)),
    ...(sentence ? [say('whySentence', { sentence: passage.text.slice(sentence.start, sentence.end) })] : []),
  ].map((line) => pc.dim(`· ${line}`));
}

/** The text with matches and the answering sentence marked, on a terminal that can show it. */
export function marked(text: string, highlights: readonly Highlight[]): string {
  if (!pc.isColorSupported) return text;
  const edges = [...new Set([0, text.length, ...highlights.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return edges
    .slice(1)
    .map((end, i) => {
      const start = edges[i] ?? 0;
      const kinds = highlights.filter((range) => range.start <= start && range.end >= end).map(({ kind }) => kind);
      const part = text.slice(start, end);
      if (kinds.includes('match')) return pc.bold(pc.yellow(part));
      return kinds.includes('answer') ? pc.underline(part) : part;
    })
    .join('');
}
