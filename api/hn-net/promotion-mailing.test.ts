/** A promotion is advertised to consumers, and to nobody who refuses it (HN-NET-15.9). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailNext } from '../../activities/hn-net/promotion-mailing.ts';
import { recipientsOf } from '../../activities/recipients.ts';
import { parseInstant } from '../../rules/time/index.ts';
import { recordedCase } from '../../test/support/closed-case.ts';
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

/** Registered consumers with an account each; every fifth refuses commercial mail. */
async function consumers(count: number): Promise<void> {
  await api.database.$executeRaw`
    INSERT INTO "User" ("id", "name", "email", "updatedAt", "refusesCommercialMail")
    SELECT 'mailed-' || nth, 'N ' || nth, 'mailed-' || nth || '@example.org', now(), nth % 5 = 0 FROM generate_series(1, ${count}::int) nth`;
  await api.database.$executeRaw`
    INSERT INTO "Office" ("id", "userId", "role", "party")
    SELECT 'mailed-' || nth, 'mailed-' || nth, 'consumer', 'person:mailed-' || nth FROM generate_series(1, ${count}::int) nth`;
  await api.database.$executeRaw`
    INSERT INTO "RegisterEntry" ("id", "regime", "register", "party", "name", "bodyId", "region", "status", "data", "caseId", "changedAt")
    SELECT 'hn-net.consumers:' || nth, 'HN_NET', 'hn-net.consumers', 'person:mailed-' || nth, 'N ' || nth, 'hn-hub', 'HN', 'REGISTERED', '{}', 'con-' || nth, now()
    FROM generate_series(1, ${count}::int) nth`;
}

/** Another account of a consumer. */
async function account(id: string, role: string, nth: number, refusesCommercialMail: boolean): Promise<void> {
  await api.database.user.create({
    data: {
      ...{ id, name: id, email: `${id}@example.org`, refusesCommercialMail },
      offices: { create: { id, role, party: `person:mailed-${nth}` } },
    },
  });
}

it('HN-NET-15.9 every consumer is written to once, and the address of who refuses is skipped', async () => {
  await consumers(500);
  // The second consumer has other accounts: one that refuses, and one that acts in another role. The fifth one's other account is of another
  // role, so that nobody is left to write to.
  await account('refusing', 'consumer', 2, true);
  await account('selling', 'provider', 2, false);
  await account('selling-too', 'provider', 5, false);
  const [hub, manager] = [await api.as('hub'), await api.as('hubmanager')];
  const items = {
    reason: '平台十周年',
    method: '满减',
    rules: '每单一次',
    range: '检测服务',
    restrictions: '每户一次',
  };
  const plan = { title: '服务月', from: '2025-10-10', to: '2025-10-31', ...items, claims: [] };
  const filed = await hub.post('/api/cases/promotion', plan);
  const { caseId } = filed.body as { caseId: string };
  const act = async (who: typeof hub, action: string) => {
    const answer = await who.post(`/api/cases/${caseId}/actions/${action}`, {});
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  };
  await act(manager, 'approvePublicity');
  const early = await manager.post(`/api/cases/${caseId}/actions/orderMailing`, {});
  expect(early.status).toBeGreaterThanOrEqual(400);
  await act(await api.as('hubmanager'), 'publish');
  const next = () => mailNext(api.database, parseInstant(NOW), recipientsOf);
  expect(await next()).toBe(false);
  await act(manager, 'orderMailing');
  // 400 in two pages, and the case is told once.
  expect([await next(), await next(), await next(), await next()]).toEqual([true, true, true, false]);
  const mails = await api.database.notice.findMany({ where: { caseId, template: 'promotionAdvertised' } });
  expect(mails).toHaveLength(400);
  const refusing = mails.filter(({ recipientId }) => Number(recipientId?.replace('mailed-', '')) % 5 === 0);
  expect(refusing).toEqual([]);
  const others = ['refusing', 'selling', 'selling-too'];
  expect(mails.filter(({ recipientId }) => others.includes(recipientId ?? ''))).toEqual([]);
  expect(mails[0]?.data).toMatchObject({ name: '服务月', from: '2025-10-10', to: '2025-10-31' });
  const message = await api.database.caseMessage.findUniqueOrThrow({ where: { id: `${caseId}:mailed` } });
  expect(message).toMatchObject({ action: 'mailingFinished', input: { told: 400, leftOut: 100 } });
  const again = await manager.post(`/api/cases/${caseId}/actions/orderMailing`, {});
  expect(again.body).toMatchObject({ code: 'ALREADY_DONE' });
});

it('HN-NET-15.9 a mailing ends though nobody may be written to any more when it is carried out', async () => {
  const ordered = { name: '服务周', from: '2025-10-10', to: '2025-10-31' };
  const id = await recordedCase(api.database, {
    ...{ kind: 'promotion', stage: 'PUBLISHED', closedAt: null, form: { title: ordered.name } },
    facts: { from: ordered.from, to: ordered.to, mailing: { orderedAt: NOW, result: null } },
  });
  // Between the look at the register and the mails everybody refuses; all that is left is the contact of a form.
  const contact = { id: 'contact:1', name: '张某', email: 'z@example.org', locale: 'zh-CN' };
  const contactsAlone: typeof recipientsOf = (_, asked) =>
    Promise.resolve(asked.map(() => [{ ...contact, refusesCommercialMail: false }]));
  const next = () => mailNext(api.database, parseInstant(NOW), contactsAlone);
  expect([await next(), await next(), await next(), await next()]).toEqual([true, true, true, false]);
  expect(await api.database.notice.count({ where: { caseId: id } })).toBe(0);
  expect(await api.database.caseMessage.findUniqueOrThrow({ where: { id: `${id}:mailed` } })).toMatchObject({
    input: { told: 0, leftOut: 500 },
  });
});
