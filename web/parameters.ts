// Reads a page's parameters strictly: what is unknown, repeated or wrong is named in plain words.
import { z } from 'zod';
import { CitationRequest } from '../services/domain/citation.js';
import { AppError } from '../services/domain/errors.js';
import type { Say, WebKey } from '../services/domain/messages/web.js';
import { Families, SearchRequest, TimelineRequest, VariantsRequest, WordingRequest } from '../services/domain/query.js';
import { TargetsRequest } from '../services/domain/target-table.js';

const lang = z.enum(['zh', 'en']).optional();

/** The pages fold families unless told otherwise. */
export const SearchParameters = SearchRequest.extend({
  q: z.string().optional(),
  families: Families.default('collapse'),
  lang,
});
/** What the public door asks: `above` goes with `region`, for what binds those who live there. */
export const AnswerParameters = SearchRequest.pick({ q: true, region: true, above: true, page: true }).extend({
  q: z.string().optional(),
  lang,
});
/** A question on its way to the door that it came from; `keep` alone remembers the region. */
export const AskParameters = z.object({
  q: z.string().optional(),
  region: z.string().max(200).optional(),
  keep: z.literal('1').optional(),
  lang,
});
export const WordingParameters = WordingRequest.extend({
  q: z.string().optional(),
  size: z.coerce.number().int().min(1).max(100).default(50),
  lang,
});
export const TargetsParameters = TargetsRequest.extend({ document: z.string().max(200).optional(), lang });
/** A feed has no pages and no order of its own. */
export const SearchFeedParameters = SearchRequest.omit({
  page: true,
  size: true,
  group: true,
  families: true,
  sort: true,
}).extend({
  lang,
});
export const WordingFeedParameters = WordingRequest.omit({ page: true, size: true, sort: true, removed: true }).extend({
  lang,
});
/** A page of ours that asks something, as /saved is given it; never another site. */
export const SavedParameters = z.object({
  of: z
    .string()
    .max(8_000)
    .regex(/^\/(?:wording|search)?\?[^#\s]*$/)
    .optional(),
  lang,
});
export const TimelineParameters = TimelineRequest.extend({
  q: z.string().optional(),
  measure: z.enum(['occurrences', 'documents', 'share']).default('occurrences'),
  lang,
});
export const VariantsParameters = VariantsRequest.extend({
  q: z.string().optional(),
  against: z.enum(['asked', 'before']).default('asked'),
  lang,
});
export const ListParameters = z.object({ page: SearchRequest.shape.page, lang });
const version = z.coerce.number().int().min(1).max(1_000_000).optional();
const on = z.literal('1').optional();
export const DocumentParameters = z.object({
  at: z.coerce.number().int().min(0).optional(),
  q: z.string().optional(),
  /** a version of the text */
  v: version,
  /** what was cleaned away, in its place */
  removed: on,
  /** the original beside the text */
  original: on,
  lang,
});
export const ElsewhereParameters = z.object({
  /** a paragraph's number */
  p: z.coerce.number().int().min(1).max(10_000_000),
  v: version,
  /** the findings alone, to be put into the page */
  part: on,
  lang,
});
export const OriginalParameters = z.object({
  v: version,
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  /** for the frame beside the text */
  bare: on,
  lang,
});
export const ContentParameters = z.object({ v: version, lang });
const name = z.string().max(500);
export const CompareParameters = z.object({
  a: name.optional(),
  b: name.optional(),
  show: z.enum(['changes', 'all']).default('changes'),
  page: SearchRequest.shape.page,
  lang,
});
export const TransmissionParameters = z.object({
  superior: name.optional(),
  local: name.optional(),
  show: z.enum(['all', 'kept', 'altered', 'cut', 'added']).default('all'),
  lang,
});
export const CitationParameters = CitationRequest.extend({ lang });
export const ReportParameters = z.object({
  list: z.enum(['failed', 'partial', 'duplicate']).default('failed'),
  code: z.string().max(100).optional(),
  page: SearchRequest.shape.page,
  queued: z.coerce.number().int().min(0).optional(),
  run: z.coerce.number().int().min(1).optional(),
  lang,
});
export const NoParameters = z.object({ lang });

/** The field's name as the form shows it. */
const labels: ReadonlyMap<string, WebKey> = new Map(
  Object.entries({
    q: 'searchLabel',
    with: 'wordingWith',
    near: 'wordingNear',
    without: 'wordingWithout',
    withoutIn: 'wordingWithoutIn',
    mode: 'modeLegend',
    group: 'group',
    families: 'families',
    sort: 'sort',
    region: 'region',
    year: 'year',
    yearFrom: 'yearFrom',
    yearTo: 'yearTo',
    type: 'type',
    issuer: 'issuer',
    status: 'status',
    indicator: 'indicator',
    unit: 'unit',
    forYear: 'forYear',
    forYearFrom: 'forYearFrom',
    forYearTo: 'forYearTo',
    forRegion: 'forRegion',
    perCell: 'perCell',
  } as const),
);
const wrong: ReadonlyMap<string, WebKey> = new Map(
  Object.entries({
    q: 'wrong_q',
    near: 'wrong_near',
    withoutIn: 'wrong_near',
    sort: 'wrong_sort',
    by: 'wrong_by',
    measure: 'wrong_measure',
    alike: 'wrong_alike',
    against: 'wrong_against',
    dateYear: 'wrong_dateYear',
    issuerLevel: 'wrong_level',
    mode: 'wrong_mode',
    group: 'wrong_group',
    families: 'wrong_families',
    year: 'wrong_year',
    yearFrom: 'wrong_year',
    yearTo: 'wrong_year',
    forYear: 'wrong_forYear',
    forYearFrom: 'wrong_year',
    forYearTo: 'wrong_year',
    perCell: 'wrong_perCell',
    page: 'wrong_page',
    size: 'wrong_size',
    at: 'wrong_at',
    from: 'wrong_day',
    to: 'wrong_day',
    v: 'wrong_v',
    p: 'wrong_p',
    lang: 'wrong_lang',
  } as const),
);

/** What was given, as it was given: a form that was wrong is shown again with it. */
export type Given = Readonly<Record<string, string>>;
export type Parsed<T> =
  | { readonly given: Given; readonly value: T; readonly error?: undefined }
  | { readonly given: Given; readonly value?: undefined; readonly error: AppError };

const fieldName = (name: string, say: Say): string => {
  const short = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  const label = labels.get(name);
  return label ? `${say(label)}（${short}）` : short;
};

/** Empty values count as not given, as a form sends them; `q` alone may be empty. */
export function readParameters<T>(schema: z.ZodObject & z.ZodType<T>, query: object, say: Say): Parsed<T> {
  const given: Record<string, string> = {};
  const fail = (key: WebKey, name: string, choices = ''): Parsed<T> => ({
    given,
    error: new AppError('INVALID_REQUEST', { why: say(key, { field: fieldName(name, say), choices }) }),
  });
  let failure: Parsed<T> | undefined;
  for (const [name, value] of Object.entries(query)) {
    if (!Object.hasOwn(schema.shape, name)) failure ??= fail('wrongUnknown', name);
    else if (typeof value !== 'string') failure ??= fail('wrongRepeated', name);
    else if (value.trim() !== '' || name === 'q') given[name] = value;
  }
  if (failure) return failure;
  const parsed = schema.safeParse(given);
  if (parsed.success) return { given, value: parsed.data };
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? '');
  const choices = issue?.code === 'invalid_value' ? issue.values.join('、') : '';
  return fail(wrong.get(name) ?? 'wrong_word', name, choices);
}
