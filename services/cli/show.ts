// Documents and passages as lines of text.
import pc from 'picocolors';
import type { DocumentSummary } from '../domain/document.js';
import type { Highlight } from '../domain/result.js';
import { inTitleMarks } from '../domain/title-marks.js';
import type { Say } from './terminal.js';

/** 《title》 issuer · number · date · region · status · file */
export function documentLine(
  { title, issuer, number, date, year, region, status, file }: DocumentSummary,
  say: Say,
): string {
  const when = date ?? (year === null ? say('undated') : String(year));
  const facts = [issuer, number, when, region, status === '未知' ? null : status].filter((fact) => fact !== null);
  return `${pc.bold(inTitleMarks(title))} ${facts.join(' · ')}\n   ${pc.dim(file)}`;
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
