// yanju wording PHRASE: every occurrence, oldest first.
import { WordingRequest } from '../../domain/query.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { parseRequest } from '../request.js';
import { documentLine, marked, placeLine } from '../show.js';

export async function wording(
  q: string,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const request = parseRequest(WordingRequest, { ...options, q });
  const open = openArchive(settings, logger);
  try {
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
    let shown = '';
    for (const { document, passage, before, match, after } of response.hits) {
      if (document.id !== shown) console.log(`\n${documentLine(document, say)}`);
      shown = document.id;
      const line = `${before}${match}${after}`;
      console.log(
        `  ${placeLine({ ...passage, heading: [] }, say)}…${marked(line, [{ start: before.length, end: before.length + match.length, kind: 'match' }]).replaceAll('\n', ' ')}…`,
      );
    }
    return 0;
  } finally {
    await open.close();
  }
}
