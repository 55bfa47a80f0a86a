// The variants of a wording as a table. The order of its columns is for good: new ones come last.
import type { Parts } from '../comparison/told.js';
import { type ExportKey, sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import { type Column, numbered, type Table, tableOf } from './taken.js';
import type { TakenVariants, Use, VariantRow } from './variants.js';

/** “学”→“园”，增“应当”: a spreadsheet has no lines through words. */
export function toldParts(parts: Parts, language: Language): string {
  const [say, here] = [sayIn(language), sayExportIn(language)];
  const told: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const [part, next] = [parts[i], parts[i + 1]];
    if (!part || part.kind === 'same') continue;
    if (next && next.kind !== 'same' && next.kind !== part.kind) {
      const [a, b] = part.kind === 'removed' ? [part, next] : [next, part];
      told.push(here('replaced', { a: a.text, b: b.text }));
      i++;
    } else {
      told.push(say(part.kind === 'removed' ? 'valueGone' : 'valueNew', { value: part.text }));
    }
  }
  return told.join(say('listComma'));
}

const use = ({ document, citation }: Use): readonly string[] => [
  document.date ?? String(document.year ?? ''),
  document.title,
  citation.plain,
  citation.gbt7714,
  citation.link,
  document.file,
];
const names = {
  first: ['firstDate', 'firstTitle', 'firstCitation', 'firstGbt7714', 'firstLink', 'firstFile'],
  latest: ['latestDate', 'latestTitle', 'latestCitation', 'latestGbt7714', 'latestLink', 'latestFile'],
} as const satisfies Record<string, readonly ExportKey[]>;

export function variantsTable({ language, title, warnings, against, rows }: TakenVariants): Table {
  const [say, web] = [sayExportIn(language), sayIn(language)];
  const counts = (values: readonly { readonly value: string | number | null; readonly documents: number }[]): string =>
    values.map(({ value, documents }) => `${value ?? web('notStated')} (${documents})`).join(say('and'));
  const columns: Column<readonly [VariantRow, number]>[] = [
    [say('n'), ([, n]) => String(n)],
    [web('variantsNumber'), ([{ text }]) => text],
    [
      say('changedAgainst', { what: web(`against_${against}`) }),
      ([{ parts }]) => (parts ? toldParts(parts, language) : web('variantsEarliest')),
    ],
    [say('edits'), ([{ edits }]) => String(edits)],
    [say('inDocuments'), ([{ documents }]) => String(documents)],
    [say('places'), ([{ occurrences }]) => String(occurrences)],
    [say('inYears'), ([{ years }]) => counts(years)],
    [say('inRegions'), ([{ regions }]) => counts(regions)],
    ...(['first', 'latest'] as const).flatMap((which) =>
      names[which].map(
        (name, i): Column<readonly [VariantRow, number]> => [say(name), ([row]) => use(row[which])[i] ?? ''],
      ),
    ),
  ];
  return { language, title, warnings, ...tableOf(columns, numbered(rows)) };
}
