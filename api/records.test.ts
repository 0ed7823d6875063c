import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trainingStackClock } from '../prisma/clock.ts';
import { seed, TRAINING_ACCOUNTS } from '../prisma/seed.ts';
import { setTrainingStart } from '../prisma/training-start.ts';
import { ACCOUNT_ROLES, type Office } from '../rules/roles.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { CODES } from './testing/samples.ts';
import { isCreditCode } from '../rules/parties/credit-code.ts';
import { keepHouse } from './housekeeping.ts';
import { accessOf, type Access } from './abilities.ts';
import { casesWithin, standingIn } from './views/case-scope.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});

afterAll(() => databases.stop());

describe('seed', () => {
  it('fills in calendar, rules and the accounts of training, and changes nothing when run again', async () => {
    const look = async () => ({
      users: await api.database.user.findMany({ orderBy: { id: 'asc' } }),
      offices: await api.database.office.findMany({ orderBy: { id: 'asc' } }),
      passwords: await api.database.account.findMany({ orderBy: { userId: 'asc' } }),
      calendars: await api.database.calendarVersion.findMany(),
      rules: await api.database.ruleVersion.findMany({ orderBy: { regime: 'asc' } }),
    });
    const before = await look();
    await seed(api.database, { training: true, now: '2026-01-01T00:00:00.000+08:00' });
    expect(await look()).toEqual(before);
    expect(before.users).toHaveLength(TRAINING_ACCOUNTS.length);
    expect(before.calendars.map(({ version }) => version)).toEqual([1]);
    expect(before.rules.map(({ regime, version }) => `${regime} ${version}`)).toEqual([
      ...['AH 1', 'EC_CENTRE 1', 'HN_BASE 1', 'HN_NET 1', 'SH_EVAL 1', 'SH_STORE 1'],
    ]);
  });

  it('gives every role an account and each provider a credit code of its own', () => {
    const offices = TRAINING_ACCOUNTS.flatMap((account) => account.offices);
    expect(new Set(offices.map(({ role }) => role))).toEqual(new Set(ACCOUNT_ROLES));
    const codes = offices.flatMap(({ role, party }) => (role === 'provider' ? (party ?? []) : []));
    expect(codes.length).toBeGreaterThan(2);
    expect(new Set(codes).size).toBe(codes.length);
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
  interface Row {
    readonly id: string;
    readonly parties: readonly { readonly name: string; readonly party: string; readonly follows: boolean }[];
    readonly bodies: readonly { readonly bodyId: string; readonly region: string }[];
  }
  const applicant = (party: string) => ({ name: 'applicant', party, follows: false });
  const follower = (party: string) => ({ name: 'recommender', party, follows: true });
  const body = (bodyId: string, region: string) => ({ bodyId, region });
  const rows: readonly Row[] = [
    { id: 'a', parties: [applicant(CODES.provider)], bodies: [body('sh-centre', 'SH')] },
    {
      id: 'b',
      parties: [applicant(CODES.provider), follower('unit:sh-pudong')],
      bodies: [body('sh-centre', 'SH/PUDONG')],
    },
    { id: 'c', parties: [applicant(CODES.provider2)], bodies: [body('sh-centre', 'SH/XUHUI')] },
    {
      id: 'd',
      parties: [applicant(CODES.provider2), follower('unit:sh-pudong'), follower('unit:sh-centre')],
      bodies: [body('sh-commission', 'SH/PUDONG')],
    },
    { id: 'e', parties: [applicant(CODES.other)], bodies: [body('sh-centre', 'SHX')] },
    { id: 'f', parties: [applicant(CODES.other)], bodies: [body('sh-centre', 'SH/PUDONG/LUJIAZUI')] },
    // One that was handed on: who handled it reads it still.
    {
      id: 'g',
      parties: [applicant('person:u-1')],
      bodies: [body('sh-centre', 'SH/PUDONG'), body('sh-commission', 'SH')],
    },
    { id: 'h', parties: [], bodies: [] },
  ];
  const offices: readonly Office[] = [
    { role: 'district', bodyId: 'sh-pudong', region: 'SH/PUDONG' },
    { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' },
    { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/PUDONG' },
    { role: 'reviewer', bodyId: 'sh-centre' },
    { role: 'manager', bodyId: 'sh-commission', region: 'SH' },
    { role: 'reviewer', region: 'SH' },
    { role: 'provider', party: CODES.provider },
    { role: 'provider', party: CODES.other },
    { role: 'provider' },
    { role: 'consumer', party: 'person:u-1' },
    { role: 'consumer', party: CODES.provider2 },
    { role: 'admin' },
  ];

  beforeAll(async () => {
    await api.database.case.createMany({
      data: rows.map(({ id }) => ({
        ...{
          id,
          number: id,
          subject: CODES.other,
          bodyId: 'sh-centre',
          region: 'SH',
          opening: {},
          openedAt: new Date(),
        },
        ...{ kind: 'storeSetup', regime: 'SH_STORE', stage: 'SETUP_OPEN', title: '机构' },
        ...{ ruleVersion: 1, calendarVersion: 1 },
      })),
    });
    await api.database.caseParty.createMany({
      data: rows.flatMap(({ id, parties }) => parties.map((one) => ({ ...one, caseId: id }))),
    });
    await api.database.caseBody.createMany({
      data: rows.flatMap(({ id, bodies }) => bodies.map((one) => ({ ...one, caseId: id }))),
    });
  });

  const foundWithin = async (access: Access) => {
    const found = await api.database.case.findMany({
      where: casesWithin(access),
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    return found.map(({ id }) => id);
  };

  it('is the same as a query and as a question about one row, for one office and for two', async () => {
    const held = [...offices.map((one) => [one]), ...offices.flatMap((one) => offices.map((other) => [one, other]))];
    let matched = 0;
    for (const some of [[], ...held]) {
      const access = accessOf('case.read', { offices: some });
      const expected = rows.filter((row) => standingIn(access, row) !== null).map(({ id }) => id);
      const found = await foundWithin(access);
      expect(found, JSON.stringify(some)).toEqual(expected);
      matched += found.length;
    }
    expect(matched).toBeGreaterThan(held.length);
  });

  it('is the union over the offices of an account, and nothing without any', async () => {
    const access = (...some: readonly Office[]) => accessOf('case.read', { offices: some });
    expect(await foundWithin(access())).toEqual([]);
    expect(await foundWithin(access({ role: 'provider', party: CODES.provider }))).toEqual(['a', 'b']);
    expect(await foundWithin(access({ role: 'district', bodyId: 'sh-pudong', region: 'SH/PUDONG' }))).toEqual([
      'b',
      'd',
    ]);
    expect(
      await foundWithin(
        access({ role: 'provider', party: CODES.other }, { role: 'manager', bodyId: 'sh-commission', region: 'SH' }),
      ),
    ).toEqual(['d', 'e', 'f', 'g']);
  });

  it('tells who only follows a case from who takes part in it', () => {
    const standing = (id: string, ...some: readonly Office[]) =>
      standingIn(
        accessOf('case.read', { offices: some }),
        rows.find((row) => row.id === id)!,
      );
    const district = { role: 'district', bodyId: 'sh-pudong', region: 'SH/PUDONG' } as const;
    const provider = { role: 'provider', party: CODES.provider } as const;
    expect(standing('b', district)).toMatchObject({ onlyFollows: true, seesAll: false, takesPart: false });
    expect(standing('b', provider)).toMatchObject({ onlyFollows: false, seesAll: false, takesPart: true });
    expect(standing('b', district, provider)).toMatchObject({ onlyFollows: false, seesAll: false, takesPart: true });
    expect(standing('b', { role: 'admin' })).toMatchObject({ onlyFollows: false, seesAll: true, takesPart: false });
    expect(standing('d', district, { role: 'manager', bodyId: 'sh-commission', region: 'SH' })).toMatchObject({
      ...{ roles: ['district', 'manager'], onlyFollows: false, seesAll: true, takesPart: true },
    });
    expect(standing('a', district)).toBeNull();
  });
});

describe('housekeeping', () => {
  it('forgets what has had its time and nothing else', async () => {
    const provider = await api.as('provider');
    await provider.post('/api/drafts', { kind: 'storeApplication', data: {} }, { 'Idempotency-Key': 'old-key' });
    await provider.post('/api/drafts', { kind: 'storeApplication', data: {} }, { 'Idempotency-Key': 'new-key' });
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
