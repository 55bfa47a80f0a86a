// The filter by status, as every desk's form has it.
import { Status } from '../../services/domain/document.js';
import type { Given } from '../parameters.js';
import type { View } from './view.js';

interface StatusFieldProps {
  readonly view: View;
  readonly given: Given;
  /** of the form, so that several may stand on a page */
  readonly id: string;
  readonly narrow?: boolean;
}

export const StatusField = ({ view: { say }, given, id, narrow = false }: StatusFieldProps) => (
  <p class={narrow ? 'field narrow' : 'field'}>
    <label for={id}>{say('status')}</label>
    <select id={id} name="status">
      <option value="">{say('anyStatus')}</option>
      {Status.options.map((status) => (
        <option key={status} value={status} selected={given.status === status}>
          {say(`status_${status}`)}
        </option>
      ))}
    </select>
  </p>
);
