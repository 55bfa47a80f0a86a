// yanju adapter list, use NAME, undo: which query adapters there are, and which is in use. A server takes it up at once.

import { AppError } from '../../domain/errors.js';
import { type AdapterShelf, openAdapterShelf } from '../../embedding/adapter-shelf.js';
import { readModel } from '../../embedding/model.js';
import type { Context } from '../context.js';
import { gainRows } from '../gain-rows.js';
import { table } from '../terminal.js';

/** Said in place of a name, to use none. */
export const NO_ADAPTER = 'none';

export async function adapterList(options: { json?: boolean }, { settings, say }: Context): Promise<number> {
  const shelf = openAdapterShelf(settings.YANJU_DATA_DIR);
  const { fingerprint } = readModel(settings.YANJU_MODEL_DIR);
  const used = shelf.inUse();
  const listed = shelf.names().map((name) => ({ name, ...described(shelf, name) }));
  if (options.json) {
    console.log(JSON.stringify({ inUse: used, adapters: listed }, null, 2));
    return 0;
  }
  if (used === null) console.log(say('adapterNone'));
  for (const { name, adapter, problem } of listed) {
    const notes = [
      name === used ? say('inUse') : null,
      problem ?? (adapter?.fingerprint === fingerprint ? null : say('adapterUnfit')),
    ].filter((note) => note !== null);
    console.log(`${name}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`);
    if (!adapter) continue;
    const { made, source, questions, pairs, gains } = adapter.provenance;
    console.log(`  ${made}  ${source}  ${questions} / ${pairs}  ${adapter.fingerprint}`);
    if (gains.length > 0) console.log(table(gainRows(gains, say)).replace(/^/gm, '  '));
  }
  return 0;
}

/** Name, origin and figures; what is wrong with a file that cannot be read. */
function described(shelf: AdapterShelf, name: string) {
  try {
    const { fingerprint, dimension, provenance } = shelf.read(name);
    return { adapter: { fingerprint, dimension, provenance }, problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { adapter: null, problem: error.code };
  }
}

export async function adapterUse(name: string, { settings, say }: Context): Promise<number> {
  const shelf = openAdapterShelf(settings.YANJU_DATA_DIR);
  const { fingerprint, use } = readModel(settings.YANJU_MODEL_DIR);
  shelf.use(name === NO_ADAPTER ? null : name, { fingerprint, dimension: use.dimension });
  console.log(say('adapterNow', { name: shelf.inUse() ?? NO_ADAPTER }));
  return 0;
}

export async function adapterUndo({ settings, say }: Context): Promise<number> {
  console.log(say('adapterNow', { name: openAdapterShelf(settings.YANJU_DATA_DIR).undo() ?? NO_ADAPTER }));
  return 0;
}
