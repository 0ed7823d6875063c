import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trainingStackClock } from '../prisma/clock.ts';
import { seed, TRAINING_ACCOUNTS } from '../prisma/seed.ts';
import { setTrainingStart } from '../prisma/training-start.ts';
import { ROLES } from '../rules/roles.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { CODES } from './testing/samples.ts';
import { isCreditCode } from '../rules/parties/credit-code.ts';
import { keepHouse } from './housekeeping.ts';
import type { Reach } from './abilities.ts';
import type { Reader } from './reader.ts';
import { casesWithin, isWithin } from './views/case-scope.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});

afterAll(() => databases.stop());

describe('seed', () => {
  it('fills in calendar, rules and nine accounts, and changes nothing when run again', async () => {
    const look = async () => ({
      users: await api.database.user.findMany({ orderBy: { id: 'asc' } }),
      passwords: await api.database.account.findMany({ orderBy: { userId: 'asc' } }),
      calendars: await api.database.calendarVersion.findMany(),
      rules: await api.database.ruleVersion.findMany(),
    });
    const before = await look();
    await seed(api.database, { training: true, now: '2026-01-01T00:00:00.000+08:00' });
    expect(await look()).toEqual(before);
    expect(before.users).toHaveLength(9);
    expect(before.calendars.map(({ version }) => version)).toEqual([1]);
    expect(before.rules.map(({ regime, version }) => `${regime} ${version}`)).toEqual(['SH_STORE 1']);
  });

  it('gives every role an account and each provider a credit code of its own', () => {
    expect(new Set(TRAINING_ACCOUNTS.map(({ role }) => role))).toEqual(new Set(ROLES));
    const codes = TRAINING_ACCOUNTS.flatMap(({ creditCode }) => creditCode ?? []);
    expect(codes).toHaveLength(2);
    expect(new Set(codes).size).toBe(2);
    expect(codes.every(isCreditCode)).toBe(true);
  });

  it('sets the clock of a training stack once, and leaves one that was moved where it stands', async () => {
    const other = await databases.api();
    const clock = trainingStackClock(other.database);
    expect(await clock.offsetMs()).toBe(0);
    await setTrainingStart(other.database, '2025-09-24T09:00:00.000+08:00');
    const offset = await clock.offsetMs();
    expect((await clock.now()).slice(0, 13)).toBe('2025-09-24T09');
    await setTrainingStart(other.database, '2020-01-01T00:00:00.000+08:00');
    expect(await clock.offsetMs()).toBe(offset);
  });

  it('makes no accounts outside training mode', async () => {
    const bare = await databases.api();
    await bare.database.user.deleteMany();
    await seed(bare.database, { training: false, now: '2026-01-01T00:00:00.000+08:00' });
    expect(await bare.database.user.count()).toBe(0);
  });
});

describe('XC-05.5 the scope of cases', () => {
  it('is the same as a query and as a question about one row', async () => {
    const rows = [
      ['a', CODES.provider, 'sh-centre', 'SH', []],
      ['b', CODES.provider, 'sh-centre', 'SH/PUDONG', ['district-1']],
      ['c', CODES.provider2, 'sh-centre', 'SH/XUHUI', []],
      ['d', CODES.provider2, 'sh-commission', 'SH/PUDONG', ['district-1', 'other']],
      ['e', CODES.other, 'sh-centre', 'SHX', []],
      ['f', CODES.other, 'sh-centre', 'SH/PUDONG/LUJIAZUI', []],
    ] as const;
    await api.database.case.createMany({
      data: rows.map(([id, subject, bodyId, region, watchers]) => ({
        ...{ id, subject, bodyId, region, watchers: [...watchers] },
        ...{
          kind: 'storeSetup',
          regime: 'SH_STORE',
          stage: 'SETUP_OPEN',
          title: '机构',
          ruleVersion: 1,
          calendarVersion: 1,
          openedAt: new Date(),
          opening: {},
        },
      })),
    });
    const readers: Reader['actor'][] = [
      { kind: 'person', id: 'district-1', role: 'district', bodyId: 'sh-pudong', region: 'SH/PUDONG' },
      { kind: 'person', id: 'reviewer-1', role: 'reviewer', bodyId: 'sh-centre', region: 'SH' },
      { kind: 'person', id: 'reviewer-2', role: 'reviewer', bodyId: 'sh-centre', region: 'SH/PUDONG' },
      { kind: 'person', id: 'reviewer-3', role: 'reviewer', bodyId: 'sh-centre' },
      { kind: 'person', id: 'reviewer-4', role: 'reviewer', region: 'SH' },
      { kind: 'person', id: 'provider-1', role: 'provider', creditCode: CODES.provider },
      { kind: 'person', id: 'provider-2', role: 'provider' },
    ];
    let matched = 0;
    for (const actor of readers) {
      const reader: Reader = {
        ...{ actor, level: 'ENTERPRISE', locale: 'zh-CN', email: '' },
        ...{ credential: 'bearer', sessionToken: '' },
      };
      for (const reach of ['any', 'scope', 'watched', 'own'] satisfies Reach[]) {
        const found = await api.database.case.findMany({
          where: casesWithin(reach, reader),
          select: { id: true },
          orderBy: { id: 'asc' },
        });
        const expected = rows.filter(([, subject, bodyId, region, watchers]) =>
          isWithin(reach, reader, { subject, bodyId, region, watchers }),
        );
        expect(
          found.map(({ id }) => id),
          `${actor.id} ${reach}`,
        ).toEqual(expected.map(([id]) => id));
        matched += found.length;
      }
    }
    expect(matched).toBeGreaterThan(readers.length * rows.length);
  });
});

describe('housekeeping', () => {
  it('forgets what has had its time and nothing else', async () => {
    const provider = await api.as('provider');
    await provider.post('/api/drafts', { data: {} }, { 'Idempotency-Key': 'old-key' });
    await provider.post('/api/drafts', { data: {} }, { 'Idempotency-Key': 'new-key' });
    await api.database
      .$executeRaw`UPDATE "RequestKey" SET "createdAt" = now() - interval '8 days' WHERE "key" = 'old-key'`;
    await api.anyone.post('/api/auth/sign-in/email', { email: 'x@example.org', password: 'guess-guess-guess' });
    await api.database.$executeRaw`UPDATE "RateLimit" SET "lastRequest" = 0`;
    await keepHouse(api.context);
    expect((await api.database.requestKey.findMany()).map(({ key }) => key)).toEqual(['new-key']);
    expect(await api.database.rateLimit.count()).toBe(0);
    expect((await provider.get('/api/me')).status).toBe(200);
  });
});
