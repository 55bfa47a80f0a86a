// A text whose remarks stand as comments at its words, line by line: where each begins and ends, and the words marked.
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  HeadingLevel,
  type ICommentOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
  UnderlineType,
} from 'docx';
import { sayReportIn } from '../../domain/messages/check-report.js';
import type { Language } from '../../domain/messages/language.js';
import type { Remark, TakenCheck } from '../check.js';
import { grey, linkRuns, runs, size } from './page.js';

/** Told by lines as well as colour, so that a copy in black and white says as much. */
const marks: Readonly<Record<Remark['level'], IRunOptions>> = {
  conflict: { underline: { type: UnderlineType.DOUBLE, color: '9C1C1C' } },
  note: { underline: { type: UnderlineType.DOTTED, color: '1C4F9C' } },
};
const levels = [HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5] as const;

interface Line {
  readonly start: number;
  /** of its words */
  readonly end: number;
  /** where the next one starts; beyond the text after the last */
  readonly next: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(/\r\n|\r|\n/gu)) {
    lines.push({ start, end: index, next: index + found.length });
    start = index + found.length;
  }
  return [...lines, { start, end: text.length, next: text.length + 1 }];
}

/** A remark with its comment's number, within the text. */
interface Placed {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly level: Remark['level'];
}

const placed = (text: string, remarks: readonly Remark[]): Placed[] =>
  remarks.map(({ start, end, level }, id) => {
    const from = Math.min(Math.max(0, start), text.length);
    return { id, start: from, end: Math.min(Math.max(from, end), text.length), level };
  });

/** Steps through sorted places once, whatever their number. */
function within<T>(sorted: readonly T[], at: (one: T) => number): (limit: number) => T[] {
  let next = 0;
  return (limit) => {
    const from = next;
    while (next < sorted.length && at(sorted[next]!) < limit) next++; // in bounds
    return sorted.slice(from, next);
  };
}

/** Paragraphs as the text has lines. Comments are numbered as the remarks are. */
export function commented({ text, headings, remarks }: Pick<TakenCheck, 'text' | 'headings' | 'remarks'>): Paragraph[] {
  const all = placed(text, remarks);
  const lastOf = ({ start, end }: Placed): number => Math.max(start, end - 1);
  const starting = within(
    all.toSorted((a, b) => a.start - b.start),
    ({ start }) => start,
  );
  const ending = within(
    all.toSorted((a, b) => lastOf(a) - lastOf(b)),
    lastOf,
  );
  const levelAt = new Map(headings.map(({ start, level }) => [start, level]));
  const open = new Set<Placed>();
  return linesOf(text).map((line) => {
    const children = childrenOf(text, line, { starts: starting(line.next), ends: ending(line.next), open });
    const level = levelAt.get(line.start);
    return new Paragraph({
      children,
      ...(level !== undefined && { heading: levels[Math.min(level, levels.length) - 1]! }), // levels count from 1
    });
  });
}

interface Here {
  /** what begins, and what ends, in the line */
  readonly starts: readonly Placed[];
  readonly ends: readonly Placed[];
  /** what has begun and not ended, kept from line to line */
  readonly open: Set<Placed>;
}

function childrenOf(text: string, line: Line, { starts, ends, open }: Here): ParagraphChild[] {
  const clip = (at: number): number => Math.max(line.start, Math.min(at, line.end));
  const startsAt = byPlace(starts, ({ start }) => clip(start));
  const endsAt = byPlace(ends, ({ end }) => clip(end));
  const places = [...new Set([line.start, line.end, ...startsAt.keys(), ...endsAt.keys()])].sort((a, b) => a - b);
  const children: ParagraphChild[] = [];
  for (const [i, at] of places.entries()) {
    // What ends here ends before what begins here begins; what is empty ends where it began.
    const ended = endsAt.get(at) ?? [];
    for (const one of ended) if (open.delete(one)) children.push(...endOf(one));
    for (const one of startsAt.get(at) ?? []) {
      children.push(new CommentRangeStart(one.id));
      if (ended.includes(one)) children.push(...endOf(one));
      else open.add(one);
    }
    const to = places[i + 1];
    if (to !== undefined) children.push(...runs(text.slice(at, to), markOf(open)));
  }
  return children;
}

function byPlace(list: readonly Placed[], at: (one: Placed) => number): Map<number, Placed[]> {
  const places = new Map<number, Placed[]>();
  for (const one of list) {
    const here = places.get(at(one));
    if (here) here.push(one);
    else places.set(at(one), [one]);
  }
  return places;
}

const endOf = ({ id }: Placed): ParagraphChild[] => [
  new CommentRangeEnd(id),
  new TextRun({ children: [new CommentReference(id)] }),
];

function markOf(open: ReadonlySet<Placed>): IRunOptions {
  if (open.size === 0) return {};
  return marks[[...open].some(({ level }) => level === 'conflict') ? 'conflict' : 'note'];
}

/** What a comment says: what it is and how sure, why, the source's words, where they stand. */
export function remarkParagraphs({ head, message, source }: Remark, language: Language): Paragraph[] {
  const say = sayReportIn(language);
  const small = { size: size.small };
  return [
    new Paragraph({ children: runs(head, { ...small, bold: true }) }),
    new Paragraph({ children: runs(message, small) }),
    ...(source && source.pieces.length > 0
      ? [
          new Paragraph({
            children: [
              ...runs(say('inSource'), grey),
              ...source.pieces.flatMap(({ text, found }) => runs(text, { ...small, bold: found })),
            ],
          }),
        ]
      : []),
    ...(source ? [new Paragraph({ children: [...runs(source.cited, grey), ...linkRuns(source.link, language)] })] : []),
  ];
}

export const commentsOf = (remarks: readonly Remark[], language: Language): ICommentOptions[] => {
  const date = new Date();
  return remarks.map((remark, id) => ({
    id,
    author: '言据',
    initials: '言据',
    date,
    children: remarkParagraphs(remark, language),
  }));
};
