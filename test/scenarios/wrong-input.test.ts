/** What the product says to a wrong request, and that nothing is changed or lost by it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import {
  applicationBody,
  appointment,
  apply,
  noticesOf,
  recommend,
  samples,
  settled,
  timelineOf,
  trialFiling,
} from '../support/applications.ts';
import { mailsAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

let stack: TestStack;
/** Of provider, on the standard route, at the preliminary review. */
let standard: string;
/** Of provider2, recommended by the district for a trial. */
let recommended: string;
let before: unknown;

/** Everything the records show of both cases and of who filed what. */
async function everything(): Promise<unknown> {
  const manager = await stack.as('manager');
  const cases = await Promise.all(
    [standard, recommended].map(async (id) => ({
      case: await manager.get(`/api/cases/${id}`),
      timeline: await timelineOf(stack, id),
      notices: await noticesOf(stack, id),
    })),
  );
  const all = await manager.get('/api/cases');
  const files = await stack.database.file.count();
  return { cases, all, files, mails: (await stack.mail.messages()).map(({ messageId }) => messageId) };
}

/** A problem document that says in Chinese and English what is wrong, and nothing of the inside. */
function expectProblem({ status, headers, body }: Answer, expected: number, code: string): void {
  expect({ status, code: body.code }).toEqual({ status: expected, code });
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body).toMatchObject({
    type: `urn:anjuan:problem:${code}`,
    status: expected,
    title: expect.stringMatching(/[\u4e00-\u9fff]/),
    detail: expect.stringMatching(/[\u4e00-\u9fff]/),
    message: { zh: body.detail, en: expect.stringMatching(/\w/) },
    instance: expect.stringMatching(/^urn:anjuan:request:/),
  });
  expect(JSON.stringify(body)).not.toMatch(/prisma|SELECT|node_modules|\.ts:\d|at \w+ \(/i);
}

/** The fields a problem names as wrong, each with a sentence. */
function fieldsOf({ body }: Answer): string[] {
  for (const { message } of body.errors ?? [])
    expect(message).toEqual({ zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/\w/) });
  return (body.errors ?? []).map(({ field }: { field: string }) => field);
}

function act(client: ApiClient, id: string, action: string, input: unknown, key?: string): Promise<Answer> {
  return client.exchange('POST', `/api/cases/${id}/actions/${action}`, input, key === undefined ? {} : { key });
}

/** A request outside the client: with what body and headers one likes. */
async function send(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`${stack.baseUrl}${path}`, { method: 'POST', ...init });
  const answered = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: answered === '' ? undefined : JSON.parse(answered),
  };
}

function upload(client: ApiClient, name: string, content: Buffer, type: string): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)], { type }), name);
  return client.exchange('POST', '/api/files', form);
}

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
  standard = await apply(stack);
  await recommend(stack, 'provider2');
  recommended = await apply(stack, { ...trialFiling, as: 'provider2' });
  await settled(stack);
});
afterAll(() => stack.stop());

describe('a refused request changes nothing', () => {
  beforeEach(async () => {
    before = await everything();
  });

  async function expectNothingChanged(): Promise<void> {
    await settled(stack);
    expect(await everything()).toEqual(before);
  }

  it('names an unknown field', async () => {
    const reviewer = await stack.as('reviewer');
    const extra = await act(reviewer, standard, 'checkMaterials', { items: { licence: 'OK' }, approved: true });
    expectProblem(extra, 422, 'INVALID_INPUT');
    expect(fieldsOf(extra)).toEqual(['approved']);
    const unknownItem = await act(reviewer, standard, 'checkMaterials', { items: { passport: 'OK' } });
    expectProblem(unknownItem, 422, 'INVALID_INPUT');
    expect(fieldsOf(unknownItem)[0]).toMatch(/^items/);
    expectProblem(await act(reviewer, standard, 'approve', {}), 404, 'NOT_FOUND');
    expectProblem(await act(reviewer, standard, 'constructor', {}), 404, 'NOT_FOUND');
    await expectNothingChanged();
  });

  it('names an unknown field and a wrong type of a form, all at once', async () => {
    const provider = await stack.as('provider');
    const body = await applicationBody(stack);
    const answer = await provider.exchange('POST', '/api/applications', {
      ...body,
      vip: true,
      figures: { ...(body['figures'] as object), revenue: '八百万', legalPerson: 'yes', establishedOn: '2015-02-30' },
    });
    expectProblem(answer, 422, 'INVALID_INPUT');
    expect(fieldsOf(answer).sort()).toEqual(['figures.establishedOn', 'figures.legalPerson', 'figures.revenue', 'vip']);
    before = { ...(before as object), files: await stack.database.file.count() };
    await expectNothingChanged();
  });

  it('names a field of the wrong type', async () => {
    const reviewer = await stack.as('reviewer');
    for (const [action, input, field] of [
      ['judgeCondition', { item: 'prospects', met: 'true', reason: '属实' }, 'met'],
      ['recordCreditCheck', { result: 'CLEAR', source: '信用中国', checkedOn: '22.09.2025' }, 'checkedOn'],
      ['rejectApplication', { reason: 7 }, 'reason'],
      ['passPreliminaryReview', { interview: appointment('tomorrow') }, 'interview.at'],
    ] as const) {
      const answer = await act(reviewer, standard, action, input);
      expectProblem(answer, 422, 'INVALID_INPUT');
      expect(fieldsOf(answer)).toEqual([field]);
    }
    for (const input of [[], 'text', 7]) {
      expect((await act(reviewer, standard, 'checkMaterials', input)).status).toBeGreaterThanOrEqual(400);
    }
    await expectNothingChanged();
  });

  it('refuses an oversized file and an oversized form with 413', async () => {
    const provider = await stack.as('provider');
    const file = await upload(
      provider,
      '营业执照.pdf',
      Buffer.concat([samples.pdf, Buffer.alloc(10 * 1_048_576)]),
      'application/pdf',
    );
    expectProblem(file, 413, 'TOO_LARGE');
    expect(file.body.facts).toEqual({ limit: 10 * 1_048_576 });
    expect(file.body.detail).toContain('10 MB');
    const form = await provider.exchange('POST', '/api/applications', { note: '长'.repeat(600_000) });
    expectProblem(form, 413, 'TOO_LARGE');
    await expectNothingChanged();
  });

  it('refuses a disguised file with 415, whichever of name and content lies', async () => {
    const provider = await stack.as('provider');
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512)]);
    for (const [name, content, type] of [
      ['营业执照.pdf', html, 'application/pdf'],
      ['营业执照.pdf', program, 'application/pdf'],
      ['营业执照.pdf', samples.png, 'application/pdf'],
      ['营业执照.pdf.exe', samples.pdf, 'application/pdf'],
      ['营业执照.pdf', Buffer.concat([samples.pdf, html, Buffer.alloc(2_000)]), 'application/pdf'],
      ['信用中国.png', Buffer.concat([samples.png, html]), 'image/png'],
    ] as const) {
      const answer = await upload(provider, name, content, type);
      expectProblem(answer, 415, 'UNSUPPORTED_TYPE');
      expect(fieldsOf(answer)).toEqual(['file']);
    }
    await expectNothingChanged();
  });

  it('refuses an action at the wrong stage with 409 and says where the case stands', async () => {
    const reviewer = await stack.as('reviewer');
    const input = { excuseAbsence: { interview: appointment('2025-10-20T10:00:00+08:00'), reason: '患病' } };
    for (const action of ['passInterview', 'recordAbsence', 'excuseAbsence'] as const) {
      const answer = await act(reviewer, standard, action, action === 'excuseAbsence' ? input[action] : {});
      expectProblem(answer, 409, 'NOT_NOW');
      expect(answer.body.facts).toMatchObject({ stage: 'PRELIM_REVIEW', openAt: expect.any(Array) });
      expect(answer.body.detail).toContain('线上初审');
    }
    await expectNothingChanged();
  });

  it('refuses an action by the wrong role with 403', async () => {
    for (const [account, id, action, input] of [
      ['provider', standard, 'rejectApplication', { reason: '试试' }],
      ['manager', standard, 'rejectApplication', { reason: '试试' }],
      ['reviewer', standard, 'withdraw', {}],
      ['reviewer', standard, 'overrideCondition', { item: 'penalties', reason: '试试' }],
      // What only another case may do is nobody's.
      ['reviewer', standard, 'noticeFailed', { noticeId: 'x', template: 'x' }],
    ] as const) {
      const answer = await act(await stack.as(account), id, action, input);
      expectProblem(answer, 403, 'NOT_ALLOWED');
      expect(answer.body.facts.allowed).not.toContain(account);
    }
    const district = await stack.as('district');
    expectProblem(await district.exchange('POST', '/api/applications', {}), 403, 'NOT_ALLOWED');
    expectProblem(await (await stack.as('reviewer')).exchange('POST', '/api/clock/advance', {}), 403, 'NOT_ALLOWED');
    // An account that acts for a party of another case may not even know of it.
    expectProblem(await (await stack.as('consumer')).exchange('GET', `/api/cases/${standard}`), 404, 'NOT_FOUND');
    await expectNothingChanged();
  });

  it('XC-05.5 refuses a decision by the person who recommended, in their own role and in any later one', async () => {
    const district = await stack.as('district');
    const decision = { reason: '条件不符' };
    expectProblem(await act(district, recommended, 'rejectApplication', decision), 403, 'NOT_ALLOWED');
    // The officer moves to the Centre as a reviewer: the four eyes hold all the same.
    const held = await stack.database.office.findFirstOrThrow({ where: { userId: district.user.id } });
    const moved = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' };
    await stack.database.office.update({ where: { id: held.id }, data: moved });
    try {
      const answer = await act(district, recommended, 'rejectApplication', decision);
      expectProblem(answer, 403, 'FOUR_EYES');
      expect(answer.body.facts).toEqual({ because: 'recommender' });
    } finally {
      await stack.database.office.update({ where: { id: held.id }, data: held });
    }
    await expectNothingChanged();
  });

  it('refuses who is not signed in with 401', async () => {
    const path = `/api/cases/${standard}/actions/rejectApplication`;
    const body = JSON.stringify({ reason: '试试' });
    const type = { 'Content-Type': 'application/json' };
    for (const headers of [
      type,
      { ...type, Authorization: 'Bearer nothing' },
      { ...type, Cookie: 'session=nothing' },
    ]) {
      expectProblem(await send(path, { headers, body }), 401, 'NOT_SIGNED_IN');
    }
    for (const at of [
      `/api/cases/${standard}`,
      `/api/cases/${standard}/timeline`,
      '/api/cases',
      '/api/notices',
      '/api/tasks',
    ]) {
      expectProblem(await send(at, { method: 'GET' }), 401, 'NOT_SIGNED_IN');
    }
    await expectNothingChanged();
  });

  it('XC-05.5 hides the case of another institution', async () => {
    const other = await stack.as('provider2');
    expectProblem(await act(other, standard, 'withdraw', { reason: '恶意' }), 404, 'NOT_FOUND');
    for (const path of ['', '/timeline']) {
      expectProblem(await other.exchange('GET', `/api/cases/${standard}${path}`), 404, 'NOT_FOUND');
    }
    expect((await other.get(`/api/notices?caseId=${standard}`)).items).toEqual([]);
    expect((await other.get('/api/cases')).items.map(({ id }: { id: string }) => id)).toEqual([recommended]);
    // An officer may know that it exists, and no more.
    const district = await stack.as('district');
    expectProblem(await district.exchange('GET', `/api/cases/${standard}`), 403, 'OUT_OF_SCOPE');
    // Nor can a file of the other be made one's own by naming it.
    const { forms } = await (await stack.as('provider')).get(`/api/cases/${standard}`);
    const { licence } = forms[0].data.files;
    expectProblem(await other.exchange('GET', `/api/files/${licence}`), 404, 'NOT_FOUND');
    await expectNothingChanged();
  });

  it('refuses malformed JSON with 400', async () => {
    const reviewer = await stack.as('reviewer');
    const headers = {
      Authorization: `Bearer ${reviewer.token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    };
    const path = `/api/cases/${standard}/actions/rejectApplication`;
    for (const body of ['{"reason":', '{"reason": "a",}', "{'reason': 'a'}", '\u0000']) {
      const answer = await send(path, { headers: { ...headers, 'Idempotency-Key': randomUUID() }, body });
      expectProblem(answer, 400, 'MALFORMED');
      expect(answer.body.detail).toContain('JSON');
    }
    const form = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' };
    expectProblem(await send(path, { headers: form, body: 'reason=a' }), 415, 'UNSUPPORTED_TYPE');
    await expectNothingChanged();
  });
});

describe('a request that comes twice', () => {
  const lines = async (id: string, type: string) => (await timelineOf(stack, id)).filter((line) => line.type === type);

  it('XC-05.6 has one effect and one answer under one key', async () => {
    const reviewer = await stack.as('reviewer');
    const key = randomUUID();
    const input = { items: ['审计报告'], reason: '材料不全' };
    const first = await act(reviewer, recommended, 'requestSupplement', input, key);
    const again = await act(reviewer, recommended, 'requestSupplement', input, key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await lines(recommended, 'SUPPLEMENT_REQUESTED')).toHaveLength(1);
    await settled(stack);
    expect(await mailsAbout(stack, 'provider2', '请补充申请材料')).toHaveLength(1);
    const other = await act(reviewer, recommended, 'requestSupplement', { ...input, reason: '另一理由' }, key);
    expectProblem(other, 422, 'KEY_REUSED');
    expect(await lines(recommended, 'SUPPLEMENT_REQUESTED')).toHaveLength(1);
  });

  it('SH-STORE-03.7 files one application under one key, however often it is sent, and refuses a second one', async () => {
    const provider = await stack.as('provider2');
    await provider.act(recommended, 'withdraw');
    const body = await applicationBody(stack, { as: 'provider2' });
    const key = randomUUID();
    const post = (under: string) => provider.exchange('POST', '/api/applications', body, { key: under });
    const answers = await Promise.all([post(key), post(key)]);
    // The one that comes while the first is running may be asked to come again; it then gets the first one's answer.
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
    const settledAnswers = await Promise.all([post(key), post(key)]);
    expect(settledAnswers.map(({ status }) => status)).toEqual([201, 201]);
    const ids = [...answers.filter(({ status }) => status === 201), ...settledAnswers].map(
      (answer) => (answer.body as { caseId: string }).caseId,
    );
    expect(new Set(ids).size).toBe(1);
    const second = await post(randomUUID());
    expectProblem(second, 409, 'ALREADY_OPEN');
    expect((second.body as Answer['body']).facts).toEqual({ caseId: ids[0] });
    const { items } = await provider.get('/api/cases?open=true');
    expect(items.map(({ id }: { id: string }) => id)).toEqual([ids[0]]);
  });

  it('XC-05.6 lets one of two decisions through that come at once under different keys', async () => {
    const [one, two] = [await stack.as('reviewer'), await stack.as('reviewer2')];
    const answers = await Promise.all([
      act(one, standard, 'rejectApplication', { reason: '年营收不实' }),
      act(two, standard, 'rejectApplication', { reason: '人员不足' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    if (refused === undefined) throw new Error('Both went through.');
    expectProblem(refused, 409, 'CASE_CLOSED');
    const firstWon = answers[0].status === 200;
    expect(await lines(standard, 'APPLICATION_REJECTED')).toMatchObject([
      {
        actor: { id: (firstWon ? one : two).user.id },
        detail: { reason: firstWon ? '年营收不实' : '人员不足' },
      },
    ]);
    await settled(stack);
    expect(await mailsAbout(stack, 'provider', '线上初审未通过')).toHaveLength(1);
    expect(await (await stack.as('manager')).get(`/api/cases/${standard}/timeline/verify`)).toMatchObject({
      intact: true,
    });
  });
});
