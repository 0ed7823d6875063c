/**
 * From where an account has signed in: the network, and the browser by a mark it was given. Guesses from there are counted apart from
 * those of strangers, who therefore cannot keep the owner out (ASVS 6.3.1).
 */
import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import type { Settings } from '../../config/settings.ts';
import type { Database } from '../../prisma/client.ts';
import { sessionCookies } from '../auth.ts';
import { sha256 } from '../http/canonical.ts';
import { networkOf, type Guess } from './lockout.ts';

/** Days after which a place that was not used is forgotten. */
const REMEMBERED_DAYS = 180;

/** A sign-in as a guess at the password of the account with this address. */
export async function signInGuess(
  { database, settings }: { readonly database: Database; readonly settings: Settings },
  request: Request,
  email: string,
): Promise<Guess> {
  const network = networkOf(request.ip ?? '');
  const mark = markOf(request, settings);
  const places = await database.signInPlace.findMany({
    where: { user: { email }, place: { in: [sha256(network), ...(mark === null ? [] : [sha256(mark)])] } },
    select: { place: true },
  });
  const byMark = mark !== null && places.some(({ place }) => place === sha256(mark));
  return { kind: 'signIn', at: email, place: byMark ? mark : network, known: places.length > 0 };
}

/** Remembers from where somebody signed in. @returns the cookie with the mark of the browser */
export async function rememberPlace(
  { database, settings }: { readonly database: Database; readonly settings: Settings },
  request: Request,
  userId: string,
): Promise<string> {
  const mark = markOf(request, settings) ?? randomBytes(24).toString('hex');
  const places = [sha256(networkOf(request.ip ?? '')), sha256(mark)].sort();
  await database.$executeRaw`
    INSERT INTO "SignInPlace" ("userId", "place", "usedAt") SELECT ${userId}, "place", now() FROM unnest(${places}::text[]) AS used ("place")
    ON CONFLICT ("userId", "place") DO UPDATE SET "usedAt" = excluded."usedAt"`;
  const { secure, prefix } = sessionCookies(settings);
  const attributes = `Max-Age=${REMEMBERED_DAYS * 86_400}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${prefix}.device=${mark}; ${attributes}`;
}

/** Forgets those that were not used for long. */
export async function purgePlaces(database: Database): Promise<void> {
  const before = new Date(Date.now() - REMEMBERED_DAYS * 86_400_000);
  await database.signInPlace.deleteMany({ where: { usedAt: { lt: before } } });
}

function markOf(request: Request, settings: Settings): string | null {
  const name = `${sessionCookies(settings).prefix}.device`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const mark = pairs.find(([key]) => key === name)?.[1] ?? '';
  return /^[0-9a-f]{48}$/.test(mark) ? mark : null;
}
