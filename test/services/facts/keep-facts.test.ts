import { type Catalogue, openCatalogue } from '../../../services/catalogue/open.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import { factsBehind, keepFacts } from '../../../services/facts/keep-facts.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const folder = temporaryFolder();
const at = '2026-01-01T00:00:00.000Z';
const file = '规划.txt';
const id = documentIdOf(file);
const add = (catalogue: Catalogue, text: string): void => {
  catalogue.transaction(() => catalogue.store.put(versionOf(file, text, { title: '临澜市教育规划', year: 2021 }), at));
};

test('what a document says follows the document: it comes, changes and goes', async () => {
  const catalogue = openCatalogue(folder);
  add(catalogue, '到2025年，学前三年毛入园率达到95%以上。');
  expect(factsBehind(catalogue)).toBe(true);
  await keepFacts(catalogue);
  expect(factsBehind(catalogue)).toBe(false);
  expect(catalogue.facts.targets(id)).toMatchObject([
    { indicator: '学前教育毛入园率', comparison: 'at-least', value: 95, unit: '%', year: 2025 },
  ]);

  add(catalogue, '到2025年，学前三年毛入园率达到96%以上。');
  await keepFacts(catalogue);
  expect(catalogue.facts.targets(id)).toMatchObject([{ value: 96 }]);

  catalogue.transaction(() => catalogue.store.markRemoved(id, at));
  await keepFacts(catalogue);
  expect(catalogue.facts.targets(id)).toEqual([]);
  expect(factsBehind(catalogue)).toBe(false);
  catalogue.close();
});
