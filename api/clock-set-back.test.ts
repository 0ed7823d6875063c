/** The clock of the machine was set back 40 days: what was written before lies ahead, and nobody waits until the clock has come to it again. */
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

const AHEAD_MS = 40 * 86_400_000;
const credentials = { email: 'reviewer@demo.anjuan.test', password: 'Anjuan-demo-2026' };

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '2' } });
});

afterAll(() => databases.stop());

const ahead = () => new Date(Date.now() + AHEAD_MS);
const signIn = (more: object = {}) => api.anyone.post('/api/auth/sign-in/email', { ...credentials, ...more });
const askReset = () => api.anyone.post('/api/auth/password-resets', { email: credentials.email });

it('XC-05.5 a session that begins in the future is none', async () => {
  const { token } = (await signIn()).body;
  const shown = { Authorization: `Bearer ${token}` };
  expect((await api.anyone.send('GET', '/api/me', undefined, shown)).status).toBe(200);
  await api.database.session.update({ where: { token }, data: { createdAt: ahead(), expiresAt: ahead() } });
  expect((await api.anyone.send('GET', '/api/me', undefined, shown)).status).toBe(401);
});

it('XC-05.5 who had to wait does not wait 40 days', async () => {
  const wrong = { password: 'not-the-password-of-anyone' };
  for (const status of [401, 401, 429]) expect((await signIn(wrong)).status).toBe(status);
  await api.database.rateLimit.updateMany({ data: { lastRequest: BigInt(ahead().getTime()) } });
  expect((await signIn()).status).toBe(200);
});

it('XC-05.5 a code of the authenticator is taken although one of later was', async () => {
  const reviewer = await api.as('reviewer');
  const { secret } = (await reviewer.post('/api/auth/second-factor', { password: credentials.password })).body;
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  expect((await reviewer.post('/api/auth/second-factor/confirm', { code: code() })).status).toBe(200);
  const lastStep = Math.floor(ahead().getTime() / 30_000);
  await api.database.secondFactor.update({ where: { userId: 'demo-reviewer' }, data: { lastStep } });
  const once = code();
  expect((await signIn({ code: once })).status).toBe(200);
  expect((await signIn({ code: once })).status).toBe(401);
});

it('XC-05.5 a code for a new password does not hold for 40 days, and another can be asked for', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push((await askReset()).body.requestId);
  expect((await askReset()).status).toBe(429);
  await api.database.passwordReset.updateMany({ data: { createdAt: ahead(), expiresAt: ahead() } });
  expect((await askReset()).status).toBe(202);
  const { data } = await api.database.notice.findUniqueOrThrow({ where: { id: `ntc-${ids[0]}` } });
  const spent = await api.anyone.post(`/api/auth/password-resets/${ids[0]}`, {
    code: (data as { code: string }).code,
    newPassword: 'correct-horse-battery-staple',
  });
  expect([spent.status, spent.body.code]).toEqual([409, 'LIMIT_REACHED']);
});
