// Two documents side by side: the numbers that differ first, then sentence by sentence. Told apart by ins and del, not by colour alone.
import type { DocumentSummary } from '../../services/domain/document.js';
import type { Change, ChangedValue, Comparison } from '../../services/domain/family.js';
import { compareHref, documentPath, href } from '../links.js';
import { ChangedParts } from './changed-parts.js';
import { Facts } from './facts.js';
import { count, type View } from './view.js';

interface Props {
  readonly view: View;
  readonly comparison: Comparison;
}

const MAX_SHOWN = 500;
type Piece = ChangedValue['inA'];

const Side = (props: { readonly view: View; readonly name: string; readonly document: DocumentSummary }) => (
  <li>
    <strong>{props.name}</strong>{' '}
    <a href={documentPath(props.document.id)} lang="zh-CN">
      {props.document.title}
    </a>
    <Facts view={props.view} document={props.document} />
  </li>
);

const AROUND = 30;

/** The value marked among the words around it. */
function Within(props: { readonly sentence: Piece; readonly at: Piece | null; readonly old: boolean }) {
  const { sentence, at, old } = props;
  if (!at) return <>{sentence.text}</>;
  const start = at.start - sentence.start;
  const end = at.end - sentence.start;
  return (
    <>
      {start > AROUND && '…'}
      {sentence.text.slice(Math.max(0, start - AROUND), start)}
      {old ? <del>{at.text}</del> : <ins>{at.text}</ins>}
      {sentence.text.slice(end, end + AROUND)}
      {sentence.text.length > end + AROUND && '…'}
    </>
  );
}

function Numbers({ view, comparison }: Props) {
  const { say } = view;
  const { numbers, a, b } = comparison;
  if (numbers.length === 0) return <p>{say('compareNoNumbers')}</p>;
  const cell = (value: ChangedValue, side: 'a' | 'b') => {
    const sentence = side === 'a' ? value.inA : value.inB;
    const document = side === 'a' ? a : b;
    const at = value[side];
    return (
      <td lang="zh-CN">
        <p class="value">
          {at ? <a href={href(documentPath(document.id), { at: at.start })}>{at.text}</a> : say('absent')}
        </p>
        <p class="context">
          <Within sentence={sentence} at={at} old={side === 'a'} />
        </p>
      </td>
    );
  };
  return (
    <table class="numbers">
      <thead>
        <tr>
          <td />
          <th scope="col">{say('compareA')}</th>
          <th scope="col">{say('compareB')}</th>
        </tr>
      </thead>
      <tbody>
        {numbers.slice(0, MAX_SHOWN).map((value, i) => (
          <tr key={`${value.a?.start} ${value.b?.start} ${i}`}>
            <th scope="row">{say(`kind_${value.kind}`)}</th>
            {cell(value, 'a')}
            {cell(value, 'b')}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changed({ view, change }: { readonly view: View; readonly change: Change }) {
  const { say } = view;
  if (change.kind === 'same') {
    return <li class="same">{say('compareSameRun', { count: count(change.sentences ?? 0) })}</li>;
  }
  return (
    <li class={change.kind}>
      <span class="reason">{say(`change_${change.kind}`)}</span>
      <p lang="zh-CN">
        {change.kind === 'removed' && <del>{change.a?.text}</del>}
        {change.kind === 'added' && <ins>{change.b?.text}</ins>}
        {change.parts && <ChangedParts parts={change.parts} />}
      </p>
    </li>
  );
}

export function Compare({ view, comparison }: Props) {
  const { say } = view;
  const { a, b, relation, similarity, numbers, changes, truncated } = comparison;
  const of = (kind: Change['kind']): string => count(changes.filter((change) => change.kind === kind).length);
  const same = changes.every(({ kind }) => kind === 'same');
  return (
    <div class="compare">
      <h1>{say('compareTitle')}</h1>
      <ul class="sides">
        <Side view={view} name={say('compareA')} document={a} />
        <Side view={view} name={say('compareB')} document={b} />
      </ul>
      <p class="actions">
        {relation && <span>{say(`relation_${relation}`)}</span>}
        <span>{say('similarity', { percent: Math.floor(similarity * 100) })}</span>
        <a href={compareHref(b.id, a.id)}>{say('compareSwap')}</a>
        <a href={href('/api/compare', { a: a.id, b: b.id })}>{say('documentJson')}</a>
      </p>
      {truncated && <p class="notice">{say('compareTruncated')}</p>}
      {same ? (
        <p class="notice">{say('compareSame')}</p>
      ) : (
        <>
          <h2>{say('compareNumbers', { count: count(numbers.length) })}</h2>
          <Numbers view={view} comparison={comparison} />
          <h2>{say('compareChanges', { changed: of('changed'), removed: of('removed'), added: of('added') })}</h2>
          <p class="note">{say('compareLegend')}</p>
          <ol class="changes">
            {changes.slice(0, MAX_SHOWN).map((change, i) => (
              <Changed key={`${change.a?.start} ${change.b?.start} ${i}`} view={view} change={change} />
            ))}
          </ol>
          {changes.length > MAX_SHOWN && <p class="note">{say('compareMore', { count: count(MAX_SHOWN) })}</p>}
        </>
      )}
    </div>
  );
}
