/** What the document says of answers is what is answered: types of downloads, refusals, methods. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { contracts } from '../../workflows/regimes.ts';
import { inputs } from '../../workflows/beside.ts';
import { routes } from '../routes/index.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { undeclared } from './mount.ts';
import { openApiDocument } from './openapi.ts';
import type { Method } from './route.ts';

const whole = openApiDocument({ routes, training: true, version: '0', contracts, inputs });
const operation = (method: Method, path: string) => whole.paths?.[path]?.[method];
const routeOf = (method: Method, path: string) => {
  const found = routes.find((route) => route.method === method && route.path === path);
  if (found === undefined) throw new Error(`There is no ${method} ${path}.`);
  return found;
};

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});
afterAll(() => databases.stop());

describe('what the document says is what is answered', () => {
  it.each(['/api/files/{id}', '/api/hn-net/providers/{party}/proofs/{id}'])(
    'XC-05.5 %s hands out a file of whatever type it was kept with',
    (path) => {
      expect(Object.keys(operation('get', path)?.responses?.['200']?.content ?? {})).toEqual(['*/*']);
    },
  );

  it.each([
    ['manager', 'GET', '/api/people?taskId=none', undefined, '/api/people'],
    [
      'reviewer',
      'POST',
      '/api/points/reversals',
      { storeId: 'none', eventKeys: ['k'], reason: '刷单' },
      '/api/points/reversals',
    ],
  ] as const)(
    'XC-05.5 as %s, %s %s is about nothing: 404, as it is declared',
    async (as, method, address, body, path) => {
      const caller = await api.as(as);
      const answer = method === 'GET' ? await caller.get(address) : await caller.post(address, body);
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
      expect(operation(method.toLowerCase() as Method, path)?.responses?.['404']).toBeDefined();
      expect(api.failures()).toEqual([]);
    },
  );

  it('XC-05.5 a refusal that is not declared is found', () => {
    const missing = new Refusal('NOT_FOUND', { message: text('没有。', 'There is none.') });
    expect(undeclared(routeOf('get', '/api/calendar'), missing)).toBe('NOT_FOUND');
    expect(undeclared(routeOf('get', '/api/cases/{id}'), missing)).toBeNull();
    expect(undeclared(routeOf('get', '/api/calendar'), new Error('a fault of ours'))).toBeNull();
  });

  it('XC-05.5 every address answers a method that it does not serve with 405 and the methods that it serves', async () => {
    const paths = Map.groupBy(routes, ({ path }) => path);
    for (const [path, here] of paths) {
      const served = here.map(({ method }) => method.toUpperCase());
      const [other] = ['DELETE', 'PUT', 'PATCH', 'POST'].filter((method) => !served.includes(method));
      const answer = await fetch(api.baseUrl + path.replace(/\{\w+\}/g, 'none'), { method: other ?? 'TRACE' });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, served.join(', ')]);
    }
  });
});
