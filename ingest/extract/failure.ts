// The errors that reading a file ends in, made in one place.
import { AppError } from '../../services/domain/errors.js';
import {
  type DamageReason,
  damageReasons,
  inBoth,
  type TypeName,
  typeNames,
} from '../../services/domain/messages/extract.js';

export const damaged = (reason: DamageReason, cause?: unknown): AppError =>
  new AppError('DAMAGED', { why: inBoth(damageReasons[reason]) }, { cause });

/** `type` is a name from the messages, or an extension such as xlsx. */
export const unsupported = (type: TypeName | (string & {})): AppError =>
  new AppError('UNSUPPORTED_TYPE', { type: type in typeNames ? inBoth(typeNames[type as TypeName]) : type });

export const encrypted = (cause?: unknown): AppError => new AppError('ENCRYPTED', {}, { cause });

/** The error itself when it says why, otherwise DAMAGED: a library met something that it does not understand. */
export const asDamaged = (error: unknown): AppError =>
  error instanceof AppError ? error : damaged('structure', error);
