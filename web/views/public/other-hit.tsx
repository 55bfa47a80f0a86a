// One of the other hits: what it is and whether it stands in plain view, the sentence that comes nearest, its words folded.
import type { Hit } from '../../../services/domain/result.js';
import { excerpt } from '../../excerpt.js';
import { Marked } from '../../highlight.js';
import { passageHref } from '../../links.js';
import { CiteFolded } from '../cite.js';
import { Facts, ofThePast } from '../facts.js';
import { FoldedHere } from '../folded.js';
import { Place } from '../hit.js';
import { Judge } from '../judge.js';
import { NewerNotice } from '../newer.js';
import type { View } from '../view.js';

const SHORT = 90;

export function OtherHit({ view, hit, q }: { readonly view: View; readonly hit: Hit; readonly q: string }) {
  const { document, passage, highlights } = hit;
  const { text } = passage;
  const within = excerpt(text, highlights, SHORT);
  return (
    <article class={`hit other${ofThePast(document)}`}>
      <h3 lang="zh-CN">
        <a href={passageHref(document.id, passage, q)}>{document.title}</a>
      </h3>
      <Facts view={view} document={document} />
      <NewerNotice view={view} document={document} />
      <p class="words" lang="zh-CN">
        {within.start > 0 && '…'}
        <Marked text={text} highlights={highlights} within={within} />
        {within.end < text.length && '…'}
      </p>
      <details class="whole">
        <summary>{view.say('othersUnfold')}</summary>
        <Place view={view} passage={passage} />
        <p class="words" lang="zh-CN">
          <Marked text={text} highlights={highlights} />
        </p>
        <FoldedHere view={view} hit={hit} q={q} />
        <CiteFolded view={view} document={document} passage={passage} />
        {view.judging && <Judge view={view} passage={passage} q={q} />}
      </details>
    </article>
  );
}
