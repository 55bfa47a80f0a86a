// The hit that comes nearest, as a reader needs it: whose rule, of when, whether it stands, and its words in full.

import type { Provision as Words } from '../../../services/domain/passage.js';
import type { Hit } from '../../../services/domain/result.js';
import { Marked } from '../../highlight.js';
import { passageHref } from '../../links.js';
import { CiteFolded } from '../cite.js';
import { Facts, ofThePast } from '../facts.js';
import { FoldedHere } from '../folded.js';
import { Place } from '../hit.js';
import { Judge } from '../judge.js';
import { NewerNotice } from '../newer.js';
import type { View } from '../view.js';
import { Standing, type StandingFacts } from './standing.js';

export interface Best {
  readonly hit: Hit;
  readonly words: Words;
  readonly facts: StandingFacts;
}

interface ProvisionProps {
  readonly view: View;
  readonly best: Best;
  readonly q: string;
}

export function Provision({ view, best: { hit, words, facts }, q }: ProvisionProps) {
  const { say } = view;
  const { document, passage } = hit;
  const shift = passage.start - words.start;
  const highlights = hit.highlights.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift }));
  const article = view.cite?.(document, passage).place?.article;
  return (
    <article class={`hit provision${ofThePast(document)}`}>
      <h3 lang="zh-CN">
        <a href={passageHref(document.id, passage, q)}>{document.title}</a>
      </h3>
      <Facts view={view} document={document} />
      <Standing view={view} document={document} facts={facts} />
      <NewerNotice view={view} document={document} />
      <Place view={view} passage={passage} />
      {words.whole ? (
        article && <p class="provision-of">{say('provisionOf', { place: article })}</p>
      ) : (
        <p class="provision-of">{say('provisionLong')}</p>
      )}
      <blockquote class="words" lang="zh-CN">
        <Marked text={words.text} highlights={highlights} />
      </blockquote>
      <p class="open">
        <a href={passageHref(document.id, passage, q)}>{say('provisionOpen')}</a>
      </p>
      <FoldedHere view={view} hit={hit} q={q} />
      <div class="asides">
        <CiteFolded view={view} document={document} passage={passage} />
        {view.judging && <Judge view={view} passage={passage} q={q} />}
      </div>
    </article>
  );
}
