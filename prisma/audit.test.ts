import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from '../api/testing/harness.ts';
import type { AuditedChange } from '../rules/audit.ts';
import { parseInstant } from '../rules/time/index.ts';
import { appendAudit, commandOrigin, differing, verifyAudit, type AuditOrigin } from './audit.ts';
import type { Database } from './client.ts';
import { verifyChains } from './verify-chains.ts';

let databases: TestDatabases;
let api: TestApi;
let database: Database;
let asApi: Database;

beforeAll(async () => {
  databases = await startDatabases();
});
afterAll(() => databases.stop());
beforeEach(async () => {
  api = await databases.api();
  database = api.database;
  asApi = api.context.database;
});

const origin = (at: string, more: Partial<AuditOrigin> = {}): AuditOrigin => ({
  actor: { kind: 'ACCOUNT', id: 'demo-admin', name: '系统管理员', roles: ['admin'] },
  address: '203.0.113.7',
  requestId: 'request-1',
  at: parseInstant(at),
  ...more,
});
const change = (id: string, more: Partial<AuditedChange> = {}): AuditedChange => ({
  action: 'ACCOUNT_CHANGED',
  object: { kind: 'account', id },
  before: { name: '甲' },
  after: { name: '乙' },
  ...more,
});
const append = (on: Database, from: AuditOrigin, ...changes: AuditedChange[]) =>
  on.$transaction((tx) => appendAudit(tx, from, changes));
const end = () => database.auditHead.findUniqueOrThrow({ where: { id: 1 } });
const entries = async () => database.auditEntry.findMany({ orderBy: { seq: 'asc' } });

it('XC-05.3 the audit log is one chain, which the role of the API adds to and cannot change', async () => {
  const start = await end();
  await append(asApi, origin('2025-09-01T10:00:00+08:00'), change('a'), change('b', { reason: '改名' }));
  await append(asApi, origin('2025-09-01T11:00:00+08:00', { chainHash: 'sm3' }), change('c'));
  const verdict = await verifyAudit(asApi);
  const { length, head } = await end();
  expect(verdict).toEqual({ intact: true, lines: start.length + 3, head, algorithm: 'sm3' });
  expect(length).toBe(start.length + 3);
  expect((await entries()).slice(-2)).toMatchObject([
    { objectId: 'b', reason: '改名', before: { name: '甲' }, after: { name: '乙' }, algorithm: 'sha256' },
    { objectId: 'c', reason: null, address: '203.0.113.7', actorRoles: ['admin'], algorithm: 'sm3' },
  ]);
  for (const refused of [
    asApi.$executeRaw`UPDATE "AuditEntry" SET "actorId" = 'x'`,
    asApi.$executeRaw`DELETE FROM "AuditEntry"`,
    asApi.$executeRaw`TRUNCATE "AuditEntry"`,
    asApi.$executeRaw`DELETE FROM "AuditHead"`,
    asApi.$executeRaw`INSERT INTO "AuditHead" ("id") VALUES (2)`,
  ])
    await expect(refused).rejects.toThrow(/permission denied/);
  await expect(database.$executeRaw`UPDATE "AuditEntry" SET "actorId" = 'x'`).rejects.toThrow(/never changed/);
});

it('XC-05.3 an entry that was changed, removed or cut off is found', async () => {
  await append(database, origin('2025-09-01T10:00:00+08:00'), change('a'), change('b'), change('c'));
  const last = (await entries()).at(-1)!;
  await database.$executeRaw`ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append_only"`;
  const restored = async (tamper: () => Promise<unknown>) => {
    const kept = await entries();
    await tamper();
    const verdict = await verifyAudit(database);
    await database.auditEntry.deleteMany();
    await database.auditEntry.createMany({ data: kept as never });
    return verdict;
  };
  const { seq } = last;
  for (const column of [
    'action',
    'actorKind',
    'actorId',
    'actorName',
    'address',
    'requestId',
    'objectKind',
    'objectId',
    'reason',
  ])
    expect(
      await restored(() =>
        database.$executeRawUnsafe(`UPDATE "AuditEntry" SET "${column}" = 'x' WHERE "seq" = $1`, seq - 1),
      ),
      column,
    ).toMatchObject({ intact: false, brokenAt: seq - 1 });
  for (const set of [`"before" = '{}'`, `"after" = NULL`, `"actorRoles" = '{}'`, `"at" = now()`, `"clockSaid" = now()`])
    expect(
      await restored(() => database.$executeRawUnsafe(`UPDATE "AuditEntry" SET ${set} WHERE "seq" = $1`, seq - 1)),
      set,
    ).toMatchObject({ intact: false, brokenAt: seq - 1 });
  expect(await restored(() => database.auditEntry.delete({ where: { seq: seq - 1 } }))).toMatchObject({
    intact: false,
    brokenAt: seq,
  });
  expect(await restored(() => database.auditEntry.delete({ where: { seq } }))).toMatchObject({
    intact: false,
    brokenAt: seq,
  });
  expect(await verifyAudit(database)).toMatchObject({ intact: true, lines: seq });
  expect(await verifyChains(database)).toEqual({ checked: 1, broken: [] });
  await database.auditEntry.delete({ where: { seq } });
  expect((await verifyChains(database)).broken).toMatchObject([{ chain: 'audit', brokenAt: seq }]);
});

it('XC-05.3 entries of many writers at once follow each other, and one that is rolled back leaves no gap', async () => {
  const start = await end();
  const many = Array.from({ length: 24 }, (_, index) => index);
  await Promise.all(
    many.map((index) =>
      asApi
        .$transaction(async (tx) => {
          await appendAudit(tx, origin('2025-09-01T10:00:00+08:00'), [change(String(index))]);
          if (index % 3 === 0) throw new Error('undone');
        })
        .catch((error: unknown) => expect(String(error)).toContain('undone')),
    ),
  );
  expect(await verifyAudit(database)).toMatchObject({ intact: true, lines: start.length + 16 });
});

it('XC-05.3 no entry lies before the one before it, also when the clock was set back 40 days', async () => {
  await append(database, origin('2025-09-10T10:00:00+08:00'), change('a'));
  await append(database, origin('2025-09-10T09:59:59.500+08:00'), change('b'));
  await append(database, commandOrigin('create-admin', parseInstant('2025-08-01T10:00:00+08:00')), change('c'));
  const [a, b, c] = (await entries()).slice(-3);
  expect([b!.at, b!.clockSaid]).toEqual([a!.at, null]);
  expect([c!.at, c!.clockSaid]).toEqual([a!.at, new Date('2025-08-01T02:00:00Z')]);
  expect(c).toMatchObject({ actorKind: 'COMMAND', actorId: 'create-admin', address: null });
  expect(await verifyAudit(database)).toMatchObject({ intact: true });
});

it('an entry tells what differs and no more', () => {
  expect(
    differing(
      { name: '甲', email: 'a@b.cn', offices: [{ role: 'admin' }] },
      { name: '乙', email: 'a@b.cn', offices: [] },
    ),
  ).toEqual({
    before: { name: '甲', offices: [{ role: 'admin' }] },
    after: { name: '乙', offices: [] },
  });
});
