import { z } from 'zod';
import { windowEntries } from '../../../prisma/hn-net/windows.ts';
import { platformPage } from '../../../rules/hn-net/home-page.ts';
import { platformServices } from '../../../rules/hn-net/platform-services.ts';
import { platformOf } from '../../../rules/hn-net/network.ts';
import { networkOf } from '../../../rules/hn-net/window.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { daySchema, idSchema, instantSchema, textSchema } from '../../http/schemas.ts';
import { route } from '../../http/route.ts';
import { publishedBy } from '../views/disclosure.ts';
import { proofSchema } from '../views/proof.ts';
import { telephoneOf } from '../views/telephone.ts';
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
  requirement: 'HN-NET-04.1, 04.3, 05.7, 05.9, 06.6, 11.1, 24.3',
  params: z.strictObject({ id: idSchema }),
  refuses: ['NOT_FOUND'],
  answers: {
    200: {
      description: 'Papers of its operator, how to complain, free services, liaison officers, and whether it will end',
      schema: z.object({
        id: z.string(),
        name: textSchema,
        operator: z.string().nullable(),
        licence: proofSchema.nullable(),
        permits: z.array(proofSchema),
        complaint: z.object({ channel: z.string(), acceptingBody: textSchema, contact: z.string().nullable() }),
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
        freeServices: z.array(z.object({ title: textSchema, clause: z.string() })),
        liaison: z
          .object({
            officers: z.array(z.object({ name: z.string(), telephone: z.string(), email: z.string().nullable() })),
            acceptanceRules: z.string(),
            since: daySchema.nullable(),
          })
          .nullable(),
        handlingDays: z
          .int()
          .nullable()
          .meta({ description: 'Working days within which a provider accepts a request that the platform gives it' }),
        governmentServices: z.array(z.object({ name: z.string(), department: z.string() })),
      }),
    },
  },
  async handle({ context: { database, settings }, params: { id }, now }) {
    const windows = await windowEntries(database);
    const body = platformOf(id, networkOf(windows));
    if (body === null) {
      return refuse('NOT_FOUND', `没有服务平台“${id}”。`, `There is no platform '${id}'.`);
    }
    const [{ disclosure, since }, termination] = await Promise.all([
      publishedBy(database, id),
      terminationOf(database, id),
    ]);
    const page = platformPage({ ...body, telephone: telephoneOf(settings, windows, body) }, COMPLAINTS, dayOf(now));
    return { status: 200, body: { ...page, ...platformServices(disclosure, since), termination } };
  },
});
