// What a search box offers while something is typed: words, titles and headings of the archive, from their beginning or
// from within, or by their pinyin.
import type { Suggestion } from '../../domain/suggestion.js';
import { normalForm } from '../../domain/text.js';
import { arabicYears } from '../../language/numerals.js';
import { initials, syllables } from '../../language/pinyin.js';
import { indexForm } from '../../language/segment.js';

export interface Entry extends Suggestion {
  /** entries that share it are one to the reader: of those that match only the first is offered */
  readonly group: string;
}
export interface Suggestions {
  /** @param only of this kind alone */
  suggest(typed: string, size: number, only?: Suggestion['kind']): Suggestion[];
}

/** Of each kind no more than its share of the list, while others have something to offer; in the order of the list. */
const SHARES = { term: 3 / 8, title: 3 / 8, heading: 2 / 8 } as const;
const kinds = ['term', 'title', 'heading'] as const satisfies readonly Suggestion['kind'][];
/** Pinyin is matched by its beginning only. */
const MAX_SYLLABLES = 12;

/** How texts are compared with what is typed: no matter the script, width, case, numerals' form, spaces and punctuation. */
const matchForm = (text: string): string => arabicYears(indexForm(normalForm(text))).replace(/[\p{P}\p{S}\s]/gu, '');

/** Frequent and short first. */
const rank = ({ documents, text }: Entry): number => Math.log(1 + documents) - Math.log(4 + text.length);

interface Indexed {
  readonly entry: Entry;
  readonly form: string;
  /** pinyin in full, and by initials */
  readonly sound: string;
  readonly initials: string;
}

/** Built piece by piece; whoever runs it may rest between two. */
export function* createSuggestions(entries: Iterable<Entry>): Generator<void, Suggestions> {
  const ranked: Indexed[] = [];
  for (const entry of [...entries].sort((a, b) => rank(b) - rank(a) || (a.text < b.text ? -1 : 1))) {
    const form = matchForm(entry.text);
    const sounds = syllables(form.slice(0, MAX_SYLLABLES));
    ranked.push({ entry, form, sound: sounds.join(''), initials: initials(sounds) });
    if (ranked.length % 200 === 0) yield;
  }
  // Positions in `ranked`, ascending, of the forms that hold two characters side by side, or begin with one.
  const holding = new Map<string, number[]>();
  const put = (key: string, at: number): void => {
    const list = holding.get(key);
    if (!list) holding.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  for (const [at, { form }] of ranked.entries()) {
    put(`^${form[0] ?? ''}`, at);
    for (let i = 0; i + 1 < form.length; i++) put(form.slice(i, i + 2), at);
    if (at % 1_000 === 999) yield;
  }

  /** Positions of what may match, the fewest there are. */
  function candidates(typed: string): readonly number[] {
    if (typed.length === 1) return holding.get(`^${typed}`) ?? [];
    let fewest: readonly number[] | null = null;
    for (let i = 0; i + 1 < typed.length; i++) {
      const list = holding.get(typed.slice(i, i + 2)) ?? [];
      if (fewest === null || list.length < fewest.length) fewest = list;
    }
    return fewest ?? [];
  }

  function* matching(typed: string): Generator<Entry> {
    const within: Entry[] = [];
    for (const at of candidates(typed)) {
      const { entry, form } = ranked[at]!; // positions are of `ranked`
      const found = form.indexOf(typed);
      if (found === 0) yield entry;
      else if (found > 0) within.push(entry);
    }
    yield* within;
    if (!/^[a-z]{2,}$/u.test(typed)) return;
    for (const { entry, sound, initials: letters } of ranked) {
      if (letters.startsWith(typed) || sound.startsWith(typed)) yield entry;
    }
  }

  return {
    suggest(raw, size, only) {
      const typed = matchForm(raw);
      if (typed === '') return [];
      const wanted = kinds.filter((kind) => only === undefined || kind === only);
      const found = new Map<Suggestion['kind'], Entry[]>(wanted.map((kind) => [kind, []]));
      const groups = new Set<string>();
      let full = 0;
      for (const entry of matching(typed)) {
        const list = found.get(entry.kind);
        if (!list || list.length >= size || groups.has(entry.group) || matchForm(entry.text) === typed) continue;
        groups.add(entry.group);
        list.push(entry);
        if (list.length === size && ++full === wanted.length) break;
      }
      return share(found, size).map(({ text, kind, documents }) => ({ text, kind, documents }));
    },
  };
}

/** Each kind its share, and what is left over to whichever has more. */
function share(found: ReadonlyMap<Suggestion['kind'], readonly Entry[]>, size: number): Entry[] {
  const taken = new Map(
    kinds.map((kind) => [kind, Math.min(found.get(kind)?.length ?? 0, Math.ceil(SHARES[kind] * size))]),
  );
  const sum = (): number => [...taken.values()].reduce((a, b) => a + b, 0);
  for (const kind of kinds) {
    const more = Math.min((found.get(kind)?.length ?? 0) - (taken.get(kind) ?? 0), Math.max(0, size - sum()));
    taken.set(kind, (taken.get(kind) ?? 0) + more);
  }
  return kinds.flatMap((kind) => found.get(kind)?.slice(0, taken.get(kind)) ?? []).slice(0, size);
}
