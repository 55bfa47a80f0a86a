// Every endpoint, from the same values that bind and describe it.
import request from 'supertest';
import type { z } from 'zod';
import type { Endpoint } from '../../services/api/endpoint.js';
import { endpoints } from '../../services/api/endpoints/all.js';
import { Problem } from '../../services/api/errors.js';
import { testApp, token } from './support.js';

const addressOf = (endpoint: Endpoint): string =>
  endpoint.path.replace(/:(\w+)/g, (_whole, name: string) =>
    String(Object.entries(endpoint.request.example.params ?? {}).find(([key]) => key === name)?.[1]),
  );

function ask(endpoint: Endpoint, query: Record<string, unknown> = {}, authorization = `Bearer ${token}`) {
  const { files, example } = endpoint.request;
  const asked = request(testApp().app)
    [endpoint.method](addressOf(endpoint))
    .query({ ...example.query, ...query })
    .set('Authorization', authorization);
  if (files) return asked.attach([files].flat()[0] ?? '', Buffer.from('第一条'), '办法.txt');
  return example.body ? asked.send(example.body) : asked;
}

const expectProblem = (body: unknown, status: number, code: string) => {
  const problem = Problem.strict().parse(body);
  expect(problem).toMatchObject({ status, code, type: `urn:yanju:problem:${code}` });
  return problem;
};

const asSent = (schema: z.ZodType, body: unknown): unknown => schema.parse(body);

describe.each(endpoints.map((endpoint) => [`${endpoint.method.toUpperCase()} ${endpoint.path}`, endpoint] as const))(
  '%s',
  (_name, endpoint) => {
    const { response } = endpoint;

    it('answers its example as it is described', async () => {
      const answer = await ask(endpoint);
      expect(answer.status).toBe(response.status);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
      if (response.kind === 'json') {
        expect(answer.type).toBe('application/json');
        expect(asSent(response.schema, answer.body)).toEqual(answer.body); // nothing that the schema does not name
        expect(asSent(response.schema, response.example)).toEqual(response.example);
      }
    });

    it('refuses a parameter that it does not know, by name', async () => {
      const answer = await ask(endpoint, { colour: 'red' });
      expect(answer.status).toBe(400);
      expect(answer.type).toBe('application/problem+json');
      const problem = expectProblem(answer.body, 400, 'INVALID_REQUEST');
      expect(problem.errors).toEqual([{ field: 'colour', message: '没有这个参数' }]);
    });

    it('refuses a repeated parameter and an unknown language', async () => {
      const repeated = await ask(endpoint, { lang: ['zh', 'en'] });
      expect(expectProblem(repeated.body, 400, 'INVALID_REQUEST').errors?.[0]?.field).toBe('lang');
      const unknown = await ask(endpoint, { lang: 'fr' });
      expect(expectProblem(unknown.body, 400, 'INVALID_REQUEST').errors?.[0]?.field).toBe('lang');
    });

    it('tells what its path takes', async () => {
      const address = addressOf(endpoint);
      const methods = endpoints.filter(({ path }) => path === endpoint.path).map(({ method }) => method.toUpperCase());
      const options = await request(testApp().app).options(address);
      expect(options.status).toBe(204);
      expect(options.headers.allow?.split(', ')).toEqual(expect.arrayContaining(methods));
      const wrong = await request(testApp().app).patch(address);
      expectProblem(wrong.body, 405, 'METHOD_NOT_ALLOWED');
      expect(wrong.headers.allow).toBe(options.headers.allow);
    });

    if (endpoint.method === 'get') {
      it('answers HEAD without a body', async () => {
        const answer = await request(testApp().app)
          .head(addressOf(endpoint))
          .query({ ...endpoint.request.example.query })
          .set('Authorization', `Bearer ${token}`);
        expect(answer.status).toBe(response.status);
        expect(answer.text ?? '').toBe('');
      });
    }

    if (endpoint.access === 'admin') {
      it.each(['', 'Bearer', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`])(
        'wants the admin token, not %p',
        async (authorization) => {
          const answer = await ask(endpoint, {}, authorization);
          expectProblem(answer.body, 401, 'UNAUTHORIZED');
          expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
        },
      );

      it('is closed where no admin token is set', async () => {
        const { app } = testApp({ YANJU_ADMIN_TOKEN: '' });
        const answer = await request(app)[endpoint.method](addressOf(endpoint)).set('Authorization', 'Bearer ');
        expectProblem(answer.body, 403, 'CHANGES_DISABLED');
      });
    }

    if (endpoint.path.includes(':id')) {
      it('tells that a document is unknown', async () => {
        const answer = await request(testApp().app)
          [endpoint.method](endpoint.path.replace(':id', '不存在'))
          .query({ ...endpoint.request.example.query })
          .set('Authorization', `Bearer ${token}`);
        expectProblem(answer.body, 404, 'DOCUMENT_NOT_FOUND');
      });

      it.each(['%ff', '%', 'a%00b', 'x'.repeat(201), '..%2f..%2fetc%2fpasswd'])(
        'refuses or does not know the id %p',
        async (id) => {
          const answer = await request(testApp().app)
            [endpoint.method](endpoint.path.replace(':id', id))
            .set('Authorization', `Bearer ${token}`);
          expect([400, 404]).toContain(answer.status);
          Problem.strict().parse(answer.body);
        },
      );
    }
  },
);
