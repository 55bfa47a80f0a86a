// A site's name that was injected into the text it was copied from: 临江学习网   一、总体要求.
// A phrase is taken for a watermark only where it recurs, and stands out of place far more often than in place.
import { cutOut, type Draft, type TextBlock, textBlocks } from './draft.js';

const MAX_PHRASE = 20;
const MIN_RECURRENCES = 3;
const MAX_CANDIDATES = 50;
/** What names of sites end in. */
const site = /^.{2,}(?:网|网站|在线|文库|论坛|范文|公众号|[.．](?:com|cn|net|org|cc))$/iu;
/** Names that only sites which copy texts have; 校园网, 互联网 and the like are words of the documents themselves. */
const copier = /(?:范文|文库|文档|文秘|公文|资料|题库|论文|作文|课件|学习)网|文库(?!网)|范文大全/gu;
const domain =
  /(?:https?:\/\/)?(?:www\.)?[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,20}){0,2}\.(?:com|net|org|cc|cn)(?![a-z0-9])/giu;
/** What stands before a site's name where the sentence means it: 登录临江教育网, 网址www…, 来源：…, 《…》 */
const meant = /[在到由与和、，“”"《〈（(：:于从过见陆录访问入上是为及或注看自网站台统址@/]$/u;
const heading =
  /^(?:第.{1,8}[章条节]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])/u;

/**
 * Phrases that several blocks begin with before white space: names of sites, and any phrase that stands before
 * differing headings and long sentences alike, as no word of the document would.
 */
function beginnings(blocks: readonly TextBlock[]): string[] {
  const found = new Map<string, string[]>();
  for (const { text } of blocks) {
    const phrase = text.slice(0, Math.max(0, text.slice(0, MAX_PHRASE + 1).search(/\s/u)));
    if (phrase.length < 5 || !/\p{Script=Han}|[.．]/u.test(phrase) || /^[\p{P}\p{N}]|[。；：:、]/u.test(phrase))
      continue;
    const rests = found.get(phrase) ?? [];
    rests.push(text.slice(phrase.length).trimStart());
    found.set(phrase, rests);
  }
  return [...found].flatMap(([phrase, rests]) => {
    if (rests.length < MIN_RECURRENCES) return [];
    if (site.test(phrase)) return [phrase];
    const headings = new Set(rests.filter((rest) => heading.test(rest)).map((rest) => rest.slice(0, 4))).size;
    const telling = rests.filter((rest) => /[。；]/u.test(rest) || heading.test(rest)).length;
    return rests.length > MIN_RECURRENCES && headings >= 2 && telling >= rests.length * 0.8 ? [phrase] : [];
  });
}

/** Names of copying sites and addresses anywhere in sentences: of each, the longest text that recurs unchanged. */
function insides(blocks: readonly TextBlock[]): string[] {
  const counts = new Map<string, number>();
  const count = (phrase: string): void => void counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  let seen = 0;
  for (const { text } of blocks) {
    for (const { 0: address } of text.matchAll(domain)) if (!/\.(?:gov|edu)\./iu.test(address)) count(address);
    for (const { 0: name, index } of text.matchAll(copier)) {
      if (++seen > 5_000) break;
      const end = index + name.length;
      for (let length = name.length + 1; length <= Math.min(MAX_PHRASE, end); length++) {
        const phrase = text.slice(end - length, end);
        if (/^[\s\p{P}]/u.test(phrase)) break;
        count(phrase);
      }
    }
  }
  const longest: string[] = [];
  const recurring = [...counts].filter(([, times]) => times >= MIN_RECURRENCES);
  for (const [phrase, times] of recurring.sort(([a], [b]) => b.length - a.length)) {
    if (!longest.some((longer) => longer.endsWith(phrase) && (counts.get(longer) ?? 0) >= times * 0.8))
      longest.push(phrase);
    if (longest.length >= MAX_CANDIDATES) break;
  }
  return longest;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a phrase stands in a text, and where of that out of place: before other text, with nothing that leads to it. */
function places(text: string, phrase: string): { all: number; strange: Place[] } {
  const strange: Place[] = [];
  let all = 0;
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + phrase.length)) {
    all++;
    let end = start + phrase.length;
    const after = text.slice(end, end + 2);
    const leads = start > 0 && meant.test(text.slice(Math.max(0, start - 2), start).trimEnd());
    while (end < text.length && /\s/u.test(text.charAt(end))) end++;
    if (!leads && /^[\s\p{L}（(]/u.test(after)) strange.push({ start, end });
  }
  return { all, strange };
}

function watermarks(blocks: readonly TextBlock[]): string[] {
  const candidates = new Set([...beginnings(blocks), ...insides(blocks)].slice(0, MAX_CANDIDATES));
  return [...candidates]
    .filter((phrase) => {
      let all = 0;
      let strange = 0;
      let texts = 0;
      for (const { text } of blocks) {
        const found = places(text, phrase);
        all += found.all;
        strange += found.strange.length;
        if (found.strange.length > 0) texts++;
      }
      return texts >= MIN_RECURRENCES && strange >= all * 0.7;
    })
    .sort((a, b) => b.length - a.length);
}

export function watermark(draft: Draft): Draft {
  const phrases = watermarks(textBlocks(draft).map(({ block }) => block));
  return phrases.reduce<Draft>(
    (parts, phrase) =>
      parts.flatMap((part) =>
        part.block && part.block.kind !== 'table'
          ? cutOut(part.block, places(part.block.text, phrase).strange, 'watermark')
          : [part],
      ),
    draft,
  );
}
