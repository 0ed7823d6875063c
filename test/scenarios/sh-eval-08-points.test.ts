/** An institution with a store is assessed by the points of the year, and graded by hand: SH-EVAL-01.2, 01.4 and 08 on the real stack. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entryBody } from '../../dev/rehearsal/assessment.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { institutions, openStore, reportAll, timelineOf, type Fact } from '../support/applications.ts';
import { marks } from '../support/assessment-case.ts';
import { caseWhen, refusalOf } from '../support/cases.ts';
import { mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { paperInOrder } from '../../rules/sh-eval/filing.fixture.ts';

interface Year {
  readonly year: string;
  readonly net: number;
  readonly byAngle: Readonly<Record<string, number>>;
}

interface Scoring {
  readonly weights: { readonly zh: string };
  readonly total: number | null;
  readonly points: { readonly asOf: string; readonly year: number; readonly isFixed: boolean };
  readonly dimensions: readonly {
    readonly indicators: readonly {
      readonly code: string;
      readonly weight: number | null;
      readonly points: readonly { readonly angle: string; readonly title: { readonly zh: string }; points: number }[];
    }[];
  }[];
}

const verified = { authentic: true, asked: 20, satisfaction: 95, findings: '抽查属实。', fileIds: [] };
const SIX = { DECORATION: 50, PRODUCTS: 100, ORDERS: 400, ACTIVITY: 5, FEEDBACK: 60, FOLLOWERS: 80 };

let stack: TestStack;
let store = '';
let campaign = '';
let entry = '';
let reported = 0;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2019-11-18T10:00:00+08:00' });
});
afterAll(() => stack.stop());

const as = (account: string) => stack.as(account);

/** So many facts of a type at a moment, each about a thing of its own. */
function facts(count: number, type: string, id: string, occurredAt: string, more: object = {}): Fact[] {
  return Array.from({ length: count }, () => ({ type, occurredAt, [id]: `${type}-${(reported += 1)}`, ...more }));
}

const orders = (count: number, occurredAt: string) => facts(count, 'ORDER_COMPLETED', 'orderId', occurredAt);

async function ledger() {
  const { totals } = await (
    await as('provider')
  ).get<{ totals: { total: number; byYear: readonly Year[] } }>(`/api/stores/${store}/points`);
  return { total: totals.total, of: (year: number) => totals.byYear.find((one) => one.year === String(year)) };
}

const scoring = async () => (await as('assessor')).get<Scoring>(`/api/sh-eval/entries/${entry}/scoring`);

it('SH-EVAL-01.4 a year has what happened from its first second in Shanghai, whenever it is reported', async () => {
  ({ storeId: store } = await openStore(stack, '2019-12-02T10:00:00+08:00'));
  await stack.advanceTo('2020-01-01T09:00:00+08:00');
  await reportAll(stack, store, [
    ...orders(47, '2019-12-20T10:00:00+08:00'),
    ...orders(1, '2019-12-31T23:59:59+08:00'),
    ...orders(1, '2020-01-01T00:00:00+08:00'),
  ]);
  const { of } = await ledger();
  // Four full years of the company, and 48 orders.
  expect([of(2019)?.net, of(2020)?.net]).toEqual([500, 10]);
});

it('SH-EVAL-01.4 the points so far stand in the entry when it is handed in', async () => {
  await stack.advanceTo('2020-11-10T10:00:00+08:00');
  const at = '2020-11-09T10:00:00+08:00';
  await reportAll(stack, store, [
    ...[5, 6, 7, 8, 9].map((day) => ({ type: 'SELLER_LOGIN', occurredAt: `2020-11-0${day}T09:00:00+08:00` })),
    { type: 'DECORATION_PUBLISHED', occurredAt: at },
    ...facts(10, 'PRODUCT_LISTED', 'productId', at),
    ...orders(38, at),
    ...facts(30, 'PRAISE', 'ratingId', at, { userType: 'ENTERPRISE' }),
    ...facts(26, 'FOLLOW', 'userId', at, { userType: 'ENTERPRISE' }),
    ...facts(2, 'FOLLOW', 'userId', at, { userType: 'PERSONAL' }),
  ]);
  const form = { ...campaign2020, contacts: [{ name: '陈立', telephone: '021-23119365' }] };
  campaign = (await (await as('commission')).post('/api/cases/assessmentCampaign', form)).caseId;
  await (await as('commissionmanager')).act(campaign, 'openCampaign');
  const provider = await as('provider');
  const { creditCode, name } = institutions.provider;
  const body = await entryBody(provider, {
    ...{ year: 2020, creditCode, name, category: 'IP', registeredIn: 'SH/PUDONG', email: 'li.jing@example.org' },
  });
  entry = (await provider.post('/api/cases/assessmentEntry', body)).caseId;
  await stack.advanceTo('2020-12-10T10:00:00+08:00');
  const { facts: known } = await provider.act(entry, 'submitEntry');
  expect(known.points).toMatchObject({ provisional: { asOf: '2020-12-10', year: 690, cumulative: 1190 }, fixed: null });
});

it('SH-EVAL-01.4 SH-EVAL-08.3 of 1,200 points 700 were gained until 24:00 of the year, and 700 is what counts', async () => {
  const [pudong, commission, assessor] = [await as('pudong'), await as('commission'), await as('assessor')];
  await pudong.act(entry, 'recordPaper', { receivedAt: '2020-12-10T10:00:00+08:00', checks: paperInOrder });
  await pudong.act(entry, 'recommend');
  await pudong.act(entry, 'recordDispatch', { letter: '浦科经〔2020〕88号', postedAt: '2020-12-10T10:00:00+08:00' });
  await stack.advanceTo('2020-12-21T10:00:00+08:00');
  await commission.act(entry, 'admit');
  await caseWhen(stack, campaign, { stage: 'COMPLIANCE_REVIEW' }, 'commission');
  await commission.act(campaign, 'startAssessment');
  await assessor.act(entry, 'finishDocuments');
  await stack.advanceTo('2020-12-31T23:50:00+08:00');
  await reportAll(stack, store, orders(1, '2020-12-31T23:50:00+08:00'));
  await stack.advanceTo('2021-01-04T10:00:00+08:00');
  await reportAll(stack, store, orders(1, '2021-01-01T00:00:00+08:00'));
  const { facts: known } = await caseWhen(stack, entry, { stage: 'VERIFICATION' }, 'assessor');
  expect(known.points.fixed).toMatchObject({ asOf: '2020-12-31', stores: [store], year: 700, cumulative: 1200 });
  expect((await scoring()).points).toEqual({ asOf: '2020-12-31', year: 700, isFixed: true });
  const { total, of } = await ledger();
  expect([of(2019)?.net, of(2020)?.net, of(2021)?.net, total]).toEqual([500, 700, 10, 1210]);
});

it('SH-EVAL-08.4 six sub-totals are shown, in the ledger of the store and beside the indicators', async () => {
  expect((await ledger()).of(2020)?.byAngle).toEqual(SIX);
  const shown = (await scoring()).dimensions.flatMap((one) => one.indicators.flatMap(({ points }) => points));
  expect(Object.fromEntries(shown.map(({ angle, points }) => [angle, points]))).toEqual(SIX);
  expect(new Set(shown.map(({ title }) => title.zh)).size).toBe(6);
});

it('SH-EVAL-08.6 SH-EVAL-01.2 without weights the grade is one of three, chosen by hand with a reason', async () => {
  const [assessor, assessor2] = [await as('assessor'), await as('assessor2')];
  await assessor.act(entry, 'recordVerification', verified);
  await assessor.act(entry, 'fileSheet', { scores: marks(80) });
  await assessor2.act(entry, 'fileSheet', { scores: marks(90) });
  const { weights, dimensions } = await scoring();
  expect(weights.zh).toContain('未设定');
  expect(new Set(dimensions.flatMap((one) => one.indicators.map(({ weight }) => weight)))).toEqual(new Set([null]));
  await assessor2.act(entry, 'submitAssessment');

  const commission = await as('commission');
  expect((await commission.get(`/api/cases/${entry}`)).facts.grade).toBeNull();
  const { components, paths } = await commission.get('/api/openapi.json');
  const { input } = paths['/api/cases/{id}/actions/{name}'].post['x-actions'].assessmentEntry.setGrade;
  const schema = components.schemas[input.$ref.split('/').at(-1)];
  expect(schema.properties.grade.enum).toEqual(['EXCELLENT', 'GOOD', 'UNQUALIFIED']);
  expect(schema.required).toEqual(['grade', 'reason']);
  const reason = '各项均衡，见评分表。';
  for (const [field, input] of [
    ['grade', { grade: 'PASS', reason }],
    ['reason', { grade: 'GOOD' }],
    ['reason', { grade: 'GOOD', reason: ' ' }],
  ] as const) {
    expect(await refusalOf(commission.act(entry, 'setGrade', input))).toMatchObject({
      status: 422,
      problem: { errors: [{ field }] },
    });
  }
  const graded = await commission.act(entry, 'setGrade', { grade: 'GOOD', reason });
  expect([graded.stage, graded.facts.grade]).toEqual([
    'RESULTS_SET',
    expect.objectContaining({ code: 'GOOD', reason }),
  ]);
});

it('SH-EVAL-08.6 XC-06.2 an administrator sets weights and limits; an entry that adopts them has a total, and its grade is theirs', async () => {
  const [admin, commission] = [await as('admin'), await as('commission')];
  const rules = (values: object) => admin.put('/api/rules/SH_EVAL', { values, note: '公布指标权重和分数线。' });
  const weightsOf = (each: number) =>
    Object.fromEntries(Object.keys(marks(1)).map((code) => [`assessment.weights.${code}`, each]));
  const crossed = { 'assessment.limits.excellent': 60, 'assessment.limits.good': 60 };
  expect(await refusalOf(rules(crossed))).toMatchObject({
    problem: { errors: [{ field: 'values.assessment.limits.excellent' }] },
  });
  expect(await refusalOf(rules({ 'assessment.weights.STAFF': 0 }))).toMatchObject({
    problem: { errors: [{ field: 'values.assessment.weights.STAFF' }] },
  });
  await rules({ ...weightsOf(10), 'assessment.limits.excellent': 85, 'assessment.limits.good': 60 });
  const before = await scoring();
  expect([before.total, before.weights.zh]).toEqual([null, expect.stringContaining('NOT_CONFIGURED')]);
  await (await as('commissionmanager')).act(entry, 'adoptRules', { reason: '按公布的权重计分。' });
  const after = await scoring();
  expect([after.total, after.weights.zh]).toEqual([85, expect.stringContaining('人员能力 10')]);
  const ranked = await commission.get(`/api/sh-eval/campaigns/${campaign}/ranking?category=IP`);
  expect(ranked).toMatchObject({ isTotal: true, items: [{ id: entry, place: 1, score: 85 }] });
  const reason = '见评分表。';
  expect(await refusalOf(commission.act(entry, 'setGrade', { grade: 'GOOD', reason }))).toMatchObject({
    problem: { errors: [{ field: 'grade' }], facts: { total: 85 } },
  });
  await commission.act(entry, 'setGrade', { grade: 'EXCELLENT', reason });
});

it('SH-EVAL-08.7 an interference stands on the timeline, and the reviewer may grade unqualified for it', async () => {
  const commission = await as('commission');
  const reason = '机构负责人致电评审人员，要求提高评分。';
  expect(await refusalOf(commission.act(entry, 'recordInterference', {}))).toMatchObject({ status: 422 });
  await commission.act(entry, 'recordInterference', { reason });
  for (const reader of ['commission', 'provider']) {
    const lines = await timelineOf(stack, entry, reader);
    expect(lines.filter(({ type }) => type === 'INTERFERENCE_RECORDED')).toMatchObject([
      { clause: 'SH-EVAL 附件3 六', requirement: 'SH-EVAL-08.7', detail: { reason } },
    ]);
  }
  expect((await mailAbout(stack, 'provider', '干预测评')).text).toContain(reason);
  const { facts: known } = await commission.act(entry, 'setGrade', { grade: 'UNQUALIFIED', reason });
  expect(known).toMatchObject({ grade: { code: 'UNQUALIFIED', reason }, interferences: [{ what: reason }] });
});
