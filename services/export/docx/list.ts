// A list as a Word document: what was asked and searched, then the rows of each document (of each region, for targets)
// with a citation under each, and all documents once more as references. Works through everything at once: the server
// has it made in a process of its own (apart.ts).
import { Paragraph, type ParagraphChild, TextRun } from 'docx';
import { sayExportIn } from '../../domain/messages/export.js';
import { toldValue } from '../../domain/messages/targets.js';
import { sayIn } from '../../domain/messages/web.js';
import { inTitleMarks } from '../../domain/title-marks.js';
import type { Row, Stated, TakenList } from '../list.js';
import { beginning, bytesOf, grey, heading, linkRuns, referenceParagraphs, runs, sound } from './page.js';

type Language = TakenList['language'];

const small = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ children: [...children], spacing: { after: 160 }, indent: { left: 420 } });

/** 2025 年：达到 85% */
function statedWords(stated: Stated, language: Language): string {
  const say = sayIn(language);
  const name = stated.year === null ? say('forNoYear') : say('yearHeading', { year: stated.year });
  return sayExportIn(language)('asked', { name, value: toldValue(stated, language) });
}

function occurrence(row: Row, n: number, language: Language, kind: TakenList['kind']): Paragraph[] {
  const say = sayExportIn(language);
  const { pieces, citation, also, ocr, document, stated } = row;
  const dots = (text: string): string => (kind === 'wording' && text !== '' ? '…' : '');
  const words = [
    new TextRun({ text: `${n}. ${dots(pieces[0]?.text ?? '')}` }),
    ...(stated ? runs(`${statedWords(stated, language)}　`, { bold: true }) : []),
    ...pieces.flatMap(({ text, found }) => runs(text, { bold: found })),
    new TextRun({ text: dots(pieces.at(-1)?.text ?? '') }),
  ];
  const notes = [
    ...(ocr === null ? [] : [say('byOcr')]),
    ...(document.newer ? [say('olderThan', { title: inTitleMarks(document.newer.title) })] : []),
    ...(also.length > 0 ? [say('alsoIn', { titles: also.map(inTitleMarks).join(say('and')) })] : []),
  ];
  return [
    new Paragraph({ children: words, keepNext: true }),
    small([
      ...runs(`${say('citation')}　${citation.plain}`, grey),
      ...linkRuns(citation.link, language),
      ...notes.flatMap((note) => [new TextRun({ ...grey, text: sound(note), break: 1 })]),
    ]),
  ];
}

function factsOf({ document: { issuer, number, date, year, region, status } }: Row): string {
  return [issuer, number, date ?? year, region, status === '未知' ? null : status].filter(Boolean).join(' · ');
}

interface Group {
  readonly name: string;
  readonly facts: string;
  readonly rows: Row[];
}

/** What rows stand together under: a document, or for targets, a region (and unit). */
function over(row: Row, language: Language): { readonly key: string; readonly name: string; readonly facts: string } {
  const { document, stated } = row;
  if (!stated) return { key: document.id, name: inTitleMarks(document.title), facts: factsOf(row) };
  const name = `${stated.region ?? sayIn(language)('forNoRegion')}（${stated.unit}）`;
  return { key: name, name, facts: '' };
}

/** In the order of each one's first row. */
function grouped(rows: readonly Row[], language: Language): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const { key, ...told } = over(row, language);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { ...told, rows: [row] });
  }
  return [...groups.values()];
}

function body(list: TakenList): Paragraph[] {
  const { rows, references, language, kind } = list;
  const out = beginning(list);
  let n = 0;
  for (const group of grouped(rows, language)) {
    out.push(heading(group.name));
    if (group.facts !== '') {
      out.push(new Paragraph({ children: runs(group.facts, grey), keepNext: true, spacing: { after: 120 } }));
    }
    for (const row of group.rows) out.push(...occurrence(row, ++n, language, kind));
  }
  return [...out, ...referenceParagraphs(references, language)];
}

export const listDocx = (list: TakenList): Promise<Uint8Array> => bytesOf(list, body(list));
