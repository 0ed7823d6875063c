/** A manager's figures, each of which opens what it counts, and an auditor's log. */
import { beforeAll, expect, it } from 'vitest';
import { apply, settled } from '../support/applications.ts';
import { recordedCase } from '../support/closed-case.ts';
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
  await page.getByLabel('当事人').fill('91430102MA4L8XK93A');
  await page.getByLabel(/^理由/).fill('审计调阅');
  await page.getByRole('button', { name: '封存', exact: true }).click();
  await page.getByRole('cell', { name: '已封存', exact: true }).waitFor();
  await page.getByLabel('解除理由 91430102MA4L8XK93A').fill('审计结束');
  await page.getByRole('form', { name: '解除封存' }).first().getByRole('button').click();
  await page.getByText('解除：审计结束').waitFor();
  await page.getByRole('link', { name: '提出删除' }).click();
  await page.getByLabel('记录类别').waitFor();
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

holdsAccessible('of managers of the hub', stage, async (visitor) => {
  await visitor.signIn('hubmanager');
  return ['/retention', '/retention?standing=NOT_YET', '/file/dataDeletion'];
});

holdsAccessible('of managers', stage, async (visitor) => {
  await visitor.signIn('manager');
  return [
    '/dashboard',
    '/cases?olderRules=true',
    '/cases?managed=true&kind=storeApplication&openedFrom=2025-09-01&openedTo=2025-09-30',
  ];
});

holdsAccessible('of auditors', stage, async (visitor) => {
  await visitor.signIn('auditor');
  return ['/audit'];
});
