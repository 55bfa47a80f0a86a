#!/usr/bin/env node
// The `yanju` command: its commands and options. What each does stands in commands/.
import { Command, Option } from 'commander';
import { version } from '../../config/root.js';
import { AppError } from '../domain/errors.js';
import type { CliMessage } from '../domain/messages/cli.js';
import { Families, Mode, SearchSort, TimelineBy, WordingSort } from '../domain/query.js';
import { adapterList, adapterUndo, adapterUse } from './commands/adapter.js';
import { backup } from './commands/backup.js';
import { check } from './commands/check.js';
import { citations } from './commands/citations.js';
import { compare } from './commands/compare.js';
import { doctor } from './commands/doctor.js';
import { evaluate } from './commands/evaluate.js';
import { ingest, retry } from './commands/ingest.js';
import { judgements } from './commands/judgements.js';
import { reindex } from './commands/reindex.js';
import { restore } from './commands/restore.js';
import { search } from './commands/search.js';
import { serve } from './commands/serve.js';
import { status } from './commands/status.js';
import { targets } from './commands/targets.js';
import { timeline } from './commands/timeline.js';
import { tune } from './commands/tune.js';
import { variants } from './commands/variants.js';
import { wording } from './commands/wording.js';
import { worker } from './commands/worker.js';
import { type Context, context } from './context.js';
import { both } from './terminal.js';

/** Runs a command and leaves its exit status; failures are told in one line, never as a stack. */
async function run(command: (context: Context) => Promise<number>): Promise<void> {
  let language: 'zh' | 'en' = 'zh';
  try {
    const prepared = context();
    language = prepared.settings.YANJU_LANGUAGE;
    process.exitCode = await command(prepared);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(`${error.code}：${error.in(language)}`);
    process.exitCode = 1;
  }
}

const option = (flags: string, message: CliMessage): Option => new Option(flags, both(message));
const filters = (command: Command): Command =>
  command
    .addOption(option('--region <name>', 'region'))
    .addOption(option('--year <year>', 'year'))
    .addOption(option('--year-from <year>', 'yearFrom'))
    .addOption(option('--year-to <year>', 'yearTo'))
    .addOption(option('--type <name>', 'type'))
    .addOption(option('--issuer <name>', 'issuer'))
    .addOption(option('--status <status>', 'ofStatus'));
/** What is listed page by page, or written as a whole. */
const lists = (command: Command): Command =>
  filters(command)
    .addOption(option('--page <n>', 'page'))
    .addOption(option('--size <n>', 'size'))
    .addOption(option('--csv <file>', 'csv'))
    .addOption(option('--docx <file>', 'docx'))
    .addOption(option('--json', 'json'));
/** What counts as the same wording, and what must stand near it or not. */
const switches = (command: Command): Command =>
  command
    .addOption(option('--loose', 'loose'))
    .addOption(option('--punctuation <how>', 'punctuation').choices(['keep', 'ignore']))
    .addOption(option('--script <how>', 'script').choices(['keep', 'fold']))
    .addOption(option('--numerals <how>', 'numerals').choices(['keep', 'fold']))
    .addOption(option('--with <phrases...>', 'withPhrases'))
    .addOption(option('--near <scope>', 'near'))
    .addOption(option('--without <phrases...>', 'without'))
    .addOption(option('--without-in <scope>', 'withoutIn'));

const program = new Command('yanju').description(both('program')).version(version).showHelpAfterError();

program
  .command('ingest')
  .description(both('ingest'))
  .argument('<paths...>', both('paths'))
  .addOption(option('--metadata <file>', 'metadata'))
  .addOption(option('--json', 'json'))
  .action((paths: string[], options) => run((context) => ingest(paths, options, context)));
program
  .command('retry')
  .description(both('retry'))
  .argument('[files...]', both('failedFile'))
  .addOption(option('--json', 'json'))
  .action((files: string[], options) => run((context) => retry(files, options, context)));
program
  .command('serve')
  .description(both('serve'))
  .addOption(option('--examples', 'withExamples'))
  .addOption(option('--no-worker', 'withoutWorker'))
  .action((options) => run((context) => serve(options, context)));
program
  .command('worker')
  .description(both('worker'))
  .addOption(option('--check', 'workerCheck'))
  .action((options) => run((context) => worker(options, context)));
lists(program.command('search'))
  .description(both('search'))
  .argument('<query>', both('query'))
  .addOption(option('--mode <mode>', 'mode').choices(Mode.options))
  .addOption(option('--group <unit>', 'group').choices(['passage', 'document']))
  .addOption(option('--families <how>', 'families').choices(Families.options))
  .addOption(option('--above', 'above'))
  .addOption(option('--sort <order>', 'searchSort').choices(SearchSort.options))
  .addOption(option('--why', 'why'))
  .addOption(option('--literal', 'literal'))
  .action((query: string, options) => run((context) => search(query, options, context)));
switches(lists(program.command('wording')))
  .description(both('wording'))
  .argument('<phrase>', both('phrase'))
  .addOption(option('--sort <order>', 'sort').choices(WordingSort.options))
  .addOption(option('--removed', 'searchRemoved'))
  .addOption(option('--variants', 'variants'))
  .addOption(option('--alike <percent>', 'alike'))
  .action((phrase: string, options) =>
    run((context) => (options.variants ? variants(phrase, options, context) : wording(phrase, options, context))),
  );
switches(filters(program.command('timeline')))
  .description(both('timeline'))
  .argument('<phrases...>', both('phrases'))
  .addOption(option('--by <group>', 'timelineBy').choices(TimelineBy.options))
  .addOption(option('--csv <file>', 'csvTable'))
  .addOption(option('--json', 'json'))
  .action((phrases: string[], options) => run((context) => timeline(phrases, options, context)));
lists(program.command('targets'))
  .description(both('targets'))
  .argument('[indicator]', both('indicatorWords'))
  .addOption(option('--for-region <name>', 'forRegionOption'))
  .addOption(option('--for-year <year>', 'forYearOption'))
  .addOption(option('--for-year-from <year>', 'forYearFrom'))
  .addOption(option('--for-year-to <year>', 'forYearTo'))
  .addOption(option('--unit <unit>', 'unitOption'))
  .addOption(option('--per-cell <n>', 'perCell'))
  .action((words: string | undefined, options) => run((context) => targets(words, options, context)));
program
  .command('compare')
  .description(both('compare'))
  .argument('<a>', both('comparedName'))
  .argument('<b>', both('comparedName'))
  .addOption(option('--transmission', 'transmission'))
  .addOption(option('--csv <file>', 'csvTransmission'))
  .addOption(option('--docx <file>', 'docxComparison'))
  .addOption(option('--all', 'allUnits'))
  .addOption(option('--json', 'json'))
  .action((a: string, b: string, options) => run((context) => compare(a, b, options, context)));
filters(program.command('citations'))
  .description(both('citations'))
  .argument('[document]', both('fileOrId'))
  .addOption(option('--size <n>', 'size'))
  .addOption(option('--csv <file>', 'csvTable'))
  .addOption(option('--json', 'json'))
  .action((document: string | undefined, options) => run((context) => citations(document, options, context)));
program
  .command('check')
  .description(both('check'))
  .argument('<draft>', both('draft'))
  .addOption(option('--region <name>', 'checkRegion'))
  .addOption(option('--year-from <year>', 'yearFrom'))
  .addOption(option('--year-to <year>', 'yearTo'))
  .addOption(option('--type <kinds...>', 'type'))
  .addOption(option('--in-force', 'inForce'))
  .addOption(option('--leave-out <names...>', 'leaveOut'))
  .addOption(option('--earlier <name>', 'checkEarlier'))
  .addOption(option('--docx <file>', 'checkDocx'))
  .addOption(option('--annotate <file>', 'checkAnnotate'))
  .addOption(option('--json', 'json'))
  .action((draft: string, options) => run((context) => check(draft, options, context)));
program
  .command('reindex')
  .description(both('reindex'))
  .addOption(option('--to <engine>', 'reindexTo').choices(['embedded', 'meilisearch']).conflicts('undo'))
  .addOption(option('--undo', 'reindexUndo'))
  .addOption(option('--json', 'json'))
  .action((options) => run((context) => reindex(options, context)));
program
  .command('status')
  .description(both('status'))
  .addOption(option('--json', 'json'))
  .action((options) => run((context) => status(options, context)));
program
  .command('doctor')
  .description(both('doctor'))
  .addOption(option('--json', 'json'))
  .action((options) => run((context) => doctor(options, context)));
program
  .command('backup')
  .description(both('backup'))
  .argument('<file>', both('backupFile'))
  .addOption(option('--force', 'backupForce'))
  .addOption(option('--json', 'json'))
  .action((file: string, options) => run((context) => backup(file, options, context)));
program
  .command('restore')
  .description(both('restore'))
  .argument('<file>', both('backupFile'))
  .addOption(option('--force', 'restoreForce'))
  .addOption(option('--check', 'restoreCheck'))
  .addOption(option('--json', 'json'))
  .action((file: string, options) => run((context) => restore(file, options, context)));
program
  .command('evaluate')
  .description(both('evaluate'))
  .argument('<folder>', both('folder'))
  .addOption(option('--adapter <name>', 'withAdapter'))
  .addOption(option('--json', 'json'))
  .action((folder: string, options) => run((context) => evaluate(folder, options, context)));
program
  .command('tune')
  .description(both('tune'))
  .argument('[folder]', both('tuneFolder'))
  .addOption(option('--name <name>', 'adapterName'))
  .addOption(option('--answers-apart', 'answersApart'))
  .addOption(option('--json', 'json'))
  .action((folder: string | undefined, options) => run((context) => tune(folder, options, context)));
const adapter = program.command('adapter').description(both('adapter'));
adapter
  .command('list')
  .description(both('adapterList'))
  .addOption(option('--json', 'json'))
  .action((options) => run((context) => adapterList(options, context)));
adapter
  .command('use')
  .description(both('adapterUse'))
  .argument('<name>', both('adapterName'))
  .action((name: string) => run((context) => adapterUse(name, context)));
adapter
  .command('undo')
  .description(both('adapterUndo'))
  .action(() => run(adapterUndo));
program
  .command('judgements')
  .description(both('judgements'))
  .addOption(option('--forget <query>', 'forget'))
  .addOption(option('--forget-all', 'forgetAll'))
  .addOption(option('--json', 'json'))
  .action((options) => run((context) => judgements(options, context)));

await program.parseAsync();
