/** Passwords: which are taken, how often they can be guessed at and from where, and what is done with one that another person knows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordFault } from '../prisma/password-rules.ts';
import { TRAINING_PASSWORD } from '../prisma/seed.ts';
import { Caller, type Exchange } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});

afterAll(() => databases.stop());

const MANAGER = 'manager@demo.anjuan.test';
const WRONG = 'guess-guess-guess';

/** Signs in as the manager, as seen from this address and with these headers. */
function signIn(of: TestApi, address: string, password: string, headers: Record<string, string> = {}) {
  const sent = { email: MANAGER, password };
  return of.anyone.post('/api/auth/sign-in/email', sent, { 'X-Forwarded-For': address, ...headers });
}

/** Sorted, since many at once are answered in any order. */
function statuses(answers: readonly Exchange[]): number[] {
  return answers.map(({ status }) => status).sort();
}

describe('guessing at a password', () => {
  it('is counted before it is checked: many at once are no more than many in a row', async () => {
    const strict = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '5' } });
    const guesses = Array.from({ length: 28 }, () =>
      strict.anyone.post('/api/auth/sign-in/email', { email: MANAGER, password: WRONG }),
    );
    const answers = statuses(await Promise.all(guesses));
    expect(answers.filter((status) => status === 401)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(23);
  });

  it('is counted for an IPv6 network: its addresses are of one host, which keeps nobody else out', async () => {
    const strict = await databases.api({
      environment: { FAILURES_BEFORE_LOCKOUT: '3', FAILURES_PER_ACCOUNT: '6', TRUST_PROXY: '1' },
    });
    const answers: number[] = [];
    for (let host = 1; host <= 12; host += 1)
      answers.push((await signIn(strict, `2001:db8:0:1::${host.toString(16)}`, WRONG)).status);
    expect(answers).toEqual([...Array<number>(3).fill(401), ...Array<number>(9).fill(429)]);
    expect((await signIn(strict, '2001:db8:0:2::1', TRAINING_PASSWORD)).status).toBe(200);
    expect((await signIn(strict, '198.51.100.9', TRAINING_PASSWORD)).status).toBe(200);
  });

  it('does not keep out the owner who has signed in from there before, however many networks guess', async () => {
    const strict = await databases.api({
      environment: { FAILURES_BEFORE_LOCKOUT: '2', FAILURES_PER_ACCOUNT: '4', TRUST_PROXY: '1' },
    });
    const own = await signIn(strict, '2001:db8:0:7::1', TRAINING_PASSWORD);
    const device = own.headers.getSetCookie().find((cookie) => cookie.includes('.device=')) ?? '';
    expect(device).toMatch(/; HttpOnly/);
    const Cookie = device.split(';')[0] ?? '';
    await strict.database.session.deleteMany({});
    for (let network = 16; network < 32; network += 1)
      await signIn(strict, `2001:db8:0:${network.toString(16)}::1`, WRONG);
    expect((await signIn(strict, '2001:db8:0:ff::1', TRAINING_PASSWORD)).status).toBe(429);
    // From the network that the owner has used, and with the browser from anywhere.
    expect((await signIn(strict, '2001:db8:0:7::2', TRAINING_PASSWORD)).status).toBe(200);
    expect((await signIn(strict, '2001:db8:0:fe::1', TRAINING_PASSWORD, { Cookie })).status).toBe(200);
    // A mark that was not given out is worth nothing.
    const forged = { Cookie: `anjuan.device=${'0'.repeat(48)}` };
    expect((await signIn(strict, '2001:db8:0:fd::1', TRAINING_PASSWORD, forged)).status).toBe(429);
  });

  it('by somebody in the same network does not keep out the browser of the owner', async () => {
    const strict = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '2', TRUST_PROXY: '1' } });
    const office = '203.0.113.7';
    const own = await signIn(strict, office, TRAINING_PASSWORD);
    const Cookie =
      own.headers
        .getSetCookie()
        .find((cookie) => cookie.includes('.device='))
        ?.split(';')[0] ?? '';
    for (let tries = 0; tries < 3; tries += 1) await signIn(strict, office, WRONG);
    expect((await signIn(strict, office, TRAINING_PASSWORD)).status).toBe(429);
    expect((await signIn(strict, office, TRAINING_PASSWORD, { Cookie })).status).toBe(200);
    // Who has that browser has no more guesses than anybody.
    const stolen = [];
    for (let tries = 0; tries < 4; tries += 1) stolen.push((await signIn(strict, office, WRONG, { Cookie })).status);
    expect(stolen).toEqual([401, 401, 429, 429]);
  });

  it('from a session that was left open is limited too, and the owner changes it from another one', async () => {
    const strict = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '3' } });
    const [found, own] = [await Caller.signIn(strict.baseUrl, MANAGER), await Caller.signIn(strict.baseUrl, MANAGER)];
    const change = (caller: Caller, currentPassword: string) =>
      caller.post('/api/auth/change-password', { currentPassword, newPassword: 'quite-another-one' });
    const guesses = await Promise.all(Array.from({ length: 9 }, () => change(found, WRONG)));
    expect(guesses.filter(({ status }) => status === 422)).toHaveLength(3);
    const refused = await change(found, TRAINING_PASSWORD);
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await change(own, TRAINING_PASSWORD)).status).toBe(200);
    expect((await found.get('/api/me')).status).toBe(401);
  });
});

describe('a new password', () => {
  const owner = { name: 'Zhang Wei', email: 'zhang.wei@example.org' };

  it.each([
    ...['aaaaaaaaaaaa', '111111111111', 'abababababab', '密密密密密密密密密密密密'],
    ...['123456789012', 'qwertyuiop12', '1qaz2wsx3edc', 'asdfghjkl123', 'abcdefghijkl'],
    ...['password1234', 'Password123!', 'P@ssw0rd2026', 'passwordpassword', 'iloveyou1314', 'letmeinletmein'],
    ...['Admin@123456', 'woaini1314520', 'woaini5201314', 'huawei123456', 'shanghai2026', 'zhongguo2026'],
    ...['zhangwei1990', 'zhang.wei@example.org', 'Zhang Wei 2026', 'Anjuan-demo-2026', 'short', 'x'.repeat(129)],
  ])('is refused if everybody would try it: %s', (password) => {
    const fault = passwordFault(password, owner);
    expect(fault?.zh).toMatch(/密码/);
    expect(fault?.en).toMatch(/^(is|must)/);
  });

  it.each(['first-password-1', 'gR4!kdh2Pq_z', 'correct horse battery', '三只黑猫在屋顶上唱歌到天亮'])(
    'is taken if it is long and nobody would: %s',
    (password) => {
      expect(passwordFault(password, owner)).toBeNull();
    },
  );

  it.each([
    ['the old one', 'first-password-1'],
    ['the old one with a sign more', 'first-password-1!'],
    ['the old one in capitals', 'First-Password-1'],
    ['one character again and again', 'aaaaaaaaaaaa'],
    ['a common one', 'password1234'],
    ['a short one', 'Zx7!'],
  ])('is refused by the API and the page in words if it is %s, and the old one stays', async (_what, newPassword) => {
    const email = `weak-${newPassword.length}-${newPassword.charCodeAt(0)}@example.org`;
    const admin = await api.as('admin');
    const offices = [{ role: 'provider' }];
    await admin.post('/api/accounts', { name: '某人', email, password: 'first-password-1', offices });
    const caller = await Caller.signIn(api.baseUrl, email, 'first-password-1');
    const body = { currentPassword: 'first-password-1', newPassword };
    const refused = await caller.post('/api/auth/change-password', body);
    expect([refused.status, refused.body.code]).toEqual([422, 'INVALID_INPUT']);
    expect(refused.body.errors).toMatchObject([
      { field: 'newPassword', message: { zh: expect.stringMatching(/密码/) as string } },
    ]);
    await expect(Caller.signIn(api.baseUrl, email, 'first-password-1')).resolves.toBeInstanceOf(Caller);
  });

  it('that an administrator sets is held to the same', async () => {
    const admin = await api.as('admin');
    const made = await admin.post('/api/accounts', {
      name: '某人',
      email: 'somebody@example.org',
      password: 'aaaaaaaaaaaa',
      offices: [],
    });
    expect([made.status, made.body.errors[0].field]).toEqual([422, 'password']);
    const set = await admin.post('/api/accounts/demo-district/password', { password: '123456789012' });
    expect([set.status, set.body.errors[0].field]).toEqual([422, 'password']);
    await expect(Caller.signIn(api.baseUrl, 'district@demo.anjuan.test')).resolves.toBeInstanceOf(Caller);
  });

  it('that an administrator sets is not the one that the account has, and its session stays', async () => {
    const admin = await api.as('admin');
    const offices = [{ role: 'provider' }];
    const account = { name: '某人', email: 'has-one@example.org', password: 'first-password-1', offices };
    const { id } = (await admin.post('/api/accounts', account)).body as { id: string };
    const own = await Caller.signIn(api.baseUrl, account.email, account.password);
    const set = await admin.post(`/api/accounts/${id}/password`, { password: account.password });
    expect([set.status, set.body.errors]).toMatchObject([
      422,
      [{ field: 'password', message: { zh: '新密码不能与原密码相同。', en: 'must not be the old password' } }],
    ]);
    expect((await own.get('/api/auth/sessions')).status).toBe(403);
    expect((await admin.post(`/api/accounts/${id}/password`, { password: 'first-password-2' })).status).toBe(204);
  });
});

describe('a password that an administrator has set', () => {
  const first = 'set-by-administrator-7';

  it('opens nothing but setting another one', async () => {
    const admin = await api.as('admin');
    expect((await admin.post('/api/accounts/demo-reviewer2/password', { password: first })).status).toBe(204);
    const signedIn = await api.anyone.post('/api/auth/sign-in/email', {
      email: 'reviewer2@demo.anjuan.test',
      password: first,
    });
    expect([signedIn.status, signedIn.body.user.mustChangePassword]).toEqual([200, true]);
    const caller = new Caller(api.baseUrl, { Authorization: `Bearer ${signedIn.body.token}` });
    const others: readonly (() => Promise<Exchange>)[] = [
      () => caller.get('/api/cases'),
      () => caller.get('/api/tasks'),
      () => caller.get('/api/me'),
      () => caller.get('/api/auth/sessions'),
      () => caller.patch('/api/me', { refusesCommercialMail: true }),
      () => caller.post('/api/cases/no-such-case/actions/withdraw', {}),
    ];
    for (const ask of others) {
      const { status, body } = await ask();
      expect([status, body.code]).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
      expect(body.message.zh).toContain('请先修改密码');
    }
    const own = await caller.setPassword(first, 'known-to-me-alone-9');
    expect((await own.get('/api/tasks')).status).toBe(200);
    expect((await own.get('/api/me')).body).toMatchObject({ id: 'demo-reviewer2', mustChangePassword: false });
  });

  it('need not be changed if it is the published one of training mode, in training mode', async () => {
    const admin = await api.as('admin');
    const email = 'trainee@demo.anjuan.test';
    const made = await admin.post('/api/accounts', { name: '学员', email, password: TRAINING_PASSWORD, offices: [] });
    expect([made.status, made.body.mustChangePassword]).toEqual([201, false]);
    expect((await (await Caller.signIn(api.baseUrl, email)).get('/api/me')).status).toBe(200);
  });
});

describe('the published password of training mode', () => {
  it('opens nothing outside training mode, and cannot be set there', async () => {
    const production = await databases.api({
      environment: { MODE: 'production', BASE_URL: 'https://anjuan.example.org' },
    });
    const refused = await production.anyone.post('/api/auth/sign-in/email', {
      email: MANAGER,
      password: TRAINING_PASSWORD,
    });
    expect([refused.status, refused.body.code]).toEqual([401, 'NOT_SIGNED_IN']);
    const admin = await production.asAdministrator();
    const set = await admin.post('/api/accounts/demo-consumer/password', { password: TRAINING_PASSWORD });
    expect([set.status, set.body.errors[0].field]).toEqual([422, 'password']);
  });
});
