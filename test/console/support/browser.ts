/** A real browser before the console of a test stack. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE } from '../../support/patience.ts';
import type { TestStack } from '../../support/test-stack.ts';

const PASSWORD = 'Anjuan-demo-2026';

/** The widths that the console is looked at in: an office screen and a phone. */
export const WIDTHS = [1280, 390] as const;
/** Of a window, in pixels. */
const HEIGHT = 900;
export const LOCALES = ['zh-CN', 'en'] as const;

export interface VisitorOptions {
  readonly locale?: (typeof LOCALES)[number];
  readonly width?: number;
}

/** Somebody with a browser of their own, in which nobody is signed in. What goes wrong in it is collected in `faults`. */
export interface Visitor {
  readonly page: Page;
  /** What the browser complained of: scripts that threw, and what the Content-Security-Policy stopped. */
  readonly faults: readonly string[];
  /** Opens an address of the stack. */
  open(path: string): Promise<void>;
  /** Makes the window so wide, in pixels. */
  resize(width: number): Promise<void>;
  /** Shows everything from now on as somebody sees it whose system is dark, or who has chosen the large type. */
  look(as: { readonly dark: boolean; readonly large: boolean }): Promise<void>;
  /** Signs an account of training mode in. */
  signIn(account: string): Promise<void>;
  close(): Promise<void>;
}

export async function visit(browser: Browser, stack: TestStack, options: VisitorOptions = {}): Promise<Visitor> {
  const { locale = 'zh-CN', width = 1280 } = options;
  const context = await browser.newContext({ locale, viewport: { width, height: HEIGHT } });
  // Chosen in this browser: an account's own language would take its place.
  // The viewer of PDF, a frame of the browser's own, has no storage.
  await context.addInitScript(`if (top === self) localStorage.setItem('anjuan.locale', '${locale}')`);
  context.setDefaultTimeout(PATIENCE.timeout);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // That a call was refused is no fault of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  const open = async (path: string) => {
    await page.goto(`${stack.baseUrl}${path}`);
  };
  return {
    page,
    faults,
    open,
    resize: (wide) => page.setViewportSize({ width: wide, height: HEIGHT }),
    async look({ dark, large }) {
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      const button = page.getByRole('banner').getByRole('button', { name: /^(大字|Large type)$/, includeHidden: true });
      const isLarge = (await button.getAttribute('aria-pressed')) === 'true';
      // On a phone it lies within the menu, which is closed.
      if (isLarge !== large) await button.dispatchEvent('click');
    },
    async signIn(account) {
      await open('/sign-in');
      await page.fill('input[name=email]', `${account}@demo.anjuan.test`);
      await page.fill('input[name=password]', PASSWORD);
      await page.click('button[type=submit]');
      await page.waitForURL((url) => url.pathname !== '/sign-in');
    },
    close: () => context.close(),
  };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until nothing on the page is still being read. The network is never idle: the page listens for what moves. */
export async function untilLoaded(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.locator('.mantine-Loader-root').count(), PATIENCE).toBe(0);
}

/** Holds the page to WCAG 2.2 AA as far as axe-core can tell, and to fit its width. */
export async function expectAccessible({ page }: Visitor): Promise<void> {
  await untilLoaded(page);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  expect(found, page.url()).toEqual([]);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow, `${page.url()} is wider than the window`).toBe(0);
}

/** Goes on with the Tab key until the cursor stands there. */
export async function tabTo({ page }: Visitor, place: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(place)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${place.toString()}.`);
}

const MOST_STOPS = 200;

/** Whether the cursor stands there. */
export async function hasFocus(place: Locator): Promise<boolean> {
  const matches = (field: unknown) => (field as { matches(css: string): boolean }).matches(':focus');
  return (await place.count()) > 0 && place.evaluate(matches);
}
