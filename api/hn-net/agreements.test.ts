/** Every provider in the register is asked to sign a version of the user agreement, however many they are (HN-NET-07.1, 07.2). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signaturesNext } from '../../activities/hn-net/signatures.ts';
import { agreementFiling } from '../../dev/rehearsal/trading-platform.ts';
import { parseInstant } from '../../rules/time/index.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

const NOW = '2025-09-26T10:00:00+08:00';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  api.setNow(NOW);
});
afterAll(() => databases.stop());

/** Providers in the register, as their registrations would have entered them. */
async function enter(status: string, first: number, last: number): Promise<void> {
  await api.database.$executeRaw`
    INSERT INTO "RegisterEntry" ("id", "regime", "register", "party", "name", "bodyId", "region", "status", "data", "caseId", "changedAt")
    SELECT 'hn-net.providers:person:p-' || nth, 'HN_NET', 'hn-net.providers', 'person:p-' || nth, 'N ' || nth, 'hn-changsha', 'HN/CHANGSHA',
      ${status}, '{}', 'reg-' || nth, now()
    FROM generate_series(${first}::int, ${last}::int) nth`;
}

it('HN-NET-07.2 250 providers are asked in pages, each once, and so is who is registered later', async () => {
  await enter('REGISTERED', 1, 240);
  await enter('SUSPENDED', 241, 250);
  await enter('DEREGISTERED', 900, 905);
  const now = parseInstant(NOW);
  expect(await signaturesNext(api.database, now)).toBe(false);
  const [hub, manager] = [await api.as('hub'), await api.as('hubmanager')];
  const { caseId } = (await hub.post('/api/cases/userAgreement', agreementFiling())).body as { caseId: string };
  const check = { prominent: true, fair: true, reason: '条款对等。' };
  for (const [action, input] of [
    ['checkTerms', check],
    ['publish', {}],
  ] as const) {
    const done = await manager.post(`/api/cases/${caseId}/actions/${action}`, input);
    expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
  }
  const asked = () => api.database.case.count({ where: { kind: 'agreementSignature', parentId: caseId } });
  expect(await signaturesNext(api.database, now)).toBe(true);
  expect(await asked()).toBe(100);
  while (await signaturesNext(api.database, now));
  expect(await asked()).toBe(250);
  expect(await signaturesNext(api.database, now)).toBe(false);
  await enter('REGISTERED', 251, 251);
  expect(await signaturesNext(api.database, now)).toBe(true);
  const latest = await api.database.case.findFirst({ where: { kind: 'agreementSignature', subject: 'person:p-251' } });
  expect(latest).toMatchObject({
    ...{ about: 'agreement:1', bodyId: 'hn-hub', parentId: caseId },
    opening: { agreementId: caseId, version: 1, effectiveFrom: '2025-09-26', registrationId: 'reg-251' },
  });
});
