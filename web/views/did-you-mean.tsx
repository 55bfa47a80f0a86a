// A likely slip in the query, offered as a link and never applied.
import type { SearchRequest } from '../../services/domain/query.js';
import type { SearchResponse } from '../../services/domain/result.js';
import { searchHref } from '../links.js';
import type { View } from './view.js';

interface Props {
  readonly view: View;
  readonly request: SearchRequest;
  readonly response: SearchResponse;
}

export const DidYouMean = ({ view, request, response: { suggestion } }: Props) =>
  suggestion === null ? null : (
    <p class="did-you-mean" role="status">
      {view.say('didYouMean')}{' '}
      <a lang="zh-CN" href={searchHref(request, { q: suggestion })} rel="nofollow">
        {suggestion}
      </a>
    </p>
  );
