/** Who counts towards the least numbers of a window: registered providers with their service, and registered members (HN-NET-03.6). */
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Day } from '../../rules/time/index.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import type { Transaction } from '../client.ts';

/** A registered provider, with the last day on which it is recorded to have served. */
export interface ConnectedProvider {
  readonly party: PartyKey;
  readonly name: string;
  readonly lastServedOn: Day | null;
}

/** The providers that these platforms have connected, by key. @param lastDay what is recorded of later days is left out */
export async function providersOf(
  database: Pick<Transaction, '$queryRaw'>,
  platforms: readonly string[],
  lastDay: Day,
): Promise<ConnectedProvider[]> {
  return database.$queryRaw<ConnectedProvider[]>`
    SELECT e."party", e."name", (
      SELECT max(s."servedOn") FROM "ServiceRecord" s
      WHERE s."provider" = e."party" AND s."servedOn" <= ${lastDay} AND s."excludedFrom" IS NULL
    ) AS "lastServedOn"
    FROM "RegisterEntry" e
    WHERE e."register" = ${registers.providers} AND e."status" = 'REGISTERED' AND e."data"->>'broughtInBy' = ANY(${[...platforms]})
    ORDER BY e."party"`;
}

/** How many members of these platforms are enterprises or other organisations. */
export async function membersOf(
  database: Pick<Transaction, '$queryRaw'>,
  platforms: readonly string[],
): Promise<number> {
  const [counted] = await database.$queryRaw<{ members: number }[]>`
    SELECT count(*)::int AS "members" FROM "RegisterEntry"
    WHERE "register" = ${registers.consumers} AND "status" = 'REGISTERED' AND "data"->>'kind' = 'ORGANISATION'
      AND "data"->>'platform' = ANY(${[...platforms]})`;
  return counted?.members ?? 0;
}
