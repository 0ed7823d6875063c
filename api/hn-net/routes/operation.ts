/** How the platforms of the network run: status and incidents, for everybody to read (HN-NET-14.3). */
import { z } from 'zod';
import { operationStatuses } from '../../../rules/hn-net/operation.ts';
import { partyId } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import {
  platformOperation,
  type PlatformOperationFacts,
} from '../../../workflows/hn-net/platform-operation/contract.ts';
import { networkTitles } from '../network-choices.ts';
import { route } from '../../http/route.ts';
import { instantSchema, textSchema } from '../../http/schemas.ts';

export const listOperation = route({
  method: 'get',
  path: '/api/hn-net/operation',
  ability: 'public',
  tag: 'public',
  summary: text('平台运行状态和异常', 'Status and incidents of the platforms'),
  requirement: 'HN-NET-14.3',
  answers: {
    200: {
      description:
        'Each platform whose running is checked: what the latest check found, and its incidents, the latest first',
      schema: z.object({
        items: z.array(
          z.object({
            platform: z.object({ id: z.string(), name: textSchema }),
            status: z
              .string()
              .nullable()
              .meta({ description: '`NORMAL`, `DEGRADED` or `DOWN`; null before the first check' }),
            statusTitle: textSchema.nullable(),
            checkedAt: instantSchema.nullable(),
            incidents: z.array(
              z.object({
                from: instantSchema,
                to: instantSchema.nullable(),
                worst: textSchema,
                accounts: z.array(z.string()),
              }),
            ),
          }),
        ),
      }),
    },
  },
  async handle({ context: { database } }) {
    const rows = await database.case.findMany({
      where: { kind: platformOperation.kind, revision: { gt: 0 }, closedAt: null },
      orderBy: [{ subject: 'asc' }, { id: 'asc' }],
      select: { subject: true, state: true },
    });
    const titleOf = await networkTitles(database);
    const items = rows.map(({ subject, state }) => {
      const { latest, incidents } = (state as unknown as { readonly facts: PlatformOperationFacts }).facts;
      const id = partyId(subject);
      return {
        platform: { id, name: titleOf(id) },
        status: latest?.status ?? null,
        statusTitle: latest && operationStatuses[latest.status],
        checkedAt: latest?.at ?? null,
        incidents: incidents
          .map((one) => ({ ...one, accounts: [...one.accounts], worst: operationStatuses[one.worst] }))
          .reverse(),
      };
    });
    return { status: 200, body: { items } };
  },
});
