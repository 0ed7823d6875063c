import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { requestPasswordReset, setForgottenPassword } from '../forgotten-password.ts';
import { answerAlike } from '../answer-alike.ts';
import { email, idSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { password } from '../http/words.ts';
import { openSession } from '../middleware/open-session.ts';
import { hasSecondFactor } from '../second-factor.ts';
import { mailedCode } from '../mailed-code.ts';

/** Sends a code by which a forgotten password can be set anew (ASVS 6.4). Told alike, and at the same time, whether or not an account has the address. */
export const forgetPassword = route({
  method: 'post',
  path: '/api/auth/password-resets',
  ability: 'public',
  trail: { in: 'nowhere', because: 'it changes nothing before the code comes back' },
  tag: 'accounts',
  summary: text('忘记密码', 'Ask for a new password'),
  keyed: false,
  signsIn: true,
  body: z.strictObject({ email: email.toLowerCase() }),
  example: { email: 'reviewer@demo.anjuan.test' },
  refuses: ['TOO_MANY_REQUESTS'],
  answers: {
    202: {
      description: 'A code is on its way if an account has this address',
      schema: z.object({ requestId: z.string(), expiresAt: z.iso.datetime() }),
    },
  },
  async handle({ context, body, now }) {
    const { id, expiresAt } = await answerAlike(() => requestPasswordReset(context, body.email, now));
    return { status: 202, body: { requestId: id, expiresAt: expiresAt.toISOString() } };
  },
});

/** Sets a forgotten password anew by the code in the mail; every session of the account ends (ASVS 6.4, 7.4.3). */
export const setNewPassword = route({
  method: 'post',
  path: '/api/auth/password-resets/{id}',
  ability: 'public',
  trail: { in: 'audit', writes: ['PASSWORD_RESET'] },
  tag: 'accounts',
  summary: text('凭验证码重设密码', 'Set a new password by the code'),
  keyed: false,
  signsIn: true,
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({ code: mailedCode, newPassword: password }),
  refuses: ['NOT_FOUND', 'ALREADY_DONE', 'LIMIT_REACHED', 'TOO_MANY_REQUESTS'],
  answers: {
    200: {
      description:
        'Set. Every session has ended; a new one is in the cookie, and its token here. Null where the account has a second factor: it signs in with that',
      schema: z.object({ success: z.literal(true), token: z.string().nullable() }),
    },
  },
  async handle({ context, request, params: { id }, body: { code, newPassword }, audit }) {
    const owner = await setForgottenPassword(context, { id, code, newPassword }, (tx, change) =>
      audit(tx, { action: 'PASSWORD_RESET', ...change }),
    );
    if (await hasSecondFactor(context, owner.id)) return { status: 200, body: { success: true as const, token: null } };
    const { token, cookies } = await openSession(context, request, { email: owner.email, password: newPassword });
    return { status: 200, body: { success: true as const, token }, headers: { 'Set-Cookie': cookies } };
  },
});
