import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { filesLine } from '../health/files.ts';
import { healthLineSchema } from '../health/line.ts';
import { queueLines } from '../health/queues.ts';
import { databaseLine, deadlineLine, diskLine, mailLine } from '../health/records.ts';
import { instantSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';

/** How the platform stands, in words for an administrator, with what to do. */
export const getHealth = route({
  method: 'get',
  path: '/api/health/details',
  ability: 'health.read',
  tag: 'health',
  summary: text('运行状况', 'How the platform stands'),
  answers: {
    200: {
      description: 'One line a part: workers, queues, mail, deadlines, database, stored files, disk',
      schema: z.object({ at: instantSchema, items: z.array(healthLineSchema) }),
    },
  },
  async handle({ context: { database, gateway }, now }) {
    const [queues, ...lines] = await Promise.all([
      gateway.queues(),
      mailLine(database),
      deadlineLine(database, now),
      databaseLine(database),
      filesLine(database),
      diskLine(process.cwd()),
    ]);
    return { status: 200, body: { at: now, items: [...queueLines(queues), ...lines] } };
  },
});
