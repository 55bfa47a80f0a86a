import { createSessions, IDLE_MS, isFormKey, LONGEST_MS } from '../../../web/admin/sessions.js';

let now = 0;
const sessions = () => createSessions(() => now);
beforeEach(() => {
  now = 1_000_000;
});

test('a session is found by its secret alone, and has a key of its own for its forms', () => {
  const kept = sessions();
  const [one, two] = [kept.open(), kept.open()];
  const [first, second] = [kept.find(one, true), kept.find(two, true)];
  expect(one).not.toBe(two);
  expect(first?.formKey).not.toBe(second?.formKey);
  expect(kept.find(one, true)).toEqual(first);
  expect(kept.find(`${one}x`, true)).toBeNull();
  expect(kept.find(undefined, true)).toBeNull();
  expect(isFormKey(first?.formKey, first!)).toBe(true);
  for (const wrong of [second?.formKey, '', undefined, ['x'], one]) expect(isFormKey(wrong, first!)).toBe(false);
});

test('an hour without use ends it, use by hand keeps it, a page that looks at itself does not', () => {
  const kept = sessions();
  const [used, watched] = [kept.open(), kept.open()];
  for (let i = 0; i < 3; i++) {
    now += IDLE_MS / 2;
    expect(kept.find(used, true)).not.toBeNull();
    kept.find(watched, false);
  }
  expect(kept.find(watched, true)).toBeNull();
});

test('twelve hours end it, however much it is used; signing out ends it at once', () => {
  const kept = sessions();
  const [long, out] = [kept.open(), kept.open()];
  kept.close(out);
  expect(kept.find(out, true)).toBeNull();
  const end = now + LONGEST_MS;
  while (now <= end) {
    expect(kept.find(long, true)).not.toBeNull();
    now += IDLE_MS / 2;
  }
  expect(kept.find(long, true)).toBeNull();
});

test('a restart knows nobody', () => {
  const secret = sessions().open();
  expect(sessions().find(secret, true)).toBeNull();
});

test('of very many, the oldest goes', () => {
  const kept = sessions();
  const secrets = Array.from({ length: 300 }, () => kept.open());
  expect(kept.find(secrets[0], true)).toBeNull();
  expect(kept.find(secrets.at(-1), true)).not.toBeNull();
});
