/** What the tests of the console share: a stack, a browser before it, and the widths and languages that every page is held to. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../../dev/chromium.ts';
import { startTestStack, type TestStack } from '../../support/test-stack.ts';
import { expectAccessible, LOCALES, visit, WIDTHS, type Visitor, type VisitorOptions } from './browser.ts';

export interface ConsoleStage {
  readonly stack: TestStack;
  /** Somebody with a browser of their own before the stack. */
  visit(options?: VisitorOptions): Promise<Visitor>;
}

/**
 * A stack and a browser for the tests of a file, from the first to the last of them. A browser that is missing is installed first, which
 * takes minutes.
 *
 * @param startAt where the training clock stands
 */
export function consoleStage(startAt: string): ConsoleStage {
  let stack: TestStack;
  let browser: Browser;
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startTestStack({ startAt }), launchChromium()]);
  }, 900_000);
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });
  return {
    get stack() {
      return stack;
    },
    visit: (options) => visit(browser, stack, options),
  };
}

/** How else each page is looked at, in one of the languages: a dark system on an office screen, large type on a phone. */
const LOOKS = [
  { width: 1280, dark: true, large: false },
  { width: 390, dark: false, large: true },
] as const;

/**
 * Holds pages to WCAG 2.2 AA in both languages and at both widths, in dark and in large type. `web/pages.test.ts` reads the addresses out of the
 * calls, and finds pages that none of them names: write each out, with what changes in braces.
 * @param pages whose they are
 * @param pathsFor prepares the visitor, and says where the pages are
 */
export function holdsAccessible(
  pages: string,
  stage: ConsoleStage,
  pathsFor: (visitor: Visitor) => Promise<readonly string[]>,
): void {
  it.each(LOCALES)(
    `XC-03.1 WCAG 2.2 AA holds in %s on the pages ${pages}, at each width, in dark and in large type`,
    async (locale) => {
      const visitor = await stage.visit({ locale });
      for (const path of await pathsFor(visitor)) {
        await visitor.open(path);
        for (const width of WIDTHS) {
          await visitor.resize(width);
          await expectAccessible(visitor);
        }
        if (locale === LOCALES[0]) await expectAccessibleOtherwise(visitor);
      }
      expect(visitor.faults).toEqual([]);
      await visitor.close();
    },
  );
}

async function expectAccessibleOtherwise(visitor: Visitor): Promise<void> {
  for (const { width, ...look } of LOOKS) {
    await visitor.resize(width);
    await visitor.look(look);
    await expectAccessible(visitor);
  }
  await visitor.look({ dark: false, large: false });
}
