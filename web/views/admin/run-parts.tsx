// What the pages of runs and of the queue have in common: counts by outcome, and what keeps files waiting.
import type { QueueState, RunCounts } from '../../../services/domain/intake.js';
import { count, type View } from '../view.js';

export const outcomes = ['failed', 'indexed', 'duplicate', 'unchanged', 'waiting'] as const;

export const runPath = (id: number): string => `/admin/runs/${id}`;

export const RunCountsLine = ({ view, counts }: { readonly view: View; readonly counts: RunCounts }) => (
  <>
    {outcomes
      .filter((status) => counts[status] > 0)
      .map((status) => `${view.say(status)} ${count(counts[status])}`)
      .join(' · ')}
  </>
);

/** Files that wait for nobody, or for long. */
export function Absent({ view, queue }: { readonly view: View; readonly queue: QueueState }) {
  if (queue.worker === 'absent')
    return (
      <p class="notice strong" role="alert">
        {view.say('runAbsent')} <code>npm run --silent yanju -- worker</code>
      </p>
    );
  return queue.stuck ? <p class="notice strong">{view.say('runStuck')}</p> : null;
}
