/** The Anhui network on the real stack: joining it, its monthly and annual reports, changes of a member (AH-OPS-01, 05; AH-EVAL-04). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled, uploadPdf } from '../support/applications.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { addAccount, mailTo, plannedNotices } from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const INSTITUTION = '91340100MA2N7HC9XX';
const MAIL = 'jianghuai@demo.anjuan.test';
const form = {
  ...{ cityPlatform: 'ah-platform-hefei', name: '合肥江淮检测有限公司', services: '检验检测。', contactName: '周敏' },
  ...{ telephone: '0551-62000000', email: MAIL },
};
const none = {
  matches: 0,
  served: 0,
  activities: 0,
  users: 0,
  resources: 0,
  cooperation: 0,
  collections: 0,
  products: 0,
};
const report = (changes: object = {}) => ({
  ...{ year: 2025, month: 9, reported: { ...none, served: 12 }, publicServed: 2, account: '运行正常。', fileIds: [] },
  ...changes,
});

let stack: TestStack;
let cityReports: string;
let reports: string;

const reportsOf = async (party: string) =>
  (await stack.database.case.findFirstOrThrow({ where: { kind: 'periodicReport', subject: party } })).id;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-20T09:00:00+08:00' });
  await addAccount(stack, 'jianghuai', form.name, { role: 'provider', party: INSTITUTION });
});
afterAll(() => stack.stop());

describe('joining the network', () => {
  it('AH-OPS-01.1 the province puts a city platform on record, which then owes reports', async () => {
    const platform = await stack.as('anhuiplatform');
    const city = { ...form, kind: 'CITY_PLATFORM', name: '合肥市中小企业综合服务平台', email: undefined };
    await platform.post('/api/cases/membership', city);
    await settled(stack);
    cityReports = await reportsOf('unit:ah-platform-hefei');
    expect(await caseOf(stack, cityReports, 'hefei')).toMatchObject({ stage: 'CURRENT' });
    const refusal = await refusalOf(
      (await stack.as('wuhu')).post('/api/cases/membership', { ...city, cityPlatform: 'ah-platform-wuhu' }),
    );
    expect(refusal.code).toBe('OUT_OF_SCOPE');
  });

  it('AH-OPS-01.4 an institution that the city platform brings in has it as introducer, for which it counts', async () => {
    const hefei = await stack.as('hefei');
    await hefei.post('/api/cases/membership', { ...form, creditCode: INSTITUTION });
    await settled(stack);
    const entry = await stack.database.registerEntry.findFirstOrThrow({
      where: { register: 'ah.members', party: INSTITUTION },
    });
    expect(entry.data).toMatchObject({ introducer: 'unit:ah-platform-hefei', joinedOn: '2025-09-20' });
    const [figure] = await stack.database.networkFigure.findMany({ where: { figure: 'resources' } });
    expect(figure).toMatchObject({ party: 'unit:ah-platform-hefei', key: INSTITUTION, n: 1, day: '2025-09-20' });
    expect((await mailTo(stack, MAIL, '已入驻平台网络')).text).toContain('2025年9月');
    reports = await reportsOf(INSTITUTION);
  });
});

describe('reports', () => {
  it('AH-EVAL-04.1 AH-EVAL-04.5 September is owed from 2025-10-01, reminded of on 29 September and 9 October', async () => {
    const member = await stack.as('jianghuai');
    const early = await refusalOf(member.act(reports, 'submitReport', report()));
    expect(early.code).toBe('INVALID_INPUT');
    await stack.advanceTo('2025-10-10T10:00:00+08:00');
    expect(await plannedNotices(stack, reports, 'deadlineReminder')).toEqual([
      '2025-09-29T09:00 jianghuai',
      '2025-10-09T09:00 jianghuai',
    ]);
    expect(await caseOf(stack, reports, 'anhuiplatform')).toMatchObject({ stage: 'DUE' });
  });

  it('AH-EVAL-04.3 a figure that no record bears out is shown, and the report can be returned', async () => {
    await (await stack.as('jianghuai')).act(reports, 'submitReport', report());
    const seen = await caseOf(stack, reports, 'anhuiplatform');
    expect(seen).toMatchObject({
      stage: 'CURRENT',
      facts: { submitted: { '2025-09': { differences: [{ figure: 'served', reported: 12, recorded: 0 }] } } },
    });
    const platform = await stack.as('anhuiplatform');
    await platform.act(reports, 'returnReport', { year: 2025, month: 9, reason: '请附服务企业名单。' });
    expect((await mailTo(stack, MAIL, '退回补充')).text).toContain('服务企业数报 12、记录 0');
    const again = { reported: none, publicServed: 0 };
    await (await stack.as('jianghuai')).act(reports, 'submitReport', report(again));
    await platform.act(reports, 'completeReport', { year: 2025, month: 9 });
  });

  it('AH-EVAL-04.1 AH-EVAL-04.6 what has not come by 24:00 is late; managers hear, and it is accepted and marked', async () => {
    await stack.advanceTo('2025-10-12T10:00:00+08:00');
    expect(await caseOf(stack, cityReports, 'anhuiplatform')).toMatchObject({ stage: 'OVERDUE' });
    expect(await plannedNotices(stack, cityReports, 'reportMissing')).toEqual([
      '2025-10-11T00:00 anhuiplatformmanager',
    ]);
    const hefei = await stack.as('hefei');
    await hefei.act(cityReports, 'submitReport', report({ reported: { ...none, resources: 1 } }));
    const entry = await stack.database.registerEntry.findFirstOrThrow({
      where: { register: 'ah.reports', party: 'unit:ah-platform-hefei' },
    });
    expect(entry.data).toMatchObject({ reports: { '2025-09': { status: 'SUBMITTED_LATE' } } });
    // The institution that it brought in stands in the records.
    const { facts } = (await caseOf(stack, cityReports, 'hefei')) as unknown as {
      facts: { submitted: Record<string, { differences: unknown[] }> };
    };
    expect(facts.submitted['2025-09']?.differences).toEqual([]);
  });

  it('AH-EVAL-04.4 AH-EVAL-04.2 December and the year are due on 2026-01-10, and the year is evaluated', async () => {
    await stack.advanceTo('2026-01-05T10:00:00+08:00');
    const seen = (await caseOf(stack, reports, 'jianghuai')) as unknown as {
      facts: { reports: Record<string, { dueOn: string; status: string }> };
    };
    const due = Object.entries(seen.facts.reports).filter(([, { dueOn }]) => dueOn === '2026-01-10');
    expect(due.map(([period]) => period).sort()).toEqual(['2025', '2025-12']);
    expect(Object.keys(seen.facts.reports).sort()).toEqual(['2025', '2025-09', '2025-10', '2025-11', '2025-12']);
    await settled(stack);
    const evaluations = await stack.database.case.findMany({ where: { kind: 'annualEvaluation' } });
    expect(evaluations.map(({ subject }) => subject).sort()).toEqual([INSTITUTION, 'unit:ah-platform-hefei']);
    expect((await mailTo(stack, MAIL, '年度工作总结')).text).toContain('七部分');
  });
});

describe('a change of the operating body', () => {
  it('AH-OPS-05.2 AH-OPS-05.3 AH-OPS-01.2 goes to the bureau of its city, which can only file it once the proof is complete', async () => {
    const member = await stack.as('jianghuai');
    const fileIds = [await uploadPdf(member, '营业执照.pdf')];
    const { caseId } = await member.post('/api/cases/changeFiling', {
      ...{ change: 'NAME', oldValue: form.name, newValue: '合肥江淮检验有限公司', effectiveOn: '2025-12-25' },
      proofs: [{ proof: 'LICENCE', fileIds }],
    });
    const bureau = await stack.as('hefeibureau');
    await bureau.act(caseId, 'checkProof', { missing: [] });
    const refusal = await refusalOf(bureau.act(caseId, 'returnChange', { reason: '暂缓。' }));
    expect(refusal.code).toBe('CONDITION_NOT_MET');
    await bureau.act(caseId, 'fileChange', {});
    const entry = await stack.database.registerEntry.findFirstOrThrow({
      where: { register: 'ah.changes', party: INSTITUTION },
    });
    expect(entry).toMatchObject({ name: '合肥江淮检验有限公司', validFrom: '2026-01-05' });
  });
});

describe('a complaint', () => {
  it('AH-EVAL-08.1 that the provincial platform verifies counts in the year of its receipt', async () => {
    const consumer = await stack.as('consumer');
    const { caseId } = await consumer.post('/api/cases/memberComplaint', {
      ...{ member: INSTITUTION, reason: 'NOT_TARGETED', account: '逾期一个月。', claim: '尽快出具报告' },
      happenedOn: '2025-12-01',
    });
    const platform = await stack.as('anhuiplatform');
    await platform.act(caseId, 'registerComplaint');
    await platform.act(caseId, 'startInvestigation');
    await platform.act(caseId, 'upholdComplaint', {
      ...{ responsible: 'MEMBER', breached: ['NOT_TARGETED'], reason: '逾期属实。' },
    });
    const figure = await stack.database.networkFigure.findFirstOrThrow({ where: { figure: 'complaints' } });
    expect(figure).toMatchObject({ party: INSTITUTION, key: caseId, n: 1, day: '2026-01-05' });
  });
});

describe('the report of the year', () => {
  it('AH-EVAL-04.2 is due Saturday 2026-01-10 24:00, reminded of on 7 and 9 January, and late on the 11th', async () => {
    const ofYear = { ...report({ reported: none, publicServed: 0 }), month: undefined };
    await stack.advanceTo('2026-01-10T23:00:00+08:00');
    expect(await plannedNotices(stack, reports, 'deadlineReminder')).toEqual(
      expect.arrayContaining(['2026-01-07T09:00 jianghuai', '2026-01-09T09:00 jianghuai']),
    );
    await (await stack.as('hefei')).act(cityReports, 'submitReport', ofYear);
    await stack.advanceTo('2026-01-11T09:00:00+08:00');
    await (await stack.as('jianghuai')).act(reports, 'submitReport', ofYear);
    const statusOf = async (party: string) => {
      const entry = await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'ah.reports', party } });
      return (entry.data as { reports: Record<string, { status: string }> }).reports['2025']?.status;
    };
    expect(await statusOf('unit:ah-platform-hefei')).toBe('SUBMITTED_IN_TIME');
    expect(await statusOf(INSTITUTION)).toBe('SUBMITTED_LATE');
  });
});
