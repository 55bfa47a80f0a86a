// Word files with heading styles, automatic numbering, tables and a page number, laid out by GB/T 9704.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { layout, literal, type Printed } from '../layout.js';
import type { Source } from '../read-sources.js';
import { createNumberer, fontOf, lists, twoCharacters } from './docx-numbering.js';

const song = { ...fontOf('方正小标宋简体'), size: 44 };
const hei = fontOf('黑体');
const kai = fontOf('楷体_GB2312');
const fang = fontOf('仿宋_GB2312');

const indent = { firstLine: twoCharacters };
const right = AlignmentType.RIGHT;
const middle = AlignmentType.CENTER;

type TextBlock = Exclude<Printed, { kind: 'table' }>;

const looks: Readonly<
  Record<Exclude<TextBlock['kind'], 'heading'>, { run: IRunOptions; paragraph: IParagraphOptions }>
> = {
  head: {
    run: { ...song, size: 60, color: 'FF0000' },
    paragraph: {
      alignment: middle,
      spacing: { line: 900, lineRule: LineRuleType.EXACT },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'FF0000' } },
    },
  },
  number: { run: fang, paragraph: { alignment: middle } },
  title: { run: song, paragraph: { alignment: middle, heading: HeadingLevel.TITLE } },
  note: { run: kai, paragraph: { alignment: middle, spacing: { after: 280 } } },
  to: { run: fang, paragraph: {} },
  paragraph: { run: fang, paragraph: { indent } },
  centred: { run: { ...fang, bold: true }, paragraph: { alignment: middle } },
  list: { run: fang, paragraph: { indent, spacing: { before: 280 } } },
  signature: { run: fang, paragraph: { alignment: right } },
  date: { run: fang, paragraph: { alignment: right } },
  attachment: { run: hei, paragraph: { pageBreakBefore: true } },
};

const tableOf = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: row.map((cell) => {
            const run = new TextRun({ ...fang, size: 24, bold: i === 0, text: cell });
            return new TableCell({ children: [new Paragraph({ alignment: middle, children: [run] })] });
          }),
        }),
    ),
  });

function paragraphs(source: Source): (Paragraph | Table)[] {
  const place = createNumberer(source);
  return layout(source).map((block) => {
    if (block.kind === 'table') return tableOf(block.rows);
    const typed = source.header.literal ? literal(block.mark) : '';
    const numbering = block.mark && !source.header.literal ? place(block.mark) : undefined;
    const look =
      block.kind === 'heading'
        ? {
            run: block.level === 1 ? hei : kai,
            paragraph: {
              heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
              ...(block.mark?.kind === 'chapter' ? { alignment: middle } : { indent }),
            },
          }
        : looks[block.kind];
    const children = [new TextRun({ ...look.run, text: typed + block.text })];
    return new Paragraph({ ...look.paragraph, ...(numbering && { numbering }), children });
  });
}

const plain = { color: '000000', bold: false };

function documentOf(source: Source): Document {
  const { header } = source;
  return new Document({
    title: header.title,
    creator: header.issuer[0] ?? '',
    lastModifiedBy: header.issuer[0] ?? '',
    numbering: { config: lists.map(({ reference, levels }) => ({ reference, levels: [...levels] })) },
    styles: {
      default: {
        document: { run: fang, paragraph: { spacing: { line: 560, lineRule: LineRuleType.EXACT } } },
        title: { run: plain, paragraph: { spacing: { line: 700, lineRule: LineRuleType.EXACT, after: 280 } } },
        heading1: { run: plain },
        heading2: { run: plain },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: middle,
                children: [new TextRun({ size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
              }),
            ],
          }),
        },
        children: paragraphs(source),
      },
    ],
  });
}

/** The package as docx writes it, with the document's own date for the time of writing. */
export async function writeDocx(source: Source): Promise<Uint8Array> {
  const parts = unzipSync(await Packer.toBuffer(documentOf(source)));
  const core = parts['docProps/core.xml'];
  if (core) {
    const written = new TextDecoder().decode(core);
    const dated = written.replace(/(?<=W3CDTF">)[^<]+/g, `${source.header.date}T08:00:00Z`);
    parts['docProps/core.xml'] = new TextEncoder().encode(dated);
  }
  // A zip holds local time; the constructor's is local too, so the bytes are the same in every time zone.
  return zipSync(parts, { mtime: new Date(2020, 0, 1), level: 9 });
}
