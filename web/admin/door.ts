// The door to the pages that change the archive: the session's cookie, and what every form has to show.
import type { Request, Response } from 'express';
import type { Settings } from '../../config/settings.js';
import { AppError } from '../../services/domain/errors.js';
import { fromElsewhere } from '../from-elsewhere.js';
import { isFormKey, type Session, type Sessions } from './sessions.js';

const name = 'yanju-admin';
const cookie = new RegExp(`(?:^|;)\\s*${name}=([\\w-]{20,100})\\s*(?:;|$)`);

export type DoorSettings = Pick<Settings, 'YANJU_ADMIN_TOKEN' | 'YANJU_PUBLIC_URL'>;

export interface Door {
  /** null where nobody is signed in; `use`: a page was opened by hand, and the session lasts on */
  session(request: Request, use?: boolean): Session | null;
  /** @throws AppError CHANGES_DISABLED, CROSS_SITE, SIGNED_OUT: before the body is read */
  forChange(request: Request): Session;
  signIn(request: Request, response: Response): void;
  signOut(request: Request, response: Response): void;
  /** @throws AppError CROSS_SITE */
  refuseOthers(request: Request): void;
}

/** @throws AppError FORM_STALE when a form is not of this session */
export function checkFormKey(given: unknown, session: Session): void {
  if (!isFormKey(given, session)) throw new AppError('FORM_STALE');
}

export function createDoor(sessions: Sessions, settings: DoorSettings): Door {
  const secretOf = (request: Request): string | undefined => cookie.exec(request.headers.cookie ?? '')?.[1];
  const attributes = (request: Request) =>
    ({
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: request.secure || (settings.YANJU_PUBLIC_URL?.startsWith('https:') ?? false),
    }) as const;
  const refuseOthers = (request: Request): void => {
    if (fromElsewhere(request, settings.YANJU_PUBLIC_URL)) throw new AppError('CROSS_SITE');
  };
  return {
    session: (request, use = true) =>
      settings.YANJU_ADMIN_TOKEN === undefined ? null : sessions.find(secretOf(request), use),
    forChange(request) {
      if (settings.YANJU_ADMIN_TOKEN === undefined) throw new AppError('CHANGES_DISABLED');
      refuseOthers(request);
      const session = sessions.find(secretOf(request), true);
      if (!session) throw new AppError('SIGNED_OUT');
      return session;
    },
    signIn(request, response) {
      sessions.close(secretOf(request)); // whoever signs in anew gets a session of their own
      response.cookie(name, sessions.open(), attributes(request));
    },
    signOut(request, response) {
      sessions.close(secretOf(request));
      response.clearCookie(name, attributes(request));
    },
    refuseOthers,
  };
}
