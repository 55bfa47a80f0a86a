// Why a hit stands where it does, for those who ask.
import type { Hit } from '../../services/domain/result.js';
import { count, type View } from './view.js';

export type Leg = Hit['why']['legs'][number]['leg'];

interface Props {
  readonly view: View;
  readonly hit: Hit;
  /** the legs that were asked: one that was not says nothing of the hit */
  readonly asked: readonly Leg[];
}

export function Why({ view, hit, asked }: Props) {
  const { say } = view;
  const { legs, terms, named, sentence } = hit.why;
  const [keyword, vector] = (['keyword', 'vector'] as const).map((name) => legs.find(({ leg }) => leg === name));
  const between = view.language === 'zh' ? '、' : ', ';
  return (
    <details class="why">
      <summary>{say('why')}</summary>
      <ul>
        {asked.includes('keyword') && (
          <li>{keyword ? say('whyKeyword', { rank: count(keyword.rank) }) : say('whyNoKeyword')}</li>
        )}
        {asked.includes('vector') && (
          <li>
            {vector
              ? say('whyVector', { rank: count(vector.rank), score: vector.score.toFixed(2) })
              : say('whyNoVector')}
          </li>
        )}
        <li>
          {terms.length === 0 ? (
            say('whyNoTerms')
          ) : (
            <>
              {say('whyTerms')}
              <span lang="zh-CN">{terms.join(between)}</span>
            </>
          )}
        </li>
        {named.length > 0 && (
          <li>
            {say('whyNamed')}
            {named.map((name) => say(`named_${name}`)).join(between)}
          </li>
        )}
        {sentence && (
          <li>
            {say('whySentence')}
            <span lang="zh-CN">{hit.passage.text.slice(sentence.start, sentence.end)}</span>
          </li>
        )}
      </ul>
    </details>
  );
}
