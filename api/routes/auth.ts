import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { differing } from '../../prisma/audit.ts';
import { auditedAccount, isPasswordOf, resetPassword } from '../../prisma/create-account.ts';
import { passwordFault, TRAINING_PASSWORD } from '../../prisma/password-rules.ts';
import { Refusal, refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { bilingual } from '../http/faults.ts';
import { InvalidInput } from '../http/problem.ts';
import { email, line } from '../http/schemas.ts';
import { password, typedPassword } from '../http/words.ts';
import { locales } from '../../rules/locales.ts';
import { route } from '../http/route.ts';
import { credentialsOf } from '../middleware/authenticate.ts';
import { countGuess } from '../middleware/lockout.ts';
import { openSession } from '../middleware/open-session.ts';
import { requireOwnPassword } from '../middleware/own-password.ts';
import { isRightCode } from '../second-factor.ts';
import type { ApiContext } from '../context.ts';
import { typedCode } from './second-factor.ts';
import { signInGuess } from '../middleware/sign-in-places.ts';
import { meSchema, meOf, WITH_OFFICES } from '../views/account-view.ts';

const credentials = z.strictObject({
  email: email.toLowerCase(),
  password: typedPassword,
  code: typedCode
    .optional()
    .meta({ description: 'Of the authenticator, or a recovery code; where the account asks for one' }),
});

/** Sign-in with e-mail and password (GB/T 22239 identity a-c, ASVS 6). */
export const signIn = route({
  method: 'post',
  path: '/api/auth/sign-in/email',
  ability: 'public',
  trail: {
    in: 'nowhere',
    because: 'a session is of its owner, who sees it, and changes nothing else',
    also: ['SIGN_IN_LOCKED'],
  },
  tag: 'accounts',
  summary: text('登录', 'Sign in'),
  body: credentials,
  keyed: false,
  signsIn: true,
  refuses: ['NOT_SIGNED_IN', 'SECOND_FACTOR_NEEDED', 'NOT_ALLOWED'],
  answers: {
    200: {
      description: 'A session cookie, and the same session as a bearer token',
      schema: z.object({ token: z.string(), user: meSchema }),
    },
  },
  async handle({ context, body, request, audit }) {
    const { database, settings } = context;
    const guessed = await signInGuess(context, request, body.email);
    const guess = await countGuess(database, settings.limits, guessed, async (tx, lock) => {
      const user = await tx.user.findUnique({ where: { email: body.email }, select: { id: true } });
      // Where there is no account, nobody is kept out of one.
      if (user === null) return;
      await audit(tx, { action: 'SIGN_IN_LOCKED', object: { kind: 'account', id: user.id }, after: { ...lock } });
    });
    try {
      if (settings.mode !== 'training' && body.password === TRAINING_PASSWORD) return refuseCredentials();
      const { code, ...shown } = body;
      await passSecondFactor(context, shown, code, () => guess.unchecked());
      const { token, userId, cookies } = await openSession(context, request, shown);
      await guess.right();
      const user = await database.user.findUniqueOrThrow({ where: { id: userId }, include: WITH_OFFICES });
      return { status: 200, body: { token, user: meOf(user, settings) }, headers: { 'Set-Cookie': cookies } };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof APIError && error.statusCode < 500) return refuseCredentials();
      await guess.unchecked();
      throw error;
    }
  },
});

/**
 * Passes where the account asks for no code; where it asks for one, password and code are held before a session begins.
 * @param asked done where the password is right and only the code is missing: that is no guess
 * @throws Refusal SECOND_FACTOR_NEEDED without a code, NOT_SIGNED_IN for a wrong one
 */
async function passSecondFactor(
  context: ApiContext,
  shown: { readonly email: string; readonly password: string },
  code: string | undefined,
  asked: () => Promise<void>,
): Promise<void> {
  const { database } = context;
  const where = { email: shown.email, secondFactor: { confirmedAt: { not: null } }, disabledAt: null };
  const user = await database.user.findFirst({ where, select: { id: true } });
  if (user === null) return;
  if (!(await isPasswordOf(database, user.id, shown.password))) return refuseCredentials();
  if (code === undefined) {
    await asked();
    return refuse('SECOND_FACTOR_NEEDED', '请输入验证器上的动态验证码。', 'Enter the code of your authenticator.', {
      field: 'code',
    });
  }
  if (await isRightCode(context, user.id, code)) return;
  refuse(
    'NOT_SIGNED_IN',
    '动态验证码不正确或已使用，请等待下一个验证码。',
    'The code is wrong or was used; wait for the next one.',
    {
      field: 'code',
    },
  );
}

/** The same words for an unknown account, a wrong password, a disabled account and, outside training mode, the published password. */
function refuseCredentials(): never {
  refuse(
    'NOT_SIGNED_IN',
    '邮箱或密码不正确，或账户已停用。',
    'E-mail or password is wrong, or the account is disabled.',
  );
}

/** Ends the session that is shown. */
export const signOut = route({
  method: 'post',
  path: '/api/auth/sign-out',
  ability: 'account.self',
  trail: { in: 'nowhere', because: 'it ends the session that is shown' },
  tag: 'accounts',
  summary: text('退出登录', 'Sign out'),
  keyed: false,
  beforeOwnPassword: true,
  answers: { 200: { description: 'The session has ended', schema: z.object({ success: z.literal(true) }) } },
  async handle({ context, reader, request }) {
    const { headers } = await context.auth.api.signOut({ headers: credentialsOf(request), returnHeaders: true });
    await context.database.session.deleteMany({ where: { token: reader.sessionToken } });
    return {
      status: 200,
      body: { success: true },
      // Nothing of the reader stays in the browser (ASVS 14.3.1).
      headers: { 'Set-Cookie': headers.getSetCookie(), 'Clear-Site-Data': '"cache", "storage"' },
    };
  },
});

/**
 * Changes the own password. Every session of the account ends, and a new one begins for whoever asked (ASVS 7.4.3). Wrong guesses at the
 * current password are counted for the session that makes them: who found one open cannot keep the owner from changing it.
 */
export const changePassword = route({
  method: 'post',
  path: '/api/auth/change-password',
  ability: 'account.self',
  trail: { in: 'audit', writes: ['PASSWORD_CHANGED', 'PASSWORD_CHECK_LOCKED'] },
  tag: 'accounts',
  summary: text('修改密码', 'Change the password'),
  keyed: false,
  beforeOwnPassword: true,
  body: z.strictObject({ currentPassword: typedPassword, newPassword: password }),
  answers: {
    200: {
      description: 'Changed. Every session has ended; the new one is in the cookie, and its token here',
      schema: z.object({ success: z.literal(true), token: z.string() }),
    },
  },
  async handle({ context, reader, request, body, audit }) {
    const { database } = context;
    const { id } = reader.person;
    const owner = await database.user.findUniqueOrThrow({ where: { id }, select: { name: true, email: true } });
    const fault = passwordFault(body.newPassword, owner, body.currentPassword);
    if (fault !== null) throw new InvalidInput([{ field: 'newPassword', message: fault }]);
    const object = { kind: 'account', id } as const;
    await requireOwnPassword(
      context,
      reader,
      { field: 'currentPassword', password: body.currentPassword },
      (tx, lock) => audit(tx, { action: 'PASSWORD_CHECK_LOCKED', object, after: { ...lock } }),
    );
    await resetPassword(database, id, body.newPassword, false, (tx, change) =>
      audit(tx, { action: 'PASSWORD_CHANGED', ...change }),
    );
    const { token, cookies } = await openSession(context, request, {
      email: owner.email,
      password: body.newPassword,
    });
    return { status: 200, body: { success: true, token }, headers: { 'Set-Cookie': cookies } };
  },
});

const sessionSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  startedAt: z.iso.datetime(),
  usedAt: z.iso.datetime(),
  address: z.string().nullable(),
  browser: z.string().nullable(),
});

/** The own sessions, so that a person can see and end one that is not theirs (ASVS 7.5). */
export const listSessions = route({
  method: 'get',
  path: '/api/auth/sessions',
  ability: 'account.self',
  tag: 'accounts',
  summary: text('我的登录会话', 'My sessions'),
  answers: {
    200: { description: 'Live sessions, the latest first', schema: z.object({ items: z.array(sessionSchema) }) },
  },
  async handle({ context, reader }) {
    const sessions = await context.database.session.findMany({
      where: { userId: reader.person.id, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: 'desc' },
    });
    const items = sessions.map((session) => ({
      id: session.id,
      current: session.token === reader.sessionToken,
      startedAt: session.createdAt.toISOString(),
      usedAt: session.updatedAt.toISOString(),
      address: session.ipAddress,
      browser: session.userAgent,
    }));
    return { status: 200, body: { items } };
  },
});

/** Ends one of the own sessions. */
export const endSession = route({
  method: 'delete',
  path: '/api/auth/sessions/{id}',
  ability: 'account.self',
  trail: { in: 'audit', writes: ['SESSION_ENDED'] },
  tag: 'accounts',
  summary: text('结束一个登录会话', 'End one of my sessions'),
  keyed: false,
  params: z.strictObject({ id: line(100) }),
  answers: { 204: { description: 'It has ended' } },
  async handle({ context, reader, params, audit }) {
    const { id } = reader.person;
    await context.database.$transaction(async (tx) => {
      const session = await tx.session.findFirst({ where: { id: params.id, userId: id } });
      if (session === null) return refuse('NOT_FOUND', '没有这个会话。', 'There is no such session.');
      await tx.session.deleteMany({ where: { id: session.id } });
      // From where it was, and not which it was: a session is a secret.
      const before = {
        startedAt: session.createdAt.toISOString(),
        address: session.ipAddress,
        browser: session.userAgent,
      };
      await audit(tx, { action: 'SESSION_ENDED', object: { kind: 'account', id }, before });
    });
    return { status: 204 };
  },
});

/** Who I am. */
export const me = route({
  method: 'get',
  path: '/api/me',
  ability: 'account.self',
  tag: 'accounts',
  summary: text('我的账户', 'My account'),
  answers: { 200: { description: 'The account of the session', schema: meSchema } },
  async handle({ context, reader }) {
    return {
      status: 200,
      body: meOf(
        await context.database.user.findUniqueOrThrow({ where: { id: reader.person.id }, include: WITH_OFFICES }),
        context.settings,
        reader.person.offices,
      ),
    };
  },
});

/** Changes what a person may set of the own account. */
export const changeMe = route({
  method: 'patch',
  path: '/api/me',
  ability: 'account.self',
  trail: { in: 'audit', writes: ['ACCOUNT_CHANGED'] },
  tag: 'accounts',
  summary: text('修改我的账户', 'Change my account'),
  requirement: 'XC-03.4',
  body: z
    .strictObject({
      refusesCommercialMail: z.boolean().optional(),
      locale: choice(locales).optional().meta({ description: 'Language of what is shown and sent to the account' }),
    })
    .refine(
      (given) => Object.keys(given).length > 0,
      bilingual('请填写要修改的内容。', 'must say what is to be changed'),
    ),
  example: { locale: 'en' },
  answers: { 200: { description: 'The account of the session', schema: meSchema } },
  async handle({ context, reader, body: { refusesCommercialMail, locale }, audit }) {
    const { id } = reader.person;
    const data = {
      ...(refusesCommercialMail !== undefined && { refusesCommercialMail }),
      ...(locale !== undefined && { locale }),
    };
    const user = await context.database.$transaction(async (tx) => {
      const before = await tx.user.findUniqueOrThrow({ where: { id }, include: WITH_OFFICES });
      const after = await tx.user.update({ where: { id }, data, include: WITH_OFFICES });
      const change = differing(auditedAccount(before), auditedAccount(after));
      await audit(tx, { action: 'ACCOUNT_CHANGED', object: { kind: 'account', id }, ...change });
      return after;
    });
    return { status: 200, body: meOf(user, context.settings) };
  },
});
