// The words of a paragraph with what lies in them: passages' anchors, label, marks, places where values were read.
import type { ComponentChild } from 'preact';
import type { Passage, Range } from '../../services/domain/passage.js';
import { wholeCharacters } from '../highlight.js';
import { passageAnchor } from '../links.js';
import type { Mark, ReadingBlock } from '../reading.js';
import type { ValuePlace } from '../value-places.js';
import { markAnchor, Steps } from './find.js';
import type { View } from './view.js';

export interface ParagraphProps {
  readonly view: View;
  readonly text: string;
  readonly block: ReadingBlock;
  readonly opened?: Passage;
  /** how many marks the document has */
  readonly marks: number;
  readonly values: readonly ValuePlace[];
}

export const valueAnchor = (field: string): string => `read-${field}`;

export const isOpened = ({ block, opened }: Pick<ParagraphProps, 'block' | 'opened'>): boolean =>
  opened !== undefined && opened.start <= block.start && block.end <= opened.end;

/** Tells assistive tools which block the opened passage starts in. */
export const location = ({ block, opened }: Pick<ParagraphProps, 'block' | 'opened'>): 'location' | undefined =>
  opened !== undefined && block.start <= opened.start && opened.start < block.end ? 'location' : undefined;

const holds = ({ start, end }: Range, from: number, to: number): boolean => start <= from && to <= end;

interface MarkPiece {
  readonly view: View;
  readonly mark: Mark;
  readonly marks: number;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Where a mark begins it has an address; where it ends, the way to the next one. */
const Piece = ({ view, mark, marks, words, from, to }: MarkPiece) => (
  <>
    <mark id={mark.start === from ? markAnchor(mark.n) : undefined}>{words}</mark>
    {to === mark.end && marks > 1 && <Steps view={view} n={mark.n} of={marks} />}
  </>
);

/** The part `within` of the block, cut where passages start, where the label ends, and where anything begins or ends in it. */
export function Content(props: ParagraphProps & { readonly within: Range }) {
  const { view, text, block, opened, within, values, marks } = props;
  const { start, end } = within;
  const labelEnd = block.start + (block.label ?? 0);
  const found = block.marks.map((mark) => ({ ...mark, ...wholeCharacters(text, mark) }));
  const places = values.filter((place) => place.start < end && place.end > start);
  const cuts = [
    start,
    end,
    labelEnd,
    ...block.anchors.map(({ at }) => at),
    ...[...found, ...places].flatMap((range) => [range.start, range.end]),
    opened?.start ?? start,
    opened?.end ?? start,
  ];
  const points = [...new Set(cuts)].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  const out: ComponentChild[] = [];
  for (const [i, from] of points.entries()) {
    const to = points[i + 1];
    for (const { id, at } of block.anchors) if (at === from) out.push(<span class="anchor" id={passageAnchor(id)} />);
    if (to === undefined) break;
    const mark = found.find((range) => holds(range, from, to));
    const place = places.find((range) => holds(range, from, to));
    let words: ComponentChild = text.slice(from, to);
    if (mark) words = <Piece {...{ view, mark, marks, from, to }} words={text.slice(from, to)} />;
    if (place) {
      words = (
        <span class="value-place" id={place.start === from ? valueAnchor(place.field) : undefined}>
          {words}
        </span>
      );
    }
    const inside = opened !== undefined && opened.start <= from && to <= opened.end;
    if (to <= labelEnd) out.push(<strong>{words}</strong>);
    else if (inside && !isOpened(props)) out.push(<span class="opened-part">{words}</span>);
    else out.push(words);
  }
  return <>{out}</>;
}
