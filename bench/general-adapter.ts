// node dist/bench/general-adapter.js TRAIN_FOLDER OUT.adapter.json
// Fits an adapter on questions and passages that belong to no archive (a folder with passages.jsonl and queries.jsonl),
// by the product's own fit. What it gives on archives: yanju evaluate FOLDER --adapter NAME. Evidence: docs/ranking.md.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Converter } from 'opencc-js';
import { z } from 'zod';
import { readSettings } from '../config/settings.js';
import { progressBar } from '../services/cli/terminal.js';
import { writeAdapter } from '../services/embedding/adapter.js';
import { createEmbedder } from '../services/embedding/transformers.js';
import type { Example } from '../services/learning/example.js';
import { fitAdapter } from '../services/learning/fit-adapter.js';
import { FIT } from '../services/learning/learn.js';
import { blended, meanOf } from '../services/learning/matrix.js';

const [folder = '', out = ''] = process.argv.slice(2);
/** Many pairs want smaller steps and fewer rounds; chosen by fitting on the wiki sets and judging on dureader. */
const OPTIONS = { ...FIT, rate: 5e-5, batch: 64, epochs: 2 };
const SEEDS = 2;
const SHARE = 0.5;

const lines = <T>(name: string, schema: z.ZodType<T>): T[] =>
  readFileSync(join(resolve(folder), name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));
/** DRCD is in traditional characters, archives mostly are not. */
const simplified = Converter({ from: 'tw', to: 'cn' });

const passages = lines('passages.jsonl', z.object({ id: z.string(), text: z.string() }));
const questions = lines('queries.jsonl', z.object({ id: z.string(), query: z.string(), gold: z.array(z.string()) }));
const settings = readSettings();
const embedder = createEmbedder({ modelDir: settings.YANJU_MODEL_DIR, processes: settings.YANJU_EMBED_PROCESSES });
const bar = progressBar('embedding');
bar.start(passages.length + questions.length);
let done = 0;
const embedAll = (texts: readonly string[], kind: 'passage' | 'query'): Promise<Float32Array[]> =>
  Promise.all(
    texts.map(async (text) => {
      const [vector] = await embedder.embed([simplified(text)], kind);
      bar.update(++done);
      return vector!; // one text, one vector
    }),
  );
const pool = await embedAll(
  passages.map(({ text }) => text),
  'passage',
);
const asked = await embedAll(
  questions.map(({ query }) => query),
  'query',
);
bar.stop();
const vectorOf = new Map(passages.map(({ id }, i) => [id, pool[i]!]));
const examples = questions.map(
  ({ id, gold }, i): Example => ({
    id,
    query: asked[i]!, // as long as questions
    positives: gold.flatMap((passage) => vectorOf.get(passage) ?? []).map((vector) => [vector]),
    negatives: [],
  }),
);
const matrices = Array.from({ length: SEEDS }, (_, seed) =>
  fitAdapter(
    { examples, pool, onEpoch: (epoch, loss) => console.log(`seed ${seed} epoch ${epoch} loss ${loss.toFixed(3)}`) },
    { ...OPTIONS, seed: seed + 1 },
  ),
);
writeAdapter(resolve(out), {
  fingerprint: embedder.fingerprint,
  matrix: blended(meanOf(matrices), SHARE),
  provenance: {
    made: new Date().toISOString().slice(0, 10),
    source: 'cmrc2018 (CC BY-SA 4.0), drcd (CC BY-SA 3.0), dureader-demo (Apache-2.0)',
    questions: examples.length,
    pairs: examples.reduce((sum, { positives }) => sum + positives.length, 0),
    blend: SHARE,
    gains: [],
  },
});
await embedder.close();
process.exit(0);
