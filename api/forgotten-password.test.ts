/** A forgotten password: set anew by the code in the mail, by nobody else, and without telling who has an account (ASVS 6.4). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepHouse } from './housekeeping.ts';
import type { Caller } from './testing/caller.ts';
import { CODES_AN_HOUR, MOST_TRIES } from './mailed-code.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

const REVIEWER = 'reviewer@demo.anjuan.test';
const NEW = 'correct-horse-battery-staple';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api();
});

afterAll(() => databases.stop());

async function asked(email = REVIEWER): Promise<string> {
  const { status, body } = await api.anyone.post('/api/auth/password-resets', { email });
  expect(status, JSON.stringify(body)).toBe(202);
  return body.requestId as string;
}

async function codeOf(requestId: string): Promise<string> {
  const { data } = await api.database.notice.findUniqueOrThrow({ where: { id: `ntc-${requestId}` } });
  return (data as { code: string }).code;
}

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const set = (id: string, code: string, newPassword = NEW) =>
  api.anyone.post(`/api/auth/password-resets/${id}`, { code, newPassword });
const signIn = (password: string) => api.anyone.post('/api/auth/sign-in/email', { email: REVIEWER, password });

it('is set anew by the code in the mail: other sessions end, one begins, and the audit log has it', async () => {
  const before = await api.as('reviewer');
  const id = await asked('Reviewer@demo.anjuan.test');
  const mail = await api.database.notice.findUniqueOrThrow({ where: { id: `ntc-${id}` } });
  expect([mail.recipientEmail, mail.template]).toEqual([REVIEWER, 'addressCode']);
  const { status, body, headers } = await set(id, await codeOf(id));
  expect([status, body.success, headers.getSetCookie().length]).toEqual([200, true, 2]);
  expect((await before.get('/api/me')).status).toBe(401);
  expect((await signIn('Anjuan-demo-2026')).status).toBe(401);
  expect((await signIn(NEW)).status).toBe(200);
  const [entry] = await api.database.auditEntry.findMany({ where: { action: 'PASSWORD_RESET' } });
  expect([entry?.objectId, entry?.actorId]).toEqual(['demo-reviewer', null]);
  expect(JSON.stringify(entry)).not.toContain(NEW);
});

describe('nobody learns who has an account', () => {
  it('an address without one, and one whose account is disabled, get the same answer and no mail', async () => {
    await (await api.as('admin')).post('/api/accounts/demo-reviewer/disable');
    for (const email of ['nobody@example.test', REVIEWER]) {
      const id = await asked(email);
      expect(await api.database.notice.count({ where: { id: `ntc-${id}` } })).toBe(0);
      const { status, body } = await set(id, '000000');
      expect([status, body.errors[0].field, body.facts]).toEqual([422, 'code', { left: MOST_TRIES - 1 }]);
    }
  });

  it.each([REVIEWER, 'nobody@example.test'])('%s can be asked for so often an hour', async (email) => {
    for (let n = 0; n < CODES_AN_HOUR; n += 1) await asked(email);
    expect((await api.anyone.post('/api/auth/password-resets', { email })).status).toBe(429);
  });
});

describe('a code', () => {
  it('is tried so often, also many at once, and then void', async () => {
    const id = await asked();
    const code = await codeOf(id);
    const answers = await Promise.all(Array.from({ length: MOST_TRIES + 3 }, () => set(id, another(code))));
    expect(answers.filter(({ body }) => body.code === 'INVALID_INPUT')).toHaveLength(MOST_TRIES);
    expect((await set(id, code)).body.code).toBe('LIMIT_REACHED');
    expect((await signIn('Anjuan-demo-2026')).status).toBe(200);
  });

  it.each([
    ['address', (admin: Caller) => admin.patch('/api/accounts/demo-reviewer', { email: 'moved@demo.anjuan.test' })],
    [
      'password',
      (admin: Caller) => admin.post('/api/accounts/demo-reviewer/password', { password: 'pale-otter-quilt-58' }),
    ],
  ])('XC-05.5 holds no longer once the account has another %s', async (_what, change) => {
    const id = await asked();
    const code = await codeOf(id);
    expect((await change(await api.as('admin'))).status).toBeLessThan(300);
    const { status, body } = await set(id, code);
    expect([status, body.code]).toEqual([409, 'LIMIT_REACHED']);
  });

  it('works once, also when it is sent twice at the same moment', async () => {
    const id = await asked();
    const code = await codeOf(id);
    const answers = await Promise.all([set(id, code), set(id, code, `${NEW}-2`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await set(id, code)).body.code).toBe('ALREADY_DONE');
  });

  it('does not hold for ever, and is of its own request alone', async () => {
    const [first, second] = [await asked(), await asked()];
    expect((await set(second, await codeOf(first))).body.code).toBe('INVALID_INPUT');
    const code = await codeOf(first);
    await api.database.passwordReset.update({ where: { id: first }, data: { expiresAt: new Date() } });
    expect((await set(first, code)).body.code).toBe('LIMIT_REACHED');
    expect((await set('pwr-none', code)).status).toBe(404);
  });

  it('is not lost by a password that is refused', async () => {
    const id = await asked();
    const code = await codeOf(id);
    const { status, body } = await set(id, code, 'aaaaaaaaaaaaaaa');
    expect([status, body.errors[0].field]).toEqual([422, 'newPassword']);
    expect((await set(id, code)).status).toBe(200);
    // The one that the account has by now.
    const next = await asked();
    const same = await set(next, await codeOf(next), NEW);
    expect([same.status, same.body.errors]).toMatchObject([
      422,
      [{ field: 'newPassword', message: { zh: '新密码不能与原密码相同。', en: 'must not be the old password' } }],
    ]);
    expect((await signIn(NEW)).status).toBe(200);
    expect((await set(next, await codeOf(next), `${NEW}-2`)).status).toBe(200);
  });
});

it('requests of a day ago are forgotten', async () => {
  const id = await asked();
  const kept = await asked();
  await api.database.passwordReset.update({
    where: { id },
    data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
  });
  await keepHouse(api.context);
  expect((await api.database.passwordReset.findMany()).map((row) => row.id)).toEqual([kept]);
});
