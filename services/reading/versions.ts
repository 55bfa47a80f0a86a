// A document's versions as they are read: each as it was.
import type { Catalogue } from '../catalogue/open.js';
import type { Archive } from '../domain/archive.js';
import { AppError } from '../domain/errors.js';

export const readingVersions = (catalogue: Catalogue): Pick<Archive, 'versions' | 'version'> => ({
  versions(id) {
    catalogue.documents.detail(id); // an unknown document is not one without versions
    return catalogue.documents.versions(id);
  },
  version(id, asked) {
    const { version: newest } = catalogue.documents.detail(id);
    const version = asked ?? newest;
    const found = catalogue.documents.versionText(id, version);
    if (!found) throw new AppError('VERSION_NOT_FOUND', { id, version });
    return found;
  },
});
