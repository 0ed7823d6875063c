/** What a database holds, so that a restored one can be compared with it. */
import { chainHeads, type ChainHeads } from './chains.ts';
import type { Read } from './read.ts';

export interface Contents {
  /** Rows of every table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly chains: ChainHeads;
  /** Migrations that were applied, in order. */
  readonly migrations: readonly string[];
}

/** Reads it as of the moment of the caller's transaction. */
export async function contentsOf(read: Read): Promise<Contents> {
  const tables = await read<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
  );
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    const [counted] = await read<{ count: string }>(`SELECT count(*) FROM public."${name.replaceAll('"', '""')}"`);
    rows[name] = Number(counted?.count);
  }
  const applied = await read<{ name: string }>(
    `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY migration_name`,
  );
  return { rows, chains: await chainHeads(read), migrations: applied.map(({ name }) => name) };
}

/** In what two differ: `rows of Case: 3, not 4`. None: they hold the same. */
export function differencesOf(found: Contents, expected: Contents): string[] {
  const flat = ({ rows, chains }: Contents): Map<string, string> =>
    new Map([
      ...Object.entries(rows).map(([table, count]) => [`rows of ${table}`, String(count)] as const),
      ...Object.entries(chains).flatMap(([kind, heads]) =>
        Object.entries(heads).map(
          ([id, { length, head }]) => [`${kind} of ${id}`, `${length} lines, ${head}`] as const,
        ),
      ),
    ]);
  const [is, should] = [flat(found), flat(expected)];
  return [...new Set([...is.keys(), ...should.keys()])]
    .filter((what) => is.get(what) !== should.get(what))
    .map((what) => `${what}: ${is.get(what) ?? 'missing'}, not ${should.get(what) ?? 'there'}`);
}
