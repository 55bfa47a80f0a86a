// A superior document against a local one that implements it, read from the catalogue.
import type { Catalogue } from '../../catalogue/open.js';
import type { Transmission } from '../../domain/comparison.js';
import { named } from '../named.js';
import { orderOf } from './order.js';
import { transmit } from './transmit.js';

const nothing = { regionCode: null, level: null };

/** Both as named.ts reads them. @throws AppError DOCUMENT_NOT_FOUND */
export function transmission(catalogue: Catalogue, superiorName: string, localName: string): Transmission {
  const [superior, local] = [named(catalogue, superiorName), named(catalogue, localName)];
  const standing = (id: string) => catalogue.documents.metadata(id) ?? nothing;
  return {
    superior: superior.document,
    local: local.document,
    order: orderOf(standing(superior.document.id), standing(local.document.id)),
    ...transmit(superior, local),
  };
}
