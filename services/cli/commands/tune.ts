// yanju tune [FOLDER]: learns a query adapter from questions and answers, says what it gains and loses on questions that
// it has not seen, and writes it as a candidate. Nothing is put into use.
import type { Settings } from '../../../config/settings.js';
import { createArchive } from '../../archive.js';
import { AppError } from '../../domain/errors.js';
import { adapted } from '../../embedding/adapted.js';
import { AdapterName, applied, type Provenance, writeAdapter } from '../../embedding/adapter.js';
import { openAdapterShelf } from '../../embedding/adapter-shelf.js';
import type { Embedder } from '../../embedding/embedder.js';
import { remembering } from '../../embedding/remembering.js';
import { judge } from '../../evaluation/judge.js';
import { readQueries } from '../../evaluation/queries.js';
import { archiveRanker } from '../../evaluation/ranker.js';
import type { Example } from '../../learning/example.js';
import { judgedQuestions } from '../../learning/judged-questions.js';
import { createPassageVectors } from '../../learning/passage-vectors.js';
import { exampleOf } from '../../learning/questions.js';
import { FOLDS, tune as learnAndJudge, verdictOf } from '../../learning/tune.js';
import { type OpenArchive, openArchive } from '../../open-archive.js';
import { today } from '../../today.js';
import type { Context } from '../context.js';
import { gainRows } from '../gain-rows.js';
import { ingestFolder } from '../ingest-folder.js';
import { progressBar, table } from '../terminal.js';

export interface TuneOptions {
  readonly name?: string;
  readonly answersApart?: boolean;
  readonly json?: boolean;
}

/** Two a fold. */
const LEAST_EXAMPLES = 10;
/** Passages that negatives are drawn from. */
const POOL = 5_000;
const SEED = 1;

export async function tune(folder: string | undefined, options: TuneOptions, context: Context): Promise<number> {
  const { settings: given, logger, say } = context;
  const queries = folder === undefined ? null : readQueries(folder);
  if (options.name !== undefined && !AdapterName.safeParse(options.name).success) {
    throw new AppError('INVALID_REQUEST', { why: `--name ${options.name}` });
  }
  const settings = folder === undefined ? given : (await ingestFolder(folder, options.json === true, context)).settings;
  const open = openArchive(settings, logger, () => null);
  try {
    if (!open.embedder) throw new AppError('MODEL_MISSING', { dir: settings.YANJU_MODEL_DIR });
    const embedder = remembering(open.embedder);
    const judged = queries ? { queries, refused: new Map<string, number[]>() } : judgedQuestions(open.catalogue);
    const vectors = createPassageVectors(open.catalogue, embedder.fingerprint);
    const documentOf = (file: string): string | null => open.catalogue.ledger.get(file)?.documentId ?? null;
    const source = { catalogue: open.catalogue, engine: open.engine, embedder, vectors, documentOf };
    const examples: Example[] = [];
    for (const query of judged.queries) {
      const example = await exampleOf(query, { ...source, refused: judged.refused });
      if (example) examples.push(example);
    }
    if (examples.length < LEAST_EXAMPLES) {
      throw new AppError('TOO_FEW_EXAMPLES', { have: examples.length, want: LEAST_EXAMPLES });
    }

    const bar = progressBar(say('learning'), options.json);
    let started = false;
    const answer = judging(open, settings, embedder);
    const { learnt, gains } = await learnAndJudge({
      queries: judged.queries,
      examples,
      pool: vectors.sample(POOL, SEED),
      answersApart: options.answersApart ?? false,
      judge: (query, mode, matrix) => judge(query, archiveRanker(answer(matrix), mode), documentOf),
      progress(done, total) {
        if (!started) bar.start(total);
        started = true;
        bar.update(done);
      },
    });
    bar.stop();

    const made = today();
    const provenance: Provenance = {
      made,
      source: folder ?? 'judgements',
      questions: examples.length,
      pairs: examples.reduce((sum, { positives }) => sum + positives.length, 0),
      blend: learnt.share,
      gains: [...gains],
    };
    const place = learnt.share > 0 ? openAdapterShelf(given.YANJU_DATA_DIR).place(options.name ?? made) : null;
    if (place) {
      writeAdapter(place.path, { fingerprint: embedder.fingerprint, matrix: learnt.matrix, provenance });
    }
    if (options.json) {
      const told = gains.map((gain) => ({ ...gain, verdict: verdictOf(gain) }));
      console.log(JSON.stringify({ name: place?.name ?? null, ...provenance, folds: FOLDS, gains: told }));
      return 0;
    }
    const { questions, pairs } = provenance;
    console.log(say('learntFrom', { questions, pairs, left: judged.queries.length - questions }));
    console.log(`${say(options.answersApart ? 'foldsApartTold' : 'foldsTold', { folds: FOLDS })}\n`);
    console.log(table(gainRows(gains, say)));
    console.log(`\n${place ? say('candidate', { name: place.name }) : say('nothingLearnt')}`);
    return 0;
  } finally {
    await open.close();
  }
}

/** The archive as it answers with a matrix before the model's query vectors, or without one. */
function judging({ catalogue, engine }: OpenArchive, settings: Settings, embedder: Embedder) {
  let matrix: Float32Array | null = null;
  const archive = createArchive({
    settings,
    catalogue,
    engine,
    embedder: adapted(
      embedder,
      () => matrix && { name: '', problem: null, adapter: { adapt: (vector) => applied(matrix ?? vector, vector) } },
    ),
  });
  return (next: Float32Array | null) => {
    matrix = next;
    return archive;
  };
}
