/** Whoever has an interest in a party changes nothing about it: every route by which staff could (XC-05.5). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../rules/roles.ts';
import { ABILITIES, reachesOf, type Ability } from './abilities.ts';
import { isChanging, type Route } from './http/route.ts';
import { routes } from './routes/index.ts';
import type { Caller, Exchange } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, uploaded } from './testing/samples.ts';
import { addStore, factOf, reportFacts } from './testing/stores.ts';

const STAFF = ['admin', 'manager', 'reviewer', 'district', 'authority'] as const satisfies readonly Role[];
const NOW = '2025-09-26T10:00:00.000+08:00';
const ABOUT = CODES.provider;

/** Routes by which staff change something, and nothing about a party. */
const ABOUT_NOBODY: Readonly<Record<string, string>> = {
  'POST /api/auth/sign-out': 'one’s own account',
  'POST /api/auth/change-password': 'one’s own account',
  'POST /api/auth/second-factor': 'one’s own account',
  'POST /api/auth/second-factor/confirm': 'one’s own account',
  'POST /api/auth/second-factor/remove': 'one’s own account',
  'DELETE /api/auth/sessions/{id}': 'one’s own account',
  'PATCH /api/me': 'one’s own account',
  'POST /api/accounts': 'accounts',
  'PATCH /api/accounts/{id}': 'accounts',
  'POST /api/accounts/{id}/disable': 'accounts',
  'POST /api/accounts/{id}/enable': 'accounts',
  'POST /api/accounts/{id}/password': 'accounts',
  'POST /api/accounts/{id}/remove-second-factor': 'accounts',
  'PUT /api/notice-templates/{kind}/{template}/additions/{bodyId}': 'notices to all',
  'POST /api/notice-templates/{kind}/{template}/test': 'one’s own mail',
  'POST /api/webhook-channels': 'where notices go',
  'PATCH /api/webhook-channels/{id}': 'where notices go',
  'POST /api/webhook-channels/{id}/test': 'where notices go',
  'POST /api/views': 'one’s own lists',
  'DELETE /api/views/{id}': 'one’s own lists',
  'POST /api/phrases': 'a text that nobody has sent yet',
  'PATCH /api/phrases/{id}': 'a text that nobody has sent yet',
  'DELETE /api/phrases/{id}': 'a text that nobody has sent yet',
  'POST /api/files': 'a file that is about nothing yet',
  'POST /api/cases/{id}': 'staff enter a complaint for a caller, and decide nothing by that',
  'POST /api/intakes/{kind}/checklist': 'checks a form, and keeps nothing',
  'POST /api/covers': 'who stands in for whom',
  'POST /api/covers/{id}/end': 'who stands in for whom',
  'POST /api/conflicts': 'interests themselves',
  'POST /api/conflicts/{id}/end': 'interests themselves',
  'POST /api/bulk-decisions/preview': 'each case refuses for itself',
  'POST /api/bulk-decisions': 'each case refuses for itself',
  'POST /api/bulk-decisions/{id}/cancel': 'nothing is decided',
  'POST /api/notices/{id}/acknowledge': 'one’s own mail',
  'POST /api/calendar/notice': 'the calendar',
  'POST /api/calendar/preview': 'the calendar',
  'POST /api/calendar/apply': 'the calendar',
  'POST /api/rules/{regime}/preview': 'the rules for all',
  'PUT /api/rules/{regime}': 'the rules for all',
  'POST /api/regulations/{regime}/status': 'the text of the regulation',
  'POST /api/regulations/{regime}/texts': 'the text of the regulation',
  'POST /api/regulations/{regime}/comments': 'a comment on the text',
  'POST /api/regulations/{regime}/comments/{id}/answers': 'a comment on the text',
  'POST /api/points/recomputations/preview': 'all stores alike',
  'POST /api/points/recomputations': 'all stores alike',
  'POST /api/points/activity-periods': 'all stores alike',
  'POST /api/hn-net/retention/seals': 'keeps records, and decides nothing by that',
  'POST /api/hn-net/retention/seals/{id}/lift': 'deletes nothing: that is a decision of its own',
  'POST /api/clock/advance': 'the training clock',
};

const name = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;
const ofStaff = routes.filter(
  ({ method, ability }) =>
    isChanging(method) && ability in ABILITIES && STAFF.some((role) => reachesOf(ability as Ability, role).length > 0),
);
const refusing = ofStaff.filter(({ refuses = [] }) => refuses.includes('CONFLICT_OF_INTEREST'));

let databases: TestDatabases;
let api: TestApi;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, ABOUT))).body.caseId;
  await addStore(api, 'sto-1', ABOUT);
  await addStore(api, 'sto-2', CODES.other);
  await reportFacts(await api.as('admin'), [factOf('SELLER_LOGIN')]);
  await api.database.bar.create({
    data: {
      ...{ id: 'bar-1', regime: 'SH_STORE', party: ABOUT, ground: 'CLEARANCE', clause: 'SH-STORE 四.6' },
      ...{ firstDay: '2025-08-30', lastDay: '2026-08-29', firm: false, caseId, createdAt: new Date(NOW) },
    },
  });
  for (const account of STAFF) {
    await api.database.interest.create({
      data: {
        ...{ id: `int-${account}`, accountId: `demo-${account}`, party: ABOUT, relation: '配偶任职' },
        ...{ firstDay: '2025-09-26', lastDay: null, declaredById: `demo-${account}`, createdAt: new Date(NOW) },
      },
    });
  }
});
afterAll(() => databases.stop());

const task = () => encodeURIComponent(`${caseId}:preliminaryReview:1`);
const recommended = async (district: Caller, creditCode: string, documentNumber: string) =>
  district.post('/api/recommendations', {
    ...{ creditCode, department: '浦东新区科经委', documentNumber, reason: '服务能力强' },
    fileId: await uploaded(district),
  });
const invited = (creditCode: string) => ({
  institution: {
    ...{ name: '启明', creditCode, region: 'SH/PUDONG', contactName: '张三', contactEmail: 'zhang@example.org' },
  },
  reasons: ['LEADERSHIP'],
});

/** A call of each route that would change something about the party. */
const calls: Readonly<Record<string, readonly [string, (who: Caller) => Promise<Exchange>]>> = {
  'POST /api/cases/{id}/actions/{name}': [
    'reviewer',
    (who) => who.post(`/api/cases/${caseId}/actions/rejectApplication`, { reason: '不符' }),
  ],
  'POST /api/cases/{id}/notes': ['reviewer', (who) => who.post(`/api/cases/${caseId}/notes`, { text: '请核对原件' })],
  'POST /api/cases/{id}/notes/{note}/withdraw': [
    'reviewer',
    (who) => who.post(`/api/cases/${caseId}/notes/not-1/withdraw`),
  ],
  'POST /api/tasks/{id}/claim': ['reviewer', (who) => who.post(`/api/tasks/${task()}/claim`)],
  'POST /api/tasks/{id}/release': ['reviewer', (who) => who.post(`/api/tasks/${task()}/release`)],
  'POST /api/tasks/{id}/assign': ['manager', (who) => who.post(`/api/tasks/${task()}/assign`, { to: 'demo-reviewer' })],
  'POST /api/tasks/{id}/delegate': [
    'reviewer',
    (who) => who.post(`/api/tasks/${task()}/delegate`, { to: 'demo-reviewer2', note: '请核对材料' }),
  ],
  'POST /api/tasks/{id}/hand-back': [
    'reviewer',
    (who) => who.post(`/api/tasks/${task()}/hand-back`, { opinion: '材料属实' }),
  ],
  'POST /api/tasks/{id}/recall': ['reviewer', (who) => who.post(`/api/tasks/${task()}/recall`)],
  'POST /api/bars/{id}/lift': ['manager', (who) => who.post('/api/bars/bar-1/lift', { reason: '已消除影响' })],
  'POST /api/bars/{id}/shorten': [
    'manager',
    (who) => who.post('/api/bars/bar-1/shorten', { lastDay: '2026-01-31', reason: '已消除影响' }),
  ],
  'POST /api/invitations': ['reviewer', (who) => who.post('/api/invitations', invited(ABOUT))],
  'POST /api/recommendations': ['district', (who) => recommended(who, ABOUT, '1号')],
  'POST /api/stores/{id}/recommendations': [
    'reviewer',
    (who) =>
      who.post('/api/stores/sto-1/recommendations', { programmes: ['PUBLICITY'], year: 2025, reason: '服务能力强' }),
  ],
  'POST /api/points/reversals': [
    'reviewer',
    async (who) => {
      const { eventKey } = await api.database.pointsEntry.findFirstOrThrow({ where: { rule: 'LOGIN_DAY' } });
      return who.post('/api/points/reversals', { storeId: 'sto-1', eventKeys: [eventKey], reason: '刷单' });
    },
  ],
  'POST /api/platform-events': ['admin', (who) => reportFacts(who, [factOf('SELLER_LOGIN')])],
};

it('XC-05.5 every route by which staff change something is about nobody, or refuses who has an interest', () => {
  const known = [...Object.keys(ABOUT_NOBODY), ...refusing.map(name)];
  expect(ofStaff.map(name).filter((one) => !known.includes(one))).toEqual([]);
  expect(Object.keys(ABOUT_NOBODY).filter((one) => !ofStaff.map(name).includes(one))).toEqual([]);
  expect(Object.keys(calls).sort()).toEqual(refusing.map(name).sort());
});

describe.each(Object.entries(calls))('%s', (_route, [account, call]) => {
  it('XC-05.5 is refused to who has declared an interest, and changes nothing', async () => {
    const before = await api.database.auditEntry.count();
    const answer = await call(await api.as(account));
    expect([answer.status, answer.body.code], JSON.stringify(answer.body)).toEqual([403, 'CONFLICT_OF_INTEREST']);
    expect(await api.database.auditEntry.count({ where: { action: { not: 'FILE_UPLOADED' } } })).toBe(before);
  });
});

it('XC-05.5 about others they go on, and colleagues go on about this one', async () => {
  const [reviewer2, district, admin] = await Promise.all([api.as('reviewer2'), api.as('district'), api.as('admin')]);
  const { eventKey } = await api.database.pointsEntry.findFirstOrThrow({ where: { rule: 'LOGIN_DAY' } });
  const body = { storeId: 'sto-1', eventKeys: [eventKey], reason: '刷单' };
  expect((await reviewer2.post('/api/points/reversals', body)).status).toBe(201);
  expect((await recommended(district, CODES.other, '2号')).status).toBe(201);
  // Who has recommended an institution before may do so again.
  expect((await recommended(district, CODES.other, '3号')).status).toBe(201);
  expect((await reportFacts(admin, [factOf('SELLER_LOGIN', { storeId: 'sto-2' })])).body).toMatchObject({
    accepted: 1,
  });
});

it('XC-05.5 what is no party is refused in words, and one that was declared before is listed', async () => {
  const expert = await api.as('expert');
  const none = await expert.post('/api/conflicts', { party: '0', relation: '曾任顾问' });
  expect([none.status, none.body.errors]).toMatchObject([422, [{ field: 'party' }]]);
  const row = { id: 'int-old', accountId: 'demo-expert', party: '0', relation: '曾任顾问', firstDay: '2025-01-01' };
  await api.database.interest.create({ data: { ...row, declaredById: 'demo-expert', createdAt: new Date() } });
  expect((await expert.get('/api/conflicts')).body.items).toContainEqual(
    expect.objectContaining({ id: 'int-old', partyName: null }),
  );
});

it('XC-05.5 an expert, who works at no body, declares an interest of their own and none of somebody else', async () => {
  const expert = await api.as('expert');
  const interest = { party: CODES.other, relation: '曾任顾问' };
  const declared = await expert.post('/api/conflicts', interest);
  expect([declared.status, declared.body]).toMatchObject([201, { accountId: 'demo-expert', party: CODES.other }]);
  const ofAnother = await expert.post('/api/conflicts', { ...interest, accountId: 'demo-reviewer' });
  expect([ofAnother.status, ofAnother.body.code]).toEqual([403, 'OUT_OF_SCOPE']);
});
