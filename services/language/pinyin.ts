// How Chinese sounds: syllables without tones, their initials, and a key that words of nearly the same sound share.
import { pinyin } from 'pinyin-pro';

/** One syllable a character, without tones; what is no Han character stays as it is. */
export const syllables = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true });

/** 义务教育 → ywjy */
export const initials = (of: readonly string[]): string => of.map((syllable) => syllable[0] ?? '').join('');

/**
 * Sounds that input by ear confuses, folded: zh, ch, sh with z, c, s; -ng with -n; l with n (the pairs that every Chinese
 * input method offers as 模糊音).
 */
const folded = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/([aei])ng$/u, '$1n')
    .replace(/^l/u, 'n');

/** Equal for words that sound the same or nearly so. */
export const soundKey = (text: string): string => syllables(text).map(folded).join(' ');
