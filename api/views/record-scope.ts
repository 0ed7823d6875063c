/** Which bars and recommendations staff may see: those of the cases within their reach, and letters from their region (XC-05.5). */
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { BODIES } from '../../prisma/seed.ts';
import type { Reach } from '../abilities.ts';
import type { Reader } from '../reader.ts';
import { casesWithin, regionWithin } from './case-scope.ts';

/** Bars within reach of the reader: their own institution's, or those that cases within reach imposed. */
export async function barsWithin(database: Database, reach: Reach, reader: Reader): Promise<Prisma.BarWhereInput> {
  if (reach === 'own') return { creditCode: reader.actor.creditCode ?? '' };
  // Bars are few: one for an absence without cause or a clearance.
  const imposed = await database.bar.findMany({ distinct: 'caseId', select: { caseId: true } });
  const cases = await database.case.findMany({
    where: { AND: [casesWithin(reach, reader), { id: { in: imposed.map(({ caseId }) => caseId) } }] },
    select: { id: true },
  });
  return { caseId: { in: cases.map(({ id }) => id) } };
}

/**
 * Recommendations within reach of the reader. An institution sees its own, a department those it wrote. Staff see the letters for the
 * institutions of their cases; and, before there is a case, those of the departments of their region, if it is their body that such
 * cases come to (SH-STORE-04).
 */
export async function recommendationsWithin(
  database: Database,
  reach: Reach,
  reader: Reader,
): Promise<Prisma.RecommendationWhereInput> {
  const { id, role, creditCode = '', bodyId, region } = reader.actor;
  if (reach === 'own') return role === 'provider' ? { creditCode } : { recommenderId: id };
  const [letters, departments] = await Promise.all([
    database.recommendation.findMany({ distinct: 'creditCode', select: { creditCode: true } }),
    bodyId !== BODIES.centre || region === undefined
      ? []
      : database.user.findMany({
          where: regionWithin(region),
          select: { id: true },
        }),
  ]);
  const cases = await database.case.findMany({
    where: { AND: [casesWithin(reach, reader), { subject: { in: letters.map((letter) => letter.creditCode) } }] },
    distinct: 'subject',
    select: { subject: true },
  });
  return {
    OR: [
      { creditCode: { in: cases.map(({ subject }) => subject) } },
      { recommenderId: { in: departments.map((department) => department.id) } },
    ],
  };
}
