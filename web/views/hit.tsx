// One hit: the document, and the passage (or its best few) with what was found marked, and a citation.
import type { DocumentSummary } from '../../services/domain/document.js';
import type { Passage } from '../../services/domain/passage.js';
import type { Highlight, Hit as HitType } from '../../services/domain/result.js';
import { excerpt } from '../excerpt.js';
import { Marked } from '../highlight.js';
import { passageHref } from '../links.js';
import { Cite, CiteFolded } from './cite.js';
import { Facts, ofThePast } from './facts.js';
import { FoldedHere } from './folded.js';
import { Judge } from './judge.js';
import { NewerNotice } from './newer.js';
import { OcrBadge } from './ocr.js';
import type { View } from './view.js';
import { type Leg, Why } from './why.js';

interface Found {
  readonly passage: Passage;
  readonly highlights: readonly Highlight[];
}

export const Place = ({ view, passage }: { readonly view: View; readonly passage: Passage }) =>
  passage.heading.length === 0 && passage.page === null && passage.ocr === null ? null : (
    <p class="place">
      {passage.heading.length > 0 && (
        <span class="path" lang="zh-CN">
          {passage.heading.join(' › ')}
        </span>
      )}
      {passage.page !== null && <span class="at-page">{view.say('pageNumber', { page: passage.page })}</span>}{' '}
      <OcrBadge view={view} confidence={passage.ocr} />
    </p>
  );

/** Shortened around what was found to about `limit` characters, with the whole passage to unfold. */
function Words({ view, passage, highlights, limit }: Found & { readonly view: View; readonly limit: number }) {
  const { text } = passage;
  const within = excerpt(text, highlights, limit);
  const cut = within.start > 0 || within.end < text.length;
  return (
    <>
      <p class="words" lang="zh-CN">
        {within.start > 0 && '…'}
        <Marked text={text} highlights={highlights} within={within} />
        {within.end < text.length && '…'}
      </p>
      {cut && (
        <details class="whole">
          <summary>{view.say('wholePassage')}</summary>
          <p class="words" lang="zh-CN">
            <Marked text={text} highlights={highlights} />
          </p>
        </details>
      )}
    </>
  );
}

/** A document's best passages under one title. */
const Several = (props: {
  readonly view: View;
  readonly document: DocumentSummary;
  readonly q: string;
  readonly found: readonly Found[];
}) => (
  <ul class="several" aria-label={props.view.say('morePassages')}>
    {props.found.map(({ passage, highlights }) => (
      <li key={passage.id}>
        <Place view={props.view} passage={passage} />
        <Words view={props.view} passage={passage} highlights={highlights} limit={100} />
        <p class="open">
          <a href={passageHref(props.document.id, passage, props.q)}>{props.view.say('openHere')}</a>
        </p>
        <CiteFolded view={props.view} document={props.document} passage={passage} />
        {props.view.judging && <Judge view={props.view} passage={passage} q={props.q} />}
      </li>
    ))}
  </ul>
);

interface HitProps {
  readonly view: View;
  readonly hit: HitType;
  readonly q: string;
  readonly asked: readonly Leg[];
}

export function Hit({ view, hit, q, asked }: HitProps) {
  const { document, passage, highlights, passages } = hit;
  return (
    <article class={`hit${ofThePast(document)}`}>
      <h2 lang="zh-CN">
        <a href={passageHref(document.id, passage, q)}>{document.title}</a>
        {hit.verbatim && (
          <>
            {' '}
            <span class="verbatim" lang={view.language === 'zh' ? 'zh-CN' : 'en'}>
              {view.say('verbatim')}
            </span>
          </>
        )}
      </h2>
      <Facts view={view} document={document} />
      <NewerNotice view={view} document={document} />
      {passages ? (
        <Several view={view} document={document} q={q} found={passages} />
      ) : (
        <>
          <Place view={view} passage={passage} />
          <Words view={view} passage={passage} highlights={highlights} limit={180} />
        </>
      )}
      <FoldedHere view={view} hit={hit} q={q} />
      <Cite view={view} document={document} passage={passages ? undefined : passage} />
      <div class="asides">
        <Why view={view} hit={hit} asked={asked} />
        {view.judging && !passages && <Judge view={view} passage={passage} q={q} />}
      </div>
    </article>
  );
}
