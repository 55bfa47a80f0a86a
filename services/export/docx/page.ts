// What every Word document has: A4, Chinese fonts, headings, pages numbered; and runs of text that XML can hold.
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  HeadingLevel,
  type ICommentOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { sayExportIn } from '../../domain/messages/export.js';
import type { Language } from '../../domain/messages/language.js';
import type { Taken } from '../taken.js';

/** 宋体 for text, 黑体 for headings: what every Word in Chinese has. */
const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' };
/** In half points: 小四, 五号, 小五. */
export const size = { text: 24, cell: 21, small: 18 };
/** A4, in twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 };
const margin = { top: 1_440, right: 1_587, bottom: 1_440, left: 1_587 };
export const textWidth = a4.width - margin.left - margin.right;
export const grey: IRunOptions = { size: size.small, color: '595959' };

/** What XML cannot hold is left out. */
export const sound = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');

/** A run for each line, as a break is no character. */
export const runs = (text: string, options: IRunOptions = {}): TextRun[] =>
  sound(text)
    .split(/\r\n|\r|\n/u)
    .map((line, i) => new TextRun({ ...options, text: line, ...(i > 0 && { break: 1 }) }));

/** A link, where the service has an address outside; nothing elsewhere. */
export const linkRuns = (link: string, language: Language): (TextRun | ExternalHyperlink)[] =>
  /^https?:\/\//u.test(link)
    ? [
        new TextRun({ ...grey, text: '　' }),
        new ExternalHyperlink({
          link,
          children: [new TextRun({ text: sayExportIn(language)('link'), style: 'Hyperlink', size: size.small })],
        }),
      ]
    : [];

export const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(text) });

/** The title, what must not be overlooked, and what was asked. */
export const beginning = ({ title, warnings, lines }: Taken & { readonly lines: readonly string[] }): Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
  ...warnings.map((warning) => new Paragraph({ children: runs(warning, { bold: true }) })),
  ...lines.map((line) => new Paragraph({ children: runs(line, { size: size.small }) })),
];

/** The documents once more, numbered; nothing where there are none. */
export const referenceParagraphs = (references: readonly string[], language: Language): Paragraph[] =>
  references.length === 0
    ? []
    : [
        heading(sayExportIn(language)('references')),
        ...references.map(
          (reference, i) =>
            new Paragraph({
              children: runs(`[${i + 1}] ${reference}`, { size: size.small }),
              indent: { left: 420, hanging: 420 },
            }),
        ),
      ];

/** 第 n 页，共 m 页, with fields for the numbers. */
function footer(language: Language): Footer {
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

export async function bytesOf(
  { title, lines, language }: Taken & { readonly lines: readonly string[] },
  children: readonly FileChild[],
  comments: readonly ICommentOptions[] = [],
): Promise<Uint8Array> {
  const headings = { font: hei, color: '000000', bold: false };
  const document = new Document({
    title: sound(title),
    creator: '言据 Yanju',
    description: sound(lines.join('\n')),
    ...(comments.length > 0 && { comments: { children: [...comments] } }),
    styles: {
      default: {
        document: {
          run: { font: song, size: size.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: 360 } },
        },
        title: { run: { ...headings, size: 36 }, paragraph: { spacing: { after: 240 } } },
        heading2: {
          run: { ...headings, size: 28 },
          paragraph: { spacing: { before: 320, after: 80 }, keepNext: true },
        },
        heading3: { run: { ...headings, size: size.text }, paragraph: { spacing: { before: 120 }, keepNext: true } },
        heading4: { run: { ...headings, size: size.text, italics: false }, paragraph: { keepNext: true } },
        heading5: { run: { ...headings, size: size.text }, paragraph: { keepNext: true } },
      },
    },
    sections: [
      {
        properties: { page: { size: a4, margin } },
        footers: { default: footer(language) },
        children: [...children],
      },
    ],
  });
  return Packer.toBuffer(document);
}
