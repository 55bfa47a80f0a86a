// Find in this document: a box, how many places, and the way from each to the next; plain links, with keys where there is JavaScript.
import type { Passage } from '../../services/domain/passage.js';
import { type Address, href, passageAnchor } from '../links.js';
import { count, shortened, type View } from './view.js';

export const markAnchor = (n: number): string => `f${n}`;

interface StepsProps {
  readonly view: View;
  readonly n: number;
  readonly of: number;
}

/** Beside a mark, seen while the mark is the page's target. */
export const Steps = ({ view, n, of }: StepsProps) => (
  <span class="steps" data-find-step lang={view.language === 'zh' ? 'zh-CN' : 'en'}>
    {n > 1 && (
      <a href={`#${markAnchor(n - 1)}`} aria-label={view.say('findPrevious')}>
        ‹
      </a>
    )}
    <span>{`${n}/${of}`}</span>
    {n < of && (
      <a href={`#${markAnchor(n + 1)}`} aria-label={view.say('findNext')}>
        ›
      </a>
    )}
  </span>
);

export interface FindProps {
  readonly view: View;
  /** where the form leads, and what it keeps beside `q` */
  readonly address: Address;
  readonly q?: string;
  readonly marked: { readonly count: number; readonly more: boolean };
  readonly opened?: Passage;
}

function Found({ view, q = '', marked, opened }: FindProps) {
  const { say } = view;
  const key = marked.count === 0 ? 'marksNone' : marked.more ? 'marksInDocumentMany' : 'marksInDocument';
  return (
    <p class="marks">
      <span>{say(key, { q: shortened(q), count: count(marked.count) })}</span>
      {marked.count > 0 && (
        <a
          href={`#${markAnchor(1)}`}
          data-find={marked.count}
          data-previous={say('findPrevious')}
          data-next={say('findNext')}
        >
          {say('findFirst')}
        </a>
      )}
      {opened && <a href={`#${passageAnchor(opened.id)}`}>{say('toOpened')}</a>}
      <a href={href('/ask', { q })}>{say('searchAll')}</a>
    </p>
  );
}

export const Find = (props: FindProps) => (
  <search class={props.q && props.marked.count > 0 ? 'find found' : 'find'}>
    <form action={props.address.path} method="get">
      {Object.entries(props.address.params).map(
        ([name, value]) =>
          value !== undefined && name !== 'q' && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <input
        type="search"
        name="q"
        value={props.q ?? ''}
        aria-label={props.view.say('findLabel')}
        placeholder={props.view.say('findLabel')}
        autocomplete="off"
      />
      <button type="submit">{props.view.say('findButton')}</button>
    </form>
    {props.q && <Found {...props} />}
  </search>
);
