/** The second factor of sign-in (ASVS 6.5): set up, asked for, each code once, recovery codes, taken off, wanted of staff by a setting. */
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRAINING_PASSWORD } from '../prisma/seed.ts';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});

afterAll(() => databases.stop());

const credentials = (account: string) => ({ email: `${account}@demo.anjuan.test`, password: TRAINING_PASSWORD });
const signIn = (account: string, code?: string, of = api) =>
  of.anyone.post('/api/auth/sign-in/email', { ...credentials(account), ...(code !== undefined && { code }) });

/** The code of the app, `later` periods of thirty seconds from now: one that was not used yet, within what is taken. */
function codeOf(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 });
}

async function begun(caller: Caller): Promise<string> {
  const { status, body } = await caller.post('/api/auth/second-factor', { password: TRAINING_PASSWORD });
  expect(status).toBe(200);
  expect(body.uri).toContain(`secret=${body.secret}`);
  return body.secret;
}

/** Sets a second factor up with the code of the thirty seconds before, so that this one and the next are still to be used. */
async function setUp(account: string, of = api): Promise<{ caller: Caller; secret: string; recoveryCodes: string[] }> {
  const caller = await of.as(account);
  const secret = await begun(caller);
  const { status, body } = await caller.post('/api/auth/second-factor/confirm', { code: codeOf(secret, -1) });
  expect(status).toBe(200);
  return { caller, secret, recoveryCodes: body.recoveryCodes };
}

describe('a second factor', () => {
  it('asks for nothing before its owner has shown a first code', async () => {
    const caller = await api.as('manager');
    await begun(caller);
    expect(
      (await caller.post('/api/auth/second-factor/confirm', { code: '12 34' })).body.errors?.[0]?.field ?? 'code',
    ).toBe('code');
    expect((await signIn('manager')).status).toBe(200);
    expect((await caller.get('/api/me')).body).toMatchObject({ secondFactor: false, mustSetSecondFactor: false });
  });

  it('is begun with the password alone, and set up once', async () => {
    const { caller } = await setUp('hub');
    expect((await caller.post('/api/auth/second-factor', { password: 'wrong' })).status).toBe(422);
    expect((await caller.post('/api/auth/second-factor', { password: TRAINING_PASSWORD })).body.code).toBe(
      'ALREADY_DONE',
    );
    expect((await caller.get('/api/me')).body.secondFactor).toBe(true);
  });

  it('asks for a code when its owner signs in, and takes each once', async () => {
    const { secret } = await setUp('reviewer');
    const asked = await signIn('reviewer');
    expect([asked.status, asked.body.code]).toEqual([401, 'SECOND_FACTOR_NEEDED']);
    expect(asked.headers.getSetCookie()).toEqual([]);
    expect((await signIn('reviewer', '000000')).status).toBe(401);
    const code = codeOf(secret, 1);
    expect((await signIn('reviewer', code)).status).toBe(200);
    const again = await signIn('reviewer', code);
    expect([again.status, again.body.code]).toEqual([401, 'NOT_SIGNED_IN']);
    // A code of before the one that was used is no better.
    expect((await signIn('reviewer', codeOf(secret))).status).toBe(401);
  });

  it('does not tell who does not know the password that there is one', async () => {
    await setUp('window');
    const { status, body } = await api.anyone.post('/api/auth/sign-in/email', {
      ...credentials('window'),
      password: 'wrong',
    });
    expect([status, body.code]).toEqual([401, 'NOT_SIGNED_IN']);
  });

  it('is stood in for by a recovery code, each for one use, and stands nowhere readable', async () => {
    const { secret, recoveryCodes } = await setUp('county');
    expect(recoveryCodes).toHaveLength(10);
    const [first = ''] = recoveryCodes;
    expect((await signIn('county', `${first.slice(0, 6)}-${first.slice(6).toLowerCase()}`)).status).toBe(200);
    expect((await signIn('county', first)).status).toBe(401);
    const row = await api.database.secondFactor.findUniqueOrThrow({ where: { userId: 'demo-county' } });
    expect(row.recoveryCodes).toHaveLength(9);
    expect(JSON.stringify(row)).not.toContain(secret);
    for (const code of recoveryCodes) expect(JSON.stringify(row)).not.toContain(code);
  });

  it('is taken off with password and code, and by an administrator with a reason', async () => {
    const { caller, secret } = await setUp('department');
    const password = TRAINING_PASSWORD;
    expect((await caller.post('/api/auth/second-factor/remove', { password, code: '000000' })).status).toBe(422);
    expect((await caller.post('/api/auth/second-factor/remove', { password, code: codeOf(secret) })).status).toBe(204);
    expect((await signIn('department')).status).toBe(200);

    await setUp('windowmanager');
    const admin = await api.as('admin');
    const path = '/api/accounts/demo-windowmanager/remove-second-factor';
    expect((await (await api.as('supplier')).post(path, { reason: '手机丢失' })).status).toBe(403);
    expect((await admin.post(path, {})).status).toBe(422);
    expect((await admin.post(path, { reason: '手机丢失' })).status).toBe(204);
    expect((await admin.post(path, { reason: '手机丢失' })).status).toBe(404);
    expect((await signIn('windowmanager')).status).toBe(200);
    const entry = await api.database.auditEntry.findFirst({
      where: { action: 'SECOND_FACTOR_REMOVED', objectId: 'demo-windowmanager' },
    });
    expect(entry).toMatchObject({ reason: '手机丢失', before: { secondFactor: true }, after: { secondFactor: false } });
  });

  it('guesses at the code are counted like guesses at the password; a first try without one is none', async () => {
    const strict = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '3' } });
    const { secret } = await setUp('supplier', strict);
    for (let n = 0; n < 5; n += 1)
      expect((await signIn('supplier', undefined, strict)).body.code).toBe('SECOND_FACTOR_NEEDED');
    for (let n = 0; n < 3; n += 1) expect((await signIn('supplier', '000000', strict)).status).toBe(401);
    expect((await signIn('supplier', codeOf(secret, 1), strict)).status).toBe(429);
  });
});

describe('where staff must have one', () => {
  it('nothing else is open to them before, and everything to the others', async () => {
    const strict = await databases.api({ environment: { STAFF_SECOND_FACTOR: 'required' } });
    const caller = await strict.as('reviewer2');
    expect((await caller.get('/api/tasks')).body.code).toBe('SECOND_FACTOR_REQUIRED');
    const signedIn = await signIn('reviewer2', undefined, strict);
    expect(signedIn.body.user.mustSetSecondFactor).toBe(true);
    expect((await (await strict.as('consumer')).get('/api/cases')).status).toBe(200);
    const secret = await begun(caller);
    expect((await caller.post('/api/auth/second-factor/confirm', { code: codeOf(secret, -1) })).status).toBe(200);
    expect((await caller.get('/api/tasks')).status).toBe(200);
  });
});
