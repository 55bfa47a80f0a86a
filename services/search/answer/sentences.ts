// A passage's sentences, and what kind of sentence each is.

/** Sentences of a passage: up to 。！？； or a line's end, white space around left out. */
export function sentences(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^。！？；\n]+[。！？；]*[”』」）]*/gu)]
    .map((match) => {
      const lead = match[0].length - match[0].trimStart().length;
      return { start: match.index + lead, end: match.index + match[0].trimEnd().length };
    })
    .filter(({ start, end }) => end > start);
}

const NUMBER = '[（(]?(?:[一二三四五六七八九十]+|\\d+)[）)、.．]';

export const asksSomething = (sentence: string): boolean => /[?？]$/.test(sentence);
/** A numbered line that no full stop ends. */
export const isHeading = (sentence: string): boolean =>
  sentence.length < 40 &&
  new RegExp(`^(?:第.{1,8}[编章节]|${NUMBER})`).test(sentence) &&
  !/[。！；!;：:]$/.test(sentence);
/** 有下列情形之一的： what comes after it completes it. */
export const isLeadIn = (sentence: string): boolean => /[：:]$/.test(sentence);
/** （一）…； one of a list. */
export const isItem = (sentence: string): boolean => new RegExp(`^${NUMBER}`).test(sentence);
