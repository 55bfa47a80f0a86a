import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../config/root.js';
import { printedLines } from '../../examples/layout.js';
import { readSources } from '../../examples/read-sources.js';
import { normalForm } from '../../services/domain/text.js';

const Query = z.strictObject({
  id: z.string(),
  kind: z.enum(['exact', 'keyword', 'semantic', 'filter']),
  query: z.string().min(1),
  filter: z.strictObject({ year: z.number(), issuer: z.string(), type: z.string() }).partial().optional(),
  gold_docs: z.array(z.string()).min(1),
  gold_passage: z.string(),
  also_relevant: z.array(z.string()).optional(),
});

const queries = readFileSync(join(projectRoot, 'examples', 'queries.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => Query.parse(JSON.parse(line)));
const documents = readSources().filter(({ header }) => header.folder === 'documents');
const texts = new Map(documents.map((source) => [source.header.file, normalForm(printedLines(source).join('\n'))]));

describe('the queries over the bundled documents', () => {
  test('are about thirty, of every kind, under ids of their own', () => {
    expect(queries.length).toBeGreaterThanOrEqual(30);
    expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
    for (const kind of Query.shape.kind.options) {
      expect(queries.filter((query) => query.kind === kind).length).toBeGreaterThanOrEqual(5);
    }
  });

  test.each(queries.map((query) => [query.id, query] as const))('%s names documents that are there', (_, query) => {
    for (const file of [...query.gold_docs, ...(query.also_relevant ?? [])]) expect([...texts.keys()]).toContain(file);
  });

  test.each(queries.filter(({ gold_passage }) => gold_passage !== '').map((query) => [query.id, query] as const))(
    '%s: its passage stands in one of its documents',
    (_, query) => {
      const passage = normalForm(query.gold_passage);
      expect(query.gold_docs.some((file) => texts.get(file)?.includes(passage))).toBe(true);
    },
  );

  test.each(queries.filter(({ kind }) => kind === 'exact').map((query) => [query.id, query] as const))(
    '%s: its documents are all that hold the words',
    (_, query) => {
      const holding = [...texts].filter(([, text]) => text.includes(normalForm(query.query))).map(([file]) => file);
      expect([...query.gold_docs].sort()).toEqual(holding.sort());
    },
  );
});
