// The words of a paragraph with what lies in them: passages' anchors, label, marks, places where values were read, citations as links.
import type { ComponentChild } from 'preact';
import type { Passage, Range } from '../../services/domain/passage.js';
import type { CitationLink } from '../citation-links.js';
import { wholeCharacters } from '../highlight.js';
import { passageAnchor } from '../links.js';
import type { ReadingBlock } from '../reading.js';
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

/** What one link holds, or what stands outside of any. */
interface Run {
  readonly link: CitationLink | undefined;
  readonly words: ComponentChild[];
  /** whether the link ends in it */
  ends: boolean;
}

/** A mention that leads to what it means, or says in its title why it leads nowhere. */
function Cited({ view, run: { link, words, ends } }: { readonly view: View; readonly run: Run }) {
  if (!link) return <>{words}</>;
  const { href, state, title } = link;
  const shown = state === 'repealed' && ends ? view.say('citationState_repealed') : undefined;
  const shared = { class: `cites ${state}`, title, 'data-state': shown };
  return href === undefined ? (
    <span {...shared}>{words}</span>
  ) : (
    <a href={href} {...shared}>
      {words}
    </a>
  );
}

/** The part `within` of the block, cut where passages start, where the label ends, and where anything begins or ends in it. */
export function Content(props: ParagraphProps & { readonly within: Range }) {
  const { view, text, block, opened, within, values, marks } = props;
  const { start, end } = within;
  const labelEnd = block.start + (block.label ?? 0);
  const whole = <T extends Range>(range: T): T => ({ ...range, ...wholeCharacters(text, range) });
  const found = block.marks.map(whole);
  const links = block.links.map(whole);
  const places = values.filter((place) => place.start < end && place.end > start);
  const cuts = [
    start,
    end,
    labelEnd,
    ...block.anchors.map(({ at }) => at),
    ...[...found, ...places, ...links].flatMap((range) => [range.start, range.end]),
    opened?.start ?? start,
    opened?.end ?? start,
  ];
  const points = [...new Set(cuts)].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  const runs: Run[] = [];
  const put = (link: CitationLink | undefined, words: ComponentChild): void => {
    const last = runs.at(-1);
    if (last && last.link === link) last.words.push(words);
    else runs.push({ link, words: [words], ends: false });
  };
  for (const [i, from] of points.entries()) {
    const to = points[i + 1];
    const link = to === undefined ? undefined : links.find((range) => holds(range, from, to));
    for (const { id, at } of block.anchors) if (at === from) put(link, <span class="anchor" id={passageAnchor(id)} />);
    if (to === undefined) break;
    const mark = found.find((range) => holds(range, from, to));
    const place = places.find((range) => holds(range, from, to));
    let words: ComponentChild = text.slice(from, to);
    const steps = mark && to === mark.end && marks > 1 && <Steps view={view} n={mark.n} of={marks} />;
    if (mark) {
      words = (
        <>
          <mark id={mark.start === from ? markAnchor(mark.n) : undefined}>{words}</mark>
          {!link && steps}
        </>
      );
    }
    if (place) {
      words = (
        <span class="value-place" id={place.start === from ? valueAnchor(place.field) : undefined}>
          {words}
        </span>
      );
    }
    const inside = opened !== undefined && opened.start <= from && to <= opened.end;
    if (to <= labelEnd) words = <strong>{words}</strong>;
    else if (inside && !isOpened(props)) words = <span class="opened-part">{words}</span>;
    put(link, words);
    const run = runs.at(-1);
    if (run && link && to === link.end) run.ends = true;
    if (link && steps) put(undefined, steps); // links themselves, which stand in no other
  }
  return (
    <>
      {runs.map((run) => (
        <Cited view={view} run={run} />
      ))}
    </>
  );
}
