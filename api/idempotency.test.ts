/** What an idempotency key must not do: tell who moved what they may no longer see, leave an effect without its answer, give a secret away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepHouse } from './housekeeping.ts';
import { canonical, sha256 } from './http/canonical.ts';
import { LARGEST_KEPT_ANSWER, runOnce } from './http/once.ts';
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

describe('what is kept under an Idempotency-Key', () => {
  let counter = 0;
  const newKey = () => ({ 'Idempotency-Key': `kept-${(counter += 1)}` });
  const large = (mark: string) => ({ mark, text: '案'.repeat(20_000) });
  /** Bytes of the answers that are kept. */
  const keptBytes = async (of: TestApi = api) => {
    const [row] = await of.database.$queryRaw<{ bytes: bigint }[]>`
      SELECT coalesce(sum(octet_length("response"::text)), 0)::bigint AS bytes FROM "RequestKey"`;
    return Number(row?.bytes);
  };

  it('is small, however large the drafts are, and a repeat is answered from the draft', async () => {
    const caller = await api.as('provider');
    const before = await keptBytes();
    const sent = ['/api/drafts', { kind: 'storeApplication', data: large('made') }, newKey()] as const;
    const made = await caller.post(...sent);
    expect(made.status).toBe(201);
    const url = `/api/drafts/${made.body.id}`;
    const keys = Array.from({ length: 60 }, newKey);
    for (const [index, key] of keys.entries())
      expect((await caller.put(url, { data: large(`save ${index}`) }, key)).status).toBe(200);
    expect((await keptBytes()) - before).toBeLessThan(1_000);
    // A late repeat of an early save does not bring the early text back.
    const late = await caller.put(url, { data: large('save 0') }, keys[0] ?? {});
    expect([late.status, late.headers.get('idempotent-replayed'), late.body.data.mark]).toEqual([
      200,
      'true',
      'save 59',
    ]);
    const again = await caller.post(...sent);
    expect([again.status, again.body]).toEqual([201, (await caller.get(url)).body]);
    expect(
      (await caller.get('/api/drafts')).body.items.filter(({ id }: { id: string }) => id === made.body.id),
    ).toHaveLength(1);
  });

  it('does not hold the case that an action is answered with', async () => {
    const caller = await api.as('provider');
    const headers = newKey();
    const sent = [`/api/cases/${caseId}/actions/withdraw`, { reason: '不再需要' }, headers] as const;
    const first = await caller.post(...sent);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    const acted = api.gateway.acted.length;
    const again = await caller.post(...sent);
    expect([again.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([200, first.body, 'true']);
    expect(api.gateway.acted.length).toBe(acted);
    expect(await keptBytes()).toBeLessThan(LARGEST_KEPT_ANSWER * counter);
  });

  it('is nothing of an answer that is too large to keep and cannot be made again; a repeat is told so', async () => {
    const { database } = api.context;
    const request = {
      ...{ ownerId: 'demo-provider', key: 'too-large', address: 'POST /somewhere', bodyHash: 'hash', most: 1_000 },
      place: { now: '', beforeBinding: [] },
      gist: () => undefined,
      again: () => Promise.reject(new Error('told so')),
    };
    let done = 0;
    const run = () => {
      done += 1;
      return Promise.resolve({ status: 200, body: { text: 'x'.repeat(LARGEST_KEPT_ANSWER) } });
    };
    const asked = () => runOnce(database, request, run, () => null);
    expect((await asked()).status).toBe(200);
    await expect(asked()).rejects.toThrow('told so');
    expect(done).toBe(1);
    const row = await api.database.requestKey.findFirstOrThrow({ where: { key: 'too-large' } });
    expect([row.status, row.whole, row.response]).toEqual([200, false, null]);
  });

  it('is so many keys of an account and no more; without a key, and for others, all goes on', async () => {
    const strict = await databases.api({ environment: { REQUEST_KEYS_PER_ACCOUNT: '3' } });
    const caller = await strict.as('provider');
    const draft = { kind: 'storeApplication', data: {} };
    const keys = [newKey(), newKey(), newKey()];
    for (const key of keys) expect((await caller.post('/api/drafts', draft, key)).status).toBe(201);
    const beyond = newKey();
    const refused = await caller.post('/api/drafts', draft, beyond);
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(refused.body.message).toEqual({
      zh: expect.stringContaining('幂等键已达上限（3 个）') as string,
      en: expect.stringContaining('3 Idempotency-Keys') as string,
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(6 * 86_400);
    expect((await caller.get('/api/drafts')).body.items).toHaveLength(3);
    expect((await caller.post('/api/drafts', draft, keys[0])).headers.get('idempotent-replayed')).toBe('true');
    expect((await caller.post('/api/drafts', draft)).status).toBe(201);
    expect((await (await strict.as('provider2')).post('/api/drafts', draft, beyond)).status).toBe(201);
    // Housekeeping makes room.
    await strict.database.$executeRaw`UPDATE "RequestKey" SET "createdAt" = "createdAt" - interval '8 days'`;
    await keepHouse(strict.context);
    expect((await caller.post('/api/drafts', draft, beyond)).status).toBe(201);
    expect(await strict.database.requestKey.count()).toBe(1);
  });
});
