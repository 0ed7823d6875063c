/** The page of a case while others work in it, too. */
import { beforeAll, expect, it } from 'vitest';
import { apply, review, settled } from '../support/applications.ts';
import { mailAbout } from '../support/mails.ts';
import { expectAccessible } from './support/browser.ts';
import { consoleStage } from './support/console-stage.ts';

const stage = consoleStage('2025-09-15T09:00:00+08:00');
let caseId: string;

beforeAll(async () => {
  caseId = await apply(stage.stack);
  await settled(stage.stack);
  await review(stage.stack, caseId);
});

it('XC-05.1 a text that was typed survives a decision of somebody else, who is named with what they did', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await reviewer.signIn('reviewer');
  await reviewer.open(`/cases/${caseId}?action=rejectApplication`);
  const form = page.locator('#action-form');
  await form.locator('[data-path=reason]').fill('经营场所证明与登记不符。');

  await (await stage.stack.as('provider')).post(`/api/cases/${caseId}/actions/withdraw`, { reason: '另行申请。' });
  const told = form.getByRole('alert');
  await told.getByText('“初审不予通过”已不能办理').waitFor();
  await told.getByText(/服务机构：申请人撤回申请。理由：另行申请/).waitFor();
  await form.getByText('经营场所证明与登记不符。').waitFor();
  await expectAccessible(reviewer);

  // It is there after a reload, and leaves the page by the clipboard.
  await page.reload();
  await form.getByText('经营场所证明与登记不符。').waitFor();
  await form.getByRole('button', { name: '复制所填内容' }).click();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain('经营场所证明与登记不符。');

  await form.getByRole('button', { name: '关闭并丢弃所填内容' }).click();
  await form.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('region', { name: '可办理的操作' }).waitFor();
  expect(await page.getByText('经营场所证明与登记不符。').count()).toBe(0);
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();
});

it('XC-03.2 the link of a mail opens, after sign-in, the form of what it asks for, or says why that is not open', async () => {
  const id = await apply(stage.stack, { as: 'provider2' });
  await settled(stage.stack);
  await (
    await stage.stack.as('reviewer')
  ).act(id, 'requestSupplement', { items: ['请补充经营场所证明。'], reason: '材料不全。' });
  const mail = await mailAbout(stage.stack, 'provider2', '请补充申请材料');
  const link = /<a[^>]+href="([^"]+action=[^"]+)"/.exec(mail.html)?.[1] ?? '';
  expect(link).toBe(`${stage.stack.baseUrl}/cases/${id}?action=answerSupplement`);
  const provider = await stage.visit();
  const { page } = provider;
  await page.goto(link);
  await page.getByLabel('邮箱').fill('provider2@demo.anjuan.test');
  await page.getByLabel('密码', { exact: true }).fill('Anjuan-demo-2026');
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('#action-form').getByRole('button', { name: '确认：提交补正材料' }).waitFor();
  expect(page.url()).toBe(link);

  await (await stage.stack.as('provider2')).act(id, 'withdraw');
  const other = await stage.visit();
  await other.signIn('provider2');
  await other.page.goto(link);
  const why = other.page.getByRole('status').filter({ hasText: '链接所指的操作目前不能由您办理' });
  await why.getByText(/提交补正材料.*案件已结案/).waitFor();
  await expectAccessible(other);
  expect([...provider.faults, ...other.faults]).toEqual([]);
  await provider.close();
  await other.close();
});

it('XC-05.1 “why may I not” is answered by the refusal itself, and a party reads nothing of the body’s work', async () => {
  const id = await apply(stage.stack, { as: 'entrant', figures: { enterprisesServed: 99 } });
  await settled(stage.stack);
  const reason = '所服务企业规模大，成效突出';
  await (await stage.stack.as('manager')).act(id, 'overrideCondition', { item: 'served', reason });
  const holder = await stage.stack.as('reviewer2');
  const { items } = await holder.get(`/api/tasks?caseId=${id}`);
  await holder.post(`/api/tasks/${items[0].id}/claim`);
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await reviewer.open(`/cases/${id}`);
  await page.getByText(/为什么不能办理其他操作/).click();
  await page.getByText(/初审不予通过.*该待办已由他人领取/).waitFor();
  await page.getByText(/按“原则上”条款例外处理.*可由主管办理/).waitFor();
  // Who waived a condition, and why, stands beside it.
  await page
    .getByRole('table', { name: '准入条件核对' })
    .getByText(/周主任：.*所服务企业规模大，成效突出/)
    .waitFor();
  await expectAccessible(reviewer);
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();

  const { refused } = await (await stage.stack.as('entrant')).get(`/api/cases/${id}`);
  expect(refused.map(({ name }: { name: string }) => name).sort()).toEqual([
    'answerSupplement',
    'explainAbsence',
    'requestReschedule',
  ]);
});

it('XC-05.2 a decision on what has changed since its form was opened is not made; the text stays, and is sent on what is shown then', async () => {
  const id = await apply(stage.stack, { as: 'provider2' });
  await settled(stage.stack);
  await review(stage.stack, id);
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await reviewer.open(`/cases/${id}?action=rejectApplication`);
  const form = page.locator('#action-form');
  const reason = form.locator('[data-path=reason]');
  await reason.fill('经营场所证明与登记不符。');
  const send = form.getByRole('button', { name: /初审不予通过/ });

  const changed = { items: { licence: 'OK' } };
  await (await stage.stack.as('reviewer2')).post(`/api/cases/${id}/actions/checkMaterials`, changed);
  await send.click();
  await form.getByText(/案件在您打开之后已有变动（.*资料.*）.*请查看后再决定/).waitFor();
  expect(await reason.inputValue()).toBe('经营场所证明与登记不符。');
  expect(await stage.stack.database.case.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome: null });

  await send.click();
  await form.waitFor({ state: 'detached' });
  expect(await stage.stack.database.case.findUniqueOrThrow({ where: { id } })).toMatchObject({
    outcome: 'PRELIM_REJECTED',
  });
  await reviewer.close();
});

it('XC-03.2 the mail that reminds of a deadline, and the notice beside it, lead to the form by which it is met', async () => {
  const id = await apply(stage.stack, { as: 'provider2' });
  await settled(stage.stack);
  await (
    await stage.stack.as('reviewer')
  ).act(id, 'requestSupplement', { items: ['请补充经营场所证明。'], reason: '材料不全。' });
  await mailAbout(stage.stack, 'provider2', '请补充申请材料');
  const { ahead } = await (await stage.stack.as('provider2')).get(`/api/cases/${id}/timeline`);
  await stage.stack.advanceTo(ahead.find(({ kind }: { kind: string }) => kind === 'REMINDER').at);
  const mail = await mailAbout(stage.stack, 'provider2', '补正申请材料');
  const form = `/cases/${id}?action=answerSupplement`;
  expect(mail.html).toContain(`href="${stage.stack.baseUrl}${form}"`);

  const provider = await stage.visit();
  const { page } = provider;
  await provider.signIn('provider2');
  await provider.open('/notices');
  await page.getByRole('link', { name: mail.subject }).click();
  await page.getByRole('link', { name: '查看案件' }).click();
  await page.locator('#action-form').getByRole('button', { name: '确认：提交补正材料' }).waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(form);
  expect(provider.faults).toEqual([]);
  await provider.close();
});
