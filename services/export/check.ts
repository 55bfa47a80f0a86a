// A checked draft, for a Word document: how much of it came from where, what was found and what was not checked; the text
// with a remark for each finding; and apart from them, what the drafter has put aside.
import type { Archive } from '../domain/archive.js';
import {
  type CheckReport,
  ClauseLabel,
  type Dismissal,
  type Finding,
  FindingKind,
  type SourcePlace,
} from '../domain/check.js';
import type { CheckScope } from '../domain/check-scope.js';
import type { DocumentSummary } from '../domain/document.js';
import { type SayReport, sayReportIn } from '../domain/messages/check-report.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import type { Range } from '../domain/passage.js';
import { shortened } from '../domain/shortened.js';
import { inTitleMarks } from '../domain/title-marks.js';
import { today } from '../today.js';
import { checkWarnings, toldScope } from './check-told.js';
import type { Piece } from './list.js';
import { type ToldRevision, toldRevision } from './revision-told.js';
import { type Taken, type TakingDeps, written } from './taken.js';

/** A finding as a comment says it; `start` and `end` count in the draft's text. */
export interface Remark extends Range {
  readonly level: Finding['level'];
  /** 不合 · 期限 · 把握 97% */
  readonly head: string;
  readonly draft: string;
  readonly message: string;
  readonly source: {
    /** its sentence, with the words in question marked; empty where only the document is meant */
    readonly pieces: readonly Piece[];
    readonly cited: string;
    readonly link: string;
  } | null;
}
interface Dismissed extends Remark {
  readonly reason: string;
}

export interface TakenCheck extends Taken {
  /** what it was compared with, and when: a line each */
  readonly lines: readonly string[];
  readonly labels: readonly {
    readonly name: string;
    readonly clauses: number;
    readonly characters: number;
    /** null: not counted in the share */
    readonly percent: number | null;
  }[];
  readonly kinds: readonly {
    readonly name: string;
    readonly conflicts: number;
    readonly notes: number;
    readonly dismissed: number;
  }[];
  readonly sources: readonly { readonly cited: string; readonly link: string; readonly clauses: number }[];
  readonly text: string;
  /** offsets of lines that are headings, with their level */
  readonly headings: readonly { readonly start: number; readonly level: number }[];
  /** in the order of the text */
  readonly remarks: readonly Remark[];
  readonly dismissed: readonly Dismissed[];
  /** dismissals of which there is no finding any more */
  readonly noLonger: number;
  readonly revision: ToldRevision | null;
}

export interface CheckTaking {
  readonly scope: CheckScope;
  readonly dismissed: readonly Dismissal[];
}

type Deps = TakingDeps<'detail'>;

/** Citing reads texts: others are answered after so many. */
const AT_A_TIME = 20;
const LONGEST_TITLE = 60;
/** The overview stays a page. */
const MOST_SOURCES = 5;

export async function takenCheck(report: CheckReport, asked: CheckTaking, deps: Deps): Promise<TakenCheck> {
  const { language, limit } = deps;
  const { text, summary, reading, findings } = report;
  const say = sayReportIn(language);
  const reasons = new Map(asked.dismissed.map(({ key, reason }) => [key, reason]));
  const isOpen = ({ key }: Finding): boolean => !reasons.has(key);
  const open = findings.filter(isOpen);
  const shown = open.slice(0, limit);
  const remarkOf = remarks(deps);
  const title = /^draft$/iu.test(reading.title) ? '' : reading.title;
  return {
    language,
    title: say('title', { title: title === '' ? say('draft') : inTitleMarks(shortened(title, LONGEST_TITLE)) }),
    warnings: [
      ...checkWarnings(report, say, language),
      ...(shown.length < open.length
        ? [say('cut', { total: written(open.length), shown: written(shown.length) })]
        : []),
    ],
    lines: [
      say('compared', {
        documents: written(summary.compared),
        characters: written(summary.characters),
        clauses: written(summary.clauses),
      }),
      say('scope', { scope: toldScope(asked.scope, summary, say) }),
      say('share', { percent: Math.round(100 * summary.reusedShare) }),
      say('made', { date: today() }),
    ],
    labels: labelsOf(report, say),
    kinds: kindsOf(findings, isOpen, language),
    sources: sourcesOf(report, deps),
    text,
    headings: reading.outline.map(({ start, level }) => ({ start, level })),
    remarks: (await each(shown, remarkOf)).sort((a, b) => a.start - b.start || a.end - b.end),
    dismissed: (
      await each(
        findings.filter((finding) => !isOpen(finding)).slice(0, limit),
        (finding): Dismissed => ({ ...remarkOf(finding), reason: reasons.get(finding.key) ?? '' }),
      )
    ).sort((a, b) => a.start - b.start),
    revision: report.revision ? toldRevision(report.revision, language) : null,
    noLonger: [...reasons.keys()].filter((key) => !findings.some((finding) => finding.key === key)).length,
  };
}

async function each<Of, Result>(list: readonly Of[], work: (one: Of) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of list) {
    results.push(work(one));
    if (results.length % AT_A_TIME === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}

/** Shares of the characters that are no set phrase, as the whole share is. */
function labelsOf({ summary: { labels, labelCharacters } }: CheckReport, say: SayReport): TakenCheck['labels'] {
  const counted = ClauseLabel.options.filter((label) => label !== 'formula');
  const all = counted.reduce((sum, label) => sum + labelCharacters[label], 0);
  return ClauseLabel.options.map((label) => ({
    name: say(`relation_${label}`),
    clauses: labels[label],
    characters: labelCharacters[label],
    percent: label === 'formula' ? null : all === 0 ? 0 : Math.round((100 * labelCharacters[label]) / all),
  }));
}

function kindsOf(
  findings: readonly Finding[],
  isOpen: (finding: Finding) => boolean,
  language: Language,
): TakenCheck['kinds'] {
  const say = sayIn(language);
  return FindingKind.options.flatMap((kind) => {
    const here = findings.filter((finding) => finding.kind === kind);
    const open = here.filter(isOpen);
    const conflicts = open.filter(({ level }) => level === 'conflict').length;
    const counts = { conflicts, notes: open.length - conflicts, dismissed: here.length - open.length };
    return here.length === 0 ? [] : [{ name: say(`checkKind_${kind}`), ...counts }];
  });
}

/** null where it was taken out while the draft was checked. */
export function documentIn(archive: Pick<Archive, 'detail'>, id: string): DocumentSummary | null {
  try {
    return archive.detail(id);
  } catch {
    return null;
  }
}

function citedIn(
  { archive, cite }: Deps,
  { documentId, title }: Pick<SourcePlace, 'documentId' | 'title'>,
  range?: Range,
): { readonly cited: string; readonly link: string } {
  const document = documentIn(archive, documentId);
  if (!document) return { cited: inTitleMarks(title), link: '' };
  const { plain, link } = cite(document, range);
  return { cited: plain, link };
}

const sourcesOf = ({ summary }: CheckReport, deps: Deps): TakenCheck['sources'] =>
  summary.sources.slice(0, MOST_SOURCES).map((source) => ({ ...citedIn(deps, source), clauses: source.clauses }));

function remarks(deps: Deps): (finding: Finding) => Remark {
  const [say, web] = [sayReportIn(deps.language), sayIn(deps.language)];
  return ({ kind, level, start, end, draft, source, words, message, confidence }) => {
    const isPlace = source !== undefined && source.end > source.start;
    return {
      start,
      end,
      level,
      head: [say(level), web(`checkKind_${kind}`), say('sure', { percent: Math.round(100 * confidence) })].join(' · '),
      draft,
      message,
      source: source
        ? {
            ...citedIn(deps, source, isPlace ? source : undefined),
            pieces: isPlace ? piecesOf(source.text, words ?? '') : [],
          }
        : null,
    };
  };
}

/** Of a table's row, or a sentence without an end, so much stands on either side of the words. */
const AROUND = 150;

/** The source's sentence; the words are marked where it is plain which they are. */
export function piecesOf(text: string, words: string): Piece[] {
  const at = words === '' ? -1 : text.indexOf(words);
  if (at < 0 || text.includes(words, at + 1)) return [{ text: shortened(text, 2 * AROUND), found: false }];
  const end = at + words.length;
  const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, end + AROUND)];
  return [
    { text: `${from > 0 ? '…' : ''}${text.slice(from, at)}`, found: false },
    { text: words, found: true },
    { text: `${text.slice(end, to)}${to < text.length ? '…' : ''}`, found: false },
  ].filter((piece) => piece.text !== '');
}
