// The queue: what is being worked on, what waits and for how long about, and whether anybody works.
import type { QueueState, RunLine } from '../../../services/domain/intake.js';
import { count } from '../view.js';
import { AdminFrame, type AdminView } from './frame.js';
import { Absent, runPath } from './run-parts.js';
import { Runs } from './upload.js';

export interface QueueProps extends AdminView {
  readonly queue: QueueState;
  readonly runs: readonly RunLine[];
}

function Left({ view, queue }: Pick<QueueProps, 'view' | 'queue'>) {
  const { say } = view;
  const { pending, minutesLeft, perMinute } = queue;
  if (pending === 0) return <>{say('queueEmpty')}</>;
  const pace = perMinute === null ? '' : say('queuePace', { count: count(Math.max(1, Math.round(perMinute))) });
  const left =
    minutesLeft === null
      ? ''
      : minutesLeft < 1
        ? say('queueSoon')
        : say('queueMinutes', { minutes: count(Math.ceil(minutesLeft)) });
  const end = view.language === 'zh' ? '。' : '. ';
  return (
    <>
      {say('queuePending', { count: count(pending) })}
      {left}
      {end}
      {pace}
    </>
  );
}

const Head = ({ title, files }: { readonly title: string; readonly files: QueueState['next'] }) =>
  files.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul class="waiting">
        {files.map(({ file, run }) => (
          <li key={`${run} ${file}`}>
            <a href={runPath(run)} class="path" lang="zh-CN">
              {file}
            </a>
          </li>
        ))}
      </ul>
    </>
  );

export function QueueNow({ view, queue, runs }: QueueProps) {
  const { say } = view;
  const busy = queue.worker === 'busy';
  return (
    <div data-run={queue.pending === 0 ? 'done' : 'going'}>
      <p class="summary" data-told>
        <Left view={view} queue={queue} /> {queue.worker !== 'absent' && say(busy ? 'queueBusy' : 'queueIdle')}
      </p>
      {queue.lastFinishedAt && (
        <p class="note">{say('queueLast', { at: queue.lastFinishedAt.slice(0, 16).replace('T', ' ') })}</p>
      )}
      <Absent view={view} queue={queue} />
      {queue.pending > 0 && (
        <p class="note">
          <a href="/admin/queue" data-reload={say('runReloads')}>
            {say('runReload')}
          </a>
        </p>
      )}
      {busy && <Head title={say('queueNow')} files={queue.next.slice(0, 1)} />}
      <Head title={say('queueNext')} files={queue.next.slice(busy ? 1 : 0)} />
      <h2>{say('runsTitle')}</h2>
      <Runs view={view} runs={runs} />
    </div>
  );
}

export const Queue = (props: QueueProps) => (
  <AdminFrame {...props}>
    <h1>{props.view.say('queueTitle')}</h1>
    <div data-follow data-lost={props.view.say('runLost')}>
      <QueueNow {...props} />
    </div>
    <p class="hidden" role="status" data-follow-told />
  </AdminFrame>
);
