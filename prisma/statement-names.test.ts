/** XC-05.6 what is asked again and again is planned once, and a migration beneath it costs one try. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabases, type TestDatabases } from '../api/testing/harness.ts';
import { createDatabase } from './client.ts';
import { databaseOutage } from './outage.ts';
import { MOST_NAMED, statementNames } from './statement-names.ts';

let databases: TestDatabases;

beforeAll(async () => {
  databases = await startDatabases();
});
afterAll(() => databases.stop());

const query = (sql: string, ...args: unknown[]) => ({ sql, args });

it('XC-05.6 a statement has a name of its own once it is asked often, and what has no parameters has none', () => {
  const nameOf = statementNames();
  const names = Array.from({ length: 6 }, () => nameOf(query('SELECT $1', 1)));
  expect(names.slice(0, 4)).toEqual(['', '', '', '']);
  expect(names[4]).not.toBe('');
  expect(names[5]).toBe(names[4]);
  expect(Array.from({ length: 6 }, () => nameOf(query('BEGIN')))).toEqual(['', '', '', '', '', '']);
  const others = Array.from({ length: 6 }, () => nameOf(query('SELECT $1, 2', 1)));
  expect(others[5]).not.toBe(names[5]);
});

it('XC-05.6 no more are named than each connection can keep, and what is asked seldom is never named', () => {
  const nameOf = statementNames();
  for (let round = 0; round < 10; round += 1)
    for (let seldom = 0; seldom < 2_000; seldom += 1) expect(nameOf(query(`SELECT $1, ${seldom}`, 1))).toBe('');
  const often = Array.from({ length: MOST_NAMED + 50 }, (_, nth) => {
    const asked = Array.from({ length: 5 }, () => nameOf(query(`SELECT $1, 'often', ${nth}`, 1)));
    return asked[4];
  });
  expect(new Set(often.filter((name) => name !== '')).size).toBe(MOST_NAMED);
});

it('XC-05.6 a statement that was planned for other tables fails once, as one that can be asked again', async () => {
  const api = await databases.api();
  const database = createDatabase(api.databaseUrl, 1);
  try {
    const drafts = () => database.$queryRaw<object[]>`SELECT * FROM "Draft" WHERE "id" = ${'none'}`;
    for (let asked = 0; asked < 10; asked += 1) await drafts();
    await api.database.$executeRaw`ALTER TABLE "Draft" ADD COLUMN "later" TEXT`;
    const failure: unknown = await drafts().catch((thrown: unknown) => thrown);
    expect(databaseOutage(failure)).toBe('CONFLICT');
    expect(await drafts()).toEqual([]);
  } finally {
    await database.$disconnect();
    await api.stop();
  }
});
