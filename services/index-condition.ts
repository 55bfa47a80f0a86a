// How the index in use stands, for health, `yanju status` and `yanju doctor`. Changes nothing.
import type { Catalogue } from './catalogue/open.js';
import { asAppError } from './domain/errors.js';
import type { IndexCondition } from './domain/index-condition.js';
import type { Engine } from './engine/engine.js';
import type { EngineInUse } from './engine/in-use.js';
import { mayAnswer } from './open-engine.js';

export interface ConditionDeps {
  readonly catalogue: Catalogue;
  readonly engine: Engine | EngineInUse;
  /** of the model that is set; null without a usable one */
  readonly fingerprint: string | null;
}

const REBUILD = 'yanju reindex';

export async function indexCondition({ catalogue, engine, fingerprint }: ConditionDeps): Promise<IndexCondition> {
  const mended = { why: null, command: null };
  let identity: string;
  try {
    identity = await identityOf(engine);
  } catch (cause) {
    return { state: 'down', lacking: null, why: asAppError(cause, 'ENGINE_UNAVAILABLE').message, command: null };
  }
  const { lacking } = catalogue.indexes.lacking(identity);
  if (!mayAnswer(catalogue, identity)) return { ...mended, state: 'filling', lacking };
  const archived = catalogue.fingerprint();
  const indexed = catalogue.indexes.get(identity)?.fingerprint ?? archived;
  const other = [fingerprint, indexed].find((one) => one !== null && archived !== null && one !== archived);
  if (other !== undefined) {
    return { state: 'model', lacking, why: `${archived} ≠ ${other}`, command: REBUILD };
  }
  const problem = 'problem' in engine ? engine.problem() : null;
  if (problem) return { state: 'waiting', lacking, why: problem.message, command: null };
  const wrong = lacking === 0 ? await miscounted(catalogue, engine) : null;
  if (wrong) return { state: 'count', lacking, why: wrong, command: REBUILD };
  return { ...mended, state: 'ready', lacking };
}

/** Said only of an archive that stands still meanwhile: what is just coming in is counted here and not yet there. */
async function miscounted(catalogue: Catalogue, engine: Engine): Promise<string | null> {
  const revision = catalogue.revision();
  const { passages } = catalogue.documents.counts();
  const held = await engine.size().catch(() => passages); // out of reach by now: not miscounted
  return held === passages || revision !== catalogue.revision() ? null : `${held} ≠ ${passages}`;
}

/** As an answer gives it: `identity` would make an index where there is none. */
async function identityOf(engine: Engine | EngineInUse): Promise<string> {
  const ask = (one: Engine) => one.query({ filter: {}, depth: 1, vectorMatches: 0 });
  const { identity = '' } = await ('hold' in engine ? engine.hold(ask) : ask(engine));
  return identity;
}
