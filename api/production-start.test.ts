/** What the processes of production do not start on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureRoles } from '../prisma/roles.ts';
import { migrate } from '../prisma/migrate.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});

afterAll(() => databases.stop());

const production = {
  MODE: 'production',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  SMTP_URL: 'smtps://smtp.example.org',
  MAIL_FROM: 'Anjuan <no-reply@example.org>',
  BASE_URL: 'https://anjuan.example.org',
  PAYLOAD_KEYS: 'k1:3q2+7wABg5Yp0kMfVJxTnZrL8dQhSeWuXoCi4Gt6BNE=',
  AUTH_SECRET: 'tS0m8fJQ1cVb3rYpX9eKzW5uLhDgN2aE7iRoC4vBqkyM',
  PORT: '0',
};

/** Runs a program of the product until it ends, or until it says that it listens, and then ends it. */
async function run(script: string, environment: Record<string, string>) {
  const program = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
    env: { PATH: process.env['PATH'], ...production, ...environment },
  });
  let said = '';
  const listening = new Promise<boolean>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('the API is listening')) resolve(true);
    };
    program.stdout.on('data', hear);
    program.stderr.on('data', hear);
  });
  const ended = once(program, 'close') as Promise<[number | null]>;
  const listens = await Promise.race([listening, ended.then(() => false)]);
  if (listens) program.kill('SIGTERM');
  const [code] = await ended;
  return { code, said, listens };
}

it.each(['./main.ts', '../worker/main.ts', '../prisma/setup.ts'])(
  '%s refuses a database of training mode in words',
  async (script) => {
    const ownerUrl = databases.postgres.urlFor(new URL(api.databaseUrl).pathname.slice(1));
    const { code, said } = await run(script, {
      DATABASE_URL: script === '../prisma/setup.ts' ? ownerUrl : api.databaseUrl,
      API_DB_PASSWORD: '5d1c8e7f22ab4c90',
      WORKER_DB_PASSWORD: '81f0b3c64d7e2a95',
    });
    expect(code, said).toBe(1);
    expect(said).toContain('训练模式的数据');
    expect(said).toMatch(/holds data of training mode .*demo-?.*MODE=training/);
    expect(said).not.toMatch(/^\s+at /m);
  },
);

it.each(['./main.ts', '../worker/main.ts'])(
  '%s refuses a role of the database that may rewrite what is kept for good, in words',
  async (script) => {
    const ownerUrl = await databases.postgres.createDatabase(`owned-${script.includes('worker') ? 'worker' : 'api'}`);
    await migrate({ databaseUrl: ownerUrl, log: () => undefined });
    const { code, said } = await run(script, { DATABASE_URL: ownerUrl });
    expect(code, said).toBe(1);
    expect(said).toContain('可以改写不得改写的记录（TimelineEvent、AuditEntry');
    expect(said).toMatch(/may rewrite what is kept for good.*anjuan_worker for the worker/);
    expect(said).not.toMatch(/^\s+at /m);
  },
);

it('the API starts on a database of its own', async () => {
  const ownerUrl = await databases.postgres.createDatabase('production');
  await migrate({ databaseUrl: ownerUrl, log: () => undefined });
  const passwords = { api: '5d1c8e7f22ab4c90', worker: '81f0b3c64d7e2a95' };
  const { api: databaseUrl } = await ensureRoles({ databaseUrl: ownerUrl, passwords });
  const { listens, said } = await run('./main.ts', { DATABASE_URL: databaseUrl });
  expect(listens, said).toBe(true);
});

it.each([
  ['no database answers', { DATABASE_URL: 'postgresql://a:5d1c8e7f22ab4c90@127.0.0.1:1/x' }, '没有应答'],
  [
    'the secret is the example of old',
    { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x', AUTH_SECRET: 'change-me-change-me-change-me-change-me' },
    'AUTH_SECRET: is one of our examples',
  ],
])('the API says in words that %s', async (_what, environment, words) => {
  const { code, said } = await run('./main.ts', environment);
  expect([code, said]).toEqual([1, expect.stringContaining(words)]);
  expect(said).not.toMatch(/^\s+at /m);
});

it('setup refuses passwords that are examples, and a mode that is none, before it touches the database', async () => {
  const given = { DATABASE_URL: 'postgresql://anjuan:change-me@127.0.0.1:1/x', API_DB_PASSWORD: 'change-me' };
  const { code, said } = await run('../prisma/setup.ts', { ...given, WORKER_DB_PASSWORD: 'anjuan' });
  expect(code).toBe(2);
  for (const name of ['DATABASE_URL', 'API_DB_PASSWORD', 'WORKER_DB_PASSWORD']) expect(said).toContain(`${name}: `);
  const mode = await run('../prisma/setup.ts', { ...given, WORKER_DB_PASSWORD: 'anjuan', MODE: 'Training' });
  expect([mode.code, mode.said]).toEqual([2, expect.stringContaining('MODE: must be')]);
});
