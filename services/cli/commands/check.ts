// yanju check DRAFT: what a draft takes over, changes and contradicts; --docx FILE: the draft with comments. Exit code 3 when
// a conflict was found.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import pc from 'picocolors';
import { type CheckReport, CheckScope, type Finding } from '../../domain/check.js';
import { AppError } from '../../domain/errors.js';
import { sayReportIn } from '../../domain/messages/check-report.js';
import type { Language } from '../../domain/messages/language.js';
import { inTitleMarks } from '../../domain/title-marks.js';
import { takenCheck } from '../../export/check.js';
import { checkWarnings } from '../../export/check-told.js';
import { docxFile } from '../../export/file.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { parseRequest } from '../request.js';
import { takeAway } from '../take-away.js';
import { progressBar, type Say } from '../terminal.js';

const CONFLICT = 3;

export async function check(
  path: string,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const { json, region, yearFrom, yearTo, type, inForce, leaveOut } = options;
  const year = (value: unknown): unknown => (value === undefined ? undefined : Number(value));
  const given = { region, yearFrom: year(yearFrom), yearTo: year(yearTo), types: type, onlyInForce: inForce, leaveOut };
  const scope = parseRequest(
    CheckScope,
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new AppError('PATH_NOT_FOUND', { path }, { cause });
    throw new AppError('FILE_UNREADABLE', { file: path, why: cause.message }, { cause });
  });
  const open = openArchive(settings, logger);
  const bar = progressBar(say('checking'), json === true);
  try {
    const name = basename(path).normalize('NFC');
    const report = await open.archive.check({ kind: 'file', name, bytes }, scope, {
      language: settings.YANJU_LANGUAGE,
      onProgress({ step, done, of }) {
        bar.total(of);
        bar.update(done, say(`checking_${step}`));
      },
    });
    bar.stop();
    const isTaken = await takeAway(
      options,
      open.archive,
      { settings },
      {
        async make(deps) {
          const taken = await takenCheck(report, { scope, dismissed: [] }, deps);
          return { ...taken, rows: taken.remarks };
        },
        files: { docx: ({ rows: _rows, ...taken }) => docxFile(taken) },
      },
    );
    if (!isTaken && json) console.log(JSON.stringify(report, null, 2));
    else if (!isTaken) show(report, say, settings.YANJU_LANGUAGE);
    return report.summary.conflicts > 0 ? CONFLICT : 0;
  } finally {
    bar.stop();
    await open.close();
  }
}

function show(report: CheckReport, say: Say, language: Language): void {
  const { findings, summary } = report;
  const { labels, compared, reusedShare } = summary;
  for (const warning of checkWarnings(report, sayReportIn(language), language)) console.error(warning);
  console.log(say('checked', { ...labels, compared, share: Math.round(100 * reusedShare) }));
  for (const level of ['conflict', 'note'] as const) {
    const here = findings.filter((finding) => finding.level === level);
    if (here.length > 0) console.log(`\n${pc.bold(say(`found_${level}`, { count: here.length }))}`);
    for (const finding of here) console.log(lines(finding));
  }
  if (findings.length === 0) console.log(say('noFindings'));
}

function lines({ draft, message, source, level }: Finding): string {
  const word = level === 'conflict' ? pc.red(draft) : pc.yellow(draft);
  const where = source
    ? `\n   ${pc.dim(`${inTitleMarks(source.title)} ${source.file} [${source.start}–${source.end}]`)}`
    : '';
  return `· ${word}  ${message}${where}`;
}
