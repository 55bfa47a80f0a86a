// Lines as the tree of sections that their levels make.
import type { Structured } from '../blocks.js';
import type { Atom } from './pack.js';
import { sizeOf } from './size.js';

export type Unit =
  | { readonly kind: 'line'; readonly atom: Atom; readonly title: boolean }
  | { readonly kind: 'article'; readonly atoms: readonly Atom[] }
  | { readonly kind: 'section'; readonly section: Section };

export interface Section {
  /** the heading's line; null at the root */
  readonly heading: Atom | null;
  /** whether the heading's line goes on with text */
  readonly speaks: boolean;
  readonly level: number;
  readonly units: Unit[];
  /** size of all of it, and whether it holds 条: known once it is complete */
  size: number;
  articles: boolean;
}

export interface Tree {
  readonly root: Section;
  /** labels of the headings above each line, its own included, from the top */
  readonly paths: readonly (readonly string[])[];
  /** whether a line is a heading or title and nothing more */
  readonly bare: readonly boolean[];
  /** for the lines of a 条: what it is called */
  readonly articles: readonly (string | undefined)[];
}

const MAX_LABEL = 40;
const trimmed = (label: string): string =>
  label
    .slice(0, MAX_LABEL)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim();

export function treeOf({ text, lines, outline }: Structured): Tree {
  const labels = new Map(outline.map((entry) => [entry.start, entry.text]));
  const section = (level: number, heading: Atom | null, speaks: boolean): Section => ({
    heading,
    speaks,
    level,
    units: [],
    size: 0,
    articles: false,
  });
  const root = section(0, null, false);
  const open: { section: Section; path: readonly string[] }[] = [{ section: root, path: [] }];
  const top = (): { section: Section; path: readonly string[] } => open.at(-1) ?? { section: root, path: [] };
  const close = (level: number): void => {
    while (open.length > 1 && top().section.level >= level) {
      const closed = open.pop()?.section;
      if (!closed) break;
      top().section.size += closed.size;
      top().section.articles ||= closed.articles;
    }
  };

  const paths: (readonly string[])[] = [];
  const bare: boolean[] = [];
  const articles: (string | undefined)[] = [];
  let article: Atom[] | null = null;
  let articleName: string | undefined;
  lines.forEach((line, at) => {
    const words = text.slice(line.start, line.end);
    const atom: Atom = { start: line.start, end: line.end, size: sizeOf(words), from: at, to: at };
    const label = labels.get(line.start) ?? words;
    const speaks = words.length > label.length + 3;
    if (line.kind === 'article' || line.kind === 'heading') {
      const level = line.level ?? 9;
      close(level);
      const name = trimmed(label);
      if (line.kind === 'article') {
        article = [atom];
        articleName = name;
        top().section.units.push({ kind: 'article', atoms: article });
        top().section.articles = true;
      } else {
        article = null;
        const opened = section(level, atom, speaks);
        top().section.units.push({ kind: 'section', section: opened });
        open.push({ section: opened, path: [...top().path, name] });
      }
    } else if (line.kind === 'title') {
      article = null;
      close(1);
      top().section.units.push({ kind: 'line', atom, title: true });
    } else if (article) article.push(atom);
    else top().section.units.push({ kind: 'line', atom, title: false });
    top().section.size += atom.size + 1;
    paths.push(top().path);
    bare.push(line.kind === 'title' || (line.kind === 'heading' && !speaks));
    articles.push(article ? articleName : undefined);
  });
  close(1);
  return { root, paths, bare, articles };
}
