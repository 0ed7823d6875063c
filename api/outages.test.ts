/** What is said while something that the API stands on does not answer: 503 in words and when to come back, never 500, and nothing for ever. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { Caller, type Exchange } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

/** Seconds in place of the ten of a deployment, so that the test need not wait so long. */
const SHORT = { DATABASE_CONNECT_SECONDS: '1', DATABASE_STATEMENT_SECONDS: '1', DATABASE_ANSWER_SECONDS: '2' };
/** How long readiness may take: who balances the load waits no longer. */
const READINESS_MS = 2_000;

let databases: TestDatabases;

beforeAll(async () => {
  databases = await startDatabases();
});

afterAll(() => databases.stop());

/** Says that it is not available, in both languages, and when to come back. */
function expectUnavailable({ status, headers, body }: Exchange): void {
  expect([status, body.code], JSON.stringify(body)).toEqual([503, 'UNAVAILABLE']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(body.message).toEqual({ zh: expect.stringMatching(/重试/), en: expect.stringMatching(/again/) });
}

const draft = { kind: 'storeApplication', data: { name: '启明' } };
let serial = 0;
const keyed = () => ({ 'Idempotency-Key': `outage-${(serial += 1)}` });

/** Readings, changes with a key and without, and signing in. */
function everyKind(api: TestApi, provider: Caller): readonly (() => Promise<Exchange>)[] {
  const credentials = { email: 'manager@demo.anjuan.test', password: 'whatever-it-is' };
  return [
    () => provider.get('/api/me'),
    () => provider.get('/api/cases'),
    () => provider.post('/api/drafts', draft),
    () => provider.post('/api/drafts', draft, keyed()),
    () => provider.post('/api/cases/no-case/actions/withdraw', {}, keyed()),
    () => api.anyone.post('/api/auth/sign-in/email', credentials),
    () => new Caller(api.baseUrl, { Authorization: `Tracking ${'0'.repeat(32)}` }).get('/api/cases'),
    () => provider.post('/api/auth/change-password', { currentPassword: 'x', newPassword: 'quite-another-one' }),
  ];
}

describe('a database that hangs', () => {
  it('XC-05.6 is not ready within two seconds, answers nobody for ever, and goes on as if nothing had been', async () => {
    const api = await databases.api({ environment: SHORT });
    const provider = await api.as('provider');
    const goOn = await databases.hang();
    try {
      const ready = await fetch(`${api.baseUrl}/health/ready`, { signal: AbortSignal.timeout(READINESS_MS) });
      expect([ready.status, await ready.json()]).toEqual([
        503,
        { status: 'not ready', database: false, temporal: true },
      ]);
      expect((await api.anyone.get('/health/live')).status).toBe(200);
      for (const answer of await Promise.all(everyKind(api, provider).map((ask) => ask()))) expectUnavailable(answer);
      const page = await api.anyone.send('GET', '/stores/sto-1', undefined, { Accept: 'text/html' });
      expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
      expect(page.body).toContain('稍后重试');
    } finally {
      goOn();
    }
    expect((await api.anyone.get('/health/ready')).status).toBe(200);
    const made = await provider.post('/api/drafts', draft, keyed());
    expect(made.status).toBe(201);
  });

  it('leaves the metrics of the process readable', async () => {
    const api = await databases.api({ environment: SHORT });
    const goOn = await databases.hang();
    try {
      const { status, body } = await api.anyone.get('/metrics');
      expect([status, body]).toEqual([200, expect.stringContaining('process_cpu_seconds_total')]);
    } finally {
      goOn();
    }
  });
});

describe('a database that takes no writes', () => {
  it('answers what reads, and 503 to what changes', async () => {
    const api = await databases.api({ environment: SHORT });
    const provider = await api.as('provider');
    const key = keyed();
    await setReadOnly(api, true);
    try {
      // Who meets a connection that has just been ended hears 503 once.
      await expect.poll(async () => (await provider.get('/api/drafts')).status).toBe(200);
      for (const change of [
        () => provider.post('/api/drafts', draft),
        () => provider.post('/api/drafts', draft, key),
        () => api.anyone.post('/api/auth/sign-in/email', { email: 'manager@demo.anjuan.test', password: 'x' }),
      ])
        expectUnavailable(await change());
    } finally {
      await setReadOnly(api, false);
    }
    // What was refused has changed nothing, and its key is free.
    expect((await provider.get('/api/drafts')).body.items).toEqual([]);
    expect((await provider.post('/api/drafts', draft, key)).status).toBe(201);
    expect(api.failures().join()).not.toContain('"status":500');
  });
});

describe('a database that is too busy', () => {
  let api: TestApi;
  let provider: Caller;
  beforeEach(async () => {
    api = await databases.api({ environment: SHORT });
    provider = await api.as('provider');
  });

  it('gives up what waits too long for another, and what finds no connection', async () => {
    const holder = new pg.Client({ connectionString: databases.postgres.urlFor(databaseOf(api)) });
    await holder.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE "Draft" IN ACCESS EXCLUSIVE MODE');
      // More at once than there are connections.
      const asked = Array.from({ length: 24 }, () => provider.post('/api/drafts', draft));
      for (const answer of await Promise.all(asked)) expectUnavailable(answer);
    } finally {
      await holder.end();
    }
    expect((await provider.post('/api/drafts', draft)).status).toBe(201);
  });

  it.each([
    ['a deadlock', '40P01'],
    ['changes that cannot be put in a row', '40001'],
    ['a server that shuts down', '57P01'],
    ['a full disk', '53100'],
  ])('has it sent again after %s, under the same key', async (_what, state) => {
    await api.database.$executeRawUnsafe(
      `CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'x' USING ERRCODE = '${state}'; END $$`,
    );
    await api.database
      .$executeRaw`CREATE TRIGGER trouble BEFORE INSERT ON "Draft" FOR EACH ROW EXECUTE FUNCTION trouble()`;
    const key = keyed();
    expectUnavailable(await provider.post('/api/drafts', draft, key));
    await api.database.$executeRaw`DROP FUNCTION trouble CASCADE`;
    expect((await provider.post('/api/drafts', draft, key)).status).toBe(201);
    expect((await provider.get('/api/drafts')).body.items).toHaveLength(1);
  });
});

// The last: nothing can be asked of this PostgreSQL any more.
describe('a database that is down', () => {
  it('XC-05.6 is answered with 503 everywhere, and the process lives', async () => {
    const api = await databases.api({ environment: SHORT });
    const provider = await api.as('provider');
    await databases.postgres.kill();
    for (const ask of everyKind(api, provider)) expectUnavailable(await ask());
    expect((await api.anyone.get('/health/ready')).body).toMatchObject({ database: false });
    expect((await api.anyone.get('/health/live')).status).toBe(200);
    expect((await api.anyone.get('/metrics')).status).toBe(200);
  });
});

function databaseOf({ databaseUrl }: TestApi): string {
  return new URL(databaseUrl).pathname.slice(1);
}

/** For the connections that are made from now on; those there are end. */
async function setReadOnly(api: TestApi, readOnly: boolean): Promise<void> {
  const name = databaseOf(api);
  const admin = new pg.Client({ connectionString: databases.postgres.adminUrl });
  await admin.connect();
  try {
    await admin.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = ${readOnly ? 'on' : 'off'}`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  } finally {
    await admin.end();
  }
}
