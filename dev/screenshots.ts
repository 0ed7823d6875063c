/**
 * Draws the pages of the console for the README: `npm run screenshots`, while `npm start` runs in another terminal on data that nobody needs.
 * It files an application and reviews it, and writes pictures to docs/images.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { TRAINING_PASSWORD } from '../prisma/seed.ts';
import { launchChromium } from './chromium.ts';
import { ApiClient } from './rehearsal/api-client.ts';
import { apply, review, type Rehearsal } from './rehearsal/steps.ts';
import { runningStack } from './running-stack.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { data: { type: 'string', default: join(root, '.anjuan') }, url: { type: 'string' } },
});
const { url } = runningStack(values.data, values.url);

const stage: Rehearsal = {
  as: (account) => ApiClient.signIn(url, `${account}@demo.anjuan.test`),
  async now() {
    const { now } = await (await stage.as('admin')).get<{ now: string }>('/api/clock');
    return now;
  },
  async advanceTo(to) {
    return (await stage.as('admin')).post<unknown>('/api/clock/advance', { to });
  },
};

const caseId = await apply(stage);
await review(stage, caseId);
const provider2 = await stage.as('provider2');
const { id: draftId } = await provider2.post<{ id: string }>('/api/drafts', {
  kind: 'storeApplication',
  data: { institution: { name: '上海致远知识产权代理有限公司' } },
});

/** A picture: who looks, at what, in which language and width. */
interface Picture {
  readonly file: string;
  readonly path: string;
  readonly as?: string;
  readonly locale?: string;
  readonly width?: number;
}

const pictures: readonly Picture[] = [
  { file: 'inbox', path: '/inbox', as: 'reviewer' },
  { file: 'case', path: `/cases/${caseId}`, as: 'reviewer' },
  { file: 'decision', path: `/cases/${caseId}?action=passPreliminaryReview`, as: 'reviewer' },
  { file: 'dashboard', path: '/dashboard', as: 'manager' },
  { file: 'regulation', path: '/regulations/SH-STORE', as: 'manager' },
  { file: 'calendar', path: '/admin/calendar', as: 'admin' },
  { file: 'draft', path: `/drafts/${draftId}`, as: 'provider2' },
  { file: 'case-phone', path: `/cases/${caseId}`, as: 'provider', width: 390 },
  { file: 'complaint-phone', path: '/complaint/complaint', width: 390 },
];

const browser = await launchChromium();
for (const { file, path, as, locale = 'zh-CN', width = 1280 } of pictures) {
  const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
  const page = await context.newPage();
  if (as !== undefined) await signIn(page, as);
  // The hints of the first visit are no part of the page.
  const hints = page.getByRole('button', { name: /^(知道了|Got it)$/ });
  if (as !== undefined) await hints.click();
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.mantine-Loader-root').first().waitFor({ state: 'hidden' });
  await page.screenshot({ path: join(root, 'docs/images', `${file}.png`) });
  console.log(`docs/images/${file}.png`);
  await context.close();
}
await browser.close();

async function signIn(page: Page, account: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=email]', `${account}@demo.anjuan.test`);
  await page.fill('input[name=password]', TRAINING_PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}
