/** Internal notes: who writes and reads them, and that they stay within the bodies that handle the case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

const NOW = '2025-09-01T10:00:00.000+08:00';
const WORDS = '申请人电话中态度反复，建议面审时核对原件。';

let databases: TestDatabases;
let api: TestApi;
let caseId: string;
let notes: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
  notes = `/api/cases/${caseId}/notes`;
});
afterAll(() => databases.stop());

const write = async (account: string, words = WORDS) => (await api.as(account)).post(notes, { text: words });

describe('internal notes', () => {
  it('XC-05.5 are read by whoever handles the case, the latest first, with author and time', async () => {
    api.setNow(NOW);
    const first = await write('reviewer');
    expect([first.status, first.body]).toEqual([
      201,
      {
        ...{ id: expect.stringMatching(/^not-/), text: WORDS, at: NOW, withdrawnAt: null },
        author: { id: 'demo-reviewer', name: expect.stringMatching(/./) },
      },
    ]);
    api.setNow('2025-09-01T11:00:00+08:00');
    const second = await write('manager', '同意。\n下周一再看。');
    expect(second.status).toBe(201);
    const { body } = await (await api.as('reviewer2')).get(notes);
    expect(body).toEqual({ items: [second.body, first.body], nextCursor: null });
    const page = await (await api.as('reviewer2')).get(`${notes}?limit=1`);
    const rest = await (await api.as('reviewer2')).get(`${notes}?limit=1&cursor=${page.body.nextCursor}`);
    expect([...page.body.items, ...rest.body.items]).toEqual(body.items);
  });

  it.each([
    ['provider', 403],
    ['provider2', 403],
    ['consumer', 403],
    ['admin', 403],
    ['auditor', 403],
    ['district', 403],
    ['window', 403],
  ])('XC-05.5 are neither read nor written by %s', async (account, status) => {
    const caller = await api.as(account);
    const before = await api.database.caseNote.count();
    expect((await caller.get(notes)).status).toBe(status);
    expect((await caller.post(notes, { text: WORDS })).status).toBe(status);
    expect(await api.database.caseNote.count()).toBe(before);
  });

  it('XC-05.5 are kept from a party of the case who is of the body that handles it, and from who covers for one', async () => {
    const held = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' } as const;
    await api.setOffices('reviewer2', held, { role: 'provider', party: CODES.provider });
    const refused = async (account: string) => {
      const caller = await api.as(account);
      return [await caller.get(notes), await write(account)].map(({ status, body }) => [status, body.code]);
    };
    const kept = [403, 'CONFLICT_OF_INTEREST'];
    expect(await refused('reviewer2')).toEqual([kept, kept]);
    await api.setOffices('reviewer2', held);
    expect((await (await api.as('reviewer2')).get(notes)).status).toBe(200);
    // The reviewer who is away has an interest: nobody handles the case in that office.
    await api.database.interest.create({
      data: {
        ...{ id: 'int-1', accountId: 'demo-reviewer2', party: CODES.provider, relation: '配偶任职' },
        ...{ firstDay: '2025-09-01', lastDay: null, declaredById: 'demo-reviewer2', createdAt: new Date(NOW) },
      },
    });
    await api.database.cover.create({
      data: {
        ...{
          id: 'cov-1',
          absentId: 'demo-reviewer2',
          coverId: 'demo-district',
          rule: '请假',
          createdById: 'demo-manager',
        },
        ...{ firstDay: '2025-09-01', lastDay: '2025-09-05', createdAt: new Date(NOW) },
      },
    });
    expect(await refused('district')).toEqual([kept, kept]);
    await api.database.interest.deleteMany();
    expect((await (await api.as('district')).get(notes)).status).toBe(200);
    await api.database.cover.deleteMany();
  });

  it('are withdrawn by their author and nobody else, once, and stay in the records', async () => {
    const { body: note } = await write('reviewer', '写错了案件。');
    const withdraw = async (account: string) => (await api.as(account)).post(`${notes}/${note.id}/withdraw`);
    for (const account of ['manager', 'reviewer2'])
      expect(await withdraw(account)).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
    api.setNow('2025-09-01T12:00:00+08:00');
    const answers = await Promise.all([withdraw('reviewer'), withdraw('reviewer')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { items } = (await (await api.as('manager')).get(notes)).body;
    const shown = items.find(({ id }: { id: string }) => id === note.id);
    expect(shown).toEqual({ ...note, text: null, withdrawnAt: '2025-09-01T12:00:00.000+08:00' });
    const rows = await api.database.caseNote.findMany({ where: { OR: [{ id: note.id }, { withdrawsId: note.id }] } });
    expect(new Set(rows.map(({ text }) => text))).toEqual(new Set(['写错了案件。', null]));
    const of = rows.find(({ withdrawsId }) => withdrawsId !== null)?.id ?? '';
    expect((await (await api.as('reviewer')).post(`${notes}/${of}/withdraw`)).status).toBe(404);
    expect((await (await api.as('reviewer')).post(`${notes}/not-none/withdraw`)).status).toBe(404);
    await expect(api.database.caseNote.update({ where: { id: note.id }, data: { text: 'x' } })).rejects.toThrow();
    await expect(api.database.caseNote.delete({ where: { id: note.id } })).rejects.toThrow();
  });

  it('with a key are written once, however often they are sent', async () => {
    const caller = await api.as('reviewer');
    const send = () => caller.post(notes, { text: '只写一次。' }, { 'Idempotency-Key': 'note-once-1' });
    const [first, again] = [await send(), await send()];
    expect(again.body).toEqual(first.body);
    expect(await api.database.caseNote.count({ where: { text: '只写一次。' } })).toBe(1);
  });

  it.each([[''], ['   '], ['长'.repeat(2_001)], [7], [undefined]])('refuse %j', async (words) => {
    const { status, body } = await (await api.as('reviewer')).post(notes, { text: words });
    expect([status, body.errors[0].field]).toEqual([422, 'text']);
  });

  it('XC-05.3 are in no answer about the case beside their own, and in no notice', async () => {
    await write('reviewer');
    const [provider, reviewer] = [await api.as('provider'), await api.as('reviewer')];
    for (const caller of [provider, reviewer])
      for (const part of ['', '/timeline']) {
        const { status, body } = await caller.get(`/api/cases/${caseId}${part}`);
        expect(status).toBe(200);
        expect(JSON.stringify(body)).not.toContain(WORDS);
      }
    const bundle = await reviewer.get(`/api/cases/${caseId}/bundle?reason=check`);
    expect([bundle.status, JSON.stringify(bundle.body).includes(WORDS)]).toEqual([200, false]);
    const timeline = await api.database.timelineEvent.findMany({ where: { caseId } });
    const sent = await api.database.notice.findMany({ where: { caseId } });
    expect(
      JSON.stringify([timeline, sent], (_key, value: unknown) => (typeof value === 'bigint' ? 0 : value)),
    ).not.toContain(WORDS);
  });

  it('can be written about a closed case', async () => {
    await api.database.case.update({ where: { id: caseId }, data: { closedAt: new Date(NOW) } });
    expect((await write('reviewer', '归档前补记。')).status).toBe(201);
    expect((await (await api.as('reviewer')).post('/api/cases/app-none/notes', { text: 'x' })).status).toBe(404);
  });
});
