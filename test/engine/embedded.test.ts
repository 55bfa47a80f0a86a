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
  const openOne = (): Engine => {
    const engine = createEmbeddedEngine({ path: join(folder, 'engine.db'), dimension });
    opened.push(engine);
    return engine;
  };
  return {
    engine: openOne(),
    again: async () => openOne(),
    close: async () => {
      for (const engine of opened) await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
