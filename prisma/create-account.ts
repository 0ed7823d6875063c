import { randomUUID } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { AuditedChange, Fields } from '../rules/audit.ts';
import { canonical } from '../rules/canonical.ts';
import type { Office } from '../rules/roles.ts';
import type { Database, Transaction } from './client.ts';
import type { Office as OfficeRow, User } from './generated/client.ts';

/** An account to make. Only administrators and the seed do: nobody signs up. */
export interface NewAccount {
  readonly id?: string;
  readonly name: string;
  /** Stored in lower case; unique. */
  readonly email: string;
  readonly password: string;
  /** The owner has to set another one first; false unless given. */
  readonly mustChangePassword?: boolean;
  readonly offices: readonly Office[];
  readonly level?: 'PERSONAL' | 'ENTERPRISE';
  readonly locale?: 'zh-CN' | 'en';
}

/**
 * Makes an account with a password, or leaves the one with this e-mail as it is.
 * @param made run in the transaction that makes it; what it is told is for the audit log
 * @returns its id, and whether it was made now
 */
export async function createAccount(
  database: Database,
  account: NewAccount,
  made: (tx: Transaction, change: AuditedChange) => Promise<void>,
): Promise<{ id: string; created: boolean }> {
  const email = account.email.toLowerCase();
  const found = await database.user.findUnique({ where: { email }, select: { id: true } });
  if (found !== null) return { id: found.id, created: false };
  const id = account.id ?? randomUUID();
  const password = await hashPassword(account.password);
  return database.$transaction(async (tx) => {
    const { count } = await tx.user.createMany({ data: [{ ...fieldsOf(account), id, email }], skipDuplicates: true });
    if (count === 0) {
      // Another process made it meanwhile.
      return { id: (await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id, created: false };
    }
    await setPassword(tx, id, password);
    await tx.office.createMany({ data: officeRows(id, account.offices) });
    const row = await tx.user.findUniqueOrThrow({ where: { id }, include: { offices: true } });
    await made(tx, { action: 'ACCOUNT_CREATED', object: { kind: 'account', id }, after: auditedAccount(row) });
    return { id, created: true };
  });
}

/**
 * Gives an account another password and ends its sessions.
 * @param mustChangePassword whether its owner has to set another one first
 * @param set run in the transaction that sets it, for the audit log: with what it was and is, but for the password
 */
export async function resetPassword(
  database: Database,
  userId: string,
  password: string,
  mustChangePassword: boolean,
  set: (tx: Transaction, change: Pick<AuditedChange, 'object' | 'before' | 'after'>) => Promise<void>,
): Promise<void> {
  const hash = await hashPassword(password);
  await database.$transaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { mustChangePassword: true } });
    await tx.account.deleteMany({ where: { userId, providerId: 'credential' } });
    await setPassword(tx, userId, hash);
    const { count: sessionsEnded } = await tx.session.deleteMany({ where: { userId } });
    // Who signed in with the old one from there is a stranger by now.
    await tx.signInPlace.deleteMany({ where: { userId } });
    await tx.user.update({ where: { id: userId }, data: { mustChangePassword }, select: { id: true } });
    const object = { kind: 'account', id: userId } as const;
    await set(tx, { object, before, after: { mustChangePassword, passwordChanged: true, sessionsEnded } });
    await voidResetCodes(tx, userId);
  });
}

/** Codes by which a new password could be set hold no longer: the password or the address is another by now. */
export async function voidResetCodes(tx: Transaction, userId: string): Promise<void> {
  await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { expiresAt: new Date(0) } });
}

/** Whether this is the password of an account; false for an account that has none. */
export async function isPasswordOf(database: Database, userId: string, password: string): Promise<boolean> {
  const found = await database.account.findFirst({
    where: { userId, providerId: 'credential' },
    select: { password: true },
  });
  return typeof found?.password === 'string' && verifyPassword({ hash: found.password, password });
}

async function setPassword(tx: Transaction, userId: string, password: string): Promise<void> {
  await tx.account.create({
    data: { id: randomUUID(), accountId: userId, providerId: 'credential', userId, password },
  });
}

/** The rows of an account's offices. */
export function officeRows(userId: string, offices: readonly Office[]) {
  return offices.map(({ role, bodyId, region, party }) => ({
    id: randomUUID(),
    userId,
    role,
    bodyId: bodyId ?? null,
    region: region ?? null,
    party: party ?? null,
  }));
}

/** An account as the audit log tells of it: no password, no sessions. */
export function auditedAccount(row: User & { readonly offices: readonly OfficeRow[] }): Fields {
  const { name, email, level, locale, mustChangePassword, refusesCommercialMail, disabledAt } = row;
  const offices = row.offices.map(officeOf).sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  return {
    ...{ name, email, level, locale, offices, mustChangePassword, refusesCommercialMail },
    disabled: disabledAt !== null,
  };
}

/** An office as a row holds it. */
export function officeOf({ role, bodyId, region, party }: Omit<OfficeRow, 'id' | 'userId'>): Office {
  return {
    role: role as Office['role'],
    ...(bodyId !== null && { bodyId }),
    ...(region !== null && { region }),
    ...(party !== null && { party }),
  };
}

function fieldsOf({ name, level, locale, mustChangePassword }: NewAccount) {
  return {
    name,
    emailVerified: true,
    level: level ?? 'ENTERPRISE',
    locale: locale ?? 'zh-CN',
    mustChangePassword: mustChangePassword ?? false,
  };
}
