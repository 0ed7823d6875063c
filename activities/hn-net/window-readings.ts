/** What cases read of the windows of the network, and of the providers and members that they answer for. */
import type { Transaction } from '../../prisma/client.ts';
import { membersOf, providersOf } from '../../prisma/hn-net/window-figures.ts';
import { windowEntries } from '../../prisma/hn-net/windows.ts';
import { answeredFor } from '../../rules/hn-net/window.ts';
import { dayOf, epochMs, instantOf } from '../../rules/time/index.ts';
import { windowOf, type HnNetReadings } from '../../workflows/hn-net/words.ts';
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
  const until = before ?? at;
  const windows = await windowEntries(database);
  const platforms = answeredFor(id, windows);
  const providers = await providersOf(database, platforms, dayOf(instantOf(epochMs(until) - 1)));
  const members = await membersOf(database, platforms);
  // What a case keeps needs no names.
  return {
    asOf: until,
    windows,
    providers: providers.map(({ party, lastServedOn }) => ({ party, lastServedOn })),
    members,
  };
}
