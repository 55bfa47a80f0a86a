// Slips of the pen and the keyboard, made on purpose: one in a text, by kind, the same for the same seed.
import { lookAlikes } from '../../services/language/look-alikes.js';
import { syllables } from '../../services/language/pinyin.js';

export type SlipKind = 'sound' | 'shape' | 'missing' | 'exchanged';
export const slipKinds: readonly SlipKind[] = ['sound', 'shape', 'missing', 'exchanged'];
type Random = () => number;

const pick = <T>(list: readonly T[], next: Random): T | undefined => list[Math.floor(next() * list.length)];

/** Characters by how they sound, without tones: what an input method offers one below the other. */
export function bySound(characters: Iterable<string>): (character: string) => readonly string[] {
  const groups = new Map<string, string[]>();
  for (const character of new Set(characters)) {
    const [sound = ''] = syllables(character);
    groups.set(sound, [...(groups.get(sound) ?? []), character]);
  }
  return (character) => (groups.get(syllables(character)[0] ?? '') ?? []).filter((other) => other !== character);
}

/** The text with one slip; null where it has no place for one of this kind. */
export function slip(
  text: string,
  kind: SlipKind,
  next: Random,
  soundAlikes: (character: string) => readonly string[],
): string | null {
  const characters = [...text];
  const replaced = (others: (character: string) => readonly string[]): string | null => {
    const places = characters.flatMap((c, i) => (others(c).length > 0 ? [i] : []));
    const at = pick(places, next);
    if (at === undefined) return null;
    const other = pick(others(characters[at] ?? ''), next) ?? '';
    return [...characters.slice(0, at), other, ...characters.slice(at + 1)].join('');
  };
  if (kind === 'sound') return replaced(soundAlikes);
  if (kind === 'shape') return replaced(lookAlikes);
  const places = characters.flatMap((c, i) => (kind === 'missing' || (i > 0 && c !== characters[i - 1]) ? [i] : []));
  const at = pick(places, next);
  if (at === undefined) return null;
  const before = characters.slice(0, kind === 'missing' ? at : at - 1);
  const after = characters.slice(at + 1);
  const between = kind === 'missing' ? [] : [characters[at] ?? '', characters[at - 1] ?? ''];
  return [...before, ...between, ...after].join('');
}
