// Options of the command line that are wrong, told as people speak.

import { parseRequest } from '../../../services/cli/request.js';
import { VariantsRequest, WordingRequest } from '../../../services/domain/query.js';
import { RequestError } from '../../../services/domain/request-error.js';

function told(read: () => unknown): RequestError {
  try {
    read();
  } catch (error) {
    if (error instanceof RequestError) return error;
  }
  throw new Error('was taken');
}

test('a wrong option is named with what it takes, in either language', () => {
  const error = told(() => parseRequest(WordingRequest, { q: '招生', near: '附近' }));
  expect(error.in('zh')).toBe('请求有误：near：应为 sentence（同句）、paragraph（同段）、document（同文）或字数');
  expect(error.in('en')).toMatch(/near must be sentence, paragraph, document or a number of characters$/);
});

test('numbers that are none and numbers out of bounds are told apart', () => {
  expect(told(() => parseRequest(WordingRequest, { q: '招生', size: 'abc' })).in('zh')).toMatch(/size：应为整数$/);
  expect(told(() => parseRequest(VariantsRequest, { q: '招生', size: '201' })).in('zh')).toMatch(/size：不能大于 200$/);
});

test('every wrong option is named', () => {
  const error = told(() => parseRequest(WordingRequest, { q: '招生', loose: 'maybe', sort: 'up' }));
  expect(error.in('zh')).toMatch(/loose：应为 true 或 false/);
  expect(error.in('zh')).toMatch(/sort：应为 date \| document \| left \| right 之一/);
});
