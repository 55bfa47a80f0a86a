// yanju wording PHRASE --variants: what a wording has been and become, in order of first use.
import pc from 'picocolors';
import { toldCoverage } from '../../domain/messages/coverage.js';
import { VariantsRequest } from '../../domain/query.js';
import type { Variant } from '../../domain/variants.js';
import { csvFile, docxFile } from '../../export/file.js';
import { type TakenVariants, takenVariants } from '../../export/variants.js';
import { variantsTable } from '../../export/variants-table.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { parseRequest } from '../request.js';
import { documentLine } from '../show.js';
import { takeAway } from '../take-away.js';

/** Old characters in brackets, new ones in braces, so that it also reads without colours. */
const changed = ({ parts }: Variant): string =>
  parts
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? pc.red(`[-${text}-]`) : pc.green(`{+${text}+}`),
    )
    .join('');

export async function variants(
  q: string,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const request = parseRequest(VariantsRequest, { ...options, q });
  const open = openArchive(settings, logger);
  try {
    const written = await takeAway<TakenVariants>(
      options,
      open.archive,
      { settings },
      {
        make: takenVariants.bind(null, { ...request, against: 'asked' }),
        files: { csv: (taken) => csvFile(variantsTable(taken)), docx: docxFile },
      },
    );
    if (written) return 0;
    const response = await open.archive.variants(request);
    if (options.json) {
      console.log(JSON.stringify(response, null, 2));
      return 0;
    }
    const { total, documents, occurrences } = response;
    console.log(total === 0 ? say('nothing') : say('variantsFound', { total, documents, occurrences }));
    if (total === 0) console.log(toldCoverage(response.coverage, settings.YANJU_LANGUAGE));
    for (const variant of response.variants) {
      const { first, latest } = variant;
      console.log(`\n${changed(variant)}`);
      console.log(`  ${say('occurrences', { documents: variant.documents, occurrences: variant.occurrences })}`);
      console.log(`  ${say('firstUse')} ${documentLine(first.document, say)}`);
      if (latest.document.id !== first.document.id) {
        console.log(`  ${say('latestUse')} ${documentLine(latest.document, say)}`);
      }
    }
    return 0;
  } finally {
    await open.close();
  }
}
