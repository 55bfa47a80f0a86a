// What Node's parser refuses before the application sees it.
import { handleClientError } from '../../services/api/client-error.js';
import { Problem } from '../../services/api/errors.js';
import { exchange, listening, testApp } from './support.js';

const served = () => listening(testApp().app, handleClientError);

function read(answer: string): { readonly head: string; readonly problem: Problem } {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(head).toMatch(/connection: close/i);
  return { head, problem: Problem.strict().parse(JSON.parse(body)) };
}

it.each([20_000, 90_000, 3_000_000])('a GET with an address of %p bytes is told to use POST', async (length) => {
  const server = await served();
  const answer = await exchange(server, `GET /api/search?q=${'%E8'.repeat(length / 3)} HTTP/1.1\r\nHost: a\r\n\r\n`);
  const { head, problem } = read(answer);
  expect(head).toMatch(/^HTTP\/1\.1 431 /);
  expect(problem).toMatchObject({ status: 431, code: 'HEADERS_TOO_LARGE' });
  expect(problem.detail).toContain('POST /api/search');
  server.close();
});

it.each([
  'nonsense\r\n\r\n',
  'GET /a b HTTP/1.1\r\n\r\n',
  'POST /api/search HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n',
  'POST /api/search HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00',
])('broken HTTP (%j) gets a problem document', async (text) => {
  const server = await served();
  const { problem } = read(await exchange(server, text));
  expect(problem).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  server.close();
});

it('Chinese that is not encoded, as curl would send it, is told how to encode it', async () => {
  const server = await served();
  const { problem } = read(await exchange(server, 'GET /api/search?q=毛入园率 HTTP/1.1\r\nHost: a\r\n\r\n'));
  expect(problem).toMatchObject({ status: 400, code: 'INVALID_REQUEST', errors: [{ field: 'URL' }] });
  expect(problem.detail).toContain('--data-urlencode');
  server.close();
});

it('a second, broken request on one connection does not spoil the first answer', async () => {
  const server = await served();
  const answer = await exchange(server, 'GET /api/health/live HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n');
  expect(answer.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(2);
  expect(answer).not.toMatch(/HTTP\/1\.1 5/);
  server.close();
});
