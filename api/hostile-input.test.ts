/** What no caller of good will sends: it is refused by the name of its field, by every route alike, and nothing falls over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../rules/roles.ts';
import { reachesOf } from './abilities.ts';
import type { Route } from './http/route.ts';
import { routes } from './routes/index.ts';
import type { Caller, Exchange } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, PDF } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let provider: Caller;
let reviewer: Caller;
let admin: Caller;
let caseId: string;
/** Address of a task that the caller of the routes about tasks holds. */
let heldTask: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  [provider, reviewer, admin] = await Promise.all([api.as('provider'), api.as('reviewer'), api.as('admin')]);
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
  const held = { id: `${caseId}:preliminaryReview:1` };
  const holder = ROLES.find((role) => reachesOf('task.work', role).length > 0) as string;
  await api.database.task.update({ where: held, data: { assigneeId: `demo-${holder}` } });
  heldTask = encodeURIComponent(held.id);
  await api.database.store.create({
    data: {
      id: 'sto-1',
      creditCode: CODES.provider,
      name: '上海启明企业服务有限公司',
      ownerId: 'demo-provider',
      bodyId: 'sh-centre',
      region: 'SH/PUDONG',
      route: 'STANDARD',
      status: 'NORMAL',
      establishedOn: '2015-04-01',
      openedAt: new Date('2025-08-01T02:00:00Z'),
      applicationCaseId: caseId,
    },
  });
});

afterAll(async () => {
  const failed = api.failures();
  await databases.stop();
  expect(failed).toEqual([]);
});

const name = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;
const named = (chosen: readonly Route[]) => chosen.map((route) => [name(route), route] as const);

/** Somebody who may use the route. */
async function callerOf({ ability }: Route): Promise<Caller> {
  if (ability === 'public') return api.anyone;
  // What is kept of the Hunan network is its hub's to know.
  if (ability.startsWith('retention.') || ability.startsWith('seal.')) return api.as('hubmanager');
  return api.as(ROLES.find((role) => reachesOf(ability, role).length > 0) as string);
}

/** A route's address: of our case and store where it is about one, and otherwise of nothing. */
function addressOf(route: Route, id?: string): string {
  const ofStore = /^\/api\/(public\/)?stores\//.test(route.path);
  const ofTask = route.path.endsWith('/colleagues');
  const known = route.path.startsWith('/api/cases') ? caseId : ofStore ? 'sto-1' : ofTask ? heldTask : 'none';
  return route.path
    .replace('{id}', id ?? known)
    .replace('{kind}', id ?? 'complaint')
    .replace('{regime}', id ?? 'SH_STORE')
    .replace('{register}', id ?? 'hn-net.providers')
    .replace('{year}', id ?? '2020')
    .replace('{party}', id ?? CODES.provider)
    .replace(/\{\w+\}/g, id ?? 'checkMaterials');
}

/** The fields that were refused, each with a sentence in both languages. */
function fieldsOf({ status, body }: Exchange): string[] {
  expect([status, body.code], JSON.stringify(body)).toEqual([422, 'INVALID_INPUT']);
  for (const { message } of body.errors)
    expect(message).toEqual({ zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/\w/) });
  return body.errors.map(({ field }: { field: string }) => field);
}

const cursorOf = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url');
const NUL = '\0';
const HALF = '\ud83d';

describe('characters that cannot be stored and nesting without end', () => {
  const withBody = routes.filter(({ body, consumes }) => body !== undefined && consumes !== 'file');

  it.each(named(withBody))('%s names what it refuses in a body', async (_name, route) => {
    const caller = await callerOf(route);
    const send = async (body: string) =>
      fieldsOf(
        await caller.send(route.method.toUpperCase(), addressOf(route), body, { 'Content-Type': 'application/json' }),
      );
    expect(await send(JSON.stringify({ note: { deep: [`a${NUL}`] } }))).toEqual(['note.deep.0']);
    expect(await send(JSON.stringify({ [`a${NUL}b`]: 1 }))).toEqual(['a\ufffdb']);
    expect(await send('{"note":"\\ud83d"}')).toEqual(['note']);
    for (const hidden of ['\u200b', '\u202e', '\ufeff', '\u3164'])
      expect(await send(JSON.stringify({ note: `启${hidden}明` }))).toEqual(['note']);
    expect(await send('{"note":"\\ude00\\ud83d"}')).toEqual(['note']);
    const [deep] = await send(`{"note":${'['.repeat(400_000)}${']'.repeat(400_000)}}`);
    expect(deep).toMatch(/^note(\.0){31}$/);
    expect(await send(`{"a":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`)).toHaveLength(1);
  });

  it.each(named(routes.filter(({ params }) => params !== undefined)))('%s in an address', async (_name, route) => {
    const caller = await callerOf(route);
    const body = route.body === undefined ? undefined : '{}';
    const send = (id: string) =>
      caller.send(
        route.method.toUpperCase(),
        addressOf(route, id),
        body,
        body === undefined ? {} : { 'Content-Type': 'application/json' },
      );
    expect(fieldsOf(await send('%00')).length).toBeGreaterThan(0);
    expect(fieldsOf(await send('a%00b')).length).toBeGreaterThan(0);
    expect((await send('%ED%A0%BD')).status).toBe(404);
  });

  it.each(named(routes.filter(({ query }) => query !== undefined)))('%s in a query', async (_name, route) => {
    const caller = await callerOf(route);
    const hidden = await caller.send(route.method.toUpperCase(), `${addressOf(route)}?q=a%E2%80%8Bb`);
    expect(fieldsOf(hidden)).toEqual(['q']);
    const answer = await caller.send(route.method.toUpperCase(), `${addressOf(route)}?q=%00&q%00=1`);
    expect(fieldsOf(answer).sort()).toEqual(['q', 'q\ufffd']);
  });

  it('SH-STORE-03.4 in each field of an application', async () => {
    const body = await application(provider, CODES.provider);
    for (const field of ['abilityText', 'equipment', 'discountPolicy', 'contribution'] as const) {
      for (const bad of [NUL, HALF]) {
        const figures = { ...(body['figures'] as object), [field]: `服务${bad}` };
        for (const path of ['/api/applications', '/api/applications/check']) {
          const sent = path.endsWith('check') ? { figures } : { ...body, figures };
          expect(fieldsOf(await provider.post(path, sent)), field).toEqual([`figures.${field}`]);
        }
      }
    }
    expect(
      fieldsOf(await provider.post('/api/drafts', { kind: 'storeApplication', data: { figures: { equipment: NUL } } })),
    ).toEqual(['data.figures.equipment']);
  });

  it('XC-05.3 in an action, before the case hears of it', async () => {
    const before = api.gateway.acted.length;
    const url = `/api/cases/${caseId}/actions/rejectApplication`;
    for (const bad of [NUL, HALF])
      expect(fieldsOf(await reviewer.post(url, { reason: `不符${bad}` }))).toEqual(['reason']);
    expect(fieldsOf(await reviewer.post(`/api/cases/${caseId}/actions/signCommitment`, { fileId: NUL }))).toEqual([
      'fileId',
    ]);
    expect(api.gateway.acted.length).toBe(before);
  });

  it('SH-EVAL-10.18 in one line of facts, which keeps none of the others out', async () => {
    const fact = (sourceId: string) => ({
      sourceId,
      storeId: 'sto-1',
      occurredAt: '2025-08-20T10:00:00+08:00',
      type: 'ORDER_COMPLETED',
      orderId: sourceId,
    });
    const lines = [fact('a'), fact(`b${NUL}`), fact(`c${HALF}`), { ...fact('d'), more: '[' }, fact('e')];
    const deep = `{"sourceId":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { status, body } = await admin.send(
      'POST',
      '/api/platform-events',
      [...lines.map((line) => JSON.stringify(line)), deep].join('\n'),
      { 'Content-Type': 'application/x-ndjson' },
    );
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.results.map((result: { status: string }) => result.status)).toEqual([
      'ACCEPTED',
      'REFUSED',
      'REFUSED',
      'REFUSED',
      'ACCEPTED',
      'REFUSED',
    ]);
    expect(body.results[1].errors.map(({ field }: { field: string }) => field)).toEqual(['sourceId', 'orderId']);
  });

  it('keeps the refusal under an idempotency key, whatever the fields are called', async () => {
    const headers = { 'Idempotency-Key': 'hostile-1' };
    const url = `/api/cases/${caseId}/actions/checkMaterials`;
    const sent = { items: { [`licence${'x'.repeat(200)}`]: 'OK' } };
    const first = await reviewer.post(url, sent, headers);
    const again = await reviewer.post(url, sent, headers);
    expect([first.status, again.body]).toEqual([422, first.body]);
  });

  it('in what a session is shown with, or a file is called', async () => {
    for (const token of ['%00', '%00.abc', 'a%ED%A0%BD'])
      expect((await api.anyone.send('GET', '/api/me', undefined, { Authorization: `Bearer ${token}` })).status).toBe(
        401,
      );
    expect(
      (await api.anyone.send('GET', '/api/me', undefined, { Cookie: 'anjuan.session_token=%00.abc' })).status,
    ).toBe(401);
    expect((await provider.upload(`a${HALF}b.pdf`, PDF, 'application/pdf')).status).toBe(201);
  });
});

describe('moments and days no deadline can be reckoned with', () => {
  it('XC-01.2 of an appointment', async () => {
    const url = `/api/cases/${caseId}/actions/passPreliminaryReview`;
    for (const at of ['9999-12-31T23:00:00Z', '0000-01-01T00:00:00Z', '2200-01-01T00:00:00+08:00'])
      expect(fieldsOf(await reviewer.post(url, { interview: { at, place: '二楼' } }))).toEqual(['interview.at']);
  });

  it('of a form', async () => {
    const body = await application(provider, CODES.provider);
    const figures = { ...(body['figures'] as object), penalties: [{ decidedOn: '9999-12-31', rectified: true }] };
    expect(fieldsOf(await provider.post('/api/applications', { ...body, figures }))).toEqual([
      'figures.penalties.0.decidedOn',
    ]);
  });

  it('of a fact', async () => {
    const fact = { sourceId: 'z', storeId: 'sto-1', type: 'SELLER_LOGIN', occurredAt: '0000-06-01T00:00:00Z' };
    expect(fieldsOf(await admin.post('/api/platform-events', fact))).toEqual(['occurredAt']);
  });
});

describe('cursors that were made up', () => {
  const paged = routes.filter(({ query }) => query !== undefined && 'cursor' in (query as { shape?: object }).shape!);

  /** A page that needs more than a cursor, up to where the cursor goes. */
  const pageOf = (route: Route) => `${addressOf(route)}?${route.path.endsWith('/ranking') ? 'category=LEGAL&' : ''}`;

  it.each(named(paged))('%s', async (_name, route) => {
    const caller = await callerOf(route);
    // There is no campaign here.
    const status = route.path.startsWith('/api/sh-eval/campaigns/') ? 404 : 200;
    expect((await caller.get(pageOf(route))).status).toBe(status);
    for (const position of [
      ['x', 'y'],
      ['2025-09-01T10:00:00+08:00', NUL],
      ['9999-12-31T23:59:59Z', 'y'],
      ['0000-01-01T00:00:00Z', 'y'],
      [0, 'x', 'y'],
      [2 ** 40, '2025-09-01T10:00:00+08:00', 'y'],
      2 ** 40,
      -(2 ** 40),
      NUL,
      HALF,
      '',
      null,
      {},
    ])
      expect(fieldsOf(await caller.get(`${pageOf(route)}cursor=${cursorOf(position)}`))).toEqual(['cursor']);
    const deep = '['.repeat(300);
    expect(fieldsOf(await caller.get(`${pageOf(route)}cursor=${Buffer.from(deep).toString('base64url')}`))).toEqual([
      'cursor',
    ]);
  });
});
