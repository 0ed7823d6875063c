/** The network as it stands: hub, windows and departments with their place in the tree (HN-NET-01.1, 02.2). */
import { z } from 'zod';
import { newestRules } from '../../../prisma/case-input.ts';
import { windowEntries } from '../../../prisma/hn-net/windows.ts';
import type { HnNetValues } from '../../../rules/hn-net/config.ts';
import { minimumsOf } from '../../../rules/hn-net/minimums.ts';
import { isPlatform, kindNames, regionNames } from '../../../rules/hn-net/network.ts';
import { networkOf } from '../../../rules/hn-net/window.ts';
import { inBoth, text } from '../../../rules/text.ts';
import { hnNet } from '../../../workflows/hn-net/regime.ts';
import { route } from '../../http/route.ts';
import { textSchema } from '../../http/schemas.ts';
import { telephoneOf } from '../views/telephone.ts';

const bodySchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    kindTitle: textSchema,
    name: textSchema,
    region: z.string(),
    regionTitle: textSchema,
    parent: z.string().nullable().meta({ description: 'Id of the body above it; null for the hub and the province' }),
    industry: textSchema.nullable(),
    telephone: z.string().nullable(),
    hasPage: z
      .boolean()
      .meta({ description: 'Whether it is a platform, with a home page: GET /api/hn-net/platforms/{id}' }),
    minimums: z
      .object({ providers: z.int(), members: z.int() })
      .nullable()
      .meta({ description: 'Least numbers of a window: providers connected and serving, registered members' }),
  })
  .meta({ id: 'NetworkBody' });

/** Lists the bodies of the network, those above before those below. */
export const getNetwork = route({
  method: 'get',
  path: '/api/hn-net/network',
  ability: 'public',
  tag: 'public',
  summary: text('平台网络', 'The network'),
  requirement: 'HN-NET-01.1, 02.2, 03.5',
  answers: { 200: { description: 'Every body of the network', schema: z.object({ items: z.array(bodySchema) }) } },
  async handle({ context: { database, settings } }) {
    const [windows, { values }] = await Promise.all([windowEntries(database), newestRules(database, hnNet.code)]);
    const network = networkOf(windows);
    const items = network.map((body) => {
      const { id, kind, name, region, parent, industry = null } = body;
      const telephone = telephoneOf(settings, windows, body);
      const minimums = minimumsOf(body, network, values as unknown as HnNetValues);
      return {
        ...{ id, kind, name, region, parent, industry, telephone, minimums },
        kindTitle: kindNames[kind],
        regionTitle: regionNames[region] ?? inBoth(region),
        hasPage: isPlatform(body),
      };
    });
    return { status: 200, body: { items } };
  },
});
