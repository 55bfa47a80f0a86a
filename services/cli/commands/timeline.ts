// yanju timeline PHRASE…: how often wordings are used by year, region or level of issuer, with a bar for each figure.
import pc from 'picocolors';
import { citing } from '../../../web/citing.js';
import type { Archive } from '../../domain/archive.js';
import { toldCoverage } from '../../domain/messages/coverage.js';
import type { Language } from '../../domain/messages/language.js';
import { toldGroup } from '../../domain/messages/timeline.js';
import { TimelineRequest } from '../../domain/query.js';
import type { Occurrence } from '../../domain/result.js';
import { shortened } from '../../domain/shortened.js';
import type { TimelineResponse } from '../../domain/timeline.js';
import { csvFile } from '../../export/file.js';
import { timelineTable } from '../../export/timeline-table.js';
import { openArchive } from '../../open-archive.js';
import { bar } from '../bar.js';
import type { Context } from '../context.js';
import { onLines, parseRequest } from '../request.js';
import { takeAway } from '../take-away.js';
import { type Say, table } from '../terminal.js';

export async function timeline(
  phrases: readonly string[],
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const request = parseRequest(TimelineRequest, {
    ...options,
    with: onLines(options.with),
    without: onLines(options.without),
    q: onLines(phrases),
  });
  const open = openArchive(settings, logger);
  const language = settings.YANJU_LANGUAGE;
  try {
    const taking = { make: timelineTable.bind(null, request), files: { csv: csvFile } };
    if (await takeAway(options, open.archive, { settings }, taking)) return 0;
    const response = await open.archive.timeline(request);
    if (options.json) {
      console.log(JSON.stringify(response, null, 2));
      return 0;
    }
    for (const line of ends(response, say, open.archive, settings.YANJU_PUBLIC_URL ?? '')) console.log(line);
    if (response.phrases.some(({ occurrences }) => occurrences > 0))
      console.log(`\n${figures(response, say, language)}`);
    console.log(pc.dim(`\n${toldCoverage(response.coverage, language)}`));
    return 0;
  } finally {
    await open.close();
  }
}

/** Each wording: how often, and where first and last. */
function* ends({ phrases }: TimelineResponse, say: Say, archive: Archive, origin: string): Generator<string> {
  const cite = citing(archive, origin);
  const end = (name: 'firstUse' | 'latestUse', { document, start, end: to }: Occurrence): string =>
    pc.dim(`  ${say(name)}${cite(document, { start, end: to }).plain}`);
  for (const { phrase, documents, occurrences, first, latest } of phrases) {
    const counts = occurrences === 0 ? say('nothing') : say('occurrences', { documents, occurrences });
    yield `${pc.bold(phrase)}  ${counts}`;
    if (first) yield end('firstUse', first);
    if (latest) yield end('latestUse', latest);
  }
}

/** Columns of bars are as wide as 80 characters leave room for. */
const BARS = 48;

/** A row a group; for each wording its occurrences, in how many documents, and a bar. */
function figures({ by, phrases, groups }: TimelineResponse, say: Say, language: Language): string {
  const most = Math.max(...groups.flatMap(({ counts }) => counts.map(({ occurrences }) => occurrences)));
  const length = Math.max(6, Math.floor(BARS / phrases.length) - 8);
  return table([
    [
      say(`timelineBy_${by}`),
      say('timelineOf'),
      ...phrases.flatMap(({ phrase }) => [shortened(phrase, 12), say('timelineDocuments'), '']),
    ],
    ...groups.map((group) => [
      toldGroup(by, group, language),
      String(group.of),
      ...group.counts.flatMap(({ occurrences, documents }) => [
        String(occurrences),
        String(documents),
        bar(occurrences, most, length),
      ]),
    ]),
  ]);
}
