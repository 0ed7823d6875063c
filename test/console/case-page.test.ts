/** The page of a case while others work in it, too. */
import { beforeAll, expect, it } from 'vitest';
import { apply, review, settled } from '../support/applications.ts';
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
