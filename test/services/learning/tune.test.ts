import fc from 'fast-check';
import { applied } from '../../../services/embedding/adapter.js';
import type { EvaluationQuery } from '../../../services/evaluation/queries.js';
import { foldsOf } from '../../../services/learning/folds.js';
import { FIT, learn } from '../../../services/learning/learn.js';
import { dot, identity } from '../../../services/learning/matrix.js';
import { gainsOf, tune, verdictOf } from '../../../services/learning/tune.js';
import { DIMENSION, world } from './made-up.js';

const { examples, pool } = world(60);
/** A small world wants larger steps, and has fewer passages to be told from. */
const fit = { ...FIT, rate: 0.02, randomNegatives: 100 };
const rankOf = (vector: Float32Array, answer: Float32Array): number =>
  1 + pool.filter((other) => dot(vector, other) > dot(vector, answer)).length;

describe('folds', () => {
  it('keep questions with the same answer together, however they hang together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 3 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 1_000 }),
        (answers, seed) => {
          const questions = answers.map((of, i) => ({ id: `q${i}`, answers: of }));
          const folds = foldsOf(questions, 5, seed);
          expect(folds.size).toBe(questions.length);
          for (const a of questions)
            for (const b of questions)
              if (a.answers.some((answer) => b.answers.includes(answer))) expect(folds.get(a.id)).toBe(folds.get(b.id));
        },
      ),
    );
  });

  it('are about equally large', () => {
    const folds = [
      ...foldsOf(
        examples.map(({ id }) => ({ id, answers: [] })),
        5,
        1,
      ).values(),
    ];
    for (let fold = 0; fold < 5; fold++) expect(folds.filter((one) => one === fold)).toHaveLength(12);
  });
});

describe('learning', () => {
  it('chooses a length and a share by questions held out, and gives the same matrix again', () => {
    const once = learn({ examples, pool, fit, seed: 3 });
    expect(once.share).toBeGreaterThan(0);
    expect(learn({ examples, pool, fit, seed: 3 })).toEqual(once);
  });

  it('leaves the model as it is where there is nothing to choose by', () => {
    expect(learn({ examples: examples.slice(0, 1), pool, fit, seed: 3 })).toMatchObject({
      matrix: identity(DIMENSION),
      share: 0,
    });
  });

  it('leaves the model as it is where answers have nothing to do with questions', () => {
    const noise = examples.map((example, i) => ({ ...example, positives: [[pool[(i * 7) % 300]!]] }));
    const gained = learn({ examples: noise, pool, fit: { ...fit, rate: 2e-4 }, seed: 3 });
    for (const { query } of noise) expect(dot(applied(gained.matrix, query), query)).toBeGreaterThan(0.9);
  });
});

describe('tuning', () => {
  const queries: EvaluationQuery[] = examples.map(({ id }) => ({
    id,
    kind: 'question',
    query: id,
    gold: [{ doc: 'd', text: id }],
  }));
  const other: EvaluationQuery = { id: 'other', kind: 'other', query: 'x', gold: [{ doc: 'd', text: 'x' }] };
  const judged = new Map<string, (Float32Array | null)[]>();
  const judge = async ({ id }: EvaluationQuery, _mode: string, matrix: Float32Array | null) => {
    judged.set(id, [...(judged.get(id) ?? []), matrix]);
    const example = examples.find((one) => one.id === id);
    if (!example) return { MRR: 1 };
    return { MRR: 1 / rankOf(matrix ? applied(matrix, example.query) : example.query, example.positives[0]![0]!) };
  };

  it('tells what is gained on questions that were not seen, by kind', async () => {
    const steps: number[] = [];
    const { gains, learnt } = await tune({
      queries: [...queries, other],
      examples,
      pool,
      fit,
      judge,
      progress: (done, total) => steps.push(done / total),
    });
    const [semantic] = gains.filter(({ kind, mode }) => kind === 'question' && mode === 'semantic');
    expect(semantic).toMatchObject({ queries: 60, measure: 'MRR' });
    expect(semantic && verdictOf(semantic)).toBe('better');
    expect(gains.filter(({ kind }) => kind === 'other').map(verdictOf)).toEqual(['same', 'same']);
    expect(learnt.share).toBeGreaterThan(0);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });

  it('judges each fold by a matrix of its own', () => {
    const matrices = new Set([...judged.values()].flatMap((of) => of.filter((matrix) => matrix !== null)));
    expect(matrices.size).toBe(5);
    for (const of of judged.values()) expect(new Set(of.filter((matrix) => matrix !== null)).size).toBe(1);
  });
});

test('a loss beyond chance is called worse', () => {
  const pairs = Array.from({ length: 20 }, () => ({
    kind: 'k',
    mode: 'hybrid' as const,
    before: { MRR: 1 },
    after: { MRR: 0.5 },
  }));
  expect(gainsOf(pairs).map(verdictOf)).toEqual(['worse']);
});
