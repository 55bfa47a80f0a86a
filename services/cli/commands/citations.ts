// yanju citations [FILE-or-ID]: what a document cites and what cites it; without one, what the archive cites most and lacks.
import pc from 'picocolors';
import type { Catalogue } from '../../catalogue/open.js';
import { documentIdOf } from '../../catalogue/store.js';
import { type Citation, CitationRequest, type CitationState, type Cited } from '../../domain/citation.js';
import { inTitleMarks } from '../../domain/title-marks.js';
import { citationsTable, documentCitationsTable } from '../../export/citations-table.js';
import { csvFile } from '../../export/file.js';
import type { TakingDeps } from '../../export/taken.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { parseRequest } from '../request.js';
import { documentLine } from '../show.js';
import { takeAway } from '../take-away.js';
import type { Say } from '../terminal.js';

const colours: Readonly<Record<CitationState, (text: string) => string>> = {
  current: pc.green,
  revised: pc.yellow,
  repealed: pc.red,
  missing: pc.dim,
  ambiguous: pc.magenta,
};
const badge = (state: CitationState, say: Say): string => colours[state](`[${say(`citation_${state}`)}]`);

function citationLines({ words, sentence, resolution }: Citation, say: Say): string[] {
  if (!resolution) return [];
  const { state, document, newer, repealedBy, candidates } = resolution;
  return [
    `${badge(state, say)} ${pc.bold(words)}`,
    ...(document ? [`   → ${documentLine(document, say)}`] : []),
    ...(newer ? [`   ${say('citationNewer')} ${inTitleMarks(newer.title)} ${newer.date ?? ''}`] : []),
    ...repealedBy.map(
      ({ document: by }) => `   ${say('citationRepealedBy')} ${inTitleMarks(by.title)} ${by.date ?? ''}`,
    ),
    ...candidates.map((one) => `   ? ${documentLine(one, say)}`),
    pc.dim(`   ${sentence.text}`),
  ];
}

const citedLine = ({ title, number, state, citing }: Cited, say: Say): string =>
  `${badge(state, say)} ${title === number ? title : inTitleMarks(title)}${number && number !== title ? `（${number}）` : ''} · ${say('citingCount', { n: citing })}`;

/** Of a file in the archive, or the id itself. */
function idOf(of: string, { documents }: Catalogue): string {
  const byFile = documentIdOf(of);
  return documents.summary(byFile) ? byFile : of;
}

export async function citations(
  of: string | undefined,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const { json } = options;
  const request = parseRequest(CitationRequest, options);
  const open = openArchive(settings, logger);
  const print = (value: unknown): void => console.log(JSON.stringify(value, null, 2));
  try {
    const id = of === undefined ? undefined : idOf(of, open.catalogue);
    const make = (deps: TakingDeps<'citations' | 'citationOverview'>) =>
      id === undefined ? citationsTable(request, deps) : documentCitationsTable(id, deps);
    if (await takeAway(options, open.archive, { settings }, { make, files: { csv: csvFile } })) return 0;
    if (id === undefined) {
      const overview = await open.archive.citationOverview(request);
      if (json) print(overview);
      else {
        const { documents, citing, mentions, missing, outdated, mostCited } = overview;
        console.log(say('citationsTotal', { documents, citing, places: mentions.document }));
        for (const [title, all] of [
          ['citationsMissing', missing],
          ['citationsOutdated', outdated],
          ['citationsMost', mostCited],
        ] as const) {
          if (all.length > 0) console.log(`\n${pc.underline(say(title))}`);
          for (const cited of all) console.log(citedLine(cited, say));
        }
      }
      return 0;
    }
    const shown = await open.archive.citations(id);
    if (json) {
      print(shown);
      return 0;
    }
    const cites = shown.cites.filter(({ resolution }) => resolution !== null);
    console.log(documentLine(shown.document, say));
    console.log(`\n${pc.underline(say('cites', { n: cites.length }))}`);
    for (const citation of cites) for (const line of citationLines(citation, say)) console.log(line);
    console.log(`\n${pc.underline(say('citedBy', { n: shown.citedBy.length }))}`);
    for (const { document, places } of shown.citedBy) {
      console.log(documentLine(document, say));
      for (const { sentence } of places) console.log(pc.dim(`   ${sentence}`));
    }
    return 0;
  } finally {
    await open.close();
  }
}
