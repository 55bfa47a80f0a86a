// How the index stands, in a line.
import type { IndexCondition } from '../domain/index-condition.js';
import { fill, type Language } from '../domain/messages/language.js';
import { type ReindexMessage, reindexMessages } from '../domain/messages/reindex.js';

type SayOfIndex = (message: ReindexMessage, values?: Readonly<Record<string, string | number>>) => string;
export const sayOfIndex =
  (language: Language): SayOfIndex =>
  (message, values = {}) =>
    fill(reindexMessages[message][language], values);

export function indexLine({ state, lacking, why, command }: IndexCondition, language: Language): string {
  const say = sayOfIndex(language);
  const values = { lacking: lacking ?? '?', why: why ?? '', command: command ?? '' };
  const told = say(`state_${state}`, values);
  return state !== 'ready' || !lacking ? told : `${told}（${say('lagging', values)}）`;
}
