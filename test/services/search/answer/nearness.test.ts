import { openCatalogue } from '../../../../services/catalogue/open.js';
import { nearnessTo } from '../../../../services/search/answer/nearness.js';
import { temporaryFolder } from '../../../support/temporary.js';
import { versionOf } from '../../../support/versions.js';

const folder = temporaryFolder();

test('each part of a passage is as near as the nearest of its windows that it lies in', () => {
  const catalogue = openCatalogue(folder);
  const version = versionOf('长.txt', '题。\n甲。乙。丙。');
  const [first, long] = version.passages;
  const windows = [
    { start: 3, end: 7, embedText: '甲。乙。', embedHash: 'front' },
    { start: 7, end: 9, embedText: '丙。', embedHash: 'back' },
  ];
  const id = catalogue.store.put({ ...version, passages: [first!, { ...long!, windows }] }, 'now');
  catalogue.vectors.put('model', 'front', Float32Array.of(0, 1));
  catalogue.vectors.put('model', 'back', Float32Array.of(0.6, 0.8));
  const [short, passage] = catalogue.documents.passages(id);

  const near = nearnessTo(Float32Array.of(1, 0), 'model', catalogue)(passage!);
  expect(near({ start: 0, end: 2 })).toBe(0);
  expect(near({ start: 4, end: 6 })).toBeCloseTo(0.6);
  expect(near({ start: 2, end: 6 })).toBeCloseTo(0.6);

  expect(nearnessTo(Float32Array.of(1, 0), 'model', catalogue)(short!)({ start: 0, end: 2 })).toBeNull();
  expect(nearnessTo(Float32Array.of(1, 0), 'another', catalogue)(passage!)({ start: 0, end: 2 })).toBeNull();
  expect(nearnessTo(null, 'model', catalogue)(passage!)({ start: 0, end: 2 })).toBeNull();
  catalogue.close();
});
