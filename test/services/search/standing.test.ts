import type { Metadata } from '../../../services/domain/document.js';
import { standingOf } from '../../../services/search/standing.js';
import { versionOf } from '../../support/versions.js';

const of = (changes: Partial<Metadata>, superseded = false, year: number | null = 2026): number =>
  standingOf(versionOf('文.txt', '文', changes).metadata, superseded, year);

test('valid stands above undecided, and that above revised, repealed and drafts', () => {
  const standing = (['现行', '试行', '未知', '已修订', '征求意见', '已废止'] as const).map((status) =>
    of({ status, year: 2020 }),
  );
  const [valid = 0, trial = 0, unknown = 0, revised = 0, draft = 0, repealed = 0] = standing;
  expect(trial).toBe(valid);
  for (const lower of [revised, draft, repealed]) expect(unknown).toBeGreaterThan(lower);
  expect(valid).toBeGreaterThan(unknown);
});

test('of the same status the more recent stands better, up to twenty years back', () => {
  expect(of({ year: 2025 })).toBeGreaterThan(of({ year: 2015 }));
  expect(of({ year: 1990 })).toBe(of({ year: 1980 }));
  expect(of({ titleYears: [2025] })).toBe(of({ year: 2025 }));
});

test('an old rule in force stands no worse than a new notice that does not say', () => {
  expect(of({ status: '现行', year: 1995 })).toBeGreaterThanOrEqual(of({ year: 2026 }));
});

test('a version of which a newer one is known stands as one that says it was revised', () => {
  expect(of({ status: '现行', year: 2015 }, true)).toBe(of({ status: '已修订', year: 2015 }));
});

test('years count neither way where the query names them, nor where the document does not say', () => {
  expect(of({ year: 1990 }, false, null)).toBe(of({ year: 2025 }, false, null));
  expect(of({})).toBeLessThan(of({ year: 2026 }));
  expect(of({})).toBeGreaterThan(of({ year: 1990 }));
});

test('always between 0 and 1', () => {
  for (const year of [1900, 2026, 2100]) {
    for (const status of ['现行', '已废止'] as const) {
      const standing = of({ status, year });
      expect(standing).toBeGreaterThanOrEqual(0);
      expect(standing).toBeLessThanOrEqual(1);
    }
  }
});
