/** Which notices are new to whom. */
import type { Database } from '../../prisma/client.ts';
import { partiesOf } from '../../rules/roles.ts';
import { accessOf } from '../abilities.ts';
import { noticesTo, noticesWithin } from '../views/notice-scope.ts';
import type { Listener } from './event-stream.ts';

interface Planned {
  readonly id: string;
  readonly ordinal: number;
  readonly caseId: string | null;
  readonly recipientId: string | null;
  readonly recipientEmail: string;
  readonly party: string | null;
}

/** A notice and the account to which it is new. */
export interface NewNotice {
  readonly id: string;
  readonly accountId: string;
}

/** How far behind the newest one a notice can become visible: those of one transaction are numbered before it commits. */
const BEHIND = 10_000;

/** Follows the notices that are planned, from when it is made. */
export class NewNotices {
  readonly #database: Database;
  readonly #from: number;
  #newest: number;
  /** Notices that were seen, so that each is told once. */
  readonly #seen = new Map<string, number>();

  private constructor(database: Database, newest: number) {
    this.#database = database;
    this.#from = newest;
    this.#newest = newest;
  }

  static async from(database: Database): Promise<NewNotices> {
    const [row] = await database.$queryRaw<{ last: bigint }[]>`
      SELECT CASE WHEN "is_called" THEN "last_value" ELSE 0 END AS last FROM "Notice_ordinal_seq"`;
    return new NewNotices(database, Number(row?.last ?? 0));
  }

  /** What was planned since the last time, in these cases and outside of any, and is to be read by one of these listeners. */
  async among(caseIds: readonly string[], listeners: readonly Listener[]): Promise<NewNotice[]> {
    const accounts = new Map(listeners.map((listener) => [listener.person.id, listener]));
    const planned = await this.#planned(caseIds, [...accounts.keys()]);
    const found: NewNotice[] = [];
    for (const [accountId, listener] of accounts) {
      const ids = planned.filter((notice) => mayBeTo(notice, listener)).map(({ id }) => id);
      if (ids.length === 0) continue;
      const rows = await this.#database.notice.findMany({
        where: {
          AND: [
            { id: { in: ids } },
            await noticesTo(this.#database, listener),
            await noticesWithin(this.#database, accessOf('notice.read', listener.person), listener),
          ],
        },
        orderBy: { ordinal: 'asc' },
        select: { id: true },
      });
      found.push(...rows.map(({ id }) => ({ id, accountId })));
    }
    return found;
  }

  async #planned(caseIds: readonly string[], accountIds: readonly string[]): Promise<Planned[]> {
    const floor = Math.max(this.#from, this.#newest - BEHIND);
    const rows = await this.#database.$queryRaw<Planned[]>`
      SELECT "id", "ordinal", "caseId", "recipientId", "recipientEmail", "audience" ->> 'party' AS party
      FROM "Notice" WHERE "caseId" = ANY(${caseIds}) AND "ordinal" > ${floor}
      UNION ALL
      SELECT own.* FROM unnest(${accountIds}::text[]) account CROSS JOIN LATERAL (
        SELECT "id", "ordinal", "caseId", "recipientId", "recipientEmail", NULL AS party
        FROM "Notice" WHERE "recipientId" = account ORDER BY "plannedAt" DESC LIMIT 10) own
      WHERE own."caseId" IS NULL AND own."ordinal" > ${floor}`;
    const fresh = rows.filter(({ id }) => !this.#seen.has(id));
    for (const { id, ordinal } of fresh) {
      this.#seen.set(id, ordinal);
      this.#newest = Math.max(this.#newest, ordinal);
    }
    for (const [id, ordinal] of this.#seen) if (ordinal <= this.#newest - BEHIND) this.#seen.delete(id);
    return fresh;
  }
}

/** Whether it is worth asking if this listener may read the notice. */
function mayBeTo({ recipientId, recipientEmail, party }: Planned, { person, email }: Listener): boolean {
  if (recipientId === person.id) return true;
  if (recipientId === null && recipientEmail.toLowerCase() === email) return true;
  return party !== null && person.offices.flatMap(partiesOf).includes(party);
}
