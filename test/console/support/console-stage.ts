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

/**
 * Holds pages to WCAG 2.2 AA in both languages and at both widths.
 * @param pages whose they are
 * @param pathsFor prepares the visitor, and says where the pages are
 */
export function holdsAccessible(
  pages: string,
  stage: ConsoleStage,
  pathsFor: (visitor: Visitor) => Promise<readonly string[]>,
): void {
  it.each(LOCALES)(`WCAG 2.2 AA holds in %s on the pages ${pages}, at each width`, async (locale) => {
    const visitor = await stage.visit({ locale });
    for (const path of await pathsFor(visitor)) {
      await visitor.open(path);
      for (const width of WIDTHS) {
        await visitor.resize(width);
        await expectAccessible(visitor);
      }
    }
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  });
}
