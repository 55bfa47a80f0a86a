// Documents that the query names: every key term of it stands in their title or their file's name.
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Mode } from '../domain/query.js';
import type { ParsedQuery } from './parse.js';

/** Whether a passage's document is named by the query; nothing is in semantic mode, which goes by meaning alone. */
export function titledBy({ terms }: ParsedQuery, mode: Mode, snapshot: Snapshot): (passageId: number) => boolean {
  if (mode === 'semantic' || terms.length === 0) return () => false;
  return (passageId) => {
    const names = snapshot.documentOf(passageId)?.names;
    return names !== undefined && terms.every((term) => names.includes(term));
  };
}
