// The normal form in which wordings are compared, with a map back to the stored text.
// Frozen by golden tests: NFKC; radicals read as characters; quote marks of all styles folded into one;
// every character of the categories Z*, Cc and Cf left out.

/** CJK Radicals Supplement → unified ideograph, where NFKC does not fold it. Source: Unicode, EquivalentUnifiedIdeograph.txt. */
const radicals = new Map(
  [
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺',
    '⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹',
    '⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞',
    '⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀',
  ].flatMap((row) => {
    const characters = [...row];
    return characters.flatMap((character, i) =>
      i % 2 === 0 ? [[character, characters[i + 1] ?? character] as const] : [],
    );
  }),
);

const quote = /["'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟﹁﹂﹃﹄]/u;
const leftOut = /[\p{Z}\p{Cc}\p{Cf}]/u;
/** What composes with the character before it under NFKC: marks, and Hangul vowels and finals. */
const joins = /^[\p{M}\u1160-\u11ff\ud7b0-\ud7fb]/u;

const fold = (character: string): string => {
  if (leftOut.test(character)) return '';
  if (quote.test(character)) return '"';
  return radicals.get(character) ?? character;
};

/** Normalises a run of characters that cannot compose with what stands around it. */
const normaliseRun = (run: string): string => {
  let out = '';
  for (const character of run.normalize('NFKC')) out += fold(radicals.get(character) ?? character);
  return out;
};

// Both caches are by single character, so they stay within the size of Unicode.
const single = new Map<string, string>();
const joining = new Map<string, boolean>();
const joinsBefore = (character: string): boolean => {
  let known = joining.get(character);
  if (known === undefined) {
    known = joins.test(character.normalize('NFKC'));
    joining.set(character, known);
  }
  return known;
};

/** Calls back for every run that is normalised by itself: its normal form, and where it stands in `text`. */
function eachRun(text: string, take: (normal: string, start: number, end: number) => void): void {
  let start = 0;
  while (start < text.length) {
    let end = start + (text.codePointAt(start)! > 0xffff ? 2 : 1); // in bounds
    const first = text.slice(start, end);
    let alone = true;
    while (end < text.length) {
      const code = text.codePointAt(end)!; // in bounds
      const next = String.fromCodePoint(code);
      if (code < 0x300 || !joinsBefore(next)) break;
      end += next.length;
      alone = false;
    }
    if (alone) {
      let normal = single.get(first);
      if (normal === undefined) {
        normal = normaliseRun(first);
        single.set(first, normal);
      }
      take(normal, start, end);
    } else {
      take(normaliseRun(text.slice(start, end)), start, end);
    }
    start = end;
  }
}

/** The normal form of a text. */
export function normalForm(text: string): string {
  let out = '';
  eachRun(text, (normal) => {
    out += normal;
  });
  return out;
}

export interface NormalText {
  readonly text: string;
  /** For every UTF-16 unit of `text`: where the run it came from starts in the original, and where it ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The normal form with its offset map; ranges of it go back by `originalRange`. */
export function normalText(original: string): NormalText {
  let out = '';
  const starts: number[] = [];
  const ends: number[] = [];
  eachRun(original, (normal, start, end) => {
    for (let i = 0; i < normal.length; i++) {
      starts.push(start);
      ends.push(end);
    }
    out += normal;
  });
  return { text: out, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The range of the original that the normal form's units `start` to `end` (not empty) came from. */
export const originalRange = (normal: NormalText, start: number, end: number): { start: number; end: number } => ({
  start: normal.starts[start] ?? 0,
  end: normal.ends[end - 1] ?? 0,
});

/** Every occurrence of `needle` in `text`, from left to right without overlap. An empty needle has none. */
export function occurrencesOf(needle: string, text: string): number[] {
  if (needle === '') return [];
  const found: number[] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) found.push(at);
  return found;
}
