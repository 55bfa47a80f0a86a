// yanju compare A B: what differs between two documents or versions; --transmission: what A, superior, became in B.
import pc from 'picocolors';
import type { Archive } from '../../domain/archive.js';
import type { Compared, ComparedUnit, Comparison, Transmission, UnitChange } from '../../domain/comparison.js';
import { wrong } from '../../domain/request-error.js';
import { type TakenComparison, takenComparison } from '../../export/comparison.js';
import { csvFile, docxFile } from '../../export/file.js';
import { type TakenTransmission, takenTransmission } from '../../export/transmission.js';
import { transmissionTable } from '../../export/transmission-table.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { documentLine } from '../show.js';
import { takeAway } from '../take-away.js';
import type { Say } from '../terminal.js';

export async function compare(
  a: string,
  b: string,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const open = openArchive(settings, logger);
  try {
    if (await taken(a, b, options, open.archive, { settings })) return 0;
    const answer = await (options.transmission ? open.archive.transmission(a, b) : open.archive.compare(a, b));
    if (options.json) console.log(JSON.stringify(answer, null, 2));
    else for (const line of 'superior' in answer ? carried(answer, say) : compared(answer, say)) console.log(line);
    return 0;
  } finally {
    await open.close();
  }
}

/** Whether it went into a file. @throws RequestError: a comparison is no table */
async function taken(
  a: string,
  b: string,
  options: Record<string, unknown>,
  archive: Archive,
  context: Pick<Context, 'settings'>,
): Promise<boolean> {
  if (!options.transmission) {
    const request = { a, b, show: options.all ? 'all' : 'changes' } as const;
    if (options.csv) throw wrong('--transmission', 'REQUIRED');
    return takeAway<TakenComparison>(options, archive, context, {
      make: takenComparison.bind(null, request),
      files: { docx: docxFile },
    });
  }
  return takeAway<TakenTransmission>(options, archive, context, {
    make: takenTransmission.bind(null, { superior: a, local: b, show: 'all' }),
    files: { csv: (made) => csvFile(transmissionTable(made)), docx: docxFile },
  });
}

const versionOf = ({ version }: Compared): string => (version === null ? '' : ` @${version}`);
const nameOf = ({ label, text }: ComparedUnit): string => label ?? `“${text.slice(0, 16).replace(/\s+/gu, ' ')}”`;
const namesOf = (units: readonly ComparedUnit[]): string => units.map(nameOf).join('、');

function wordsOf({ kind, a, b, parts }: UnitChange): string {
  if (parts) return marked(parts);
  const text = [...a, ...b].map((unit) => unit.text).join('\n');
  return kind === 'added' ? pc.green(`{+${text}+}`) : kind === 'removed' ? pc.red(`[-${text}-]`) : text;
}

/** [-taken out-] {+put in+}, told by signs as well as colour. */
const marked = (parts: NonNullable<UnitChange['parts']>): string =>
  parts
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? pc.red(`[-${text}-]`) : pc.green(`{+${text}+}`),
    )
    .join('');

function* compared({ a, b, units, counts }: Comparison, say: Say): Generator<string> {
  yield `A${versionOf(a)} ${documentLine(a, say)}\nB${versionOf(b)} ${documentLine(b, say)}\n`;
  const { same, ...different } = counts;
  yield Object.entries({ ...different, same })
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${say(`unit_${kind as UnitChange['kind']}`)} ${count}`) // keys of the counts, by the schema
    .join(' · ');
  for (const unit of units) {
    if (unit.kind === 'same') continue;
    const names = [unit.a, unit.b].filter((side) => side.length > 0).map(namesOf);
    yield `\n${pc.bold(`${say(`unit_${unit.kind}`)} ${[...new Set(names)].join(' → ')}`)}`;
    for (const value of unit.values) yield pc.yellow(`  ${value.a?.text ?? '∅'} → ${value.b?.text ?? '∅'}`);
    yield wordsOf(unit);
  }
}

function* carried({ superior, local, units, added, shares }: Transmission, say: Say): Generator<string> {
  yield `A ${documentLine(superior, say)}\nB ${documentLine(local, say)}\n`;
  yield (['kept', 'altered', 'cut', 'added'] as const)
    .map((fate) => `${say(`fate_${fate}`)} ${Math.round(100 * shares[fate])}%`)
    .join(' · ');
  for (const { unit, sentences } of units) {
    yield `\n${pc.bold(nameOf(unit))}`;
    for (const { fate, text, local: to, parts } of sentences) {
      yield `${pc.dim(say(`fate_${fate}`))} ${parts ? marked(parts) : fate === 'altered' ? `${pc.red(`[-${text}-]`)} ${pc.green(`{+${to.map((one) => one.text).join('')}+}`)}` : text}`;
    }
  }
  yield `\n${pc.bold(say('fate_added'))}`;
  for (const { sentences } of added) for (const { text } of sentences) yield pc.green(`{+${text}+}`);
}
