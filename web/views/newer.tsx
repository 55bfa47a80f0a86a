// A newer version or edition exists: said wherever a document is shown.
import type { DocumentSummary } from '../../services/domain/document.js';
import { documentPath } from '../links.js';
import { Dated } from './facts.js';
import type { View } from './view.js';

export function NewerNotice({ view, document }: { readonly view: View; readonly document: DocumentSummary }) {
  const { newer } = document;
  if (!newer) return null;
  return (
    <p class="notice strong newer">
      {view.say(`newer_${newer.kind}`)}
      <a href={documentPath(newer.id)} lang="zh-CN">
        {newer.title}
      </a>{' '}
      <Dated view={view} document={newer} />
    </p>
  );
}
