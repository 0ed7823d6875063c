/** The doors at which cases are filed: what they refuse, in words, and that nothing has changed then. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from '../rules/roles.ts';
import { CODE_MINUTES, CODES_AN_HOUR, MOST_TRIES } from './mailed-code.ts';
import { Caller, type Exchange } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { uploaded } from './testing/samples.ts';

const SUPPLIER = '91430102MA4L8XK93A';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2026-02-13T18:00:00+08:00' });
});

afterAll(async () => {
  const failed = api.failures();
  await databases.stop();
  expect(failed).toEqual([]);
});

const complaint = {
  provider: SUPPLIER,
  reason: 'NOT_AS_PROMISED',
  account: '逾期一个月才交付。',
  claim: '退还一半费用',
  happenedOn: '2026-02-10',
};
const consumer = {
  kind: 'INDIVIDUAL',
  name: '刘洋',
  identityNumber: '11010519491231002X',
  address: '浏阳市淮川街道1号',
  telephone: '13800001111',
  consent: true,
};

let addresses = 0;
/** Somebody who has not filed yet. */
const somebody = (more: object = {}) => ({ name: '王小明', email: `w${(addresses += 1)}@example.org`, ...more });

const file = (contact: object, form: object = complaint, kind = 'complaint'): Promise<Exchange> =>
  api.anyone.post(`/api/intakes/${kind}`, { contact, form, consent: true });
const confirm = (requestId: string, code: string, kind = 'complaint'): Promise<Exchange> =>
  api.anyone.post(`/api/intakes/${kind}/confirm`, { requestId, code });

/** The code that a request's mail holds, as the outbox has it. */
async function codeOf(requestId: string): Promise<string> {
  const { data } = await api.database.notice.findUniqueOrThrow({ where: { id: `ntc-${requestId}` } });
  return (data as { code: string }).code;
}

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function waiting(contact: object = somebody(), form: object = complaint): Promise<{ id: string; code: string }> {
  const { status, body } = await file(contact, form);
  expect(status, JSON.stringify(body)).toBe(202);
  return { id: body.requestId, code: await codeOf(body.requestId) };
}

async function opened(contact: object = somebody()): Promise<{ caseId: string; caller: Caller; code: string }> {
  const { id, code } = await waiting(contact);
  const { status, body } = await confirm(id, code);
  expect(status, JSON.stringify(body)).toBe(201);
  const caller = new Caller(api.baseUrl, { Authorization: `Tracking ${body.trackingCode}` });
  return { caseId: body.caseId, caller, code: body.trackingCode };
}

const counted = async () => ({
  cases: await api.database.case.count(),
  contacts: await api.database.contact.count(),
  forms: await api.database.form.count(),
  notices: await api.database.notice.count(),
  requests: await api.database.intakeRequest.count(),
  codes: await api.database.trackingCode.count(),
});

/** Refused with this status and code, in words of both languages, and nothing is there that was not before. */
async function refused(
  request: () => Promise<Exchange>,
  status: number,
  code: string,
  words?: { zh: string; en: string },
): Promise<Exchange> {
  const before = await counted();
  const answer = await request();
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  expect(answer.body).toMatchObject({
    code,
    message: { zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/[a-z]{3}/) },
  });
  const said = JSON.stringify(answer.body);
  if (words !== undefined) for (const part of Object.values(words)) expect(said).toContain(part);
  expect(await counted()).toEqual(before);
  return answer;
}

describe('the code of an address', () => {
  it('HN-NET-20.1 opens the case once it comes back, and nothing before', async () => {
    const before = await counted();
    const { id, code } = await waiting();
    expect(await counted()).toEqual({ ...before, requests: before.requests + 1, notices: before.notices + 1 });
    const { status, body } = await confirm(id, code);
    expect(status).toBe(201);
    expect(body.trackingCode).toMatch(/^[0-9a-f]{32}$/);
    expect(await counted()).toMatchObject({
      cases: before.cases + 1,
      contacts: before.contacts + 1,
      codes: before.codes + 1,
    });
    // Neither code is kept, and what was filled in lies in the case alone.
    const kept = await api.database.intakeRequest.findUniqueOrThrow({ where: { id } });
    expect(kept).toMatchObject({ caseId: body.caseId, form: {} });
    expect(JSON.stringify([kept, await api.database.trackingCode.findMany()])).not.toContain(body.trackingCode);
  });

  it('if wrong, counts down from five, and the last one voids the request, right code or not', async () => {
    const { id, code } = await waiting();
    for (let left = MOST_TRIES - 1; left > 0; left--) {
      const words = { zh: `还可尝试 ${left} 次`, en: `${left} tries are left` };
      const { body } = await refused(() => confirm(id, another(code)), 422, 'INVALID_INPUT', words);
      expect(body).toMatchObject({ facts: { left } });
    }
    await refused(() => confirm(id, another(code)), 422, 'INVALID_INPUT', { zh: '次数已用完', en: 'the last try' });
    await refused(() => confirm(id, code), 409, 'LIMIT_REACHED', { zh: '验证码已失效', en: 'does not hold any more' });
  });

  it('counts tries that come at the same moment one by one', async () => {
    const { id, code } = await waiting();
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(id, another(code))));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(MOST_TRIES);
    expect(answers.filter(({ body }) => body.code === 'LIMIT_REACHED')).toHaveLength(3);
  });

  it('works once, also if it is sent twice at the same moment', async () => {
    const { id, code } = await waiting();
    const before = await counted();
    const answers = await Promise.all([confirm(id, code), confirm(id, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await counted()).cases).toBe(before.cases + 1);
    await refused(() => confirm(id, code), 409, 'ALREADY_DONE', { zh: '已经使用', en: 'used already' });
  });

  it('does not hold after a quarter of an hour of real time', async () => {
    const { id, code } = await waiting();
    const { expiresAt } = await api.database.intakeRequest.findUniqueOrThrow({ where: { id } });
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(CODE_MINUTES * 60_000);
    await api.database.intakeRequest.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    await refused(() => confirm(id, code), 409, 'LIMIT_REACHED', { zh: '超过有效时间', en: 'its time is over' });
  });

  it('is one of its request and its kind, and six digits', async () => {
    const { id, code } = await waiting();
    await refused(() => confirm(id, code, 'mediation'), 404, 'NOT_FOUND', { zh: '请重新提交', en: 'file again' });
    await refused(() => confirm('int-none', code), 404, 'NOT_FOUND');
    for (const wrong of ['12345', '1234567', 'abcdef', '１２３４５６'])
      await refused(() => confirm(id, wrong), 422, 'INVALID_INPUT');
    expect(await api.database.intakeRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ attempts: 0 });
    const other = await waiting();
    if (other.code !== code) await confirm(other.id, code).then(({ status }) => expect(status).toBe(422));
  });
});

describe('a flood', () => {
  it('of one address, however it is written, is sent three codes an hour', async () => {
    const contact = somebody();
    for (let sent = 0; sent < CODES_AN_HOUR; sent++) expect((await file(contact)).status).toBe(202);
    const words = { zh: '一小时后再试', en: 'try again in an hour' };
    await refused(() => file(contact), 429, 'TOO_MANY_REQUESTS', words);
    await refused(() => file({ ...contact, email: contact.email.toUpperCase() }), 429, 'TOO_MANY_REQUESTS', words);
    expect((await file(somebody())).status).toBe(202);
  });

  it('of requests at the same moment is counted as one after the other', async () => {
    const contact = somebody();
    const answers = await Promise.all(Array.from({ length: 6 }, () => file(contact)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(CODES_AN_HOUR);
  });

  it('from one network address is held up whatever addresses it names', async () => {
    const strict = await databases.api({ environment: { SIGN_INS_PER_ADDRESS: '5' } });
    const statuses: number[] = [];
    for (let at = 0; at < 7; at++) {
      const { status } = await strict.anyone.post('/api/intakes/complaint', {
        contact: somebody(),
        form: { ...complaint, happenedOn: '2025-08-01' },
        consent: true,
      });
      statuses.push(status);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429, 429]);
    expect(await strict.database.notice.count()).toBe(5);
  });
});

describe('the open door', () => {
  it('takes no text beyond its length, and no field it does not know', async () => {
    const long = { ...complaint, account: '长'.repeat(4001) };
    const { body } = await refused(() => file(somebody(), long), 422, 'INVALID_INPUT');
    expect(body.errors).toMatchObject([{ field: 'form.account' }]);
    const unknown = await refused(() => file(somebody(), { ...complaint, priority: 9 }), 422, 'INVALID_INPUT');
    expect(JSON.stringify(unknown.body.errors)).toContain('priority');
    await refused(() => file(somebody({ role: 'manager' })), 422, 'INVALID_INPUT');
    await refused(() => file(somebody({ name: '王'.repeat(101) })), 422, 'INVALID_INPUT');
    await refused(() => file(somebody({ email: 'nobody' })), 422, 'INVALID_INPUT');
    await refused(() => file({ name: '王小明' }), 422, 'INVALID_INPUT');
  });

  it('takes no files before the address is verified, and says how to add them', async () => {
    const fileId = await uploaded(await api.as('consumer'));
    const withFile = { ...complaint, fileIds: [fileId] };
    const words = { zh: '立案后请凭查询码补充', en: 'add them with the tracking code' };
    const { body } = await refused(() => file(somebody(), withFile), 422, 'INVALID_INPUT', words);
    expect(body.errors).toMatchObject([{ field: 'form.fileIds.0' }]);
    const { status } = await api.anyone.upload('a.pdf', Buffer.from('%PDF-1.4'), 'application/pdf');
    expect(status).toBe(401);
  });

  it('refuses what the kind refuses, when it is confirmed, and opens nothing', async () => {
    const { id, code } = await waiting(somebody(), { ...complaint, happenedOn: '2026-02-14' });
    await refused(() => confirm(id, code), 422, 'INVALID_INPUT', {
      zh: '不能晚于今天',
      en: 'cannot lie in the future',
    });
    // It waits on: the day may come before the code runs out.
    expect(await api.database.intakeRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ confirmedAt: null });
  });

  it('is closed to kinds that nobody files, and to those that need an account', async () => {
    for (const kind of ['storeSetup', 'clearance', 'nothing', '__proto__', 'constructor'])
      await refused(() => file(somebody(), {}, kind), 404, 'NOT_FOUND', {
        zh: '没有可提交的案件类型',
        en: 'can be filed',
      });
    for (const [kind, form] of [
      ['consumerRegistration', consumer],
      ['consumerEvaluation', {}],
      ['providerRegistration', {}],
    ] as const)
      await refused(() => file(somebody(), form, kind), 403, 'NOT_ALLOWED', {
        zh: '须登录后提交',
        en: 'Sign in to file',
      });
  });
});

describe('a tracking code', () => {
  it('opens its own case and that alone, to read and to act in', async () => {
    const mine = await opened();
    const other = await opened();
    const { status, body } = await mine.caller.get(`/api/cases/${mine.caseId}`);
    expect([status, body.id]).toEqual([200, mine.caseId]);
    expect((await mine.caller.get(`/api/cases/${mine.caseId}/timeline`)).status).toBe(200);
    await refused(() => mine.caller.get(`/api/cases/${other.caseId}`), 404, 'NOT_FOUND');
    await refused(() => mine.caller.get(`/api/cases/${other.caseId}/timeline`), 404, 'NOT_FOUND');
    const evidence = { note: '合同', fileIds: [] };
    await refused(() => mine.caller.post(`/api/cases/${other.caseId}/actions/addEvidence`, evidence), 404, 'NOT_FOUND');
    expect((await mine.caller.post(`/api/cases/${mine.caseId}/actions/addEvidence`, evidence)).status).toBe(200);
    const list = await mine.caller.get('/api/cases');
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([mine.caseId]);
  });

  it('is nothing to sign in with elsewhere, and files no further case', async () => {
    const { caller } = await opened();
    for (const path of ['/api/accounts', '/api/tasks', '/api/notices', '/api/me'])
      expect([401, 403], path).toContain((await caller.get(path)).status);
    await refused(() => caller.post('/api/cases/complaint', complaint), 403, 'NOT_ALLOWED');
    await refused(() => caller.post('/api/cases/consumerRegistration', consumer), 403, 'NOT_ALLOWED');
  });

  it('that is guessed is answered with 401, and beyond the limit with 429, for that address alone', async () => {
    const strict = await databases.api({ environment: { FAILURES_BEFORE_LOCKOUT: '3' } });
    const guess = (code: string) =>
      new Caller(strict.baseUrl, { Authorization: `Tracking ${code}` }).get('/api/cases/cpl-1');
    for (const code of ['0'.repeat(32), 'short', '']) {
      const { status, body } = await guess(code);
      expect([status, body.code]).toEqual([401, 'NOT_SIGNED_IN']);
      expect(body.message).toMatchObject({
        zh: expect.stringContaining('查询码不正确'),
        en: expect.stringContaining('wrong'),
      });
    }
    const { status, body } = await guess('1'.repeat(32));
    expect([status, body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    // Who has an account is not kept out by it.
    expect((await (await strict.as('consumer')).get('/api/me')).status).toBe(200);
  });
});

describe('filing as an account', () => {
  const post = async (account: string, kind: string, form: object, query = '') =>
    (await api.as(account)).post(`/api/cases/${kind}${query}`, form);

  it('is refused to roles that may not file the kind, and to nobody known', async () => {
    for (const [account, kind] of [
      ['supplier', 'complaint'],
      ['supplier', 'consumerRegistration'],
      ['consumer', 'providerRegistration'],
      ['window', 'complaint'],
      ['admin', 'mediation'],
      ['hubmanager', 'consumerEvaluation'],
    ] as const)
      await refused(() => post(account, kind, {}), 403, 'NOT_ALLOWED', { zh: '您的角色', en: 'Your role' });
    await refused(() => api.anyone.post('/api/cases/complaint', complaint), 401, 'NOT_SIGNED_IN');
    await refused(() => post('consumer', 'storeSetup', {}), 404, 'NOT_FOUND');
  });

  it('takes no field it does not know, and no file of somebody else', async () => {
    await refused(() => post('consumer', 'consumerRegistration', { ...consumer, fee: 1 }), 422, 'INVALID_INPUT');
    const fileId = await uploaded(await api.as('supplier'));
    await refused(() => post('consumer', 'complaint', { ...complaint, fileIds: [fileId] }), 422, 'INVALID_INPUT');
    await refused(() => post('consumer', 'complaint', { ...complaint, fileIds: ['fil-none'] }), 422, 'INVALID_INPUT');
  });

  it('says for which party, where an account acts for several, and never for another', async () => {
    const own: Office = { role: 'consumer', party: 'person:demo-consumer' };
    await api.setOffices('consumer', own, { role: 'consumer', party: '91310115MA1K3AB128' });
    const words = { zh: '请注明代表哪一方', en: 'say for which of them' };
    const { body } = await refused(() => post('consumer', 'complaint', complaint), 422, 'INVALID_INPUT', words);
    expect(body.facts.choices).toEqual(
      ['91310115MA1K3AB128', 'person:demo-consumer'].sort(
        (a, b) => body.facts.choices.indexOf(a) - body.facts.choices.indexOf(b),
      ),
    );
    await refused(() => post('consumer', 'complaint', complaint, `?for=${SUPPLIER}`), 422, 'INVALID_INPUT');
    const filed = await post('consumer', 'complaint', complaint, '?for=91310115MA1K3AB128');
    expect(filed.status).toBe(201);
    const { subject } = await api.database.case.findUniqueOrThrow({ where: { id: filed.body.caseId } });
    expect(subject).toBe('91310115MA1K3AB128');
    await api.setOffices('consumer', own);
  });

  it('XC-05.5 says on which side of a case something is done, where an account acts for both', async () => {
    const own: Office = { role: 'consumer', party: 'person:demo-consumer' };
    await api.setOffices('consumer', own, { role: 'provider', party: SUPPLIER });
    const filed = await post('consumer', 'complaint', complaint);
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const both = await api.as('consumer');
    const path = `/api/cases/${filed.body.caseId}`;
    const { body: seen } = await both.get(path);
    const sides = [
      { party: 'person:demo-consumer', title: { zh: '投诉人' } },
      { party: SUPPLIER, title: { zh: '被投诉的服务(商品)提供商' } },
    ];
    const offered = (seen.actions as { name: string; for: object[] }[]).map(({ name, for: whom }) => [name, whom]);
    expect(Object.fromEntries(offered)).toMatchObject({ addEvidence: sides, withdrawComplaint: [] });

    const evidence = { note: '附上合同。', fileIds: [await uploaded(both)] };
    const add = (query = '') => both.post(`${path}/actions/addEvidence${query}`, evidence);
    const words = { zh: '请注明代表哪一方', en: 'say for which of them' };
    const { body } = await refused(add, 422, 'INVALID_INPUT', words);
    expect(body.facts.choices).toEqual(['person:demo-consumer', SUPPLIER]);
    await refused(() => add('?for=91310115MA1K3AB128'), 422, 'INVALID_INPUT', words);
    expect((await add(`?for=${SUPPLIER}`)).status).toBe(200);
    const { items } = (await both.get(`${path}/timeline`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ type: 'EVIDENCE_ADDED', actor: expect.objectContaining({ role: 'respondent' }) }),
    );
    await api.setOffices('consumer', own);
  });

  it('by two accounts of one party at the same moment leaves one open registration', async () => {
    const party = '91310115MA1K3AB128';
    await api.setOffices('consumer', { role: 'consumer', party });
    await api.setOffices('provider2', { role: 'consumer', party });
    const form = {
      kind: 'ORGANISATION',
      name: '上海启明',
      creditCode: party,
      address: '上海市',
      email: 'a@example.org',
      consent: true,
    };
    const answers = await Promise.all([
      post('consumer', 'consumerRegistration', form),
      post('provider2', 'consumerRegistration', form),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'ALREADY_OPEN',
      message: { zh: expect.stringContaining('无需重复注册'), en: expect.stringContaining('registered already') },
    });
    const where = { kind: 'consumerRegistration', subject: party };
    expect(await api.database.case.count({ where })).toBe(1);
    // What there is already is called by the number that people say (XC-05.3).
    const { id, number } = await api.database.case.findFirstOrThrow({ where });
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused.message).toEqual({
      zh: expect.stringContaining(`案号 ${number}`) as string,
      en: expect.stringContaining(`in case ${number};`) as string,
    });
    expect(JSON.stringify(refused.message)).not.toContain(id);
  });

  it('HN-BASE-02.2 HN-BASE-05.1 by two of one office at the same moment opens one call of a year, and one title of a holder', async () => {
    const years = [2031, 2032, 2033];
    const title = { holder: '91430102MA4L8XK93A', name: '麓谷基地', batch: 2016, validFrom: '2016-12-31' };
    const forms = [
      ...years.map((year) => {
        const days = { filingDay: `${year}-04-24`, finalDay: `${year}-05-08` };
        return { kind: 'baseCall', form: { year, document: `${year}年度通知`, ...days } };
      }),
      { kind: 'baseTitle', form: { ...title, validTo: '2031-12-31' } },
    ];
    const office = { role: 'manager', bodyId: 'hn-dept-province', region: 'HN' } as const;
    await api.setOffices('provincereviewer', office);
    for (const { kind, form } of forms) {
      const answers = await Promise.all([post('province', kind, form), post('provincereviewer', kind, form)]);
      expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([
        [201, undefined],
        [409, 'ALREADY_OPEN'],
      ]);
    }
    expect(await api.database.case.count({ where: { kind: 'baseCall' } })).toBe(years.length);
    expect(await api.database.case.count({ where: { kind: 'baseTitle' } })).toBe(1);
    await api.setOffices('provincereviewer', { ...office, role: 'reviewer' });
  });

  it('sent again with its key answers alike and opens no second case', async () => {
    await api.setOffices('consumer', { role: 'consumer', party: 'person:demo-consumer' });
    const client = await api.as('consumer');
    const key = { 'Idempotency-Key': 'filed-once' };
    const first = await client.post('/api/cases/complaint', complaint, key);
    const before = await counted();
    const second = await client.post('/api/cases/complaint', complaint, key);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(await counted()).toEqual(before);
  });
});
