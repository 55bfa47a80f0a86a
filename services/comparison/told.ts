// How a comparison is told, on a page and in a Word document alike: places, each side's words, changed values, counts.
import type { ComparedUnit, UnitChange, UnitCounts } from '../domain/comparison.js';
import type { ChangedValue } from '../domain/family.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import { shortened } from '../domain/shortened.js';

export type Side = 'a' | 'b';
export type Parts = NonNullable<UnitChange['parts']>;

/** 第五条 → 第七条; elsewhere the first words, with the number before them. */
export function placeOf({ a, b }: Pick<UnitChange, 'a' | 'b'>): string {
  const name = ({ kind, label, text }: ComparedUnit): string =>
    kind === 'article' && label ? label : `“${shortened(text.replace(/\s+/gu, ' '), 14)}”`;
  const names = (units: readonly ComparedUnit[]): string => units.map(name).join('、');
  if (a.length === 0) return names(b);
  if (b.length === 0) return names(a);
  return names(a) === names(b) || a[0]?.kind !== 'article' ? names(b) : `${names(a)} → ${names(b)}`;
}

/** 第五条; elsewhere the first words, with the number before them. */
export const unitNamed = ({ kind, label, text }: ComparedUnit): string =>
  kind === 'article' && label ? label : shortened(text.split(/[。\n]/u)[0] ?? text, 18);

/** One side's parts; line breaks that stood around what only the other side has are not doubled. */
export function partsOf(parts: Parts, side: Side): Parts {
  const own: Parts = [];
  let before = '\n';
  for (const { kind, text } of parts) {
    if (kind !== 'same' && kind !== (side === 'a' ? 'removed' : 'added')) continue;
    const kept = before.endsWith('\n') ? text.replace(/^\n+/u, '') : text;
    if (kept === '') continue;
    own.push({ kind, text: kept });
    before = kept;
  }
  return own;
}

/** The label as it stands in the text, where it may have white space in it. */
function labelLength(text: string, label: string): number {
  let at = 0;
  for (const character of label) {
    while (/\s/u.test(text[at] ?? '')) at++;
    if (text.startsWith(character, at)) at += character.length;
  }
  return at;
}

const withoutLabel = ({ text, label }: ComparedUnit): string =>
  label === null ? text : text.slice(labelLength(text, label)).trimStart();

/** What one side says, its numbers apart, and of it what the other lacks; empty where it has nothing. */
export function wordsOf({ kind, parts, ...sides }: UnitChange, side: Side): Parts {
  const units = sides[side];
  if (units.length === 0) return [];
  if (parts) return partsOf(parts, side);
  const text = units.map(withoutLabel).join('\n');
  return [{ kind: kind === 'removed' || kind === 'added' ? kind : 'same', text }];
}

/** 可以→应当, 增“应当”: what changed in a unit; references are left to the list. */
export function toldValues(values: readonly ChangedValue[], language: Language): string {
  const say = sayIn(language);
  return values
    .filter(({ kind }) => kind !== 'reference')
    .map(({ a, b }) => {
      if (a && b) return `${a.text}→${b.text}`;
      return a ? say('valueGone', { value: a.text }) : say('valueNew', { value: b?.text ?? '' });
    })
    .join(say('listComma'));
}

export interface Around {
  readonly before: string;
  /** null: the side lacks it, and `after` is the sentence that does */
  readonly value: string | null;
  readonly after: string;
}
const AROUND = 24;

/** A changed value among the words around it. */
export function around(changed: ChangedValue, side: Side): Around {
  const [sentence, at] = side === 'a' ? [changed.inA, changed.a] : [changed.inB, changed.b];
  const dots = (shown: boolean): string => (shown ? '…' : '');
  if (!at) {
    const short = sentence.text.slice(0, 2 * AROUND);
    return { before: '', value: null, after: `${short}${dots(short.length < sentence.text.length)}` };
  }
  const [start, end] = [at.start - sentence.start, at.end - sentence.start];
  return {
    before: `${dots(start > AROUND)}${sentence.text.slice(Math.max(0, start - AROUND), start)}`,
    value: at.text,
    after: `${sentence.text.slice(end, end + AROUND)}${dots(sentence.text.length > end + AROUND)}`,
  };
}

const kinds = ['changed', 'added', 'removed', 'moved', 'moved-changed', 'split', 'merged', 'same'] as const;

/** 修改 12，新增 3: what is none is left out. */
export function toldCounts(counts: UnitCounts, language: Language): string {
  const say = sayIn(language);
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => say('compareCount', { kind: say(`unit_${kind}`), count: counts[kind].toLocaleString('en-US') }))
    .join(say('listComma'));
}
