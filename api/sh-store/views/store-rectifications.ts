/** The rectifications of a store, kept and counted on its record; the text sets no number that leads to clearance (SH-STORE-09.8). */
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import { instantSchema } from '../../http/schemas.ts';

export const rectificationsSchema = z.object({
  all: z.int().meta({ description: 'Ever, but for those whose ground never stood' }),
  byYear: z.record(z.string(), z.int()).meta({ description: 'By Shanghai year of their opening' }),
  open: z
    .array(z.object({ id: z.string(), number: z.string(), ground: z.string(), openedAt: instantSchema }))
    .meta({ description: 'While there is one the store is flagged: not promoted, no new products' }),
});

export async function rectificationsOf(
  database: Database,
  storeId: string,
): Promise<z.infer<typeof rectificationsSchema>> {
  const rows = await database.$queryRaw<
    { id: string; number: string; ground: string; openedAt: Date; isOpen: boolean; year: string }[]
  >`
    SELECT "id", "number", "opening"->>'ground' AS "ground", "openedAt", "closedAt" IS NULL AS "isOpen",
      to_char("openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY') AS "year"
    FROM "Case"
    WHERE "about" = ${storeReference(storeId)} AND "kind" = 'rectification' AND "outcome" IS DISTINCT FROM 'WITHDRAWN'
    ORDER BY "openedAt", "id"`;
  const byYear: Record<string, number> = {};
  for (const { year } of rows) byYear[year] = (byYear[year] ?? 0) + 1;
  const open = rows.flatMap(({ isOpen, id, number, ground, openedAt }) =>
    isOpen ? [{ id, number, ground, openedAt: instantOf(openedAt.getTime()) }] : [],
  );
  return { all: rows.length, byYear, open };
}
