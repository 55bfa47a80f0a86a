// What the drafting desk's form sends: the draft, pasted or as a file, its scope, and what the reader decided before.
// Everything is read into memory within limits; nothing of it is kept.
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { z } from 'zod';
import type { Settings } from '../config/settings.js';
import { CheckScope, DraftReading, type GivenDraft } from '../services/domain/check.js';
import { AppError } from '../services/domain/errors.js';
import { jsonText } from '../services/domain/json-text.js';
import type { Say } from '../services/domain/messages/web.js';

export type DraftSettings = Pick<Settings, 'YANJU_MAX_DRAFT_CHARS' | 'YANJU_MAX_FILE_MB'>;

const key = z.string().regex(/^[0-9a-f]{1,64}(?:\.\d{1,4})?$/);
/** A finding that was dismissed, and why. */
export const Dismissed = z.object({ key, reason: z.string().max(500) });
export type Dismissed = z.infer<typeof Dismissed>;
/** A finding of the check before. */
export const Earlier = z.object({ key, kind: z.string().max(20), draft: z.string().max(300) });
export type Earlier = z.infer<typeof Earlier>;

/** What is known of the file that the text came from: it is not seen in the text. */
export const CarriedReading = DraftReading.pick({ title: true, ocr: true, unread: true });
export type CarriedReading = z.infer<typeof CarriedReading>;
const list = <T extends z.ZodType>(item: T) => jsonText(z.array(item).max(2_000), 400_000).prefault('[]');
const year = z.coerce.number().int().min(1000).max(9999).optional();
const commaList = z
  .string()
  .max(4_000)
  .transform((text) => text.split(/[,，、\s]+/u).filter(Boolean))
  .optional();
const Fields = z.object({
  region: z.string().trim().max(200).optional(),
  yearFrom: year,
  yearTo: year,
  types: commaList,
  onlyInForce: z.literal('true').optional(),
  leaveOut: commaList,
  dismissed: list(Dismissed),
  earlier: list(Earlier),
  reading: jsonText(CarriedReading, 100_000).optional(),
  /** key of a finding whose button was pressed */
  dismiss: key.optional(),
  restore: key.optional(),
  lang: z.enum(['zh', 'en']).optional(),
});

export interface DraftForm {
  readonly draft: GivenDraft;
  readonly scope: CheckScope;
  readonly dismissed: readonly Dismissed[];
  readonly earlier: readonly Earlier[];
  /** of the file that the text was read from, by the check before */
  readonly reading: CarriedReading | undefined;
  /** the form as it was sent, without the draft, to be shown again */
  readonly given: Readonly<Record<string, string>>;
}

const REASON = 'reason.';
const MB = 1024 ** 2;
/** What the lists of findings and reasons, and the parts' own headers, take at most. */
const BESIDE_MB = 4;

/**
 * The fields of the body, and the file where one was chosen. A body that does not say how long it is counts as too long:
 * the limits of single fields leave room for far more than memory holds.
 * @throws AppError PAYLOAD_TOO_LARGE, FILE_TOO_LARGE, INVALID_REQUEST
 */
export async function readBody(request: Request, response: Response, settings: DraftSettings, say: Say): Promise<void> {
  const longestText = Math.max(MB, settings.YANJU_MAX_DRAFT_CHARS * 6);
  const limit = settings.YANJU_MAX_FILE_MB + Math.ceil(longestText / MB) + BESIDE_MB;
  if (Number(request.get('content-length') ?? Number.POSITIVE_INFINITY) > limit * MB) {
    throw new AppError('PAYLOAD_TOO_LARGE', { limit: `${limit} MB` });
  }
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: {
      fileSize: settings.YANJU_MAX_FILE_MB * MB,
      files: 1,
      fields: 2_100,
      fieldNameSize: 100,
      fieldSize: longestText,
      headerPairs: 20,
    },
    defParamCharset: 'utf8',
  }).single('file');
  return new Promise((resolve, reject) => {
    receive(request, response, (error: unknown) => {
      if (!error) resolve();
      else if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
        reject(new AppError('FILE_TOO_LARGE', { limit: settings.YANJU_MAX_FILE_MB }));
      else reject(new AppError('INVALID_REQUEST', { why: say('checkWrongForm') }, { cause: error }));
    });
  });
}

/** @throws AppError INVALID_REQUEST */
export function readForm(request: Request, say: Say): DraftForm {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>; // multer: strings, or arrays where repeated
  const wrong = (why: string): AppError => new AppError('INVALID_REQUEST', { why });
  const given: Record<string, string> = {};
  const reasons = new Map<string, string>();
  let text = '';
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') throw wrong(say('checkWrongForm'));
    if (name === 'text') text = value.replaceAll('\r\n', '\n');
    else if (name.startsWith(REASON)) reasons.set(name.slice(REASON.length), value.trim().slice(0, 500));
    else if (!Object.hasOwn(Fields.shape, name)) throw wrong(say('wrongUnknown', { field: name.slice(0, 40) }));
    else if (value.trim() !== '') given[name] = value;
  }
  const parsed = Fields.safeParse(given);
  if (!parsed.success)
    throw wrong(
      say(String(parsed.error.issues[0]?.path[0]).startsWith('year') ? 'wrong_year' : 'checkWrongForm', { field: '' }),
    );
  const { dismiss, restore, dismissed, earlier, reading, lang: _, ...asked } = parsed.data;
  if (asked.yearFrom !== undefined && asked.yearTo !== undefined && asked.yearFrom > asked.yearTo)
    throw wrong(say('wrongYears'));
  const file = request.file;
  if (!file && text.trim() === '') throw wrong(say('checkNeedsDraft'));
  const kept = dismissed.filter((one) => one.key !== restore && one.key !== dismiss);
  return {
    draft: file ? { kind: 'file', name: file.originalname.slice(0, 255), bytes: file.buffer } : { kind: 'text', text },
    scope: CheckScope.parse({
      ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
      onlyInForce: asked.onlyInForce !== undefined,
    }),
    dismissed: dismiss ? [...kept, { key: dismiss, reason: reasons.get(dismiss) ?? '' }] : kept,
    earlier,
    reading: file ? undefined : reading,
    given,
  };
}
