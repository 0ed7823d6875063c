import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type Postgres } from '../../dev/postgres.ts';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { migrate } from '../../prisma/migrate.ts';
import { ENDING, stepOf, STEPS } from './steps.ts';
import { mailOf, writeSent, writeStep } from './write.ts';

const folder = temporaryFolder('floor-test');
let postgres: Postgres;
let client: pg.Client;

beforeAll(async () => {
  postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log: () => {} });
  const databaseUrl = await postgres.createDatabase('floor');
  await migrate({ databaseUrl, log: () => {} });
  client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await postgres.stop();
  folder.remove();
});

const newCase = () => `app-${randomUUID()}`;

async function rows(table: string, caseId: string): Promise<Record<string, unknown>[]> {
  const key = table === 'Case' ? 'id' : 'caseId';
  return (await client.query(`SELECT * FROM "${table}" WHERE "${key}" = $1`, [caseId])).rows;
}

async function send(caseId: string, nth: number): Promise<void> {
  const mail = mailOf(caseId, nth);
  if (mail !== null) await writeSent(client, { caseId, nth }, mail, '250 OK');
}

async function live(caseId: string, times = 1): Promise<void> {
  for (let nth = 0; nth < STEPS; nth += 1) {
    for (let time = 0; time < times; time += 1) {
      expect(await writeStep(client, { caseId, nth })).toBe(time === 0);
      await send(caseId, nth);
    }
  }
}

describe('the rows that anybody has to write', () => {
  it('are those that the product was seen to write, for cases of their own', async () => {
    const cases = [newCase(), newCase()];
    for (const caseId of cases) await live(caseId);
    for (const caseId of cases) {
      const recorded = Array.from({ length: STEPS }, (_, nth) => stepOf(caseId, nth));
      const types = recorded.flatMap(({ lines, told }) => [...lines, ...(told ? [told] : [])]).map(({ type }) => type);
      const lines = await rows('TimelineEvent', caseId);
      expect(lines.map(({ type }) => type)).toEqual(types);
      expect(lines.map(({ seq }) => seq)).toEqual(types.map((_, index) => index + 1));
      const { outcome, stage } = recorded[ENDING]!.head;
      expect(await rows('Case', caseId)).toMatchObject([
        { revision: STEPS, outcome, stage, timelineLength: types.length, closedAt: expect.any(Date) },
      ]);
      expect(await rows('Notice', caseId)).toMatchObject(
        recorded.flatMap(({ notice }) =>
          notice ? [{ template: notice['template'], html: notice['html'], status: 'SENT' }] : [],
        ),
      );
      expect(await rows('Deadline', caseId)).toMatchObject([{ status: 'CANCELLED' }]);
      expect(await rows('Task', caseId)).toMatchObject([{ closedById: 'demo-reviewer' }]);
      for (const table of ['CaseParty', 'CaseBody']) expect(await rows(table, caseId)).toHaveLength(1);
    }
  });

  it('are there once, however often a step is tried', async () => {
    const [once, thrice] = [newCase(), newCase()];
    await live(once);
    await live(thrice, 3);
    for (const table of ['Case', 'TimelineEvent', 'Notice', 'Deadline', 'Task', 'CaseParty', 'CaseBody'])
      expect(await rows(table, thrice)).toHaveLength((await rows(table, once)).length);
  });

  it('are not there for a step that does not follow', async () => {
    const caseId = newCase();
    await writeStep(client, { caseId, nth: 0 });
    expect(await writeStep(client, { caseId, nth: 3 })).toBe(false);
    expect(await rows('TimelineEvent', caseId)).toHaveLength(stepOf(caseId, 0).lines.length);
  });

  it('are those of the last step when a deadline passes in a case on which nobody has decided', async () => {
    const caseId = newCase();
    await writeStep(client, { caseId, nth: 0 });
    expect(await writeStep(client, { caseId, nth: ENDING, revision: 2 })).toBe(true);
    expect(await rows('Case', caseId)).toMatchObject([{ revision: 2, closedAt: expect.any(Date) }]);
    expect(() => stepOf(caseId, STEPS)).toThrow(/no step 7/);
  });
});
