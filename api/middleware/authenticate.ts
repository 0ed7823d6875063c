import { fromNodeHeaders } from 'better-auth/node';
import type { Request, Response } from 'express';
import { personOf } from '../../prisma/person-of.ts';
import { refuse } from '../../rules/refusal.ts';
import { CLOCKS_DIFFER_MS } from '../clocks-differ.ts';
import type { ApiContext } from '../context.ts';
import { CALLER_ADDRESS } from '../auth.ts';
import { showsTrackingCode, trackingReader } from '../intake/tracking.ts';
import type { Reader } from '../reader.ts';
import { hasSecondFactor, needsSecondFactor } from '../second-factor.ts';

const HOUR = 3_600_000;

/** The headers the account service may see: the credential and where the caller is. */
export function credentialsOf(request: Request): Headers {
  const { authorization, cookie } = request.headers;
  return fromNodeHeaders({
    // One credential only: a token does not fall back on a cookie that happened to come along.
    ...(authorization !== undefined ? { authorization } : cookie !== undefined ? { cookie } : {}),
    'user-agent': request.headers['user-agent']?.slice(0, 200),
    [CALLER_ADDRESS]: request.ip ?? '',
  });
}

/**
 * Who asks, by session cookie or bearer token. Puts off the end of an idle session; ends one that has lived its hours or whose
 * account was disabled.
 * @throws Refusal NOT_SIGNED_IN
 */
export async function authenticate(context: ApiContext, request: Request, response: Response): Promise<Reader> {
  if (showsTrackingCode(request)) return trackingReader(context, request);
  const { auth, database, settings } = context;
  const { headers, response: found } = await auth.api.getSession({
    headers: credentialsOf(request),
    returnHeaders: true,
  });
  if (found === null) return refuseUnknown();
  const { session, user } = found;
  // The machine's clock: sessions are of the real world.
  const age = Date.now() - session.createdAt.getTime();
  // One that begins later than now is of a clock that was set back since: how long it has lived is not known.
  const livedOut = age > settings.limits.sessionHours * HOUR || age < -CLOCKS_DIFFER_MS;
  if (livedOut || user.disabledAt) {
    await database.session.deleteMany({ where: user.disabledAt ? { userId: user.id } : { token: session.token } });
    return refuseUnknown();
  }
  for (const cookie of headers.getSetCookie()) response.append('Set-Cookie', cookie);
  const person = await personOf(database, user.id, await context.clock.now());
  return {
    person,
    name: user.name,
    level: user.level ?? 'PERSONAL',
    locale: user.locale === 'en' ? 'en' : 'zh-CN',
    email: user.email.toLowerCase(),
    credential: request.headers.authorization === undefined ? 'cookie' : 'bearer',
    sessionToken: session.token,
    mustChangePassword: user.mustChangePassword === true,
    mustSetSecondFactor: needsSecondFactor(settings, person.offices) && !(await hasSecondFactor(context, user.id)),
  };
}

function refuseUnknown(): never {
  refuse('NOT_SIGNED_IN', '请先登录。', 'Sign in first.');
}
