import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedCase } from '../test/support/closed-case.ts';
import { createAccount, resetPassword } from '../prisma/create-account.ts';
import { TRAINING_PASSWORD } from '../prisma/seed.ts';
import type { AuditAction } from '../rules/audit.ts';
import { reachesOf, type Ability } from './abilities.ts';
import { auditedBy, isChanging, type Route } from './http/route.ts';
import { routes } from './routes/index.ts';
import { CAMPAIGN, openCampaign } from './testing/assessment-entry.ts';
import { Caller, type Exchange } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, uploaded } from './testing/samples.ts';

const OWN = 'only-in-these-tests-7';
const OTHER = 'only-in-these-tests-8';

let databases: TestDatabases;
let api: TestApi;
let admin: Caller;
let auditor: Caller;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ environment: { TRUST_PROXY: '1' } });
  [admin, auditor] = [await api.as('admin'), await api.as('auditor')];
});
afterAll(() => databases.stop());

interface Entry {
  readonly seq: number;
  readonly action: AuditAction;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly object: { readonly kind: string; readonly id: string };
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly fieldTitles: Readonly<Record<string, { readonly zh: string }>>;
  readonly reason: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
}

const log = async (query = ''): Promise<Entry[]> => (await auditor.get(`/api/audit?limit=200${query}`)).body.items;
const lastSeq = async (): Promise<number> =>
  (await api.database.auditHead.findUniqueOrThrow({ where: { id: 1 } })).length;

/** The entries that this brought about, the oldest first. */
async function entriesOf(work: () => Promise<unknown>): Promise<Entry[]> {
  const before = await lastSeq();
  await work();
  return (await log()).filter(({ seq }) => seq > before).reverse();
}

/** Parts of an entry that its reader gets by their code alone. */
function partsWithoutWords({ before, after, fieldTitles, action }: Entry): string[] {
  const parts = Object.keys({ ...before, ...after });
  return parts.flatMap((part) => {
    const { zh = part } = fieldTitles[part] ?? {};
    return zh === part ? [`${action} ${part}`] : [];
  });
}

let accounts = 0;
/** An account of its own for a test, with its id. */
async function newAccount(password = OWN): Promise<{ id: string; email: string }> {
  const email = `audited-${(accounts += 1)}@example.org`;
  const offices = [{ role: 'manager', bodyId: 'sh-centre', region: 'SH' }];
  const { status, body } = await admin.post('/api/accounts', { name: '钱主管', email, password, offices });
  expect(status, JSON.stringify(body)).toBe(201);
  return { id: body.id, email };
}

/** Somebody signed in who has set a password of their own. */
async function signedIn(): Promise<{ caller: Caller; id: string }> {
  const { id, email } = await newAccount();
  return { id, caller: await (await Caller.signIn(api.baseUrl, email, OWN)).setPassword(OWN, OTHER) };
}

/** Sets up a second factor. @returns the answer that has the recovery codes */
async function withFactor(caller: Caller) {
  const { secret } = (await caller.post('/api/auth/second-factor', { password: OTHER })).body;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  return caller.post('/api/auth/second-factor/confirm', { code });
}

async function addStore(id: string): Promise<string> {
  const provider = await api.as('provider2');
  const { body } = await provider.post('/api/applications', await application(provider, CODES.provider2));
  await api.database.store.create({
    data: {
      ...{ id, creditCode: CODES.provider2, name: '致远', ownerId: 'demo-provider2', bodyId: 'sh-centre' },
      ...{ region: 'SH/PUDONG', route: 'STANDARD', status: 'NORMAL', establishedOn: '2019-01-01' },
      ...{ openedAt: new Date('2025-08-01T02:00:00Z'), applicationCaseId: body.caseId },
    },
  });
  return body.caseId;
}

async function enteredComment(): Promise<Exchange> {
  const comment = { author: '读者', channel: 'EMAIL', receivedOn: '2025-08-01', text: '建议' };
  return (await api.as('reviewer')).post('/api/regulations/SH_STORE/comments', comment);
}

/** Each audited thing a route does: one call of it, and the entries it has to leave. */
async function nameCover(day: string): Promise<Exchange> {
  const absence = { coverId: 'demo-reviewer2', firstDay: day, lastDay: day, rule: '值班办法' };
  return (await api.as('reviewer')).post('/api/covers', absence);
}

let parties = 0;
/** The hub's manager seals the records of another party each time. */
async function sealedRecords(): Promise<Exchange> {
  const party = `person:sealed-${(parties += 1)}`;
  return (await api.as('hubmanager')).post('/api/hn-net/retention/seals', { party, reason: '涉诉，封存备查' });
}

async function newChannel(): Promise<Exchange> {
  const address = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=audited';
  const channel = { bodyId: 'sh-centre', name: '初审群', format: 'WECOM', roles: ['reviewer'], address };
  return admin.post('/api/webhook-channels', channel);
}

async function declareInterest(): Promise<Exchange> {
  return (await api.as('reviewer')).post('/api/conflicts', { party: CODES.other, relation: '近亲属任职' });
}

let sealedStores = 0;
/** A store whose records are sealed. @returns its id */
async function sealedStore(): Promise<string> {
  const id = `sto-sealed-${(sealedStores += 1)}`;
  await api.database.store.create({
    data: {
      ...{ id, creditCode: CODES.provider2, name: '致远', ownerId: 'demo-provider2', bodyId: 'sh-centre' },
      ...{ region: 'SH/PUDONG', route: 'STANDARD', status: 'CLEARED', establishedOn: '2019-01-01' },
      ...{ openedAt: new Date('2025-08-01T02:00:00Z'), applicationCaseId: id, sealedAt: new Date() },
    },
  });
  return id;
}

/** A manager reads something of a store whose records are sealed. */
async function sealedRead(path: string): Promise<Exchange> {
  return (await api.as('manager')).get(`/api/stores/${await sealedStore()}${path}`);
}

/** A manager reads something of a case that has ended with its store: the review of a product, with a file and a letter. */
async function sealedCaseRead(path: (caseId: string, fileId: string) => string): Promise<Exchange> {
  const storeId = await sealedStore();
  const caseId = `prd-${storeId}`;
  const fileId = await uploaded(await api.as('provider2'));
  const at = new Date('2025-08-10T02:00:00Z');
  await api.database.case.create({
    data: {
      ...{ id: caseId, number: `产审〔2025〕${storeId}号`, kind: 'productReview', regime: 'SH_STORE', revision: 1 },
      ...{ stage: 'STORE_CLEARED', outcome: 'STORE_CLEARED', subject: CODES.provider2, title: '致远' },
      ...{ bodyId: 'sh-centre', region: 'SH/PUDONG', about: `store:${storeId}`, ruleVersion: 1, calendarVersion: 1 },
      ...{ openedAt: at, closedAt: new Date('2025-08-20T02:00:00Z'), opening: {} },
      parties: { create: [{ name: 'provider', party: CODES.provider2 }] },
      bodies: { create: [{ bodyId: 'sh-centre', region: 'SH/PUDONG' }] },
      forms: {
        create: [
          { id: `frm-${caseId}`, version: 1, filedById: 'demo-provider2', filedAt: at, data: { fileIds: [fileId] } },
        ],
      },
    },
  });
  await api.database.letter.create({
    data: {
      ...{
        id: `let-${caseId}`,
        caseId,
        key: 'refusalFound:1',
        template: 'refusalFound',
        number: `函〔2025〕${storeId}号`,
      },
      ...{
        bodyId: 'sh-centre',
        year: '2025',
        serial: 900 + sealedStores,
        issuedOn: '2025-08-10',
        pages: {},
        madeAt: at,
      },
      files: {
        create: [
          {
            locale: 'zh-CN',
            content: Buffer.from('%PDF'),
            size: 4,
            sha256: 'x',
            pageCount: 1,
            seal: 'NONE',
            setAt: at,
          },
        ],
      },
    },
  });
  return (await api.as('manager')).get(path(caseId, fileId));
}

const samples: Readonly<Record<string, () => Promise<readonly [Exchange, readonly AuditAction[]]>>> = {
  'POST /api/accounts': async () => {
    const body = { name: '新', email: 'new@example.org', password: OWN, offices: [] };
    return [await admin.post('/api/accounts', body), ['ACCOUNT_CREATED']];
  },
  'PATCH /api/accounts/{id}': async () => {
    const { id } = await newAccount();
    const body = { name: '改名', email: 'changed@example.org', offices: [] };
    return [
      await admin.patch(`/api/accounts/${id}`, body),
      ['ACCOUNT_CREATED', 'EMAIL_CHANGED', 'OFFICES_CHANGED', 'ACCOUNT_CHANGED'],
    ];
  },
  'GET /api/stores/{id}': async () => [await sealedRead(''), ['SEALED_RECORDS_READ']],
  'GET /api/stores/{id}/points': async () => [await sealedRead('/points'), ['SEALED_RECORDS_READ']],
  'GET /api/stores/{id}/rating-changes': async () => [await sealedRead('/rating-changes'), ['SEALED_RECORDS_READ']],
  'GET /api/stores/{id}/supervision': async () => [await sealedRead('/supervision'), ['SEALED_RECORDS_READ']],
  'GET /api/stores/{id}/similar-products': async () => [await sealedRead('/similar-products'), ['SEALED_RECORDS_READ']],
  'GET /api/cases/{id}': async () => [await sealedCaseRead((id) => `/api/cases/${id}`), ['SEALED_RECORDS_READ']],
  'GET /api/cases/{id}/timeline': async () => [
    await sealedCaseRead((id) => `/api/cases/${id}/timeline`),
    ['SEALED_RECORDS_READ'],
  ],
  'GET /api/cases/{id}/files': async () => [
    await sealedCaseRead((id) => `/api/cases/${id}/files`),
    ['SEALED_RECORDS_READ'],
  ],
  'GET /api/cases/{id}/letters/{key}': async () => [
    await sealedCaseRead((id) => `/api/cases/${id}/letters/${encodeURIComponent('refusalFound:1')}`),
    ['SEALED_RECORDS_READ'],
  ],
  'GET /api/files/{id}': async () => [
    await sealedCaseRead((id, fileId) => `/api/files/${fileId}?caseId=${id}`),
    ['SEALED_RECORDS_READ'],
  ],
  'POST /api/covers': async () => [await nameCover('2025-09-01'), ['COVER_NAMED']],
  'POST /api/covers/{id}/end': async () => {
    const { id } = (await nameCover('2025-09-10')).body;
    return [await (await api.as('manager')).post(`/api/covers/${id}/end`), ['COVER_NAMED', 'COVER_ENDED']];
  },
  'POST /api/conflicts': async () => [await declareInterest(), ['INTEREST_DECLARED']],
  'POST /api/conflicts/{id}/end': async () => {
    const { id } = (await declareInterest()).body;
    const ended = await (await api.as('manager')).post(`/api/conflicts/${id}/end`, { reason: '已不存在' });
    return [ended, ['INTEREST_DECLARED', 'INTEREST_ENDED']];
  },
  'POST /api/hn-net/retention/seals': async () => [await sealedRecords(), ['RECORDS_SEALED']],
  'POST /api/hn-net/retention/seals/{id}/lift': async () => {
    const { id } = (await sealedRecords()).body;
    const path = `/api/hn-net/retention/seals/${id}/lift`;
    return [
      await (await api.as('hubmanager')).post(path, { reason: '诉讼已结束' }),
      ['RECORDS_SEALED', 'RECORDS_UNSEALED'],
    ];
  },
  'POST /api/accounts/{id}/disable': async () => [
    await admin.post(`/api/accounts/${(await newAccount()).id}/disable`),
    ['ACCOUNT_CREATED', 'ACCOUNT_DISABLED'],
  ],
  'POST /api/accounts/{id}/enable': async () => [
    await admin.post(`/api/accounts/${(await newAccount()).id}/enable`),
    ['ACCOUNT_CREATED', 'ACCOUNT_ENABLED'],
  ],
  'POST /api/accounts/{id}/password': async () => [
    await admin.post(`/api/accounts/${(await newAccount()).id}/password`, { password: OTHER }),
    ['ACCOUNT_CREATED', 'PASSWORD_SET'],
  ],
  'POST /api/auth/change-password': async () => {
    const { email } = await newAccount();
    const caller = await Caller.signIn(api.baseUrl, email, OWN);
    return [
      await caller.post('/api/auth/change-password', { currentPassword: OWN, newPassword: OTHER }),
      ['ACCOUNT_CREATED', 'PASSWORD_CHANGED'],
    ];
  },
  'POST /api/auth/second-factor/confirm': async () => {
    const { caller } = await signedIn();
    return [await withFactor(caller), ['ACCOUNT_CREATED', 'PASSWORD_CHANGED', 'SECOND_FACTOR_SET']];
  },
  'POST /api/auth/second-factor/remove': async () => {
    const { caller } = await signedIn();
    const [code = ''] = (await withFactor(caller)).body.recoveryCodes;
    return [
      await caller.post('/api/auth/second-factor/remove', { password: OTHER, code }),
      ['ACCOUNT_CREATED', 'PASSWORD_CHANGED', 'SECOND_FACTOR_SET', 'SECOND_FACTOR_REMOVED'],
    ];
  },
  'POST /api/accounts/{id}/remove-second-factor': async () => {
    const { caller, id } = await signedIn();
    await withFactor(caller);
    return [
      await admin.post(`/api/accounts/${id}/remove-second-factor`, { reason: '手机丢失' }),
      ['ACCOUNT_CREATED', 'PASSWORD_CHANGED', 'SECOND_FACTOR_SET', 'SECOND_FACTOR_REMOVED'],
    ];
  },
  'POST /api/auth/password-resets/{id}': async () => {
    const { email } = await newAccount();
    const id = (await api.anyone.post('/api/auth/password-resets', { email })).body.requestId as string;
    const { data } = await api.database.notice.findUniqueOrThrow({ where: { id: `ntc-${id}` } });
    const { code } = data as { code: string };
    return [
      await api.anyone.post(`/api/auth/password-resets/${id}`, { code, newPassword: OTHER }),
      ['ACCOUNT_CREATED', 'PASSWORD_RESET'],
    ];
  },
  'DELETE /api/auth/sessions/{id}': async () => {
    const { caller } = await signedIn();
    const [session] = (await caller.get('/api/auth/sessions')).body.items;
    return [
      await caller.delete(`/api/auth/sessions/${session.id}`),
      ['ACCOUNT_CREATED', 'PASSWORD_CHANGED', 'SESSION_ENDED'],
    ];
  },
  'PATCH /api/me': async () => [
    await (await api.as('consumer')).patch('/api/me', { refusesCommercialMail: true }),
    ['ACCOUNT_CHANGED'],
  ],
  'PUT /api/rules/{regime}': async () => [
    await admin.put('/api/rules/SH_STORE', { values: { 'trial.orders': 120 }, note: '试点调整' }),
    ['RULES_CHANGED'],
  ],
  'POST /api/calendar/apply': async () => [
    await admin.post('/api/calendar/apply', {
      year: 2027,
      off: '0101 0501 1001-1003',
      work: '',
      source: '国办发明电〔2026〕1号',
    }),
    ['CALENDAR_LOADED'],
  ],
  'POST /api/clock/advance': async () => [
    await admin.post('/api/clock/advance', { to: '2025-09-01T11:00:00+08:00' }),
    ['CLOCK_MOVED'],
  ],
  'POST /api/platform-events': async () => {
    await addStore('sto-facts');
    const facts = [1, 2].map((nth) => ({
      ...{ source: 'platform', sourceId: `s-${nth}`, storeId: 'sto-facts', type: 'SELLER_LOGIN' },
      occurredAt: '2025-08-10T10:00:00+08:00',
    }));
    const lines = facts.map((fact) => JSON.stringify(fact)).join('\n');
    const type = { 'Content-Type': 'application/x-ndjson' };
    return [await admin.send('POST', '/api/platform-events', lines, type), ['FACTS_REPORTED']];
  },
  'POST /api/points/reversals': async () => {
    const [entry] = (await admin.get('/api/stores/sto-facts/points')).body.items;
    const reversal = { storeId: 'sto-facts', eventKeys: [entry.eventKey], reason: '刷单' };
    return [await (await api.as('reviewer')).post('/api/points/reversals', reversal), ['POINTS_REVERSED']];
  },
  'POST /api/points/activity-periods': async () => {
    const period = { name: '秋季活动', firstDay: '2025-10-01', lastDay: '2025-10-31' };
    return [await (await api.as('manager')).post('/api/points/activity-periods', period), ['ACTIVITY_PERIOD_SET']];
  },
  'POST /api/points/recomputations': async () => {
    const newest = await api.database.ruleVersion.findFirstOrThrow({
      where: { regime: 'SH_STORE' },
      orderBy: { version: 'desc' },
    });
    const order = { ruleVersion: newest.version, reason: '积分规则调整' };
    return [await (await api.as('manager')).post('/api/points/recomputations', order), ['POINTS_RECOMPUTED']];
  },
  'POST /api/recommendations': async () => {
    const district = await api.as('district');
    const letter = {
      creditCode: CODES.other,
      department: '浦东新区科经委',
      documentNumber: '9号',
      reason: '服务能力强',
    };
    const body = { ...letter, fileId: await uploaded(district) };
    return [await district.post('/api/recommendations', body), ['RECOMMENDATION_MADE']];
  },
  'POST /api/regulations/{regime}/status': async () => {
    const body = { status: 'CLOSED', on: '2025-08-01', reason: '征求意见期满' };
    return [await (await api.as('manager')).post('/api/regulations/SH_STORE/status', body), ['TEXT_STATUS_CHANGED']];
  },
  'POST /api/regulations/{regime}/texts': async () => {
    const body = { clause: 'SH-STORE 四.5(2)', text: '（2）店铺的有责投诉2次以上；', source: '公开征求意见通知附件' };
    return [await admin.post('/api/regulations/SH_STORE/texts', body), ['CLAUSE_TEXT_LOADED']];
  },
  'POST /api/regulations/{regime}/comments': async () => [await enteredComment(), ['COMMENT_ENTERED']],
  'POST /api/regulations/{regime}/comments/{id}/answers': async () => {
    const { id } = (await enteredComment()).body;
    const path = `/api/regulations/SH_STORE/comments/${id}/answers`;
    return [await (await api.as('reviewer')).post(path, { text: '已采纳' }), ['COMMENT_ENTERED', 'COMMENT_ANSWERED']];
  },
  'PUT /api/notice-templates/{kind}/{template}/additions/{bodyId}': async () => [
    await admin.put('/api/notice-templates/storeApplication/applicationReceived/additions/sh-centre', {
      ...{ zh: '窗口办公时间：工作日 9:00—17:00。', en: 'The counter is open on working days from 9:00 to 17:00.' },
    }),
    ['NOTICE_ADDITION_SET'],
  ],
  'POST /api/webhook-channels': async () => [await newChannel(), ['WEBHOOK_CHANNEL_SET']],
  'PATCH /api/webhook-channels/{id}': async () => {
    const { id } = (await newChannel()).body;
    const changed = await admin.patch(`/api/webhook-channels/${id}`, { active: false });
    return [changed, ['WEBHOOK_CHANNEL_SET', 'WEBHOOK_CHANNEL_SET']];
  },
  'GET /api/cases/export': async () => [
    await (await api.as('manager')).get('/api/cases/export?format=csv&open=true&reason=check'),
    ['CASES_EXPORTED'],
  ],
  'GET /api/figures/export': async () => [
    await (await api.as('manager')).get('/api/figures/export?format=csv'),
    ['FIGURES_EXPORTED'],
  ],
  'GET /api/ah/reports/export': async () => [
    await (await api.as('anhuiplatform')).get('/api/ah/reports/export?period=2025-09'),
    ['FIGURES_EXPORTED'],
  ],
  'GET /api/ah/members/export': async () => [
    await (await api.as('anhuiplatform')).get('/api/ah/members/export?year=2025'),
    ['FIGURES_EXPORTED'],
  ],
  'GET /api/ah/evaluations/{year}/export': async () => [
    await (await api.as('anhui')).get('/api/ah/evaluations/2025/export'),
    ['FIGURES_EXPORTED'],
  ],
  'GET /api/registers/{register}/export': async () => [
    await (await api.as('manager')).get('/api/registers/hn-base.titles/export'),
    ['FIGURES_EXPORTED'],
  ],
  'GET /api/sh-eval/campaigns/{id}/ranking/export': async () => [
    await (await api.as('commission')).get(`/api/sh-eval/campaigns/${await publishedCampaign()}/ranking/export`),
    ['FIGURES_EXPORTED'],
  ],
  'GET /api/sh-eval/assessments/{year}/export': async () => {
    await publishedCampaign();
    return [await (await api.as('commission')).get('/api/sh-eval/assessments/2020/export'), ['FIGURES_EXPORTED']];
  },
  'GET /api/hn-base/calls/{id}/ranking/export': async () => {
    const body = { bodyId: 'hn-dept-province', region: 'HN' };
    const facts = { year: 2026, document: '通知', entries: [] };
    const id = await recordedCase(api.database, { kind: 'baseCall', regime: 'HN_BASE', body, facts });
    const taken = await (await api.as('provincereviewer')).get(`/api/hn-base/calls/${id}/ranking/export`);
    return [taken, ['FIGURES_EXPORTED']];
  },
  'GET /api/ec-centre/reviews/export': async () => [
    await (await api.as('commerce')).get('/api/ec-centre/reviews/export'),
    ['FIGURES_EXPORTED'],
  ],
  'GET /api/cases/{id}/bundle': async () => {
    return [
      await (await api.as('manager')).get(`/api/cases/${await appliedCase()}/bundle?reason=check`),
      ['CASE_EXPORTED'],
    ];
  },
  'GET /api/cases/{id}/archive': async () => {
    return [
      await (await api.as('manager')).get(`/api/cases/${await appliedCase()}/archive?reason=check`),
      ['CASE_EXPORTED'],
    ];
  },
  'GET /api/hn-net/data-packages/{id}': async () => {
    const release = {
      recipient: 'COURT',
      fields: ['order'],
      basis: '调查函',
      releasedAt: '2025-09-26T10:00:00.000+08:00',
    };
    const id = await recordedCase(api.database, { kind: 'authorityRequest', facts: { release } });
    return [await (await api.as('hub')).get(`/api/hn-net/data-packages/${id}`), ['DATA_PACKAGE_TAKEN']];
  },
  'GET /api/audit/export': async () => [await auditor.get('/api/audit/export'), ['AUDIT_EXPORTED']],
};

/** The campaign of 2020 with its results out; it is opened once. */
async function publishedCampaign(): Promise<string> {
  if ((await api.database.case.findUnique({ where: { id: CAMPAIGN.id } })) === null) {
    const term = { validFrom: '2020-01-01', validTo: '2021-12-31' };
    await openCampaign(api, { published: { at: '2021-02-01T10:00:00.000+08:00', link: 'https://example.cn', term } });
  }
  return CAMPAIGN.id;
}

/** A case of an institution that has applied; it applies once. */
async function appliedCase(): Promise<string> {
  const provider = await api.as('provider');
  const [known] = (await provider.get('/api/cases?limit=1')).body.items;
  if (known !== undefined) return known.id;
  return (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
}

const name = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

describe('XC-05.3 the trail of what is changed', () => {
  it('is declared by every route that changes something, and nothing is changed nowhere without a reason', () => {
    for (const route of routes.filter(({ method }) => isChanging(method))) {
      expect(route.trail, name(route)).toBeDefined();
      if (route.trail?.in === 'nowhere') expect(route.trail.because.length, name(route)).toBeGreaterThan(8);
    }
    const audited = routes.filter(({ trail }) => trail?.in === 'audit').map(name);
    expect(Object.keys(samples).sort()).toEqual(audited.sort());
  });

  it.each(Object.keys(samples))('%s leaves what it declares', async (called) => {
    const route = routes.find((one) => name(one) === called)!;
    const before = await lastSeq();
    const [{ status, body }, actions] = await samples[called]!();
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    const entries = (await log()).filter(({ seq }) => seq > before).reverse();
    expect(entries.map(({ action }) => action)).toEqual(actions);
    expect(entries.flatMap(partsWithoutWords)).toEqual([]);
    expect(auditedBy(route.trail)).toContain(entries.at(-1)?.action);
    for (const { address, requestId, actor, action } of entries) {
      expect(address).toMatch(/127\.0\.0\.1$/);
      expect(requestId).not.toBe('');
      // Who shows the code of a mail is not signed in; of whom it is stands as the object.
      const isOpen = route.ability === 'public' && auditedBy(route.trail).includes(action);
      expect(actor).toMatchObject(isOpen ? { kind: 'NOBODY' } : { kind: 'ACCOUNT', name: expect.any(String) });
    }
  });

  it.each(Object.keys(samples).filter((one) => !/^GET |\/(audit|clock|cases|me)\b/.test(one)))(
    '%s leaves nothing where it is refused',
    async (called) => {
      const [method = '', path = ''] = called.split(' ');
      const faulty = await admin.send(method, path.replace(/\{\w+\}/g, 'nobody'), '{"values":{"no.such":1}}', {
        'Content-Type': 'application/json',
      });
      expect(faulty.status).toBeGreaterThanOrEqual(400);
      expect(faulty.status).toBeLessThan(500);
      expect(
        await entriesOf(async () =>
          admin.send(method, path.replace(/\{\w+\}/g, 'nobody'), '{}', { 'Content-Type': 'application/json' }),
        ),
      ).toEqual([]);
    },
  );

  it('tells who reset the password of a manager, from where, and neither password nor session', async () => {
    const { id, email } = await newAccount();
    await Caller.signIn(api.baseUrl, email, OWN);
    const headers = { 'X-Forwarded-For': '198.51.100.4', 'X-Request-Id': 'reset-0001' };
    const [entry] = await entriesOf(() => admin.post(`/api/accounts/${id}/password`, { password: OTHER }, headers));
    expect(entry).toMatchObject({
      action: 'PASSWORD_SET',
      actionTitle: { zh: '管理员设置密码' },
      actor: { kind: 'ACCOUNT', id: 'demo-admin', name: '系统管理员', roles: ['admin'] },
      ...{ address: '198.51.100.4', requestId: 'reset-0001' },
      object: { kind: 'account', id },
      before: { mustChangePassword: true },
      after: { mustChangePassword: true, passwordChanged: true, sessionsEnded: 1 },
    });
    const [mail] = await api.database.notice.findMany({ where: { recipientId: id } });
    expect(mail).toMatchObject({ template: 'passwordSet', recipientEmail: email, status: 'PLANNED', locale: 'zh-CN' });
    const whole = JSON.stringify(await api.database.auditEntry.findMany());
    const secrets = await api.database.account.findMany({ select: { password: true } });
    const sessions = await api.database.session.findMany({ select: { token: true, id: true } });
    const hidden = [
      OWN,
      OTHER,
      TRAINING_PASSWORD,
      ...secrets.map((one) => one.password!),
      ...sessions.flatMap((one) => [one.token, one.id]),
    ];
    for (const secret of hidden) expect(whole).not.toContain(secret);
  });

  it('tells what an account was before and is after, part by part', async () => {
    const { id, email } = await newAccount();
    const offices = [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH/PUDONG' }];
    const entries = await entriesOf(() =>
      admin.patch(`/api/accounts/${id}`, { offices, email: 'moved@example.org', locale: 'en' }),
    );
    expect(entries).toMatchObject([
      { action: 'EMAIL_CHANGED', before: { email }, after: { email: 'moved@example.org' } },
      {
        action: 'OFFICES_CHANGED',
        before: { offices: [{ role: 'manager', bodyId: 'sh-centre', region: 'SH' }] },
        after: { offices },
      },
      { action: 'ACCOUNT_CHANGED', before: { locale: 'zh-CN' }, after: { locale: 'en' } },
    ]);
    // The old address is told, in the language of before, and does not learn the new one.
    const [mail] = await api.database.notice.findMany({ where: { recipientEmail: email } });
    expect(mail).toMatchObject({ template: 'emailChanged', recipientId: null, data: { to: 'm***@example.org' } });
  });

  it('tells values of rules before and after with the reason, and the year of a calendar', async () => {
    const [rules] = await entriesOf(() =>
      admin.put('/api/rules/SH_STORE', { values: { 'trial.orders': 130 }, note: '再调整' }),
    );
    expect(rules).toMatchObject({ object: { kind: 'rules', id: 'SH_STORE' }, reason: '再调整' });
    expect(rules?.after).toEqual({ 'trial.orders': 130, version: (rules?.before?.['version'] as number) + 1 });
    const year = { year: 2028, off: '0101 0501 1001-1003', work: '', source: '国办通知' };
    const [calendar] = await entriesOf(() => admin.post('/api/calendar/apply', year));
    expect(calendar).toMatchObject({
      before: { year: { provisional: true } },
      after: { year: { off: year.off }, scope: 'all' },
      reason: '国办通知',
    });
  });

  it('is left by a first filing that binds an account to its institution', async () => {
    await api.setOffices('supplier', { role: 'provider' });
    const supplier = await api.as('supplier');
    const body = await application(supplier, CODES.other);
    const letters = await api.database.recommendation.deleteMany({ where: { creditCode: CODES.other } });
    expect(letters.count).toBeGreaterThanOrEqual(0);
    const entries = await entriesOf(async () => {
      const { status, body: answer } = await supplier.post('/api/applications', body);
      expect(status, JSON.stringify(answer)).toBe(201);
    });
    expect(entries).toMatchObject([
      {
        action: 'PARTY_BOUND',
        object: { id: 'demo-supplier' },
        before: { party: null },
        after: { party: CODES.other },
      },
    ]);
  });

  it('is left by a bar that a manager lifts, beside the timeline of its case', async () => {
    const caseId = (await api.database.case.findFirstOrThrow({ where: { subject: CODES.provider } })).id;
    const reviewer = await api.as('reviewer');
    await reviewer.post(`/api/cases/${caseId}/actions/rejectApplication`, { reason: '不符合条件' });
    await api.database.bar.create({
      data: {
        ...{
          id: 'bar-audited',
          regime: 'SH_STORE',
          party: CODES.provider,
          ground: 'CLEARANCE',
          clause: 'SH-STORE 四.6',
        },
        ...{ firstDay: '2025-08-30', lastDay: '2026-08-29', firm: false, caseId, createdAt: new Date() },
      },
    });
    const entries = await entriesOf(async () => {
      const lifted = await (await api.as('manager')).post('/api/bars/bar-audited/lift', { reason: '已消除影响' });
      expect(lifted.status, JSON.stringify(lifted.body)).toBe(200);
    });
    expect(entries).toMatchObject([
      {
        action: 'BAR_LIFTED',
        actor: { id: 'demo-manager', name: '周主任', roles: ['manager'] },
        object: { kind: 'bar', id: 'bar-audited' },
        before: { party: CODES.provider, lifted: false },
        after: { lifted: true },
        reason: '已消除影响',
      },
    ]);
  });

  it('is left by a notice that is mailed to oneself with what is of a case, and not by one with a sample', async () => {
    const path = '/api/notice-templates/storeApplication/applicationReceived/test';
    const caseId = await appliedCase();
    const entries = await entriesOf(async () => {
      for (const about of [{}, { caseId }]) expect((await admin.post(path, about)).status).toBe(202);
    });
    expect(entries).toMatchObject([
      {
        ...{ action: 'CASE_NOTICE_TESTED', actor: { kind: 'ACCOUNT', id: 'demo-admin' } },
        object: { kind: 'case', id: caseId },
        after: { notice: 'storeApplication/applicationReceived', noticeId: expect.any(String) },
      },
    ]);
  });

  it('is left by commands too: what the database was filled with names the command', async () => {
    const [first] = (await log('&actor=setup')).slice(-1);
    expect(first).toMatchObject({ action: 'CALENDAR_LOADED', actor: { kind: 'COMMAND', id: 'setup' }, address: null });
    expect((await log('&actor=setup&action=ACCOUNT_CREATED')).map(({ object }) => object.id)).toContain('demo-admin');
  });
});

describe('XC-05.3 lock-outs', () => {
  it('are told once, when they begin, and single failures are not', async () => {
    const strict = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '3', FAILURES_PER_ACCOUNT: '50' } });
    const wrong = (email: string) =>
      strict.anyone.post('/api/auth/sign-in/email', { email, password: 'wrong-as-can-be' });
    const actions = async () =>
      (await strict.database.auditEntry.findMany({ where: { actorKind: 'NOBODY' }, orderBy: { seq: 'asc' } })).map(
        ({ action, objectId, after, address }) => ({ action, objectId, after, address }),
      );
    for (let nth = 0; nth < 3; nth += 1) expect((await wrong('manager@demo.anjuan.test')).status).toBe(401);
    expect(await actions()).toEqual([]);
    const many = await Promise.all(Array.from({ length: 8 }, () => wrong('manager@demo.anjuan.test')));
    expect(many.map(({ status }) => status)).toEqual(many.map(() => 429));
    expect(await actions()).toMatchObject([
      {
        ...{ action: 'SIGN_IN_LOCKED', objectId: 'demo-manager', address: expect.stringMatching(/127\.0\.0\.1$/) },
        after: { failures: 3, minutes: 15, for: 'place' },
      },
    ]);
    for (let nth = 0; nth < 6; nth += 1) await wrong('nobody@example.org');
    const codes = Array.from({ length: 5 }, (_, nth) => `Tracking ${String(nth).repeat(32)}`);
    for (const Authorization of codes) await new Caller(strict.baseUrl, { Authorization }).get('/api/cases/cpl-none');
    expect((await actions()).map(({ action }) => action)).toEqual(['SIGN_IN_LOCKED', 'TRACKING_LOCKED']);
    const caller = await strict.as('reviewer');
    for (let nth = 0; nth < 5; nth += 1)
      await caller.post('/api/auth/change-password', { currentPassword: 'wrong-as-can-be', newPassword: OWN });
    const checks = await strict.database.auditEntry.findMany({ where: { action: 'PASSWORD_CHECK_LOCKED' } });
    expect(checks).toMatchObject([{ actorId: 'demo-reviewer', objectId: 'demo-reviewer' }]);
  });
});

describe('XC-05.3 who reads the audit log', () => {
  it('is the auditor, page by page and by actor, action, object and time', async () => {
    const first = (await auditor.get('/api/audit?limit=2')).body;
    const second = (await auditor.get(`/api/audit?limit=2&cursor=${first.nextCursor}`)).body;
    const seqs = [...first.items, ...second.items].map(({ seq }: Entry) => seq);
    expect(seqs).toEqual([0, 1, 2, 3].map((less) => seqs[0]! - less));
    expect(new Set((await log('&actor=demo-admin')).map(({ actor }) => actor.id))).toEqual(new Set(['demo-admin']));
    expect(new Set((await log('&action=RULES_CHANGED')).map(({ action }) => action))).toEqual(
      new Set(['RULES_CHANGED']),
    );
    expect((await log('&objectKind=account&objectId=demo-manager')).map(({ action }) => action)).toEqual([
      'ACCOUNT_CREATED',
    ]);
    expect(await log('&to=2025-01-01T00:00:00%2B08:00')).toEqual([]);
    expect(await log('&from=2099-01-01T00:00:00%2B08:00')).toEqual([]);
    expect((await auditor.get('/api/audit?action=NOTHING')).status).toBe(422);
    const verdict = (await auditor.get('/api/audit/verify')).body;
    expect(verdict).toEqual({ intact: true, length: await lastSeq(), head: expect.any(String), algorithm: 'sha256' });
    const { body } = await auditor.get('/api/audit/export?action=RULES_CHANGED');
    const exported = (body as string)
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as Entry);
    expect(exported.map(({ seq }) => seq)).toEqual(
      (await log('&action=RULES_CHANGED')).map(({ seq }) => seq).reverse(),
    );
  });

  it('is nobody else, whatever office they hold', async () => {
    for (const account of ['admin', 'manager', 'reviewer', 'district', 'authority', 'provider', 'consumer'])
      for (const path of ['', '/verify', '/export'])
        expect((await (await api.as(account)).get(`/api/audit${path}`)).status, account).toBe(403);
    expect((await api.anyone.get('/api/audit')).status).toBe(401);
  });

  it('changes nothing: every changing route but those of the own account refuses an auditor', async () => {
    const changing = routes.filter(({ method, ability }) => isChanging(method) && ability !== 'public');
    const open = changing.filter(({ ability }) => reachesOf(ability as Ability, 'auditor').length > 0);
    expect(open.map(name).sort()).toEqual([
      'DELETE /api/auth/sessions/{id}',
      'PATCH /api/me',
      'POST /api/auth/change-password',
      'POST /api/auth/second-factor',
      'POST /api/auth/second-factor/confirm',
      'POST /api/auth/second-factor/remove',
      'POST /api/auth/sign-out',
    ]);
    for (const route of changing.filter((one) => !open.includes(one))) {
      const path = route.path.replace(/\{\w+\}/g, 'nothing');
      const answer = await auditor.send(route.method.toUpperCase(), path, '{}', { 'Content-Type': 'application/json' });
      expect([answer.status, answer.body.code], name(route)).toEqual([403, 'NOT_ALLOWED']);
    }
  });

  it('holds no other office: who watches does nothing of what is watched', async () => {
    const both = {
      name: '兼任',
      email: 'both@example.org',
      password: OWN,
      offices: [{ role: 'admin' }, { role: 'auditor' }],
    };
    const { status, body } = await admin.post('/api/accounts', both);
    expect([status, body.errors[0].field]).toEqual([422, 'offices.1']);
    expect((await admin.patch('/api/accounts/demo-auditor', { offices: both.offices })).status).toBe(422);
    expect((await admin.post('/api/accounts', { ...both, offices: [{ role: 'auditor' }] })).status).toBe(201);
  });
});

describe('XC-05.3 a change without its entry', () => {
  const untold = (work: (database: TestApi['database']) => Promise<unknown>) => work(api.context.database);

  it.each<[string, (database: TestApi['database']) => Promise<unknown>]>([
    ['an account', (on) => on.user.update({ where: { id: 'demo-manager' }, data: { name: '改' } })],
    ['an office', (on) => on.office.deleteMany({ where: { userId: 'demo-manager' } })],
    ['a password', (on) => on.account.updateMany({ where: { userId: 'demo-manager' }, data: { password: 'x' } })],
    ['a new password', (on) => resetPassword(on, 'demo-manager', OWN, true, () => Promise.resolve())],
    [
      'a new account',
      (on) =>
        createAccount(on, { name: '无', email: 'untold@example.org', password: OWN, offices: [] }, () =>
          Promise.resolve(),
        ),
    ],
    [
      'rules',
      (on) =>
        on.ruleVersion.create({
          data: { regime: 'SH_STORE', version: 99, values: {}, note: '', createdAt: new Date() },
        }),
    ],
    [
      'a calendar',
      (on) => on.calendarVersion.create({ data: { version: 99, years: {}, note: '', loadedAt: new Date() } }),
    ],
  ])('of %s is refused by the database', async (_what, work) => {
    const before = JSON.stringify([
      await api.database.user.findMany({ include: { offices: true, accounts: true }, orderBy: { id: 'asc' } }),
      await api.database.ruleVersion.count(),
      await api.database.calendarVersion.count(),
    ]);
    await expect(untold(work)).rejects.toThrow(/needs an entry of the audit log/);
    const after = JSON.stringify([
      await api.database.user.findMany({ include: { offices: true, accounts: true }, orderBy: { id: 'asc' } }),
      await api.database.ruleVersion.count(),
      await api.database.calendarVersion.count(),
    ]);
    expect(after).toBe(before);
  });
});
