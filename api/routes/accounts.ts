import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { createAccount, resetPassword } from '../../prisma/create-account.ts';
import { refuse } from '../../rules/refusal.ts';
import { ROLES, STAFF_ROLES } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { creditCodeSchema } from '../filing/schema.ts';
import { InvalidInput } from '../http/problem.ts';
import { line } from '../http/schemas.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { accountOf, accountSchema } from '../views/account-view.ts';

const params = z.strictObject({ id: line(64) });
const password = z.string().min(12).max(128);

/** Accounts, for administrators. */
export const listAccounts = route({
  method: 'get',
  path: '/api/accounts',
  ability: 'account.manage',
  tag: 'accounts',
  summary: text('账户列表', 'Accounts'),
  query: z.strictObject({ ...pageQuery, role: z.enum(ROLES).optional(), q: line(100).optional() }),
  answers: { 200: { description: 'A page, by id', schema: pageOf(accountSchema) } },
  async handle({ context, query: { cursor, limit, role, q } }) {
    const after = positionOf(cursor, sortKey.id);
    const rows = await context.database.user.findMany({
      where: {
        ...(role !== undefined && { role }),
        ...(after !== null && { id: { gt: after } }),
        ...(q !== undefined && {
          OR: [{ name: { contains: q, mode: 'insensitive' as const } }, { email: q.toLowerCase() }, { creditCode: q }],
        }),
      },
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
    name: line(100),
    email: z.email().max(254).toLowerCase(),
    password,
    role: z.enum(ROLES),
    bodyId: line(60).optional(),
    region: line(60).optional(),
    creditCode: creditCodeSchema.optional(),
    level: z.enum(['PERSONAL', 'ENTERPRISE']).default('PERSONAL'),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  refuses: ['ALREADY_DONE'],
  answers: { 201: { description: 'The account', schema: accountSchema } },
  async handle({ context, body, once }) {
    const { bodyId, region, creditCode, ...rest } = body;
    if (STAFF_ROLES.includes(body.role) && (bodyId === undefined || region === undefined)) {
      const message = text('工作人员账户须填写机构和区域。', 'Accounts of staff need a body and a region.');
      throw new InvalidInput([
        ...(bodyId === undefined ? [{ field: 'bodyId', message }] : []),
        ...(region === undefined ? [{ field: 'region', message }] : []),
      ]);
    }
    const account = {
      ...rest,
      ...(bodyId !== undefined && { bodyId }),
      ...(region !== undefined && { region }),
      ...(creditCode !== undefined && { creditCode }),
    };
    const find = async (tx: Transaction, id: string) => accountOf(await tx.user.findUniqueOrThrow({ where: { id } }));
    const { id, created } = await createAccount(context.database, account, async (tx, made) =>
      once.settle(tx, 201, await find(tx, made)),
    );
    if (!created)
      refuse('ALREADY_DONE', '该邮箱已有账户。', 'There is an account with this e-mail already.', { field: 'email' });
    return { status: 201, body: await find(context.database, id) };
  },
});

/** Changes what an account may do; its sessions see the change with their next request. */
export const changeAccount = route({
  method: 'patch',
  path: '/api/accounts/{id}',
  ability: 'account.manage',
  tag: 'accounts',
  summary: text('修改账户', 'Change an account'),
  params,
  body: z.strictObject({
    name: line(100).optional(),
    level: z.enum(['PERSONAL', 'ENTERPRISE']).optional(),
    locale: z.enum(['zh-CN', 'en']).optional(),
    bodyId: line(60).optional(),
    region: line(60).optional(),
    creditCode: creditCodeSchema.nullable().optional(),
  }),
  answers: { 200: { description: 'The account', schema: accountSchema } },
  handle: (call) =>
    update(
      call,
      call.params.id,
      Object.fromEntries(Object.entries(call.body).filter(([, value]: [string, unknown]) => value !== undefined)),
    ),
});

/** Disables an account: all its sessions end at once. */
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
    if (call.params.id === call.reader.actor.id)
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

/** Gives an account another password and ends its sessions. */
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
    const user = await context.database.user.findUnique({ where: { id }, select: { id: true } });
    if (user === null) return refuse('NOT_FOUND', '没有这个账户。', 'There is no such account.');
    await resetPassword(context.database, id, body.password);
    return { status: 204 };
  },
});

async function update({ context }: Call, id: string, data: Prisma.UserUpdateInput) {
  try {
    return { status: 200, body: accountOf(await context.database.user.update({ where: { id }, data })) };
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025') {
      return refuse('NOT_FOUND', '没有这个账户。', 'There is no such account.');
    }
    throw error;
  }
}
