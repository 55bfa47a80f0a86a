// Passages of real statutes and policy texts: every provision that a judged question points at is found in one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';
import { chunk } from '../../ingest/chunk.js';
import { clean } from '../../ingest/clean.js';
import { readText } from '../../ingest/extract/text.js';
import { structure } from '../../ingest/structure.js';
import { normalForm } from '../../services/domain/text.js';

const shared = process.env.YANJU_SHARED ?? join(projectRoot, '..', 'shared');
const present = existsSync(join(shared, 'stard', 'queries.jsonl'));
const when = present ? describe : describe.skip;
const title = present ? 'the shared sets' : 'the shared sets (SKIPPED: set YANJU_SHARED to a folder that holds them)';

interface Judged {
  readonly gold?: readonly { readonly doc: string; readonly article: string; readonly text: string }[];
  readonly gold_docs?: readonly string[];
  readonly gold_passage?: string;
}
const judged = (file: string): Judged[] =>
  readFileSync(join(shared, file), 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as Judged); // the shape that DATA.md describes

when(title, () => {
  const known = new Map<string, string[]>();
  const passagesOf = (file: string): string[] => {
    let passages = known.get(file);
    if (!passages) {
      const structured = structure(
        clean(readText(readFileSync(join(shared, file)), file.endsWith('.md') ? 'md' : 'txt')),
      );
      passages = chunk(structured).map(({ start, end }) => normalForm(structured.text.slice(start, end)));
      known.set(file, passages);
    }
    return passages;
  };

  test('every judged 条 of the statutes begins a passage, whole where it fits', () => {
    const golds = judged('stard/queries.jsonl').flatMap(({ gold = [] }) => gold);
    const missing = golds.filter(({ doc, article, text }) => {
      const whole = normalForm(article + text);
      const sought = whole.length <= 440 ? whole : whole.slice(0, 40);
      return !passagesOf(`stard/documents/${doc}`).some((passage) => passage.includes(sought));
    });
    expect(golds.length).toBeGreaterThan(500);
    expect(missing.map(({ doc, article }) => `${doc} ${article}`)).toEqual([]);
  });

  test('every judged passage of the plain-text files is inside one passage', () => {
    const missing = judged('archive/queries.jsonl').flatMap(({ gold_docs = [], gold_passage: passage }) =>
      gold_docs.filter(
        (doc) =>
          passage &&
          /\.(?:md|txt)$/.test(doc) &&
          !passagesOf(`archive/documents/${doc}`).some((text) => text.includes(normalForm(passage))),
      ),
    );
    expect(missing).toEqual([]);
  });
});
