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

/** The header in which the API hands the caller's address on; one that comes from outside is never passed. */
export const CALLER_ADDRESS = 'x-anjuan-caller';

const string = { type: 'string', input: false, required: false } as const;

/** The account service. `secret` signs the session cookie; changing it signs everybody out of their browsers. */
export function createAuth(database: Database, settings: Settings, secret: string, log: Logger) {
  const idleSeconds = settings.limits.sessionIdleMinutes * 60;
  return betterAuth({
    appName: 'Anjuan',
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    secret,
    database: prismaAdapter(database, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        level: string,
        locale: string,
        disabledAt: { type: 'date', input: false, required: false },
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
      cookiePrefix: 'anjuan',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
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
