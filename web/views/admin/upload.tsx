// The form that sends files: chosen, a folder, or dropped; what is told before; and the runs of late.
import type { QueueState, RunLine } from '../../../services/domain/intake.js';
import { count } from '../view.js';
import { When } from '../when.js';
import { AdminFrame, type AdminView, FormKey } from './frame.js';
import { Absent, RunCountsLine, runPath } from './run-parts.js';

export interface UploadProps extends AdminView {
  readonly holds: {
    readonly documents: number;
    readonly failed: number;
    readonly partial: number;
    readonly pending: number;
  };
  readonly runs: readonly RunLine[];
  readonly queue: QueueState;
  readonly limits: { readonly file: number; readonly files: number; readonly members: number };
  readonly error: string | undefined;
}

/** What the script says, by its own names. */
const told = [
  'uploadFolderChoose',
  'uploadDrop',
  'uploadChosen',
  'uploadSkipped',
  'uploadTooLarge',
  'uploadNewVersion',
  'uploadTakeOut',
  'uploadMore',
  'uploadSending',
  'uploadSent',
  'uploadCancel',
  'uploadContinue',
  'uploadStopped',
  'uploadSeeRun',
  'uploadLost',
  'uploadHalted',
  'uploadSignedOut',
  'uploadRefused',
  'uploadLimitsScript',
  'uploadNone',
  'signIn',
] as const;

function SendForm({ view, formKey, limits, error }: UploadProps) {
  const { say } = view;
  const words = Object.fromEntries(told.map((key) => [key, say(key)]));
  return (
    <form
      class="upload"
      action="/admin/upload"
      method="post"
      enctype="multipart/form-data"
      data-upload={JSON.stringify(words)}
      data-file-mb={limits.file}
    >
      <FormKey formKey={formKey} />
      {error && (
        <p class="error" role="alert" id="upload-error">
          {error}
        </p>
      )}
      <p class="field">
        <label for="files">{say('uploadFiles')}</label>
        <input id="files" name="files" type="file" multiple aria-describedby="upload-limits upload-same" />
      </p>
      <p class="field">
        <label for="folder">{say('uploadFolder')}</label>
        <input id="folder" name="folder" maxLength={500} aria-describedby="upload-folder" autocomplete="off" />
        <small id="upload-folder">{say('uploadFolderNote')}</small>
      </p>
      <p class="note" id="upload-limits">
        <span data-limits>{say('uploadLimits', { file: limits.file, files: limits.files })}</span>{' '}
        {say('uploadTypes', { members: count(limits.members) })}
      </p>
      <p class="note" id="upload-same">
        {say('uploadSameName')}
      </p>
      <button type="submit">{say('uploadSend')}</button>
    </form>
  );
}

export function Runs({ view, runs }: Pick<UploadProps, 'view' | 'runs'>) {
  const { say } = view;
  if (runs.length === 0) return <p class="note">{say('runsNone')}</p>;
  return (
    <table class="report">
      <caption class="hidden">{say('runsTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('runNumber')}</th>
          <th scope="col">{say('runStarted')}</th>
          <th scope="col">{say('runOutcome')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, startedAt, counts }) => (
          <tr key={id}>
            <th scope="row">
              <a href={runPath(id)}>{say('runTitle', { id })}</a>
            </th>
            <td>
              <When at={startedAt} />
            </td>
            <td>
              <RunCountsLine view={view} counts={counts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Upload(props: UploadProps) {
  const { view, formKey, holds, runs, queue } = props;
  const { say } = view;
  const empty = holds.documents === 0 && holds.failed === 0 && holds.pending === 0;
  return (
    <AdminFrame view={view} formKey={formKey}>
      <h1>{say('adminTitle')}</h1>
      <p class="summary">
        {empty
          ? say('uploadEmpty')
          : say('uploadHolds', {
              documents: count(holds.documents),
              failed: count(holds.failed),
              partial: count(holds.partial),
              pending: count(holds.pending),
            })}
      </p>
      <Absent view={view} queue={queue} />
      <h2>{say('uploadTitle')}</h2>
      <SendForm {...props} />
      <h2>{say('runsTitle')}</h2>
      <Runs view={view} runs={runs} />
    </AdminFrame>
  );
}
