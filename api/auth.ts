/**
 * Accounts and sessions: better-auth on our own tables, with e-mail and password. Nobody signs up; administrators make accounts.
 * Sessions go by the machine's clock: moving a training clock by two months ends no session.
 */
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { bearer } from 'better-auth/plugins';
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.ts';
import type { Database } from '../prisma/client.ts';
import { PASSWORD_LENGTH } from '../prisma/password-rules.ts';

/** The header in which the API hands the caller's address on; one that comes from outside is never passed. */
export const CALLER_ADDRESS = 'x-anjuan-caller';

/**
 * What the cookies are called and whether they are for https alone. There, browsers hold `__Host-` cookies to it: no other host of the
 * domain can set them, and no path narrows them.
 */
export function sessionCookies({ baseUrl }: Pick<Settings, 'baseUrl'>): { secure: boolean; prefix: string } {
  const secure = baseUrl.startsWith('https:');
  return { secure, prefix: secure ? '__Host-anjuan' : 'anjuan' };
}

const string = { type: 'string', input: false, required: false } as const;

/** The account service. `secret` signs the session cookie; changing it signs everybody out of their browsers. */
export function createAuth(database: Database, settings: Settings, secret: string, log: Logger) {
  const idleSeconds = settings.limits.sessionIdleMinutes * 60;
  const { secure, prefix } = sessionCookies(settings);
  return betterAuth({
    appName: 'Anjuan',
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    secret,
    database: prismaAdapter(database, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        level: string,
        locale: string,
        disabledAt: { type: 'date', input: false, required: false },
        mustChangePassword: { type: 'boolean', input: false, required: false },
      },
    },
    session: {
      expiresIn: idleSeconds,
      // Each use puts the end off, but is written at most once in a tenth of the idle time.
      updateAge: Math.floor(idleSeconds / 10),
      // No cached copy: an account that was disabled is out with its next request.
      cookieCache: { enabled: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const user = await database.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
            return user?.disabledAt === null;
          },
        },
      },
    },
    advanced: {
      // The library's own prefix for secure cookies would be `__Secure-`.
      useSecureCookies: false,
      cookiePrefix: prefix,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CALLER_ADDRESS] },
    },
    // The API limits sign-ins itself, over all its processes: see middleware/lockout.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Messages alone: the library's further arguments can hold addresses of people.
    logger: { level: 'warn', log: (_level, message) => log.debug({ from: 'auth' }, message) },
    plugins: [bearer()],
  });
}

export type Auth = ReturnType<typeof createAuth>;
