/** The ledger of deposits refuses what must never be, and payments keep their settlement reference (HN-NET-22). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOrder, settleOrder } from '../../activities/hn-net/payments/orders.ts';
import { httpPaymentService, PaymentFailure } from '../../activities/hn-net/payments/payment-service.ts';
import { parseInstant } from '../../rules/time/index.ts';
import { startPaymentService, type FakePaymentService } from '../../test/support/payment-service.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

const now = parseInstant('2025-09-26T10:00:00+08:00');

let databases: TestDatabases;
let api: TestApi;
let bank: FakePaymentService;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  bank = await startPaymentService();
});
afterAll(async () => {
  await bank.stop();
  await databases.stop();
});

type Side = readonly [account: string, fen: number];

/** A movement with these sides, in a transaction of its own. */
async function moved(seq: number, sides: readonly Side[], changes: object = {}): Promise<void> {
  const movement = { caseId: 'dep-1', seq, kind: 'PAID_IN', settlement: 'P', item: 'use', at: new Date(now) };
  await api.database.$transaction(async (tx) => {
    await tx.depositMovement.create({ data: { ...movement, ...changes } });
    for (const [account, fen] of sides)
      await tx.depositPosting.create({ data: { caseId: 'dep-1', seq, account, fen: BigInt(fen) } });
  });
}

describe('the ledger', () => {
  it('HN-NET-22.3 takes a movement whose sides balance, and none that does not', async () => {
    await moved(1, [
      ['DEPOSIT', 500],
      ['PROVIDER', -500],
    ]);
    for (const sides of [
      [],
      [['DEPOSIT', 500]],
      [
        ['DEPOSIT', 500],
        ['PROVIDER', -400],
      ],
    ] as Side[][])
      await expect(moved(2, sides)).rejects.toThrow('does not balance');
    expect(await api.database.depositMovement.count()).toBe(1);
  });

  it('HN-NET-22.3 is never negative', async () => {
    const out = [
      ['DEPOSIT', -501],
      ['CONSUMER', 501],
    ] as const;
    await expect(moved(2, out)).rejects.toThrow('would be negative');
  });

  it('HN-NET-22.3 refuses a movement without a case or an item of the agreement', async () => {
    const sides = [
      ['DEPOSIT', 1],
      ['PROVIDER', -1],
    ] as const;
    await expect(moved(2, sides, { item: null })).rejects.toThrow('DepositMovement_purpose');
  });

  it('HN-NET-22.3 is changed by nobody, not even the owner of the tables', async () => {
    await expect(api.database.depositPosting.updateMany({ data: { fen: 1n } })).rejects.toThrow('never changed');
    await expect(api.database.depositMovement.deleteMany()).rejects.toThrow('never changed');
    const { database } = api.context;
    const written = { caseId: 'dep-1', seq: 9, kind: 'USED', settlement: 'P', item: 'use', at: new Date(now) };
    await expect(database.depositMovement.create({ data: written })).rejects.toThrow(/denied|permission/);
  });
});

describe('a payment', () => {
  const order = { id: 'ord-1', payer: 'person:u-7', payee: '91430102MA4L8XK93A', fen: 120_000, subject: '检测服务' };
  const service = () => httpPaymentService(bank);

  it('HN-NET-22.1 of an order that was paid keeps its settlement reference', async () => {
    expect(await placeOrder(api.database, service(), order, now)).toBe('https://pay.example.org/P-ord-1');
    await placeOrder(api.database, service(), order, now);
    expect(bank.count()).toBe(1);
    expect(await settleOrder(api.database, service(), 'ord-1', now)).toBeNull();
    const settlement = bank.pay('P-ord-1');
    expect(await settleOrder(api.database, service(), 'ord-1', now)).toBe(settlement);
    const kept = { status: 'PAID', settlement, fen: 120_000n, settledAt: new Date(now) };
    expect(await api.database.paymentOrder.findUnique({ where: { id: 'ord-1' } })).toMatchObject(kept);
    bank.fail('P-ord-1');
    expect(await settleOrder(api.database, service(), 'ord-1', now)).toBe(settlement);
  });

  it('HN-NET-22.1 of another amount, or that failed, settles nothing', async () => {
    await placeOrder(api.database, service(), { ...order, id: 'ord-2' }, now);
    bank.pay('P-ord-2', 1);
    await expect(settleOrder(api.database, service(), 'ord-2', now)).rejects.toThrow('1 were paid');
    bank.fail('P-ord-2');
    expect(await settleOrder(api.database, service(), 'ord-2', now)).toBeNull();
    expect(await api.database.paymentOrder.findUnique({ where: { id: 'ord-2' } })).toMatchObject({ status: 'FAILED' });
  });

  it('HN-NET-22.1 says of a service that cannot be asked that nothing is known', async () => {
    bank.breakOnce(503);
    await expect(service().orderState('P-ord-1')).rejects.toThrow(PaymentFailure);
    const stranger = httpPaymentService({ ...bank, key: 'another' });
    await expect(stranger.orderState('P-ord-1')).rejects.toThrow('401');
    await expect(service().orderState('P-none')).rejects.toThrow('404');
    const away = httpPaymentService({ baseUrl: 'http://127.0.0.1:1', key: 'k', timeoutMs: 1_000 });
    await expect(away.orderState('P-1')).rejects.toThrow(PaymentFailure);
  });
});
