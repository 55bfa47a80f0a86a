// Comments' marks put into a Word part, between its runs; a run is cut in two where a comment begins or ends inside it.
import type { Paragraph, Piece, Run } from './paragraphs.js';
import type { InParagraph } from './places.js';
import type { WordNames } from './scan.js';

export interface Marked {
  /** the comment's number */
  readonly id: number;
  /** null: where it belongs was not found */
  readonly place: InParagraph | null;
}

interface Cut {
  /** what closes before the marks, and opens again behind them */
  readonly close: string;
  readonly open: string;
  readonly starts: string[];
  readonly ends: string[];
}

/** Comments without a place stand at `first`. */
export function withMarks(xml: string, { of }: WordNames, marked: readonly Marked[], first: Paragraph): string {
  const cuts = new Map<number, Cut>();
  const preserved = new Set<Piece>();
  const cutAt = (at: number, close: string, open: string): Cut => {
    const cut = cuts.get(at) ?? { close, open, starts: [], ends: [] };
    cuts.set(at, cut);
    return cut;
  };
  const reopen = ({ start, content }: Run): string => xml.slice(start, content);
  const closeRun = `</${of('r')}>`;

  const cutIn = (piece: Piece, at: number): Cut => {
    const { run } = piece;
    const [from, to] = [piece.at[0], piece.at.at(-1)];
    if (at === from) {
      return piece.start === run.content ? cutAt(run.start, '', '') : cutAt(piece.start, closeRun, reopen(run));
    }
    if (at === to) return piece.end === run.close ? cutAt(run.end, '', '') : cutAt(piece.end, closeRun, reopen(run));
    preserved.add(piece);
    const text = `<${of('t')} xml:space="preserve">`;
    return cutAt(at, `</${of('t')}>${closeRun}`, `${reopen(run)}${text}`);
  };

  for (const { id, place } of marked) {
    const start = `<${of('commentRangeStart')} ${of('id')}="${id}"/>`;
    const end = `<${of('commentRangeEnd')} ${of('id')}="${id}"/><${of('r')}><${of('commentReference')} ${of('id')}="${id}"/></${of('r')}>`;
    const host = place?.paragraph.host;
    if (!place) cutAt(first.content, '', '').starts.push(start, end);
    else if (host) {
      cutAt(host.start, '', '').starts.push(start);
      cutAt(host.end, '', '').ends.push(end);
    } else {
      const [one, last] = endsOf(place);
      cutIn(one.piece, one.at).starts.push(start);
      cutIn(last.piece, last.at).ends.push(end);
    }
  }
  for (const piece of preserved) {
    const tag = xml.slice(piece.start, piece.opened);
    if (!/\sxml:space=/u.test(tag)) cutAt(piece.opened - 1, ' xml:space="preserve"', '');
  }
  return spliced(xml, cuts);
}

interface Point {
  readonly piece: Piece;
  readonly at: number;
}

/** Where a range of a paragraph's characters begins and ends; it is not empty. */
function endsOf({ paragraph: { pieces }, start, end }: InParagraph): readonly [Point, Point] {
  const point = (at: number, isEnd: boolean): Point => {
    let from = 0;
    for (const piece of pieces) {
      const to = from + piece.text.length;
      if (isEnd ? at <= to : at < to) return { piece, at: piece.at[at - from] ?? piece.end };
      from = to;
    }
    throw new Error('a place past its paragraph'); // places are made of the same pieces
  };
  return [point(start, false), point(end, true)];
}

function spliced(xml: string, cuts: ReadonlyMap<number, Cut>): string {
  let [out, from] = ['', 0];
  for (const [at, { close, open, starts, ends }] of [...cuts].sort(([a], [b]) => a - b)) {
    // what ends here ends before what begins here begins
    out += xml.slice(from, at) + close + ends.join('') + starts.join('') + open;
    from = at;
  }
  return out + xml.slice(from);
}
