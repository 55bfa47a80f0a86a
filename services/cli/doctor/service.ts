// How the service is set up and running: settings, admin token, worker and queue.
import { type Settings, settingsNotKnown } from '../../../config/settings.js';
import type { SayDoctor } from '../../domain/messages/doctor.js';
import { operation } from '../../operation.js';
import { type Check, type Found, withCatalogue } from './check.js';

const LONG_MINUTES = 60;

function checkSettings(say: SayDoctor): Found {
  const told = settingsNotKnown().map(({ name, meant }) =>
    meant === null ? say('settingUnknown', { name }) : say('settingMeant', { name, meant }),
  );
  return told.length > 0 ? { warning: told.join('；') } : say('settingsKnown');
}

/** @throws Error when files wait and nobody takes them */
const checkWorker = (folder: string, say: SayDoctor): Promise<Found> =>
  withCatalogue(folder, (catalogue): Found => {
    const pending = catalogue.queue.pending();
    const { worker, oldestPendingSeconds } = operation(catalogue, null);
    const { alive, secondsAgo } = worker;
    if (!alive && pending === 0) return say('workerNone');
    if (!alive) {
      const last = secondsAgo === null ? say('never') : new Date(Date.now() - secondsAgo * 1000).toISOString();
      throw new Error(say('workerMissing', { pending, last }));
    }
    const minutes = Math.floor((oldestPendingSeconds ?? 0) / 60);
    if (minutes >= LONG_MINUTES) return { warning: say('workerSlow', { minutes }) };
    return say('workerAlive', { seconds: secondsAgo ?? 0, pending });
  });

export const serviceChecks = ({ YANJU_DATA_DIR, YANJU_ADMIN_TOKEN }: Settings, say: SayDoctor): Check[] => [
  { name: 'settings', run: () => checkSettings(say) },
  { name: 'YANJU_ADMIN_TOKEN', run: () => say(YANJU_ADMIN_TOKEN === undefined ? 'tokenNone' : 'tokenSet') },
  { name: 'worker', run: () => checkWorker(YANJU_DATA_DIR, say) },
];
