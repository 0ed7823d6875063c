/** Online application (SH-STORE-03): who may file, what belongs to it, and when it is not accepted. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import { ApiClient } from '../support/api-client.ts';
import {
  apply,
  applicationBody,
  institutions,
  passPreliminaryReview,
  samples,
  timelineOf,
  uploadPdf,
} from '../support/applications.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
/** The application of `provider`, whose interview of 2025-08-29 is missed. */
let missed: string;
/** The application of `provider2`, which stays in preliminary review. */
let open: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-08-25T09:00:00+08:00' });
  missed = await apply(stack);
  await passPreliminaryReview(stack, missed, '2025-08-29T14:00:00+08:00');
  await stack.advanceTo('2025-08-29T15:00:00+08:00');
  await (await stack.as('reviewer')).act(missed, 'recordAbsence');
  await stack.advanceTo('2025-09-01T09:00:00+08:00');
});
afterAll(() => stack.stop());

/** Another account, made by the administrator. */
async function newAccount(name: string, level: 'PERSONAL' | 'ENTERPRISE'): Promise<ApiClient> {
  const email = `${name}@demo.anjuan.test`;
  const admin = await stack.as('admin');
  await admin.post('/api/accounts', {
    name,
    email,
    password: TRAINING_PASSWORD,
    offices: [{ role: 'provider' }],
    level,
  });
  return ApiClient.signIn(stack.baseUrl, email);
}

/** The body of an application with files of this account's own. */
async function bodyOf(client: ApiClient, changes: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const files = {
    licence: await uploadPdf(client, '营业执照.pdf'),
    creditScreenshot: await client.upload('信用中国.png', samples.png, 'image/png'),
  };
  return { ...(await applicationBody(stack, { as: 'provider2' })), files, ...changes };
}

it('SH-STORE-03.1 tells a personal-level account to upgrade and takes its application once it has', async () => {
  const personal = await newAccount('personal', 'PERSONAL');
  const institution = {
    creditCode: '91310112MA1GD7K93M',
    name: '上海明德管理咨询有限公司',
    region: 'SH/MINHANG',
    contactName: '李四',
    contactPhone: '021-55667788',
    contactEmail: 'personal@demo.anjuan.test',
  };
  const body = await bodyOf(personal, { institution });
  expect(await personal.get('/api/me')).toMatchObject({ level: 'PERSONAL' });
  await expect(personal.post('/api/applications', body)).rejects.toMatchObject({
    status: 403,
    code: 'ENTERPRISE_LEVEL_REQUIRED',
    problem: { message: { zh: expect.stringContaining('升级为“企业级用户”') } },
  });
  expect((await personal.get('/api/cases')).items).toEqual([]);
  const admin = await stack.as('admin');
  await admin.exchange('PATCH', `/api/accounts/${personal.user.id}`, { level: 'ENTERPRISE' });
  const { caseId } = await personal.post('/api/applications', body);
  expect(await personal.get(`/api/cases/${caseId}`)).toMatchObject({ stage: 'PRELIM_REVIEW' });
  await personal.act(caseId, 'withdraw');
});

it('SH-STORE-03.2 refuses an application without the scan of the licence and names the field', async () => {
  const provider = await stack.as('provider2');
  const body = await applicationBody(stack, { as: 'provider2' });
  const { creditScreenshot = '' } = body['files'] as Record<string, string>;
  await expect(provider.post('/api/applications', { ...body, files: { creditScreenshot } })).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ field: 'files.licence' }] },
  });
  // The id of a file that is not there, or not one's own, is no scan.
  const foreign = await uploadPdf(await stack.as('provider'), '他人执照.pdf');
  for (const licence of ['fil-unknown', foreign]) {
    await expect(
      provider.post('/api/applications', { ...body, files: { licence, creditScreenshot } }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'files.licence' }] },
    });
  }
  // A law firm produces its practice licence.
  const firm = await applicationBody(stack, { as: 'provider2', figures: { orgType: 'LAW_FIRM', legalPerson: false } });
  await expect(provider.post('/api/applications', firm)).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ field: 'files.practiceLicence' }] },
  });
  // It has no business licence and needs none.
  const files = { creditScreenshot, practiceLicence: await uploadPdf(provider, '执业许可证.pdf') };
  const { caseId } = await provider.post('/api/applications', { ...firm, files });
  const { forms } = await provider.get(`/api/cases/${caseId}`);
  expect(forms[0].data.files).toEqual({ ...files, qualifications: [] });
  await provider.act(caseId, 'withdraw');
});

it('SH-STORE-03.4 asks for fiscal year 2024 when 2023 is entered on 2025-09-01, and for each figure that is missing', async () => {
  const provider = await stack.as('provider2');
  const body = await applicationBody(stack, { as: 'provider2', figures: { fiscalYear: 2023 } });
  await expect(provider.post('/api/applications', body)).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ field: 'figures.fiscalYear', message: { zh: expect.stringContaining('2024') } }] },
  });
  const figures = (await applicationBody(stack, { as: 'provider2' }))['figures'] as Record<string, unknown>;
  const required = [
    'revenue',
    'netProfit',
    'smesServed',
    'fullTimeStaff',
    'degreeOnly',
    'titleOnly',
    'degreeAndTitle',
    'area',
  ];
  const without = Object.fromEntries(Object.entries(figures).filter(([field]) => !required.includes(field)));
  const refusal = await provider
    .post('/api/applications', { ...body, figures: without })
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({ status: 422 });
  const named = (refusal as { problem: { errors: { field: string }[] } }).problem.errors.map(({ field }) => field);
  expect(named.sort()).toEqual(required.map((field) => `figures.${field}`).sort());
});

it('SH-STORE-03.5 refuses an application without the screenshot of Credit China and names the field', async () => {
  const provider = await stack.as('provider2');
  const body = await applicationBody(stack, { as: 'provider2' });
  const { licence } = body['files'] as Record<string, string>;
  await expect(provider.post('/api/applications', { ...body, files: { licence } })).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ field: 'files.creditScreenshot' }] },
  });
});

it('SH-STORE-03.3 takes a complete application without industry qualifications and sends a receipt', async () => {
  const provider = await stack.as('provider2');
  expect((await provider.get('/api/cases?open=true')).items).toEqual([]);
  // Ticked without a file it is not there: what is shown follows from the files.
  open = await apply(stack, {
    as: 'provider2',
    figures: { hasQualification: true, abilityText: '十年知识产权代理经验' },
  });
  const seen = await provider.get(`/api/cases/${open}`);
  expect(seen.extras.eligibility.items.find(({ key }: { key: string }) => key === 'qualification')).toMatchObject({
    status: 'NEEDS_JUDGEMENT',
    found: { zh: '已说明能力' },
  });
  expect(seen).toMatchObject({
    stage: 'PRELIM_REVIEW',
    forms: [{ version: 1, data: { files: { qualifications: [] } } }],
  });
  // The law firm's was the first.
  expectWords(stack, await mailAbout(stack, 'provider2', '开店申请收件回执', 2), open, [open]);
});

it('SH-STORE-03.7 refuses a second application while one is in preliminary review and names the first', async () => {
  const second = { status: 409, code: 'ALREADY_OPEN', problem: { facts: { caseId: open } } };
  await expect(apply(stack, { as: 'provider2' })).rejects.toMatchObject(second);
  // Sent twice at once it is one application as well.
  const provider = await stack.as('provider2');
  await provider.act(open, 'withdraw');
  const bodies = [await applicationBody(stack, { as: 'provider2' }), await applicationBody(stack, { as: 'provider2' })];
  const answers = await Promise.all(bodies.map((body) => provider.exchange('POST', '/api/applications', body)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  open = (answers.find(({ status }) => status === 201)?.body as { caseId: string }).caseId;
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'ALREADY_OPEN',
    facts: { caseId: open },
  });
  expect((await provider.get('/api/cases?kind=storeApplication&open=true')).items).toHaveLength(1);
});

it('SH-STORE-03.6 refuses on 2026-02-28 after a no-show of 2025-08-29 and names 2026-03-01 as the first date', async () => {
  const reviewer = await stack.as('reviewer');
  // Three working days to explain: 1, 2 and 3 September.
  await stack.advanceTo('2025-09-04T09:00:00+08:00');
  await reviewer.act(missed, 'findAbsenceWithoutCause', { reason: '未说明原因' });
  expect((await timelineOf(stack, missed)).find(({ type }) => type === 'BAR_IMPOSED')?.detail).toMatchObject({
    firstDay: '2025-08-30',
    lastDay: '2026-02-28',
  });
  const provider = await stack.as('provider');
  for (const at of ['2025-09-04T10:00:00+08:00', '2026-02-28T23:58:00+08:00']) {
    await stack.advanceTo(at);
    await expect(apply(stack)).rejects.toMatchObject({
      status: 409,
      code: 'BARRED',
      problem: {
        facts: { firstAdmissibleDay: '2026-03-01', clause: 'SH-STORE 二.3' },
        detail: expect.stringContaining('2026-03-01'),
      },
    });
  }
  expect((await provider.get('/api/cases?open=true')).items).toEqual([]);
});

it('SH-STORE-03.8 refuses the barred institution from a new account too', async () => {
  const other = await newAccount('newcomer', 'ENTERPRISE');
  const institution = {
    ...institutions.provider,
    contactName: '王五',
    contactPhone: '021-55667788',
    contactEmail: 'newcomer@demo.anjuan.test',
  };
  await expect(other.post('/api/applications', await bodyOf(other, { institution }))).rejects.toMatchObject({
    status: 409,
    code: 'BARRED',
    problem: { facts: { firstAdmissibleDay: '2026-03-01' } },
  });
  // Nor may the Centre invite it meanwhile.
  const reviewer = await stack.as('reviewer');
  await expect(reviewer.post('/api/invitations', { institution, reasons: ['REPUTATION'] })).rejects.toMatchObject({
    code: 'BARRED',
  });
});

it('SH-STORE-03.6 accepts the institution again on 2026-03-01', async () => {
  await stack.advanceTo('2026-03-01T00:00:00+08:00');
  const caseId = await apply(stack);
  expect(await (await stack.as('provider')).get(`/api/cases/${caseId}`)).toMatchObject({ stage: 'PRELIM_REVIEW' });
});
