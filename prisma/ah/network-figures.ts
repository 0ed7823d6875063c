/** The members of the network with their figures of some months, as of now (AH-EVAL-05.1): who is a member, and who was and has something counted. */
import type { MemberEntry } from '../../rules/ah/members.ts';
import type { Day } from '../../rules/time/index.ts';
import { registers, type MemberFigures } from '../../workflows/ah/words.ts';
import type { Transaction } from '../client.ts';
import { figuresByMonth } from './figures.ts';

/**
 * Who was a member at the end of the last day, whoever has joined or left since; an institution without a membership now has left.
 * @param days the first and the last day whose events count; see {@link figuresByMonth}
 */
export async function networkFigures(
  database: Pick<Transaction, '$queryRaw' | 'registerEntry'>,
  days: { readonly from: Day; readonly until: Day },
): Promise<MemberFigures[]> {
  const figures = await figuresByMonth(database, days);
  const entries = await database.registerEntry.findMany({
    where: { register: registers.members },
    orderBy: { party: 'asc' },
    select: { party: true, name: true, validFrom: true, validTo: true, data: true },
  });
  return entries
    .filter(
      ({ party, validFrom, validTo }) =>
        figures.has(party) || ((validFrom ?? '') <= days.until && (validTo === null || validTo > days.until)),
    )
    .map(({ party, name, data }) => {
      const { kind } = data as unknown as MemberEntry;
      return { party, name, kind, byMonth: figures.get(party) ?? {} };
    });
}
