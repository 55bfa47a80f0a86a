// How far two engines give the same answers to the same questions.
import { SearchResponse } from '../../services/domain/result.js';

const BEST = 10;

/** A line for each mode; both maps: question → answer as JSON. */
export function parity(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return ['keyword', 'semantic', 'hybrid'].map((mode) => {
    const pairs = [...one]
      .filter(([key]) => key.startsWith(`${mode} `))
      .map(([key, answer]) => [read(answer), read(other.get(key) ?? '')] as const);
    const share = (of: (a: Read, b: Read) => number): string =>
      (pairs.reduce((sum, [a, b]) => sum + of(a, b), 0) / pairs.length).toFixed(3);
    return `${mode}, ${pairs.length} queries: same first hit ${share((a, b) => Number(a.best[0] === b.best[0]))}, common to both best ${BEST} ${share(common)}, same total ${share((a, b) => Number(a.total === b.total))}`;
  });
}

interface Read {
  readonly total: number;
  readonly best: readonly number[];
}
function read(answer: string): Read {
  const { total, hits } = SearchResponse.omit({ took: true }).parse(JSON.parse(answer));
  return { total, best: hits.slice(0, BEST).map(({ passage }) => passage.id) };
}

function common(a: Read, b: Read): number {
  const most = Math.max(a.best.length, b.best.length);
  return most === 0 ? 1 : a.best.filter((id) => b.best.includes(id)).length / most;
}
