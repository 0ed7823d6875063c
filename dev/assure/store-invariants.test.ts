/** That the examination finds each thing that must never be, and nothing where all is well; on PostgreSQL with the product's schema. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../prisma/client.ts';
import { startNoticeDatabases, type NoticeDatabases } from '../../test/support/notice-database.ts';
import { storeFaults } from './store-invariants.ts';

const CONFIRMED = '2025-10-24T11:00:00+08:00';

let databases: NoticeDatabases;
let database: Database;

beforeAll(async () => {
  databases = await startNoticeDatabases();
});
beforeEach(async () => {
  ({ database } = await databases.fresh());
  await addCase('app-1', 'storeApplication', { about: null, closedAt: new Date(CONFIRMED) });
  await database.store.create({
    data: {
      ...{
        id: 'sto-1',
        creditCode: '91310115MA1K3AB128',
        name: '启明',
        ownerId: 'x',
        bodyId: 'sh-centre',
        region: 'SH/PUDONG',
      },
      ...{
        route: 'TRIAL',
        status: 'TRIAL',
        establishedOn: '2025-03-01',
        openedAt: new Date('2025-08-01T10:00:00+08:00'),
      },
      applicationCaseId: 'app-1',
    },
  });
});
afterAll(() => databases.stop());

async function addCase(id: string, kind: string, changes: object = {}): Promise<void> {
  await database.case.create({
    data: {
      ...{ id, number: id, kind, regime: 'SH_STORE', stage: 'S', subject: '91310115MA1K3AB128', title: '启明' },
      ...{ bodyId: 'sh-centre', region: 'SH/PUDONG', about: 'store:sto-1', ruleVersion: 1, calendarVersion: 1 },
      ...{ openedAt: new Date('2025-08-01T10:00:00+08:00'), opening: {}, ...changes },
    },
  });
}

const confirmed = { state: { facts: { confirmedAt: CONFIRMED } } };
const closed = { closedAt: new Date(CONFIRMED), outcome: 'STORE_CLEARED' };

async function addNotice(caseId: string, plannedAt: string, status = 'SENT'): Promise<void> {
  await database.notice.create({
    data: {
      ...{ id: `ntc-${caseId}-${plannedAt}`, caseId, key: plannedAt, request: 'r', requirement: 'SH-STORE-07.13' },
      ...{
        template: 'trialProgress',
        locale: 'zh-CN',
        channel: 'EMAIL',
        recipientName: 'x',
        recipientEmail: 'x@example.org',
      },
      ...{ recipientId: 'x', status, data: {}, plannedAt: new Date(plannedAt) },
    },
  });
}

it('SH-STORE-11.10 finds nothing where a clearance has ended what ran, and a second one is over', async () => {
  await addCase('clr-1', 'clearance', confirmed);
  await addCase('clr-0', 'clearance', closed);
  await addCase('tri-1', 'trialOperation', closed);
  await addNotice('tri-1', '2025-10-20T09:00:00+08:00');
  await addNotice('tri-1', '2025-10-25T09:00:00+08:00', 'CANCELLED');
  // Complaints about orders go on.
  await addCase('scp-1', 'storeComplaint');
  expect(await storeFaults(database)).toEqual([]);
});

it('SH-STORE-11.10 finds nothing of a ground that is not confirmed', async () => {
  await addCase('clr-1', 'clearance', { state: { facts: { confirmedAt: null } } });
  for (const [id, kind] of [
    ['tri-1', 'trialOperation'],
    ['prd-1', 'productReview'],
  ] as const)
    await addCase(id, kind);
  await addNotice('tri-1', '2025-10-25T09:00:00+08:00');
  expect(await storeFaults(database)).toEqual([]);
});

it('SH-STORE-10.11 finds two open clearances of one store', async () => {
  await addCase('clr-1', 'clearance');
  await addCase('clr-2', 'clearance');
  await addCase('clr-3', 'clearance', { about: 'store:sto-2' });
  expect(await storeFaults(database)).toEqual(['store:sto-1 has 2 open clearances: clr-1, clr-2 (SH-STORE-10.11)']);
});

it.each(['storeSetup', 'trialOperation', 'productReview', 'rectification', 'storeSupervision'])(
  'SH-STORE-11.10 finds a case of %s that is open beside a confirmed clearance',
  async (kind) => {
    await addCase('clr-1', 'clearance', { ...confirmed, closedAt: new Date(CONFIRMED), outcome: 'CLEARED' });
    await addCase('one-1', kind);
    expect(await storeFaults(database)).toEqual([
      `one-1 (${kind}) is open beside the confirmed clearance clr-1 (SH-STORE-11.10)`,
    ]);
  },
);

it('SH-STORE-11.10 finds a mail of the trial that was planned after the clearance', async () => {
  await addCase('clr-1', 'clearance', confirmed);
  await addCase('tri-1', 'trialOperation', closed);
  await addNotice('tri-1', '2025-10-25T09:00:00+08:00');
  expect(await storeFaults(database)).toEqual([
    expect.stringMatching(/^notice ntc-tri-1-.* \(trialProgress\) of tri-1 was planned after the clearance clr-1/),
  ]);
});

it('SH-EVAL-10.18 finds a balance that is not the sum of its ledger', async () => {
  const line = {
    id: 'e1',
    storeId: 'sto-1',
    rule: 'PURCHASE',
    points: 10,
    eventKey: 'e1',
    eventId: 'e1',
    about: 'order:1',
  };
  await database.pointsEntry.create({ data: { ...line, onDay: '2025-09-01', bookedAt: new Date(CONFIRMED) } });
  expect(await storeFaults(database)).toEqual([]);
  await database.$executeRaw`UPDATE "PointsDay" SET "net" = 11`;
  expect(await storeFaults(database)).toEqual([
    'points of sto-1 on 2025-09-01 for PURCHASE: the ledger says 10, the balance has 11 (SH-EVAL-10.18)',
  ]);
});

it('SH-STORE-11.2 finds two letters of one number, which the schema alone keeps from being', async () => {
  await addCase('clr-1', 'clearance');
  await database.$executeRawUnsafe('DROP INDEX "Letter_number_key"');
  for (const serial of [1, 2])
    await database.letter.create({
      data: {
        ...{
          id: `ltr-${serial}`,
          caseId: 'clr-1',
          key: `k:${serial}`,
          template: 'clearanceNotice',
          number: '沪企服函〔2025〕1号',
        },
        ...{
          bodyId: 'sh-centre',
          year: '2025',
          serial,
          issuedOn: '2025-10-24',
          pages: {},
          madeAt: new Date(CONFIRMED),
        },
      },
    });
  expect(await storeFaults(database)).toEqual([
    'letters ltr-1, ltr-2 have one number, 沪企服函〔2025〕1号 (SH-STORE-11.2)',
  ]);
});
