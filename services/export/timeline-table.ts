// A timeline's figures as a table: a row a group, and for each wording its occurrences and documents.
import { type ExportKey, sayExportIn } from '../domain/messages/export.js';
import { toldGroup } from '../domain/messages/timeline.js';
import type { TimelineRequest } from '../domain/query.js';
import type { TimelineGroup } from '../domain/timeline.js';
import { type Column, type Table, type TakingDeps, tableOf, upTo } from './taken.js';

const groups = { year: 'groupYear', region: 'groupRegion', level: 'groupLevel' } as const satisfies Record<
  TimelineRequest['by'],
  ExportKey
>;

export async function timelineTable(
  request: TimelineRequest,
  { archive, limit, language }: TakingDeps<'timeline'>,
): Promise<Table> {
  const say = sayExportIn(language);
  const answer = await archive.timeline(request);
  const columns: Column<TimelineGroup>[] = [
    [say(groups[answer.by]), (group) => toldGroup(answer.by, group, language)],
    [say('groupDocuments'), ({ of }) => String(of)],
    ...answer.phrases.flatMap(({ phrase }, series): Column<TimelineGroup>[] => [
      [say('phraseOccurrences', { phrase }), ({ counts }) => String(counts[series]?.occurrences ?? 0)],
      [say('phraseDocuments', { phrase }), ({ counts }) => String(counts[series]?.documents ?? 0)],
    ]),
  ];
  const { rows, warnings } = upTo(answer.groups, { limit, language });
  const phrases = answer.phrases.map(({ phrase }) => phrase).join(say('and'));
  return { language, title: say('titleTimeline', { phrases }), warnings, ...tableOf(columns, rows) };
}
