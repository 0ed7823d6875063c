/** Everybody concerned is told of the end of the platform, however many they are (HN-NET-11.2), and the home page says so (HN-NET-11.1). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { announceNext, readTermination } from '../../activities/hn-net/announcements.ts';
import { reportUndeliverable } from '../../activities/report-undeliverable.ts';
import { recipientsOf } from '../../activities/recipients.ts';
import { parseInstant } from '../../rules/time/index.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

const NOTICE = '2025-06-30T10:00:00+08:00';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  api.setNow(NOTICE);
});
afterAll(() => databases.stop());

/** Parties in a register, as their registrations would have entered them. */
async function enter(register: string, status: string, count: number, first = 0): Promise<void> {
  await api.database.$executeRaw`
    INSERT INTO "RegisterEntry" ("id", "regime", "register", "party", "name", "bodyId", "region", "status", "data", "caseId", "changedAt")
    SELECT ${register} || ':' || "party", 'HN_NET', ${register}, "party", 'N ' || nth, 'hn-changsha', 'HN/CHANGSHA', ${status}, '{}', 'reg-' || nth, now()
    FROM (SELECT nth, 'person:' || replace(${register}, '.', '-') || '-' || nth AS "party" FROM generate_series(${first}::int, ${first + count - 1}::int) nth) rows`;
}

const told = (caseId: string) => api.database.notice.count({ where: { caseId, request: { contains: '@' } } });

it('HN-NET-11.2 HN-NET-11.1 200 providers and 5,000 consumers each have a notice record before the case goes on', async () => {
  await enter('hn-net.providers', 'REGISTERED', 200);
  await enter('hn-net.providers', 'DEREGISTERED', 3, 900);
  await enter('hn-net.consumers', 'REGISTERED', 5_000);
  const [hub, manager] = [await api.as('hub'), await api.as('hubmanager')];
  const filed = await hub.post('/api/cases/platformTermination', {
    endsAt: '2025-10-01T00:00:00+08:00',
    announcement: '平台整合，停止第三方交易服务。',
    measures: '未完成订单由长沙窗口平台承接。',
  });
  const { caseId } = filed.body as { caseId: string };
  const page = async () => (await api.anyone.get('/api/hn-net/platforms/hn-hub')).body;
  expect(await page()).toMatchObject({ termination: null });
  const published = await manager.post(`/api/cases/${caseId}/actions/publishNotice`, {});
  expect(published.status, JSON.stringify(published.body)).toBeLessThan(300);
  expect(await page()).toMatchObject({
    termination: {
      endsAt: '2025-10-01T00:00:00.000+08:00',
      announcement: '平台整合，停止第三方交易服务。',
      ended: false,
    },
  });

  const now = parseInstant(NOTICE);
  const request = { reading: 'termination', regime: 'HN_NET', caseId, about: null, before: null, at: now };
  expect(await readTermination(api.database, request)).toEqual({ untold: 5_200, open: {} });
  expect(await announceNext(api.database, now, recipientsOf)).toBe(true);
  expect(await told(caseId)).toBe(200);
  expect(await api.database.caseMessage.count({ where: { toCaseId: caseId } })).toBe(0);
  while (await announceNext(api.database, now, recipientsOf));
  expect(await told(caseId)).toBe(5_200);
  expect(await readTermination(api.database, request)).toEqual({ untold: 0, open: {} });
  expect(await api.database.caseMessage.findMany({ where: { toCaseId: caseId } })).toMatchObject([
    { action: 'everybodyTold', input: { notice: 'terminationAnnounced', providers: 200, consumers: 5_000 } },
  ]);

  // Who registers while the notice stands is told as well, and the case hears nothing a second time.
  await enter('hn-net.consumers', 'REGISTERED', 1, 6_000);
  while (await announceNext(api.database, now, recipientsOf));
  expect(await told(caseId)).toBe(5_201);
  expect(await api.database.caseMessage.count({ where: { toCaseId: caseId } })).toBe(1);

  // Thousands of mails that did not arrive would be thousands of tasks: they are read in the records.
  const notice = {
    ...{ id: 'ntc-1', caseId, template: 'terminationAnnounced', recipientId: null, recipientName: 'N 1' },
    ...{ recipientEmail: '', attempts: 1, lastError: '550', failedAt: now, try: 1 },
  };
  await api.database.$transaction((tx) => reportUndeliverable(notice, tx));
  expect(await api.database.caseMessage.count({ where: { toCaseId: caseId } })).toBe(1);
});
