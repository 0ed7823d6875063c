/** Pages that are made on the server: failures as a person with a browser is shown them. The page of a store: sh-store/store-page.test.ts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});
afterAll(() => databases.stop());

const asBrowser = (path: string, headers: Record<string, string> = {}, of = api) =>
  of.anyone.send('GET', path, undefined, { Accept: 'text/html', ...headers });

describe('failures', () => {
  it('are pages for a person, in their language, and documents for a program', async () => {
    const person = await asBrowser('/nothing');
    expect([person.status, person.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(person.body).toContain('没有这个地址。');
    expect((await asBrowser('/nothing', { 'Accept-Language': 'en' })).body).toContain(
      'There is nothing at this address.',
    );
    const program = await api.anyone.get('/nothing');
    expect([program.status, program.body.code]).toEqual([404, 'NOT_FOUND']);
    const ofApi = await asBrowser('/api/nothing');
    expect([ofApi.status, ofApi.body.code]).toEqual([404, 'NOT_FOUND']);
    for (const [path, status] of [
      ['/stores/%E0%A4%A', 404],
      ['/stores/..%2f..%2fetc', 422],
      ['/stores/', 404],
    ] as const)
      expect((await asBrowser(path)).status, path).toBe(status);
  });

  it('may load nothing, and are not kept', async () => {
    const { headers } = await asBrowser('/nothing');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none';style-src 'sha256-[^;]+;form-action 'none'/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('of the platform say nothing of their cause but the number to look for', async () => {
    const broken = await databases.api();
    Object.assign(broken.context.clock, { now: () => Promise.reject(new Error('secret cause')) });
    const { status, body } = await asBrowser('/stores/sto-1', { 'X-Request-Id': 'trace-12345' }, broken);
    expect(status).toBe(500);
    expect(body).toContain('urn:anjuan:request:trace-12345');
    expect(body).not.toContain('secret cause');
    expect(broken.logged()).toContain('secret cause');
  });
});
