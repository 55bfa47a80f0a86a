// GET /api/export/variants.{csv,docx}: what a wording has been and become, as CSV or Word.
import { z } from 'zod';
import { VariantsRequest } from '../../../domain/query.js';
import { csvFile, docxFile, type FileFormat } from '../../../export/file.js';
import { takenVariants } from '../../../export/variants.js';
import { variantsTable } from '../../../export/variants-table.js';
import { exampleVariants } from '../examples.js';
import { checkQuestion } from '../question.js';
import { download } from './download.js';

/** As many as a list has rows. */
const Asked = VariantsRequest.omit({ size: true }).extend({
  against: z.enum(['asked', 'before']).default('asked').meta({
    description:
      '改动相对于谁：asked 所问的；before 较早的写法中最近的 / changes against what was asked, or the nearest earlier variant',
  }),
});

const ofVariants = (format: FileFormat) =>
  download({
    id: format === 'csv' ? 'exportVariantsCsv' : 'exportVariantsDocx',
    path: 'variants',
    format,
    tag: 'search',
    request: { query: Asked, example: { query: { q: exampleVariants.query, alike: '70' } } },
    errors: ['QUERY_EMPTY', 'QUERY_TOO_LONG'],
    async file({ query }, deps, settings) {
      checkQuestion(query, settings.YANJU_MAX_QUERY_CHARS);
      const taken = await takenVariants(query, deps);
      return format === 'csv' ? csvFile(variantsTable(taken)) : docxFile(taken);
    },
  });

export const exportVariantsCsv = ofVariants('csv');
export const exportVariantsDocx = ofVariants('docx');
