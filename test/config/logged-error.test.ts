import fc from 'fast-check';
import { toldError } from '../../config/logged-error.js';
import { createLogger } from '../../config/logger.js';

test('whatever a message says, lines that look like a stack included, none of it is told', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 60 }).filter((text) => /\p{L}{4}/u.test(text));
  fc.assert(
    fc.property(words, (text) => {
      const secret = `秘${text}密`;
      const error = new Error(`${secret}\n    at ${secret} (/tmp/x.ts:1:1)`, { cause: new RangeError(secret) });
      expect(JSON.stringify(toldError(error, { words: false }))).not.toContain(secret);
    }),
  );
});

test('codes of the system and of libraries are told; a code that is a sentence is not', () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  expect(toldError(new Error('x', { cause: full }), { words: false }).cause).toMatchObject({
    type: 'Error',
    code: 'ENOSPC',
  });
  expect(toldError(Object.assign(new Error('x'), { code: 'a b' }), { words: false }).code).toBeUndefined();
});

test('the debug level tells the words', () => {
  const written: string[] = [];
  const write = (line: string) => void written.push(line);
  createLogger({ YANJU_LOG_LEVEL: 'debug' }, 'test', { write }).error({ err: new Error('words') });
  createLogger({ YANJU_LOG_LEVEL: 'info' }, 'test', { write }).error({ err: new Error('words') });
  expect(written.map((line) => line.includes('"message":"words"'))).toEqual([true, false]);
});
