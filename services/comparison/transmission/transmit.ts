// What a superior text became in a local one that implements it: kept, altered, cut; and what the local one adds. Pure.
import type { Carried, CarriedSentence, Transmission } from '../../domain/comparison.js';
import { atOnce } from '../../process/in-slices.js';
import type { Text } from '../compare-texts.js';
import { differingSteps } from '../describe.js';
import { gramSteps } from '../grams.js';
import { type Unit, unitSteps } from '../units.js';
import { carriedSteps, type Going } from './carried.js';
import { type Clause, clauseSteps } from './sentences.js';

/** Of a sentence's words, weighed, what must be found for it to count as taken over in other words. */
const MIN_COVERED = 0.4;
/** Where less is the same, both sentences are shown whole: marks would be confetti. */
const MIN_MARKED = 0.55;
/** Longer texts are looked at up to so many sentences. */
const MAX_CLAUSES = 20_000;

export type TextTransmission = Pick<Transmission, 'units' | 'added' | 'shares' | 'sentences' | 'truncated'>;

export const transmit = (superior: Text, local: Text): TextTransmission => atOnce(transmitSteps(superior, local));

/** Whoever runs it may rest between two steps. */
export function* transmitSteps(superior: Text, local: Text): Generator<void, TextTransmission> {
  const allAbove = yield* clauseSteps(yield* unitSteps(superior.text, superior.outline));
  const allBelow = yield* clauseSteps(yield* unitSteps(local.text, local.outline));
  const [above, below] = [allAbove.slice(0, MAX_CLAUSES), allBelow.slice(0, MAX_CLAUSES)];
  const grams = yield* gramSteps(above, below);
  const goings = yield* carriedSteps(above, below, grams);
  const taken = new Set(goings.filter((going) => fateOf(going) !== 'cut').flatMap(({ to }) => to));
  const added = (yield* carriedSteps(below, above, grams))
    .filter((going) => !going.verbatim && going.covered < MIN_COVERED && !taken.has(going.clause))
    .map(({ clause }) => clause);
  const sentences: CarriedSentence[] = [];
  for (const going of goings) {
    sentences.push(yield* fateSteps(going));
    yield;
  }
  const of = (fate: Carried): CarriedSentence[] => sentences.filter((sentence) => sentence.fate === fate);
  return {
    units: byUnit(goings).map(({ unit, from, to }) => {
      const own = sentences.slice(from, to);
      const fates = new Set(own.map(({ fate }) => fate));
      const [only] = fates;
      return { fate: fates.size === 1 && only ? only : 'altered', unit: shown(unit), sentences: own };
    }),
    added: byUnit(added.map((clause) => ({ clause }))).map(({ unit, from, to }) => ({
      ...shown(unit),
      sentences: added.slice(from, to).map(piece),
    })),
    shares: {
      kept: share(of('kept'), above),
      altered: share(of('altered'), above),
      cut: share(of('cut'), above),
      added: share(added, below),
    },
    sentences: {
      kept: of('kept').length,
      altered: of('altered').length,
      cut: of('cut').length,
      added: added.length,
    },
    truncated: allAbove.length > MAX_CLAUSES || allBelow.length > MAX_CLAUSES,
  };
}

const fateOf = ({ verbatim, covered }: Going): Carried =>
  verbatim ? 'kept' : covered >= MIN_COVERED ? 'altered' : 'cut';

const piece = ({ start, end, text }: Clause) => ({ start, end, text });
const shown = ({ start, end, text, label, kind }: Unit) => ({ start, end, text, label, kind });

function* fateSteps(going: Going): Generator<void, CarriedSentence> {
  const { clause, to, covered } = going;
  const fate = fateOf(going);
  const local = fate === 'cut' ? [] : [...to].sort((x, y) => x.at - y.at);
  const found = fate === 'altered' ? yield* differingSteps([clause], local) : null;
  return {
    ...piece(clause),
    fate,
    local: local.map(piece),
    ...(found && covered >= MIN_MARKED && { parts: found.parts }),
    values: found?.values ?? [],
  };
}

/** Runs of sentences of one unit. */
function byUnit(clauses: readonly { readonly clause: Clause }[]): { unit: Unit; from: number; to: number }[] {
  const runs: { unit: Unit; from: number; to: number }[] = [];
  clauses.forEach(({ clause }, i) => {
    const last = runs.at(-1);
    if (last?.unit === clause.in) last.to = i + 1;
    else runs.push({ unit: clause.in, from: i, to: i + 1 });
  });
  return runs;
}

const lengthOf = (pieces: readonly { readonly text: string }[]): number =>
  pieces.reduce((sum, { text }) => sum + text.length, 0);
const share = (some: readonly { readonly text: string }[], all: readonly { readonly text: string }[]): number =>
  all.length === 0 ? 0 : lengthOf(some) / lengthOf(all);
