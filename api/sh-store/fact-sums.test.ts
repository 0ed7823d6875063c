/** The sums that the database keeps of the facts of a store come out as the facts themselves, however and in whatever order these come. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { completedOrders } from '../../prisma/sh-store/store-figures.ts';
import { verifyFactSums } from '../../prisma/sh-store/verify-fact-sums.ts';
import { areaEvents } from '../../rules/sh-store/areas.ts';
import { instantOf } from '../../rules/time/index.ts';
import { storeReference } from '../../workflows/sh-store/words.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { areaSums } from './views/supervision-view.ts';

let databases: TestDatabases;
let api: TestApi;
let run = 0;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});
afterAll(() => databases.stop());

const openedAt = new Date('2024-03-01T02:30:00Z');

interface Fact {
  readonly type: string;
  readonly order: string | null;
  readonly hours: number;
  readonly source: string;
}

/** Completions before and after the opening, several of an order too, voids, voids that were taken back, and other facts. */
const fact: fc.Arbitrary<Fact> = fc.record({
  type: fc.constantFrom(
    'ORDER_COMPLETED',
    'ORDER_COMPLETED',
    'ORDER_VOIDED',
    'REINSTATED_VOID',
    'FOLLOW',
    'SELLER_LOGIN',
  ),
  order: fc.option(fc.integer({ min: 0, max: 6 }).map(String), { freq: 8 }),
  hours: fc.integer({ min: -30, max: 24 * 5 }),
  source: fc.constantFrom('a', 'b'),
});

/** The facts as rows, in statements of several; a void that was taken back and its reinstatement come in whatever order. */
const filed = fc.array(fact, { maxLength: 25 }).chain((facts) =>
  fc.record({
    rows: fc.shuffledSubarray(facts.flatMap(rowsOf), { minLength: facts.flatMap(rowsOf).length }),
    together: fc.integer({ min: 1, max: 7 }),
    factsFirst: fc.boolean(),
  }),
);

function rowsOf({ type, order, hours, source }: Fact, nth: number) {
  const data = { ...(order !== null && type !== 'FOLLOW' && { orderId: order }) };
  const row = { source, hours, data, sourceId: `n-${nth}`, type };
  if (type !== 'REINSTATED_VOID') return [row];
  return [
    { ...row, type: 'ORDER_VOIDED' },
    { ...row, type: 'ORDER_REINSTATED', sourceId: `${row.sourceId}:reinstated` },
  ];
}

/** The count as A-26 has it, over all facts. */
async function countedPlainly(storeId: string, before: Date): Promise<number> {
  const [row] = await api.database.$queryRaw<{ orders: number }[]>`
    SELECT COUNT(DISTINCT c."data"->>'orderId')::int AS orders FROM "PlatformEvent" c
    WHERE c."about" = ${storeReference(storeId)} AND c."type" = 'ORDER_COMPLETED' AND c."occurredAt" < ${before}
      AND c."occurredAt" >= (SELECT "openedAt" FROM "Store" WHERE "id" = ${storeId})
      AND NOT EXISTS (SELECT 1 FROM "PlatformEvent" v WHERE v."about" = c."about" AND v."type" = 'ORDER_VOIDED'
        AND v."data"->>'orderId' = c."data"->>'orderId'
        AND NOT EXISTS (SELECT 1 FROM "PlatformEvent" r WHERE r."about" = v."about" AND r."type" = 'ORDER_REINSTATED'
          AND r."source" = v."source" AND r."sourceId" = v."sourceId" || ':reinstated'))`;
  return row?.orders ?? 0;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

async function openStore(id: string): Promise<void> {
  const store = {
    creditCode: '91310115MA1K3AB128',
    name: id,
    ownerId: 'demo-provider',
    bodyId: 'sh-centre',
    region: 'SH',
  };
  const life = { route: 'STANDARD', status: 'NORMAL', establishedOn: '2020-01-01', openedAt, applicationCaseId: id };
  await api.database.store.create({ data: { id, ...store, ...life } });
}

it('SH-STORE-07.7 SH-STORE-15.1 completed orders and areas are exactly what the facts are, at whatever instant', async () => {
  await fc.assert(
    fc.asyncProperty(filed, async ({ rows, together, factsFirst }) => {
      run += 1;
      const id = `sto-sums-${run}`;
      if (!factsFirst) await openStore(id);
      for (let from = 0; from < rows.length; from += together) {
        const data = rows.slice(from, from + together).map(({ source, sourceId, hours, ...row }) => ({
          ...row,
          ...{ id: `${id}-${sourceId}`, source: `${id}-${source}`, sourceId, about: storeReference(id) },
          ...{ occurredAt: new Date(openedAt.getTime() + hours * 3_600_000), receivedAt: openedAt },
        }));
        await api.database.platformEvent.createMany({ data });
      }
      if (factsFirst) await openStore(id);
      for (const hours of [-40, 0, 13, 13.5, 24, 60, 200]) {
        const before = new Date(openedAt.getTime() + hours * 3_600_000);
        const reckoned = await completedOrders(api.database, id, instantOf(before.getTime()));
        expect(reckoned, `before ${before.toISOString()}`).toBe(await countedPlainly(id, before));
      }
      expect(await completedOrders(api.database, id)).toBe(await countedPlainly(id, new Date('9998-12-31')));
      const plain = await api.database.platformEvent.groupBy({
        by: ['type'],
        where: { about: storeReference(id) },
        _count: { _all: true },
        _max: { occurredAt: true },
      });
      const kept = await api.database.platformEventSum.findMany({ where: { about: storeReference(id) } });
      expect(new Map(kept.map((one) => [one.type, [one.events, one.latest.getTime()]]))).toEqual(
        new Map(plain.map((one) => [one.type, [one._count._all, one._max.occurredAt?.getTime()]])),
      );
      const told = (await areaSums(api.database, id)).flatMap(({ events, latestAt }) =>
        latestAt === null ? [] : events,
      );
      const inAreas = plain.filter(({ type }) =>
        Object.values(areaEvents)
          .flat()
          .includes(type as never),
      );
      expect(sum(told)).toBe(sum(inAreas.map(({ _count }) => _count._all)));
    }),
    { numRuns: 60 },
  );
  expect(await verifyFactSums(api.database)).toMatchObject({ wrong: [] });
});

it('SH-STORE-07.7 XC-05.6 a sum that was changed behind the product is found, with what the facts add up to', async () => {
  await openStore('sto-sums-changed');
  const about = storeReference('sto-sums-changed');
  const [row] = rowsOf({ type: 'ORDER_COMPLETED', order: '1', hours: 1, source: 'a' }, 1);
  const { hours: _hours, ...fact } = row!;
  const at = { occurredAt: new Date('2024-03-01T16:30:00Z'), receivedAt: openedAt };
  await api.database.platformEvent.create({ data: { ...fact, ...at, id: `${about}-1`, source: about, about } });
  expect((await verifyFactSums(api.database)).wrong).toEqual([]);
  await api.database.$executeRaw`UPDATE "StoreOrderDay" SET "orders" = 7 WHERE "about" = ${about}`;
  await api.database.$executeRaw`DELETE FROM "PlatformEventSum" WHERE "about" = ${about}`;
  expect((await verifyFactSums(api.database)).wrong).toEqual([
    { about, of: 'ORDER_COMPLETED', kept: null, counted: 1 },
    { about, of: '2024-03-02', kept: 7, counted: 1 },
  ]);
});

it('SH-STORE-07 XC-06.3 an order is looked up by itself, however many others the store has had', async () => {
  const [source] = await api.database.$queryRaw<{ body: string }[]>`
    SELECT prosrc AS body FROM pg_proc WHERE proname = 'order_stands'`;
  const body = ['store', 'opened', 'ordered'].reduce(
    (text, name, nth) => text.replaceAll(new RegExp(`(?<!")\\b${name}\\b(?!")`, 'g'), `$${nth + 1}`),
    source?.body ?? '',
  );
  await api.database.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`PREPARE stands (text, timestamptz, text) AS ${body}`);
    for (const known of ['nothing', 'statistics']) {
      if (known === 'statistics') {
        await tx.$executeRaw`
          INSERT INTO "PlatformEvent" ("id", "source", "sourceId", "about", "type", "occurredAt", "receivedAt", "data")
          SELECT 'many-' || n, 'many', 'many-' || n, 'store:sto-many', 'ORDER_COMPLETED', now(), now(), jsonb_build_object('orderId', n::text)
          FROM generate_series(1, 3000) n`;
        await tx.$executeRawUnsafe('ANALYZE "PlatformEvent"');
      }
      const plan = await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN EXECUTE stands ('store:sto-many', '2024-03-01', '17')`,
      );
      const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(lines, known).toContain('PlatformEvent_order_idx');
      expect(lines, known).not.toMatch(/Seq Scan|about_type_occurredAt_idx.*\n.*ORDER_COMPLETED/);
    }
    await tx.$executeRawUnsafe('DEALLOCATE stands');
  });
});
