/** The pages of the API process, as a browser asks for them: cookie in, HTML out. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRAINING_PASSWORD } from '../prisma/seed.ts';
import type { Exchange } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

const NAME = '上海启明企业服务有限公司';

let databases: TestDatabases;
let api: TestApi;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-26T10:00:00+08:00' });
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
  const reviewer = await api.as('reviewer');
  await reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, { items: ['审计报告'], reason: '缺页' });
});

afterAll(() => databases.stop());

/** Posts the form of the sign-in page, as a browser does from a page of this site. */
function submit(fields: Record<string, string>, headers: Record<string, string> = {}, of = api): Promise<Exchange> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return of.anyone.send('POST', '/sign-in', form, { 'Sec-Fetch-Site': 'same-origin', ...headers });
}

const typed = (account: string, password = TRAINING_PASSWORD) => ({
  email: `${account}@demo.anjuan.test`,
  password,
  next: `/cases/${caseId}`,
});

const cookies = new Map<string, string>();

/** Gets a page as a browser in which this account has signed in. */
async function visit(account: string, path: string, headers: Record<string, string> = {}): Promise<Exchange> {
  const signedIn = cookies.get(account) ?? cookieOf(await submit(typed(account)));
  cookies.set(account, signedIn);
  return api.anyone.send('GET', path, undefined, { Cookie: signedIn, Accept: 'text/html', ...headers });
}

function cookieOf({ headers }: Exchange): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const institutionOf = (creditCode: string) => ({
  creditCode,
  name: '上海致远知识产权代理有限公司',
  region: 'SH/XUHUI',
  contactName: '李四',
  contactPhone: '021-55667799',
  contactEmail: 'li.si@example.org',
});

const place = () => `/cases/${caseId}`;

describe('every page', () => {
  it('is HTML that is not kept, and may load nothing but its own style sheet', async () => {
    for (const path of ['/', place(), '/sign-in', '/cases/none', '/nothing']) {
      const { headers, body } = await visit('provider', path);
      expect(headers.get('content-type'), path).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control'), path).toBe('no-store');
      const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers.get('content-security-policy'), path).toBe(
        `default-src 'none';style-src 'sha256-${hash}';form-action 'self';frame-ancestors 'none';base-uri 'none'`,
      );
      expect(body, path).not.toMatch(/<script| style="| on\w+="|javascript:/i);
      // A browser that does not send Sec-Fetch-Site is known by its Origin, which this policy lets it send.
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
    }
  });

  it('speaks Chinese, or English as the address, the account or the browser asks', async () => {
    const languageOf = async (account: string, path: string, language?: string) => {
      const { body } = await visit(account, path, language === undefined ? {} : { 'Accept-Language': language });
      return [/<html lang="([\w-]+)"/.exec(body)?.[1], body.includes('Where it stands'), body.includes('目前状态')];
    };
    const zh = ['zh-CN', false, true];
    const en = ['en', true, false];
    expect(await languageOf('provider', place())).toEqual(zh);
    expect(await languageOf('provider', place(), 'zh-CN,zh;q=0.9,en;q=0.8')).toEqual(zh);
    expect(await languageOf('provider', place(), 'en-GB,en;q=0.9')).toEqual(en);
    expect(await languageOf('provider', `${place()}?lang=en`)).toEqual(en);
    expect(await languageOf('provider', `${place()}?lang=zh-CN`, 'en-GB')).toEqual(zh);
    await api.database.user.update({ where: { id: 'demo-reviewer2' }, data: { locale: 'en' } });
    expect(await languageOf('reviewer2', place(), 'zh-CN')).toEqual(en);
    expect(await languageOf('reviewer2', `${place()}?lang=zh-CN`)).toEqual(zh);
  });

  it('keeps a language that was asked for on its links, and offers the other', async () => {
    const { body } = await visit('provider', '/?lang=en');
    expect(body).toContain(`href="/cases/${caseId}?lang=en"`);
    expect(body).toContain('href="?lang=zh-CN"');
    const form = await api.anyone.get('/sign-in?lang=en&next=%2Fcases%2Fapp-1');
    expect(form.body).toContain('action="/sign-in?lang=en"');
    expect(form.body).toContain('href="?next=%2Fcases%2Fapp-1&amp;lang=zh-CN"');
  });

  it('has landmarks, one first heading, and a way to sign out', async () => {
    const { body } = await visit('provider', place());
    for (const mark of ['<header>', '<nav aria-label=', '<main>', '<footer>', 'name="viewport"', '<th scope="col">'])
      expect(body).toContain(mark);
    expect(body.match(/<h1>/g)).toHaveLength(1);
    expect(body).toContain('action="/sign-out"');
  });

  it('stands beside the API and not in its document', async () => {
    const { body } = await api.anyone.get('/api/openapi.json');
    expect(Object.keys(body.paths).filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });
});

describe('signing in', () => {
  it('is what a page asks of a stranger, and leads back to it', async () => {
    const { status, headers } = await api.anyone.get(`${place()}?lang=en`);
    expect(status).toBe(303);
    const location = headers.get('location') ?? '';
    expect(location).toBe(`/sign-in?next=${encodeURIComponent(`${place()}?lang=en`)}&lang=en`);
    const form = await api.anyone.get(location);
    expect(form.status).toBe(200);
    expect(form.body).toContain(`name="next" value="${place()}?lang=en"`);
    expect((await api.anyone.get('/')).headers.get('location')).toBe('/sign-in');
  });

  it('sets the cookie of the API and goes on', async () => {
    const answer = await submit(typed('provider'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, place()]);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^anjuan\.session_token=.*HttpOnly.*SameSite=Lax/i);
    const me = await api.anyone.send('GET', '/api/me', undefined, { Cookie: cookieOf(answer) });
    expect(me.body.id).toBe('demo-provider');
    const secure = await databases.api({ environment: { BASE_URL: 'https://anjuan.example.org' } });
    expect((await submit(typed('provider'), {}, secure)).headers.getSetCookie()[0]).toMatch(/^__Host-.*Secure/i);
  });

  it.each([
    ['provider', 'wrong-password-1'],
    ['nobody', TRAINING_PASSWORD],
  ])('says in words that it failed for %s, keeps the address and sets no cookie', async (account, password) => {
    const { status, body, headers } = await submit(typed(account, password));
    expect(status).toBe(401);
    expect(body).toContain('<p class="error" role="alert">邮箱或密码不正确，或账户已停用。</p>');
    expect(body).toContain(`value="${account}@demo.anjuan.test"`);
    expect(body).toContain(`name="next" value="${place()}"`);
    expect(body).not.toContain(password === TRAINING_PASSWORD ? 'type="password" value' : password);
    expect(headers.getSetCookie()).toEqual([]);
    const english = await submit(typed(account, password), { 'Accept-Language': 'en' });
    expect(english.body).toContain('E-mail or password is wrong, or the account is disabled.');
  });

  it('says what is wrong with what was typed, and takes it as text', async () => {
    const { status, body } = await submit({ email: '"><script>alert(1)</script>', password: 'x', next: '/' });
    expect(status).toBe(422);
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(body).not.toContain('<script');
  });

  it.each([
    'https://evil.test/',
    '//evil.test/',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/cases/\n//evil.test',
    '/cases/../..//evil.test',
    '/cases//evil.test',
    '/cases/%2e%2e//evil.test',
    'javascript:alert(1)',
    '/api/auth/sign-out',
    '/@evil.test',
    '/?next=//evil.test',
    '',
  ])('leads nowhere but to pages of this site: %j', async (next) => {
    const { status, headers } = await submit({ ...typed('provider'), next });
    expect([status, headers.get('location')]).toEqual([303, '/']);
    const form = await api.anyone.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(form.body).toContain('name="next" value="/"');
    expect(form.body).not.toMatch(/(value|action)="[^"]*evil/);
  });

  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.test' }],
  ])('is refused to a form of another site: %j', async (headers) => {
    const answer = await submit(typed('provider'), headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('请求来自其他网站');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('says so of a form that cannot be read', async () => {
    const form = new FormData();
    form.append('email', new Blob(['x']), 'x.txt');
    const { status, body } = await api.anyone.send('POST', '/sign-in', form);
    expect(status).toBe(400);
    expect(body).toContain('表单无法读取，请重新填写。');
  });

  it('is refused to the other types a form can send', async () => {
    const { status, headers } = await api.anyone.send(
      'POST',
      '/sign-in',
      new URLSearchParams(typed('provider')).toString(),
      {
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    );
    expect([status, headers.getSetCookie()]).toEqual([403, []]);
  });

  it('shares lockout and limits with the API', async () => {
    const locked = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '2' } });
    await submit(typed('manager', 'guess-guess-guess'), {}, locked);
    await locked.anyone.post('/api/auth/sign-in/email', {
      email: typed('manager').email,
      password: 'guess-guess-guess',
    });
    const { status, body, headers } = await submit(typed('manager'), {}, locked);
    expect(status).toBe(429);
    expect(body).toContain('登录失败次数过多，请在 15 分钟后再试。');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    const limited = await databases.api({ environment: { SIGN_INS_PER_ADDRESS: '1', REQUESTS_PER_ADDRESS: '4' } });
    await limited.anyone.post('/api/auth/sign-in/email', {
      email: typed('manager').email,
      password: TRAINING_PASSWORD,
    });
    expect((await submit(typed('manager'), {}, limited)).status).toBe(429);
    expect((await limited.anyone.get('/sign-in')).status).toBe(200);
    await limited.anyone.get('/sign-in');
    expect((await limited.anyone.get('/sign-in')).status).toBe(429);
  });

  it('names the accounts of training mode there and nowhere else', async () => {
    expect((await api.anyone.get('/sign-in')).body).toContain(TRAINING_PASSWORD);
    const production = await databases.api({ environment: { MODE: 'production' } });
    const { status, body } = await production.anyone.get('/sign-in');
    expect(status).toBe(200);
    expect(body).not.toMatch(/Anjuan-demo|demo\.anjuan/);
  });

  it('is undone by the button, for the API as well', async () => {
    const cookie = cookieOf(await submit(typed('provider2')));
    const out = (headers: Record<string, string>) =>
      api.anyone.send('POST', '/sign-out', new FormData(), { Cookie: cookie, ...headers });
    expect((await out({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    const { status, headers } = await out({ 'Sec-Fetch-Site': 'same-origin' });
    expect([status, headers.get('location')]).toEqual([303, '/sign-in']);
    expect(headers.getSetCookie()[0]).toMatch(/^anjuan\.session_token=;.*Max-Age=0/i);
    expect((await api.anyone.send('GET', '/api/me', undefined, { Cookie: cookie })).status).toBe(401);
    expect((await out({ 'Sec-Fetch-Site': 'same-origin' })).headers.get('location')).toBe('/sign-in');
  });
});

describe('the page of a case', () => {
  it('XC-03.2 tells the provider where the case stands, what to do, by when, counted how, and what follows', async () => {
    const { status, body } = await visit('provider', place());
    expect(status).toBe(200);
    for (const words of [
      `<h1>开店申请 · ${NAME}</h1>`,
      '<strong>退回补正</strong>',
      '提交补正材料',
      `<code>POST /api/cases/${caseId}/actions/…</code>`,
      '2025年10月16日 24:00（北京时间 UTC+8）',
      '还剩 10 个工作日',
      '申请终止，不影响再次申请',
      '《办法》二.2',
      '<summary>逐日说明</summary>',
      '第 10 日',
      '>2025-10-16 24:00</time>',
      '2025年10月1日',
    ])
      expect(body).toContain(words);
    const english = (await visit('provider', `${place()}?lang=en`)).body;
    for (const words of [
      '24:00 on Thursday 16 October 2025 (UTC+8)',
      '10 working days left',
      'The application lapses; no bar follows',
      'Answer the request for supplement',
      'Counted day by day',
    ])
      expect(english).toContain(words);
  });

  it('XC-05.3 XC-04.1 tells the past in order with its notices, and what lies ahead', async () => {
    await api.database.notice.updateMany({
      where: { caseId, template: 'applicationReceived' },
      data: { status: 'SENT', subject: '收件回执' },
    });
    await api.database.notice.updateMany({
      where: { caseId, template: 'supplementRequested' },
      data: { status: 'FAILED', subject: '补正通知' },
    });
    const { body } = await visit('provider', place());
    const found = ['立案：开店申请', '收件回执', '已退回补正', '补正通知', '接下来', '发出提醒邮件'].map((words) =>
      body.indexOf(words, body.indexOf('id="timeline"')),
    );
    expect(
      found.every((at) => at > 0),
      String(found),
    ).toBe(true);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(body).toContain('<time dateTime="2025-09-26T10:00:00.000+08:00">2025-09-26 10:00</time>');
    // Every line says what the API says, with the reasons.
    const { items } = (await (await api.as('provider')).get(`/api/cases/${caseId}/timeline`)).body;
    for (const { title } of items) expect(body).toContain(title.zh);
    expect(body).toMatch(/已退回补正：[^<]+。理由：[^<]+/);
    expect(body).toMatch(/收件回执 → [\w.]+@\S+ <strong>已发送/);
    expect(body).toMatch(/补正通知 → [\w.]+@\S+ <strong class="late">发送失败/);
  });

  it('shows each reader what the API shows them: tasks, internal targets and names to those who may', async () => {
    const { body } = await visit('provider', place());
    expect(body).not.toMatch(/李审核|初审内部时限|id="tasks"/);
    await (
      await api.as('provider')
    ).post(`/api/cases/${caseId}/actions/answerSupplement`, { figures: { fullTimeStaff: 25 }, note: '已更正' });
    const staff = (await visit('reviewer', place())).body;
    expect(staff).toMatch(/id="tasks"[\s\S]*待领取/);
    expect(staff).toContain('李审核');
    for (const account of ['provider', 'reviewer', 'manager']) {
      const { actions, deadlines } = (await (await api.as(account)).get(`/api/cases/${caseId}`)).body;
      const page = (await visit(account, place())).body as string;
      expect(page.match(/<code>\w+<\/code>/g) ?? []).toEqual(
        actions.map(({ name }: { name: string }) => `<code>${name}</code>`),
      );
      expect(page.match(/class="deadline"/g) ?? []).toHaveLength(deadlines.length);
    }
  });

  it('names the outcome of a closed case, and leads to the cases beside it', async () => {
    const provider2 = await api.as('provider2');
    const filed = await application(provider2, CODES.provider2, { institution: institutionOf(CODES.provider2) });
    const id = (await provider2.post('/api/applications', filed)).body.caseId as string;
    expect((await provider2.post(`/api/cases/${id}/actions/withdraw`, {})).status).toBe(200);
    const row = await api.database.case.findUniqueOrThrow({ where: { id } });
    const beside = { kind: 'rectification', stage: 'NOTIFIED', parentId: id, about: null, closedAt: null };
    await api.database.case.create({
      data: {
        ...{
          ...row,
          ...beside,
          id: 'rec-beside',
          number: '整顿1',
          state: row.state as object,
          opening: row.opening as object,
        },
        parties: { create: { name: 'provider', party: row.subject } },
      },
    });
    const { body } = await visit('provider2', `/cases/${id}?lang=en`);
    const { outcomeTitle, closedAt } = (await provider2.get(`/api/cases/${id}`)).body;
    expect(body).toContain(`<dt>Outcome</dt><dd>${outcomeTitle.en}</dd>`);
    expect(body).toContain(`<dt>Closed</dt><dd><time dateTime="${closedAt}">`);
    expect(body).toContain('There is nothing for you to do at present.');
    expect(body).toContain('<a href="/cases/rec-beside?lang=en">Rectification</a>');
    await api.database.caseParty.deleteMany({ where: { caseId: 'rec-beside' } });
    await api.database.case.delete({ where: { id: 'rec-beside' } });
  });

  it.each([
    ['provider2', 404, '没有这个案件。', '用收到邮件的账户登录'],
    ['district', 403, '案件不在您的机构或区域范围内。', '请联系办理机构'],
    ['consumer', 404, '没有这个案件。', '用收到邮件的账户登录'],
  ])(
    'XC-05.5 tells %s nothing of a case that is not theirs, but what to do',
    async (account, status, words, wayOut) => {
      const answer = await visit(account, place());
      expect(answer.status).toBe(status);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain(wayOut);
      expect(answer.body).toContain('action="/sign-out"');
      for (const part of [NAME, CODES.provider, '补正', '开店申请']) expect(answer.body).not.toContain(part);
      const never = await visit(account, '/cases/app-none');
      if (status === 404) {
        const plain = (body: string) => body.replace(/urn:anjuan:request:[\w-]+/, '');
        expect(plain(never.body)).toBe(plain(answer.body));
      }
    },
  );

  it('takes hostile names as text', async () => {
    const hostile = `</title></style><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
    await api.database.case.update({ where: { id: caseId }, data: { title: hostile } });
    await api.database.notice.updateMany({ where: { caseId }, data: { subject: hostile } });
    for (const path of ['/', place()]) {
      const { body } = await visit('provider', path);
      expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&gt;&lt;img');
      expect(body).not.toMatch(/<script|<img/i);
    }
    await api.database.case.update({ where: { id: caseId }, data: { title: NAME } });
  });

  it('leads on where the timeline is longer than a page, and back', async () => {
    const last = await api.database.timelineEvent.findFirstOrThrow({ where: { caseId }, orderBy: { seq: 'desc' } });
    const more = Array.from({ length: 60 }, (_, index) => ({
      ...last,
      seq: last.seq + index + 1,
      title: { zh: `第${index + 1}条`, en: `Line ${index + 1}` },
      actor: last.actor as object,
      detail: {},
      hash: `${index}`,
    }));
    await api.database.timelineEvent.createMany({ data: more });
    const first = (await visit('provider', `${place()}?lang=en`)).body as string;
    expect(first).toContain('Line 1<');
    expect(first).not.toContain('Line 60<');
    const on = /href="([^"]+)#timeline">Later lines/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = (await visit('provider', on)).body as string;
    expect(second).toContain('Line 60<');
    expect(second).not.toContain('Later lines');
    expect(second).toContain(`href="/cases/${caseId}?lang=en">From the beginning`);
    expect((await visit('provider', `${place()}?cursor=nonsense`)).status).toBe(422);
    expect((await visit('provider', `${place()}?utm_source=mail`)).status).toBe(200);
  });
});

describe('the list', () => {
  it('XC-05.5 has the cases the reader may see, the latest first, page by page', async () => {
    const row = await api.database.case.findUniqueOrThrow({ where: { id: caseId } });
    await api.database.case.createMany({
      data: Array.from({ length: 51 }, (_, index) => ({
        ...row,
        state: row.state as object,
        opening: row.opening as object,
        id: `app-${index}`,
        number: `开店${index}`,
        kind: 'storeSetup',
        openedAt: new Date(row.openedAt.getTime() - (index + 1) * 60_000),
      })),
    });
    await api.database.caseParty.createMany({
      data: Array.from({ length: 51 }, (_, index) => ({
        caseId: `app-${index}`,
        name: 'provider',
        party: row.subject,
      })),
    });
    const { status, body } = await visit('provider', '/');
    expect(status).toBe(200);
    const links = (page: string) => [...page.matchAll(/href="\/cases\/([^"]+)"/g)].map(([, id]) => id);
    const onFirst = links(body);
    expect(onFirst).toHaveLength(50);
    expect(onFirst.slice(0, 3)).toEqual([caseId, 'app-0', 'app-1']);
    const on = /href="(\/\?cursor=[^"]+)"/.exec(body)?.[1] ?? '';
    expect(links((await visit('provider', on)).body)).toEqual(['app-49', 'app-50']);
    expect((await visit('authority', '/')).body).toContain('暂无案件。');
    expect((await visit('consumer', '/')).body).toContain('暂无案件。');
  });

  it('HN-NET-18.1 tells a consumer who has no case what can be filed, and an account without rights whom to ask', async () => {
    const consumer = await visit('consumer', '/');
    expect(consumer.status).toBe(200);
    for (const words of ['您可以提交', 'POST /api/cases/consumerRegistration', 'POST /api/cases/complaint'])
      expect(consumer.body).toContain(words);
    expect((await visit('provider', '/')).body).not.toContain('您可以提交');
    const admin = await api.as('admin');
    const account = { name: '新用户', email: 'new@demo.anjuan.test', password: TRAINING_PASSWORD, offices: [] };
    expect((await admin.post('/api/accounts', account)).status).toBe(201);
    const entered = await submit({ ...typed('new'), next: '/' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    const { status, body } = await visit('new', '/');
    expect(status).toBe(200);
    expect(body).toContain('您的账户尚未开通权限');
    expect(body).toContain('new@demo.anjuan.test');
    expect((await visit('new', '/?lang=en')).body).toContain('Your account has no rights yet');
  });

  it('A-08 SH-STORE-04.6 shows the internal target to the manager alone', async () => {
    await (await api.as('provider')).post(`/api/cases/${caseId}/actions/answerSupplement`, { note: '已补' });
    const target = '线上初审内部时限';
    expect((await visit('manager', place())).body).toContain(target);
    const { body } = await visit('reviewer', place());
    expect(body).toContain('线上初审');
    expect(body).not.toContain(target);
    const row = /<td>线上初审<\/td>.*?<\/tr>/.exec(body)?.[0] ?? '';
    expect(row).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(row).toContain('待领取');
  });
});

describe('failures', () => {
  it('are pages for a person and documents for a program', async () => {
    const person = await visit('provider', '/nothing');
    expect([person.status, person.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(person.body).toContain('没有这个地址。');
    const program = await api.anyone.get('/nothing');
    expect([program.status, program.body.code]).toEqual([404, 'NOT_FOUND']);
    const ofApi = await visit('provider', '/api/nothing');
    expect([ofApi.status, ofApi.body.code]).toEqual([404, 'NOT_FOUND']);
    for (const [path, status] of [
      ['/cases/%E0%A4%A', 404],
      ['/cases/..%2f..%2fetc', 422],
      ['/cases/', 404],
    ] as const)
      expect((await visit('provider', path)).status, path).toBe(status);
    expect((await api.anyone.send('PUT', '/sign-in')).status).toBe(405);
  });

  it('of the platform say nothing of their cause but the number to look for', async () => {
    const broken = await databases.api();
    const cookie = cookieOf(await submit(typed('provider'), {}, broken));
    Object.assign(broken.context.clock, { now: () => Promise.reject(new Error('secret cause')) });
    const { status, body } = await broken.anyone.send('GET', '/', undefined, {
      Cookie: cookie,
      'X-Request-Id': 'trace-12345',
    });
    expect(status).toBe(500);
    expect(body).toContain('urn:anjuan:request:trace-12345');
    expect(body).not.toContain('secret cause');
    expect(broken.logged()).toContain('secret cause');
  });
});
