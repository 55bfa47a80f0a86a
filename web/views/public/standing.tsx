// Whether a document stands, in a sentence: what it says of itself, what is known of newer ones, and what is not known.
import { chineseDate } from '../../../services/citation/plain.js';
import type { DocumentSummary } from '../../../services/domain/document.js';
import { oldBy, type Tone, toneOf } from '../facts.js';
import type { View } from '../view.js';

/** What is known of a document beside its summary. */
export interface StandingFacts {
  /** words that state the status */
  readonly basis: string | null;
  /** YYYY-MM-DD */
  readonly effectiveOn: string | null;
  /** of so many versions it is the newest; null where that cannot be told, or there is one only */
  readonly newestOf: number | null;
  /** YYYY-MM-DD */
  readonly today: string;
}

interface StandingProps {
  readonly view: View;
  readonly document: DocumentSummary;
  readonly facts: StandingFacts;
}

function tone(document: DocumentSummary, future: boolean): Tone {
  const { status, newer } = document;
  if (newer?.kind === 'version' || status === '已废止' || status === '已修订') return 'bad';
  return newer || future || oldBy(document) > 0 ? 'warn' : toneOf(status);
}

export function Standing({ view, document, facts }: StandingProps) {
  const { say } = view;
  const { status, newer } = document;
  const { basis, effectiveOn, newestOf, today } = facts;
  const stands = newer === null && ['现行', '试行', '未知'].includes(status);
  const future = stands && effectiveOn !== null && effectiveOn > today;
  const date = effectiveOn && (view.language === 'zh' ? chineseDate(effectiveOn) : effectiveOn);
  return (
    <p class={`standing ${tone(document, future)}`}>
      {future && date ? (
        <strong>{say('standingFuture', { date })}</strong>
      ) : (
        <strong>{newer ? say(`standingOlder_${newer.kind}`) : say(`standing_${status}`)}</strong>
      )}{' '}
      {stands && !future && date && `${say('standingEffective', { date })} `}
      {stands && newestOf !== null && `${say('standingNewest', { count: newestOf })} `}
      {basis && <span>{say('standingBasis', { basis })}</span>}
    </p>
  );
}
