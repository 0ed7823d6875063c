/** A manager's figures, each of which opens what it counts, and an auditor's log. */
import { beforeAll, expect, it } from 'vitest';
import { addStore, factOf } from '../../api/testing/stores.ts';
import { apply, settled } from '../support/applications.ts';
import { recordedCase } from '../support/closed-case.ts';
import { enterProviders } from '../support/network-registers.ts';
import { expectAccessible } from './support/browser.ts';
import { consoleStage, holdsAccessible } from './support/console-stage.ts';

const stage = consoleStage('2025-09-15T09:00:00+08:00');

beforeAll(async () => {
  await apply(stage.stack);
  await apply(stage.stack, { as: 'provider2' });
  await settled(stage.stack);
  await recordedCase(stage.stack.database, { kind: 'providerRegistration', closedAt: '2023-07-01T10:00:00+08:00' });
  await recordedCase(stage.stack.database, { closedAt: '2025-07-01T10:00:00+08:00' });
  const seal = { party: '91310104MA1FR2CD85', reason: '涉诉，封存备查' };
  await (await stage.stack.as('hubmanager')).post('/api/hn-net/retention/seals', seal);
});

it('XC-05.3 a figure opens by keyboard the list of what it counts, which says what narrows it and is taken away as it stands', async () => {
  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('manager');
  await page.getByRole('link', { name: '统计', exact: true }).click();
  const backlog = page.getByRole('region', { name: '在办案件' });
  const figure = backlog.getByRole('link', { name: '开店申请, 线上初审, 0–5 个工作日: 2' });
  await figure.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '案件（2）', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/cases');
  await page.getByText('上海启明企业服务有限公司').waitFor();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  // Nothing is taken away without a reason (HN-NET-15.7).
  expect(await page.getByRole('link', { name: '导出 CSV' }).count()).toBe(0);
  await page.getByLabel('导出理由').fill('季度检查');
  const csv = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
  await page.keyboard.press('Escape');
  const answer = await page.request.get(`${stage.stack.baseUrl}${csv}`);
  expect([answer.status(), (await answer.text()).trim().split('\n')]).toEqual([
    200,
    expect.objectContaining({ length: 3 }),
  ]);

  // What narrows the list is taken away one by one.
  await page.getByRole('button', { name: '去掉筛选：我管理的案件' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.has('managed'), { timeout: 60_000 }).toBe(false);

  await manager.open('/dashboard');
  await page.getByRole('region', { name: '工作量' }).getByRole('link', { name: '待领取, 待办: 2' }).click();
  await page.getByRole('heading', { name: '待办（2）', level: 1 }).waitFor();
  await page.getByText('来自统计 · 无人持有').waitFor();

  // Working days open the cases that they were spent on.
  await manager.open('/dashboard');
  await page
    .getByRole('region', { name: '用时分布' })
    .getByRole('link', { name: /^开店申请, 平台: [\d.]+$/ })
    .click();
  await page.getByRole('heading', { name: '案件（2）', level: 1 }).waitFor();

  // A period in which there was nothing.
  await manager.open('/dashboard?from=2024-01-01&to=2024-01-31');
  await page.getByRole('region', { name: '期限履行' }).getByText('没有可统计的内容。').waitFor();
  expect(manager.faults).toEqual([]);
  await manager.close();
});

it('XC-05.3 an auditor begins with the log, narrows it and has it checked', async () => {
  const auditor = await stage.visit();
  const { page } = auditor;
  await auditor.signIn('auditor');
  await page.getByRole('heading', { name: '审计日志', level: 1 }).waitFor();
  await page.getByRole('button', { name: '校验审计日志' }).click();
  await page.getByText(/共 \d+ 条，逐条相连，未被改动。/).waitFor();
  await page.getByLabel('事项').selectOption({ label: '新建账户' });
  await page.getByRole('button', { name: '查看' }).click();
  await page.waitForURL((url) => url.searchParams.get('action') === 'ACCOUNT_CREATED');
  await page
    .getByRole('cell', { name: /新建账户/ })
    .first()
    .waitFor();
  expect(await page.getByRole('cell', { name: /加载工作日历/ }).count()).toBe(0);
  // By whom and to what a name is enough: pressing it narrows the log, and the parts of a record stand there in words.
  const made = page.getByRole('row').filter({ hasText: '李审核' }).first();
  await made.getByText(/姓名或名称、/).waitFor();
  await made.getByRole('button', { name: '账户 李审核' }).click();
  await page.waitForURL((url) => url.searchParams.get('objectId') === 'demo-reviewer');
  expect(await page.getByRole('cell', { name: /周主任/ }).count()).toBe(0);
  await expectAccessible(auditor);
  expect(auditor.faults).toEqual([]);
  await auditor.close();
});

it('HN-NET-10.6 a manager of the hub reads what may be deleted, seals the records of a party, and lifts the seal', async () => {
  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('hubmanager');
  await page.getByRole('link', { name: '平台网络', exact: true }).first().click();
  await page.getByRole('link', { name: '记录的保存与删除' }).click();
  await page.getByRole('heading', { name: '记录的保存与删除', level: 1 }).waitFor();
  await page.getByRole('cell', { name: '2025-07-02' }).waitFor();
  const seals = page.getByRole('region', { name: '封存', exact: true });
  await seals.getByRole('searchbox', { name: '按名称、编号查找：当事人' }).fill('91430102MA4L8XK93A');
  const party = seals.getByRole('combobox', { name: '当事人' });
  const found = party.getByRole('option', { name: /[^填：]91430102MA4L8XK93A/ });
  await found.waitFor({ state: 'attached' });
  await party.selectOption({ label: (await found.textContent()) ?? '' });
  await seals.getByLabel('封存理由').fill('审计调阅');
  await seals.getByRole('button', { name: '封存当事人的记录' }).click();
  await page.getByRole('cell', { name: '已封存', exact: true }).waitFor();
  const sealed = seals.getByRole('listitem').filter({ hasText: '审计调阅' });
  await sealed.getByRole('button', { name: /^解除封存：/ }).click();
  await sealed.getByLabel('解除理由').fill('审计结束');
  await expectAccessible(manager);
  await sealed.getByRole('button', { name: '解除封存', exact: true }).click();
  await page.getByText('解除：审计结束').waitFor();
  await page.getByRole('link', { name: '提出删除' }).click();
  await page.getByLabel('记录类别').waitFor();
  expect(manager.faults).toEqual([]);
  await manager.close();
});

it('HN-NET-24.1 every figure of the services opens the records that it counts, in the period that is asked for', async () => {
  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('hubmanager');
  await manager.open('/network');
  await page.getByRole('link', { name: '服务统计' }).click();
  await page.getByLabel('服务日期自').fill('2025-07-01');
  await page.getByText('服务日期 2025-07-01 至 2025-09-15').waitFor();
  await page.getByRole('link', { name: '逾期录入: 0' }).click();
  await page.getByRole('region', { name: '逾期录入的服务记录' }).getByText('没有服务记录。').waitFor();
  expect(new URL(page.url()).searchParams.get('from')).toBe('2025-07-01');
  expect(manager.faults).toEqual([]);
  await manager.close();
});

it('XC-06.2 a manager finds the cases under older rules, sees what a move would do to each, and moves those chosen', async () => {
  const admin = await stage.visit();
  await admin.signIn('admin');
  const change = { values: { 'sla.preliminaryReview': 8 }, note: '初审期限放宽' };
  await (await stage.stack.as('admin')).put('/api/rules/SH_STORE', change);
  await admin.open('/admin/rules?regime=SH_STORE');
  await admin.page.getByRole('link', { name: '仍适用旧版规则的在办案件' }).click();
  await admin.page.getByRole('heading', { name: '案件（2）', level: 1 }).waitFor();
  // Who set the rules moves no case: that is for the managers of the body that handles it.
  expect(await admin.page.getByRole('checkbox', { name: /^选择/ }).count()).toBe(0);
  await admin.close();

  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('manager');
  await manager.open('/cases');
  await page.getByLabel('适用旧版规则').check();
  await page.getByRole('heading', { name: '案件（2）', level: 1 }).waitFor();
  const row = page.getByRole('row').filter({ hasText: '上海启明企业服务有限公司' });
  await row.getByText('适用规则第 1 版').waitFor();
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: '批量办理……' }).click();
  const panel = page.getByRole('region', { name: '批量办理' });
  await panel.getByLabel('办理什么').selectOption('改用最新规则');
  await panel.getByLabel('理由').fill('统一放宽初审期限');
  await panel.getByRole('button', { name: '预览' }).click();
  await panel.getByText('可办理 1 件，已有变动 0 件，不能办理 0 件').waitFor();
  await panel
    .getByText(/^期限：.*，至 2025-/)
    .first()
    .waitFor();
  await expectAccessible(manager);
  await panel.getByLabel('可撤回的时间').selectOption('立即办理');
  await panel.getByRole('button', { name: '办理这 1 件' }).click();
  await page.getByText('已办 1 / 1').waitFor();
  await page.getByRole('link', { name: /号$/ }).click();
  const timeline = page.getByRole('region', { name: '时间线' });
  await timeline.getByText('统一放宽初审期限').first().waitFor();
  await timeline.getByText('改用最新规则').first().waitFor();
  // The other one was not chosen: it stays as it is.
  await manager.open('/cases?olderRules=true');
  await page.getByRole('heading', { name: '案件（1）', level: 1 }).waitFor();
  expect(manager.faults).toEqual([]);
  await manager.close();
});

it('SH-STORE-08.5 SH-STORE-16.4 SH-EVAL-10.18 a store shows its four areas; points are taken back and a recommendation is proposed', async () => {
  await addStore(stage.stack, 'sto-1', '91310115MA1K3AB128', { name: '启明科技服务' });
  const facts = ['o-1', 'o-2'].map((orderId) => factOf('ORDER_COMPLETED', { orderId }));
  const admin = await stage.stack.as('admin');
  for (const fact of facts) await admin.post('/api/platform-events', fact);
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await reviewer.open('/my-stores/sto-1');
  const areas = page.getByRole('group', { name: '四个方面' });
  await expect.poll(() => areas.getByRole('button').count(), { timeout: 60_000 }).toBe(4);
  await areas.getByRole('button', { name: /^订单/ }).click();
  await page.getByRole('region', { name: '监督记录' }).getByRole('listitem').first().waitFor();
  await page.getByRole('region', { name: '相似产品' }).getByText('没有相似的产品。').waitFor();

  const back = page.getByRole('region', { name: '冲回积分' });
  await back.getByText('勾选要冲回的积分记录').click();
  await back.getByRole('checkbox').first().check();
  await back.getByLabel('冲回理由').fill('刷单');
  await back.getByRole('button', { name: '冲回积分' }).click();
  await page.getByRole('region', { name: '积分明细' }).getByText('冲正').waitFor();

  const propose = page.getByRole('region', { name: '重点推荐' });
  await propose.getByText('提名该店铺重点推荐').click();
  await propose.getByRole('checkbox').first().check();
  await propose.getByLabel('年度').fill('2025');
  await propose.getByLabel('提名理由').fill('服务成效突出');
  await expectAccessible(reviewer);
  await propose.getByRole('button', { name: '提名重点推荐' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/cases/rst-'));
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();
});

it('SH-EVAL-11.5 SH-STORE-17.1 SH-STORE-17.2 a manager previews and orders a recomputation, answers a comment, and records the adopted text', async () => {
  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('manager');
  await manager.open('/my-stores');
  await page.getByRole('link', { name: '重点推荐备选名单' }).click();
  await page.getByText('目前没有符合条件的店铺。').waitFor();
  await page.getByRole('link', { name: '所有店铺' }).click();
  const change = { values: { 'sla.preliminaryReview': 9 }, note: '初审期限再放宽' };
  const set = await (await stage.stack.as('admin')).put<{ version: number }>('/api/rules/SH_STORE', change);
  const version = String(set.version);
  await page.getByRole('link', { name: '积分重算' }).click();
  await page.getByRole('region', { name: '预览' }).getByLabel('规则版本').selectOption(version);
  await page.getByRole('button', { name: '预览哪些店铺会变' }).click();
  await page.getByText('没有店铺的积分会变。').waitFor();
  const order = page.getByRole('region', { name: '重算', exact: true });
  await order.getByText(`新的积分按第 ${version} 版规则记入`).waitFor();
  await order.getByLabel('重算理由').fill('规则调整');
  await order.getByRole('button', { name: '按新规则重算积分' }).click();
  await page.getByRole('region', { name: '重算进度' }).getByRole('status').waitFor();

  await manager.open('/regulations');
  await page.getByRole('link', { name: '征求意见与文本状态' }).first().click();
  await manager.open('/consultations/SH_STORE');
  const comments = page.getByRole('region', { name: '征求意见反馈' });
  await comments.getByText('登记一条意见').click();
  await comments.getByLabel('意见提出人').fill('某协会');
  await comments.locator('[data-path="channel"]').selectOption('来信');
  await comments.getByLabel('收到日期').fill('2025-09-10');
  await comments.getByRole('textbox', { name: '意见内容' }).fill('建议放宽年限。');
  await comments.getByRole('button', { name: '登记征求意见反馈' }).click();
  const entry = comments.getByRole('listitem').filter({ hasText: '建议放宽年限。' });
  await entry.getByText('答复', { exact: true }).click();
  await entry.getByRole('textbox', { name: '答复内容' }).fill('已采纳。');
  await entry.getByRole('button', { name: '答复征求意见反馈' }).click();
  await entry.getByText(/^答复（.*）：已采纳。/).waitFor();

  const status = page.getByRole('region', { name: '文本状态' });
  await status.getByText('开始或结束征求意见').click();
  await status.getByLabel('征求意见结束').check();
  await status.getByRole('textbox', { name: '日期', exact: true }).fill('2025-09-12');
  await status.getByRole('textbox', { name: '理由' }).fill('期限届满');
  await status.getByRole('button', { name: '更改办法文本的状态' }).click();
  await status.getByText('自 2025-09-12 起').waitFor();
  await status.getByText('登记正式文本').click();
  await expectAccessible(manager);
  expect(manager.faults).toEqual([]);
  await manager.close();
});

it('HN-NET-03.6 HN-NET-03.7 the tree of the network has the figures of the latest check, and names who was counted', async () => {
  const latest = { from: '2025-06-16', to: '2025-09-15', connected: 2, serving: 1, registered: 3 };
  await recordedCase(stage.stack.database, {
    ...{
      kind: 'windowMinimums',
      stage: 'BELOW_MINIMUM',
      closedAt: null,
      about: 'window:hn-liuyang',
      title: '浏阳窗口',
    },
    facts: { latest: { ...latest, providers: 20, members: 100, met: false } },
  });
  await enterProviders(stage.stack, 'hn-liuyang', 1, '2025-08-10');
  await enterProviders(stage.stack, 'hn-liuyang', 1, '2025-05-10');
  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('hubmanager');
  await manager.open('/network');
  const tree = page.getByRole('listitem').filter({ hasText: '浏阳市中小企业综合窗口服务平台' }).last();
  await tree.getByText('接入服务商 2 家，其中提供服务 1 家，会员 3 家').waitFor();
  await tree.getByText('未达下限').waitFor();
  const checks = page.getByRole('region', { name: '服务商和会员下限检查' });
  await checks.getByText('哪些服务商被计入').click();
  const counted = (day: string) =>
    checks.getByRole('listitem').filter({ hasText: `person:hn-liuyang-served-${day}-0` });
  await counted('2025-08-10').getByText('计入', { exact: true }).waitFor();
  await counted('2025-05-10').getByText('未计入', { exact: true }).waitFor();
  await expectAccessible(manager);
  expect(manager.faults).toEqual([]);
  await manager.close();
});

holdsAccessible('of managers of the hub', stage, async (visitor) => {
  await visitor.signIn('hubmanager');
  return ['/statistics', '/statistics?as=late', '/retention', '/retention?standing=NOT_YET', '/file/dataDeletion'];
});

it('XC-05.5 whoever opens a page that is not theirs is told so, with the way back and nothing to try again', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await reviewer.open('/dashboard');
  const told = page.getByRole('alert').filter({ hasText: '无权查看或办理' });
  await told.waitFor();
  expect(await told.getByRole('button').count()).toBe(0);
  await expectAccessible(reviewer);
  await told.getByRole('link', { name: '返回首页' }).click();
  await page.waitForURL((url) => url.pathname === '/inbox');
  await reviewer.close();
});

holdsAccessible('of managers', stage, async (visitor) => {
  await visitor.signIn('manager');
  return [
    '/dashboard',
    '/my-stores/sto-1',
    '/shortlist',
    '/recomputation',
    '/activity-periods',
    '/interests',
    '/consultations/SH_STORE',
    '/cases?olderRules=true',
    '/cases?managed=true&kind=storeApplication&openedFrom=2025-09-01&openedTo=2025-09-30',
  ];
});

holdsAccessible('of auditors', stage, async (visitor) => {
  await visitor.signIn('auditor');
  return ['/audit'];
});
