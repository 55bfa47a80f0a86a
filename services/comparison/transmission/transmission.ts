// A superior document against a local one that implements it, read from the catalogue.
import type { Catalogue } from '../../catalogue/open.js';
import type { Transmission } from '../../domain/comparison.js';
import { atOnce } from '../../process/in-slices.js';
import { named } from '../named.js';
import { orderOf } from './order.js';
import { transmitSteps } from './transmit.js';

const nothing = { regionCode: null, level: null };

export const transmission = (catalogue: Catalogue, superiorName: string, localName: string): Transmission =>
  atOnce(transmissionSteps(catalogue, superiorName, localName));

/** Both as named.ts reads them; whoever runs it may rest between two steps. @throws AppError DOCUMENT_NOT_FOUND */
export function* transmissionSteps(
  catalogue: Catalogue,
  superiorName: string,
  localName: string,
): Generator<void, Transmission> {
  const [superior, local] = [named(catalogue, superiorName), named(catalogue, localName)];
  const standing = (id: string) => catalogue.documents.metadata(id) ?? nothing;
  return {
    superior: superior.document,
    local: local.document,
    order: orderOf(standing(superior.document.id), standing(local.document.id)),
    ...(yield* transmitSteps(superior, local)),
  };
}
