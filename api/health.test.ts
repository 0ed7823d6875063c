/** How the platform stands, as an administrator reads it: in words, with what to do; and the bodies with who holds their offices. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, uploaded } from './testing/samples.ts';
import { spoil } from '../test/support/spoilt-file.ts';
import { checkFiles } from './housekeeping.ts';

let databases: TestDatabases;
let api: TestApi;
let admin: Caller;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-01T10:00:00+08:00' });
  admin = await api.as('admin');
});

afterAll(() => databases.stop());

async function lineOf(part: string) {
  const { items } = (await admin.get('/api/health/details')).body;
  return items.find((line: { part: string }) => line.part === part);
}

it('says of each part how it stands, to an administrator alone', async () => {
  const { status, body } = await admin.get('/api/health/details');
  expect(status).toBe(200);
  const parts = body.items.map(({ part }: { part: string }) => part);
  expect(parts).toEqual(['workers', 'queues', 'mail', 'deadlines', 'database', 'files', 'disk']);
  expect(await lineOf('workers')).toMatchObject({ state: 'GOOD', todo: null });
  expect((await (await api.as('manager')).get('/api/health/details')).status).toBe(403);
});

it('says what to do where the engine is away, mail does not go out, or a deadline is not carried out', async () => {
  const provider = await api.as('provider');
  const { caseId } = (await provider.post('/api/applications', await application(provider, CODES.provider))).body;
  expect(await lineOf('deadlines')).toMatchObject({ state: 'GOOD', todo: null });
  const { dueAt } = await api.database.deadline.findFirstOrThrow({ where: { caseId, status: 'OPEN' } });
  const late = new Date((dueAt?.getTime() ?? 0) - 3_600_000);
  await api.database.deadline.updateMany({ where: { caseId, dueAt }, data: { dueAt: late } });
  await api.database.case.update({ where: { id: caseId }, data: { wakeAt: late } });
  api.setNow(dueAt?.toISOString() ?? '');
  expect(await lineOf('deadlines')).toMatchObject({ state: 'BAD', todo: { zh: expect.stringContaining('工作进程') } });

  await api.database.notice.updateMany({
    where: { caseId },
    data: { nextAttemptAt: new Date(Date.now() - 3_600_000) },
  });
  expect(await lineOf('mail')).toMatchObject({ state: 'BAD', todo: { zh: expect.stringContaining('SMTP_URL') } });
  await api.database.notice.updateMany({ where: { caseId }, data: { status: 'FAILED' } });
  expect(await lineOf('mail')).toMatchObject({ state: 'WARNING' });

  api.gateway.isReady = false;
  expect(await lineOf('workers')).toMatchObject({ state: 'BAD', summary: { zh: 'Temporal 没有应答。' } });
  api.gateway.isReady = true;
});

it('XC-05.5 lists every body with its regions and who holds an office there', async () => {
  const { items } = (await admin.get('/api/bodies')).body;
  // Also those that take part in several regimes.
  const ids = items.map(({ id }: { id: string }) => id);
  expect(ids).toContain('sh-commission');
  expect(new Set(ids).size).toBe(ids.length);
  const centre = items.find(({ holders }: { holders: { accountId: string }[] }) =>
    holders.some(({ accountId }) => accountId === 'demo-reviewer'),
  );
  expect(centre).toMatchObject({ regime: 'SH_STORE', roles: expect.arrayContaining(['reviewer']) });
  expect(centre.regions).toContain(centre.region);
  await admin.post('/api/accounts/demo-reviewer/disable');
  const after = (await admin.get('/api/bodies')).body.items.find(({ id }: { id: string }) => id === centre.id);
  expect(after.holders.map(({ accountId }: { accountId: string }) => accountId)).not.toContain('demo-reviewer');
});

it('HN-NET-10.5 a stored file whose hash differs raises an alarm, and is not handed out', async () => {
  const provider = await api.as('provider');
  const id = await uploaded(provider);
  await checkFiles(api.context);
  expect(await lineOf('files')).toMatchObject({
    state: 'GOOD',
    summary: { en: expect.stringContaining('all as they were stored') },
  });
  await spoil(api.database, id);
  const refused = await provider.get(`/api/files/${id}`);
  expect(refused).toMatchObject({ status: 409, body: { message: { zh: expect.stringContaining('与存入时不符') } } });
  expect(await lineOf('files')).toMatchObject({ state: 'BAD', summary: { en: expect.stringContaining(id) } });
  await checkFiles(api.context);
  expect(await lineOf('files')).toMatchObject({ state: 'BAD', todo: { en: expect.stringContaining('backup') } });
  expect(api.logged()).toContain('is not what was stored');
  await spoil(api.database, id);
  await checkFiles(api.context);
  expect(await lineOf('files')).toMatchObject({ state: 'GOOD', todo: null });
  expect((await provider.get(`/api/files/${id}`)).status).toBe(200);
});
