/** The names of parties that cases are about, by which they are found. */
import type { Database, Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';
import { pinyinWords, typedPinyin } from './pinyin.ts';

/** A party under a name that it has in some case. */
export interface NamedParty {
  readonly party: string;
  readonly name: string;
}

/** Names that one search by pinyin finds at most: whoever typed so little has to type more. */
const MOST = 5_000;
const AT_ONCE = 500;

/** Keeps the names; those that are there already stay as they are. */
export async function keepNames(tx: Transaction, named: readonly NamedParty[]): Promise<void> {
  await tx.$executeRaw(saveNames(named));
}

/** {@link keepNames} as a statement, to be part of a larger one. */
export function saveNames(named: readonly NamedParty[]): Prisma.Sql {
  const rows = named.map(({ party, name }) => ({ party, name, words: pinyinWords(name) }));
  // In one order always: two that keep the same names wait for one another and not in a ring.
  return Prisma.sql`
    INSERT INTO "PartyName" ("party", "name", "words")
    SELECT DISTINCT ON ("party", "name") * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("party" text, "name" text, "words" text)
    ORDER BY "party", "name" ON CONFLICT DO NOTHING`;
}

/** Keeps the names of all cases that were opened before names were kept. @returns how many names */
export async function keepNamesOfAll(database: Database): Promise<number> {
  for (let kept = 0; ;) {
    const rows = await database.$queryRaw<NamedParty[]>`
      SELECT DISTINCT c."subject" AS party, c."title" AS name FROM "Case" c
      WHERE NOT EXISTS (SELECT FROM "PartyName" n WHERE n."party" = c."subject" AND n."name" = c."title") LIMIT ${AT_ONCE}`;
    if (rows.length === 0) return kept;
    await keepNames(database, rows);
    kept += rows.length;
  }
}

/** The parties whose name begins, at some syllable of it, as was typed in pinyin, in full or by initials. */
export async function namedByPinyin(database: Database, typed: string): Promise<NamedParty[]> {
  const letters = typedPinyin(typed);
  if (letters === null) return [];
  return database.partyName.findMany({
    where: { words: { contains: ` ${letters}` } },
    select: { party: true, name: true },
    orderBy: [{ party: 'asc' }, { name: 'asc' }],
    take: MOST,
  });
}
