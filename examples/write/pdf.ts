// PDF files with embedded fonts, tables and page numbers.
import PDFDocument from 'pdfkit';
import { layout, literal, type Printed } from '../layout.js';
import type { Source } from '../read-sources.js';
import type { Fonts } from './fonts.js';

const margins = { top: 96, bottom: 92, left: 79, right: 74 };
const size = 15;
const lineGap = 7;
/** of an A4 page */
const lineWidth = 595.28 - margins.left - margins.right;

type Doc = PDFKit.PDFDocument;
type TextBlock = Exclude<Printed, { kind: 'table' }>;

/** Columns as wide as their longest cells ask for, padding included, within reason. */
function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const longest = (rows[0] ?? []).map((_, i) =>
    Math.min(16, 2 + Math.max(3, ...rows.map((row) => row[i]?.length ?? 0))),
  );
  const sum = longest.reduce((total, length) => total + length, 0);
  return longest.map((length) => (lineWidth * length) / sum);
}

function writeTable(doc: Doc, rows: readonly (readonly string[])[]): void {
  doc.moveDown(0.3).font('serif').fontSize(11);
  doc.x = margins.left;
  doc.table({
    columnStyles: columnWidths(rows),
    defaultStyle: { align: { x: 'center', y: 'center' }, padding: 5, border: 0.5 },
    data: rows.map((row) => [...row]),
  });
  doc.x = margins.left;
  doc.moveDown(0.5);
}

/** The red rule under head and number. */
function writeRule(doc: Doc): void {
  const y = doc.y + 4;
  doc.moveTo(margins.left, y).lineTo(doc.page.width - margins.right, y);
  doc.lineWidth(1.5).strokeColor('#d00').stroke().strokeColor('black').moveDown(1.2);
}

interface Look {
  readonly font: 'serif' | 'sans';
  readonly size: number;
  readonly text: PDFKit.Mixins.TextOptions;
  /** lines left free above and below */
  readonly above?: number;
  readonly below?: number;
}

const body: Look = { font: 'serif', size, text: { indent: size * 2, lineGap } };
const middle: Look = { font: 'serif', size, text: { align: 'center', lineGap } };
/** Signature and date end two characters before the margin. */
const right: Look = { font: 'serif', size, text: { align: 'right', lineGap, width: lineWidth - size * 2 } };
const flush: Look = { font: 'serif', size, text: { lineGap } };

const looks: Readonly<Record<Exclude<TextBlock['kind'], 'heading'>, Look>> = {
  head: { font: 'sans', size: 30, text: { align: 'center' }, below: 0.4 },
  number: middle,
  title: { font: 'sans', size: 21, text: { align: 'center', lineGap: 8 }, below: 0.6 },
  note: { ...middle, below: 0.8 },
  to: flush,
  paragraph: body,
  centred: middle,
  list: { ...body, above: 0.8, below: 0.8 },
  signature: right,
  date: right,
  attachment: { ...flush, font: 'sans' },
};

function lookOf(block: TextBlock): Look {
  if (block.kind !== 'heading') return looks[block.kind];
  const font = block.level === 1 ? 'sans' : 'serif';
  return { ...(block.mark?.kind === 'chapter' ? middle : body), font };
}

function writeText(doc: Doc, block: TextBlock): void {
  const look = lookOf(block);
  if (block.kind === 'attachment') doc.addPage();
  doc.font(look.font).fontSize(look.size);
  doc.fillColor(block.kind === 'head' ? '#d00' : 'black').moveDown(look.above ?? 0);
  doc.text(literal(block.mark) + block.text, look.text).moveDown(look.below ?? 0);
}

function writePageNumbers(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // Within the bottom margin pdfkit would open a new page.
    doc.page.margins.bottom = 0;
    doc.font('serif').fontSize(12);
    doc.text(`— ${page + 1} —`, margins.left, doc.page.height - 62, { align: 'center', width: lineWidth });
  }
}

export async function writePdf(source: Source, fonts: Fonts): Promise<Uint8Array> {
  const { header } = source;
  const date = new Date(`${header.date}T08:00:00Z`);
  const info = { Title: header.title, Author: header.issuer.join('、'), CreationDate: date, ModDate: date };
  const doc = new PDFDocument({ size: 'A4', margins, bufferPages: true, info });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  for (const name of ['serif', 'sans'] as const) doc.registerFont(name, fonts[name].path, fonts[name].face);
  for (const block of layout(source)) {
    if (block.kind === 'table') writeTable(doc, block.rows);
    else writeText(doc, block);
    if (block.kind === 'number' && header.head) writeRule(doc);
  }
  writePageNumbers(doc);
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}
