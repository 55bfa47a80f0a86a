// OCR for one draft: processes of its own, which end with it, so that nothing of it stays in their memory; and no page is
// waited for once the time is up.
import type { Settings } from '../../config/settings.js';
import { AppError } from '../../services/domain/errors.js';
import { createFewAtOnce } from '../../services/process/few-at-once.js';
import type { Ocr } from './read-scans.js';
import { createRecognizer, type Recognizer } from './recognizer.js';

export interface DraftOcr {
  readonly ocr: Ocr;
  /** Ends the processes, pages that are being read included. */
  close(): Promise<void>;
}

interface DraftOcrOptions {
  goesOn(): boolean;
  readonly onPage: NonNullable<Ocr['onPage']>;
}

const LOOK_MS = 100;

/** null where OCR is switched off. The processes start with the first page. */
export function draftOcr(settings: Settings, { goesOn, onPage }: DraftOcrOptions): DraftOcr | null {
  if (!settings.YANJU_OCR) return null;
  const [processes, timeoutS] = [settings.YANJU_OCR_PROCESSES, settings.YANJU_OCR_TIMEOUT_S];
  const recognizer = createRecognizer({ processes, timeoutS, memoryMb: settings.YANJU_OCR_MEMORY_MB });
  const fewAtOnce = createFewAtOnce(processes);
  const inTime: Recognizer = {
    ...recognizer,
    recognise: (task) => fewAtOnce(() => whileItGoesOn(() => recognizer.recognise(task), goesOn)),
  };
  return {
    ocr: { recognizer: inTime, maxPages: settings.YANJU_OCR_MAX_PAGES, timeoutS, onPage },
    close: () => recognizer.close(),
  };
}

/** @throws AppError OCR_FAILED when the time is up before the work is done */
async function whileItGoesOn<Result>(work: () => Promise<Result>, goesOn: () => boolean): Promise<Result> {
  if (!goesOn()) throw new AppError('OCR_FAILED');
  let look: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    look = setInterval(() => {
      if (!goesOn()) reject(new AppError('OCR_FAILED'));
    }, LOOK_MS);
  });
  const working = work();
  working.catch(() => undefined); // what ends after its time, or is ended, is awaited by nobody
  try {
    return await Promise.race([working, end]);
  } finally {
    clearInterval(look);
  }
}
