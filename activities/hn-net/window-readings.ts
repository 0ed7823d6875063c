/** What cases read of the windows of the network, and of the providers and members that they answer for. */
import type { Transaction } from '../../prisma/client.ts';
import { windowEntries } from '../../prisma/hn-net/windows.ts';
import { answeredFor } from '../../rules/hn-net/window.ts';
import { dayOf, epochMs, instantOf, type Day } from '../../rules/time/index.ts';
import { registers, windowOf, type HnNetReadings } from '../../workflows/hn-net/words.ts';
import type { Reader, ReadingRequest } from '../reader.ts';

type Read = 'windows' | 'windowFigures';

export const windowReaders: { readonly [R in Read]: Reader<HnNetReadings[R]> } = {
  windows: (database) => windowEntries(database),
  windowFigures,
};

async function windowFigures(
  database: Transaction,
  { about, before, at, caseId }: ReadingRequest,
): Promise<HnNetReadings['windowFigures']> {
  const id = windowOf(about);
  if (id === null) throw new Error(`Case ${caseId} is about no window.`);
  const windows = await windowEntries(database);
  const until = before ?? at;
  const lastDay = dayOf(instantOf(epochMs(until) - 1));
  const platforms = answeredFor(id, windows);
  const providers = await database.$queryRaw<{ party: string; lastServedOn: Day | null }[]>`
    SELECT e."party", (
      SELECT max(s."servedOn") FROM "ServiceRecord" s
      WHERE s."provider" = e."party" AND s."servedOn" <= ${lastDay} AND s."excludedFrom" IS NULL
    ) AS "lastServedOn"
    FROM "RegisterEntry" e
    WHERE e."register" = ${registers.providers} AND e."status" = 'REGISTERED' AND e."data"->>'broughtInBy' = ANY(${platforms})
    ORDER BY e."party"`;
  const [counted] = await database.$queryRaw<{ members: number }[]>`
    SELECT count(*)::int AS "members" FROM "RegisterEntry"
    WHERE "register" = ${registers.consumers} AND "status" = 'REGISTERED' AND "data"->>'kind' = 'ORGANISATION'
      AND "data"->>'platform' = ANY(${platforms})`;
  return { asOf: until, windows, providers, members: counted?.members ?? 0 };
}
