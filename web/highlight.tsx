// Ranges of a text as elements: <mark> for what matches, <em class="answer"> for the sentence that answers.
import type { ComponentChild } from 'preact';
import type { Range } from '../services/domain/passage.js';
import type { Highlight } from '../services/domain/result.js';

/** A run of text that is marked the same throughout. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly match: boolean;
  readonly answer: boolean;
}

/** Whether the boundary `at` falls between the two halves of a surrogate pair. */
const splitsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
};

/** The range within the text, widened so that it cuts no surrogate pair. */
export function wholeCharacters(text: string, range: Range): Range {
  const start = Math.max(0, Math.min(range.start, text.length));
  const end = Math.max(start, Math.min(range.end, text.length));
  return {
    start: splitsPair(text, start) ? start - 1 : start,
    end: splitsPair(text, end) ? end + 1 : end,
  };
}

/** Cuts `within` into segments. Highlights may overlap, touch, be empty, come unsorted or reach beyond the text. */
export function segments(text: string, highlights: readonly Highlight[], within?: Range): Segment[] {
  const area = wholeCharacters(text, within ?? { start: 0, end: text.length });
  const ranges = highlights
    .map((highlight) => ({ ...wholeCharacters(text, highlight), kind: highlight.kind }))
    .map(({ start, end, kind }) => ({ start: Math.max(start, area.start), end: Math.min(end, area.end), kind }))
    .filter(({ start, end }) => start < end);
  const steps = ranges.flatMap(({ start, end, kind }) => [
    { at: start, kind, by: 1 },
    { at: end, kind, by: -1 },
  ]);
  steps.sort((a, b) => a.at - b.at);
  const open = { match: 0, answer: 0 };
  const out: Segment[] = [];
  let from = area.start;
  const cut = (to: number): void => {
    if (to <= from) return;
    const segment = { start: from, end: to, match: open.match > 0, answer: open.answer > 0 };
    const last = out.at(-1);
    if (last && last.match === segment.match && last.answer === segment.answer) {
      out[out.length - 1] = { ...last, end: to };
    } else out.push(segment);
    from = to;
  };
  for (const step of steps) {
    cut(step.at);
    open[step.kind] += step.by;
  }
  cut(area.end);
  return out;
}

/** A text, or the part of it `within`, with its highlights. */
export function Marked(props: {
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly within?: Range;
}) {
  const { text, highlights, within } = props;
  const out: ComponentChild[] = [];
  let answer: ComponentChild[] | undefined;
  for (const segment of segments(text, highlights, within)) {
    const words = text.slice(segment.start, segment.end);
    const piece = segment.match ? <mark>{words}</mark> : words;
    if (!segment.answer) {
      answer = undefined;
      out.push(piece);
    } else if (answer) answer.push(piece);
    else {
      answer = [piece];
      out.push(<em class="answer">{answer}</em>);
    }
  }
  return <>{out}</>;
}
