/** SH-STORE-11.8: a clearance whose worker is killed between its decisions and between its steps goes on where it was, and does nothing twice. */
import { expect, it } from 'vitest';
import { listProduct, openStore, postLetter, reportAll } from '../../dev/rehearsal/steps.ts';
import { startProcessStack } from '../support/process-stack.ts';

const DECISIONS = ['CLEARANCE_GROUND_CONFIRMED', 'CLEARANCE_COUNTERSIGNED'];
const STEPS = ['STORE_TAKEN_OFFLINE', 'BUYERS_TOLD', 'PRODUCTS_DELISTED', 'RECORDS_SEALED', 'CLEARANCE_COMPLETED'];

it.each([
  ['with', 'true'],
  ['without', 'false'],
])(
  'SH-STORE-11.8 goes offline, delists, seals and bars once each, in order, while its worker is killed again and again, %s the sweep',
  async (_with, SWEEP) => {
    const stack = await startProcessStack('2025-09-22T09:00:00+08:00', { SWEEP });
    try {
      const { players, database } = stack;
      const { storeId, setupId } = await openStore(players, '2025-09-26T10:00:00+08:00');
      for (const product of ['p1', 'p2', 'p3']) await listProduct(players, storeId, product);
      const buyer = { name: '买家', email: 'buyer@example.org' };
      await reportAll(players, storeId, [{ type: 'ORDER_PLACED', orderId: 'o-1', buyer }]);
      await players.advanceTo('2025-10-24T10:00:00+08:00');
      const about = `store:${storeId}`;
      const { id } = await database.case.findFirstOrThrow({ where: { kind: 'clearance', about } });
      const reviewer = await players.as('reviewer');
      const manager = await players.as('manager');
      // Each decision is under way when the worker goes; letter and e-mail are left to the one that comes.
      const whileKilled = async (decision: Promise<unknown>) => {
        await stack.killAndRestart('worker');
        await decision;
      };
      await whileKilled(reviewer.act(id, 'confirmGround', { reason: '经核查属实' }));
      await whileKilled(manager.act(id, 'countersign', {}));
      await postLetter(players, id, 'clearanceNotice:1');

      const revision = async () => (await database.case.findUniqueOrThrow({ where: { id } })).revision;
      const isOver = async () => (await database.case.findUniqueOrThrow({ where: { id } })).closedAt !== null;
      while (!(await isOver())) {
        const before = await revision();
        await stack.killAndRestart('worker');
        // As soon as one more step is recorded, and whatever of the next has begun by then. A mail that a killed sender held is taken up after a minute.
        await expect
          .poll(async () => (await isOver()) || (await revision()) > before, { timeout: 120_000, interval: 20 })
          .toBe(true);
      }

      const lines = await database.timelineEvent.findMany({ where: { caseId: id }, orderBy: { seq: 'asc' } });
      expect(lines.flatMap(({ type }) => (DECISIONS.includes(type) ? type : []))).toEqual(DECISIONS);
      expect(await database.letter.count({ where: { caseId: id } })).toBe(1);
      const mails = await database.notice.findMany({
        where: { caseId: id, template: 'clearanceNotice', channel: 'EMAIL' },
      });
      expect(mails.map(({ status }) => status)).toEqual(['SENT']);
      expect(lines.flatMap(({ type }) => (STEPS.includes(type) ? type : []))).toEqual(STEPS);
      expect(await database.platformEvent.count({ where: { about, type: 'PRODUCT_DELISTED' } })).toBe(3);
      expect(await database.bar.count({ where: { caseId: id } })).toBe(1);
      expect(await database.notice.count({ where: { caseId: id, template: 'buyerTold' } })).toBe(1);
      expect(await database.case.findUniqueOrThrow({ where: { id: setupId } })).toMatchObject({
        outcome: 'SETUP_CLEARED',
      });
    } finally {
      await stack.stop();
    }
  },
  300_000,
);
