import { inBoth } from '../../rules/text.ts';
import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import { keyOfAllWays } from '../../prisma/notice-key.ts';
import { NOTICE_STATUSES } from '../../rules/notices.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { textSchema } from '../http/schemas.ts';

/** A notice that must go two ways, each tracked by itself: one that failed leaves the duty open (XC-04.2). */
export const dutySchema = z
  .object({
    template: z.string(),
    title: textSchema,
    status: z.enum(['OPEN', 'PARTLY_DONE', 'DONE']),
    channels: z.array(
      z.object({ channel: z.enum(['EMAIL', 'LETTER']), status: z.enum(NOTICE_STATUSES), noticeId: z.string() }),
    ),
  })
  .meta({ id: 'NoticeDuty' });

type Duty = z.infer<typeof dutySchema>;

/** States in which a way has done what it can: the mail server has taken it, the letter is on its way or has arrived. */
const DONE: readonly string[] = ['SENT', 'DISPATCHED', 'DELIVERED'];

/** The duties of a case to notify by more than one way, the earliest first. */
export async function dutiesOf(
  database: Database,
  { notices }: Pick<ProcessContract, 'notices'>,
  caseId: string,
): Promise<Duty[]> {
  const byTwoWays = Object.keys(notices).filter((template) => (notices[template]?.channels.length ?? 0) > 1);
  if (byTwoWays.length === 0) return [];
  const rows = await database.notice.findMany({
    where: { caseId, template: { in: byTwoWays }, channel: { in: ['EMAIL', 'LETTER'] } },
    orderBy: [{ plannedAt: 'asc' }, { channel: 'asc' }, { id: 'asc' }],
    select: { id: true, key: true, template: true, channel: true, status: true },
  });
  const duties = new Map<string, { template: string; channels: Duty['channels'] }>();
  for (const { id: noticeId, key, template, channel, status } of rows) {
    const duty = keyOfAllWays(key, channel);
    const { channels } = duties.get(duty) ?? { channels: [] };
    const way = { channel, status, noticeId } as Duty['channels'][number];
    duties.set(duty, { template, channels: [...channels, way] });
  }
  return [...duties.values()].map(({ template, channels }) => {
    const done = channels.filter(({ status }) => DONE.includes(status)).length;
    const status = done === channels.length ? 'DONE' : done > 0 ? 'PARTLY_DONE' : 'OPEN';
    return { template, title: notices[template]?.title ?? inBoth(template), status, channels };
  });
}
