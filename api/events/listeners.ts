import type { Database } from '../../prisma/client.ts';
import { personOf } from '../../prisma/person-of.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Listener } from './event-stream.ts';

const HOUR = 3_600_000;

/**
 * Those of the listeners whose session stands and whose account may be used, as the records have them now, by the token of their session.
 * It puts no idle session off its end: a page that nobody touches is no use of it.
 */
export async function standing(
  database: Database,
  tokens: readonly string[],
  { sessionHours, now }: { readonly sessionHours: number; readonly now: Instant },
): Promise<Map<string, Listener>> {
  const at = Date.now();
  const sessions = await database.session.findMany({
    where: {
      token: { in: [...tokens] },
      expiresAt: { gt: new Date(at) },
      createdAt: { gt: new Date(at - sessionHours * HOUR) },
      user: { disabledAt: null, mustChangePassword: false },
    },
    select: { token: true, user: { select: { id: true, email: true } } },
  });
  const owners = new Map(sessions.map(({ user }) => [user.id, user]));
  const people = new Map<string, Omit<Listener, 'sessionToken'>>();
  for (const { id, email } of owners.values())
    people.set(id, { person: await personOf(database, id, now), email: email.toLowerCase() });
  return new Map(
    sessions.flatMap(({ token, user }) => {
      const owner = people.get(user.id);
      return owner === undefined ? [] : [[token, { ...owner, sessionToken: token }] as const];
    }),
  );
}
