import { z } from 'zod';
import { ACCOUNT_ROLES } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import type { Regime } from '../../workflows/engine/regime.ts';
import { regimeOfBody } from '../bodies.ts';
import { liveBodies } from '../regimes.ts';
import { regionsWithin } from '../views/offices.ts';
import { textSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';

const bodySchema = z
  .object({
    id: z.string(),
    name: textSchema,
    regime: z.string(),
    region: z.string(),
    regions: z
      .array(z.string())
      .meta({ description: 'Where an office at it can be: its own region and those below it' }),
    roles: z.array(z.enum(ACCOUNT_ROLES)),
    holders: z.array(
      z.object({ accountId: z.string(), name: z.string(), role: z.string(), region: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Body' });

/** The bodies of all regimes, and who holds which office at each: accounts that are not disabled. */
export const listBodies = route({
  method: 'get',
  path: '/api/bodies',
  ability: 'account.manage',
  tag: 'accounts',
  summary: text('机构、区域与任职', 'Bodies, regions and who holds their offices'),
  requirement: 'XC-05.5',
  answers: {
    200: {
      description: 'As the regimes declare them and the records have them since',
      schema: z.object({ items: z.array(bodySchema) }),
    },
  },
  async handle({ context: { database } }) {
    const offices = await database.office.findMany({
      where: { bodyId: { not: null }, user: { disabledAt: null } },
      include: { user: { select: { name: true } } },
      orderBy: [{ role: 'asc' }, { userId: 'asc' }],
    });
    // One that takes part in several regimes stands under the one by which its offices are given.
    const ownBodies = (regime: Regime) => regime.bodies.filter(({ id }) => regimeOfBody(id) === regime);
    const items = (await liveBodies(database)).flatMap(({ regime, added, ended }) =>
      [...ownBodies(regime).filter(({ id }) => !ended.includes(id)), ...added].map(({ id, name, region }) => ({
        ...{ id, name, region, regime: regime.code },
        regions: regionsWithin(regime, region),
        roles: [...regime.roles],
        holders: offices
          .filter(({ bodyId }) => bodyId === id)
          .map((office) => ({
            accountId: office.userId,
            name: office.user.name,
            role: office.role,
            region: office.region,
          })),
      })),
    );
    return { status: 200, body: { items } };
  },
});
