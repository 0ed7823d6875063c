/** Work given to a colleague, and work done in the place of who is away (XC-05.5): through API, Temporal and mail. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { apply, deadlineOf, timelineOf } from '../support/applications.ts';
import { caseWhen } from '../support/cases.ts';
import { expectWords, mailAbout, mailsAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const rejected = { reason: '营业执照与申报信息不符' };
const asked = { to: 'demo-reviewer2', note: '请核对营业执照的经营范围。' };
const answered = { opinion: '经营范围与申报的服务相符，建议通过。' };
const taskOf = (caseId: string) => encodeURIComponent(`${caseId}:preliminaryReview:1`);

let stack: TestStack;

/** The items of a view of somebody's inbox, once they are as many. */
function inbox(account: string, view: string, count: number): Promise<any[]> {
  return vi.waitFor(
    async () => {
      const { items } = await (await stack.as(account)).get<{ items: any[] }>(`/api/tasks?view=${view}`);
      expect(items).toHaveLength(count);
      return items;
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** Types of the lines about a task, with who acted and what they say. */
async function told(caseId: string, types: readonly string[]): Promise<(string | null)[][]> {
  const lines = await timelineOf(stack, caseId);
  return lines.filter(({ type }) => types.includes(type)).map(({ type, actor, title }) => [type, actor.name, title.zh]);
}

describe('a task that is delegated', () => {
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-26T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('XC-05.5 is prepared by a colleague and handed back; both are told by mail, its deadline goes on, the holder decides', async () => {
    const caseId = await apply(stack);
    const [reviewer, reviewer2] = [await stack.as('reviewer'), await stack.as('reviewer2')];
    await reviewer.post(`/api/tasks/${taskOf(caseId)}/claim`);
    const before = await deadlineOf(stack, caseId, 'preliminaryReview');
    const { items } = await reviewer.get<{ items: any[] }>(`/api/tasks/${taskOf(caseId)}/colleagues`);
    expect(items.map(({ name }) => name)).toEqual(['王审核']);
    await reviewer.post(`/api/tasks/${taskOf(caseId)}/delegate`, asked);
    const mail = await mailAbout(stack, 'reviewer2', '待办委派给您：线上初审');
    expectWords(stack, mail, caseId, ['李审核将本案的待办“线上初审”委派给您准备', asked.note]);
    expect(await inbox('reviewer2', 'delegated', 1)).toMatchObject([
      { caseId, yourPart: 'DELEGATE', delegation: { by: { name: '李审核' }, note: asked.note } },
    ]);
    await expect(reviewer2.act(caseId, 'rejectApplication', rejected)).rejects.toMatchObject({
      code: 'TASK_OF_ANOTHER',
    });
    // Another worker goes on with it, and the clock moves meanwhile.
    await stack.stopWorkers();
    await stack.startWorkers();
    await stack.advanceTo('2025-09-28T10:00:00+08:00');
    await reviewer2.post(`/api/tasks/${taskOf(caseId)}/hand-back`, answered);
    const back = await mailAbout(stack, 'reviewer', '受托人已交回待办：线上初审');
    expectWords(stack, back, caseId, ['王审核已交回委派的待办', answered.opinion]);
    const held = await inbox('reviewer', 'mine', 1);
    expect(held).toMatchObject([{ yourPart: 'HOLDER', delegation: { answer: { opinion: answered.opinion } } }]);
    expect(await deadlineOf(stack, caseId, 'preliminaryReview')).toMatchObject({
      dueAt: before.dueAt,
      startedAt: before.startedAt,
    });
    await reviewer.act(caseId, 'rejectApplication', rejected);
    expect(await told(caseId, ['TASK_DELEGATED', 'TASK_HANDED_BACK'])).toEqual([
      ['TASK_DELEGATED', '李审核', '待办已委派：线上初审（王审核）'],
      ['TASK_HANDED_BACK', '王审核', `交回受托待办：线上初审。意见：${answered.opinion.replace('。', '')}`],
    ]);
    const ofParty = await timelineOf(stack, caseId, 'provider');
    expect(JSON.stringify(ofParty)).not.toMatch(/委派|交回|王审核/);
  });

  it('XC-05.5 comes back when the delegate is disabled, also after the worker was away, and to the queue with its holder', async () => {
    const caseId = await apply(stack, { as: 'provider2' });
    const [admin, reviewer] = [await stack.as('admin'), await stack.as('reviewer')];
    await reviewer.post(`/api/tasks/${taskOf(caseId)}/claim`);
    await reviewer.post(`/api/tasks/${taskOf(caseId)}/delegate`, asked);
    await inbox('reviewer2', 'delegated', 1);
    await stack.stopWorkers();
    await admin.post('/api/accounts/demo-reviewer2/disable');
    await stack.startWorkers();
    const ended = await mailAbout(stack, 'reviewer', '待办委派终止：线上初审');
    expectWords(stack, ended, caseId, ['受托人已停用或调离', '王审核']);
    expect(await inbox('reviewer', 'mine', 1)).toMatchObject([{ yourPart: 'HOLDER', delegation: null }]);
    await admin.post('/api/accounts/demo-reviewer2/enable');
    await reviewer.post(`/api/tasks/${taskOf(caseId)}/delegate`, asked);
    await admin.post('/api/accounts/demo-reviewer/disable');
    await mailAbout(stack, 'reviewer2', '待办委派终止：线上初审');
    expect(await inbox('manager', 'all', 1)).toMatchObject([{ assignee: null, delegation: null }]);
    expect(await told(caseId, ['TASK_DELEGATION_ENDED'])).toMatchObject([
      ['TASK_DELEGATION_ENDED', null, '委派终止：线上初审，受托人已停用或调离（王审核）'],
      ['TASK_DELEGATION_ENDED', null, '委派终止：线上初审，原办理人已停用或调离（王审核）'],
    ]);
  });
});

describe('a cover for an absence', () => {
  const absence = {
    ...{ coverId: 'demo-reviewer2', firstDay: '2025-09-26', lastDay: '2025-09-28' },
    rule: '《值班办法》第三条',
  };

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-26T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('XC-05.5 the cover decides in the place of who is away, takes work, and loses it when the cover ends by itself', async () => {
    const [decided, taken] = [await apply(stack), await apply(stack, { as: 'provider2' })];
    const [admin, reviewer, cover] = [await stack.as('admin'), await stack.as('reviewer'), await stack.as('reviewer2')];
    // An office elsewhere in the same body: what the cover can do in these cases is the absent one's alone.
    await admin.patch('/api/accounts/demo-reviewer2', {
      offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH/CHONGMING' }],
    });
    await expect(cover.act(decided, 'rejectApplication', rejected)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await reviewer.post(`/api/tasks/${taskOf(decided)}/claim`);
    await reviewer.post('/api/covers', absence);
    for (const account of ['reviewer', 'reviewer2']) {
      const { text } = await mailAbout(stack, account, '代行职务安排');
      for (const words of ['李审核不在岗期间，由王审核', '2025年9月28日', absence.rule]) expect(text).toContain(words);
    }

    expect((await inbox('reviewer2', 'inbox', 2)).map(({ caseId }) => caseId).sort()).toEqual([decided, taken].sort());
    await cover.act(decided, 'rejectApplication', rejected);
    await caseWhen(stack, decided, { outcome: 'PRELIM_REJECTED' });
    const line = (await timelineOf(stack, decided)).find(({ detail }) => detail?.['action'] === 'rejectApplication');
    expect(line?.actor).toMatchObject({
      ...{ id: 'demo-reviewer2', name: '王审核', role: 'reviewer' },
      title: { zh: '审核人员，代行李审核职务至 2025-09-28（依据：《值班办法》第三条）' },
      covering: { id: 'demo-reviewer', name: '李审核', lastDay: '2025-09-28', rule: absence.rule },
    });
    const mail = await mailAbout(stack, 'provider', '初审');
    expect(mail.text).not.toMatch(/王审核|李审核/);

    await cover.post(`/api/tasks/${taskOf(taken)}/claim`);
    expect(await inbox('reviewer2', 'mine', 1)).toMatchObject([{ caseId: taken, assignee: { name: '王审核' } }]);
    await stack.advanceTo('2025-09-28T23:59:59+08:00');
    await cover.get(`/api/cases/${taken}`);
    await stack.advanceTo('2025-09-29T00:00:00+08:00');
    expect(await inbox('reviewer', 'unclaimed', 1)).toMatchObject([{ caseId: taken, assignee: null }]);
    expect(await inbox('reviewer2', 'inbox', 0)).toEqual([]);
    await expect(cover.get(`/api/cases/${taken}`)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await expect(cover.act(taken, 'rejectApplication', rejected)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    const released = (await timelineOf(stack, taken)).filter(({ type }) => type === 'TASK_RELEASED');
    expect(released).toMatchObject([{ detail: { heldBy: 'demo-reviewer2' }, actor: { kind: 'system' } }]);
    // It ended by itself: nobody ended it, and nobody is told that somebody has.
    expect(await mailsAbout(stack, 'reviewer2', '代行职务提前结束')).toEqual([]);
    await reviewer.act(taken, 'rejectApplication', rejected);
  });
});
