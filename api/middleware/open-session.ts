import type { Request } from 'express';
import type { ApiContext } from '../context.ts';
import { credentialsOf } from './authenticate.ts';
import { rememberPlace } from './sign-in-places.ts';

/** Sessions that an account has at once; the oldest end when there would be more. */
const MOST_SESSIONS = 200;

/**
 * Begins a session for who shows e-mail and password. Whatever session the caller already shows has no part in it.
 * @returns its token, whose it is, and the values of `Set-Cookie`
 * @throws APIError of the account service where they are wrong or the account is disabled
 */
export async function openSession(
  context: ApiContext,
  request: Request,
  body: { readonly email: string; readonly password: string },
): Promise<{ token: string; userId: string; cookies: string[] }> {
  const headers = credentialsOf(request);
  headers.delete('cookie');
  headers.delete('authorization');
  const { headers: set, response } = await context.auth.api.signInEmail({ body, headers, returnHeaders: true });
  await context.database.$executeRaw`
    DELETE FROM "Session" WHERE "id" IN (
      SELECT "id" FROM "Session" WHERE "userId" = ${response.user.id} ORDER BY "createdAt" DESC, "id" OFFSET ${MOST_SESSIONS}::int)`;
  const device = await rememberPlace(context, request, response.user.id);
  return { token: response.token, userId: response.user.id, cookies: [...set.getSetCookie(), device] };
}
