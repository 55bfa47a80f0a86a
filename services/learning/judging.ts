// Takes and lists readers' judgements.
import type { Settings } from '../../config/settings.js';
import type { Catalogue } from '../catalogue/open.js';
import type { Archive } from '../domain/archive.js';
import { AppError } from '../domain/errors.js';
import { normalForm } from '../domain/text.js';
import { sha256 } from '../hash.js';
import { today } from '../today.js';

/** A bound on what strangers can make an archive keep. */
export const MAX_JUDGEMENTS = 100_000;
const MAX_QUESTION = 500;

/** Names a passage's text, however it is spaced or quoted. */
export const passageHash = (text: string): string => sha256(normalForm(text));

interface JudgingDeps {
  readonly settings: Pick<Settings, 'YANJU_FEEDBACK'>;
  readonly catalogue: Pick<Catalogue, 'documents' | 'judgements'>;
}

export function judging({
  settings,
  catalogue,
}: JudgingDeps): Pick<Archive, 'judge' | 'judgements' | 'forgetJudgements'> {
  return {
    judge({ query, passage, answers }) {
      if (!settings.YANJU_FEEDBACK) throw new AppError('FEEDBACK_OFF');
      const asked = query.trim();
      if (asked === '') throw new AppError('QUERY_EMPTY');
      if (asked.length > MAX_QUESTION) {
        throw new AppError('QUERY_TOO_LONG', { length: asked.length, limit: MAX_QUESTION });
      }
      const [found] = catalogue.documents.passagesById([passage]);
      if (!found) throw new AppError('PASSAGE_NOT_FOUND', { id: passage });
      if (catalogue.judgements.count() >= MAX_JUDGEMENTS) {
        throw new AppError('FEEDBACK_FULL', { limit: MAX_JUDGEMENTS });
      }
      catalogue.judgements.add({
        query: asked,
        documentId: found.documentId,
        passageHash: passageHash(found.text),
        answers: answers === 'yes',
        day: today(),
      });
    },
    judgements: (page, size) => ({
      total: catalogue.judgements.count(),
      judgements: catalogue.judgements.list(size, (page - 1) * size),
    }),
    forgetJudgements: (query) => catalogue.judgements.remove(query),
  };
}
