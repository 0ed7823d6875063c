/** Complaints (HN-NET-20) over the Spring Festival of 2026, filed without an account. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../dev/rehearsal/api-client.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { samples, settled, timelineOf } from '../support/applications.ts';
import {
  complaintForm,
  expectWholeTimeline,
  fileOpenly,
  mailTo,
  openStage,
  plannedNotices,
  registerSupplier,
  supplier,
} from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const wang = { name: '王小明', email: 'wang@example.org' };
const smith = { name: 'Jane Smith', email: 'smith@example.org', locale: 'en' } as const;
const reason = '检测报告逾期一个月交付，事实清楚。';

let stack: TestStack;
/** Filed at the window of Liuyang about a provider that Changsha brought in. */
let wrongWindow: string;
let complainant: ApiClient;
/** Filed at the hub and forgotten there. */
let forgotten: string;
let other: ApiClient;

const deadline = async (id: string, name: string, as: string) => {
  const { deadlines } = await (await stack.as(as)).get(`/api/cases/${id}`);
  return deadlines.find((one: { name: string }) => one.name === name);
};
const page = () => openStage(stack).without().get(`/api/hn-net/providers/${supplier.party}`);

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2026-02-13T16:00:00+08:00' });
  await registerSupplier(stack);
  await stack.advanceTo('2026-02-13T18:00:00+08:00');
  const stage = openStage(stack);
  const form = await complaintForm(stack, { platform: 'hn-liuyang' });
  ({ caseId: wrongWindow, client: complainant } = await fileOpenly(stage, 'complaint', wang, form));
  ({ caseId: forgotten, client: other } = await fileOpenly(stage, 'complaint', smith, await complaintForm(stack)));
});
afterAll(() => stack.stop());

describe('receipt and registration', () => {
  it('HN-NET-20.1 somebody without an account complains to any platform, and its tracking code opens that case alone', async () => {
    expect(await complainant.get(`/api/cases/${wrongWindow}`)).toMatchObject({
      stage: 'RECEIVED',
      bodyId: 'hn-liuyang',
      facts: { competent: { bodyId: 'hn-changsha' }, reason: 'NOT_AS_PROMISED' },
    });
    expect((await refusalOf(complainant.get(`/api/cases/${forgotten}`))).status).toBe(404);
    expect((await refusalOf(openStage(stack).without().get(`/api/cases/${wrongWindow}`))).status).toBe(401);
    const code = await mailTo(stack, wang.email, '邮箱验证码');
    expect(code.text).toContain('用于：提交消费者投诉');
    const receipt = await mailTo(stack, wang.email, '投诉收悉');
    expect(receipt.text).toContain('您的投诉已由浏阳市中小企业综合窗口服务平台收到，平台将在下列期限内登记。');
    const english = await mailTo(stack, smith.email, 'Your complaint has been received');
    expect(english.text).toContain('The Hunan SME public service hub platform has received your complaint');
    // The provider hears nothing before the complaint is registered.
    expect(await plannedNotices(stack, wrongWindow, 'complaintAgainstProvider')).toEqual([]);
  });

  it('HN-NET-20.1 evidence is added with the tracking code, once the case is open', async () => {
    const fileId = await complainant.upload('合同.pdf', samples.pdf, 'application/pdf');
    await complainant.act(wrongWindow, 'addEvidence', { note: '服务合同', fileIds: [fileId] });
    expect((await refusalOf(other.act(forgotten, 'addEvidence', { note: '…', fileIds: [fileId] }))).status).toBe(422);
    expect(String(await (await stack.as('county')).get(`/api/files/${fileId}?caseId=${wrongWindow}`))).toContain(
      '%PDF',
    );
  });

  it('HN-NET-20.2 of 2026-02-13 18:00, it must be registered by Saturday 2026-02-14 24:00, a make-up day', async () => {
    for (const [id, as] of [
      [wrongWindow, 'county'],
      [forgotten, 'hub'],
    ] as const) {
      expect(await deadline(id, 'registration', as)).toMatchObject({
        lastDay: '2026-02-14',
        dueAt: '2026-02-15T00:00:00.000+08:00',
      });
    }
    await stack.advanceTo('2026-02-14T10:00:00+08:00');
    expect(await plannedNotices(stack, forgotten, 'deadlineReminder')).toEqual(['2026-02-14T09:00 hub']);
    for (const [who, status] of [
      ['window', 403],
      ['supplier', 403],
      ['department', 403],
    ] as const) {
      expect((await refusalOf((await stack.as(who)).act(wrongWindow, 'registerComplaint'))).status, who).toBe(status);
    }
    expect((await refusalOf(complainant.act(wrongWindow, 'registerComplaint'))).status).toBe(403);
    await (await stack.as('county')).act(wrongWindow, 'registerComplaint');
    const told = await mailTo(stack, wang.email, '投诉已登记');
    expect(told.text).toContain(
      '被投诉的服务商由长沙市中小企业综合窗口服务平台负责接入，投诉将移送该平台办理，您无需重新投诉',
    );
    const provider = await mailTo(stack, 'supplier@demo.anjuan.test', '投诉告知：未按承诺提供服务');
    for (const words of ['约定十个工作日出具检测报告', '退还一半费用', 'DD-2025-0031'])
      expect(provider.text).toContain(words);
    expect(provider.text).not.toContain(wang.email);
  });

  it('HN-NET-20.2 one that nobody registers in time goes to the manager, and must be registered all the same', async () => {
    await stack.advanceTo('2026-02-14T23:59:59+08:00');
    expect((await caseOf(stack, forgotten, 'hub')).tasks.map(({ name }) => name)).toEqual(['registerComplaint']);
    await stack.advanceTo('2026-02-15T00:00:00+08:00');
    const { stage, tasks } = await caseOf(stack, forgotten, 'hubmanager');
    expect(stage).toBe('RECEIVED');
    expect(tasks.map(({ name }) => name).sort()).toEqual(['registerComplaint', 'registrationOverdue']);
    expect(await plannedNotices(stack, forgotten, 'complaintOverdue')).toEqual(['2026-02-15T00:00 hubmanager']);
    const mail = await mailTo(stack, 'hubmanager@demo.anjuan.test', '投诉逾期督办：登记投诉');
    expect(mail.text).toContain('本投诉已超过期限，尚未完成：登记投诉');
    await stack.advanceTo('2026-02-15T09:00:00+08:00');
    await (await stack.as('hub')).act(forgotten, 'registerComplaint');
    expect((await caseOf(stack, forgotten, 'hubmanager')).tasks.map(({ name }) => name)).toEqual(['transferComplaint']);
  });
});

describe('handling', () => {
  it('HN-NET-20.3 registered on 2026-02-14, it is to be handled by 2026-03-13', async () => {
    expect(await deadline(wrongWindow, 'handling', 'county')).toMatchObject({
      lastDay: '2026-03-13',
      dueAt: '2026-03-14T00:00:00.000+08:00',
    });
  });

  it('HN-NET-20.1 at the wrong window it is transferred and not refused, and the clock is the same', async () => {
    const county = await stack.as('county');
    const refusal = await refusalOf(county.act(wrongWindow, 'startInvestigation'));
    expect(refusal).toMatchObject({ code: 'CONDITION_NOT_MET' });
    expect(refusal.problem.facts).toMatchObject({ competent: 'hn-changsha', requirement: 'HN-NET-20.1' });
    const transfer = { body: 'hn-changsha', reason: '该服务商由长沙窗口平台负责接入。' };
    expect(
      (await refusalOf(county.act(wrongWindow, 'transferComplaint', { ...transfer, body: 'hn-dept-changsha' }))).status,
    ).toBe(422);
    await county.act(wrongWindow, 'transferComplaint', transfer);
    expect(await caseOf(stack, wrongWindow, 'window')).toMatchObject({
      stage: 'REGISTERED',
      bodyId: 'hn-changsha',
      tasks: [{ name: 'investigate' }],
    });
    expect(await deadline(wrongWindow, 'handling', 'window')).toMatchObject({ lastDay: '2026-03-13' });
    for (const to of [wang.email, 'supplier@demo.anjuan.test']) {
      const mail = await mailTo(stack, to, '投诉移送告知');
      expect(mail.text).toContain('本投诉已由浏阳市中小企业综合窗口服务平台移送长沙市中小企业综合窗口服务平台办理。');
      expect(mail.text).toContain(transfer.reason);
    }
    // Who has transferred it still reads it, and handles it no more.
    expect((await caseOf(stack, wrongWindow, 'county')).bodyId).toBe('hn-changsha');
    expect((await refusalOf(county.act(wrongWindow, 'startInvestigation'))).code).toBe('OUT_OF_SCOPE');
  });
});

describe('the finding', () => {
  it('HN-NET-20.4 ends the complaint with a finding on responsibility and its reasons, told to both sides', async () => {
    await stack.advanceTo('2026-03-02T10:00:00+08:00');
    const window = await stack.as('window');
    await (await stack.as('supplier')).act(wrongWindow, 'giveStatement', { statement: '设备检修导致延误。' });
    const answer = await mailTo(stack, wang.email, '投诉案件有新材料');
    expect(answer.text).toContain('设备检修导致延误。');
    await window.act(wrongWindow, 'startInvestigation');
    const finding = { responsible: 'PROVIDER', breached: ['NOT_AS_PROMISED'] };
    const unreasoned = await refusalOf(window.act(wrongWindow, 'upholdComplaint', finding));
    expect([422, 409]).toContain(unreasoned.status);
    expect(
      (await refusalOf(window.act(wrongWindow, 'upholdComplaint', { ...finding, responsible: 'NOBODY', reason })))
        .status,
    ).toBe(422);
    expect(
      (await refusalOf((await stack.as('county')).act(wrongWindow, 'upholdComplaint', { ...finding, reason }))).status,
    ).toBe(403);
    await window.act(wrongWindow, 'upholdComplaint', { ...finding, reason });
    await settled(stack);
    expect(await complainant.get(`/api/cases/${wrongWindow}`)).toMatchObject({ outcome: 'UPHELD' });
    for (const to of [wang.email, 'supplier@demo.anjuan.test']) {
      const mail = await mailTo(stack, to, '投诉处理结果：投诉成立');
      for (const words of ['结果为：投诉成立', reason, '本认定计入服务商信用记录']) expect(mail.text).toContain(words);
    }
  });

  it('HN-NET-20.4 HN-NET-12.1 counts in the credit record of this regime and nowhere else', async () => {
    expect((await page()).credit).toMatchObject({
      upheld: 1,
      complaints: [
        {
          result: { zh: '投诉成立' },
          upheldOn: '2026-03-02',
          breached: [{ zh: '未按承诺提供服务（商品）' }],
          reversedOn: null,
        },
      ],
    });
    expect(JSON.stringify((await page()).credit)).not.toMatch(/王小明|wang@|cpl-/);
    const entries = await stack.database.registerEntry.findMany({ orderBy: { register: 'asc' } });
    expect(entries.map(({ regime, register, party }) => [regime, register, party])).toEqual([
      ['HN_NET', 'hn-net.credit', supplier.party],
      ['HN_NET', 'hn-net.providers', supplier.party],
    ]);
    for (const rows of [
      await stack.database.pointsEntry.count(),
      await stack.database.platformEvent.count(),
      await stack.database.bar.count(),
      await stack.database.case.count({ where: { regime: { not: 'HN_NET' } } }),
    ])
      expect(rows).toBe(0);
  });

  it('HN-NET-20.4 a finding that is reopened and turned stands as reversed, and counts no more', async () => {
    const window = await stack.as('window');
    await window.act(wrongWindow, 'reopenFinding', { reason: '服务商提交新证据。' });
    await settled(stack);
    expect((await page()).credit).toMatchObject({ upheld: 0, complaints: [{ result: { zh: '认定复核中' } }] });
    await window.act(wrongWindow, 'rejectComplaint', { reason: '延误经双方书面同意。' });
    await settled(stack);
    expect((await page()).credit).toMatchObject({
      upheld: 0,
      complaints: [{ result: { zh: '认定已撤销' }, upheldOn: '2026-03-02', reversedOn: '2026-03-02' }],
    });
    const mail = await mailTo(stack, wang.email, '投诉处理结果：投诉不成立');
    expect(mail.text).toContain('原认定（投诉成立）不再有效');
  });

  it('HN-NET-20.2 HN-NET-20.3 the timeline holds, and names clause and requirement', async () => {
    await expectWholeTimeline(stack, wrongWindow, 'window');
    const lines = await timelineOf(stack, wrongWindow, 'window');
    const of = (type: string) => lines.find((line) => line.type === type);
    expect(of('COMPLAINT_REGISTERED')).toMatchObject({ clause: 'HN-NET 第十九条第三项', requirement: 'HN-NET-20.2' });
    expect(of('COMPLAINT_TRANSFERRED')).toMatchObject({
      requirement: 'HN-NET-20.1',
      title: { zh: expect.stringMatching(/^投诉已移送：由 .+ 改为 .+。理由：/) },
    });
    expect(of('COMPLAINT_UPHELD')).toMatchObject({ requirement: 'HN-NET-20.4', detail: { reason } });
    expect(of('COMPLAINT_UPHELD')?.title.en).toMatch(
      /^Complaint upheld: responsible: Provider; duties breached: .+\. Why: /,
    );
    for (const { title, detail } of lines) expect(JSON.stringify([title, detail])).not.toContain(wang.email);
  });
});

describe('a platform that is late', () => {
  it('HN-NET-20.3 one that is not handled in time goes to the manager of the platform that has it', async () => {
    // Registered on Sunday 2026-02-15: neither that day nor the festival is one of the fifteen.
    expect(await deadline(forgotten, 'handling', 'hub')).toMatchObject({ lastDay: '2026-03-13' });
    await stack.advanceTo('2026-03-14T00:00:00+08:00');
    const { tasks } = await caseOf(stack, forgotten, 'hubmanager');
    expect(tasks.map(({ name }) => name).sort()).toEqual(['handlingOverdue', 'transferComplaint']);
    const mail = await mailTo(stack, 'hubmanager@demo.anjuan.test', '投诉逾期督办：办结投诉');
    expect(mail.text).toContain('办结投诉');
    await other.act(forgotten, 'withdrawComplaint', { reason: 'Settled between us.' });
    expect(await caseOf(stack, forgotten, 'hub')).toMatchObject({ outcome: 'WITHDRAWN', tasks: [] });
    await expectWholeTimeline(stack, forgotten, 'hub');
  });
});
