// Names of bodies and terms that were replaced: config/terms.tsv, which the archive's owner may add to; read once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../config/root.js';

const Row = z.object({
  old: z.string().min(2),
  now: z.string().min(1),
  since: z.string().regex(/^\d{4}-\d{2}$/),
  source: z.string(),
});

export interface ReplacedTerm {
  readonly old: string;
  readonly now: string;
  /** YYYY-MM */
  readonly since: string;
  readonly source: string;
}
export interface TermUse extends ReplacedTerm {
  readonly start: number;
  readonly end: number;
}

let list: readonly ReplacedTerm[] | undefined;

export const replacedTerms = (): readonly ReplacedTerm[] => {
  list ??= parseTerms(readFileSync(join(projectRoot, 'config', 'terms.tsv'), 'utf8'));
  return list;
};

/** The longest names first, so that a short one inside is not taken for itself. */
export const parseTerms = (text: string): ReplacedTerm[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [old, now, since, source] = line.split('\t');
      const row = Row.parse({ old, now, since, source });
      return row.old.split('|').map((name) => ({ ...row, old: name }));
    })
    .sort((a, b) => b.old.length - a.old.length);

/** 原国家教委, and what goes on to another word: 农业部门, 文化部长. */
const former = /(?:原|前|时任|当时的)$/u;
const goesOn = /^[门长委份队分]/u;
/** Titles and quoted words say what they said. */
const quoted =
  /《[^《》]*》|“[^“”]*”|"[^"]*"|[（(][^（）()]*(?:令|号)[^（）()]*[）)]|[\p{Script=Han}]{1,20}令第?\d{1,4}号/gu;

/** `year` is the draft's: what was replaced later was right then; null for a draft of now. */
export function termsIn(
  text: string,
  year: number | null,
  terms: readonly ReplacedTerm[] = replacedTerms(),
): TermUse[] {
  const plain = text.replace(quoted, (part) => '\0'.repeat(part.length));
  const taken = new Uint8Array(text.length);
  const found: TermUse[] = [];
  for (const term of terms) {
    if (year !== null && year < Number(term.since.slice(0, 4))) continue;
    for (let at = plain.indexOf(term.old); at !== -1; at = plain.indexOf(term.old, at + term.old.length)) {
      const end = at + term.old.length;
      if (taken[at] === 1) continue;
      taken.fill(1, at, end);
      const isName = !/部$/u.test(term.old) || !goesOn.test(plain.slice(end));
      if (isName && !former.test(plain.slice(Math.max(0, at - 4), at)) && !isPartOf(plain, at))
        found.push({ ...term, start: at, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 中国人民解放军总后勤部卫生部, 省委农业部: another body's part. */
const isPartOf = (text: string, at: number): boolean =>
  /[部委会党军区市县]$/u.test(text.slice(Math.max(0, at - 1), at));
