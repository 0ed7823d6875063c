/** The browser of the tests of the console and of the pictures in the README. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);

const PATH = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Starts Chromium without a window: `/usr/bin/chromium`, or the one that CHROMIUM names. As root on Debian one that is missing is
 * installed first.
 *
 * @param more switches of its command line
 * @param environment variables beside those of this process: LANGUAGE is that of its own words, such as those in fields of dates
 * @throws Error that says how to get one
 */
export async function launchChromium(
  more: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Browser> {
  if (!existsSync(PATH)) await installChromium();
  return chromium.launch({
    executablePath: PATH,
    env: { ...process.env, ...environment },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

async function installChromium(): Promise<void> {
  const advice = `There is no Chromium at ${PATH}. Install it (Debian: apt-get install chromium), or name another by CHROMIUM.`;
  if (process.env['CHROMIUM'] !== undefined || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(advice);
  // Another file of tests may be installing it at this moment.
  const install = () => run('apt-get', ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=600', 'install', 'chromium']);
  try {
    await install().catch(async () => {
      await run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', 'update']);
      await install();
    });
  } catch (error) {
    throw new Error(advice, { cause: error });
  }
}
