import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../rules/refusal.ts';
import { text } from '../rules/text.ts';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, uploaded } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let provider: Caller;
let reviewer: Caller;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  provider = await api.as('provider');
  reviewer = await api.as('reviewer');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
});

afterEach(() => {
  api.gateway.nextFailure = null;
  api.gateway.isReady = true;
});

afterAll(() => databases.stop());

describe('every answer', () => {
  it.each(['/api/me', '/api/nothing', '/health/live', '/api/openapi.json', '/nothing'])(
    'of %s carries the headers that keep a browser from guessing',
    async (path) => {
      const { headers } = await provider.get(path);
      expect(
        Object.fromEntries(
          [...headers].filter(
            ([name]) =>
              ![
                'date',
                'x-request-id',
                'content-length',
                'ratelimit',
                'ratelimit-policy',
                'content-type',
                'keep-alive',
                'connection',
                'cache-control',
                'transfer-encoding',
              ].includes(name),
          ),
        ),
      ).toMatchInlineSnapshot(`
      {
        "content-security-policy": "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "origin-agent-cluster": "?1",
        "referrer-policy": "no-referrer",
        "strict-transport-security": "max-age=31536000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "x-dns-prefetch-control": "off",
        "x-download-options": "noopen",
        "x-frame-options": "DENY",
        "x-permitted-cross-domain-policies": "none",
        "x-xss-protection": "0",
      }
    `);
      if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('etag')).toBeNull();
    },
  );

  it('keeps a well-formed request id and makes one otherwise', async () => {
    expect(
      (await provider.send('GET', '/api/me', undefined, { 'X-Request-Id': 'trace-0123456789' })).headers.get(
        'x-request-id',
      ),
    ).toBe('trace-0123456789');
    const made = await provider.send('GET', '/api/me', undefined, { 'X-Request-Id': 'bad id; drop' });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('problems', () => {
  it('say code, both languages and where to look, in the reader’s language', async () => {
    const { status, body, headers } = await provider.send('GET', '/api/cases/app-none', undefined, {
      'Accept-Language': 'en-GB',
      'X-Request-Id': 'trace-problem-1',
    });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toEqual({
      type: 'urn:anjuan:problem:NOT_FOUND',
      title: 'Not found',
      status,
      detail: 'There is no such case.',
      code: 'NOT_FOUND',
      message: { zh: '没有这个案件。', en: 'There is no such case.' },
      instance: 'urn:anjuan:request:trace-problem-1',
    });
    expect((await provider.get('/api/cases/app-none')).body.detail).toBe('没有这个案件。');
  });

  it.each([
    ['an address nobody serves', 'GET', '/api/nothing', undefined, {}, 404, 'NOT_FOUND'],
    ['an address outside the API', 'GET', '/nothing', undefined, {}, 404, 'NOT_FOUND'],
    ['a broken address', 'GET', '/api/cases/%E0%A4%A', undefined, {}, 404, 'NOT_FOUND'],
    ['an id that is none', 'GET', '/api/cases/..%2f..%2fetc', undefined, {}, 422, 'INVALID_INPUT'],
    ['another method', 'DELETE', '/api/cases', undefined, {}, 405, 'METHOD_NOT_ALLOWED'],
    ['JSON that is none', 'POST', '/api/drafts', '{"data":', { 'Content-Type': 'application/json' }, 400, 'MALFORMED'],
    ['a bare value', 'POST', '/api/drafts', '7', { 'Content-Type': 'application/json' }, 400, 'MALFORMED'],
    ['another type', 'POST', '/api/drafts', '<a/>', { 'Content-Type': 'application/xml' }, 415, 'UNSUPPORTED_TYPE'],
    [
      'too much',
      'POST',
      '/api/drafts',
      JSON.stringify({ data: { a: 'x'.repeat(1_100_000) } }),
      { 'Content-Type': 'application/json' },
      413,
      'TOO_LARGE',
    ],
    ['no body', 'POST', '/api/drafts', undefined, {}, 422, 'INVALID_INPUT'],
    ['an unknown query', 'GET', '/api/cases?colour=red', undefined, {}, 422, 'INVALID_INPUT'],
    ['a query given twice', 'GET', '/api/cases?kind=a&kind=b', undefined, {}, 422, 'INVALID_INPUT'],
    ['a page of nothing', 'GET', '/api/cases?limit=0', undefined, {}, 422, 'INVALID_INPUT'],
    ['a page of too much', 'GET', '/api/cases?limit=201', undefined, {}, 422, 'INVALID_INPUT'],
    ['a cursor we did not make', 'GET', '/api/cases?cursor=abc', undefined, {}, 422, 'INVALID_INPUT'],
    [
      'a polluted prototype',
      'POST',
      '/api/drafts',
      '{"kind":"storeApplication","data":{},"__proto__":{"admin":true}}',
      { 'Content-Type': 'application/json' },
      422,
      'INVALID_INPUT',
    ],
    [
      'a key that is none',
      'POST',
      '/api/drafts',
      '{"kind":"storeApplication","data":{}}',
      { 'Content-Type': 'application/json', 'Idempotency-Key': 'a b' },
      422,
      'INVALID_INPUT',
    ],
  ])('answer %s', async (_what, method, path, body, headers, status, code) => {
    const answer = await provider.send(method, path, body, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET');
    if (status === 422) expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  it('tell nothing of an unexpected error but its id, and the log tells its place without the values of the query', async () => {
    api.gateway.nextFailure = Object.assign(new Error('SELECT secret FROM "User"; boom'), {
      name: 'PrismaClientUnknownRequestError',
    });
    const { status, body, headers } = await reviewer.post(`/api/cases/${caseId}/actions/checkMaterials`, {
      items: { licence: 'OK' },
    });
    expect([status, body.code]).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(body)).not.toMatch(/SELECT|boom|Prisma|at .*\.ts/);
    const line = api
      .logged()
      .split('\n')
      .find((entry) => entry.includes('request failed') && entry.includes(headers.get('x-request-id') ?? '-'));
    expect(line).toContain('PrismaClientUnknownRequestError');
    expect(line).not.toContain('boom');
  });

  it('come as 503 and 504 when the engine does not answer', async () => {
    api.gateway.nextFailure = new Refusal('OUTCOME_UNKNOWN', { message: text('未知', 'unknown') });
    const { status, body } = await reviewer.post(`/api/cases/${caseId}/actions/checkMaterials`, {
      items: { licence: 'OK' },
    });
    expect([status, body.code]).toEqual([504, 'OUTCOME_UNKNOWN']);
  });
});

describe('the log', () => {
  it('holds no e-mail, name, telephone, token or query value, and every failed authorisation', async () => {
    await api.anyone.post('/api/auth/sign-in/email', {
      email: 'manager@demo.anjuan.test',
      password: 'guess-guess-guess',
    });
    await provider.get('/api/cases?q=%E5%BC%A0%E4%B8%89');
    await (await api.as('consumer')).get('/api/tasks');
    const log = api.logged();
    expect(log).not.toMatch(/@demo|张三|%E5%BC%A0|zhang\.san|55667788|guess-guess|Bearer|session_token/);
    expect(log).toContain('"authorisation failed"');
    expect(log).toMatch(/"code":"NOT_ALLOWED","account":"demo-consumer","method":"GET","path":"\/api\/tasks"/);
  });
});

describe('rate limits', () => {
  it('hold for an account over all its sessions, and for an address', async () => {
    const strict = await databases.api({ environment: { REQUESTS_PER_ACCOUNT: '3', REQUESTS_PER_ADDRESS: '12' } });
    const caller = await strict.as('provider');
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await caller.get('/api/me')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const other = await strict.as('provider2');
    expect((await other.get('/api/me')).status).toBe(200);
    const last = [];
    for (let index = 0; index < 8; index += 1) last.push(await strict.anyone.get('/api/openapi.json'));
    expect(last.at(-1)?.status).toBe(429);
    expect(last.at(-1)?.body.code).toBe('TOO_MANY_REQUESTS');
    expect((await strict.anyone.get('/health/live')).status).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  const draft = { kind: 'storeApplication', data: { a: 1 } };
  let counter = 0;
  const newKey = () => `key-${(counter += 1)}`;

  it('gives a repeat the same answer and has one effect', async () => {
    const key = newKey();
    const before = await api.database.draft.count();
    const first = await provider.post('/api/drafts', draft, { 'Idempotency-Key': key });
    const again = await provider.post('/api/drafts', draft, { 'Idempotency-Key': key });
    expect(again.body).toEqual(first.body);
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect(await api.database.draft.count()).toBe(before + 1);
  });

  it('has one effect of ten at once', async () => {
    const key = newKey();
    const before = await api.database.draft.count();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => provider.post('/api/drafts', draft, { 'Idempotency-Key': key })),
    );
    expect(await api.database.draft.count()).toBe(before + 1);
    for (const { status, body } of answers)
      expect(status === 201 || (status === 409 && body.code === 'KEY_IN_USE')).toBe(true);
    expect((await provider.post('/api/drafts', draft, { 'Idempotency-Key': key })).status).toBe(201);
  });

  it('refuses another body or address under the same key, and is each account’s own', async () => {
    const key = newKey();
    await provider.post('/api/drafts', draft, { 'Idempotency-Key': key });
    const other = await provider.post(
      '/api/drafts',
      { kind: 'storeApplication', data: { a: 2 } },
      { 'Idempotency-Key': key },
    );
    expect([other.status, other.body.code]).toEqual([422, 'KEY_REUSED']);
    expect((await provider.delete('/api/drafts/dra-1', { 'Idempotency-Key': key })).body.code).toBe('KEY_REUSED');
    expect((await (await api.as('provider2')).post('/api/drafts', draft, { 'Idempotency-Key': key })).status).toBe(201);
    expect((await provider.post('/api/drafts', draft, { 'Idempotency-Key': key })).status).toBe(201);
  });

  it('does not care in which order the fields come', async () => {
    const key = newKey();
    const first = await provider.post(
      '/api/drafts',
      { kind: 'storeApplication', data: { a: 1, b: 2 } },
      { 'Idempotency-Key': key },
    );
    const again = await provider.post(
      '/api/drafts',
      { data: { b: 2, a: 1 }, kind: 'storeApplication' },
      { 'Idempotency-Key': key },
    );
    expect(again.body).toEqual(first.body);
  });

  it('repeats a refusal, and lets a failure be tried again', async () => {
    const refused = newKey();
    const url = '/api/applications';
    const body = await application(provider, CODES.provider);
    const first = await provider.post(url, body, { 'Idempotency-Key': refused });
    const again = await provider.post(url, body, { 'Idempotency-Key': refused });
    expect([first.status, again.status]).toEqual([409, 409]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('content-type')).toContain('application/problem+json');
    const failed = newKey();
    const action = `/api/cases/${caseId}/actions/checkMaterials`;
    api.gateway.nextFailure = new Error('lost');
    expect((await reviewer.post(action, { items: { licence: 'OK' } }, { 'Idempotency-Key': failed })).status).toBe(500);
    expect((await reviewer.post(action, { items: { licence: 'OK' } }, { 'Idempotency-Key': failed })).status).toBe(200);
  });

  it('is the key the case is given, so that an unknown outcome is not done twice', async () => {
    const key = newKey();
    const action = `/api/cases/${caseId}/actions/recordCreditCheck`;
    const input = { result: 'CLEAR', source: '信用中国', checkedOn: '2025-09-01' };
    const before = (await reviewer.get(`/api/cases/${caseId}`)).body.revision as number;
    expect((await reviewer.post(action, input, { 'Idempotency-Key': key })).status).toBe(200);
    // The API forgot the key, the case has not.
    await api.database.requestKey.deleteMany({ where: { key } });
    const again = await reviewer.post(action, input, { 'Idempotency-Key': key });
    expect([again.status, again.body.revision]).toEqual([200, before + 1]);
    const asked = api.gateway.acted.filter((request) => request.key === key);
    expect(asked).toHaveLength(2);
    // Whether it came in time goes by when it came.
    for (const { receivedAt } of asked) expect(receivedAt).toBe(await api.context.clock.now());
  });

  it('is freed when the process that reserved it died', async () => {
    const key = newKey();
    const first = await provider.post('/api/drafts', draft, { 'Idempotency-Key': key });
    expect(first.status).toBe(201);
    await api.database.$executeRaw`UPDATE "RequestKey" SET "status" = NULL, "response" = NULL WHERE "key" = ${key}`;
    expect((await provider.post('/api/drafts', draft, { 'Idempotency-Key': key })).body.code).toBe('KEY_IN_USE');
    await api.database
      .$executeRaw`UPDATE "RequestKey" SET "createdAt" = now() - interval '3 minutes' WHERE "key" = ${key}`;
    expect((await provider.post('/api/drafts', draft, { 'Idempotency-Key': key })).status).toBe(201);
  });

  it('makes an upload once', async () => {
    const key = newKey();
    const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
    const first = await provider.upload('a.pdf', pdf, 'application/pdf', { 'Idempotency-Key': key });
    const again = await provider.upload('a.pdf', pdf, 'application/pdf', { 'Idempotency-Key': key });
    expect(again.body).toEqual(first.body);
    expect((await provider.upload('b.pdf', pdf, 'application/pdf', { 'Idempotency-Key': key })).body.code).toBe(
      'KEY_REUSED',
    );
  });
});

describe('operations', () => {
  it('say alive, and ready only while database and engine answer', async () => {
    expect((await api.anyone.get('/health/live')).body).toEqual({ status: 'alive' });
    expect((await api.anyone.get('/health/ready')).body).toEqual({ status: 'ready', database: true, temporal: true });
    api.gateway.isReady = false;
    const { status, body } = await api.anyone.get('/health/ready');
    expect([status, body]).toEqual([503, { status: 'not ready', database: true, temporal: false }]);
  });

  it('count requests by template and what the records say', async () => {
    await api.database.deadline.updateMany({ where: { caseId }, data: { dueAt: new Date('2025-08-01T00:00:00Z') } });
    const { body } = await api.anyone.get('/metrics');
    expect(body).toMatch(
      /anjuan_http_request_duration_seconds_count\{method="GET",route="\/api\/cases\/:id",status="200"\} \d+/,
    );
    expect(body).toContain('anjuan_open_cases{kind="storeApplication"} 1');
    expect(body).toContain('anjuan_overdue_deadlines{deadline="preliminaryReview"} 1');
    // To the account that filed, and to the contact of its form.
    expect(body).toContain('anjuan_notices{status="PLANNED"} 2');
    expect(body).not.toContain(caseId);
  });

  it('show metrics to whom has the token, if there is one', async () => {
    const guarded = await databases.api({ environment: { METRICS_TOKEN: 'a-token-for-metrics' } });
    expect((await guarded.anyone.get('/metrics')).status).toBe(403);
    expect(
      (await guarded.anyone.send('GET', '/metrics', undefined, { Authorization: 'Bearer a-token-for-metricz' })).status,
    ).toBe(403);
    expect(
      (await guarded.anyone.send('GET', '/metrics', undefined, { Authorization: 'Bearer a-token-for-metrics' })).status,
    ).toBe(200);
    // Without one: in training mode the machine itself, and nobody else whom a proxy on it lets through.
    for (const header of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'Via']) {
      const handedOn = { [header]: '203.0.113.5' };
      expect((await api.anyone.send('GET', '/metrics', undefined, handedOn)).status, header).toBe(403);
    }
    const production = await databases.api({ environment: { MODE: 'production' } });
    const closed = await production.anyone.get('/metrics');
    expect([closed.status, closed.body.message.zh]).toEqual([403, expect.stringContaining('METRICS_TOKEN')]);
    const far = await databases.api({ environment: { TRUST_PROXY: '1' } });
    expect((await far.anyone.send('GET', '/metrics', undefined, { 'X-Forwarded-For': '203.0.113.5' })).status).toBe(
      403,
    );
  });
});

describe('lists', () => {
  it('page through everything once, in order, while rows are added', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({
      id: `inv-${String(index).padStart(2, '0')}`,
      number: `邀约${index}`,
      kind: 'storeInvitation',
      regime: 'SH_STORE',
      stage: 'INVITED',
      subject: CODES.other,
      title: `机构 ${index % 5}`,
      bodyId: 'sh-centre',
      region: 'SH/XUHUI',
      ruleVersion: 1,
      calendarVersion: 1,
      // Several at the same instant: the id decides.
      openedAt: new Date(Date.UTC(2025, 7, 1 + Math.floor(index / 4))),
      opening: {},
    }));
    await api.database.case.createMany({ data: rows });
    const bodies = rows.map(({ id, bodyId, region }) => ({ caseId: id, bodyId, region }));
    await api.database.caseBody.createMany({ data: bodies });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null } } = await reviewer.get(
        `/api/cases?kind=storeInvitation&limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      const fresh = { id: `inv-new-${seen.length}`, number: `新${seen.length}`, openedAt: new Date() };
      await api.database.case.create({ data: { ...rows[0]!, ...fresh } });
      cursor = body.nextCursor;
    }
    const expected = [...rows]
      .sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime() || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);
    expect(seen).toEqual(expected);
  });

  it('narrow down by institution, stage, words and what is open', async () => {
    const ids = async (query: string) =>
      ((await reviewer.get(`/api/cases?${query}`)).body.items as { id: string }[]).map(({ id }) => id);
    expect(await ids(`subject=${CODES.provider}`)).toEqual([caseId]);
    expect(await ids('stage=PRELIM_REVIEW')).toEqual([caseId]);
    expect(await ids(`q=${encodeURIComponent('启明')}`)).toEqual([caseId]);
    expect(await ids(`q=${caseId}`)).toEqual([caseId]);
    expect(await ids('open=false')).toEqual([]);
    expect(await ids('assignee=me')).toEqual([]);
    await reviewer.post(`/api/tasks/${encodeURIComponent(`${caseId}:preliminaryReview:1`)}/claim`);
    expect(await ids('assignee=me')).toEqual([caseId]);
    expect(await ids(`q=${encodeURIComponent("%' OR 1=1 --")}`)).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  it('lists every route of this build with its parameters, body and answers', async () => {
    const { body } = await api.anyone.get('/api/openapi.json');
    const { routes } = await import('./routes/index.ts');
    expect(body.openapi).toBe('3.1.0');
    for (const route of routes) {
      const operation = body.paths[route.path]?.[route.method];
      expect(operation, route.path).toBeDefined();
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(Object.keys(route.answers)));
      for (const name of route.path.match(/\{(\w+)\}/g) ?? []) {
        expect(
          operation.parameters.map((parameter: { name: string }) => parameter.name),
          route.path,
        ).toContain(name.slice(1, -1));
      }
    }
    const listed = Object.values(body.paths as Record<string, object>).flatMap((path) => Object.keys(path));
    expect(listed).toHaveLength(routes.length);
    const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points nowhere that is not there', async () => {
    const { body } = await api.anyone.get('/api/openapi.json');
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) expect(Object.keys(body.components.schemas)).toContain(reference);
  });

  it('holds the input of every action a person can do, as the case itself publishes it', async () => {
    const { body } = await api.anyone.get('/api/openapi.json');
    const actions = body.paths['/api/cases/{id}/actions/{name}'].post['x-actions'];
    expect(actions.storeApplication.rejectApplication).toMatchObject({
      roles: ['reviewer'],
      clause: 'SH-STORE 二.2',
      input: { $ref: '#/components/schemas/storeApplication.rejectApplication' },
    });
    expect(body.components.schemas['storeApplication.rejectApplication']).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['reason'],
    });
    expect(actions.storeApplication).not.toHaveProperty('noticeFailed');
    const { body: opened } = await reviewer.get(`/api/cases/${caseId}`);
    const reject = opened.actions.find(({ name }: { name: string }) => name === 'rejectApplication');
    expect(reject.input).toMatchObject({ type: 'object', additionalProperties: false, required: ['reason'] });
  });

  it('gives examples that hold against their schemas', async () => {
    const { routes } = await import('./routes/index.ts');
    const examples = routes.flatMap((route) => [
      ...(route.example === undefined ? [] : [[route.body, route.example] as const]),
      ...Object.values(route.answers).flatMap(({ schema, example }) =>
        example === undefined ? [] : [[schema, example] as const],
      ),
    ]);
    expect(examples.length).toBeGreaterThan(0);
    for (const [schema, example] of examples) expect(schema?.safeParse(example).success).toBe(true);
  });

  it('leaves the training clock out outside training mode, where there is nothing at its address', async () => {
    const production = await databases.api({
      environment: { MODE: 'production', BASE_URL: 'https://anjuan.example.org' },
    });
    const { body } = await production.anyone.get('/api/openapi.json');
    expect(Object.keys(body.paths)).not.toContain('/api/clock');
    const admin = await production.asAdministrator();
    expect((await admin.get('/api/clock')).status).toBe(404);
    expect((await admin.post('/api/clock/advance', { to: '2025-10-01T00:00:00+08:00' })).status).toBe(404);
    expect((await (await api.as('admin')).get('/api/clock')).body).toEqual({ now: '2025-09-01T10:00:00.000+08:00' });
  });
});

describe('the training clock', () => {
  it('moves by days, by working days over a holiday, and to the next deadline of any case', async () => {
    const other = await databases.api({ now: '2025-09-29T10:00:00.000+08:00' });
    const admin = await other.as('admin');
    const advance = (move: object) => admin.post('/api/clock/advance', move);
    expect((await advance({ until: 'nextDeadline' })).body.code).toBe('NOT_NOW');
    expect((await advance({ days: 1 })).body).toEqual({
      ...{ from: '2025-09-29T10:00:00.000+08:00', now: '2025-09-30T10:00:00.000+08:00', stops: 0 },
    });
    expect((await advance({ workingDays: 3 })).body.now).toBe('2025-10-11T10:00:00.000+08:00');
    for (const faulty of [{}, { days: 1, workingDays: 1 }, { days: 0 }, { until: 'tomorrow' }])
      expect((await advance(faulty)).status, JSON.stringify(faulty)).toBe(422);

    const provider = await other.as('provider');
    const filed = await provider.post('/api/applications', await application(provider, CODES.provider));
    const { items } = (await admin.get('/api/clock/deadlines')).body;
    expect(items[0]).toMatchObject({ caseId: filed.body.caseId, status: 'OPEN', title: { zh: '线上初审内部时限' } });
    expect((await advance({ until: 'nextDeadline' })).body.now).toBe(items[0].dueAt);
    const passed = await admin.get('/api/clock/deadlines?after=2025-10-11T02:00:00Z&until=2025-10-11T03:00:00Z');
    expect(passed.body).toEqual({ total: 0, items: [] });
    expect((await (await other.as('manager')).get('/api/clock/deadlines')).status).toBe(403);
  });

  it('moves forward alone, for an administrator', async () => {
    const other = await databases.api();
    const admin = await other.as('admin');
    expect((await admin.post('/api/clock/advance', { to: '2025-08-31T00:00:00+08:00' })).status).toBe(422);
    expect((await admin.post('/api/clock/advance', { to: '2025-09-02' })).status).toBe(422);
    expect((await admin.post('/api/clock/advance', { to: '2025-09-02T01:00:00Z' })).body.now).toBe(
      '2025-09-02T09:00:00.000+08:00',
    );
    expect((await (await other.as('provider')).get('/api/clock')).body.now).toBe('2025-09-02T09:00:00.000+08:00');
    expect((await (await other.as('manager')).post('/api/clock/advance', { to: '2025-09-03T01:00:00Z' })).status).toBe(
      403,
    );
    await uploaded(await other.as('provider'));
    expect((await other.database.file.findFirstOrThrow()).createdAt.toISOString()).toBe('2025-09-02T01:00:00.000Z');
  });
});
