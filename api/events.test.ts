/** Live updates: who hears what, and until when. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { shutDown } from './shut-down.ts';
import { Caller } from './testing/caller.ts';
import { Ear } from './testing/ear.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';
import { listening } from '../dev/listening.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});
afterAll(() => databases.stop());

async function filed(of: TestApi, account: 'provider' | 'provider2'): Promise<string> {
  const provider = await of.as(account);
  const answer = await provider.post('/api/applications', await application(provider, CODES[account]));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.caseId as string;
}

const moved = (of: Ear) => of.heard.filter(({ event }) => event === 'case').map(({ data }) => data.id as string);

/** Asks until it is so. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  await expect.poll(isSo, { timeout: 15_000, interval: 20 }).toBe(true);
}

describe('GET /api/events', () => {
  it('XC-05.3 XC-05.5 tells of a case that has moved to whoever may see it, and to nobody else', async () => {
    const [reviewer, provider, other, district, admin] = await Promise.all(
      ['reviewer', 'provider', 'provider2', 'district', 'admin'].map(async (account) => Ear.of(await api.as(account))),
    );
    if (!reviewer || !provider || !other || !district || !admin) throw new Error('Nobody listens.');
    expect([reviewer.status, reviewer.headers.get('content-type'), reviewer.headers.get('cache-control')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store',
    ]);
    const caseId = await filed(api, 'provider');
    expect((await reviewer.next('case')).data).toEqual({ id: caseId, revision: 1 });
    await (await api.as('reviewer')).post(`/api/cases/${caseId}/actions/checkMaterials`, { items: { licence: 'OK' } });
    const { revision } = await api.database.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(revision).toBe(2);
    for (const ear of [reviewer, provider, admin])
      await ear.first(({ event, data }) => event === 'case' && data.id === caseId && data.revision === 2);
    // What comes after it is heard; so it would have been heard by now.
    const own = await filed(api, 'provider2');
    expect((await other.next('case')).data).toEqual({ id: own, revision: 1 });
    expect(new Set(moved(provider))).toEqual(new Set([caseId]));
    expect(moved(district)).toEqual([]);
    for (const ear of [reviewer, provider, other, district, admin]) ear.leave();
    await until(async () => (await listeners(api)) === 0);
  });

  it('XC-04.1 tells of a new notice to whom it is for, once', async () => {
    const fresh = await databases.api();
    const [provider, other, reviewer, consumer] = await Promise.all(
      ['provider', 'provider2', 'reviewer', 'consumer'].map(async (account) => Ear.of(await fresh.as(account))),
    );
    if (!provider || !other || !reviewer || !consumer) throw new Error('Nobody listens.');
    const caseId = await filed(fresh, 'provider');
    const { data } = await provider.next('notice');
    const { body } = await (await fresh.as('provider')).get(`/api/notices/${data.id}`);
    expect([body.caseId, body.template]).toEqual([caseId, 'applicationReceived']);
    // Outside of any case: an administrator has set somebody's password.
    const password = 'only-in-these-tests-5';
    const set = await (await fresh.as('admin')).post('/api/accounts/demo-consumer/password', { password });
    expect(set.status, JSON.stringify(set.body)).toBe(204);
    const mine = (await consumer.next('notice')).data.id as string;
    expect((await fresh.database.notice.findUniqueOrThrow({ where: { id: mine } })).recipientId).toBe('demo-consumer');
    await filed(fresh, 'provider2');
    await other.next('notice');
    for (const [ear, account] of [
      [provider, 'provider'],
      [other, 'provider2'],
      [reviewer, 'reviewer'],
    ] as const) {
      const told = ear.heard.filter(({ event }) => event === 'notice').map((heard) => heard.data.id as string);
      const { items } = (await (await fresh.as(account)).get('/api/notices?unread=true')).body;
      expect(told.sort(), account).toEqual(items.map(({ id }: { id: string }) => id).sort());
    }
  });

  it('ends when its session has ended, or its account was disabled, and not before', async () => {
    const quick = await databases.api({ beatMs: 50 });
    const signedIn = (account: string) => Caller.signIn(quick.baseUrl, `${account}@demo.anjuan.test`);
    const [stays, leaves, goes] = [await signedIn('reviewer'), await signedIn('reviewer'), await signedIn('provider')];
    const [stayed, left, gone] = [await Ear.of(stays), await Ear.of(leaves), await Ear.of(goes)];
    await Promise.all([stayed, left, gone].map((ear) => ear.next('beat')));
    await leaves.post('/api/auth/sign-out');
    await left.ended;
    const { status } = await (await quick.as('admin')).post('/api/accounts/demo-provider/disable', { reason: '离职' });
    expect(status).toBe(200);
    await gone.ended;
    const caseId = await filed(quick, 'provider2');
    expect((await stayed.next('case')).data.id).toBe(caseId);
    await quick.database.session.updateMany({ where: { userId: 'demo-reviewer' }, data: { expiresAt: new Date() } });
    await stayed.ended;
    expect((await Ear.of(stays)).status).toBe(401);
  });

  it('XC-05.5 goes by the offices that its reader holds now', async () => {
    const quick = await databases.api({ beatMs: 50 });
    const ear = await Ear.of(await quick.as('reviewer2'));
    const before = await filed(quick, 'provider');
    await ear.first(({ event, data }) => event === 'case' && data.id === before);
    await quick.setOffices('reviewer2', { role: 'provider', party: CODES.provider2 });
    const beats = () => ear.heard.filter(({ event }) => event === 'beat').length;
    const since = beats();
    // One may have been under way when the office was taken.
    await until(() => beats() > since + 1);
    await (
      await quick.as('reviewer')
    ).post(`/api/cases/${before}/actions/checkMaterials`, { items: { licence: 'OK' } });
    const own = await filed(quick, 'provider2');
    await ear.first(({ event, data }) => event === 'case' && data.id === own);
    expect(ear.heard.filter(({ data }) => data?.id === before && data.revision > 1)).toEqual([]);
  });

  it('is bounded for an account and in all, and a place that was left is free again', async () => {
    const environment = { EVENT_STREAMS: '3', EVENT_STREAMS_PER_ACCOUNT: '2' };
    const small = await databases.api({ environment });
    const [provider, reviewer] = [await small.as('provider'), await small.as('reviewer')];
    const first = await Ear.of(provider);
    await Ear.of(provider);
    const more = await provider.get('/api/events');
    expect([more.status, more.body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(more.body.message.zh).toContain('最多同时打开 2 个');
    await Ear.of(reviewer);
    const full = await reviewer.get('/api/events');
    expect([full.status, full.body.code, full.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '30']);
    first.leave();
    await until(async () => (await Ear.of(reviewer)).status === 200);
  });

  it('asked for its head alone is not opened', async () => {
    const { status, headers } = await (await api.as('reviewer')).send('HEAD', '/api/events');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(await listeners(api)).toBe(0);
  });

  it('ends if the database is lost to it, and can be opened again', async () => {
    const lost = await databases.api();
    const caller = await lost.as('reviewer');
    const [one, two] = [await Ear.of(caller), await Ear.of(caller)];
    expect(await listeners(lost)).toBe(1);
    await lost.database.$queryRaw`
      SELECT pg_terminate_backend("pid")::text FROM pg_stat_activity
      WHERE "datname" = current_database() AND "query" LIKE 'LISTEN %'`;
    await Promise.all([one.ended, two.ended]);
    const again = await Ear.of(caller);
    const caseId = await filed(lost, 'provider');
    expect((await again.next('case')).data.id).toBe(caseId);
    expect(lost.logged()).toContain('the streams of events ended');
  });

  it('does not keep a server from going down', async () => {
    const going = await databases.api();
    const server = createServer(createApp(going.context));
    const url = await listening(server);
    const { headers } = await going.as('reviewer');
    const caller = new Caller(url, headers);
    const ear = await Ear.of(caller);
    expect(ear.status).toBe(200);
    const closed = new Promise<void>((resolve) => {
      shutDown(server, { context: going.context, close: () => Promise.resolve(resolve()) });
    });
    await Promise.all([closed, ear.ended]);
    const late = await (await going.as('reviewer')).get('/api/events');
    expect([late.status, late.body.code]).toEqual([503, 'UNAVAILABLE']);
  });
});

/** How many connections of an API listen. */
async function listeners({ database }: TestApi): Promise<number> {
  const [row] = await database.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM pg_stat_activity WHERE "datname" = current_database() AND "query" LIKE 'LISTEN %'`;
  return Number(row?.count);
}
