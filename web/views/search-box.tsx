// The box that a question or a wording is typed into, with its button, and what was wrong with it.
import type { JSX } from 'preact';
import type { View } from './view.js';

interface Props {
  readonly view: View;
  /** the input's */
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
  /** whether the error is this box's; where nothing is said, every error is */
  readonly invalid?: boolean;
  readonly button?: string;
  /** what else the input is given */
  readonly more?: JSX.HTMLAttributes<HTMLInputElement> & { readonly 'data-slash'?: boolean };
}

export const SearchBox = ({ view, id, label, placeholder, value, error, invalid = true, button, more }: Props) => (
  <>
    <div class="box">
      <label class="hidden" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        name="q"
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        {...more}
        aria-invalid={error && invalid ? true : undefined}
        aria-describedby={error && invalid ? 'error' : undefined}
      />
      <button type="submit">{button ?? view.say('searchButton')}</button>
    </div>
    {error && (
      <p class="error" id="error" role="alert">
        {error}
      </p>
    )}
  </>
);
