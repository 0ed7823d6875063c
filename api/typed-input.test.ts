/** What people type, as they type it: it is taken, and kept in one way of writing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let provider: Caller;
let reviewer: Caller;
let admin: Caller;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  [provider, reviewer, admin] = await Promise.all([api.as('provider'), api.as('reviewer'), api.as('admin')]);
});

afterAll(async () => {
  const failed = api.failures();
  await databases.stop();
  expect(failed).toEqual([]);
});

const typed = {
  creditCode: ' ９１３１ 0115ma1k3ab128 ',
  name: '上海启明(集团)100%_ＡＢ\\有限公司',
  region: 'SH/PUDONG',
  contactName: ' 张三　',
  contactPhone: '（021）55667788转8001',
  contactEmail: ' Zhang.San@Example.org ',
};

describe('a form', () => {
  it('SH-STORE-03.1 is taken as it is typed and kept in one way of writing', async () => {
    const sent = await application(provider, CODES.provider, { institution: typed });
    const { status, body } = await provider.post('/api/applications', sent);
    expect(status, JSON.stringify(body)).toBe(201);
    const { data } = await api.database.form.findFirstOrThrow({ where: { caseId: body.caseId } });
    expect((data as { institution: unknown }).institution).toEqual({
      creditCode: CODES.provider,
      name: '上海启明（集团）100%_AB\\有限公司',
      region: 'SH/PUDONG',
      contactName: '张三',
      contactPhone: '021-55667788-8001',
      contactEmail: 'Zhang.San@example.org',
    });
    expect(await api.database.case.findUniqueOrThrow({ where: { id: body.caseId } })).toMatchObject({
      subject: CODES.provider,
      title: '上海启明（集团）100%_AB\\有限公司',
    });
  });

  it.each([
    ['institution.creditCode', '000000000000000000', /请对照营业执照核对/],
    ['institution.name', '启明\u202e有限公司', /第 3 个字符是看不见的控制字符（U\+202E）/],
    ['institution.contactPhone', '55667788', /带区号的固定电话/],
    ['institution.contactEmail', 'zhang san@example.org', /应为邮箱地址/],
    ['figures.equipment', '服务器\u200b', /U\+200B/],
    ['figures.orgType', 'CLUB', /请从下列各项中选择：企业法人、律师事务所/],
    ['figures.area', -1, /不能小于 0/],
    ['figures.fullTimeStaff', 1.5, /应为整数/],
    ['figures.revenue', 1.005, /最多 2 位小数/],
  ])('SH-STORE-03.4 is told at %s what is wrong with %j', async (field, value, words) => {
    const other = await api.as('provider2');
    const sent = await application(other, CODES.provider2);
    const [part = '', name = ''] = field.split('.');
    const changed = { ...sent, [part]: { ...(sent[part] as object), [name]: value } };
    const { status, body } = await other.post('/api/applications', changed, { 'Accept-Language': 'zh-CN' });
    expect([status, body.errors.map((fault: { field: string }) => fault.field)]).toEqual([422, [field]]);
    expect(body.errors[0].message.zh).toMatch(words);
    // The sentence calls the field by its name; the program finds it by its path.
    expect([body.title, body.detail]).toEqual(['填写有误', expect.stringMatching(/^请更正：[^：a-z.]+：/)]);
  });
});

describe('a search', () => {
  const found = async (caller: Caller, path: string, q: string) => {
    const { status, body } = await caller.get(`${path}?q=${encodeURIComponent(q)}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.items.length as number;
  };

  it.each([
    '（集团）',
    '(集团)',
    '启明(集',
    'ＡＢ',
    'ab',
    '100%',
    '%_',
    '_AB',
    'B\\有',
    CODES.provider,
    '91310115ma1k3ab128',
    '９１３１０１１５ＭＡ１Ｋ３ＡＢ１２８',
  ])('XC-05.3 finds a case by %s', async (q) => {
    expect(await found(reviewer, '/api/cases', q)).toBe(1);
  });

  it.each(['%', '_', '\\', '100_', '启%公司', '0%%'])('XC-05.3 reads %s as itself', async (q) => {
    const title = '上海启明（集团）100%_AB\\有限公司';
    expect(await found(reviewer, '/api/cases', q)).toBe(title.includes(q) ? 1 : 0);
    expect(await found(admin, '/api/accounts', q)).toBe(0);
  });

  const COLLEAGUE = '赵%_（复核）\\审核';

  describe('of people', () => {
    let manager: Caller;
    let colleagues: string;

    beforeAll(async () => {
      manager = await api.as('manager');
      const offices = [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }];
      const account = { name: COLLEAGUE, email: 'zhao@example.org', password: 'long-enough-password', offices };
      expect((await admin.post('/api/accounts', account)).status).toBe(201);
      const task = await api.database.task.findFirstOrThrow({ where: { name: 'preliminaryReview', closedAt: null } });
      const path = `/api/tasks/${encodeURIComponent(task.id)}`;
      expect((await reviewer.post(`${path}/claim`)).status).toBe(200);
      colleagues = `${path}/colleagues`;
    });

    it.each([
      ['%', 1],
      ['_', 1],
      ['\\', 1],
      ['(复核)', 1],
      ['（复核', 1],
      ['赵%', 1],
      ['赵_', 0],
      ['%%', 0],
      ['赵%审核', 0],
      ['_审核', 0],
    ])('XC-05.3 XC-05.5 reads %s as itself, for who assigns and who delegates', async (q, count) => {
      expect(await found(manager, '/api/people', q)).toBe(count);
      expect(await found(reviewer, colleagues, q)).toBe(count);
    });
  });

  it('XC-05.3 finds cases of a party and accounts by a code or address as it is typed', async () => {
    const code = encodeURIComponent('９１３１０１１５ｍａ１ｋ３ａｂ１２８');
    expect((await reviewer.get(`/api/cases?subject=${code}`)).body.items).toHaveLength(1);
    expect(await found(admin, '/api/accounts', ' Provider@demo.anjuan.test ')).toBe(1);
  });
});

describe('faults', () => {
  it('XC-05.1 are told in the language that is asked for, or else that of the account', async () => {
    const ask = async (language?: string) =>
      (
        await reviewer.send(
          'GET',
          '/api/tasks?view=everything',
          undefined,
          language === undefined ? {} : { 'Accept-Language': language },
        )
      ).body as { title: string; detail: string };
    expect(await ask('zh-CN,zh;q=0.9,en;q=0.8')).toMatchObject({
      title: '填写有误',
      detail: expect.stringMatching(/请更正：view：请从下列各项中选择：我的和可领取的、/) as string,
    });
    expect(await ask('en-GB,en;q=0.9')).toMatchObject({
      title: 'The input has faults',
      detail: expect.stringMatching(/^Please correct: view: choose one of these: mine/) as string,
    });
    await api.database.user.update({ where: { id: 'demo-reviewer' }, data: { locale: 'en' } });
    for (const language of [undefined, '*', 'fr']) expect((await ask(language)).title).toBe('The input has faults');
    await api.database.user.update({ where: { id: 'demo-reviewer' }, data: { locale: 'zh-CN' } });
    expect((await ask('fr')).title).toBe('填写有误');
  });

  it('XC-02.3 of a calendar stand where they are', async () => {
    const year = { year: 2027, off: '0101-0103 0501-0505 1001-1007', work: '0105', source: '国办发明电' };
    const fields = async (change: object) => {
      const { status, body } = await admin.post('/api/calendar/preview', { ...year, work: '', ...change });
      return [status, ...(body.errors ?? []).map(({ field }: { field: string }) => field)];
    };
    expect(await fields({ off: '0101 x' })).toEqual([422, 'off', 'off', 'off', 'off', 'off']);
    expect(await fields({ work: '0105' })).toEqual([422, 'work']);
    expect(await fields({ work: '１３０１' })).toEqual([422, 'work']);
    expect(await fields({ source: ' ' })).toEqual([422, 'source']);
    expect(await fields({ off: '０１０１－０１０３、0501-0505 1001–1007' })).toEqual([200]);
  });
});
