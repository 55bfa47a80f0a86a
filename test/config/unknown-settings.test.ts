import { described, settingsNotKnown } from '../../config/settings.js';
import { slips } from '../../config/unknown-settings.js';

test('a misspelt setting is named, with the one that was meant', () => {
  expect(settingsNotKnown({ YANJU_RATE_LIMTI: '3', YANJU_DATADIR: '/x', yanju_port: '1', MEILI_APIKEY: 'k' })).toEqual([
    { name: 'MEILI_APIKEY', meant: 'MEILI_API_KEY' },
    { name: 'YANJU_DATADIR', meant: 'YANJU_DATA_DIR' },
    { name: 'yanju_port', meant: 'YANJU_PORT' },
    { name: 'YANJU_RATE_LIMTI', meant: 'YANJU_RATE_LIMIT' },
  ]);
  expect(settingsNotKnown({ YANJU_TURBO: 'on' })).toEqual([{ name: 'YANJU_TURBO', meant: null }]);
});

test('settings of ours, of the Meilisearch server, of tests and of anything else are left alone', () => {
  const own = Object.fromEntries(Object.keys(described).map((name) => [name, 'x']));
  expect(
    settingsNotKnown({
      ...own,
      MEILI_MASTER_KEY: 'k',
      MEILI_ENV: 'production',
      MEILI_NO_ANALYTICS: 'true',
      YANJU_SHARED: '..',
      PATH: '/bin',
    }),
  ).toEqual([]);
});

test.each([
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['abc', 'xabc', 1],
  ['', 'abc', 3],
])('from %p to %p: %p slips', (a, b, wanted) => {
  expect(slips(a, b)).toBe(wanted);
});
