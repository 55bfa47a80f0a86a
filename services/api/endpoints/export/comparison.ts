// GET /api/export/compare.docx: two documents or versions side by side, as a Word document to attach;
// GET /api/export/transmission.{csv,docx}: what a superior document became in a local one, sentence by sentence.
import { z } from 'zod';
import { takenComparison } from '../../../export/comparison.js';
import { csvFile, docxFile } from '../../../export/file.js';
import { takenTransmission } from '../../../export/transmission.js';
import { transmissionTable } from '../../../export/transmission-table.js';
import { ComparedName } from '../comparison.js';
import { exampleComparison, exampleTransmission } from '../comparison-examples.js';
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

const Carried = z.object({
  superior: ComparedName,
  local: ComparedName,
  show: z.enum(['all', 'kept', 'altered', 'cut', 'added']).default('all').meta({
    description: '只列一种去向；all：全部 / one outcome alone; all: everything',
  }),
});
const carried = {
  path: 'transmission',
  tag: 'documents',
  request: {
    query: Carried,
    example: { query: { superior: exampleTransmission.superior.id, local: exampleTransmission.local.id } },
  },
  errors: ['DOCUMENT_NOT_FOUND', 'VERSION_NOT_FOUND'],
} as const;

export const exportTransmissionCsv = download({
  ...carried,
  id: 'exportTransmissionCsv',
  format: 'csv',
  file: async ({ query }, deps) => csvFile(transmissionTable(await takenTransmission(query, deps))),
});
export const exportTransmissionDocx = download({
  ...carried,
  id: 'exportTransmissionDocx',
  format: 'docx',
  file: async ({ query }, deps) => docxFile(await takenTransmission(query, deps)),
});
