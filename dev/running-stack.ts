/** Which stack runs for a data folder: found by what `npm start` leaves there, never by asking at an address. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { lockHolder } from './folder-lock.ts';
import { runningNote } from './leftover.ts';

/** In the data folder, while the stack runs. */
export const ENV_FILE = 'stack.env';
export const LOCK_FILE = 'lock';

/** A stack that `npm start` holds. */
export interface RunningStack {
  /** its data folder, absolute */
  dir: string;
  /** where its API answers, without a trailing slash */
  url: string;
  /** where its mails are to be read; undefined where they go to a server of its own */
  inboxUrl: string | undefined;
}

/** Why a stack is not to be used. Its message is for people. */
export class WrongStackError extends Error {}

/** Notes the environment of the running stack, for tools that are to work on it, such as the reconciliation. Secrets are in it. */
export function noteStack(dir: string, env: Readonly<Record<string, string>>): void {
  const lines = Object.entries(env).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  writeFileSync(join(dir, ENV_FILE), lines.join(''), { mode: 0o600 });
}

/**
 * The stack that runs for this data folder. What a crashed one left behind does not count: its port may belong to another stack by now.
 *
 * @param expected an address that it must have; any when left out
 * @throws WrongStackError if none runs, or it has another address
 */
export function runningStack(folder: string, expected?: string): RunningStack {
  const dir = resolve(folder);
  const starter = lockHolder(join(dir, LOCK_FILE));
  const api = runningNote(join(dir, 'api.process.json'));
  const env = readEnv(join(dir, ENV_FILE));
  if (env === undefined || api === undefined || starter === undefined || api.owner !== starter) {
    throw new WrongStackError(
      `No stack is running for ${dir}. Start it with npm start in another terminal of this folder, and wait until it says where it is.`,
    );
  }
  const url = `http://${env['HOST']}:${env['PORT']}`;
  if (expected !== undefined && !isSameOrigin(expected, url)) {
    throw new WrongStackError(
      `${expected} is not the stack of ${dir}, which is at ${url}. Another stack's clock is not to be moved from here: ` +
        'run this in the folder of that stack, or name its data folder with --data.',
    );
  }
  return { dir, url, inboxUrl: env['MAIL_INBOX'] };
}

function readEnv(file: string): NodeJS.Dict<string> | undefined {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The same machine under another name counts as the same. */
function isSameOrigin(one: string, other: string): boolean {
  const origin = (url: string) =>
    URL.canParse(url) ? new URL(url).origin.replace(/\/\/(localhost|\[::1\])(?=:|$)/, '//127.0.0.1') : undefined;
  return origin(one) !== undefined && origin(one) === origin(other);
}
