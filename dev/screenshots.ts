/**
 * Draws the pages of the console for the README: `npm run screenshots`, while `npm start` runs in another terminal on data that nobody needs.
 * It plays some weeks of the platform there, and writes pictures to docs/images.
 * Fields with dates are in Chinese where Chromium has that language (Debian: apt-get install chromium-l10n).
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { TRAINING_PASSWORD } from '../prisma/seed.ts';
import { launchChromium } from './chromium.ts';
import { runningStack } from './running-stack.ts';
import { playForPictures } from './screenshots-cast.ts';
import { Players } from './story/players.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { data: { type: 'string', default: join(root, '.anjuan') }, url: { type: 'string' } },
});
const { url, inboxUrl } = runningStack(values.data, values.url);

const players = await Players.gather(url, 60_000, inboxUrl);
const { applicationId, draftId, storeId } = await playForPictures(players);
const year = (await players.now()).slice(0, 4);
const { items: campaigns } = await (
  await players.as('commission')
).get<{ items: { id: string }[] }>('/api/cases?kind=assessmentCampaign');

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
  { file: 'case', path: `/cases/${applicationId}`, as: 'reviewer' },
  { file: 'decision', path: `/cases/${applicationId}?action=passPreliminaryReview`, as: 'reviewer' },
  { file: 'store', path: `/my-stores/${storeId}`, as: 'manager' },
  { file: 'dashboard', path: `/dashboard?from=${year}-01-01`, as: 'manager' },
  { file: 'regulation', path: '/regulations/SH-STORE', as: 'manager' },
  { file: 'covers', path: '/covers', as: 'manager' },
  { file: 'calendar', path: '/admin/calendar', as: 'admin' },
  { file: 'assessment', path: `/campaigns/${campaigns[0]?.id ?? ''}`, as: 'commission' },
  { file: 'draft', path: `/drafts/${draftId}`, as: 'provider2' },
  { file: 'network', path: '/network', as: 'hub' },
  { file: 'inbox-english', path: '/inbox', as: 'reviewer', locale: 'en' },
  { file: 'case-phone', path: `/cases/${applicationId}`, as: 'firm3', width: 390 },
  { file: 'directory-phone', path: '/directory', width: 390 },
  { file: 'complaint-phone', path: '/complaint/complaint', width: 390 },
];

const browsers = new Map<string, Browser>();

/** Dates in fields are written in the language that the browser was started in. */
async function browserIn(locale: string): Promise<Browser> {
  const found =
    browsers.get(locale) ?? (await launchChromium([`--lang=${locale}`], { LANGUAGE: locale.replace('-', '_') }));
  browsers.set(locale, found);
  return found;
}

for (const { file, path, as, locale = 'zh-CN', width = 1280 } of pictures) {
  const context = await (await browserIn(locale)).newContext({ locale, viewport: { width, height: 900 } });
  // Chosen in this browser: an account's own language would take its place.
  await context.addInitScript(`localStorage.setItem('anjuan.locale', '${locale}')`);
  const page = await context.newPage();
  if (as !== undefined) await signIn(page, as);
  // The hints of the first visit are no part of the page.
  const hints = page.getByRole('button', { name: /^(知道了|Got it)$/ });
  if (as !== undefined) await hints.click();
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await untilDrawn(page);
  await page.screenshot({ path: join(root, 'docs/images', `${file}.png`) });
  console.log(`docs/images/${file}.png`);
  await context.close();
}
for (const browser of browsers.values()) await browser.close();

/** Parts of a page come one after the other: it is drawn when it waits for none and nothing of it has changed for a second. */
async function untilDrawn(page: Page): Promise<void> {
  let before = '';
  for (let same = 0; same < 5;) {
    await page.waitForTimeout(200);
    const now = await page.locator('body').innerHTML();
    same = now === before && !now.includes('mantine-Loader-root') ? same + 1 : 0;
    before = now;
  }
}

async function signIn(page: Page, account: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=email]', `${account}@demo.anjuan.test`);
  await page.fill('input[name=password]', TRAINING_PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}
