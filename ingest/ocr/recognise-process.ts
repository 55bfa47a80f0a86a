// A child process that reads pages. The models are loaded once; what a page holds can crash or hang this process only.
import sharp from 'sharp';
import { serve } from '../../services/process/child.js';
import type { RecognisedPage } from '../blocks.js';
import { loadModels, type Models } from './models.js';
import { type PageTask, pagePicture } from './page-picture.js';
import { readPage } from './read-page.js';

/** Errors do not keep their class between processes. */
export type RecogniseResult = { readonly page: RecognisedPage } | { readonly why: string };

// One page at a time, one thread: pages go in parallel over the processes.
sharp.cache(false);
sharp.concurrency(1);
let models: Promise<Models> | null = null;

async function run(task: PageTask): Promise<RecogniseResult> {
  try {
    models ??= loadModels();
    const { picture, scale } = await pagePicture(task);
    const { width, height, lines } = await readPage(picture, await models);
    return {
      page: {
        page: task.page,
        width: width * scale,
        height: height * scale,
        lines: lines.map(({ text, confidence, ...box }) => ({
          text,
          confidence,
          x: box.x * scale,
          y: box.y * scale,
          width: box.width * scale,
          height: box.height * scale,
        })),
      },
    };
  } catch (cause) {
    return { why: cause instanceof Error ? cause.message : String(cause) };
  }
}

serve({ run });
