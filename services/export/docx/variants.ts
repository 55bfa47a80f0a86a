// The variants of a wording as a Word document: each with its changed characters marked, how often it stands in how many
// documents, and its first and latest use cited. Made in a process of its own (apart.ts).
import { Paragraph, TextRun } from 'docx';
import { sayExportIn } from '../../domain/messages/export.js';
import { sayIn } from '../../domain/messages/web.js';
import { written } from '../taken.js';
import type { TakenVariants, Use, VariantRow } from '../variants.js';
import { markedRuns } from './changed.js';
import { beginning, bytesOf, grey, heading, linkRuns, referenceParagraphs, runs } from './page.js';

/** So many regions are named. */
const REGIONS = 5;

function counted({ edits, documents, occurrences, parts, regions }: VariantRow, language: TakenVariants['language']) {
  const say = sayIn(language);
  const named = regions.slice(0, REGIONS).map(({ value }) => value ?? say('notStated'));
  const more = regions.length > REGIONS ? say('variantsMoreRegions', { count: regions.length }) : '';
  return [
    edits === 0 ? say('variantsAsked') : say('variantsEdits', { edits }),
    ...(parts === null ? [say('variantsEarliest')] : []),
    say('variantsUses', { documents: written(documents), occurrences: written(occurrences) }),
    `${say('variantsRegions')}${named.join(sayExportIn(language)('and'))}${more}`,
  ].join(' · ');
}

function variantParagraphs(row: VariantRow, n: number, { language }: TakenVariants): Paragraph[] {
  const say = sayIn(language);
  const use = (name: 'wordingFirst' | 'wordingLatest', { citation }: Use, last: boolean): Paragraph =>
    new Paragraph({
      children: [...runs(`${say(name)}${citation.plain}`, grey), ...linkRuns(citation.link, language)],
      indent: { left: 420 },
      keepNext: !last,
      spacing: { after: last ? 160 : 0 },
    });
  const words = row.parts ?? [{ kind: 'same' as const, text: row.text }];
  return [
    new Paragraph({ children: [new TextRun({ text: `${n}. ` }), ...markedRuns(words)], keepNext: true }),
    new Paragraph({ children: runs(counted(row, language), grey), indent: { left: 420 }, keepNext: true }),
    use('wordingFirst', row.first, row.occurrences === 1),
    ...(row.occurrences > 1 ? [use('wordingLatest', row.latest, true)] : []),
  ];
}

function body(variants: TakenVariants): Paragraph[] {
  const { rows, references, language } = variants;
  const say = sayIn(language);
  if (rows.length === 0) return beginning(variants);
  return [
    ...beginning(variants),
    heading(say('variantsTitle')),
    new Paragraph({ children: runs(say('variantsLegend'), grey), keepNext: true, spacing: { after: 80 } }),
    ...rows.flatMap((row, i) => variantParagraphs(row, i + 1, variants)),
    ...referenceParagraphs(references, language),
  ];
}

export const variantsDocx = (variants: TakenVariants): Promise<Uint8Array> => bytesOf(variants, body(variants));
