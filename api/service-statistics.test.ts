/** HN-NET-24 the statistics of services, against records made by hand; each figure opens the list that has exactly what it counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

const NOW = '2025-11-03T10:00:00.000+08:00';
const OCTOBER = 'from=2025-10-01&to=2025-10-31';
const SUPPLIER = '91430102MA4L8XK93A';
const RIVAL = '91350100M000100Y43';

let databases: TestDatabases;
let api: TestApi;
let hub: Caller;

/** `n` records of a provider, numbered on; the county window examined those of the supplier. */
async function records(prefix: string, n: number, changes: (nth: number) => object = () => ({})): Promise<void> {
  const rows = Array.from({ length: n }, (_, nth) => ({
    ...{ caseId: `srd-${prefix}-${nth}`, bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG', provider: SUPPLIER },
    ...{ consumer: null, item: `服务 ${nth % 3}`, servedOn: `2025-10-${String(1 + (nth % 30)).padStart(2, '0')}` },
    ...{ enterprises: 1, score: null, inTime: true, excludedFrom: null, changedAt: new Date(NOW) },
    ...changes(nth),
  }));
  await api.database.serviceRecord.createMany({ data: rows });
}

const statistics = (who: Caller, query: string) => who.get(`/api/hn-net/statistics?${query}`);

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  hub = await api.as('hub');
  // Ten services of which two late; scores 5, 4, 3 and one training of 40 enterprises.
  const scores = [5, 4, 3];
  await records('a', 10, (nth) => ({ inTime: nth > 1, score: scores[nth] ?? null, enterprises: nth === 9 ? 40 : 1 }));
  await records('b', 3, () => ({ servedOn: '2025-09-30' }));
  await records('c', 2, () => ({ provider: RIVAL, bodyId: 'hn-changsha', region: 'HN/CHANGSHA' }));
});
afterAll(() => databases.stop());

describe('the statistics', () => {
  it('HN-NET-24.1 October 2025: four figures of a provider, from its records alone', async () => {
    const { status, body } = await statistics(hub, `${OCTOBER}&provider=${SUPPLIER}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: 3,
      times: { count: 10 },
      enterpriseVisits: 49,
      satisfaction: { satisfied: { count: 2 }, all: { count: 3 }, percent: (2 * 100) / 3 },
      excluded: { count: 0 },
    });
    expect((await statistics(hub, 'from=2024-01-01&to=2024-12-31')).body).toMatchObject({
      items: 0,
      times: { count: 0 },
      enterpriseVisits: 0,
      satisfaction: { percent: null },
    });
  });

  it('HN-NET-23.5 of 10 services of which 2 late, 8 are a basis for support', async () => {
    const { body } = await statistics(hub, `${OCTOBER}&provider=${SUPPLIER}`);
    expect(body).toMatchObject({ eligible: { count: 8 }, late: { count: 2 } });
  });

  it('HN-NET-24.1 each figure is as long as the list that it names', async () => {
    const { body } = await statistics(hub, OCTOBER);
    const { times, satisfaction, eligible, late, excluded } = body;
    for (const { count, list } of [times, satisfaction.satisfied, satisfaction.all, eligible, late, excluded]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const query = new URLSearchParams({ ...list, limit: '5', ...(cursor !== null && { cursor }) });
        const { body: page }: { body: any } = await hub.get(`/api/hn-net/service-records?${String(query)}`);
        seen.push(...page.items.map(({ caseId }: { caseId: string }) => caseId));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect([list.as, seen.length, new Set(seen).size]).toEqual([list.as, count, count]);
    }
  });

  it('HN-NET-26.4 of 40 records of which 5 are found false, 35 count and 5 are marked, from the day of the finding', async () => {
    await records('f', 40, (nth) => ({ servedOn: '2025-08-01', ...(nth < 5 && { excludedFrom: '2025-11-03' }) }));
    const august = 'from=2025-08-01&to=2025-08-31';
    expect((await statistics(hub, august)).body).toMatchObject({ times: { count: 35 }, excluded: { count: 5 } });
    expect((await statistics(hub, `${august}&asOf=2025-11-02`)).body).toMatchObject({
      times: { count: 40 },
      excluded: { count: 0 },
    });
    const { body } = await hub.get(`/api/hn-net/service-records?${august}&as=excluded`);
    expect(body.items.map(({ excludedFrom }: { excludedFrom: string }) => excludedFrom)).toEqual(
      Array.from({ length: 5 }, () => '2025-11-03'),
    );
  });

  it('HN-NET-24.2 are filled by the system: nobody can write one', async () => {
    for (const path of ['/api/hn-net/statistics', '/api/hn-net/service-records'])
      expect((await hub.post(path, { times: 99 })).status).toBe(405);
  });
});

describe('who sees them', () => {
  it('XC-05.5 a platform sees its region and what is below, a provider its own, a consumer nothing', async () => {
    const times = async (who: string) => (await statistics(await api.as(who), OCTOBER)).body.times.count;
    expect([await times('hub'), await times('window'), await times('county')]).toEqual([12, 12, 10]);
    expect(await times('supplier')).toBe(10);
    expect((await statistics(await api.as('consumer'), OCTOBER)).status).toBe(403);
    expect((await statistics(await api.as('supplier'), `${OCTOBER}&provider=${RIVAL}`)).body.times.count).toBe(0);
    expect(await times('reviewer')).toBe(0);
  });

  it('HN-NET-24.1 a period that ends before it begins is refused', async () => {
    expect((await statistics(hub, 'from=2025-10-31&to=2025-10-01')).status).toBe(422);
  });
});
