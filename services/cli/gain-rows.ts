// What an adapter gains and loses, as rows of a table.
import type { Gain } from '../embedding/adapter.js';
import { verdictOf } from '../learning/tune.js';
import type { Say } from './terminal.js';

export const gainRows = (gains: readonly Gain[], say: Say): string[][] =>
  gains.map((gain) => {
    const { kind, mode, measure, queries, before, after, low, high } = gain;
    const change = after - before;
    return [
      kind,
      mode,
      String(queries),
      measure,
      `${before.toFixed(3)} → ${after.toFixed(3)}`,
      `${signed(change)} (${signed(low)} … ${signed(high)})`,
      say(verdictOf(gain)),
    ];
  });

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
