/** Which members of the network a reader sees, as a condition on the register of members, `m` (AH-OPS-01). */
import { Prisma } from '../../../prisma/generated/client.ts';
import { anhuiBodies, DEPARTMENT, PLATFORM } from '../../../rules/ah/bodies.ts';
import { partyOfBody } from '../../../rules/ah/members.ts';
import { partiesOf } from '../../../rules/roles.ts';
import { seesAll, type Access, type Entry } from '../../abilities.ts';

/** Whether some office is of the department or the provincial platform: they see every member (AH-OPS-01.1, 01.3). */
export function seesNetwork(access: Access): boolean {
  return seesAll(access) || access.some(({ office: { bodyId } }) => bodyId === DEPARTMENT || bodyId === PLATFORM);
}

/** Whether some office is of a body of the network, or of the platform. */
export function isOfNetwork(access: Access): boolean {
  return seesAll(access) || access.some(({ office }) => anhuiBodies.some(({ id }) => id === office.bodyId));
}

/**
 * Department and provincial platform see all, the bureau of a city those of its city (AH-OPS-01.2), everybody else what they act for.
 * @param residents whether a city platform sees the institutions at it beside itself, as it does in the register
 */
export function membersWithin(access: Access, { residents = false } = {}): Prisma.Sql {
  if (seesNetwork(access)) return Prisma.sql`TRUE`;
  const seen = access.flatMap((entry) => conditionsOf(entry, residents));
  return seen.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(seen, ' OR ')})`;
}

function conditionsOf({ reach, office }: Entry, residents: boolean): Prisma.Sql[] {
  const itself = partiesOf(office).map((party) => Prisma.sql`m."party" = ${party}`);
  if (reach === 'own') return itself;
  const body = anhuiBodies.find(({ id }) => id === office.bodyId);
  if (body === undefined) return [];
  const isBureau = body.kind === 'BUREAU';
  const inCity = anhuiBodies.filter(({ kind, region }) => kind === 'CITY_PLATFORM' && region === body.region);
  return [
    ...inCity
      .filter(({ id }) => isBureau || id === body.id)
      .map(({ id }) => Prisma.sql`m."party" = ${partyOfBody(id)}`),
    ...(isBureau || residents ? inCity.map(({ id }) => Prisma.sql`m."data" ->> 'cityPlatform' = ${id}`) : []),
  ];
}
