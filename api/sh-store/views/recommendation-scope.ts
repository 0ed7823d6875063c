/** Which recommendations a reader may see (XC-05.5). */
import type { Database } from '../../../prisma/client.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import { partiesOf, regionCovers, type Office } from '../../../rules/roles.ts';
import { shStore } from '../../../workflows/sh-store/regime.ts';
import type { Access } from '../../abilities.ts';
import { casesWithin } from '../../views/case-scope.ts';
import { CENTRE } from '../filing/centre.ts';

/**
 * Recommendations within the access of a reader. An institution sees those of its own, a department those it wrote. Staff see the letters
 * for the institutions of their cases; and, before there is a case, those of the departments of their region, if it is their body that
 * such cases come to (SH-STORE-04).
 */
export async function recommendationsWithin(
  database: Database,
  access: Access,
): Promise<Prisma.RecommendationWhereInput> {
  const own = access.filter(({ reach }) => reach === 'own').map(({ office }) => office);
  const ofBody = access.filter(({ reach }) => reach !== 'own');
  return {
    OR: [
      { creditCode: { in: own.flatMap(partiesOf) } },
      { bodyId: { in: own.flatMap(({ bodyId }) => bodyId ?? []) } },
      ...(ofBody.length > 0 ? await ofCases(database, ofBody) : []),
    ],
  };
}

async function ofCases(database: Database, access: Access): Promise<Prisma.RecommendationWhereInput[]> {
  const letters = await database.recommendation.findMany({ distinct: 'creditCode', select: { creditCode: true } });
  const cases = await database.case.findMany({
    where: { AND: [casesWithin(access), { subject: { in: letters.map((letter) => letter.creditCode) } }] },
    distinct: 'subject',
    select: { subject: true },
  });
  return [
    { creditCode: { in: cases.map(({ subject }) => subject) } },
    { bodyId: { in: access.flatMap(({ office }) => departmentsOf(office)) } },
  ];
}

/** The bodies in the region of an office of the centre; such an office is told of their letters. */
function departmentsOf({ bodyId, region }: Office): string[] {
  if (bodyId !== CENTRE || region === undefined) return [];
  return shStore.bodies.filter((body) => regionCovers(region, body.region)).map(({ id }) => id);
}
