// Makes previews in a child process with limits on time, memory and size; a few pictures stay at hand.
import { statSync } from 'node:fs';
import { builtModule } from '../../config/root.js';
import type { Settings } from '../../config/settings.js';
import { AppError } from '../../services/domain/errors.js';
import { type PagePicture, type Previewer, type PreviewTask, previewKindOf } from '../../services/domain/preview.js';
import { createChildPool } from '../../services/process/child-pool.js';
import { keptWithin } from './kept-within.js';
import type { MarkupResult, PageResult } from './preview-process.js';

/** Changes when previews come out otherwise: browsers then ask anew. */
const recipe = 1;
/** pdf.js leaks a little; the process is replaced after so many. */
const TASKS_PER_PROCESS = 100;
/** Readers that wait for a preview at once; more are asked to come again. */
const MOST_WAITING = 24;
const KEPT_BYTES = 32 * 1024 * 1024;
const MOST_MARKUP_BYTES = 24 * 1024 * 1024;

export type PreviewSettings = Pick<
  Settings,
  'YANJU_PREVIEW_TIMEOUT_S' | 'YANJU_PREVIEW_MEMORY_MB' | 'YANJU_PREVIEW_MAX_MB'
>;

export function createPreviewer(settings: PreviewSettings): Previewer {
  const pool = createChildPool({
    module: builtModule('ingest/preview/preview-process.js'),
    processes: 1,
    timeoutMs: settings.YANJU_PREVIEW_TIMEOUT_S * 1000,
    memoryMb: settings.YANJU_PREVIEW_MEMORY_MB,
    tasksPerChild: TASKS_PER_PROCESS,
    failure: (_kind, cause) => new AppError('PREVIEW_FAILED', {}, { cause }),
  });
  const pictures = keptWithin<PagePicture>(KEPT_BYTES, ({ bytes }) => bytes.byteLength);
  /** The same preview asked for twice at once is made once. */
  const making = new Map<string, Promise<unknown>>();

  async function make<T extends object>(name: string, method: 'markup' | 'page', task: object): Promise<T> {
    const running = making.get(name);
    if (running) return running as Promise<T>; // of the same name, so of the same method
    if (making.size >= MOST_WAITING) throw new AppError('PREVIEW_BUSY');
    const work = pool
      .run<T | { why: string }>(method, task)
      .then((result) => {
        if ('why' in result) throw new AppError('PREVIEW_FAILED', {}, { cause: result.why });
        return result;
      })
      .finally(() => making.delete(name));
    making.set(name, work);
    return work;
  }
  const admit = ({ path, format }: PreviewTask, kind: 'markup' | 'pages'): void => {
    if (previewKindOf(format) !== kind) throw new AppError('PREVIEW_UNAVAILABLE', { format });
    if (statSync(path).size > settings.YANJU_PREVIEW_MAX_MB * 1024 * 1024) throw new AppError('PREVIEW_FAILED');
  };

  return {
    async markup(task) {
      admit(task, 'markup');
      const name = `${task.contentHash.slice(0, 24)}-${recipe}`;
      const { path, format } = task;
      const made = await make<Exclude<MarkupResult, { why: string }>>(name, 'markup', {
        path,
        format,
        mostBytes: MOST_MARKUP_BYTES,
      });
      return { name, markup: made.markup };
    },
    async page(task) {
      admit(task, 'pages');
      const { path, format, page } = task;
      const name = `${task.contentHash.slice(0, 24)}-${page}-${recipe}`;
      const known = pictures.get(name);
      if (known) return known;
      const { bytes } = await make<Exclude<PageResult, { why: string }>>(name, 'page', { path, format, page });
      const picture: PagePicture = { name, type: 'image/webp', bytes };
      pictures.set(name, picture);
      return picture;
    },
    close: () => pool.close(),
  };
}
