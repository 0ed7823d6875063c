/** The second factor of one's own account: set up, confirmed, taken off; and taken off by an administrator where the device is lost. */
import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { reason } from '../../workflows/engine/input.ts';
import { line } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { typedPassword } from '../http/words.ts';
import { requireOwnPassword } from '../middleware/own-password.ts';
import type { Reader } from '../reader.ts';
import { beginSecondFactor, confirmSecondFactor, isRightCode, removeSecondFactor } from '../second-factor.ts';

/** A code as it is typed: six digits of the app, or a recovery code. */
export const typedCode = line(40);

/** Makes a secret for an authenticator app. The password is asked again: an open session is not enough. */
export const beginFactor = route({
  method: 'post',
  path: '/api/auth/second-factor',
  ability: 'account.self',
  trail: { in: 'nowhere', because: 'it asks for nothing before it is confirmed', also: ['PASSWORD_CHECK_LOCKED'] },
  tag: 'accounts',
  summary: text('获取登录验证器密钥', 'Begin a second factor of sign-in'),
  keyed: false,
  beforeOwnFactor: true,
  body: z.strictObject({ password: typedPassword }),
  refuses: ['ALREADY_DONE', 'TOO_MANY_REQUESTS'],
  answers: {
    200: {
      description: 'What an authenticator app needs; `uri` as a picture or `secret` to type. Shown this once',
      schema: z.object({ secret: z.string(), uri: z.string() }),
    },
  },
  async handle({ context, reader, body, audit }) {
    await requireOwnPassword(context, reader, { field: 'password', password: body.password }, (tx, lock) =>
      audit(tx, { action: 'PASSWORD_CHECK_LOCKED', object: accountOf(reader), after: { ...lock } }),
    );
    return { status: 200, body: { ...(await beginSecondFactor(context, reader.person.id, reader.email)) } };
  },
});

/** Sets the second factor up by a first code of the app. */
export const confirmFactor = route({
  method: 'post',
  path: '/api/auth/second-factor/confirm',
  ability: 'account.self',
  trail: { in: 'audit', writes: ['SECOND_FACTOR_SET'] },
  tag: 'accounts',
  summary: text('启用登录验证器', 'Confirm a second factor of sign-in'),
  keyed: false,
  beforeOwnFactor: true,
  body: z.strictObject({ code: typedCode }),
  refuses: ['STEP_MISSING', 'ALREADY_DONE'],
  answers: {
    200: {
      description: 'Set up. The recovery codes, each for one sign-in without the device; shown this once',
      schema: z.object({ recoveryCodes: z.array(z.string()) }),
    },
  },
  async handle({ context, reader, body, audit }) {
    const recoveryCodes = await confirmSecondFactor(context, reader.person.id, body.code, (tx, change) =>
      audit(tx, { action: 'SECOND_FACTOR_SET', ...change }),
    );
    return { status: 200, body: { recoveryCodes } };
  },
});

/** Takes the second factor off the own account; password and a code are asked. */
export const removeFactor = route({
  method: 'post',
  path: '/api/auth/second-factor/remove',
  ability: 'account.self',
  trail: { in: 'audit', writes: ['SECOND_FACTOR_REMOVED', 'PASSWORD_CHECK_LOCKED'] },
  tag: 'accounts',
  summary: text('停用登录验证器', 'Remove the second factor of sign-in'),
  keyed: false,
  body: z.strictObject({ password: typedPassword, code: typedCode }),
  refuses: ['TOO_MANY_REQUESTS'],
  answers: { 204: { description: 'Removed' } },
  async handle({ context, reader, body, audit }) {
    const { id } = reader.person;
    await requireOwnPassword(
      context,
      reader,
      { field: 'password', password: body.password },
      (tx, lock) => audit(tx, { action: 'PASSWORD_CHECK_LOCKED', object: accountOf(reader), after: { ...lock } }),
      {
        isRight: () => isRightCode(context, id, body.code),
        refuse: () => refuse('INVALID_INPUT', '验证码不正确。', 'The code is wrong.', { field: 'code' }),
      },
    );
    await removeSecondFactor(context, id, (tx, change) => audit(tx, { action: 'SECOND_FACTOR_REMOVED', ...change }));
    return { status: 204 };
  },
});

/** Takes the second factor off the account of somebody whose device is lost. */
export const removeFactorOf = route({
  method: 'post',
  path: '/api/accounts/{id}/remove-second-factor',
  ability: 'account.manage',
  trail: { in: 'audit', writes: ['SECOND_FACTOR_REMOVED'] },
  tag: 'accounts',
  summary: text('为账户停用登录验证器', 'Remove the second factor of an account'),
  params: z.strictObject({ id: line(100) }),
  body: z.strictObject({ reason }),
  answers: { 204: { description: 'Removed' } },
  async handle({ context, params: { id }, body, audit }) {
    const removed = await removeSecondFactor(context, id, (tx, change) =>
      audit(tx, { action: 'SECOND_FACTOR_REMOVED', ...change, reason: body.reason }),
    );
    if (!removed) refuse('NOT_FOUND', '该账户没有启用登录验证器。', 'The account has no second factor.');
    return { status: 204 };
  },
});

function accountOf({ person: { id } }: Reader) {
  return { kind: 'account', id } as const;
}
