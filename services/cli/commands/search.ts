// yanju search QUERY: the same request and answer as GET /api/search.
import { citing } from '../../../web/citing.js';
import { toldCoverage } from '../../domain/messages/coverage.js';
import { SearchRequest } from '../../domain/query.js';
import { searchList } from '../../export/search-list.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { parseRequest } from '../request.js';
import { citationLine, documentLine, foldedLine, marked, placeLine, whyLines } from '../show.js';
import { listFiles, takeAway } from '../take-away.js';

export async function search(
  q: string,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const request = parseRequest(SearchRequest, { ...options, q });
  const open = openArchive(settings, logger);
  try {
    const taking = { make: searchList.bind(null, request), files: listFiles };
    if (await takeAway(options, open.archive, { settings }, taking)) return 0;
    await open.archive.prepared(); // a single question gets "did you mean" as well
    const response = await open.archive.search(request);
    if (options.json) {
      console.log(JSON.stringify(response, null, 2));
      return 0;
    }
    for (const what of response.degraded) console.error(say('degraded', { what: say(what) }));
    if (response.suggestion !== null) console.log(say('didYouMean', { suggestion: response.suggestion }));
    const also = response.understood.synonyms.flatMap(({ official }) => official);
    if (also.length > 0) console.log(say('alsoSearched', { words: [...new Set(also)].join('、') }));
    const verdict = response.answer?.verdict;
    const unsure = verdict === undefined || verdict === 'answered' ? null : (`verdict_${verdict}` as const);
    if (response.hits.length === 0) console.log(say('nothing'));
    else if (unsure) console.log(say(unsure));
    if (response.hits.length === 0 || unsure) {
      console.log(`${toldCoverage(response.coverage, settings.YANJU_LANGUAGE)}\n`);
    }
    const citeHere = citing(open.archive, settings.YANJU_PUBLIC_URL ?? '');
    response.hits.forEach((hit, i) => {
      const { document, passage, highlights, passages, family } = hit;
      console.log(`${(request.page - 1) * request.size + i + 1}. ${documentLine(document, say)}`);
      for (const shown of passages ?? [{ passage, highlights }]) {
        const place = placeLine(shown.passage, say);
        if (place !== '') console.log(`   ${place}`);
        console.log(`   ${marked(shown.passage.text, shown.highlights).replaceAll('\n', '\n   ')}`);
        console.log(`   ${citationLine(citeHere(document, shown.passage), say)}\n`);
      }
      for (const member of family?.members ?? []) console.log(`   ${foldedLine(member, say)}`);
      if (options.why)
        console.log(
          whyLines(hit, say)
            .map((line) => `   ${line}\n`)
            .join(''),
        );
    });
    console.log(say(response.totalIsExact ? 'total' : 'about', { total: response.total, took: response.took }));
    return 0;
  } finally {
    await open.close();
  }
}
