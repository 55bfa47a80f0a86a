// A likely slip in the query, offered as a link and never applied.
import type { SearchResponse } from '../../services/domain/result.js';
import type { View } from './view.js';

interface Props {
  readonly view: View;
  readonly response: SearchResponse;
  /** where those words lead */
  readonly to: (q: string) => string;
}

export const DidYouMean = ({ view, response: { suggestion }, to }: Props) =>
  suggestion === null ? null : (
    <p class="did-you-mean" role="status">
      {view.say('didYouMean')}{' '}
      <a lang="zh-CN" href={to(suggestion)} rel="nofollow">
        {suggestion}
      </a>
    </p>
  );
