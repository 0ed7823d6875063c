/** What an idempotency key must not do: tell who moved what they may no longer see, leave an effect without its answer, give a secret away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, sha256 } from './http/canonical.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
});

afterAll(() => databases.stop());

describe('Idempotency-Key', () => {
  let counter = 0;
  const newKey = () => `key-${(counter += 1)}`;

  it('XC-05.5 gives no answer again to an account that was moved since', async () => {
    const key = newKey();
    const action = `/api/cases/${caseId}/actions/checkMaterials`;
    const mover = await api.as('reviewer2');
    const sent = [action, { items: { licence: 'OK' } }, { 'Idempotency-Key': key }] as const;
    expect((await mover.post(...sent)).status).toBe(200);
    const acted = api.gateway.acted.length;
    const before = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' } as const;
    for (const place of [{ bodyId: 'sh-commission' }, { region: 'SH/XUHUI' }, { role: 'manager' }] as const) {
      await api.setOffices('reviewer2', { ...before, ...place });
      const { status, body } = await mover.post(...sent);
      expect([status, body.code]).toEqual([422, 'KEY_REUSED']);
      expect(JSON.stringify(body)).not.toContain('stage');
      await api.setOffices('reviewer2', before, { role: 'consumer' });
      expect((await mover.post(...sent)).body.code).toBe('KEY_REUSED');
      await api.setOffices('reviewer2', before);
    }
    expect((await mover.post(...sent)).headers.get('idempotent-replayed')).toBe('true');
    expect(api.gateway.acted.length).toBe(acted);
  });

  it('SH-STORE-03.8 gives the answer to a first filing again, which bound the account to its institution', async () => {
    await api.setOffices('provider2', { role: 'consumer' }, { role: 'provider' });
    const filer = await api.as('provider2');
    const body = await application(filer, CODES.provider2);
    const headers = { 'Idempotency-Key': newKey() };
    const first = await filer.post('/api/applications', body, headers);
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    const again = await filer.post('/api/applications', body, headers);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const later = ['/api/drafts', { kind: 'storeApplication', data: {} }, { 'Idempotency-Key': newKey() }] as const;
    expect((await filer.post(...later)).status).toBe(201);
    await api.setOffices('provider2', { role: 'provider', party: CODES.other });
    expect((await filer.post(...later)).body.code).toBe('KEY_REUSED');
  });

  it('tells nobody who reads the table what was sent', async () => {
    const key = newKey();
    const body = { password: 'a-guessable-password' };
    const url = '/api/accounts/demo-consumer/password';
    expect((await (await api.as('admin')).post(url, body, { 'Idempotency-Key': key })).status).toBe(204);
    const { bodyHash } = await api.database.requestKey.findFirstOrThrow({ where: { key } });
    expect(bodyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(bodyHash).not.toBe(sha256(canonical(body)));
  });

  it.each([
    [
      'an account',
      'POST',
      '/api/accounts',
      { name: 'x', email: 'x@demo.anjuan.test', password: 'twelve-or-more', offices: [{ role: 'consumer' }] },
    ],
    ['rules', 'PUT', '/api/rules/SH_STORE', { values: {}, note: 'x' }],
    ['a draft', 'POST', '/api/drafts', { kind: 'storeApplication', data: { crash: true } }],
  ])('is settled with %s or not at all', async (_what, method, url, body) => {
    const caller = await api.as(url.startsWith('/api/drafts') ? 'provider' : 'admin');
    const count = () =>
      Promise.all([api.database.user.count(), api.database.ruleVersion.count(), api.database.draft.count()]);
    const before = await count();
    const key = newKey();
    await api.database.$executeRaw`
      CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the process dies here'; END $$`;
    await api.database.$executeRaw`
      CREATE TRIGGER crash BEFORE UPDATE OF "status" ON "RequestKey" FOR EACH ROW EXECUTE FUNCTION crash()`;
    const send = () =>
      caller.send(method, url, JSON.stringify(body), { 'Content-Type': 'application/json', 'Idempotency-Key': key });
    expect((await send()).status).toBe(500);
    expect(await count()).toEqual(before);
    await api.database.$executeRaw`DROP FUNCTION crash CASCADE`;
    expect((await send()).status).toBeLessThan(300);
    expect((await send()).headers.get('idempotent-replayed')).toBe('true');
    const after = await count();
    expect(after.reduce((a, b) => a + b) - before.reduce((a, b) => a + b)).toBe(1);
  });
});
