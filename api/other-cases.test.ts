/** What else there is about an institution, shown before anyone decides about it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let caseId: string;

interface Other {
  readonly id: string;
  readonly at: string;
  readonly subject?: string;
  readonly parties: readonly (readonly [name: string, party: string])[];
  readonly body?: string;
  readonly region?: string;
  readonly closed?: boolean;
}

async function addCase({
  id,
  at,
  subject = CODES.provider,
  parties,
  body = 'sh-centre',
  region = 'SH/PUDONG',
  closed,
}: Other) {
  const place = { bodyId: body, region };
  await api.database.case.create({
    data: {
      ...{ id, number: `号${id}`, kind: 'complaint', regime: 'SH_STORE', stage: 'FILED', ...place, opening: {} },
      ...{ subject, title: '某机构', openedAt: new Date(at), ruleVersion: 1, calendarVersion: 1 },
      ...(closed === true && { closedAt: new Date(at), outcome: 'UPHELD' }),
      parties: { create: parties.map(([name, party]) => ({ name, party })) },
      bodies: { create: [place] },
    },
  });
}

const bar = (id: string, more: object) =>
  api.database.bar.create({
    data: {
      ...{ id, regime: 'SH_STORE', party: CODES.provider, ground: 'CLEARANCE', clause: '四.6', firm: false, caseId },
      ...{ firstDay: '2025-08-01', lastDay: '2025-09-01', createdAt: new Date(), ...more },
    },
  });

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-01T10:00:00+08:00' });
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
  await addCase({ id: 'cmp-old', at: '2024-01-05T02:00:00Z', parties: [['provider', CODES.provider]], closed: true });
  await addCase({ id: 'cmp-new', at: '2025-08-05T02:00:00Z', parties: [['provider', CODES.provider]] });
  // The institution is a party of a case about another one.
  const both = [
    ['complainant', CODES.provider],
    ['provider', CODES.other],
  ] as const;
  await addCase({ id: 'cmp-by', at: '2025-06-05T02:00:00Z', subject: CODES.other, parties: both });
  await addCase({
    id: 'cmp-far',
    at: '2025-07-05T02:00:00Z',
    parties: [['provider', CODES.provider]],
    region: 'SH/XUHUI',
  });
  await addCase({
    id: 'cmp-away',
    at: '2025-07-06T02:00:00Z',
    parties: [['provider', CODES.provider]],
    body: 'hn-hub',
    region: 'HN',
  });
  await addCase({
    id: 'cmp-else',
    at: '2025-07-07T02:00:00Z',
    subject: CODES.other,
    parties: [['provider', CODES.other]],
  });
  await bar('bar-last-day', {});
  await bar('bar-over', { lastDay: '2025-08-31' });
  await bar('bar-to-come', { firstDay: '2025-09-02', lastDay: '2026-09-01' });
  await bar('bar-lifted', { liftedAt: new Date() });
  await bar('bar-of-another', { party: CODES.other });
  await bar('bar-elsewhere', { regime: 'HN_NET' });
});
afterAll(() => databases.stop());

const others = async (account: string, query = '') =>
  (await api.as(account)).get(`/api/cases/${caseId}/others${query}`);
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

it('XC-05.3 shows the other cases in which the institution is a party, the latest first, and its bars in force', async () => {
  const { status, body } = await others('reviewer');
  expect([status, ids(body)]).toEqual([200, ['cmp-new', 'cmp-far', 'cmp-by', 'cmp-old']]);
  expect([body.total, body.nextCursor]).toEqual([4, null]);
  expect(body.items[2]).toMatchObject({ as: [{ name: 'complainant' }], closedAt: null, outcome: null });
  expect(body.items[3]).toMatchObject({
    ...{ number: '号cmp-old', stage: 'FILED', outcome: 'UPHELD', openedAt: '2024-01-05T10:00:00.000+08:00' },
    closedAt: '2024-01-05T10:00:00.000+08:00',
  });
  // One that ends today holds today; one of another regime does not count here (XC-06.1).
  expect(body.barsInForce).toBe(1);
});

it('XC-05.5 shows of them what the reader may see', async () => {
  await api.setOffices('reviewer2', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/PUDONG' });
  const near = await others('reviewer2');
  expect([ids(near.body), near.body.total]).toEqual([['cmp-new', 'cmp-by', 'cmp-old'], 3]);
  const all = await others('admin');
  expect(ids(all.body)).toEqual(['cmp-new', 'cmp-away', 'cmp-far', 'cmp-by', 'cmp-old']);
});

it('XC-06.3 comes in pages', async () => {
  const seen: string[] = [];
  let cursor = '';
  const totals: (number | null)[] = [];
  do {
    const { body } = await others('reviewer', `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...ids(body));
    totals.push(body.total);
    cursor = body.nextCursor ?? '';
  } while (cursor !== '');
  expect(seen).toEqual(['cmp-new', 'cmp-far', 'cmp-by', 'cmp-old']);
  expect(totals).toEqual([4, null]);
  expect((await others('reviewer', '?cursor=abc')).status).toBe(422);
});

it.each([
  ['provider', 403],
  ['consumer', 403],
  ['auditor', 403],
  ['district', 403],
  ['window', 403],
])('XC-05.5 is not for %s', async (account, status) => {
  expect((await others(account)).status).toBe(status);
});

it('XC-05.5 of a case that there is not, or that is not the reader’s, says nothing', async () => {
  const reviewer = await api.as('reviewer');
  expect((await reviewer.get('/api/cases/app-none/others')).status).toBe(404);
  expect((await reviewer.get('/api/cases/cmp-away/others')).status).toBe(403);
});
