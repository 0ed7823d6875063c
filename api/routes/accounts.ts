import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { tellOldAddress, tellPasswordSet } from '../../prisma/account-notices.ts';
import { askResend, type Readdressed } from '../../prisma/ask-resend.ts';
import { differing } from '../../prisma/audit.ts';
import {
  auditedAccount,
  createAccount,
  officeOf,
  officeRows,
  resetPassword,
  voidResetCodes,
} from '../../prisma/create-account.ts';
import { lockWithCovers, returnHeldTasks } from '../../prisma/held-tasks.ts';
import { TRAINING_PASSWORD } from '../../prisma/password-rules.ts';
import type { AuditedChange, Fields } from '../../rules/audit.ts';
import { refuse } from '../../rules/refusal.ts';
import { partiesOf, type Office } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { creditCodeOf } from '../../rules/parties/credit-code.ts';
import { emailOf } from '../../rules/parties/contact.ts';
import type { ApiContext } from '../context.ts';
import { InvalidInput } from '../http/problem.ts';
import { line } from '../http/schemas.ts';
import { nameLike } from '../http/search.ts';
import { accountFields, password } from '../http/words.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { newPasswordFault, type NewOwner } from '../new-password.ts';
import { accountOf, accountSchema, WITH_OFFICES } from '../views/account-view.ts';
import { accountRole, officesSchema, requireOffices } from '../views/offices.ts';

const params = z.strictObject({ id: line(64) });

/** Accounts, for administrators. */
export const listAccounts = route({
  method: 'get',
  path: '/api/accounts',
  ability: 'account.manage',
  tag: 'accounts',
  summary: text('账户列表', 'Accounts'),
  query: z.strictObject({ ...pageQuery, role: accountRole.optional(), q: line(100).optional() }),
  answers: { 200: { description: 'A page, by id', schema: pageOf(accountSchema) } },
  async handle({ context, query: { cursor, limit, role, q } }) {
    const after = positionOf(cursor, sortKey.id);
    const rows = await context.database.user.findMany({
      where: {
        ...(role !== undefined && { offices: { some: { role } } }),
        ...(after !== null && { id: { gt: after } }),
        ...(q !== undefined && {
          OR: [
            ...nameLike(q).map((name) => ({ name })),
            { email: emailOf(q).toLowerCase() },
            { offices: { some: { party: { in: [q, creditCodeOf(q)] } } } },
          ],
        }),
      },
      include: WITH_OFFICES,
      orderBy: { id: 'asc' },
      take: limit + 1,
    });
    return { status: 200, body: pageFrom(rows, limit, ({ id }) => id, accountOf) };
  },
});

/** Makes an account: nobody signs up. */
export const createAccountRoute = route({
  method: 'post',
  path: '/api/accounts',
  ability: 'account.manage',
  trail: { in: 'audit', writes: ['ACCOUNT_CREATED'] },
  tag: 'accounts',
  summary: text('新建账户', 'Make an account'),
  body: z.strictObject({
    name: accountFields.name,
    email: accountFields.email,
    password,
    offices: officesSchema,
    level: accountFields.level.default('PERSONAL'),
    locale: accountFields.locale.default('zh-CN'),
  }),
  refuses: ['ALREADY_DONE'],
  answers: { 201: { description: 'The account', schema: accountSchema } },
  async handle({ context, body, once, audit }) {
    const ownId = randomUUID();
    const offices = await requireOffices(context.database, body.offices, ownId);
    const mustChangePassword = await requirePassword(context, body.password, { ...body, id: ownId });
    const made = { ...body, id: ownId, offices, mustChangePassword };
    const find = async (tx: Transaction, id: string) =>
      accountOf(await tx.user.findUniqueOrThrow({ where: { id }, include: WITH_OFFICES }));
    const { id, created } = await createAccount(context.database, made, async (tx, change) => {
      await askResend(tx, reachedBy(ownId, made.offices));
      await audit(tx, change);
      await once.settle(tx, 201, await find(tx, ownId));
    });
    if (!created) refuseTaken();
    return { status: 201, body: await find(context.database, id) };
  },
});

/**
 * Changes what an account may do, or where it is written to; its sessions see the change with their next request, and tasks that it can
 * do no longer go back to the queue (XC-05.5). What could not be delivered to an old address is sent to the new one, if it is still
 * true (XC-04.3).
 */
export const changeAccount = route({
  method: 'patch',
  path: '/api/accounts/{id}',
  ability: 'account.manage',
  trail: { in: 'audit', writes: ['ACCOUNT_CHANGED', 'EMAIL_CHANGED', 'OFFICES_CHANGED'] },
  tag: 'accounts',
  summary: text('修改账户', 'Change an account'),
  params,
  body: z.strictObject({
    name: accountFields.name.optional(),
    email: accountFields.email.optional().meta({ description: 'Signs in and is written to; unique' }),
    level: accountFields.level.optional(),
    locale: accountFields.locale.optional(),
    offices: officesSchema.optional().meta({ description: 'All of them: what is not named is held no longer' }),
  }),
  refuses: ['ALREADY_DONE'],
  answers: { 200: { description: 'The account', schema: accountSchema } },
  async handle(call) {
    const { offices, ...fields } = call.body;
    const { id } = call.params;
    const data = Object.fromEntries(
      Object.entries(fields).filter(([, value]: [string, unknown]) => value !== undefined),
    );
    return update(call, id, {
      data,
      ...(offices !== undefined && { offices: await requireOffices(call.context.database, offices, id) }),
      told: (_tx, before, after) => Promise.resolve(changesOf(id, before, after)),
    });
  },
});

/** Disables an account: all its sessions end at once, and the tasks it holds go back to the queue (XC-05.5). */
export const disableAccount = route({
  method: 'post',
  path: '/api/accounts/{id}/disable',
  ability: 'account.manage',
  trail: { in: 'audit', writes: ['ACCOUNT_DISABLED'] },
  tag: 'accounts',
  summary: text('停用账户', 'Disable an account'),
  params,
  refuses: ['NOT_ALLOWED'],
  answers: { 200: { description: 'The account', schema: accountSchema } },
  handle(call) {
    const { id } = call.params;
    if (id === call.reader.person.id)
      refuse('NOT_ALLOWED', '不能停用自己的账户。', 'You cannot disable your own account.');
    return update(call, id, {
      data: { disabledAt: new Date(call.now) },
      async told(tx, before, after) {
        const { count: sessionsEnded } = await tx.session.deleteMany({ where: { userId: id } });
        const { before: was, after: is } = differing(before, after);
        return [{ action: 'ACCOUNT_DISABLED', object: account(id), before: was, after: { ...is, sessionsEnded } }];
      },
    });
  },
});

/** Lets a disabled account sign in again. */
export const enableAccount = route({
  method: 'post',
  path: '/api/accounts/{id}/enable',
  ability: 'account.manage',
  trail: { in: 'audit', writes: ['ACCOUNT_ENABLED'] },
  tag: 'accounts',
  summary: text('启用账户', 'Enable an account'),
  params,
  answers: { 200: { description: 'The account', schema: accountSchema } },
  handle: (call) =>
    update(call, call.params.id, {
      data: { disabledAt: null },
      told: (_tx, before, after) =>
        Promise.resolve([{ action: 'ACCOUNT_ENABLED', object: account(call.params.id), ...differing(before, after) }]),
    }),
});

/**
 * Gives an account another password and ends its sessions; its owner is told by mail, and sets another one before anything else (XC-05.5).
 */
export const setPassword = route({
  method: 'post',
  path: '/api/accounts/{id}/password',
  ability: 'account.manage',
  trail: { in: 'audit', writes: ['PASSWORD_SET'] },
  tag: 'accounts',
  summary: text('重置密码', 'Reset a password'),
  params,
  body: z.strictObject({ password }),
  answers: { 204: { description: 'It is set' } },
  async handle({ context, reader, params: { id }, body, now, audit }) {
    const user = await context.database.user.findUnique({ where: { id } });
    if (user === null) return refuse('NOT_FOUND', '没有这个账户。', 'There is no such account.');
    const mustChange = await requirePassword(context, body.password, user);
    await resetPassword(context.database, id, body.password, mustChange, async (tx, change) => {
      await tellPasswordSet(tx, user, mustChange, { name: reader.name, at: now });
      await audit(tx, { action: 'PASSWORD_SET', ...change });
    });
    return { status: 204 };
  },
});

/**
 * A password that an administrator sets for somebody.
 * @returns whether its owner has to set another one first: always, but for the published one of training mode
 * @throws InvalidInput if it is too easy, or the one that the account has
 */
async function requirePassword({ database, settings }: ApiContext, given: string, owner: NewOwner): Promise<boolean> {
  if (settings.mode === 'training' && given === TRAINING_PASSWORD) return false;
  const fault = await newPasswordFault(database, owner, given);
  if (fault !== null) throw new InvalidInput([{ field: 'password', message: fault }]);
  return true;
}

/** A change of an account, and what the audit log is told of it: at least one entry. */
interface AccountChange {
  readonly data: Prisma.UserUpdateInput;
  readonly offices?: readonly Office[];
  readonly told: (tx: Transaction, before: Fields, after: Fields) => Promise<AuditedChange[]>;
}

/**
 * Changes an account. Tasks that it, or whoever covers for it, can do no longer go back to the queue, in every case, even if this process dies
 * (XC-05.5).
 */
async function update({ context, reader, now, audit }: Call, id: string, { data, offices, told }: AccountChange) {
  try {
    const row = await context.database.$transaction(async (tx) => {
      const concerned = await lockWithCovers(tx, [id]);
      const before = await tx.user.findUnique({ where: { id }, include: WITH_OFFICES });
      if (before === null) return refuse('NOT_FOUND', '没有这个账户。', 'There is no such account.');
      await tx.user.update({ where: { id }, data, select: { id: true } });
      if (offices !== undefined) {
        await tx.office.deleteMany({ where: { userId: id } });
        await tx.office.createMany({ data: officeRows(id, offices) });
      }
      const occasion = randomUUID();
      for (const holder of concerned) await returnHeldTasks(tx, { account: holder, occasion }, now);
      const changed = await tx.user.findUniqueOrThrow({ where: { id }, include: WITH_OFFICES });
      if (changed.disabledAt === null) await askResend(tx, reachedBy(id, changed.offices.map(officeOf)));
      if (changed.email !== before.email) {
        await voidResetCodes(tx, id);
        await tellOldAddress(tx, before, changed.email, { name: reader.name, at: now });
      }
      await audit(tx, ...(await told(tx, auditedAccount(before), auditedAccount(changed))));
      return changed;
    });
    return { status: 200, body: accountOf(row) };
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return refuseTaken();
    throw error;
  }
}

function account(id: string) {
  return { kind: 'account', id } as const;
}

/** What changed of an account, by what an auditor looks for; also that nothing did. */
function changesOf(id: string, before: Fields, after: Fields): AuditedChange[] {
  const { email: emailBefore, offices: officesBefore, ...restBefore } = before;
  const { email: emailAfter, offices: officesAfter, ...restAfter } = after;
  const parts = [
    { action: 'EMAIL_CHANGED', ...differing({ email: emailBefore }, { email: emailAfter }) },
    { action: 'OFFICES_CHANGED', ...differing({ offices: officesBefore }, { offices: officesAfter }) },
    { action: 'ACCOUNT_CHANGED', ...differing(restBefore, restAfter) },
  ] as const;
  const changed = parts.filter((part) => Object.keys(part.after).length > 0);
  return (changed.length > 0 ? changed : parts.slice(2)).map((part) => ({ object: account(id), ...part }));
}

function refuseTaken(): never {
  refuse('ALREADY_DONE', '该邮箱已有账户。', 'There is an account with this e-mail already.', { field: 'email' });
}

/** Whose notices an account may get: its own, and those to the parties and bodies it acts for. */
function reachedBy(id: string, offices: readonly Office[]): Readdressed {
  return {
    accounts: [id],
    parties: offices.flatMap(partiesOf),
    bodies: offices.flatMap(({ bodyId }) => bodyId ?? []),
  };
}
