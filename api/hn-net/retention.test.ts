/** What may be deleted and what keeps the rest, as the staff of the hub see it, and a deletion from the proposal to its end (HN-NET-10). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletionsNext } from '../../activities/hn-net/deletions.ts';
import { setTrainingClock } from '../../prisma/clock.ts';
import { parseInstant } from '../../rules/time/index.ts';
import { recordedCase } from '../../test/support/closed-case.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

const NOW = '2027-07-02T09:00:00+08:00';
const SUPPLIER = '91430102MA4L8XK93A';
const HELD = '91310104MA1FR2CD85';
const LIST = '/api/hn-net/retention/cases';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  api.setNow(NOW);
  await setTrainingClock(api.database, parseInstant(NOW));
});
afterAll(() => databases.stop());

const summary = async () => (await (await api.as('hub')).get('/api/hn-net/retention')).body;
const listed = async (query = '') =>
  ((await (await api.as('hub')).get(`${LIST}?limit=50${query}`)).body.items as { caseId: string }[]).map(
    ({ caseId }) => caseId,
  );

it.each([
  ['hub', true],
  ['hubmanager', true],
  ['county', false],
  ['manager', false],
])('HN-NET-10.6 is open to %s: %s, as the account says', async (account, isOpen) => {
  const reader = await api.as(account);
  const { abilities } = (await reader.get('/api/me')).body as { abilities: string[] };
  expect(abilities.includes('retention.read')).toBe(isOpen);
  expect((await reader.get('/api/hn-net/retention')).status).toBe(isOpen ? 200 : 403);
});

describe('the list', () => {
  it('HN-NET-10.6 has what is past its period by class, with its start, its first day and what keeps it', async () => {
    const due = await recordedCase(api.database, { kind: 'providerRegistration', stage: 'DEREGISTERED' });
    const kept = await recordedCase(api.database, { party: HELD });
    const mediation = await recordedCase(api.database, { kind: 'mediation', party: HELD, closedAt: null });
    const young = await recordedCase(api.database, { party: HELD, closedAt: '2027-01-01T10:00:00+08:00' });
    expect((await (await api.as('hub')).get(LIST)).body).toMatchObject({
      items: [due, kept].sort().map((caseId) =>
        caseId === due
          ? {
              ...{ caseId, class: 'IDENTITY', startOn: '2025-07-01', notBefore: '2027-07-02', hold: null },
              start: { zh: '登记注销' },
            }
          : { caseId, class: 'TRANSACTION', hold: 'OPEN_CASE', standing: { en: 'A party of it has an open case' } },
      ),
      nextCursor: null,
    });
    expect(await listed('&standing=DUE')).toEqual([due]);
    expect(await listed('&standing=NOT_YET&class=TRANSACTION')).toEqual([young]);
    expect(await listed('&class=IDENTITY')).toEqual([due]);
    expect(await summary()).toMatchObject({
      asOf: '2027-07-02',
      classes: [
        { class: 'IDENTITY', months: 24, all: 1, due: 1, share: 100, stops: false, held: [] },
        {
          ...{ class: 'TRANSACTION', months: 24, all: 3, due: 0, share: 0 },
          held: [
            { hold: 'NOT_YET', count: 1 },
            { hold: 'OPEN_CASE', count: 1 },
          ],
        },
      ],
      ...{ backups: [], deletion: null },
    });
    await api.database.case.update({ where: { id: mediation }, data: { closedAt: new Date(NOW) } });
    expect((await listed('&standing=DUE')).sort()).toEqual([due, kept].sort());
  });

  it('HN-NET-10.4 says in which backups deleted records stand, and until when', async () => {
    const kept = [
      { name: 'anjuan-20270701T190000Z', takenAt: '2027-07-01T19:00:00Z', keptUntil: '2027-07-31T19:00:00Z' },
      { name: 'anjuan-20270630T190000Z', takenAt: '2027-06-30T19:00:00Z', keptUntil: '2027-07-30T19:00:00Z' },
    ];
    const note = (copies: typeof kept) =>
      api.database.$executeRaw`SELECT "note_backups"(${JSON.stringify(copies)}::jsonb)`;
    await note(kept);
    expect((await summary()).backups).toMatchObject(kept.map(({ name }) => ({ name })));
    await note(kept.slice(0, 1));
    expect((await summary()).backups).toEqual([
      {
        ...{ name: 'anjuan-20270701T190000Z', takenAt: '2027-07-02T03:00:00.000+08:00' },
        keptUntil: '2027-08-01T03:00:00.000+08:00',
      },
    ]);
  });

  it('HN-NET-10.6 is for the staff of the hub', async () => {
    for (const path of ['/api/hn-net/retention', LIST, '/api/hn-net/retention/seals'])
      expect((await (await api.as('windowmanager')).get(path)).status).toBe(403);
    const seal = { party: SUPPLIER, reason: '诉讼' };
    expect((await (await api.as('hub')).post('/api/hn-net/retention/seals', seal)).status).toBe(403);
  });
});

it('HN-NET-10.6 a seal keeps the records of a party until a manager lifts it, once, with a reason', async () => {
  const manager = await api.as('hubmanager');
  const due = await listed('&class=IDENTITY&standing=DUE');
  expect(due).toHaveLength(1);
  const sealed = await manager.post('/api/hn-net/retention/seals', { party: SUPPLIER, reason: '涉诉' });
  expect(sealed).toMatchObject({ status: 201, body: { party: SUPPLIER, reason: '涉诉', liftedAt: null } });
  expect((await manager.post('/api/hn-net/retention/seals', { party: SUPPLIER, reason: '再封' })).status).toBe(409);
  expect([await listed('&standing=SEALED'), await listed('&class=IDENTITY&standing=DUE')]).toEqual([due, []]);
  expect(await listed('&class=IDENTITY')).toEqual(due);
  const lift = `/api/hn-net/retention/seals/${sealed.body.id}/lift`;
  expect((await manager.post(lift, {})).status).toBe(422);
  expect(await manager.post(lift, { reason: '结案' })).toMatchObject({ status: 200, body: { liftReason: '结案' } });
  expect((await manager.post(lift, { reason: '结案' })).status).toBe(409);
  expect((await manager.get('/api/hn-net/retention/seals')).body.items).toMatchObject([{ liftReason: '结案' }]);
  expect(await listed('&class=IDENTITY&standing=DUE')).toEqual(due);
});

it('HN-NET-10.6 a deletion is proposed, reckoned, confirmed by another, carried out, and its cases take nothing more', async () => {
  const [hub, manager] = [await api.as('hub'), await api.as('hubmanager')];
  const [due] = await listed('&class=IDENTITY&standing=DUE');
  const filed = await hub.post('/api/cases/dataDeletion', { class: 'IDENTITY', why: '到期清理' });
  const { caseId } = filed.body as { caseId: string };
  const second = await hub.post('/api/cases/dataDeletion', { class: 'TRANSACTION', why: '到期清理' });
  expect(second).toMatchObject({ status: 409, body: { code: 'ALREADY_OPEN' } });
  const act = (who: typeof hub, name: string, body: object) => who.post(`/api/cases/${caseId}/actions/${name}`, body);
  const reckoned = await act(hub, 'reckonDeletion', {});
  expect(reckoned.status, JSON.stringify(reckoned.body)).toBe(200);
  expect(reckoned.body).toMatchObject({ stage: 'RECKONED', facts: { reckoned: { all: 1, due: 1, copies: [{}] } } });
  expect(await summary()).toMatchObject({ deletion: { caseId, stage: 'RECKONED' } });
  const confirmed = await act(manager, 'confirmDeletion', { reason: '保存期已满' });
  expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200);

  const now = parseInstant(NOW);
  expect(await deletionsNext(api.database, now)).toBe(true);
  expect(await deletionsNext(api.database, now)).toBe(true);
  expect(await deletionsNext(api.database, now)).toBe(false);
  expect(await api.database.caseMessage.findMany({ where: { toCaseId: caseId } })).toMatchObject([
    { action: 'deletionCarriedOut', input: { cases: 1, files: 0 } },
  ]);
  expect((await hub.get(`/api/cases/${due}`)).body).toMatchObject({
    ...{ forms: [], actions: [], deleted: { decisionId: caseId, forms: 1, files: 0 } },
  });
  const refused = await hub.post(`/api/cases/${due}/actions/recordReached`, {
    noticeIds: ['n-1'],
    how: '电话',
    note: '已接',
  });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await listed('&class=IDENTITY')).toEqual([]);
});
