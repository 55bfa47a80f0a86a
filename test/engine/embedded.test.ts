import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedEngine } from '../../services/engine/embedded/engine.js';
import type { Engine } from '../../services/engine/engine.js';
import { describeEngine } from './contract.js';
import { dimension } from './fixtures.js';

describeEngine('embedded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yanju-engine-'));
  const opened: Engine[] = [];
  const openOne = (model = 'a model', of = dimension): Engine => {
    const engine = createEmbeddedEngine({ path: join(folder, 'engine.db'), dimension: of, model });
    opened.push(engine);
    return engine;
  };
  return {
    engine: openOne(),
    again: async () => openOne(),
    withModel: async (model, of) => openOne(model, of),
    close: async () => {
      for (const engine of opened) await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
