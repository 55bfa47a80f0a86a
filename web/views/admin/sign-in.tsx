// Signing in with the admin token; and how to set one where there is none.
import type { View } from '../view.js';

export interface SignInProps {
  readonly view: View;
  /** opened after signing in */
  readonly next: string;
  /** no token is set */
  readonly closed: boolean;
  /** just signed out */
  readonly out: boolean;
  /** something was asked for after the session had ended */
  readonly again: boolean;
  readonly error: string | undefined;
}

const Closed = ({ view }: Pick<SignInProps, 'view'>) => (
  <div class="prose">
    <h1>{view.say('changesDisabledTitle')}</h1>
    <p>{view.say('changesDisabled')}</p>
    <p>{view.say('changesDisabledMake')}</p>
    <pre>
      <code>export YANJU_ADMIN_TOKEN=$(openssl rand -hex 24)</code>
    </pre>
    <p>{view.say('changesDisabledCli')}</p>
    <pre>
      <code>npm run --silent yanju -- ingest /path/to/archive</code>
    </pre>
  </div>
);

export function SignIn({ view, next, closed, out, again, error }: SignInProps) {
  const { say } = view;
  if (closed) return <Closed view={view} />;
  return (
    <div class="prose sign-in">
      <h1>{say('signInTitle')}</h1>
      {out && (
        <p class="notice" role="status">
          {say('signedOut')}
        </p>
      )}
      {again && (
        <p class="notice" role="alert">
          {say('signInAgain')}
        </p>
      )}
      <form action="/sign-in" method="post">
        <input type="hidden" name="next" value={next} />
        <p class="field">
          <label for="token">{say('signInToken')}</label>
          <input
            id="token"
            name="token"
            type="password"
            required
            autocomplete="current-password"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'token-error' : 'token-note'}
          />
        </p>
        {error && (
          <p class="error" id="token-error" role="alert">
            {error}
          </p>
        )}
        <button type="submit">{say('signIn')}</button>
      </form>
      <p class="note" id="token-note">
        {say('signInNote')}
      </p>
    </div>
  );
}
