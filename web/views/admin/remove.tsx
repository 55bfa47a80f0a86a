// Asks once more before a document leaves the archive, and says what that means.
import type { DocumentDetail } from '../../../services/domain/document.js';
import { AdminFrame, type AdminView, FormKey } from './frame.js';
import { managePath } from './ledger.js';

export const Remove = ({ view, formKey, detail }: AdminView & { readonly detail: DocumentDetail }) => (
  <AdminFrame view={view} formKey={formKey}>
    <h1>{view.say('removeTitle', { title: detail.title })}</h1>
    <p class="path" lang="zh-CN">
      {detail.file}
    </p>
    {detail.removed ? (
      <p class="notice strong">{view.say('manageRemoved')}</p>
    ) : (
      <>
        <p>{view.say('removeWhat')}</p>
        <p>{view.say('removeAgain')}</p>
        <form action={`${managePath(detail.id)}/remove`} method="post" class="links">
          <FormKey formKey={formKey} />
          <button type="submit">{view.say('removeSure')}</button>
          <a href={managePath(detail.id)}>{view.say('removeNot')}</a>
        </form>
      </>
    )}
  </AdminFrame>
);
