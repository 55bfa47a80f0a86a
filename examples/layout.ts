// The order in which an official document is printed: head, number, title, addressees, body, signature, attachments.
import type { Mark } from './numbering.js';
import type { Source, SourceBlock } from './read-sources.js';

export type Printed =
  | SourceBlock
  | {
      readonly kind: 'head' | 'number' | 'title' | 'note' | 'to' | 'list' | 'signature' | 'date';
      readonly text: string;
      readonly mark: null;
    };

/** 2021-02-05 → 2021年2月5日 */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** What is printed of a mark: nothing, where there is none. */
export const literal = (mark: Mark | null): string => mark?.literal ?? '';

export function layout({ header, blocks }: Source): Printed[] {
  const line = (kind: Exclude<Printed['kind'], SourceBlock['kind']>, text: string | undefined): Printed[] =>
    text === undefined ? [] : [{ kind, text, mark: null }];
  const number = header.note?.includes(header.number ?? ' ') ? undefined : header.number;
  const first = blocks.findIndex((block) => block.kind === 'attachment');
  const body = first === -1 ? blocks : blocks.slice(0, first);
  const attachments = first === -1 ? [] : blocks.slice(first);
  return [
    ...line('head', header.head),
    ...(header.head ? line('number', number) : []),
    ...line('title', header.title),
    ...(header.head ? [] : line('number', number)),
    ...line('note', header.note),
    ...line('note', header.speaker),
    ...line('to', header.to),
    ...body,
    ...line('list', header.attachments && `附件：${header.attachments}`),
    ...(header.signed ? header.issuer.flatMap((issuer) => line('signature', issuer)) : []),
    ...(header.signed ? line('date', chineseDate(header.date)) : []),
    ...attachments,
  ];
}

/** The lines that are printed, marks included; a row of a table is one line, its cells joined by `joint`. */
export const printedLines = (source: Source, joint = '\t'): string[] =>
  layout(source).flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.join(joint)) : [literal(block.mark) + block.text],
  );
