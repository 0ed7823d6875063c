import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { namedByPinyin } from '../../prisma/party-names.ts';
import { creditCodeOf } from '../../rules/parties/credit-code.ts';
import { caseNumberOf } from '../../rules/typed.ts';
import { line } from '../http/schemas.ts';
import { nameLike } from '../http/search.ts';

/** What somebody looks for among cases. */
export const searchInput = line(100).meta({
  description:
    'Part of the name of the party it is about, the pinyin of that name from some syllable on (in full or initials), its key, or the number or id of a case',
});

/** Cases that somebody means by what they typed, as a condition. */
export async function casesSearched(database: Database, typed: string): Promise<Prisma.CaseWhereInput> {
  const named = await namedByPinyin(database, typed);
  const both = {
    subject: { in: [...new Set(named.map(({ party }) => party))] },
    title: { in: [...new Set(named.map(({ name }) => name))] },
  };
  return {
    OR: [
      ...nameLike(typed).map((title) => ({ title })),
      { subject: { in: [typed, creditCodeOf(typed)] } },
      { id: typed },
      { number: caseNumberOf(typed) },
      ...(named.length > 0 ? [both] : []),
    ],
  };
}
