// What the query was understood to say besides its words, and the links that take it further or take it back.
import type { SearchRequest } from '../../services/domain/query.js';
import type { SearchResponse } from '../../services/domain/result.js';
import { searchHref } from '../links.js';
import { RequiredPhrases } from './required-phrases.js';
import type { View } from './view.js';

interface Props {
  readonly view: View;
  readonly request: SearchRequest;
  readonly response: SearchResponse;
}

function named({ view, response }: Props): string[] {
  const { region, yearFrom: from, yearTo: to, type, issuer } = response.understood;
  const { say } = view;
  const years =
    from !== null && to !== null
      ? from === to
        ? String(from)
        : say('yearsRange', { from, to })
      : from !== null
        ? say('yearsSince', { from })
        : to !== null
          ? say('yearsUntil', { to })
          : null;
  return [region, years, type, issuer].filter((value) => value !== null);
}

export function Understood(props: Props) {
  const { view, request, response } = props;
  const { say } = view;
  const { phrases, region, yearFrom, yearTo, type, issuer, synonyms } = response.understood;
  const names = named(props);
  if (request.literal) {
    return (
      <p class="understood" role="status">
        {say('literalNow')} <a href={searchHref(request, { literal: undefined })}>{say('interpretAgain')}</a>
      </p>
    );
  }
  if (phrases.length === 0 && names.length === 0 && synonyms.length === 0) return null;
  const filters = {
    region: region ?? request.region,
    yearFrom: yearFrom ?? request.yearFrom,
    yearTo: yearTo ?? request.yearTo,
    type: type ?? request.type,
    issuer: issuer ?? request.issuer,
  };
  return (
    <p class="understood" role="status">
      <RequiredPhrases view={view} phrases={phrases} />
      {names.length > 0 && (
        <>
          {say('preferred', { named: names.join(view.language === 'zh' ? '、' : ', ') })}{' '}
          <a href={searchHref(request, filters)} rel="nofollow">
            {say('onlyThese')}
          </a>{' '}
        </>
      )}
      {synonyms.length > 0 && (
        <span>
          {say('alsoSearched')}
          <span lang="zh-CN">{[...new Set(synonyms.flatMap(({ official }) => official))].join('、')}</span>
          {view.language === 'zh' ? '。' : '.'}{' '}
        </span>
      )}
      <a href={searchHref(request, { literal: 'true' })} rel="nofollow">
        {say('takenBack')}
      </a>
    </p>
  );
}
