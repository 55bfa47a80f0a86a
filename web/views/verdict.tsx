// Above the hits of a question: that nothing answers it, or that they only come near, and what was searched:
// in plain view where that is the answer, folded where the hits may be.
import { toldCoverage } from '../../services/domain/messages/coverage.js';
import type { SearchResponse } from '../../services/domain/result.js';
import type { View } from './view.js';

export const Searched = ({ view, response }: { readonly view: View; readonly response: SearchResponse }) => (
  <p class="searched">{toldCoverage(response.coverage, view.language)}</p>
);

export function Verdict({ view, response }: { readonly view: View; readonly response: SearchResponse }) {
  const verdict = response.answer?.verdict;
  if (response.hits.length === 0 || verdict === undefined || verdict === 'answered') return null;
  const { say } = view;
  return (
    <div class="verdict" data-verdict={verdict} role="status">
      <p>
        <strong>{say(`verdict_${verdict}`)}</strong> {say(`verdict_${verdict}_hits`)}
      </p>
      {verdict === 'none' ? (
        <Searched view={view} response={response} />
      ) : (
        <details>
          <summary>{say('searchedWhat')}</summary>
          <Searched view={view} response={response} />
        </details>
      )}
    </div>
  );
}
