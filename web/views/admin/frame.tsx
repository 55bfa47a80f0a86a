// The frame of the pages for whoever looks after the archive: their links, signing out, and what their forms hold.
import type { ComponentChildren } from 'preact';
import type { View } from '../view.js';

export interface AdminView {
  readonly view: View;
  /** goes into every form that changes something */
  readonly formKey: string;
}

const pages = [
  ['/admin', 'adminUpload'],
  ['/admin/queue', 'adminQueue'],
  ['/admin/ledger', 'adminLedger'],
  ['/failures', 'adminReport'],
] as const;

export const FormKey = ({ formKey }: Pick<AdminView, 'formKey'>) => <input type="hidden" name="key" value={formKey} />;

export function AdminFrame({ view, formKey, children }: AdminView & { readonly children: ComponentChildren }) {
  const { say, here } = view;
  return (
    <div class="list admin">
      <div class="admin-bar">
        <nav aria-label={say('adminSections')}>
          <ul class="chips">
            {pages.map(([path, name]) => (
              <li key={path}>
                <a href={path} aria-current={here.path === path ? 'page' : undefined}>
                  {say(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <form action="/sign-out" method="post">
          <FormKey formKey={formKey} />
          <button type="submit" class="quiet">
            {say('signOut')}
          </button>
        </form>
      </div>
      {children}
    </div>
  );
}
