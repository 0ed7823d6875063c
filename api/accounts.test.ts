import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRAINING_PASSWORD } from '../prisma/seed.ts';
import { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});

afterAll(() => databases.stop());

const account = (name: string, password = TRAINING_PASSWORD) => ({ email: `${name}@demo.anjuan.test`, password });

async function cookieOf(name: string, of: TestApi = api): Promise<string> {
  const { headers } = await of.anyone.post('/api/auth/sign-in/email', account(name));
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('the own account', () => {
  it('XC-03.4 keeps whether its owner refuses commercial mail, and nothing else is changed that way', async () => {
    const caller = await api.as('provider');
    expect((await caller.get('/api/me')).body).toMatchObject({ refusesCommercialMail: false });
    const { status, body } = await caller.patch('/api/me', { refusesCommercialMail: true });
    expect([status, body]).toMatchObject([200, { id: 'demo-provider', refusesCommercialMail: true }]);
    expect((await caller.get('/api/me')).body).toMatchObject({ refusesCommercialMail: true });
    for (const more of [{ offices: [{ role: 'admin' }] }, { level: 'ENTERPRISE' }, { name: '别名' }]) {
      expect((await caller.patch('/api/me', { refusesCommercialMail: false, ...more })).status).toBe(422);
    }
  });
});

describe('the language of the own account', () => {
  it('XC-04.4 is set by its owner alone, and nothing else changes by it', async () => {
    const caller = await api.as('provider2');
    const { body: before } = await caller.get('/api/me');
    expect(before.locale).toBe('zh-CN');
    const { status, body } = await caller.patch('/api/me', { locale: 'en' });
    expect([status, body]).toEqual([200, { ...before, locale: 'en' }]);
    expect((await caller.get('/api/me')).body).toEqual(body);
    for (const wrong of [{ locale: 'fr' }, { locale: null }, { locale: '' }, {}])
      expect((await caller.patch('/api/me', wrong)).status, JSON.stringify(wrong)).toBe(422);
    expect((await caller.patch('/api/me', { locale: 'zh-CN' })).body).toEqual(before);
  });
});

describe('signing in', () => {
  it('answers with a token that works as a bearer token, and with a cookie that works too', async () => {
    const { status, body, headers } = await api.anyone.post('/api/auth/sign-in/email', account('reviewer'));
    expect(status).toBe(200);
    expect(body.user).toMatchObject({
      id: 'demo-reviewer',
      offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }],
    });
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^anjuan\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const byToken = await api.anyone.send('GET', '/api/me', undefined, { Authorization: `Bearer ${body.token}` });
    const byCookie = await api.anyone.send('GET', '/api/me', undefined, { Cookie: cookie.split(';')[0] ?? '' });
    expect([byToken.status, byToken.body.id]).toEqual([200, 'demo-reviewer']);
    expect([byCookie.status, byCookie.body.id]).toEqual([200, 'demo-reviewer']);
  });

  it('says the same of a wrong password, an unknown account and a disabled one', async () => {
    await api.database.user.update({ where: { id: 'demo-consumer' }, data: { disabledAt: new Date() } });
    const wrong = await api.anyone.post('/api/auth/sign-in/email', account('reviewer', 'wrong-password-1'));
    const unknown = await api.anyone.post('/api/auth/sign-in/email', account('nobody'));
    const disabled = await api.anyone.post('/api/auth/sign-in/email', account('consumer'));
    await api.database.user.update({ where: { id: 'demo-consumer' }, data: { disabledAt: null } });
    for (const { status, body } of [wrong, unknown, disabled]) {
      expect(status).toBe(401);
      expect({ ...body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
    }
    expect(await api.database.session.count({ where: { userId: 'demo-consumer' } })).toBe(0);
  });

  it.each(['/api/auth/sign-up/email', '/api/auth/update-user', '/api/auth/request-password-reset', '/api/auth/ok'])(
    'offers nothing at %s',
    async (path) => {
      const { status } = await api.anyone.post(path, { ...account('new'), name: 'New', role: 'admin' });
      expect(status).toBe(404);
      expect(await api.database.user.count({ where: { email: account('new').email } })).toBe(0);
    },
  );

  it('refuses fields that sign-in does not know', async () => {
    const { status, body } = await api.anyone.post('/api/auth/sign-in/email', {
      ...account('reviewer'),
      callbackURL: 'https://evil.test',
    });
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe('callbackURL');
  });

  it('binds its cookies to the one host where the platform is served over https', async () => {
    const secure = await databases.api({ environment: { BASE_URL: 'https://anjuan.example.org' } });
    const { headers } = await secure.anyone.post('/api/auth/sign-in/email', account('reviewer'));
    const cookies = headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      '__Host-anjuan.session_token',
      '__Host-anjuan.device',
    ]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Secure(;|$)/i);
      expect(cookie).toMatch(/; HttpOnly(;|$)/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
    const shown = { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') };
    expect((await secure.anyone.send('GET', '/api/me', undefined, shown)).status).toBe(200);
    const out = await secure.anyone.post('/api/auth/sign-out', undefined, shown);
    expect(out.headers.getSetCookie().join()).toMatch(/__Host-anjuan\.session_token=;.*Max-Age=0/i);
  });

  it('takes no token that was not given out', async () => {
    for (const token of ['', 'x', 'a.b', 'y'.repeat(32), "' OR 1=1 --"]) {
      const { status } = await api.anyone.send('GET', '/api/me', undefined, { Authorization: `Bearer ${token}` });
      expect(status).toBe(401);
    }
  });

  it('does not fall back on a cookie when a token is shown', async () => {
    const cookie = await cookieOf('reviewer');
    const { status } = await api.anyone.send('GET', '/api/me', undefined, {
      Cookie: cookie,
      Authorization: 'Bearer wrong',
    });
    expect(status).toBe(401);
  });
});

describe('lockout', () => {
  it('makes the guessing address wait and lets the owner in from elsewhere', async () => {
    const strict = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '3', TRUST_PROXY: '1' } });
    const from = (address: string, password: string) =>
      strict.anyone.post('/api/auth/sign-in/email', account('manager', password), { 'X-Forwarded-For': address });
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect((await from('203.0.113.7', 'guess-guess-guess')).status).toBe(401);
    const locked = await from('203.0.113.7', TRAINING_PASSWORD);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('198.51.100.9', TRAINING_PASSWORD)).status).toBe(200);
    // The wait ends by itself: the row of the count is as old as the window.
    await strict.database.$executeRaw`UPDATE "RateLimit" SET "lastRequest" = "lastRequest" - 16 * 60 * 1000`;
    expect((await from('203.0.113.7', TRAINING_PASSWORD)).status).toBe(200);
  });

  it('stops a guess spread over many addresses, but not an address the owner uses', async () => {
    const strict = await databases.api({ environment: { FAILURES_PER_ACCOUNT: '4', TRUST_PROXY: '1' } });
    const from = (address: string, password: string) =>
      strict.anyone.post('/api/auth/sign-in/email', account('manager', password), { 'X-Forwarded-For': address });
    expect((await from('198.51.100.9', TRAINING_PASSWORD)).status).toBe(200);
    for (let host = 1; host <= 4; host += 1) await from(`203.0.113.${host}`, 'guess-guess-guess');
    expect((await from('203.0.113.200', TRAINING_PASSWORD)).status).toBe(429);
    expect((await from('198.51.100.9', TRAINING_PASSWORD)).status).toBe(200);
  });

  it('believes no forwarded address unless a proxy is configured', async () => {
    const direct = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '2' } });
    for (let host = 1; host <= 2; host += 1) {
      await direct.anyone.post('/api/auth/sign-in/email', account('manager', 'guess-guess-guess'), {
        'X-Forwarded-For': `203.0.113.${host}`,
      });
    }
    const next = await direct.anyone.post('/api/auth/sign-in/email', account('manager'), {
      'X-Forwarded-For': '203.0.113.99',
    });
    expect(next.status).toBe(429);
  });

  it('keeps no e-mail address in its counts', async () => {
    await api.anyone.post('/api/auth/sign-in/email', account('someone-else', 'guess-guess-guess'));
    const rows = await api.database.rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.map(({ key }) => key))).not.toContain('@');
  });

  it('limits sign-ins of one address', async () => {
    const strict = await databases.api({ environment: { SIGN_INS_PER_ADDRESS: '2' } });
    const statuses = [];
    for (let attempt = 0; attempt < 3; attempt += 1)
      statuses.push((await strict.anyone.post('/api/auth/sign-in/email', account('manager'))).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('sessions', () => {
  it('end at once when the account is disabled, by an administrator', async () => {
    const victim = await Caller.signIn(api.baseUrl, account('provider2').email);
    const admin = await api.as('admin');
    expect((await victim.get('/api/me')).status).toBe(200);
    expect((await admin.post('/api/accounts/demo-provider2/disable')).body.disabledAt).not.toBeNull();
    expect((await victim.get('/api/me')).status).toBe(401);
    expect(await api.database.session.count({ where: { userId: 'demo-provider2' } })).toBe(0);
    await admin.post('/api/accounts/demo-provider2/enable');
    expect((await Caller.signIn(api.baseUrl, account('provider2').email)).headers).toHaveProperty('Authorization');
  });

  it('end too when the account was disabled behind the API’s back', async () => {
    const victim = await Caller.signIn(api.baseUrl, account('provider2').email);
    await api.database.user.update({ where: { id: 'demo-provider2' }, data: { disabledAt: new Date() } });
    expect((await victim.get('/api/me')).status).toBe(401);
    await api.database.user.update({ where: { id: 'demo-provider2' }, data: { disabledAt: null } });
    expect((await victim.get('/api/me')).status).toBe(401);
  });

  it('end after their hours, however much they are used, and when idle', async () => {
    const used = await Caller.signIn(api.baseUrl, account('authority').email);
    await api.database.session.updateMany({
      where: { userId: 'demo-authority' },
      data: { createdAt: new Date(Date.now() - 13 * 3_600_000) },
    });
    expect((await used.get('/api/me')).status).toBe(401);
    const idle = await Caller.signIn(api.baseUrl, account('authority').email);
    await api.database.session.updateMany({
      where: { userId: 'demo-authority' },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    expect((await idle.get('/api/me')).status).toBe(401);
  });

  it('live on when the training clock is moved by months', async () => {
    const caller = await Caller.signIn(api.baseUrl, account('authority').email);
    api.setNow('2025-12-24T10:00:00+08:00');
    expect((await caller.get('/api/me')).status).toBe(200);
    api.setNow('2025-09-01T10:00:00+08:00');
  });

  it('are shown to their owner, who can end one, and sign-out ends the one that is shown', async () => {
    const first = await Caller.signIn(api.baseUrl, account('district').email);
    const second = await Caller.signIn(api.baseUrl, account('district').email);
    const { body } = await first.get('/api/auth/sessions');
    const other = (body.items as { id: string; current: boolean }[]).find(({ current }) => !current);
    expect((await first.delete(`/api/auth/sessions/${other?.id}`)).status).toBe(204);
    expect((await second.get('/api/me')).status).toBe(401);
    expect((await first.delete(`/api/auth/sessions/${other?.id}`)).status).toBe(404);
    const out = await first.post('/api/auth/sign-out');
    expect(out.status).toBe(200);
    expect(out.headers.get('clear-site-data')).toContain('storage');
    expect((await first.get('/api/me')).status).toBe(401);
  });

  it('are 200 at once, and the oldest ends when there would be more', async () => {
    const first = await api.as('reviewer');
    const since = Date.now();
    const rows = Array.from({ length: 199 }, (_, n) => ({
      ...{ id: `ses-${n}`, token: `token-${n}`, userId: 'demo-reviewer' },
      ...{ createdAt: new Date(since + n), updatedAt: new Date(), expiresAt: new Date(since + 3_600_000) },
    }));
    await api.database.session.createMany({ data: rows });
    expect((await first.get('/api/me')).status).toBe(200);
    const credentials = { email: 'reviewer@demo.anjuan.test', password: 'Anjuan-demo-2026' };
    expect((await api.anyone.post('/api/auth/sign-in/email', credentials)).status).toBe(200);
    expect(await api.database.session.count({ where: { userId: 'demo-reviewer' } })).toBe(200);
    expect((await first.get('/api/me')).status).toBe(401);
  });

  it('all end when the password is changed, and one begins for whoever changed it', async () => {
    const { email } = await staff('changes');
    const first = await Caller.signIn(api.baseUrl, email, 'first-password-1');
    const here = await first.setPassword('first-password-1', 'second-password-2');
    const there = await Caller.signIn(api.baseUrl, email, 'second-password-2');
    const wrong = await here.post('/api/auth/change-password', {
      currentPassword: 'not-the-password',
      newPassword: 'a-third-and-other-one',
    });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'currentPassword']);
    const now = await here.setPassword('second-password-2', 'a-third-and-other-one');
    for (const old of [here, there]) expect((await old.get('/api/me')).status).toBe(401);
    expect((await now.get('/api/me')).status).toBe(200);
    expect((await now.get('/api/auth/sessions')).body.items).toHaveLength(1);
  });

  it('begin anew in the browser that changed the password', async () => {
    const { email } = await staff('browser');
    const signedIn = await api.anyone.post('/api/auth/sign-in/email', { email, password: 'first-password-1' });
    const Cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const body = { currentPassword: 'first-password-1', newPassword: 'second-password-2' };
    const { status, headers } = await api.anyone.post('/api/auth/change-password', body, { Cookie });
    expect(status).toBe(200);
    const renewed = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const asked = (cookie: string) => api.anyone.send('GET', '/api/me', undefined, { Cookie: cookie });
    expect([(await asked(Cookie)).status, (await asked(renewed)).status]).toEqual([401, 200]);
  });

  it('end when an administrator sets the password', async () => {
    const { id, email } = await staff('reset');
    const first = await Caller.signIn(api.baseUrl, email, 'first-password-1');
    const own = await first.setPassword('first-password-1', 'second-password-2');
    const admin = await api.as('admin');
    expect((await admin.post(`/api/accounts/${id}/password`, { password: 'third-password-33' })).status).toBe(204);
    expect((await own.get('/api/me')).status).toBe(401);
    await expect(Caller.signIn(api.baseUrl, email, 'third-password-33')).resolves.toBeInstanceOf(Caller);
  });
});

/** A reviewer whose account an administrator has just made, with `first-password-1`. */
async function staff(name: string): Promise<{ id: string; email: string }> {
  const { status, body } = await (
    await api.as('admin')
  ).post('/api/accounts', {
    name: '新审核',
    email: `New.${name}@example.org`,
    password: 'first-password-1',
    offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }],
  });
  expect([status, body.email, body.mustChangePassword]).toEqual([201, `new.${name}@example.org`, true]);
  return body as { id: string; email: string };
}

describe('accounts', () => {
  it('are made with a body and a region for staff, and once for an e-mail', async () => {
    const admin = await api.as('admin');
    const base = { name: '某人', email: 'somebody@example.org', password: 'long-enough-password' };
    const lacking = await admin.post('/api/accounts', { ...base, offices: [{ role: 'manager' }] });
    expect(lacking.status).toBe(422);
    expect((lacking.body.errors as { field: string }[]).map(({ field }) => field)).toEqual([
      'offices.0.bodyId',
      'offices.0.region',
    ]);
    expect((await admin.post('/api/accounts', { ...base, offices: [{ role: 'provider' }] })).body).toMatchObject({
      offices: [{ role: 'provider' }],
      level: 'PERSONAL',
    });
    expect((await admin.post('/api/accounts', { ...base, offices: [{ role: 'provider' }] })).status).toBe(409);
    expect(
      (await admin.post('/api/accounts', { ...base, email: 'x@example.org', offices: [], disabledAt: null })).status,
    ).toBe(422);
  });

  it('XC-05.1 that are filled in wrongly name the fields in words', async () => {
    const admin = await api.as('admin');
    const offices = [{ role: 'reviewer', bodyId: 'nowhere', region: 'MARS' }];
    const wrong = { name: '', email: 'a@b-.cn', password: 'short', level: 'X', offices: [{ role: 'king' }] };
    const said = async (body: object) => (await admin.post('/api/accounts', body)).body.message.zh as string;
    expect(await said(wrong)).toMatch(/姓名：.*电子邮箱：.*新密码：/);
    const good = { name: '甲', email: 'jia@example.cn', password: 'pale-otter-quilt-58' };
    expect(await said({ ...good, level: 'X', offices: [{ role: 'king' }] })).toMatch(/职务 第 1 项 职务：.*账户级别：/);
    expect(await said({ ...good, offices })).toMatch(/职务 第 1 项 机构：/);
  });

  it('can be listed page by page and changed by administrators alone', async () => {
    const admin = await api.as('admin');
    const first = await admin.get('/api/accounts?limit=4');
    const second = await admin.get(`/api/accounts?limit=200&cursor=${first.body.nextCursor}`);
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['demo-admin', 'demo-provider2']));
    expect(second.body.nextCursor).toBeNull();
    expect((await admin.patch('/api/accounts/demo-consumer', { level: 'PERSONAL' })).body.level).toBe('PERSONAL');
    expect((await admin.patch('/api/accounts/demo-consumer', { role: 'admin' })).status).toBe(422);
    expect((await admin.patch('/api/accounts/nobody', { level: 'PERSONAL' })).status).toBe(404);
    expect((await admin.post('/api/accounts/demo-admin/disable')).status).toBe(403);
  });

  it.each(['a@b-.cn', `${'a'.repeat(74)}@example.org`, '联系@示例.中国', 'a@b', 'a b@example.org'])(
    'XC-04.3 take no address that mail cannot be sent to: %s',
    async (email) => {
      const admin = await api.as('admin');
      const base = { name: '某人', password: 'long-enough-password', offices: [{ role: 'provider' }] };
      for (const { status, body } of [
        await admin.post('/api/accounts', { ...base, email }),
        await admin.patch('/api/accounts/demo-consumer', { email }),
      ]) {
        expect([status, body.errors[0].field]).toEqual([422, 'email']);
        expect(body.errors[0].message.zh).toContain('邮箱地址');
      }
    },
  );

  it('XC-04.3 can be given another address, with the care of the first: in small letters, and nobody else’s', async () => {
    const admin = await api.as('admin');
    const change = (email: string) => admin.patch('/api/accounts/demo-consumer', { email });
    const taken = await change('Manager@demo.anjuan.test');
    expect([taken.status, taken.body.code, taken.body.errors?.[0]?.field ?? taken.body.field]).toEqual([
      409,
      'ALREADY_DONE',
      'email',
    ]);
    expect((await change(' New.Address@example.org ')).body).toMatchObject({ email: 'new.address@example.org' });
    await expect(Caller.signIn(api.baseUrl, 'new.address@example.org')).resolves.toBeInstanceOf(Caller);
    expect((await change(account('consumer').email)).status).toBe(200);
  });

  it('XC-04.3 with another address have the sender look again at what could not be delivered to them, and at nothing else', async () => {
    const admin = await api.as('admin');
    const row = { template: 'setupDone', locale: 'zh-CN', recipientName: '李', data: {}, plannedAt: new Date() };
    const at = { recipientEmail: 'old@example.org', recipientId: 'demo-consumer' };
    const { id: caseId } = await api.database.case.create({
      data: {
        id: 'set-1',
        number: 'set-1',
        kind: 'storeSetup',
        regime: 'SH_STORE',
        stage: 'SETUP_OPEN',
        subject: '91350100M000100Y43',
        title: '某机构',
        bodyId: 'sh-centre',
        region: 'SH',
        ruleVersion: 1,
        calendarVersion: 1,
        openedAt: new Date(),
        opening: {},
      },
    });
    await api.database.notice.createMany({
      data: [
        { ...row, ...at, caseId, id: 'failed', key: 'failed', status: 'FAILED' },
        { ...row, ...at, caseId, id: 'sent', key: 'sent', status: 'SENT' },
        { ...row, ...at, caseId, id: 'reached', key: 'reached', status: 'FAILED', reachedAt: new Date() },
        { ...row, ...at, caseId, id: 'another', key: 'another', status: 'FAILED', recipientId: 'demo-authority' },
      ],
    });
    expect((await admin.patch('/api/accounts/demo-consumer', { email: 'other@example.org' })).status).toBe(200);
    const asked = await api.database.notice.findMany({ where: { resendAskedAt: { not: null } }, select: { id: true } });
    expect(asked).toEqual([{ id: 'failed' }]);
    await admin.patch('/api/accounts/demo-consumer', { email: account('consumer').email });
  });
});

describe('offices', () => {
  const staff = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/XUHUI' };
  const member = { role: 'provider', party: '91350100M000100Y43' };
  let serial = 0;

  async function made(offices: unknown) {
    const email = `holder-${(serial += 1)}@example.org`;
    const sent = { name: '某人', email, password: 'long-enough-password', offices };
    return (await api.as('admin')).post('/api/accounts', sent);
  }

  it('are several to an account, shown as they are held', async () => {
    const { status, body } = await made([staff, member, { role: 'consumer', party: 'person:self' }]);
    expect([status, body.offices]).toEqual([201, [{ role: 'consumer', party: `person:${body.id}` }, member, staff]]);
    const listed = await (await api.as('admin')).get(`/api/accounts?role=reviewer&q=${member.party}`);
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });

  it.each([
    ['a role nobody holds', { role: 'contact' }, ['role']],
    ['a role that is not', { role: 'king' }, ['role']],
    ['staff of nowhere', { role: 'reviewer' }, ['bodyId', 'region']],
    ['a body no regime declares', { ...staff, bodyId: 'sh-moon' }, ['bodyId']],
    ['a region beside that of the body', { ...staff, region: 'HN' }, ['region']],
    ['a region above that of the body', { role: 'district', bodyId: 'sh-pudong', region: 'SH' }, ['region']],
    ['a region whose name begins alike', { ...staff, region: 'SHX' }, ['region']],
    ['staff for a party', { ...staff, party: member.party }, ['party']],
    ['a region below that of the body that nobody has', { ...staff, region: 'SH/MARS' }, ['region']],
    ['a region by its name', { ...staff, region: '上海' }, ['region']],
    ['a body by its name', { ...staff, bodyId: '上海' }, ['bodyId']],
    ['a region in which a network has no body', { ...staff, bodyId: 'hn-hub', region: 'HN/MARS' }, ['region']],
    ['a role that the regime of the body has not', { role: 'district', bodyId: 'hn-hub', region: 'HN' }, ['role']],
    ['a member of a body', { ...member, bodyId: 'sh-centre', region: 'SH' }, ['bodyId', 'region']],
    ['a wrong check digit', { role: 'provider', party: '91350100M000100Y44' }, ['party']],
    ['somebody else', { role: 'consumer', party: 'person:demo-admin' }, ['party']],
    ['a unit', { role: 'provider', party: 'unit:sh-centre' }, ['party']],
    ['an administrator of a body', { role: 'admin', bodyId: 'sh-centre', region: 'SH' }, ['bodyId', 'region']],
    ['an administrator for a party', { role: 'admin', party: member.party }, ['party']],
  ])('XC-05.5 are not for %s', async (_what, office, fields) => {
    const { status, body } = await made([office]);
    expect([status, (body.errors as { field: string }[]).map(({ field }) => field)]).toEqual([
      422,
      fields.map((field) => `offices.0.${field}`),
    ]);
  });

  it('are held once, and changed as a whole, from the next request on', async () => {
    expect((await made([staff, member, staff])).body.errors).toMatchObject([{ field: 'offices.2' }]);
    const admin = await api.as('admin');
    const { body } = await made([member]);
    const signedIn = await Caller.signIn(api.baseUrl, body.email as string, 'long-enough-password');
    const holder = await signedIn.setPassword('long-enough-password', 'another-one-of-my-own');
    expect((await holder.get('/api/tasks')).status).toBe(403);
    expect((await admin.patch(`/api/accounts/${body.id}`, { offices: [staff] })).body.offices).toEqual([staff]);
    expect((await holder.get('/api/tasks')).status).toBe(200);
    const nowhere = await admin.patch(`/api/accounts/${body.id}`, { offices: [{ ...staff, region: 'SH/MARS' }] });
    expect([nowhere.status, nowhere.body.errors]).toMatchObject([422, [{ field: 'offices.0.region' }]]);
    expect((await admin.patch(`/api/accounts/${body.id}`, { name: '他人' })).body.offices).toEqual([staff]);
    expect((await admin.patch(`/api/accounts/${body.id}`, { offices: [] })).body.offices).toEqual([]);
    expect((await holder.get('/api/tasks')).status).toBe(403);
    expect((await holder.get('/api/me')).body).toMatchObject({ id: body.id, offices: [] });
  });
});

describe('forged requests', () => {
  it.each([
    ['another site, as a browser says it', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['another origin, from a browser that says no more', { Origin: 'https://evil.test' }, 403],
    ['an opaque origin', { Origin: 'null' }, 403],
    ['the console', { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://whatever.test' }, 200],
    ['a program', {}, 200],
  ])('with a cookie, from %s', async (_what, headers, status) => {
    const cookie = await cookieOf('provider');
    const answer = await api.anyone.post('/api/auth/sign-out', undefined, { Cookie: cookie, ...headers });
    expect(answer.status).toBe(status);
  });

  it('are refused in the form a page could post, and reading is free', async () => {
    const cookie = await cookieOf('provider');
    const form = await api.anyone.send('POST', '/api/drafts', 'data=1', {
      Cookie: cookie,
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(403);
    const plain = await api.anyone.send('POST', '/api/drafts', '{"kind":"storeApplication","data":{}}', {
      Cookie: cookie,
      'Content-Type': 'text/plain',
    });
    expect(plain.status).toBe(403);
    expect(
      (await api.anyone.send('GET', '/api/me', undefined, { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' })).status,
    ).toBe(200);
  });

  it('cannot sign a visitor in from another site', async () => {
    const { status } = await api.anyone.post('/api/auth/sign-in/email', account('provider'), {
      Origin: 'https://evil.test',
    });
    expect(status).toBe(403);
  });

  it('are no matter for a token, which no page sends by itself', async () => {
    const caller = await Caller.signIn(api.baseUrl, account('provider').email);
    expect(
      (await caller.post('/api/drafts', { kind: 'storeApplication', data: {} }, { Origin: 'https://tool.test' }))
        .status,
    ).toBe(201);
  });
});
