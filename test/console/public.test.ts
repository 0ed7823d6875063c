/** What everybody can do without an account, on a phone: complain, prove the address, follow the case; and read the directory. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTo } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { expectAccessible, launchBrowser, LOCALES, visit, WIDTHS } from './support/browser.ts';

let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack({ startAt: '2025-09-15T09:00:00+08:00' }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

it('HN-NET-20.1 a complaint is filed without an account, its address proved by a code, and followed by its tracking code', async () => {
  const visitor = await visit(browser, stack, { width: 390 });
  const { page } = visitor;
  await visitor.open('/complaint/complaint');
  const field = (name: string) => page.locator(`[data-path$="${name}"]`);
  await field('contact.name').fill('王女士');
  await field('contact.email').fill('wang@example.org');
  await field('providerName').fill('长沙某检测机构');
  await field('reason').selectOption('NOT_AS_PROMISED');
  await field('account').fill('报告迟了十天。');
  await field('claim').fill('退还费用');
  await field('happenedOn').fill('2025-09-10');
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByRole('heading', { name: '输入验证码' }).waitFor();
  await expectAccessible(visitor);
  const mail = await mailTo(stack, 'wang@example.org', /./);
  await page.getByLabel('6 位验证码').fill(/\b(\d{6})\b/.exec(mail.text)?.[1] ?? '');
  await page.getByRole('button', { name: '确认并立案' }).click();
  await page.getByRole('heading', { name: '已立案' }).waitFor();
  await expectAccessible(visitor);

  await page.getByRole('link', { name: '查询进展' }).last().click();
  await page.getByRole('region', { name: '时间线' }).getByText('立案').first().waitFor();
  await expectAccessible(visitor);
  // The code stands in no address, where others would find it.
  expect(page.url()).toBe(`${stack.baseUrl}/track`);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

describe.each(LOCALES)('WCAG 2.2 AA in %s', (locale) => {
  it.each(WIDTHS)('holds on the pages for everybody at %i px', async (width) => {
    const visitor = await visit(browser, stack, { locale, width });
    for (const path of ['/sign-in', '/complaint', '/complaint/complaint', '/track', '/directory']) {
      await visitor.open(path);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(visitor);
    }
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  });
});
