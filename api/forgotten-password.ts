/**
 * A password that somebody has forgotten: set anew by the code that was sent to the address of the account. Whether there is such an
 * account is told nobody: each request is kept, counted and answered alike.
 */
import { randomUUID } from 'node:crypto';
import { NOTICES_CHANNEL } from '../prisma/channels.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import { resetPassword } from '../prisma/create-account.ts';
import type { AuditedChange } from '../rules/audit.ts';
import { addressCodeRow } from '../rules/notices/address-code.ts';
import { refuse } from '../rules/refusal.ts';
import { text } from '../rules/text.ts';
import type { Instant } from '../rules/time/index.ts';
import type { ApiContext } from './context.ts';
import { InvalidInput } from './http/problem.ts';
import {
  CODE_MINUTES,
  isCodeOf,
  lastHour,
  MINUTE,
  MOST_TRIES,
  newCode,
  refuseFlood,
  refuseSpent,
  refuseWrong,
} from './mailed-code.ts';
import { newPasswordFault } from './new-password.ts';

const AGAIN = text('重新申请', 'ask again');
const PURPOSE = text('重新设置登录密码', 'setting a new password');

/**
 * Sends a code to the address, if an account that is not disabled has it.
 * @returns id of the request and when its code ceases to hold
 * @throws Refusal TOO_MANY_REQUESTS if this was asked too often of late
 */
export async function requestPasswordReset(
  { database, secrets }: ApiContext,
  given: string,
  now: Instant,
): Promise<{ id: string; expiresAt: Date }> {
  const email = given.toLowerCase();
  const id = `pwr-${randomUUID()}`;
  const { code, codeHash, expiresAt } = newCode(secrets.authSecret, id);
  await database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`password:${email}`}, 0))`;
    refuseFlood(await tx.passwordReset.count({ where: { email, createdAt: lastHour() } }));
    const user = await tx.user.findFirst({ where: { email, disabledAt: null } });
    await tx.passwordReset.create({ data: { id, email, userId: user?.id ?? null, codeHash, expiresAt } });
    if (user === null) return;
    const locale = user.locale === 'en' ? 'en' : 'zh-CN';
    const notice = { id: `ntc-${id}`, name: user.name, email, locale, plannedAt: now } as const;
    await tx.notice.create({
      data: addressCodeRow({ ...notice, code, validMinutes: CODE_MINUTES, purpose: PURPOSE }),
      select: { id: true },
    });
    await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
  });
  return { id, expiresAt };
}

/**
 * Sets the new password of a request whose code is right. Every session of the account ends.
 * @param set run in the transaction that sets it, for the audit log
 * @returns the account
 * @throws Refusal NOT_FOUND, ALREADY_DONE, LIMIT_REACHED, INVALID_INPUT (wrong code); InvalidInput at `newPassword`
 */
export async function setForgottenPassword(
  { database, secrets }: ApiContext,
  { id, code, newPassword }: { readonly id: string; readonly code: string; readonly newPassword: string },
  set: (tx: Transaction, change: Pick<AuditedChange, 'object' | 'before' | 'after'>) => Promise<void>,
): Promise<{ id: string; email: string }> {
  const userId = await checkCode(database, secrets.authSecret, id, code);
  const owner = await database.user.findFirst({ where: { id: userId, disabledAt: null } });
  if (owner === null) return refuseUnknown();
  const fault = await newPasswordFault(database, owner, newPassword);
  if (fault !== null) throw new InvalidInput([{ field: 'newPassword', message: fault }]);
  await resetPassword(database, userId, newPassword, false, async (tx, change) => {
    const { count } = await tx.passwordReset.updateMany({ where: { id, usedAt: null }, data: { usedAt: new Date() } });
    // Sent twice at the same moment: one of them was first.
    if (count === 0) refuseUsed();
    await set(tx, change);
  });
  return owner;
}

/** Counts a wrong code in a transaction that stays, so that trying on is of no use. @returns whose password it is */
async function checkCode(database: Database, secret: string, id: string, code: string): Promise<string> {
  const answer = await database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "PasswordReset" WHERE "id" = ${id} FOR UPDATE`;
    const request = await tx.passwordReset.findUnique({ where: { id } });
    if (request === null) return refuseUnknown();
    if (request.usedAt !== null) return refuseUsed();
    refuseSpent(request, AGAIN);
    if (request.userId !== null && isCodeOf(request, secret, code)) return request.userId;
    await tx.passwordReset.update({ where: { id }, data: { attempts: { increment: 1 } }, select: { id: true } });
    return { left: MOST_TRIES - request.attempts - 1 };
  });
  return typeof answer === 'string' ? answer : refuseWrong(answer.left, AGAIN);
}

function refuseUnknown(): never {
  return refuse(
    'NOT_FOUND',
    '没有这项重设密码的申请，请重新申请。',
    'There is no such request for a new password; ask again.',
  );
}

function refuseUsed(): never {
  return refuse('ALREADY_DONE', '该验证码已经使用，密码已修改。', 'This code was used already; the password is set.');
}

/** Forgets requests of a day ago. */
export async function purgePasswordResets(database: Database): Promise<void> {
  await database.passwordReset.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - 24 * 60 * MINUTE) } } });
}
