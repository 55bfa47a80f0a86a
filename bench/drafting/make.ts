// Drafts made from a document's text: some sentences changed, some joined, the rest as they stand; with what is true of each.
import { normalForm } from '../../services/domain/text.js';
import { sentencesOf } from '../../services/families/sentences.js';
import type { Changed, ChangeKind } from './mutate.js';
import type { Random } from './random.js';

export interface Truth {
  readonly start: number;
  readonly end: number;
  readonly labels: readonly string[];
  readonly change: {
    readonly kind: ChangeKind;
    readonly start: number;
    readonly end: number;
    readonly way?: Changed['way'];
    /** the sentence as it was */
    readonly was: string;
  } | null;
}
export interface Made {
  readonly text: string;
  readonly truths: readonly Truth[];
}

export interface MakeOptions {
  readonly random: Random;
  /** share of the sentences that are changed */
  readonly share: number;
  /** whether a sentence (normal form) may be changed, and its label is known where it stays */
  mayChange(key: string): boolean;
  /** whether a change of it is a conflict: its source binds the draft */
  mustFind(key: string): boolean;
  /** whether a wording stands in the archive as it is: a change into one is no change */
  isKnown(key: string): boolean;
  change(text: string, random: Random): Changed | null;
}

const SHORTEST = 12;
const JOINED = 0.04;

export function makeDraft(text: string, { random, share, mayChange, mustFind, isKnown, change }: MakeOptions): Made {
  const sentences = sentencesOf(text);
  let out = '';
  const truths: Truth[] = [];
  let at = 0;
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i]!; // in bounds
    out += text.slice(at, sentence.start);
    at = sentence.end;
    const start = out.length;
    const usable = sentence.text.length >= SHORTEST && sentence.text.length <= 400 && mayChange(sentence.key);
    const next = sentences[i + 1];
    if (
      usable &&
      next &&
      random.next() < JOINED &&
      canJoin(sentence.text, next.text) &&
      mayChange(next.key) &&
      text.slice(sentence.end, next.start) === ''
    ) {
      out += `${sentence.text.slice(0, -1)}，${next.text}`;
      at = next.end;
      i++;
      truths.push({
        start,
        end: out.length,
        labels: ['edited'],
        change: { kind: 'joined', was: text.slice(sentence.start, next.end), start, end: out.length },
      });
      continue;
    }
    const changed = usable && random.next() < share && mustFind(sentence.key) ? change(sentence.text, random) : null;
    if (changed && !isKnown(normalForm(changed.text))) {
      out += changed.text;
      const { kind, way } = changed;
      truths.push({
        start,
        end: out.length,
        labels: changed.labels,
        change: {
          kind,
          ...(way && { way }),
          was: sentence.text,
          start: start + changed.start,
          end: start + changed.end,
        },
      });
    } else {
      out += sentence.text;
      truths.push({ start, end: out.length, labels: mayChange(sentence.key) ? ['verbatim'] : [], change: null });
    }
  }
  return { text: out + text.slice(at), truths };
}

const canJoin = (one: string, two: string): boolean =>
  /。$/u.test(one) &&
  two.length >= SHORTEST &&
  one.length + two.length <= 300 &&
  !/^(?:第.{1,6}条|[（(一二三四五六七八九十\d])/u.test(two);
