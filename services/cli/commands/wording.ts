// yanju wording PHRASE: every occurrence in its context, and what was searched when there is none.
import { citing } from '../../../web/citing.js';
import type { DocumentSummary } from '../../domain/document.js';
import { toldCoverage } from '../../domain/messages/coverage.js';
import { reasonMessages } from '../../domain/messages/web.js';
import { WordingRequest } from '../../domain/query.js';
import type { Occurrence } from '../../domain/result.js';
import { wordingList } from '../../export/wording-list.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { onLines, parseRequest } from '../request.js';
import { citationLine, documentLine, marked, placeLine } from '../show.js';
import { listFiles, takeAway } from '../take-away.js';

export async function wording(
  q: string,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const request = parseRequest(WordingRequest, {
    ...options,
    with: onLines(options.with),
    without: onLines(options.without),
    q,
  });
  const open = openArchive(settings, logger);
  try {
    const taking = { make: wordingList.bind(null, request), files: listFiles };
    if (await takeAway(options, open.archive, { settings }, taking)) return 0;
    const response = await open.archive.wording(request);
    if (options.json) {
      console.log(JSON.stringify(response, null, 2));
      return 0;
    }
    console.log(
      response.occurrences === 0
        ? say('nothing')
        : say('occurrences', { documents: response.documents, occurrences: response.occurrences }),
    );
    if (response.occurrences === 0) console.log(toldCoverage(response.coverage, settings.YANJU_LANGUAGE));
    let shown = '';
    const named = (document: DocumentSummary): void => {
      if (document.id !== shown) console.log(`\n${documentLine(document, say)}`);
      shown = document.id;
    };
    const citeHere = citing(open.archive, settings.YANJU_PUBLIC_URL ?? '');
    for (const { document, passage, ...line } of response.hits) {
      named(document);
      console.log(`  ${placeLine({ ...passage, heading: [] }, say)}${inContext(line)}`);
      const { start, end } = line;
      console.log(`  ${citationLine(citeHere(document, { start, end }), say)}`);
    }
    const { removed } = response;
    if (removed) {
      shown = '';
      console.log(`\n${say('removedOccurrences', { documents: removed.documents, occurrences: removed.occurrences })}`);
      for (const { document, reason, ...line } of removed.hits) {
        named(document);
        console.log(`  [${reasonMessages[reason]?.[settings.YANJU_LANGUAGE] ?? reason}] ${inContext(line)}`);
      }
    }
    return 0;
  } finally {
    await open.close();
  }
}

function inContext({ before, match, after }: Pick<Occurrence, 'before' | 'match' | 'after'>): string {
  const at = { start: before.length, end: before.length + match.length, kind: 'match' as const };
  return `…${marked(`${before}${match}${after}`, [at]).replaceAll('\n', ' ')}…`;
}
