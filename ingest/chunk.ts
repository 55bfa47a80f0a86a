// The chunk step: passages. One 条 is one passage; elsewhere what stands under one heading is packed to about 400.
// Together the passages are the whole text: a heading stands in the passage of what follows it.
import type { Chunk, Structured } from './blocks.js';
import { cut } from './chunk/cut.js';
import { type Atom, merge, pack } from './chunk/pack.js';
import { MAX_PASSAGE, sizeOf, TARGET } from './chunk/size.js';
import { type Section, type Tree, treeOf } from './chunk/tree.js';

export { tokenBound } from './chunk/size.js';

export function chunk(structured: Structured): Chunk[] {
  const tree = treeOf(structured);
  const headers = headerLines(structured);
  return passages(structured.text, tree.root).flatMap((atom) => {
    const { start, end } = withoutSpace(structured.text, atom);
    if (start >= end) return [];
    return {
      start,
      end,
      heading: headingOf(structured, tree, atom),
      page: structured.lines[atom.from]?.page ?? null,
      ocr: confidenceOf(structured, atom),
      tableHeader: headerOf(structured, headers, atom),
    };
  });
}

/** Passages of a whole document, in order. */
function passages(text: string, root: Section): Atom[] {
  const out: Atom[] = [];
  /** Pieces of what is too long for one passage. */
  const pieces = (atom: Atom): Atom[] =>
    atom.size <= MAX_PASSAGE
      ? [atom]
      : cut(text, atom).map((span) => ({ ...atom, ...span, size: sizeOf(text.slice(span.start, span.end)) }));
  /** Puts headings and title in front of what follows them, where there is room. */
  const lead = (above: readonly Atom[], [next, ...rest]: readonly Atom[]): Atom[] => {
    const [first, ...others] = above;
    if (!first) return next ? [next, ...rest] : [];
    const before = merge([first, ...others]);
    if (next && before.size + 1 + next.size <= MAX_PASSAGE) return [merge([before, next]), ...rest];
    return [...pack(above.flatMap(pieces), TARGET, MAX_PASSAGE), ...(next ? [next, ...rest] : [])];
  };
  const take = (atoms: readonly Atom[]): void => {
    for (const atom of atoms) out.push(atom);
  };

  const article = (above: readonly Atom[], atoms: readonly Atom[]): void => {
    const [first, ...others] = atoms.flatMap(pieces);
    if (!first) return;
    const whole = merge([first, ...others]);
    // A 条 that fits stays whole, even where its chapter's heading does not fit in with it.
    take(whole.size <= MAX_PASSAGE ? lead(above, [whole]) : pack(lead(above, [first, ...others]), TARGET, MAX_PASSAGE));
  };

  const visit = (section: Section, above: readonly Atom[]): void => {
    let waiting = [...above];
    let atoms: Atom[] = [];
    const add = (next: readonly Atom[]): void => {
      for (const atom of lead(waiting, next)) atoms.push(atom);
      waiting = [];
    };
    const flush = (): void => {
      take(pack(atoms, TARGET, MAX_PASSAGE));
      atoms = [];
    };
    if (section.heading) {
      if (section.speaks || section.heading.size > MAX_PASSAGE / 2) add(pieces(section.heading));
      else waiting.push(section.heading);
    }
    for (const unit of section.units) {
      if (unit.kind === 'line') {
        if (unit.title) waiting.push(unit.atom);
        else add(pieces(unit.atom));
      } else if (unit.kind === 'section' && isHollow(unit.section)) {
        for (const atom of atomsOf(unit.section)) waiting.push(atom);
      } else if (unit.kind === 'section' && !unit.section.articles && unit.section.size <= MAX_PASSAGE) {
        const [first, ...others] = atomsOf(unit.section);
        if (first) add([merge([first, ...others])]);
      } else {
        flush();
        if (unit.kind === 'article') article(waiting, unit.atoms);
        else visit(unit.section, waiting);
        waiting = [];
      }
    }
    if (waiting.length > 0) add([]);
    flush();
  };
  visit(root, []);
  return out;
}

/** Whether a section is headings with nothing under them: they stand with what comes next. */
const isHollow = ({ speaks, units }: Section): boolean =>
  !speaks && units.every((unit) => unit.kind === 'section' && isHollow(unit.section));

/** Every line of a section, in order. */
function atomsOf(section: Section): Atom[] {
  const under = section.units.flatMap((unit) =>
    unit.kind === 'line' ? [unit.atom] : unit.kind === 'article' ? [...unit.atoms] : atomsOf(unit.section),
  );
  return section.heading ? [section.heading, ...under] : under;
}

/** The headings that all of a passage stands under; its 条 too, where it begins within one. */
function headingOf({ lines }: Structured, { paths, articles, bare }: Tree, { start, from, to }: Atom): string[] {
  let common: readonly string[] | undefined;
  for (let at = from; at <= to; at++) {
    if (bare[at] && at < to) continue;
    const path = paths[at] ?? [];
    const shared = common ?? path;
    let length = 0;
    while (length < shared.length && shared[length] === path[length]) length++;
    common = shared.slice(0, length);
  }
  const article = articles[from];
  const within = article !== undefined && (lines[from]?.kind !== 'article' || start > (lines[from]?.start ?? 0));
  return [...(common ?? []), ...(within ? [article] : [])];
}

/** Mean confidence of what OCR read of the passage, by length; null where it read none of it. */
function confidenceOf({ lines }: Structured, { start, end, from, to }: Atom): number | null {
  let [read, sum] = [0, 0];
  for (const line of lines.slice(from, to + 1)) {
    const length = Math.min(end, line.end) - Math.max(start, line.start);
    if (line.ocr === undefined || length <= 0) continue;
    read += length;
    sum += length * line.ocr;
  }
  return read === 0 ? null : sum / read;
}

/** For every row, the line of its table's header. */
function headerLines({ lines }: Structured): (number | undefined)[] {
  let header: number | undefined;
  return lines.map((line, at) => {
    if (line.kind !== 'row') header = undefined;
    else if (line.tableHeader === undefined) header = at;
    return line.kind === 'row' && line.tableHeader !== undefined ? header : undefined;
  });
}

/** The header of the table that a passage begins inside of. */
function headerOf({ lines }: Structured, headers: readonly (number | undefined)[], { from }: Atom): string | null {
  const header = headers[from];
  return header !== undefined && header < from ? (lines[from]?.tableHeader ?? null) : null;
}

function withoutSpace(text: string, { start, end }: Atom): { start: number; end: number } {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}
