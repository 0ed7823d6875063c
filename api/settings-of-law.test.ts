import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, figures } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let admin: Caller;
let provider: Caller;
let reviewer: Caller;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: '2026-02-11T10:00:00+08:00' });
  [admin, provider, reviewer] = (await Promise.all(
    ['admin', 'provider', 'reviewer'].map((account) => api.as(account)),
  )) as [Caller, Caller, Caller];
});

afterAll(() => databases.stop());

/** An application that waits for its supplement: ten working days from 11 February, to 3 March 2026. */
async function waiting(as: 'provider' | 'provider2' = 'provider', fiscalYear = 2025): Promise<string> {
  const caller = await api.as(as);
  const { body } = await caller.post(
    '/api/applications',
    await application(caller, CODES[as], { figures: figures({ fiscalYear }) }),
  );
  await reviewer.post(`/api/cases/${body.caseId}/actions/requestSupplement`, { items: ['审计报告'], reason: '缺页' });
  return body.caseId as string;
}

const dueOf = async (caseId: string) =>
  (await (await api.as('provider')).get(`/api/cases/${caseId}`)).body.deadlines[0].lastDay as string;
const published = {
  year: 2026,
  off: '0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007',
  work: '0104 0214 0228 0509 0920 1010',
  source: '国务院办公厅通知',
};
/** The published year with Friday 27 February made a day off. */
const corrected = { ...published, off: `${published.off} 0227`, source: '临时放假通知' };

describe('the calendar', () => {
  it('XC-02.4 tells its version, the last published day and its years', async () => {
    const { body } = await provider.get('/api/calendar');
    expect(body).toMatchObject({
      version: 1,
      lastPublishedDay: '2026-12-31',
      years: { 2026: { off: expect.stringContaining('1001-1007') } },
    });
    expect(body.versions).toHaveLength(1);
  });

  it('XC-02.1 tells each day of a year, and of one that is not published that it is provisional', async () => {
    const { body } = await provider.get('/api/calendar/years/2026');
    expect(body.days).toHaveLength(365);
    expect(body).toMatchObject({ year: 2026, provisional: false, source: expect.any(String) });
    const differing = body.days.filter(({ differs }: { differs: boolean }) => differs);
    expect(
      differing.filter(({ working }: { working: boolean }) => working).map(({ day }: { day: string }) => day),
    ).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    expect(differing).toContainEqual(expect.objectContaining({ day: '2026-10-01', working: false }));
    expect((await provider.get('/api/calendar/years/2030')).body).toMatchObject({ provisional: true, source: null });
    expect((await provider.get('/api/calendar/years/soon')).status).toBe(422);
  });

  it('XC-02.3 reads a notice as it is pasted, with each fault at its line', async () => {
    const text = '2027-01-01 元旦\n2027-05-01 劳动节\n2027-10-01..2027-10-03 国庆节\n2027-10-09 上班';
    expect((await admin.post('/api/calendar/notice', { text })).body).toMatchObject({
      ...{ year: 2027, off: '0101 0501 1001-1003', work: '1009', faults: [] },
    });
    const faulty = await admin.post('/api/calendar/notice', { text: `${text}\n下周一` });
    expect(faulty.body.faults).toEqual([{ line: 5, message: expect.objectContaining({ zh: expect.any(String) }) }]);
    expect((await provider.post('/api/calendar/notice', { text })).status).toBe(403);
  });

  it('XC-02.3 previews what a correction would move, and changes nothing', async () => {
    const caseId = await waiting();
    expect(await dueOf(caseId)).toBe('2026-03-03');
    const { status, body } = await admin.post('/api/calendar/preview', corrected);
    expect(status).toBe(200);
    const move = body.moves.find(({ deadline }: { deadline: string }) => deadline === 'supplement');
    expect(move).toMatchObject({
      caseId,
      from: '2026-03-04T00:00:00.000+08:00',
      to: '2026-03-05T00:00:00.000+08:00',
      lastDay: '2026-03-04',
      becomesLate: false,
      reminders: [
        { key: 'two-working-days-left', at: '2026-03-02T09:00:00.000+08:00' },
        { key: 'last-day', at: '2026-03-04T09:00:00.000+08:00' },
      ],
    });
    expect(await dueOf(caseId)).toBe('2026-03-03');
    expect((await provider.get('/api/calendar')).body.version).toBe(1);
    expect((await admin.post('/api/calendar/preview', published)).body).toMatchObject({ moved: 0, moves: [] });
  });

  it('XC-02.3 tells which deadlines would be late at once', async () => {
    const caseId = await waiting();
    api.setNow('2026-03-03T10:00:00+08:00');
    // One more working day in between, so that the tenth was yesterday.
    const { body } = await admin.post('/api/calendar/preview', {
      ...published,
      off: published.off.replace('0215-0223', '0215-0222'),
    });
    expect(body.moves.find(({ deadline }: { deadline: string }) => deadline === 'supplement')).toMatchObject({
      caseId,
      lastDay: '2026-03-02',
      becomesLate: true,
    });
    expect(body.late).toBe(1);
  });

  it('XC-02.3 XC-02.2 applies a year to all open cases, to some, or to new ones only', async () => {
    const all = await waiting('provider');
    const some = await waiting('provider2');
    const fresh = await admin.post('/api/calendar/apply', { ...corrected, scope: 'new' });
    expect(fresh.body).toMatchObject({ version: 2, told: 0 });
    expect(await dueOf(all)).toBe('2026-03-03');
    const chosen = await admin.post('/api/calendar/apply', { ...corrected, scope: { caseIds: [some] } });
    expect(chosen.body).toMatchObject({ version: 3, told: 1 });
    await api.gateway.relay();
    const seen = (await (await api.as('provider2')).get(`/api/cases/${some}`)).body.deadlines[0];
    expect(seen.lastDay).toBe('2026-03-04');
    expect(seen.explanation.find(({ day }: { day: string }) => day === '2026-02-27')).toMatchObject({ counted: false });
    const everybody = await admin.post('/api/calendar/apply', corrected);
    expect(everybody.body).toMatchObject({ version: 4, told: 2 });
    await api.gateway.relay();
    expect(await dueOf(all)).toBe('2026-03-04');
    const { items } = (await (await api.as('manager')).get(`/api/cases/${all}/timeline?limit=200`)).body;
    expect(
      items.find(
        (line: { type: string; detail: { deadline?: string } }) =>
          line.type === 'DEADLINE_MOVED' && line.detail.deadline === 'supplement',
      ).detail,
    ).toMatchObject({
      from: '2026-03-04T00:00:00.000+08:00',
      to: '2026-03-05T00:00:00.000+08:00',
    });
    expect(
      (await provider.get('/api/calendar')).body.versions.map(({ version }: { version: number }) => version),
    ).toEqual([4, 3, 2, 1]);
  });

  it('XC-02.3 stores one version a request, however often it is sent and whoever else sends one at the same moment', async () => {
    const caseId = await waiting('provider');
    const key = { 'Idempotency-Key': 'load-once' };
    const [once, other] = await Promise.all([
      admin.post('/api/calendar/apply', corrected, key),
      admin.post('/api/calendar/apply', corrected),
    ]);
    expect([once.status, other.status]).toEqual([200, 200]);
    expect(new Set([once.body.version, other.body.version])).toEqual(new Set([2, 3]));
    expect((await admin.post('/api/calendar/apply', corrected, key)).body).toEqual(once.body);
    const { body } = await admin.get('/api/calendar');
    expect(body.version).toBe(3);
    // What the case is to hear stands in the records with the version, whatever becomes of the API.
    const waitingFor = await api.database.caseMessage.findMany({ where: { toCaseId: caseId, handledAt: null } });
    expect(waitingFor.map(({ action }) => action)).toEqual(['calendarLoaded', 'calendarLoaded']);
  });

  it('XC-02.2 settles what was provisional', async () => {
    api.setNow('2026-12-25T10:00:00+08:00');
    const caseId = await waiting();
    const { body: before } = await provider.get(`/api/cases/${caseId}`);
    expect(before.deadlines[0]).toMatchObject({ provisional: true });
    const year2027 = {
      year: 2027,
      off: '0101-0103 0206-0212 0403-0405 0501-0505 0609-0611 0915-0917 1001-1007',
      work: '',
      source: '2027 年通知',
    };
    const { body } = await admin.post('/api/calendar/apply', year2027);
    expect(body.settled).toBeGreaterThan(0);
    await api.gateway.relay();
    expect((await provider.get(`/api/cases/${caseId}`)).body.deadlines[0]).toMatchObject({ provisional: false });
  });

  it.each([
    ['a day that does not exist', { off: `${published.off} 0230` }],
    ['a make-up day in the week', { work: '0105' }],
    ['a year without its holidays', { off: '0101' }],
    ['words', { off: 'Christmas' }],
    ['no source', { source: ' ' }],
    ['a field it does not know', { note: 'x' }],
  ])('refuses %s', async (_what, change) => {
    expect((await admin.post('/api/calendar/apply', { ...published, ...change })).status).toBe(422);
    expect(await api.database.calendarVersion.count()).toBe(1);
  });
});

describe('the rules', () => {
  it('XC-06.2 previews which deadlines would move and which applications would come out otherwise, and changes nothing', async () => {
    const caseId = await waiting();
    const preview = (values: object, regime = 'SH_STORE') => admin.post(`/api/rules/${regime}/preview`, { values });
    const shorter = (await preview({ 'supplement.days': 5 })).body;
    expect(shorter.moves).toContainEqual(
      expect.objectContaining({
        ...{ caseId, deadline: 'supplement', becomesLate: false, title: expect.anything() },
        ...{ from: '2026-03-04T00:00:00.000+08:00', lastDay: '2026-02-25' },
      }),
    );
    expect(shorter).toMatchObject({ judged: 1, changed: 0, conditions: [] });
    api.setNow('2026-02-27T10:00:00+08:00');
    expect((await preview({ 'supplement.days': 5 })).body.late).toBe(1);

    const stricter = (await preview({ 'eligibility.staff': 10_000 })).body;
    expect(stricter).toMatchObject({ changed: 1, moves: [] });
    expect(stricter.conditions).toEqual([
      expect.objectContaining({ caseId, closed: false, to: { zh: '可申请试运营', en: 'a candidate for a trial' } }),
    ]);
    expect(stricter.conditions[0].notMet).not.toEqual([]);
    expect((await preview({})).body).toMatchObject({ moved: 0, changed: 0 });
    expect((await preview({ 'supplement.days': 5 }, 'HN_NET')).status).toBe(422);
    expect((await preview({}, 'NO_SUCH')).status).toBe(404);
    expect(await dueOf(caseId)).toBe('2026-03-03');
    expect((await provider.get('/api/rules')).body.items[0].version).toBe(1);
  });

  it('XC-06.2 name key, value, clause and status of the text', async () => {
    const { items } = (await provider.get('/api/rules')).body;
    expect(items[0]).toMatchObject({ regime: 'SH_STORE', version: 1, status: { code: 'CONSULTATION_DRAFT' } });
    expect(items[0].values.find(({ key }: { key: string }) => key === 'trial.orders')).toMatchObject({
      value: 100,
      unit: 'count',
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-07.8',
    });
  });

  it('XC-06.2 change as a new version with its history, and leave running cases with theirs', async () => {
    const caseId = await waiting();
    const { status, body } = await admin.put('/api/rules/SH_STORE', {
      values: { 'eligibility.revenue': 9_000_000 },
      note: '试点调整',
      version: 1,
    });
    expect([status, body.version]).toEqual([200, 2]);
    expect(body.history[0]).toMatchObject({
      version: 2,
      note: '试点调整',
      createdBy: 'demo-admin',
      changes: [{ key: 'eligibility.revenue', from: 5_000_000, to: 9_000_000 }],
    });
    expect((await provider.get(`/api/cases/${caseId}`)).body).toMatchObject({
      ruleVersion: 1,
      extras: { eligibility: { overall: 'ELIGIBLE' } },
    });
    const second = await api.as('provider2');
    const filed = await second.post(
      '/api/applications',
      await application(second, CODES.provider2, { figures: figures({ fiscalYear: 2025 }) }),
    );
    const opened = (await second.get(`/api/cases/${filed.body.caseId}`)).body;
    expect(opened.ruleVersion).toBe(2);
    expect(opened.extras.eligibility.items.find(({ key }: { key: string }) => key === 'revenue').status).toBe(
      'NOT_MET',
    );
  });

  it('refuse an unknown key, a wrong value, a stale version and an unknown book', async () => {
    const put = (body: object, regime = 'SH_STORE') => admin.put(`/api/rules/${regime}`, { note: '改', ...body });
    expect((await put({ values: { 'trial.cats': 1 } })).body.errors[0].field).toBe('values.trial.cats');
    expect((await put({ values: { 'trial.orders': -1 } })).body.errors[0].field).toBe('values.trial.orders');
    expect((await put({ values: { 'trial.orders': '100' } })).status).toBe(422);
    expect((await put({ values: {}, version: 7 })).body.code).toBe('NOT_NOW');
    expect((await put({ values: {} }, 'HN_NONE')).status).toBe(404);
    expect((await put({ values: {} }, 'constructor')).status).toBe(404);
    expect(await api.database.ruleVersion.count({ where: { regime: 'SH_STORE' } })).toBe(1);
  });
});
