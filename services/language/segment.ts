// How Chinese is cut into what an index holds: the index form, character bigrams, words, and a query's key terms.
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { Converter } from 'opencc-js/t2cn';
import { stopWords } from './stop-words.js';

let jieba: Jieba | undefined;
const toSimplified = Converter({ from: 't', to: 'cn' });

/** Traditional characters as simplified ones; nothing else changes. */
export const simplified = (text: string): string => toSimplified(text);

/** Full-width letters and digits as plain ones; punctuation stays. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ％]/gu, (character) => character.normalize('NFKC'));

/**
 * The form in which texts are indexed: NFKC, lower case, simplified characters; white space kept as one space.
 * For finding only; wordings are compared in the normal form of domain/text.ts.
 */
export const indexForm = (text: string): string =>
  toSimplified(text.normalize('NFKC').toLowerCase())
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim();

/** Runs of Han characters, and words of letters and digits, of a text in index form. */
const runs = (text: string): string[] =>
  text.match(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? [];
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/**
 * Character bigrams of every Han run, then the run's last character alone; other words whole; in order.
 * So every Han character starts a unit, and a Han phrase is in a text exactly when its bigrams follow each other there.
 */
export function grams(text: string): string[] {
  return runs(text).flatMap((run) => {
    if (!isHan(run)) return [run];
    const characters = [...run];
    return characters.map((character, i) => `${character}${characters[i + 1] ?? ''}`);
  });
}

/** The units of `grams` to look for: bigrams without the lone last characters, but for a run of one. */
export function queryGrams(text: string): string[] {
  return runs(text).flatMap((run) => (isHan(run) && [...run].length > 1 ? grams(run).slice(0, -1) : [run]));
}

/** Words of a text in index form, cut for search (long words and the words inside them); no punctuation. */
export function words(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cutForSearch(text, true).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** A text in index form cut into words, one after the other; joined they are the text. */
export function segments(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, true);
}

/** The same by the dictionary alone: what is longer than a character is a word of the language. */
export function dictionaryWords(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, false);
}

/** Key terms of a query in index form: its words without function words, each once; all of them if only those are left. */
export function keyTerms(text: string): string[] {
  const all = [...new Set(segments(text).filter((word) => /[\p{L}\p{N}]/u.test(word)))];
  const telling = all.filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : all;
}
