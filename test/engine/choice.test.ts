import { readSettings } from '../../config/settings.js';
import { engineChoice, leadsBack } from '../../services/engine/choice.js';

const meili = { YANJU_ENGINE: 'meilisearch', MEILI_URL: 'http://127.0.0.1:7700' };
const moveTo = (engine: 'embedded' | 'meilisearch', number = 1, url: string | null = null) => ({
  number,
  engine,
  url,
  at: '2026-01-01T00:00:00.000Z',
});

test('before any move it is the engine that is set, or the embedded one', () => {
  expect(engineChoice(readSettings({}), null, 0)).toEqual({ engine: 'embedded', url: null });
  expect(engineChoice(readSettings(meili), null, 0)).toEqual({ engine: 'meilisearch', url: meili.MEILI_URL });
});

test('after a move, whoever runs goes along, whatever it was started with', () => {
  expect(engineChoice(readSettings(meili), moveTo('embedded'), 0)).toEqual({ engine: 'embedded', url: null });
  const embedded = readSettings({ YANJU_ENGINE: 'embedded' });
  const url = 'http://search:7700';
  expect(engineChoice(embedded, moveTo('meilisearch', 1, url), 0)).toEqual({ engine: 'meilisearch', url });
});

test('whoever starts after a move has it from its setting, and without one from the move', () => {
  const move = moveTo('meilisearch', 3, 'http://search:7700');
  expect(engineChoice(readSettings({ YANJU_ENGINE: 'embedded' }), move, 3).engine).toBe('embedded');
  expect(engineChoice(readSettings({}), move, 3)).toEqual({ engine: 'meilisearch', url: 'http://search:7700' });
  expect(engineChoice(readSettings({ MEILI_URL: 'http://own:7700' }), move, 3).url).toBe('http://own:7700');
});

test('a setting that will lead back at the next start is told', () => {
  expect(leadsBack(readSettings({ YANJU_ENGINE: 'embedded' }), 'meilisearch')).toBe('embedded');
  expect(leadsBack(readSettings({}), 'meilisearch')).toBeNull();
  expect(leadsBack(readSettings(meili), 'meilisearch')).toBeNull();
});
