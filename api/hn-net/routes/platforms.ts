import { z } from 'zod';
import { windowEntries } from '../../../prisma/hn-net/windows.ts';
import { platformPage } from '../../../rules/hn-net/home-page.ts';
import { platformOf } from '../../../rules/hn-net/network.ts';
import { networkOf } from '../../../rules/hn-net/window.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { idSchema, instantSchema, textSchema } from '../../http/schemas.ts';
import { route } from '../../http/route.ts';
import { proofSchema } from '../views/proof.ts';
import { terminationOf } from '../views/termination.ts';

/** Where a complaint about a provider of the network is filed without an account (HN-NET-20.1). */
const COMPLAINTS = '/api/intakes/complaint';

/** The home page of a platform of the network. */
export const getPlatform = route({
  method: 'get',
  path: '/api/hn-net/platforms/{id}',
  ability: 'public',
  tag: 'public',
  summary: text('服务平台主页信息', 'The home page of a platform'),
  requirement: 'HN-NET-04.3, 06.6, 11.1',
  params: z.strictObject({ id: idSchema }),
  refuses: ['NOT_FOUND'],
  answers: {
    200: {
      description: 'Licence and permits of its operator, how to complain, and whether it will end',
      schema: z.object({
        id: z.string(),
        name: textSchema,
        operator: z.string().nullable(),
        licence: proofSchema.nullable(),
        permits: z.array(proofSchema),
        complaint: z.object({ channel: z.string(), acceptingBody: textSchema, contact: z.string() }),
        missing: z.array(textSchema),
        termination: z
          .object({
            endsAt: instantSchema,
            publishedAt: instantSchema,
            announcement: z.string(),
            measures: z.string(),
            ended: z.boolean(),
          })
          .nullable()
          .meta({ description: 'The notice of the end of the platform, shown before all else; null if none stands' }),
      }),
    },
  },
  async handle({ context: { database }, params: { id }, now }) {
    const body = platformOf(id, networkOf(await windowEntries(database)));
    if (body === null) {
      return refuse('NOT_FOUND', `没有服务平台“${id}”。`, `There is no platform '${id}'.`);
    }
    const page = platformPage(body, COMPLAINTS, dayOf(now));
    return { status: 200, body: { ...page, termination: await terminationOf(database, id) } };
  },
});
