// The sentence marked as the answer, and the verdict whether there is one: what each is worth, set by set.
import type { Archive } from '../../services/domain/archive.js';
import { SearchRequest } from '../../services/domain/query.js';
import type { Answer } from '../../services/domain/result.js';
import { judgeAnswer } from '../../services/evaluation/judge-answer.js';
import type { DocumentQuery } from '../../services/evaluation/queries.js';

/** Sentences marked in passages that were found and are longer than two sentences. */
export interface Marked {
  readonly group: string;
  readonly questions: number;
  readonly judged: number;
  readonly right: number;
}

export async function judgeMarked(group: string, queries: readonly DocumentQuery[], archive: Archive): Promise<Marked> {
  const right: boolean[] = [];
  for (const query of queries) {
    const judged = await judgeAnswer(query, archive);
    if (judged !== null) right.push(judged);
  }
  return { group, questions: queries.length, judged: right.length, right: right.filter(Boolean).length };
}

/** Questions of one group with what the product says about an answer to each; null: nothing said. */
export interface Verdicts {
  readonly group: string;
  readonly answerable: boolean;
  readonly answers: readonly (Answer | null)[];
}

export async function askAll(
  group: string,
  answerable: boolean,
  questions: readonly { readonly query: string }[],
  archive: Archive,
): Promise<Verdicts> {
  const answers: (Answer | null)[] = [];
  for (const { query } of questions) {
    answers.push((await archive.search(SearchRequest.parse({ q: query, size: 1 }))).answer);
  }
  return { group, answerable, answers };
}

/** The share of pairs in which the answerable question has the greater value (area under the ROC curve). */
export function areaUnder(answerable: readonly number[], unanswerable: readonly number[]): number {
  let wins = 0;
  for (const yes of answerable) for (const no of unanswerable) wins += yes > no ? 1 : yes === no ? 0.5 : 0;
  return wins / (answerable.length * unanswerable.length);
}

const table = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .flatMap((row, i) => (i === 1 ? [row.map(() => '---'), row] : [row]))
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

export const markedTable = (marked: readonly Marked[]): string =>
  table([
    ['questions', 'asked', 'found, longer than two sentences', 'right'],
    ...marked.map(({ group, questions, judged, right }) => [
      group,
      questions,
      judged,
      judged === 0 ? '–' : `${right} (${((100 * right) / judged).toFixed(0)} %)`,
    ]),
  ]);

export const verdictTable = (verdicts: readonly Verdicts[]): string =>
  table([
    ['questions', 'answer', 'asked', 'not judged', 'none', 'near', 'answered'],
    ...verdicts.map(({ group, answerable, answers }) => [
      group,
      answerable ? 'there' : 'not there',
      answers.length,
      answers.filter((answer) => answer === null).length,
      ...(['none', 'near', 'answered'] as const).map((of) => answers.filter((answer) => answer?.verdict === of).length),
    ]),
  ]);
