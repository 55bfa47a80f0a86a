// Random edits of real articles (number or obligation changed, dropped, put in, moved, split, merged; then all renumbered), found again.
import type { Catalogue } from '../../services/catalogue/open.js';
import { compareTexts, type Text } from '../../services/comparison/compare-texts.js';
import { unitsOf } from '../../services/comparison/units.js';
import type { UnitKind } from '../../services/domain/comparison.js';
import { randomFrom } from './random.js';

const MAX_STATUTES = 60;
const MIN_ARTICLES = 25;
const EDITS = 8;
const figure = /[二三四五六七八九](?=[日年个万元倍名人])/u;
const obligation = /应当|可以|必须/u;
type Edit = 'number' | 'obligation' | 'dropped' | 'put in' | 'moved' | 'split' | 'merged';
const expected: Readonly<Record<Edit, readonly UnitKind[]>> = {
  number: ['changed'],
  obligation: ['changed'],
  dropped: ['removed'],
  'put in': ['added'],
  moved: ['moved'],
  split: ['split'],
  merged: ['merged'],
};

/** An article's words, without its number; what was done to it, and to which of the first text. */
interface Article {
  readonly words: string;
  readonly edit?: Edit;
  readonly from?: number;
}

const digits = '零一二三四五六七八九';
function chinese(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const tail = ones === 0 ? '' : digits[ones];
  if (hundreds === 0) return tens === 0 ? `${tail}` : `${tens === 1 ? '' : digits[tens]}十${tail}`;
  return `${digits[hundreds]}百${tens > 0 ? `${digits[tens]}十` : ones > 0 ? '零' : ''}${tail}`;
}

function numbered(articles: readonly Article[]): Text {
  let text = '某某条例\n';
  const outline = articles.map(({ words }, i) => {
    const start = text.length;
    text += `第${chinese(i + 1)}条 ${words}\n`;
    return { level: 1, text: `第${chinese(i + 1)}条`, start };
  });
  return { text, outline };
}

export function generated(catalogues: readonly Catalogue[]): string[] {
  const statutes = catalogues
    .flatMap(({ documents }) => documents.list(5_000, 0).map(({ id }) => ({ documents, id })))
    .flatMap(({ documents, id }) => {
      const text = documents.versionText(id, documents.detail(id).version);
      if (!text) return [];
      const articles = unitsOf(text.text, text.outline).filter(({ kind }) => kind === 'article');
      return [articles.map(({ text: whole, start, body }) => whole.slice(body - start))];
    })
    .filter((articles) => articles.length >= MIN_ARTICLES)
    .slice(0, MAX_STATUTES);
  const random = randomFrom(20260101);
  const tally = new Map<Edit, { made: number; found: number }>();
  let [untouched, falsely, milliseconds] = [0, 0, 0];
  statutes.forEach((words, s) => {
    const other = statutes[(s + 7) % statutes.length] ?? [];
    const { before, after, dropped } = edited(words, other, random);
    const started = performance.now();
    const { units } = compareTexts(numbered(before), numbered(after));
    milliseconds += performance.now() - started;
    const count = (edit: Edit, found: boolean): void => {
      const tallied = tally.get(edit) ?? { made: 0, found: 0 };
      tally.set(edit, { made: tallied.made + 1, found: tallied.found + Number(found) });
    };
    const unitWith = (side: 'a' | 'b', number: number) =>
      units.find((unit) => unit[side].some(({ label }) => label === `第${chinese(number)}条`));
    for (const number of dropped) count('dropped', unitWith('a', number)?.kind === 'removed');
    after.forEach(({ edit, from }, i) => {
      const unit = unitWith('b', i + 1);
      const partner = from === undefined || unit?.a.some(({ label }) => label === `第${chinese(from)}条`);
      if (edit) count(edit, Boolean(partner && unit && expected[edit].includes(unit.kind)));
      else {
        untouched++;
        if (unit?.kind !== 'same') falsely++;
      }
    });
  });
  const told = [...tally].map(([edit, { made, found }]) => `${edit} ${found} of ${made}`);
  return [
    `generated: ${statutes.length} texts; found as what they are: ${told.join('; ')}; untouched articles given as something else: ${falsely} of ${untouched}; ${Math.round(milliseconds / Math.max(1, statutes.length))} ms a pair`,
  ];
}

function edited(words: readonly string[], other: readonly string[], random: () => number) {
  const before: Article[] = words.map((own) => ({ words: own }));
  const after: (Article & { readonly from: number })[] = words.map((own, i) => ({ words: own, from: i + 1 }));
  const out: Article[] = after.map(({ words: own, from }) => ({ words: own, from }));
  const dropped: number[] = [];
  const free = (fit: RegExp = /./u): number => {
    for (let tries = 0; tries < 200; tries++) {
      const at = Math.floor(random() * out.length);
      // apart from one another, so that what is expected of one does not hang on the next
      if (
        ![-1, 0, 1].some((by) => out[at + by]?.edit !== undefined) &&
        (out[at]?.words.length ?? 0) >= 30 &&
        fit.test(out[at]?.words ?? '')
      )
        return at;
    }
    return -1;
  };
  const edits: Edit[] = ['number', 'obligation', 'dropped', 'put in', 'moved', 'split', 'merged'];
  for (let n = 0; n < EDITS; n++) {
    const edit = edits[Math.floor(random() * edits.length)] ?? 'number';
    const at = free(edit === 'number' ? figure : edit === 'obligation' ? obligation : undefined);
    const article = out[at];
    if (!article) continue;
    const change = (next: string): void => {
      if (next !== article.words)
        out[at] = { words: next, edit, ...(article.from !== undefined && { from: article.from }) };
    };
    if (edit === 'number') change(article.words.replace(figure, (digit) => (digit === '三' ? '五' : '三')));
    else if (edit === 'obligation')
      change(article.words.replace(obligation, (word) => (word === '可以' ? '应当' : '可以')));
    else if (edit === 'dropped' && article.from !== undefined) {
      out.splice(at, 1);
      dropped.push(article.from);
    } else if (edit === 'put in')
      out.splice(at, 0, { words: other[Math.floor(random() * other.length)] ?? '本条例另有规定的除外。', edit });
    else if (edit === 'moved') {
      out.splice(at, 1);
      const to = free();
      out.splice(to < 0 ? at : Math.abs(to - at) < 3 ? (to + 8) % out.length : to, 0, { ...article, edit });
    } else if (edit === 'split') {
      const [first = '', ...rest] = article.words.split('\n');
      if (rest.length === 0 || first.length < 25 || rest.join('').length < 25 || article.from === undefined) continue;
      out.splice(
        at,
        1,
        { words: first, edit, from: article.from },
        { words: rest.join('\n'), edit, from: article.from },
      );
    } else if (edit === 'merged') {
      const next = out[at + 1];
      if (!next || next.edit || next.words.length < 30 || out[at + 2]?.edit || article.from === undefined) continue;
      out.splice(at, 2, { words: `${article.words}\n${next.words}`, edit, from: article.from });
    }
  }
  return { before, after: out, dropped };
}
