// A list as a Word document: A4, Chinese fonts, pages numbered; what was asked and searched, then each document's
// occurrences with a citation under each, and all documents once more as references. Works through everything at once:
// the server has it made in a process of its own (docx-apart.ts).
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { sayExportIn } from '../domain/messages/export.js';
import { inTitleMarks } from '../domain/title-marks.js';
import type { Row, TakenList } from './list.js';

/** 宋体 for text, 黑体 for headings: what every Word in Chinese has. */
const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' };
/** In half points: 小四, 小五. */
const size = { text: 24, small: 18 };
/** A4, in twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 };
const margin = { top: 1_440, right: 1_587, bottom: 1_440, left: 1_587 };

/** What XML cannot hold is left out. */
const sound = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');

/** A run for each line, as a break is no character. */
const runs = (text: string, options: IRunOptions = {}): TextRun[] =>
  sound(text)
    .split(/\r\n|\r|\n/u)
    .map((line, i) => new TextRun({ ...options, text: line, ...(i > 0 && { break: 1 }) }));

const small = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ children: [...children], spacing: { after: 160 }, indent: { left: 420 } });
const grey: IRunOptions = { size: size.small, color: '595959' };

function occurrence(row: Row, n: number, language: TakenList['language'], kind: TakenList['kind']): Paragraph[] {
  const say = sayExportIn(language);
  const { pieces, citation, also, ocr, document } = row;
  const dots = (text: string): string => (kind === 'wording' && text !== '' ? '…' : '');
  const words = [
    new TextRun({ text: `${n}. ${dots(pieces[0]?.text ?? '')}` }),
    ...pieces.flatMap(({ text, found }) => runs(text, { bold: found })),
    new TextRun({ text: dots(pieces.at(-1)?.text ?? '') }),
  ];
  const notes = [
    ...(ocr === null ? [] : [say('byOcr')]),
    ...(document.newer ? [say('olderThan', { title: inTitleMarks(document.newer.title) })] : []),
    ...(also.length > 0 ? [say('alsoIn', { titles: also.map(inTitleMarks).join(say('and')) })] : []),
  ];
  const link = /^https?:\/\//u.test(citation.link)
    ? [
        new TextRun({ ...grey, text: '　' }),
        new ExternalHyperlink({
          link: citation.link,
          children: [new TextRun({ text: say('link'), style: 'Hyperlink', size: size.small })],
        }),
      ]
    : [];
  return [
    new Paragraph({ children: words, keepNext: true }),
    small([
      ...runs(`${say('citation')}　${citation.plain}`, grey),
      ...link,
      ...notes.flatMap((note) => [new TextRun({ ...grey, text: sound(note), break: 1 })]),
    ]),
  ];
}

/** By document, in the order of each one's first row. */
function grouped(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  const last = new Map<string, Row[]>();
  for (const row of rows) {
    const group = last.get(row.document.id);
    if (group) group.push(row);
    else {
      const fresh = [row];
      last.set(row.document.id, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

function factsOf({ document: { issuer, number, date, year, region, status } }: Row): string {
  return [issuer, number, date ?? year, region, status === '未知' ? null : status].filter(Boolean).join(' · ');
}

function body({ title, lines, warnings, rows, references, language, kind }: TakenList): Paragraph[] {
  const say = sayExportIn(language);
  const out = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
    ...warnings.map((warning) => new Paragraph({ children: runs(warning, { bold: true }) })),
    ...lines.map((line) => new Paragraph({ children: runs(line, { size: size.small }) })),
  ];
  let n = 0;
  for (const group of grouped(rows)) {
    const [first] = group;
    if (!first) continue;
    out.push(new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(inTitleMarks(first.document.title)) }));
    const facts = factsOf(first);
    if (facts !== '') {
      out.push(new Paragraph({ children: runs(facts, grey), keepNext: true, spacing: { after: 120 } }));
    }
    for (const row of group) out.push(...occurrence(row, ++n, language, kind));
  }
  if (references.length > 0) {
    out.push(new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(say('references')) }));
    for (const [i, reference] of references.entries()) {
      out.push(
        new Paragraph({
          children: runs(`[${i + 1}] ${reference}`, { size: size.small }),
          indent: { left: 420, hanging: 420 },
        }),
      );
    }
  }
  return out;
}

/** 第 n 页，共 m 页, with fields for the numbers. */
function footer(language: TakenList['language']): Footer {
  const parts = sayExportIn(language)('pageOf').split(/(\{page\}|\{pages\})/u);
  const fields: Readonly<Record<string, string>> = {
    '{page}': PageNumber.CURRENT,
    '{pages}': PageNumber.TOTAL_PAGES,
  };
  const children = parts.map((part) => fields[part] ?? part);
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: size.small })] }),
    ],
  });
}

export async function docx(list: TakenList): Promise<Uint8Array> {
  const heading = { font: hei, color: '000000', bold: false };
  const document = new Document({
    title: sound(list.title),
    creator: '言据 Yanju',
    description: sound(list.lines.join('\n')),
    styles: {
      default: {
        document: {
          run: { font: song, size: size.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: 360 } },
        },
        title: { run: { ...heading, size: 36 }, paragraph: { spacing: { after: 240 } } },
        heading2: { run: { ...heading, size: 28 }, paragraph: { spacing: { before: 320, after: 80 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: { page: { size: a4, margin } },
        footers: { default: footer(list.language) },
        children: body(list),
      },
    ],
  });
  return Packer.toBuffer(document);
}
