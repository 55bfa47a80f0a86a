// How the state of what is cited is told.
import type { CitationState } from '../citation.js';
import type { DocumentSummary } from '../document.js';
import type { Language } from './language.js';
import { sayIn } from './web.js';

export const toldState = (state: CitationState, document: DocumentSummary | null, language: Language): string =>
  sayIn(language)(
    state === 'current' && document?.status === '现行' ? 'citationState_inForce' : `citationState_${state}`,
  );
