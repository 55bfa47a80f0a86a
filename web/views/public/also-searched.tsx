// What the question was understood to say: shown in a line, with the region that it names as a link.
import type { SearchRequest } from '../../../services/domain/query.js';
import type { SearchResponse } from '../../../services/domain/result.js';
import { answerHref } from '../../links.js';
import { RequiredPhrases } from '../required-phrases.js';
import type { View } from '../view.js';

interface Props {
  readonly view: View;
  readonly request: SearchRequest;
  readonly response: SearchResponse;
}

export function AlsoSearched({ view, request, response }: Props) {
  const { say } = view;
  const { phrases, region, synonyms } = response.understood;
  const named = region !== null && request.region === undefined ? region : null;
  const official = [...new Set(synonyms.flatMap((one) => one.official))];
  if (phrases.length === 0 && named === null && official.length === 0) return null;
  return (
    <p class="understood" role="status">
      <RequiredPhrases view={view} phrases={phrases} />
      {named !== null && (
        <>
          {say('preferred', { named })}{' '}
          <a href={answerHref({ q: request.q, region: named })} rel="nofollow">
            {say('onlyThese')}
          </a>{' '}
        </>
      )}
      {official.length > 0 && (
        <span>
          {say('alsoSearched')}
          <span lang="zh-CN">{official.join('、')}</span>
          {view.language === 'zh' ? '。' : '.'}
        </span>
      )}
    </p>
  );
}
