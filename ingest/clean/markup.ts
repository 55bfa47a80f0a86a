// What is no text at all: invisible characters, comments of markup, white space used for layout.
import type { Block } from '../blocks.js';
import { type Draft, out, type Part } from './draft.js';

/** Control and format characters (Cc, Cf) but tab and line breaks: zero-width, soft hyphen, byte order mark, direction marks. */
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;
const comment = /<!--.{0,200}?-->/gsu;

/** Runs of white space become one character, an ideographic space where one was there (names and lists are set with it). */
const collapse = (text: string): string =>
  text.replace(/\s{2,}|[\t\n\v\f\r\u0085\u2028\u2029]/gu, (run) => (run.includes('\u3000') ? '\u3000' : ' ')).trim();

export function markup(draft: Draft): Draft {
  let hidden = '';
  const parts: Part[] = [];

  const see = (text: string): string => {
    let seen = text.replace(invisible, (character) => {
      hidden += character;
      return '';
    });
    if (seen.includes('<!--')) {
      seen = seen.replace(comment, (whole) => {
        parts.push(out(whole, 'markup'));
        return ' ';
      });
    }
    return collapse(seen);
  };
  const seeBlock = (block: Block): Block | null => {
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => row.map(see)).filter((row) => row.some((cell) => cell !== ''));
      return rows.length > 0 ? { ...block, rows } : null;
    }
    const text = see(block.text);
    return text === '' ? null : { ...block, text };
  };

  for (const part of draft) {
    if (part.block && part.block.kind !== 'table' && part.block.hint === 'markup') {
      parts.push(out(part.block.text, 'markup'));
      continue;
    }
    const block = part.block && seeBlock(part.block);
    if (block) parts.push({ block });
    else if (!part.block) parts.push(part);
  }
  // One part for all of them: by itself such a character says nothing, and a file may hold thousands.
  return hidden === '' ? parts : [out(hidden, 'markup'), ...parts];
}
