/** Figures of the Anhui network summed by month, from their rows (AH-EVAL-05.1): what happened on a day of the period counts, whenever it was entered. */
import { standingFigures, type FigureName, type FiguresByMonth } from '../../rules/ah/figures.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Day } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/**
 * What several cases count counts once, on the first of their days. What stands, such as a product in service, is carried over from before the
 * span into its first month.
 * @param parties these members; all of them if left out
 * @param until events of later days are left out
 */
export async function figuresByMonth(
  database: Pick<Transaction, '$queryRaw'>,
  { parties, from, until }: { readonly parties?: readonly PartyKey[]; readonly from: Day; readonly until: Day },
): Promise<Map<PartyKey, FiguresByMonth>> {
  const rows = await database.$queryRaw<{ party: PartyKey; month: string; figure: FigureName; n: number }[]>`
    SELECT t."party", left(greatest(t."day", ${from}), 7) AS "month", t."figure", sum(t."n")::int AS "n" FROM (
      SELECT f."party", f."figure", f."key", min(f."day") AS "day", max(f."n") AS "n" FROM "NetworkFigure" f
      WHERE f."n" <> 0 AND f."day" <= ${until} ${parties === undefined ? Prisma.empty : Prisma.sql`AND f."party" = ANY(${[...parties]})`}
      GROUP BY 1, 2, 3) t
    WHERE t."day" >= ${from} OR t."figure" = ANY(${[...standingFigures]}::text[])
    GROUP BY 1, 2, 3`;
  const all = new Map<PartyKey, Record<string, Partial<Record<FigureName, number>>>>();
  for (const { party: of, month, figure, n } of rows) {
    const months = all.get(of) ?? {};
    all.set(of, { ...months, [month]: { ...months[month], [figure]: n } });
  }
  return all;
}
