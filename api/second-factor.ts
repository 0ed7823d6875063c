/**
 * The second factor of sign-in: codes of six digits that an app on a device of the owner reckons from a shared secret and the time (TOTP, RFC 6238;
 * GB/T 22239 identity d, ASVS 6.5). Each code is taken once. Ten recovery codes, each for one use, stand in for a lost device. Time is the machine's.
 */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { Secret, TOTP } from 'otpauth';
import { randomInt } from 'node:crypto';
import type { AuditedChange } from '../rules/audit.ts';
import { refuse } from '../rules/refusal.ts';
import { isInside, type Office } from '../rules/roles.ts';
import type { ApiContext } from './context.ts';
import { sha256 } from './http/canonical.ts';
import type { Transaction } from '../prisma/client.ts';

const PERIOD_SECONDS = 30;
/** Clocks of devices are off: the code before and the one after are taken too. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Without letters and digits that are mistaken for one another. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

type Context = Pick<ApiContext, 'database' | 'secrets' | 'settings'>;

/** What an app needs to reckon the codes of an account. */
export interface SecretShown {
  /** To be typed in, in base 32. */
  readonly secret: string;
  /** The same for an app to read from a picture, `otpauth://totp/…`. */
  readonly uri: string;
}

/** True if who holds these offices needs a second factor: an office of staff, of an administrator or an auditor, where the setting wants one. */
export function needsSecondFactor(
  { staffSecondFactor }: Pick<ApiContext['settings'], 'staffSecondFactor'>,
  offices: readonly Pick<Office, 'role'>[],
): boolean {
  return staffSecondFactor === 'required' && isInside(offices);
}

/** Writes what was done into the audit log, in the transaction that does it. */
type Told = (tx: Transaction, change: Pick<AuditedChange, 'object' | 'before' | 'after'>) => Promise<void>;

/** True if codes are asked of the account when it signs in. */
export async function hasSecondFactor({ database }: Pick<ApiContext, 'database'>, userId: string): Promise<boolean> {
  const found = await database.secondFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
  return found?.confirmedAt != null;
}

/**
 * Makes a secret for an account; it asks for nothing before the owner has confirmed it by a code.
 * @throws Refusal ALREADY_DONE if the account has a second factor
 */
export async function beginSecondFactor(context: Context, userId: string, email: string): Promise<SecretShown> {
  const { database, secrets } = context;
  if (await hasSecondFactor(context, userId)) {
    refuse(
      'ALREADY_DONE',
      '已启用登录验证器；如需更换，请先停用。',
      'A second factor is set up; remove it first to set up another.',
    );
  }
  const secret = new Secret({ size: 20 });
  const kept = await symmetricEncrypt({ key: secrets.authSecret, data: secret.base32 });
  const fresh = { secret: kept, confirmedAt: null, lastStep: 0, recoveryCodes: [] };
  await database.secondFactor.upsert({ where: { userId }, create: { userId, ...fresh }, update: fresh });
  return { secret: secret.base32, uri: totpOf(secret.base32, email).toString() };
}

/**
 * Sets up the second factor by a first code.
 * @returns the recovery codes, which are shown this once
 * @throws Refusal STEP_MISSING if none was begun, INVALID_INPUT if the code is wrong
 */
export async function confirmSecondFactor(
  context: Context,
  userId: string,
  code: string,
  told: Told,
): Promise<string[]> {
  const { database, secrets } = context;
  const row = await database.secondFactor.findUnique({ where: { userId } });
  if (row === null || row.confirmedAt !== null) {
    return refuse('STEP_MISSING', '请先获取验证器密钥。', 'Ask for a secret first.');
  }
  const step = stepOf(await symmetricDecrypt({ key: secrets.authSecret, data: row.secret }), code);
  if (step === null) {
    return refuse(
      'INVALID_INPUT',
      '验证码不正确，请核对设备时间后重试。',
      'The code is wrong; check the time of the device.',
      {
        field: 'code',
      },
    );
  }
  const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
  await database.$transaction(async (tx) => {
    const { count } = await tx.secondFactor.updateMany({
      where: { userId, confirmedAt: null, secret: row.secret },
      data: { confirmedAt: new Date(), lastStep: step, recoveryCodes: codes.map(sha256) },
    });
    if (count === 0) refuse('ALREADY_DONE', '已启用登录验证器。', 'A second factor is set up already.');
    await told(tx, { object: { kind: 'account', id: userId }, after: { secondFactor: true } });
  });
  return codes;
}

/** Takes the second factor off an account. @returns false if it had none */
export async function removeSecondFactor({ database }: Context, userId: string, told: Told): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
    if (count === 0) return false;
    const object = { kind: 'account', id: userId } as const;
    await told(tx, { object, before: { secondFactor: true }, after: { secondFactor: false } });
    return true;
  });
}

/** Whether a code of the app, or a recovery code, is right; what was right is used up. False too for an account without a second factor. */
export async function isRightCode({ database, secrets }: Context, userId: string, code: string): Promise<boolean> {
  const row = await database.secondFactor.findUnique({ where: { userId } });
  if (row === null || row.confirmedAt === null) return false;
  const step = stepOf(await symmetricDecrypt({ key: secrets.authSecret, data: row.secret }), code);
  if (step !== null) {
    const { count } = await database.secondFactor.updateMany({
      // One that is ahead of every code that could be taken now was noted under a clock that was set back since.
      where: { userId, OR: [{ lastStep: { lt: step } }, { lastStep: { gt: stepNow() + WINDOW } }] },
      data: { lastStep: step },
    });
    return count === 1;
  }
  const hash = sha256(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
  const used = await database.$executeRaw`
    UPDATE "SecondFactor" SET "recoveryCodes" = array_remove("recoveryCodes", ${hash})
    WHERE "userId" = ${userId} AND ${hash} = ANY ("recoveryCodes")`;
  return used === 1;
}

/** The thirty seconds that a code belongs to; null if it is none of the last, this or the next. */
function stepOf(secret: string, code: string): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = Date.now();
  const delta = totpOf(secret).validate({ token: code, window: WINDOW, timestamp });
  return delta === null ? null : stepNow(timestamp) + delta;
}

function stepNow(timestamp = Date.now()): number {
  return Math.floor(timestamp / 1000 / PERIOD_SECONDS);
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Anjuan', label, period: PERIOD_SECONDS, digits: 6, secret });
}

/** Twelve characters, which are sixty bits. */
function recoveryCode(): string {
  return Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
