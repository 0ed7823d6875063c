import type { WindowEntry } from '../../rules/hn-net/window.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import type { Transaction } from '../client.ts';

/** The register of windows as it stands, those that have lost their qualification included. */
export async function windowEntries(database: Pick<Transaction, 'registerEntry'>): Promise<WindowEntry[]> {
  const rows = await database.registerEntry.findMany({
    where: { register: registers.windows },
    orderBy: { party: 'asc' },
    select: { party: true, status: true, data: true },
  });
  return rows.map(({ party, status, data }) => ({ party, status, data: data as Record<string, unknown> }));
}
