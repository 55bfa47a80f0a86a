// GET /api/export/compare.docx: two documents or versions side by side, as a Word document to attach.
import { z } from 'zod';
import { takenComparison } from '../../../export/comparison.js';
import { docxFile } from '../../../export/file.js';
import { ComparedName } from '../comparison.js';
import { exampleComparison } from '../comparison-examples.js';
import { download } from './download.js';

const Asked = z.object({
  a: ComparedName,
  b: ComparedName,
  show: z.enum(['changes', 'all']).default('changes').meta({
    description: 'changes：相同的略去；all：全部列出 / changes: what is the same is left out; all: everything',
  }),
});

export const exportCompareDocx = download({
  id: 'exportCompareDocx',
  path: 'compare',
  format: 'docx',
  tag: 'documents',
  request: { query: Asked, example: { query: { a: exampleComparison.a.id, b: exampleComparison.b.id } } },
  errors: ['DOCUMENT_NOT_FOUND'],
  file: async ({ query }, deps) => docxFile(await takenComparison(query, deps)),
});
