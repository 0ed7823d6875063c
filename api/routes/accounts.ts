import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { askResend, type Readdressed } from '../../prisma/ask-resend.ts';
import { createAccount, officeOf, officeRows, resetPassword } from '../../prisma/create-account.ts';
import { lockAccount, returnHeldTasks } from '../../prisma/held-tasks.ts';
import { passwordFault, TRAINING_PASSWORD, type PasswordOwner } from '../../prisma/password-rules.ts';
import { refuse } from '../../rules/refusal.ts';
import { partiesOf, type Office } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { creditCodeOf } from '../../rules/parties/credit-code.ts';
import { emailOf } from '../../rules/parties/contact.ts';
import type { ApiContext } from '../context.ts';
import { InvalidInput } from '../http/problem.ts';
import { email, line, nameLine } from '../http/schemas.ts';
import { nameLike } from '../http/search.ts';
import { LEVELS, LOCALES, password } from '../http/words.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
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
  tag: 'accounts',
  summary: text('新建账户', 'Make an account'),
  body: z.strictObject({
    name: nameLine(100),
    email: email.toLowerCase(),
    password,
    offices: officesSchema,
    level: choice(LEVELS).default('PERSONAL'),
    locale: choice(LOCALES).default('zh-CN'),
  }),
  refuses: ['ALREADY_DONE'],
  answers: { 201: { description: 'The account', schema: accountSchema } },
  async handle({ context, body, once }) {
    const ownId = randomUUID();
    const offices = requireOffices(body.offices, ownId);
    const account = { ...body, id: ownId, offices, mustChangePassword: requirePassword(context, body.password, body) };
    const find = async (tx: Transaction, id: string) =>
      accountOf(await tx.user.findUniqueOrThrow({ where: { id }, include: WITH_OFFICES }));
    const { id, created } = await createAccount(context.database, account, async (tx, made) => {
      await askResend(tx, reachedBy(made, account.offices));
      await once.settle(tx, 201, await find(tx, made));
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
  tag: 'accounts',
  summary: text('修改账户', 'Change an account'),
  params,
  body: z.strictObject({
    name: nameLine(100).optional(),
    email: email.toLowerCase().optional().meta({ description: 'Signs in and is written to; unique' }),
    level: choice(LEVELS).optional(),
    locale: choice(LOCALES).optional(),
    offices: officesSchema.optional().meta({ description: 'All of them: what is not named is held no longer' }),
  }),
  refuses: ['ALREADY_DONE'],
  answers: { 200: { description: 'The account', schema: accountSchema } },
  handle(call) {
    const { offices, ...fields } = call.body;
    const { id } = call.params;
    const data = Object.fromEntries(
      Object.entries(fields).filter(([, value]: [string, unknown]) => value !== undefined),
    );
    return update(call, id, data, offices === undefined ? undefined : requireOffices(offices, id));
  },
});

/** Disables an account: all its sessions end at once, and the tasks it holds go back to the queue (XC-05.5). */
export const disableAccount = route({
  method: 'post',
  path: '/api/accounts/{id}/disable',
  ability: 'account.manage',
  tag: 'accounts',
  summary: text('停用账户', 'Disable an account'),
  params,
  refuses: ['NOT_ALLOWED'],
  answers: { 200: { description: 'The account', schema: accountSchema } },
  async handle(call) {
    if (call.params.id === call.reader.person.id)
      refuse('NOT_ALLOWED', '不能停用自己的账户。', 'You cannot disable your own account.');
    const reply = await update(call, call.params.id, { disabledAt: new Date(call.now) });
    await call.context.database.session.deleteMany({ where: { userId: call.params.id } });
    return reply;
  },
});

/** Lets a disabled account sign in again. */
export const enableAccount = route({
  method: 'post',
  path: '/api/accounts/{id}/enable',
  ability: 'account.manage',
  tag: 'accounts',
  summary: text('启用账户', 'Enable an account'),
  params,
  answers: { 200: { description: 'The account', schema: accountSchema } },
  handle: (call) => update(call, call.params.id, { disabledAt: null }),
});

/** Gives an account another password and ends its sessions; its owner sets another one before anything else. */
export const setPassword = route({
  method: 'post',
  path: '/api/accounts/{id}/password',
  ability: 'account.manage',
  tag: 'accounts',
  summary: text('重置密码', 'Reset a password'),
  params,
  body: z.strictObject({ password }),
  answers: { 204: { description: 'It is set' } },
  async handle({ context, params: { id }, body }) {
    const user = await context.database.user.findUnique({ where: { id }, select: { name: true, email: true } });
    if (user === null) return refuse('NOT_FOUND', '没有这个账户。', 'There is no such account.');
    await resetPassword(context.database, id, body.password, requirePassword(context, body.password, user));
    return { status: 204 };
  },
});

/**
 * A password that an administrator sets for somebody.
 * @returns whether its owner has to set another one first: always, but for the published one of training mode
 * @throws InvalidInput if it is too easy
 */
function requirePassword({ settings }: ApiContext, given: string, owner: PasswordOwner): boolean {
  if (settings.mode === 'training' && given === TRAINING_PASSWORD) return false;
  const fault = passwordFault(given, owner);
  if (fault !== null) throw new InvalidInput([{ field: 'password', message: fault }]);
  return true;
}

/** Changes an account. Tasks that it can do no longer go back to the queue, in every case, even if this process dies (XC-05.5). */
async function update({ context, now }: Call, id: string, data: Prisma.UserUpdateInput, offices?: readonly Office[]) {
  try {
    const row = await context.database.$transaction(async (tx) => {
      await lockAccount(tx, id, 'ALONE');
      // The account first: one that is not there is told so before anything is written.
      await tx.user.update({ where: { id }, data, select: { id: true } });
      if (offices !== undefined) {
        await tx.office.deleteMany({ where: { userId: id } });
        await tx.office.createMany({ data: officeRows(id, offices) });
      }
      await returnHeldTasks(tx, { account: id, occasion: randomUUID() }, now);
      const changed = await tx.user.findUniqueOrThrow({ where: { id }, include: WITH_OFFICES });
      if (changed.disabledAt === null) await askResend(tx, reachedBy(id, changed.offices.map(officeOf)));
      return changed;
    });
    return { status: 200, body: accountOf(row) };
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    if (error.code === 'P2025') return refuse('NOT_FOUND', '没有这个账户。', 'There is no such account.');
    if (error.code === 'P2002') return refuseTaken();
    throw error;
  }
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
