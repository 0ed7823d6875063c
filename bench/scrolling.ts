/**
 * How the console scrolls in Chromium: an inbox of ten thousand open tasks, read to its end, and a timeline of a thousand lines. `npm run
 * bench:scrolling`; `-- --quick` does less. Runs on a PostgreSQL of its own, without Temporal: nothing is decided.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startDatabases } from '../api/testing/harness.ts';
import { buildConsole } from '../dev/build-console.ts';
import { launchChromium } from '../dev/chromium.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { addLines, addTasks, NOW } from './console-rows.ts';
import { inMs } from './measurement.ts';
import { report, runMeasurement } from './run-measurement.ts';
import { quantile, table, type Row } from './stats.ts';

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const { tasks, lines } = options.quick ? { tasks: 1_000, lines: 200 } : { tasks: 10_000, lines: 1_000 };

/** From top to bottom in so many frames. */
const FRAMES = 300;

interface Scrolled {
  /** Milliseconds between two frames. */
  readonly frames: readonly number[];
  /** Milliseconds of each task of the page that took longer than fifty. */
  readonly long: readonly number[];
}

/** Scrolls through what the page holds now, a step a frame. Runs in the page. */
const SCROLL = `(async (steps) => {
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const frames = [];
  let before = await frame();
  for (let step = 1; step <= steps; step += 1) {
    const { scrollHeight, clientHeight } = document.documentElement;
    window.scrollTo(0, ((scrollHeight - clientHeight) * step) / steps);
    const now = await frame();
    frames.push(now - before);
    before = now;
  }
  observer.disconnect();
  return { frames, long };
})(${FRAMES})`;

async function rowOf(page: Page, measure: string, shown: () => Promise<number>, wanted: number): Promise<Row> {
  for (let rows = await shown(); rows < wanted; rows = await shown()) {
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
    const more = page.getByRole('button', { name: '加载更多' });
    if (await more.isVisible()) await more.click().catch(() => undefined);
    await page.locator('tbody tr, ol li').nth(rows).waitFor({ state: 'attached', timeout: 60_000 });
    report(`${measure}: ${rows} rows`);
  }
  await page.evaluate('window.scrollTo(0, 0)');
  const { frames, long } = await page.evaluate<Scrolled>(SCROLL);
  const longest = Math.max(0, ...long);
  return {
    measure,
    product: `frames p50 ${inMs(quantile(frames, 0.5))}, p99 ${inMs(quantile(frames, 0.99))}; longest task ${inMs(longest)}`,
    against: `${FRAMES} frames`,
    ratio: null,
    goal: 'no task over 200 ms',
    figures: { frames, long },
  };
}

await runMeasurement(async (parts) => {
  const databases = await startDatabases();
  await parts.onStop(() => databases.stop());
  const folder = temporaryFolder('console-scrolling');
  await parts.onStop(() => Promise.resolve(folder.remove()));
  await buildConsole(fileURLToPath(new URL('..', import.meta.url)), folder.path);
  const api = await databases.api({ now: NOW, console: folder.path });
  await addTasks(api.database, tasks);
  await addLines(api.database, lines);
  const browser = await launchChromium();
  await parts.onStop(() => browser.close());
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  await page.goto(`${api.baseUrl}/sign-in`);
  await page.fill('input[name=email]', 'reviewer@demo.anjuan.test');
  await page.fill('input[name=password]', 'Anjuan-demo-2026');
  await page.click('button[type=submit]');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.locator('tbody tr').first().waitFor();
  const inbox = await rowOf(page, `inbox of ${tasks} tasks`, () => page.locator('tbody tr').count(), tasks);
  await page.goto(`${api.baseUrl}/cases/many-1`);
  await page.locator('ol li').first().waitFor();
  const timeline = await rowOf(page, `timeline of ${lines} lines`, () => page.locator('ol li').count(), lines);
  console.log(table([inbox, timeline]));
});
