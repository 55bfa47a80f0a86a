// yanju check DRAFT: what a draft takes over, changes and contradicts, and what became of its earlier version; --docx FILE: a
// report, --annotate FILE: the draft's own docx with comments. Exit code 3 when a conflict was found.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import pc from 'picocolors';
import type { CheckReport, EarlierDraft, Finding, GivenDraft } from '../../domain/check.js';
import { type CheckScope, checkScope } from '../../domain/check-scope.js';
import { AppError } from '../../domain/errors.js';
import { sayReportIn } from '../../domain/messages/check-report.js';
import type { Language } from '../../domain/messages/language.js';
import { inTitleMarks } from '../../domain/title-marks.js';
import { takenCheck } from '../../export/check.js';
import { checkWarnings } from '../../export/check-told.js';
import { docxFile, originalFile } from '../../export/file.js';
import { type ToldRevision, toldRevision } from '../../export/revision-told.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { fileFrom, takeAway, takingDeps } from '../take-away.js';
import { progressBar, type Say } from '../terminal.js';

const CONFLICT = 3;

export async function check(
  path: string,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const { json, annotate } = options;
  const scope = scopeIn(options);
  const draft = await fileAt(path);
  const earlier = typeof options.earlier === 'string' ? await earlierOf(options.earlier) : undefined;
  const open = openArchive(settings, logger);
  const bar = progressBar(say('checking'), json === true);
  try {
    const report = await open.archive.check(draft, scope, {
      language: settings.YANJU_LANGUAGE,
      earlier,
      onProgress({ step, done, of }) {
        bar.total(of);
        bar.update(done, say(`checking_${step}`));
      },
    });
    bar.stop();
    if (typeof annotate === 'string') {
      const taken = await takenCheck(report, { scope, dismissed: [] }, takingDeps(open.archive, settings));
      await fileFrom(await originalFile(draft, taken), annotate, taken.remarks.length, settings);
    }
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
    if (isTaken || typeof annotate === 'string') return exitCode(report);
    if (json) console.log(JSON.stringify(report, null, 2));
    else show(report, say, settings.YANJU_LANGUAGE);
    return exitCode(report);
  } finally {
    bar.stop();
    await open.close();
  }
}

const exitCode = ({ summary }: CheckReport): number => (summary.conflicts > 0 ? CONFLICT : 0);

/** @throws RequestError naming the option */
function scopeIn(options: Record<string, unknown>): CheckScope {
  const { region, yearFrom, yearTo, type: types, inForce: onlyInForce, leaveOut } = options;
  const year = (value: unknown): unknown => (value === undefined ? undefined : Number(value));
  return checkScope({ region, yearFrom: year(yearFrom), yearTo: year(yearTo), types, onlyInForce, leaveOut });
}

/** @throws AppError PATH_NOT_FOUND, FILE_UNREADABLE */
async function fileAt(path: string): Promise<GivenDraft> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new AppError('PATH_NOT_FOUND', { path }, { cause });
    throw new AppError('FILE_UNREADABLE', { file: path, why: cause.message }, { cause });
  });
  return { kind: 'file', name: basename(path).normalize('NFC'), bytes };
}

/** A file where there is one of that name, else a document of the archive. */
async function earlierOf(name: string): Promise<EarlierDraft> {
  return existsSync(name) ? fileAt(name) : { kind: 'document', name };
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
  if (report.revision) showRevision(toldRevision(report.revision, language), language);
}

function lines({ draft, message, source, level }: Finding): string {
  const word = level === 'conflict' ? pc.red(draft) : pc.yellow(draft);
  const where = source
    ? `\n   ${pc.dim(`${inTitleMarks(source.title)} ${source.file} [${source.start}–${source.end}]`)}`
    : '';
  return `· ${word}  ${message}${where}`;
}

function showRevision({ lines, changes }: ToldRevision, language: Language): void {
  console.log(`\n${pc.bold(sayReportIn(language)('revision'))}`);
  for (const line of lines) console.log(line);
  const marked = { same: (text: string) => text, removed: pc.red, added: pc.green } as const;
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  for (const { told, parts } of changes) {
    const words = parts.map(({ kind, text }) => marked[kind](signs[kind].join(text.replaceAll('\n', ' '))));
    console.log(`· ${told}  ${words.join('')}`);
  }
}
