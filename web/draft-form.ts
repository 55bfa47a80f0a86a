// What the drafting desk's form sends: the draft and its earlier version, pasted or as files, the scope, and what the report
// before found and the reader decided. Everything is read into memory within limits; nothing of it is kept.
import type { Request, Response } from 'express';
import { z } from 'zod';
import { askedEarlier, draftFiles, given as handed } from '../services/api/endpoints/draft-request.js';
import { type BodySettings, type Multipart, multipartReader } from '../services/api/multipart.js';
import {
  type CheckReport,
  Dismissal,
  DraftReading,
  type EarlierDraft,
  FindingKey,
  type GivenDraft,
} from '../services/domain/check.js';
import { type CheckScope, checkScope, ScopeFields } from '../services/domain/check-scope.js';
import { AppError } from '../services/domain/errors.js';
import { jsonText } from '../services/domain/json-text.js';
import type { Say } from '../services/domain/messages/web.js';
import { sha256 } from '../services/hash.js';

/** A finding that a check before had. */
export const Seen = z.object({ key: FindingKey, kind: z.string().max(20), draft: z.string().max(300) });
export type Seen = z.infer<typeof Seen>;

/** What is known of the file that the text came from: it is not seen in the text. */
export const CarriedReading = DraftReading.pick({ title: true, ocr: true, unread: true });
export type CarriedReading = z.infer<typeof CarriedReading>;

const MB = 1024 ** 2;
/** A docx up to so long travels in the report's form, so that comments can be put into it and its check said again. */
const LONGEST_CARRIED = 2 * MB;
const CARRIED_CHARACTERS = Math.ceil((LONGEST_CARRIED * 4) / 3) + 4;

const list = <T extends z.ZodType>(item: T) => jsonText(z.array(item).max(2_000), 400_000).prefault('[]');
const Fields = z.object({
  ...ScopeFields.shape,
  earlier: z.string().trim().max(500).optional(),
  earlierText: z.string().optional(),
  dismissed: list(Dismissal),
  /** findings of the check before, and of the one before that */
  seen: list(Seen),
  before: list(Seen),
  /** what was checked then */
  checked: z.string().max(64).optional(),
  reading: jsonText(CarriedReading, 100_000).optional(),
  /** the docx that the draft was read from, and what the text was that was read */
  original: z.base64().max(CARRIED_CHARACTERS).optional(),
  originalName: z.string().max(255).optional(),
  originalText: z.string().max(64).optional(),
  /** key of a finding whose button was pressed */
  dismiss: FindingKey.optional(),
  restore: FindingKey.optional(),
});
/** What a form that was wrong carries on when it is shown again. */
export const carriedNames = [
  'dismissed',
  'seen',
  'before',
  'checked',
  'reading',
  'original',
  'originalName',
  'originalText',
] as const;

export interface DraftForm {
  readonly draft: GivenDraft;
  readonly scope: CheckScope;
  readonly earlier: EarlierDraft | undefined;
  readonly dismissed: readonly Dismissal[];
  readonly seen: readonly Seen[];
  readonly before: readonly Seen[];
  readonly checked: string | undefined;
  /** of the file that the text was read from, by the check before */
  readonly reading: CarriedReading | undefined;
  /** the form as it was sent, without the draft, to be shown again */
  readonly given: Readonly<Record<string, string>>;
}

const REASON = 'reason.';
/** What the lists of findings and reasons, and the parts' own headers, take at most. */
const BESIDE = 4 * MB;

/** @throws (the reader) AppError PAYLOAD_TOO_LARGE, FILE_TOO_LARGE, INVALID_REQUEST */
export function draftReader(settings: BodySettings): (request: Request, response: Response) => Promise<Multipart> {
  const twoTexts = 2 * Math.max(MB, settings.YANJU_MAX_DRAFT_CHARS * 6);
  const shape = { files: draftFiles, fields: 2_100, fieldBytes: CARRIED_CHARACTERS };
  return multipartReader({ ...shape, textBytes: twoTexts + CARRIED_CHARACTERS + BESIDE }, settings);
}

/** @throws AppError INVALID_REQUEST */
export function readForm({ files, fields }: Multipart, say: Say): DraftForm {
  const wrong = (why: string): AppError => new AppError('INVALID_REQUEST', { why });
  const given: Record<string, string> = {};
  const reasons = new Map<string, string>();
  let text: string | undefined;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'string') throw wrong(say('checkWrongForm'));
    const lines = value.replaceAll('\r\n', '\n');
    if (lines.trim() === '') continue;
    if (name === 'text') text = lines;
    else if (name.startsWith(REASON)) reasons.set(name.slice(REASON.length), lines.trim().slice(0, 500));
    else if (!Object.hasOwn(Fields.shape, name)) throw wrong(say('wrongUnknown', { field: name.slice(0, 40) }));
    else given[name] = lines;
  }
  const { data, error } = Fields.safeParse(given);
  if (!data)
    throw wrong(
      say(String(error.issues[0]?.path[0]).startsWith('year') ? 'wrong_year' : 'checkWrongForm', { field: '' }),
    );
  const { dismiss, restore, dismissed, seen, before, checked, reading, earlier, earlierText, ...rest } = data;
  const { original, originalName, originalText, ...asked } = rest;
  if (asked.yearFrom !== undefined && asked.yearTo !== undefined && asked.yearFrom > asked.yearTo)
    throw wrong(say('wrongYears'));
  const sent = handed(text, 'file', files);
  if (!sent) throw wrong(say('checkNeedsDraft'));
  const isAsRead = original !== undefined && sent.kind === 'text' && textHash(sent.text) === originalText;
  const kept = dismissed.filter((one) => one.key !== restore && one.key !== dismiss);
  return {
    draft: isAsRead ? { kind: 'file', name: originalName ?? '', bytes: Buffer.from(original, 'base64') } : sent,
    scope: checkScope(asked),
    earlier: askedEarlier({ earlier, earlierText, files }),
    dismissed: dismiss ? [...kept, { key: dismiss, reason: reasons.get(dismiss) ?? '' }] : kept,
    seen,
    before,
    checked,
    reading: sent.kind === 'file' || isAsRead ? undefined : reading,
    given,
  };
}

const textHash = (text: string): string => sha256(text);
const checkedHash = ({ text }: CheckReport, { scope }: DraftForm): string => sha256(JSON.stringify([text, scope]));

/** Findings that this report is compared with: those of the check before, or those that it was compared with where nothing was changed. */
export const earlierFindings = (report: CheckReport, form: DraftForm): readonly Seen[] =>
  checkedHash(report, form) === form.checked ? form.before : form.seen;

/** What the report's form carries to the next check, beside what the reader sees in it. */
export function carriedBy(report: CheckReport, form: DraftForm): Readonly<Record<string, string>> {
  const { draft } = form;
  const isCarried = draft.kind === 'file' && /\.docx$/iu.test(draft.name) && draft.bytes.length <= LONGEST_CARRIED;
  const seen: Seen[] = report.findings.map(({ key, kind, draft: words }) => ({
    key,
    kind,
    draft: words.slice(0, 200),
  }));
  return {
    dismissed: JSON.stringify(form.dismissed),
    seen: JSON.stringify(seen.slice(0, 2_000)),
    before: JSON.stringify(earlierFindings(report, form)),
    checked: checkedHash(report, form),
    reading: JSON.stringify(CarriedReading.parse(report.reading)),
    ...(isCarried && {
      original: Buffer.from(draft.bytes).toString('base64'),
      originalName: draft.name,
      originalText: textHash(report.text),
    }),
  };
}
