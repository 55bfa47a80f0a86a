// yanju check DRAFT: what a draft takes over, changes and contradicts. Exit code 3 when a conflict was found.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import pc from 'picocolors';
import { type CheckReport, CheckScope, type Finding } from '../../domain/check.js';
import { AppError } from '../../domain/errors.js';
import { inTitleMarks } from '../../domain/title-marks.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { parseRequest } from '../request.js';
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
    if (json) console.log(JSON.stringify(report, null, 2));
    else show(report, say);
    return report.summary.conflicts > 0 ? CONFLICT : 0;
  } finally {
    bar.stop();
    await open.close();
  }
}

function show({ findings, summary }: CheckReport, say: Say): void {
  const { labels, compared, reusedShare, complete, degraded } = summary;
  for (const what of degraded) console.error(say('degraded', { what: say(what) }));
  console.log(say('checked', { ...labels, compared, share: Math.round(100 * reusedShare) }));
  if (!complete) console.log(say('checkIncomplete'));
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
