// Originals: the file as it came, and what a page can show of it.
import { statSync } from 'node:fs';
import type { Catalogue } from '../catalogue/open.js';
import type { Archive } from '../domain/archive.js';
import { AppError } from '../domain/errors.js';
import { type Previewer, type PreviewTask, previewKindOf } from '../domain/preview.js';

export function originals(
  catalogue: Catalogue,
  previewer: Previewer | null,
): Pick<Archive, 'original' | 'preview' | 'pagePicture'> {
  const stored = (id: string, version?: number) => {
    const { contentHash, format, file } = catalogue.documents.original(id, version);
    if (!catalogue.originals.has(contentHash)) throw new AppError('ORIGINAL_MISSING', { id });
    return { path: catalogue.originals.path(contentHash), contentHash, format, file };
  };
  const shown = (id: string, version: number | undefined, kind: 'markup' | 'pages'): [Previewer, PreviewTask] => {
    const { path, contentHash, format } = stored(id, version);
    if (!previewer || previewKindOf(format) !== kind) throw new AppError('PREVIEW_UNAVAILABLE', { format });
    return [previewer, { path, contentHash, format }];
  };
  return {
    original(id, version) {
      const { path, file } = stored(id, version);
      return { path, name: file.slice(file.lastIndexOf('/') + 1), bytes: statSync(path).size };
    },
    async preview(id, version) {
      const [reader, task] = shown(id, version, 'markup');
      return reader.markup(task);
    },
    async pagePicture(id, page, version) {
      const [reader, task] = shown(id, version, 'pages');
      return reader.page({ ...task, page });
    },
  };
}
