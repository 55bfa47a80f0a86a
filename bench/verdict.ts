// npm run bench:verdict -- [--shared DIR] [--sets archive,stard]
// The sentence marked as the answer and the verdict whether there is one, on the shared sets and on our own questions;
// and what the verdict's numbers (services/search/answer/verdict.ts) come to when fitted anew on half a.
import { join, resolve } from 'node:path';
import { createLogger } from '../config/logger.js';
import { projectRoot } from '../config/root.js';
import type { Answer } from '../services/domain/result.js';
import type { DocumentQuery } from '../services/evaluation/queries.js';
import {
  areaUnder,
  askAll,
  judgeMarked,
  type Marked,
  markedTable,
  type Verdicts,
  verdictTable,
} from './quality/answers.js';
import { fitVerdict } from './quality/fit-verdict.js';
import { readQuestions, readUnanswerable } from './quality/questions.js';
import { findSets, openSet } from './quality/sets.js';
import { argument, benchSettings } from './settings.js';

const shared = resolve(argument('shared', process.env.YANJU_SHARED ?? join(projectRoot, '..', 'shared')));
const { settings } = benchSettings(process.env.YANJU_DATA_DIR ?? 'data');
const logger = createLogger(settings, 'bench');
const halves = ['a', 'b'] as const;

const marked: Marked[] = [];
const verdicts: Verdicts[] = [];
for (const set of findSets(shared, argument('sets', '').split(',').filter(Boolean))) {
  const open = await openSet(set, settings, logger);
  const archive = open.embedded;
  const own = set.name === 'archive' ? readQuestions(open.catalogue) : [];
  const of = (half: string) => own.filter((question) => question.half === half);
  const given = open.queries.filter((query) => query.kind === 'semantic' || query.kind === 'layperson');
  const named = open.queries.filter((query) => !given.includes(query));
  const byDocument = given.filter((query): query is DocumentQuery => !('gold' in query));
  const groups = [['dev', byDocument] as const, ...halves.map((half) => [`own, half ${half}`, of(half)] as const)];
  for (const [name, queries] of groups) {
    if (queries.length > 0) marked.push(await judgeMarked(`${set.name}: ${name}`, queries, archive));
  }
  const ask = async (name: string, answerable: boolean, queries: readonly { query: string }[]): Promise<void> => {
    if (queries.length > 0) verdicts.push(await askAll(`${set.name}: ${name}`, answerable, queries, archive));
  };
  await ask('dev', true, given);
  await ask('dev, keywords and wordings', true, named);
  for (const half of halves) {
    const unanswerable = readUnanswerable().filter((one) => one.archive === set.name && one.half === half);
    await ask(`own, half ${half}`, true, of(half));
    for (const sort of new Set(unanswerable.map((one) => one.sort))) {
      await ask(
        `own, half ${half}, ${sort}`,
        false,
        unanswerable.filter((one) => one.sort === sort),
      );
    }
  }
  await open.close();
}

console.log(`${markedTable(marked)}\n\n${verdictTable(verdicts)}\n`);

const answers = (where: RegExp, answerable: boolean): Answer[] =>
  verdicts
    .filter((of) => of.answerable === answerable && where.test(of.group) && !of.group.includes('keywords'))
    .flatMap((of) => of.answers.filter((answer) => answer !== null));
for (const where of [/^archive: own, half a/, /^archive: own, half b/, /^stard/]) {
  const [yes, no] = [answers(where, true), answers(where, false)];
  if (yes.length === 0 || no.length === 0) continue;
  const area = areaUnder(
    yes.map(({ confidence }) => confidence),
    no.map(({ confidence }) => confidence),
  );
  console.log(`area under ROC, ${where.source.slice(1)}: ${area.toFixed(3)}`);
}

const fitted = [true, false].flatMap((answerable) =>
  answers(/^archive: own, half a/, answerable).map((answer) => ({ answer, answerable })),
);
if (fitted.length > 0) {
  const fitOn = (valuesOf: (answer: Answer) => number[]) =>
    fitVerdict(fitted.map(({ answer, answerable }) => ({ values: valuesOf(answer), answerable })));
  console.log(
    'fitted on half a, both legs:',
    JSON.stringify(fitOn(({ cosine, agreement }) => [cosine, agreement ?? 0])),
  );
  console.log('fitted on half a, vectors alone:', JSON.stringify(fitOn(({ cosine }) => [cosine])));
}
process.exit(0);
