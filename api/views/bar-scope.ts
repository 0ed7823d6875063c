import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { partiesOf } from '../../rules/roles.ts';
import type { Access } from '../abilities.ts';
import { casesWithin } from './case-scope.ts';

/** Bars within the access of a reader: those of the parties they act for, and those that cases of their body imposed (XC-05.5). */
export async function barsWithin(database: Database, access: Access): Promise<Prisma.BarWhereInput> {
  const own = access.filter(({ reach }) => reach === 'own').flatMap(({ office }) => partiesOf(office));
  const ofBody = access.filter(({ reach }) => reach !== 'own');
  return { OR: [{ party: { in: own } }, ...(ofBody.length > 0 ? [await imposedWithin(database, ofBody)] : [])] };
}

async function imposedWithin(database: Database, access: Access): Promise<Prisma.BarWhereInput> {
  // Bars are few: one for an absence without cause or a clearance.
  const imposed = await database.bar.findMany({ distinct: 'caseId', select: { caseId: true } });
  const cases = await database.case.findMany({
    where: { AND: [casesWithin(access), { id: { in: imposed.map(({ caseId }) => caseId) } }] },
    select: { id: true },
  });
  return { caseId: { in: cases.map(({ id }) => id) } };
}
