// The pages for whoever looks after the archive, behind one door.
import type { Router } from 'express';
import { createDoor } from './door.js';
import { addLedger } from './ledger.js';
import { addManage } from './manage.js';
import { type AdminParts, type BaseParts, createParts } from './parts.js';
import { addRuns } from './runs.js';
import { createSessions } from './sessions.js';
import { addSignIn } from './sign-in.js';
import { addUpload } from './upload.js';

export function addAdmin(router: Router, given: Omit<BaseParts, 'door'>): AdminParts {
  const parts = createParts({ ...given, door: createDoor(createSessions(), given.settings) });
  addSignIn(router, parts);
  addUpload(router, parts);
  addRuns(router, parts);
  addLedger(router, parts);
  addManage(router, parts);
  return parts;
}
