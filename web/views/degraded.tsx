// What is missing at the moment, and what that does to the results.
import type { Degraded as DegradedPart } from '../../services/domain/result.js';
import type { View } from './view.js';

export const Degraded = ({ view, degraded }: { readonly view: View; readonly degraded: readonly DegradedPart[] }) =>
  degraded.length === 0 ? null : (
    <div class="notice" role="status">
      <strong>{view.say('degradedTitle')}</strong>
      <ul>
        {degraded.map((what) => (
          <li key={what}>{view.say(`degraded_${what}`)}</li>
        ))}
      </ul>
    </div>
  );
