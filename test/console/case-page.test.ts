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
