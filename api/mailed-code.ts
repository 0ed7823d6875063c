/**
 * Six digits that are sent to an address and come back: how they are made, kept, and refused. Codes, tries and times are of the machine's
 * clock; a training clock moves none of them. See docs/decisions/0022-filing-without-account.md.
 */
import { randomInt } from 'node:crypto';
import { bilingual } from '../rules/bilingual.ts';
import { refuse } from '../rules/refusal.ts';
import type { Text } from '../rules/text.ts';
import { CLOCKS_DIFFER_MS } from './clocks-differ.ts';
import { sealed } from './http/canonical.ts';
import { line } from './http/schemas.ts';

export const MINUTE = 60_000;
/** How long a code holds. */
export const CODE_MINUTES = 15;
/** Wrong codes after which a request is void. */
export const MOST_TRIES = 5;
/** Codes that one address is sent within an hour, of each purpose. */
export const CODES_AN_HOUR = 3;

/** A code as it is typed. */
export const mailedCode = line(40).regex(
  /^\d{6}$/,
  bilingual('应为邮件中的 6 位数字验证码。', 'must be the six digits of the code in the mail'),
);

/** What is kept of a request that waits for its code. */
interface Waiting {
  readonly id: string;
  readonly codeHash: string;
  readonly attempts: number;
  readonly expiresAt: Date;
}

/** A new code for a request, what is kept of it, and when it ceases to hold. */
export function newCode(secret: string, id: string): { code: string; codeHash: string; expiresAt: Date } {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  return { code, codeHash: hashOf(secret, id, code), expiresAt: new Date(Date.now() + CODE_MINUTES * MINUTE) };
}

/** Whether this is the code of a request. */
export function isCodeOf({ id, codeHash }: Waiting, secret: string, code: string): boolean {
  return hashOf(secret, id, code) === codeHash;
}

/** The time within which the codes of an address are counted. */
export function lastHour(): { readonly gt: Date; readonly lt: Date } {
  return { gt: new Date(Date.now() - 60 * MINUTE), lt: new Date(Date.now() + CLOCKS_DIFFER_MS) };
}

/** @param recent codes that the address was sent within an hour. @throws Refusal TOO_MANY_REQUESTS */
export function refuseFlood(recent: number): void {
  if (recent < CODES_AN_HOUR) return;
  refuse(
    'TOO_MANY_REQUESTS',
    `该邮箱一小时内已发送 ${CODES_AN_HOUR} 次验证码，请使用最近一次的验证码，或一小时后再试。`,
    `This address was sent ${CODES_AN_HOUR} codes within an hour; use the latest one, or try again in an hour.`,
  );
}

/**
 * @param again how to get another, e.g. "file again"
 * @throws Refusal LIMIT_REACHED where the time of the code is over, or it was tried too often
 */
export function refuseSpent({ attempts, expiresAt }: Waiting, again: Text): void {
  const left = expiresAt.getTime() - Date.now();
  // One that holds longer than a code holds was sent under a clock that was set back since.
  if (attempts < MOST_TRIES && left > 0 && left <= CODE_MINUTES * MINUTE + CLOCKS_DIFFER_MS) return;
  refuse(
    'LIMIT_REACHED',
    `验证码已失效（超过有效时间，或者输错次数过多），请${again.zh}以获取新的验证码。`,
    `This code does not hold any more: its time is over, or it was tried too often. To be sent another, ${again.en}.`,
  );
}

/** @param left tries that are left after this one. @throws Refusal INVALID_INPUT */
export function refuseWrong(left: number, again: Text): never {
  return refuse(
    'INVALID_INPUT',
    left > 0 ? `验证码不正确，还可尝试 ${left} 次。` : `验证码不正确，次数已用完，请${again.zh}。`,
    left > 0
      ? `The code is wrong; ${left} tries are left.`
      : `The code is wrong, and that was the last try; ${again.en}.`,
    { field: 'code', facts: { left } },
  );
}

/** In the canonical form of an HMAC: a plain hash of a million possibilities is broken in a second. */
const hashOf = (secret: string, id: string, code: string) => sealed(secret, `${id}:${code}`);
