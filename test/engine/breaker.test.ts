import { AppError } from '../../services/domain/errors.js';
import { createBreaker } from '../../services/engine/breaker.js';

const down = new AppError('ENGINE_UNAVAILABLE', { why: 'down' });
function setUp() {
  let [now, asked] = [0, 0];
  const breaker = createBreaker({ now: () => now });
  return {
    asked: () => asked,
    pass: (ms: number) => {
      now += ms;
    },
    ask: (answer: 'up' | 'down' | 'refused', ms = 1) =>
      breaker.through(async () => {
        asked++;
        now += ms;
        if (answer === 'down') throw down;
        if (answer === 'refused') throw new AppError('ENGINE_TASK_FAILED', { why: '' });
        return answer;
      }),
  };
}
const unavailable = expect.objectContaining({ code: 'ENGINE_UNAVAILABLE' });

test('after three failures in a row nothing is asked for a while, and the failure is told at once', async () => {
  const { ask, asked, pass } = setUp();
  for (let i = 0; i < 5; i++) await expect(ask('down')).rejects.toEqual(unavailable);
  expect(asked()).toBe(3);
  pass(1_001);
  expect(await ask('up')).toBe('up');
  expect(await ask('up')).toBe('up');
});

test('one failure that took long is enough', async () => {
  const { ask, asked } = setUp();
  await expect(ask('down', 10_000)).rejects.toEqual(unavailable);
  await expect(ask('up')).rejects.toEqual(unavailable);
  expect(asked()).toBe(1);
});

test('the pause doubles with every trial that fails, to fifteen seconds at most', async () => {
  const { ask, asked, pass } = setUp();
  await expect(ask('down', 2_000)).rejects.toEqual(unavailable);
  for (const pause of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
    const before = asked();
    pass(pause - 1);
    await expect(ask('down')).rejects.toEqual(unavailable);
    expect(asked()).toBe(before);
    pass(1);
    await expect(ask('down', 0)).rejects.toEqual(unavailable);
    expect(asked()).toBe(before + 1);
  }
});

test('a server that refuses has answered', async () => {
  const { ask, asked } = setUp();
  for (let i = 0; i < 5; i++) await expect(ask('refused')).rejects.toMatchObject({ code: 'ENGINE_TASK_FAILED' });
  expect(asked()).toBe(5);
});
