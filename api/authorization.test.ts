import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRAINING_PASSWORD } from '../prisma/seed.ts';
import { ACCOUNT_ROLES, type Office, type Role } from '../rules/roles.ts';
import { ABILITIES, reachesOf, type Ability } from './abilities.ts';
import type { Route } from './http/route.ts';
import { routes } from './routes/index.ts';
import { Caller, type Exchange } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, uploaded } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let caseId: string;
let taskId: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
  taskId = (await api.database.task.findFirstOrThrow({ where: { caseId } })).id;
  await api.database.bar.create({
    data: {
      id: 'bar-1',
      regime: 'SH_STORE',
      party: CODES.provider,
      ground: 'CLEARANCE',
      clause: 'SH-STORE 四.6',
      firstDay: '2025-08-30',
      lastDay: '2026-08-29',
      firm: false,
      caseId,
      createdAt: new Date(),
    },
  });
  const district = await api.as('district');
  for (const creditCode of [CODES.provider, CODES.other]) {
    const letter = { creditCode, department: '浦东新区科经委', documentNumber: '1号', reason: '服务能力强' };
    const sent = await district.post('/api/recommendations', { ...letter, fileId: await uploaded(district) });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  }
});

afterAll(() => databases.stop());

const name = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

describe('the table of routes', () => {
  it('names an ability of the table for every route', () => {
    for (const route of routes) expect([...Object.keys(ABILITIES), 'public'], name(route)).toContain(route.ability);
  });

  it('leaves these addresses open to everybody, by name', () => {
    expect(
      routes
        .filter(({ ability }) => ability === 'public')
        .map(name)
        .sort(),
    ).toEqual([
      'GET /api/ah/bulletins',
      'GET /api/ah/network',
      'GET /api/ah/residents',
      'GET /api/ec-centre/centres',
      'GET /api/ec-centre/directory',
      'GET /api/hn-net/agreements',
      'GET /api/hn-net/bulletins',
      'GET /api/hn-net/information',
      'GET /api/hn-net/network',
      'GET /api/hn-net/offers',
      'GET /api/hn-net/operation',
      'GET /api/hn-net/platforms/{id}',
      'GET /api/hn-net/promotions',
      'GET /api/hn-net/providers/{party}',
      'GET /api/hn-net/providers/{party}/evaluations',
      'GET /api/hn-net/providers/{party}/proofs/{id}',
      'GET /api/hn-net/rules/{id}',
      'GET /api/intakes',
      'GET /api/openapi.json',
      'GET /api/public/stores',
      'GET /api/public/stores/{id}',
      'GET /api/registers',
      'GET /api/registers/{register}',
      'GET /api/regulations',
      'GET /api/regulations/{regime}/clauses',
      'GET /api/sh-eval/assessments',
      'GET /api/sh-eval/assessments/{year}',
      'GET /api/stores/publicised',
      'GET /api/vocabulary',
      'POST /api/auth/password-resets',
      'POST /api/auth/password-resets/{id}',
      'POST /api/auth/sign-in/email',
      'POST /api/intakes/{kind}',
      'POST /api/intakes/{kind}/confirm',
    ]);
  });

  it('gives no ability that no route uses, and serves no address twice', () => {
    const used = new Set(routes.map(({ ability }) => ability));
    expect(Object.keys(ABILITIES).filter((ability) => !used.has(ability as Ability))).toEqual([]);
    expect(new Set(routes.map(name)).size).toBe(routes.length);
  });

  it('XC-05.5 lets no administrator decide, and nobody near the cases of others', () => {
    const abilities = Object.keys(ABILITIES) as Ability[];
    for (const ability of ['points.reverse', 'bar.lift', 'application.file'] as const)
      expect(reachesOf(ability, 'admin')).toEqual([]);
    for (const member of ['provider', 'consumer'] as const) {
      expect(abilities.filter((ability) => reachesOf(ability, member).includes('scope'))).toEqual([]);
      expect(reachesOf('case.read', member)).toEqual(['own']);
    }
  });

  it('XC-05.5 gives nothing to a role it does not name', () => {
    for (const role of ['invented', 'constructor', '__proto__'])
      for (const ability of Object.keys(ABILITIES) as Ability[])
        expect(reachesOf(ability, role as Role), `${role} ${ability}`).toEqual([]);
  });

  it('HN-NET-20.1 gives somebody with a tracking code the cases of their own and nothing else', () => {
    const may = (Object.keys(ABILITIES) as Ability[]).filter((ability) => reachesOf(ability, 'contact').length > 0);
    expect(may).toEqual(['file.upload', 'file.read', 'case.read', 'case.act']);
    for (const ability of may) expect(reachesOf(ability, 'contact'), ability).toEqual(['own']);
  });
});

/** A request that fits the address; whether it fits the schema does not matter here: authorisation comes first. */
function request(caller: Caller, route: Route): Promise<Exchange> {
  const path = route.path
    .replace('/api/cases/{id}', `/api/cases/${caseId}`)
    .replace('/api/tasks/{id}', `/api/tasks/${encodeURIComponent(taskId)}`)
    .replace(/\{\w+\}/g, 'nothing');
  return route.method === 'get'
    ? caller.get(path)
    : caller.send(route.method.toUpperCase(), path, '{"faulty":', { 'Content-Type': 'application/json' });
}

const guarded = routes.filter((route) => route.ability !== 'public');

describe.each(ACCOUNT_ROLES)('as %s', (role) => {
  it.each(guarded.map((route) => [name(route), route] as const))('%s', async (_name, route) => {
    // One of the routes ends the session it is called with.
    const ends = route.path === '/api/auth/sign-out';
    const caller = ends ? await Caller.signIn(api.baseUrl, `${role}@demo.anjuan.test`) : await api.as(role);
    const { status, body } = await request(caller, route);
    const allowed = reachesOf(route.ability as Ability, role).length > 0;
    const byAbility = status === 403 && body.facts?.ability === route.ability;
    expect(byAbility, JSON.stringify(body)).toBe(!allowed);
    expect(status).not.toBe(401);
    expect(status).toBeLessThan(500);
  });
});

describe('without any office', () => {
  it.each(guarded.map((route) => [name(route), route] as const))('%s', async (_name, route) => {
    const email = 'nobody@example.org';
    const account = { name: '无职务', email, password: TRAINING_PASSWORD, offices: [] };
    await (await api.as('admin')).post('/api/accounts', account);
    const { status, body } = await request(await Caller.signIn(api.baseUrl, email), route);
    const byAbility = status === 403 && body.facts?.ability === route.ability;
    expect(byAbility, JSON.stringify(body)).toBe(route.ability !== 'account.self');
  });
});

describe('signed out', () => {
  it.each(guarded.map((route) => [name(route), route] as const))('%s', async (_name, route) => {
    const { status, body, headers } = await request(api.anyone, route);
    expect([status, body.code]).toEqual([401, 'NOT_SIGNED_IN']);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

/** An office of these parts, undefined ones left out. */
function held(role: Role, { bodyId, region }: Record<'bodyId' | 'region', string | undefined>): Office {
  return { role, ...(bodyId !== undefined && { bodyId }), ...(region !== undefined && { region }) };
}

describe('XC-05.5 whose case it is', () => {
  const addresses = ['', '/timeline'];

  it.each([
    ['provider', 200],
    ['provider2', 404],
    ['reviewer', 200],
    ['reviewer2', 200],
    ['manager', 200],
    ['admin', 200],
    ['district', 403],
    ['authority', 403],
    ['consumer', 404],
  ])('%s is answered %i', async (account, status) => {
    const caller = await api.as(account);
    for (const address of addresses)
      expect((await caller.get(`/api/cases/${caseId}${address}`)).status, address).toBe(status);
    const { body } = await caller.get('/api/cases');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(status === 200 ? [caseId] : []);
  });

  it.each([
    ['another body', { bodyId: 'sh-commission', region: 'SH' }, 403],
    ['another region', { bodyId: 'sh-centre', region: 'SH/XUHUI' }, 403],
    ['a region whose name begins alike', { bodyId: 'sh-centre', region: 'SH/PUD' }, 403],
    ['the very region', { bodyId: 'sh-centre', region: 'SH/PUDONG' }, 200],
    ['no region', { bodyId: 'sh-centre', region: undefined }, 403],
    ['no body', { bodyId: undefined, region: 'SH' }, 403],
  ])('a reviewer of %s', async (_what, place, status) => {
    await api.setOffices('reviewer2', held('reviewer', place));
    const caller = await api.as('reviewer2');
    const answers = [
      await caller.get(`/api/cases/${caseId}`),
      await caller.get(`/api/cases/${caseId}/timeline`),
      await caller.get(`/api/cases/${caseId}/timeline/verify`),
      await caller.get(`/api/cases/${caseId}/bundle?reason=check`),
    ];
    const act = await caller.post(`/api/cases/${caseId}/actions/checkMaterials`, { items: {} });
    const claim = await caller.post(`/api/tasks/${encodeURIComponent(taskId)}/claim`);
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
    if (status === 403) {
      expect([act.status, act.body.code, claim.status, claim.body.code]).toEqual([
        403,
        'OUT_OF_SCOPE',
        403,
        'OUT_OF_SCOPE',
      ]);
      expect((await caller.get('/api/cases')).body.items).toEqual([]);
      expect((await caller.get('/api/tasks?view=all')).body.items).toEqual([]);
      expect((await caller.get(`/api/notices?caseId=${caseId}`)).body.items).toEqual([]);
    } else {
      expect((await caller.get('/api/cases')).body.items).toHaveLength(1);
    }
    await api.setOffices('reviewer2', held('reviewer', { bodyId: 'sh-centre', region: 'SH' }));
  });

  it.each([
    ['another body', { bodyId: 'sh-commission', region: 'SH' }, [], []],
    ['another region', { bodyId: 'sh-centre', region: 'SH/XUHUI' }, [], []],
    ['no region', { bodyId: 'sh-centre', region: undefined }, [], []],
    ['no body', { bodyId: undefined, region: 'SH' }, [], []],
    ['the very region', { bodyId: 'sh-centre', region: 'SH/PUDONG' }, ['bar-1'], [CODES.other, CODES.provider]],
    ['the whole city', { bodyId: 'sh-centre', region: 'SH' }, ['bar-1'], [CODES.other, CODES.provider]],
  ])('a reviewer or manager of %s sees the bars and letters of there', async (_what, place, bars, letters) => {
    for (const account of ['reviewer2', 'manager']) {
      const role = account === 'manager' ? 'manager' : 'reviewer';
      await api.setOffices(account, held(role, place));
      const caller = await api.as(account);
      const seen = async (path: string) => (await caller.get(path)).body.items as { id: string; creditCode: string }[];
      expect((await seen('/api/bars')).map((bar) => bar.id)).toEqual(bars);
      expect((await seen('/api/recommendations')).map(({ creditCode }) => creditCode).sort()).toEqual(
        [...letters].sort(),
      );
      const asked = await seen(`/api/recommendations?creditCode=${CODES.other}`);
      expect(asked).toHaveLength(letters.length === 0 ? 0 : 1);
      if (bars.length === 0) {
        const lift = await caller.post('/api/bars/bar-1/lift', { reason: '已消除影响' });
        expect(lift.status).toBe(403);
      }
      await api.setOffices(account, held(role, { bodyId: 'sh-centre', region: 'SH' }));
    }
  });

  it('shows an institution its own bars and letters, and a department the letters it wrote', async () => {
    const lengths = async (account: string) => {
      const caller = await api.as(account);
      return [
        (await caller.get('/api/bars')).body.items?.length,
        (await caller.get('/api/recommendations')).body.items?.length,
      ];
    };
    expect(await lengths('provider')).toEqual([1, 1]);
    expect(await lengths('provider2')).toEqual([0, 0]);
    expect(await lengths('district')).toEqual([undefined, 2]);
    expect(await lengths('authority')).toEqual([undefined, 0]);
    expect(await lengths('consumer')).toEqual([undefined, undefined]);
  });

  it('adds up over the offices of an account, in lists and in what it may do', async () => {
    const reviewer = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/XUHUI' } as const;
    const caller = await api.as('reviewer2');
    const seen = async () => (await caller.get('/api/cases')).body.items.map(({ id }: { id: string }) => id);
    await api.setOffices('reviewer2', reviewer, { role: 'provider', party: CODES.other });
    expect(await seen()).toEqual([]);
    expect((await caller.get(`/api/cases/${caseId}`)).status).toBe(403);
    await api.setOffices('reviewer2', reviewer, { role: 'provider', party: CODES.provider });
    expect(await seen()).toEqual([caseId]);
    const own = await caller.get(`/api/cases/${caseId}`);
    expect(own.body.actions.map(({ name: action }: { name: string }) => action)).toEqual([
      'withdraw',
      'correctContact',
    ]);
    expect([own.body.tasks, own.body.parties, own.body.bodies]).toEqual([[], [], []]);
    expect((await caller.get('/api/tasks?view=all')).body.items).toEqual([]);
    const act = await caller.post(`/api/cases/${caseId}/actions/checkMaterials`, { items: {} });
    expect([act.status, act.body.code]).toEqual([403, 'OUT_OF_SCOPE']);
    await api.setOffices('reviewer2', held('reviewer', { bodyId: 'sh-centre', region: 'SH' }));
  });

  it('shows the parties and the bodies of a case to the body that handles it', async () => {
    const { body } = await (await api.as('reviewer')).get(`/api/cases/${caseId}`);
    expect(body.parties).toEqual([
      { name: 'applicant', title: { zh: '服务机构', en: 'Service institution' }, party: CODES.provider },
    ]);
    expect(body.bodies).toMatchObject([{ bodyId: 'sh-centre', region: 'SH/PUDONG' }]);
    expect(body.bodies[0].title.zh).toContain('中心');
  });

  it('SH-STORE-05.1 XC-05.5 refuses an action to a role its contract does not name', async () => {
    const manager = await (
      await api.as('manager')
    ).post(`/api/cases/${caseId}/actions/checkMaterials`, { items: { licence: 'OK' } });
    expect([manager.status, manager.body.code, manager.body.facts.allowed]).toEqual([403, 'NOT_ALLOWED', ['reviewer']]);
    const admin = await (
      await api.as('admin')
    ).post(`/api/cases/${caseId}/actions/rejectApplication`, { reason: '无' });
    expect(admin.status).toBe(403);
    const provider = await (await api.as('provider')).post(`/api/cases/${caseId}/actions/passInterview`, {});
    expect(provider.status).toBe(403);
  });

  it('shows an institution the notices that were sent to it and staff those of their cases', async () => {
    const own = await (await api.as('provider')).get('/api/notices');
    expect(own.body.items).toHaveLength(1);
    const id = own.body.items[0].id as string;
    expect((await (await api.as('provider')).get(`/api/notices/${id}`)).body).toMatchObject({
      template: 'applicationReceived',
      status: 'PLANNED',
    });
    expect((await (await api.as('provider2')).get(`/api/notices/${id}`)).status).toBe(404);
    expect((await (await api.as('provider2')).get('/api/notices')).body.items).toEqual([]);
    // To the account that filed, and to the contact of the form.
    expect((await (await api.as('manager')).get(`/api/notices?caseId=${caseId}`)).body.items).toHaveLength(2);
    expect((await (await api.as('district')).get(`/api/notices?caseId=${caseId}`)).body.items).toEqual([]);
  });

  it('XC-04 lets the recipient of a notice say that it was read, once, and nobody else', async () => {
    const provider = await api.as('provider');
    const { id } = (await provider.get('/api/notices?unread=true')).body.items[0] as { id: string };
    for (const account of ['provider2', 'reviewer', 'manager', 'admin', 'district']) {
      const { status, body } = await (await api.as(account)).post(`/api/notices/${id}/acknowledge`);
      expect([status, body.code], account).toEqual([404, 'NOT_FOUND']);
    }
    expect((await provider.get('/api/notices?unread=false')).body.items).toEqual([]);
    const { items } = (await provider.get('/api/notices?unread=true&limit=200')).body;
    expect((await provider.get('/api/notices/counts')).body).toEqual({ unread: items.length });
    const { status, body } = await provider.post(`/api/notices/${id}/acknowledge`);
    expect([status, body.id, body.acknowledgedAt]).toEqual([200, id, '2025-09-01T10:00:00.000+08:00']);
    api.setNow('2025-09-02T10:00:00+08:00');
    expect((await provider.post(`/api/notices/${id}/acknowledge`)).body).toEqual(body);
    api.setNow('2025-09-01T10:00:00+08:00');
    expect((await provider.get('/api/notices?unread=true')).body.items).toEqual([]);
    expect((await provider.get('/api/notices/counts')).body).toEqual({ unread: 0 });
    expect((await provider.get('/api/notices?unread=false')).body.items).toEqual([body]);
    // Staff see that it was read, and have none of their own to read.
    const manager = await api.as('manager');
    expect((await manager.get(`/api/notices/${id}`)).body.acknowledgedAt).toBe(body.acknowledgedAt);
    expect((await manager.get('/api/notices?unread=true')).body.items).toEqual([]);
    expect((await manager.get('/api/notices?unread=false')).body.items).toEqual([]);
  });

  it('SH-STORE-02.3 XC-04.1 shows an account the notices that were sent to its address before it was made', async () => {
    const invited = await (
      await api.as('reviewer')
    ).post('/api/invitations', {
      institution: {
        creditCode: CODES.other,
        name: '受邀机构',
        region: 'SH/PUDONG',
        contactName: '李四',
        contactEmail: 'Li_Si@Example.org',
      },
      reasons: ['REPUTATION'],
    });
    expect(invited.status, JSON.stringify(invited.body)).toBe(201);
    const admin = await api.as('admin');
    for (const email of ['li_si@example.org', 'li-si@example.org'])
      await admin.post('/api/accounts', {
        name: '李四',
        email,
        password: TRAINING_PASSWORD,
        offices: [{ role: 'provider' }],
      });
    const other = await Caller.signIn(api.baseUrl, 'li-si@example.org');
    expect((await other.get('/api/notices')).body.items).toEqual([]);
    const own = await Caller.signIn(api.baseUrl, 'li_si@example.org');
    const [notice] = (await own.get('/api/notices?unread=true')).body.items;
    expect(notice).toMatchObject({ caseId: invited.body.caseId, recipientEmail: 'Li_Si@example.org' });
    expect((await own.get(`/api/notices/${notice.id}`)).status).toBe(200);
    expect((await other.post(`/api/notices/${notice.id}/acknowledge`)).status).toBe(404);
    expect((await own.post(`/api/notices/${notice.id}/acknowledge`)).body.acknowledgedAt).not.toBeNull();
  });
});
