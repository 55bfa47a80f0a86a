// The figures as Markdown tables: what each system reaches, and how this product's hybrid differs from it.
import { means } from '../../services/evaluation/evaluate.js';
import { type Against, isWorse, MEASURE } from './compare.js';
import { type Result, WORDING } from './judge-set.js';

export interface Report {
  readonly results: readonly Result[];
  readonly systems: readonly string[];
  readonly skipped: readonly string[];
  /** one list a hybrid */
  readonly comparisons: readonly (readonly Against[])[];
  readonly bestLegs: readonly (readonly Against[])[];
}

const SHOWN = ['nDCG@10', 'MRR@10', 'passage@5', 'recall@100'];
const NO_SERVER = 'skipped: MEILI_URL is not set';

export function report({ results, systems, skipped, comparisons, bestLegs }: Report): string {
  const sets = [...new Set(results.map(({ set }) => set))].filter((set) => set !== '');
  return [
    ...sets.flatMap((set) => [
      `## ${set}`,
      figures(
        results.filter((of) => of.set === set),
        systems,
        skipped,
      ),
    ]),
    '## Differences',
    `${MEASURE} of the hybrid less the other system's, with the 95 % interval of a paired bootstrap over the queries (10,000 resamples). Bold: the interval leaves zero out. “all” takes the queries of every set together.`,
    ...comparisons.filter((of) => of.length > 0).map(differences),
    '## On no kind significantly below its best leg',
    ...bestLegs.filter((of) => of.length > 0).map(checks),
  ].join('\n\n');
}

function figures(results: readonly Result[], systems: readonly string[], skipped: readonly string[]): string {
  const of = (kind: string, system: string) => results.find((r) => r.kind === kind && r.system === system);
  const columns = [...new Set(results.map(({ kind }) => kind))].flatMap((kind) => {
    const first = results.find((result) => result.kind === kind);
    const measures = Object.keys(first?.judged.find((judged) => MEASURE in judged) ?? {});
    const shown = SHOWN.filter((measure) => results.some((r) => r.kind === kind && r.judged.some((j) => measure in j)));
    return (measures.length > 0 ? shown : []).map((measure) => ({ kind, measure, queries: first?.ids.length ?? 0 }));
  });
  const rows = systems.map((system) =>
    skipped.includes(system)
      ? [system, NO_SERVER, ...columns.slice(1).map(() => '')]
      : [system, ...columns.map(({ kind, measure }) => fixed(means(of(kind, system)?.judged ?? [])[measure]))],
  );
  const head = ['', ...columns.map(({ kind, measure, queries }) => `${kind} (${queries}) ${measure}`)];
  const wording = results.find(({ system }) => system === WORDING)?.judged ?? [];
  const right = wording.filter((judged) => judged.right === 1).length;
  return [
    markdown([head, ...rows]),
    ...(wording.length > 0 ? [`\`wording\` returns exactly the right documents: ${right} of ${wording.length}.`] : []),
  ].join('\n\n');
}

function differences(comparisons: readonly Against[]): string {
  const kinds = [...new Set(comparisons.map(title))];
  const peers = [...new Set(comparisons.map(({ peer }) => peer))];
  const cell = (peer: string, kind: string): string => {
    const found = comparisons.find((of) => of.peer === peer && title(of) === kind);
    if (!found) return '';
    const text = interval(found);
    return found.significant ? `**${text}**` : text;
  };
  return markdown([
    [`${comparisons[0]?.hybrid} less …`, ...kinds],
    ...peers.map((peer) => [peer, ...kinds.map((kind) => cell(peer, kind))]),
  ]);
}

function checks(comparisons: readonly Against[]): string {
  const failed = comparisons.filter(isWorse);
  return [
    `**${comparisons[0]?.hybrid}: ${failed.length === 0 ? 'holds' : `does not hold (${failed.map(title).join(', ')})`}**`,
    ...comparisons.map((of) => `- ${title(of)}: ${interval(of)} against ${of.peer}${isWorse(of) ? ', worse' : ''}`),
  ].join('\n');
}

const title = ({ set, kind, queries }: Against): string => `${set || 'all'}: ${kind} (${queries})`;
const fixed = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3));
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
const interval = ({ difference, low, high }: Against): string =>
  `${signed(difference)} [${signed(low)}, ${signed(high)}]`;

const markdown = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
