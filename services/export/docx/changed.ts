// Words of which some were taken out and some put in.
import { type IRunOptions, Paragraph, type TextRun } from 'docx';
import type { Parts } from '../../comparison/told.js';
import { grey, runs, size } from './page.js';

/** Told by lines, so that a copy in black and white says as much; the colour only helps the eye. */
const marks: Readonly<Record<Parts[number]['kind'], IRunOptions>> = {
  same: {},
  removed: { strike: true, color: '9C1C1C' },
  added: { underline: {}, color: '1C4F9C' },
};

/** In one line, in the size of the text. */
export const markedRuns = (parts: Parts): TextRun[] => parts.flatMap(({ kind, text }) => runs(text, marks[kind]));

/** Paragraphs as the text has lines. */
export function changedParagraphs(parts: Parts, absent: string): Paragraph[] {
  if (parts.length === 0) return [new Paragraph({ children: runs(absent, grey), spacing: { line: 300 } })];
  const lines: TextRun[][] = [[]];
  for (const { kind, text } of parts) {
    for (const [i, words] of text.split(/\r\n|\r|\n/u).entries()) {
      if (i > 0) lines.push([]);
      if (words !== '') lines.at(-1)?.push(...runs(words, { ...marks[kind], size: size.cell }));
    }
  }
  return lines.map((children) => new Paragraph({ children, spacing: { line: 300 } }));
}
