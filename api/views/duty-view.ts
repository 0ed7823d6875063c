import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import { keyOfAllWays } from '../../prisma/notice-key.ts';
import { NOTICE_STATUSES, NOTICES, type NoticeTemplate } from '../../rules/notices.ts';
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

const TWO_WAYS = Object.entries(NOTICES)
  .filter(([, { channels }]) => channels.length > 1)
  .map(([template]) => template as NoticeTemplate);

/** The duties of a case to notify by more than one way, the earliest first. */
export async function dutiesOf(database: Database, caseId: string): Promise<Duty[]> {
  const rows = await database.notice.findMany({
    where: { caseId, template: { in: TWO_WAYS } },
    orderBy: [{ plannedAt: 'asc' }, { channel: 'asc' }, { id: 'asc' }],
    select: { id: true, key: true, template: true, channel: true, status: true },
  });
  const duties = new Map<string, { template: NoticeTemplate; channels: Duty['channels'] }>();
  for (const { id: noticeId, key, template, channel, status } of rows) {
    const duty = keyOfAllWays(key, channel);
    const { channels } = duties.get(duty) ?? { channels: [] };
    const way = { channel, status, noticeId } as Duty['channels'][number];
    duties.set(duty, { template: template as NoticeTemplate, channels: [...channels, way] });
  }
  return [...duties.values()].map(({ template, channels }) => {
    const done = channels.filter(({ status }) => DONE.includes(status)).length;
    const status = done === channels.length ? 'DONE' : done > 0 ? 'PARTLY_DONE' : 'OPEN';
    return { template, title: NOTICES[template].title, status, channels };
  });
}
