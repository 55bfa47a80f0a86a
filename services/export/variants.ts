// The variants of a wording, as far as the limit goes: the most used ones, in order of first use, each with its first and
// latest use cited.
import type { Parts } from '../comparison/told.js';
import type { DocumentSummary } from '../domain/document.js';
import { toldCoverage } from '../domain/messages/coverage.js';
import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import type { Citation } from '../domain/place.js';
import type { VariantsRequest } from '../domain/query.js';
import type { Occurrence } from '../domain/result.js';
import type { Variant, VariantsResponse } from '../domain/variants.js';
import { today } from '../today.js';
import { referencesOf } from './list.js';
import { type Taken, type TakingDeps, written } from './taken.js';
import { toldVariants } from './told.js';

export interface VariantsTaking extends Omit<VariantsRequest, 'size'> {
  /** against what changes are marked */
  readonly against: 'asked' | 'before';
}

export interface Use {
  readonly document: DocumentSummary;
  readonly citation: Citation;
}
export interface VariantRow
  extends Pick<Variant, 'text' | 'edits' | 'documents' | 'occurrences' | 'years' | 'regions'> {
  /** null: no earlier one, so that nothing is marked */
  readonly parts: Parts | null;
  readonly first: Use;
  readonly latest: Use;
}

export interface TakenVariants extends Taken {
  readonly against: VariantsTaking['against'];
  /** what was asked; then how much was found, what was searched and when: a line each */
  readonly lines: readonly string[];
  readonly rows: readonly VariantRow[];
  /** documents of first and latest uses, each once, after GB/T 7714 */
  readonly references: readonly string[];
}

/** Citing reads texts: others are answered after so many. */
const AT_A_TIME = 20;

export async function takenVariants(
  { against, ...request }: VariantsTaking,
  { archive, cite, limit, language }: TakingDeps<'variants'>,
): Promise<TakenVariants> {
  const response = await archive.variants({ ...request, size: limit });
  const use = ({ document, start, end }: Occurrence): Use => ({ document, citation: cite(document, { start, end }) });
  const rows: VariantRow[] = [];
  for (const { parts, before, first, latest, ...variant } of response.variants) {
    const shown = against === 'asked' ? parts : (before?.parts ?? null);
    rows.push({ ...variant, parts: shown, first: use(first), latest: use(latest) });
    if (rows.length % AT_A_TIME === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    language,
    against,
    title: sayExportIn(language)('titleVariants', { q: request.q.slice(0, 60) }),
    lines: [...toldVariants({ ...request, against }, language), ...found(response, language)],
    warnings: warningsOf(response, language),
    rows,
    references: referencesOf(
      rows.flatMap(({ first, latest }) => [first, latest]),
      (document) => cite(document).gbt7714,
    ),
  };
}

function found({ total, documents, occurrences, coverage }: VariantsResponse, language: Language): string[] {
  const say = sayIn(language);
  const counts = { total: written(total), documents: written(documents), occurrences: written(occurrences) };
  return [
    total === 0 ? say('variantsNone') : say('variantsCounts', counts),
    toldCoverage(coverage, language),
    sayExportIn(language)('made', { date: today() }),
  ];
}

/** The limit keeps the most used, not the first. */
const warningsOf = ({ total, variants }: VariantsResponse, language: Language): string[] =>
  total > variants.length
    ? [sayExportIn(language)('cutVariants', { shown: written(variants.length) }), sayExportIn(language)('limit')]
    : [];
