// yanju judgements: what readers judged, for reading and for export; deletes those of a question, or all.
import { openCatalogue } from '../../catalogue/open.js';
import type { Context } from '../context.js';

export interface JudgementOptions {
  readonly json?: boolean;
  readonly forget?: string;
  readonly forgetAll?: boolean;
}

export async function judgements(options: JudgementOptions, { settings, say }: Context): Promise<number> {
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  try {
    if (options.forget !== undefined || options.forgetAll) {
      const count = catalogue.judgements.remove(options.forgetAll ? null : (options.forget ?? null));
      console.log(options.json ? JSON.stringify({ deleted: count }) : say('forgotten', { count }));
      return 0;
    }
    const count = catalogue.judgements.count();
    for (const judgement of catalogue.judgements.list(count, 0)) {
      const { query, documentId, answers, day } = judgement;
      const file = catalogue.documents.summary(documentId)?.file ?? documentId;
      const verdict = say(answers ? 'answersYes' : 'answersNo');
      console.log(options.json ? JSON.stringify(judgement) : say('judged', { day, verdict, query, file }));
    }
    if (!options.json) console.log(say('judgementCount', { count }));
    return 0;
  } finally {
    catalogue.close();
  }
}
