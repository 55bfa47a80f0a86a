// How questions are taken, and what a wrong request is told.
import request from 'supertest';
import { Problem } from '../../services/api/errors.js';
import { testApp } from './support.js';

const { app } = testApp();
const get = (address: string) => request(app).get(address);
const post = (body: unknown) =>
  request(app)
    .post('/api/search')
    .send(body as object); // supertest takes any JSON

function problem(answer: { readonly status: number; readonly type: string; readonly body: unknown }) {
  expect(answer.type).toBe('application/problem+json');
  return Problem.strict().parse(answer.body);
}

describe('a question', () => {
  it('is found by GET and by POST alike', async () => {
    const byGet = await get(`/api/search?q=${encodeURIComponent('毛入园率')}&mode=keyword&size=5`);
    const byPost = await post({ q: '毛入园率', mode: 'keyword', size: 5 });
    expect(byGet.status).toBe(200);
    expect(byGet.body.total).toBe(1);
    expect(byPost.body).toEqual(byGet.body);
  });

  it('keeps plus signs and percent signs that are encoded', async () => {
    expect((await get('/api/search?q=a%2Bb+c%25')).body.query).toBe('a+b c%');
  });

  it.each(['', '%20%20', '%E3%80%80', '%E2%80%8B', '%0A'])('that is blank (%p) is refused as empty', async (q) => {
    expect(problem(await get(`/api/search?q=${q}`))).toMatchObject({ status: 400, code: 'QUERY_EMPTY' });
    expect(problem(await get(`/api/wording?q=${q}`))).toMatchObject({ status: 400, code: 'QUERY_EMPTY' });
  });

  it('of 10,000 characters is answered by POST, one more is not', async () => {
    expect((await post({ q: '育'.repeat(10_000) })).status).toBe(200);
    const answer = problem(await post({ q: '育'.repeat(10_001) }));
    expect(answer).toMatchObject({ status: 400, code: 'QUERY_TOO_LONG' });
    expect(answer.detail).toContain('10001');
  });

  it('too long for an address is told to use POST', async () => {
    const answer = problem(await get(`/api/search?q=${'a'.repeat(9000)}`));
    expect(answer).toMatchObject({ status: 414, code: 'URI_TOO_LONG', instance: '/api/search' });
    expect(answer.detail).toContain('POST');
  });

  it.each(['"', 'a AND', 'NEAR(', '*', '育', 'q:x OR -y', "'; DROP TABLE passages; --", '😀', '\\', '{"a":1}'])(
    'of search syntax or a single character (%p) is a question like any other',
    async (q) => {
      expect((await get(`/api/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
      expect((await post({ q })).status).toBe(200);
    },
  );
});

describe('a wrong parameter', () => {
  it.each([
    ['q=x&size=0', 'size', '不能小于 1'],
    ['q=x&size=101', 'size', '不能大于 100'],
    ['q=x&size=ten', 'size', '应为整数'],
    ['q=x&size=1e1', 'size', '应为整数'],
    ['q=x&size=0x10', 'size', '应为整数'],
    ['q=x&page=', 'page', '应为整数'],
    ['q=x&year=20xx', 'year', '应为整数'],
    ['q=x&year=99999', 'year', '不能大于 9999'],
    ['q=x&mode=fast', 'mode', '应为 keyword | semantic | hybrid 之一'],
    ['q=x&region=', 'region', '不能为空'],
    [`q=x&issuer=${'a'.repeat(201)}`, 'issuer', '最多 200 个字符'],
    ['q=x&yearFrom=2022&yearTo=2021', 'yearFrom', '不能晚于 yearTo'],
    ['q=x&region=%00', 'region', '含有不能处理的字符（NUL 或残缺的 Unicode 字符）'],
    ['mode=hybrid', 'q', '必须给出'],
    ['q=a%00b', 'q', '含有不能处理的字符（NUL 或残缺的 Unicode 字符）'],
    ['q=%ff', 'q', '不是有效的 UTF-8 百分号编码'],
    ['q=100%', 'q', '不是有效的 UTF-8 百分号编码'],
    ['q=%bd%cc%d3%fd', 'q', '不是有效的 UTF-8 百分号编码'],
    ['q=x&q=y', 'q', '只能给一次'],
    ['q=x&q[]=y', 'q[]', '没有这个参数'],
    ['q=x&__proto__=1', '__proto__', '没有这个参数'],
    ['q=x&constructor=1', 'constructor', '没有这个参数'],
    ['q=x&hasOwnProperty=1', 'hasOwnProperty', '没有这个参数'],
  ])('%s is refused, naming %s', async (query, field, message) => {
    const answer = problem(await get(`/api/search?${query}`));
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(answer.errors).toContainEqual({ field, message });
    expect(answer.detail).toContain(field);
  });

  it('does not hide another one', async () => {
    const answer = problem(await get('/api/search?size=0&page=x&foo=1'));
    expect(answer.errors?.map(({ field }) => field).sort()).toEqual(['foo', 'page', 'q', 'size']);
  });

  it('is told in English to whoever asks for it', async () => {
    const byHeader = await get('/api/search?q=x&size=0').set('Accept-Language', 'en-GB,en;q=0.8');
    expect(problem(byHeader)).toMatchObject({ title: 'Bad request', errors: [{ message: 'must be at least 1' }] });
    expect(problem(await get('/api/search?q=x&size=0&lang=en')).detail).toMatch(/^The request is wrong/);
    expect(problem(await get('/api/search?q=x&size=0&lang=zh').set('Accept-Language', 'en')).detail).toMatch(
      /^请求有误/,
    );
  });
});

describe('a wrong body', () => {
  it.each([
    [{ q: 'x', size: '5' }, 'size'],
    [{ q: 'x', size: true }, 'size'],
    [{ q: 'x', size: [5] }, 'size'],
    [{ q: 'x', size: null }, 'size'],
    [{ q: 'x', page: 1.5 }, 'page'],
    [{ q: 'x', page: 1e300 }, 'page'],
    [{ q: 5 }, 'q'],
    [{ q: ['x'] }, 'q'],
    [{ q: 'x', region: {} }, 'region'],
    [{ q: '\ud800' }, 'q'],
    [{ q: 'a\0b' }, 'q'],
    [{ q: 'x', colour: 1 }, 'colour'],
    [{}, 'q'],
    [[], 'body'],
    [[{ q: 'x' }], 'body'],
  ])('%j is refused, naming %s', async (body, field) => {
    const answer = problem(await post(body));
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(answer.errors?.map((error) => error.field)).toEqual([field]);
  });

  it.each([
    ['{"q":"x","__proto__":{"size":5}}', 'application/json', '__proto__'],
    ['{"q":"x"', 'application/json', 'body'],
    ['"q"', 'application/json', 'body'],
    ['null', 'application/json', 'body'],
    ['', 'application/json', 'q'],
    ['q=x', 'application/x-www-form-urlencoded', 'Content-Type'],
    ['{"q":"x"}', 'text/plain', 'Content-Type'],
    ['{"q":"x"}', 'application/json; charset=gbk', 'Content-Type'],
    [`${'['.repeat(200_000)}`, 'application/json', 'body'],
    [`{"q":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'application/json', 'q'],
  ])('%.40s as %s is refused, naming %s', async (body, type, field) => {
    const answer = problem(await request(app).post('/api/search').set('Content-Type', type).send(body));
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(answer.errors?.map((error) => error.field)).toEqual([field]);
  });

  it('in GBK bytes, or wrongly compressed, is refused', async () => {
    const gbk = Buffer.concat([Buffer.from('{"q":"'), Buffer.from([0xbd, 0xcc]), Buffer.from('"}')]);
    for (const headers of [{}, { 'Content-Encoding': 'gzip' }, { 'Content-Encoding': 'zstd-of-tomorrow' }]) {
      const asked = request(app).post('/api/search').set('Content-Type', 'application/json').set(headers);
      asked.serialize((bytes) => bytes as unknown as string); // the bytes as they are, not as JSON
      expect(problem(await asked.send(gbk)).status).toBe(400);
    }
  });

  it('beyond the limit is too large', async () => {
    expect(problem(await post({ q: 'x'.repeat(2_000_000) }))).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  it('has no parameters in the address beside it', async () => {
    const answer = problem(await request(app).post('/api/search?q=x').send({ q: 'x' }));
    expect(answer.errors).toEqual([{ field: 'q', message: '没有这个参数' }]);
  });
});

describe('an unknown path', () => {
  it.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/api/search/x',
    '/api/documents/a/b/c',
    '//api/search',
    '/',
    '/%ff',
    '/api/%',
  ])('%s gets a problem document', async (path) => {
    const answer = await get(path);
    expect([400, 404]).toContain(answer.status);
    expect(problem(answer).instance).toBe(path);
  });
});
