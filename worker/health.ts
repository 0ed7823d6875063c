/**
 * Whether a worker works. A process that is there and connected may still take no tasks; so Temporal is asked who took tasks from the
 * queues of late, and the worker has to be among them.
 */
import type { Client } from '@temporalio/client';
import { inTime } from '../config/in-time.ts';
import { askedOfLate, taskTypesOf } from '../config/pollers.ts';
import type { Database } from '../prisma/client.ts';
import { text, type Text } from '../rules/text.ts';
import type { Queue } from '../workflows/relay/contract.ts';

/** What is asked of a worker. */
export interface WorkerHealth {
  readonly ready: boolean;
  readonly database: boolean;
  readonly temporal: boolean;
  /** Whether it takes tasks from every queue; false too while Temporal does not answer. */
  readonly polling: boolean;
  /** What is wrong and what to do; empty when it is ready. */
  readonly reasons: readonly Text[];
}

export interface HealthDependencies {
  readonly database: Pick<Database, '$queryRaw'>;
  readonly client: Pick<Client, 'workflowService' | 'options'>;
  /** The name under which the worker takes tasks. */
  readonly identity: string;
  readonly queues: readonly Queue[];
  /** The machine's clock, in milliseconds. */
  readonly now: () => number;
}

/** Asks PostgreSQL and Temporal at the same time. Never rejects; answers within two seconds. */
export async function checkHealth(dependencies: HealthDependencies): Promise<WorkerHealth> {
  const { database, client, identity, queues, now } = dependencies;
  const asked = queues.flatMap(({ name, hasWorkflows }) =>
    taskTypesOf(hasWorkflows).map(async (taskQueueType) => {
      const { namespace } = client.options;
      const { pollers } = await client.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name },
        taskQueueType,
      });
      return askedOfLate(pollers, now()).has(identity) ? [] : [name];
    }),
  );
  const [reached, idle] = await Promise.all([inTime(database.$queryRaw`SELECT 1`), inTime(Promise.all(asked))]);
  const silent = [...new Set(idle?.flat() ?? [])];
  const reasons = [
    ...(reached === null
      ? [
          text(
            '数据库没有应答：请检查 DATABASE_URL 所指的数据库。',
            'The database does not answer: look at the one of DATABASE_URL.',
          ),
        ]
      : []),
    ...(idle === null
      ? [
          text(
            'Temporal 没有应答：请检查 TEMPORAL_ADDRESS 所指的服务。',
            'Temporal does not answer: look at the server of TEMPORAL_ADDRESS.',
          ),
        ]
      : []),
    ...(silent.length > 0
      ? [
          text(
            `本进程已有一段时间未从任务队列 ${silent.join('、')} 领取任务：若一直如此，请重启该进程。`,
            `This process has taken no tasks from the queues ${silent.join(', ')} for a while: if it stays so, restart it.`,
          ),
        ]
      : []),
  ];
  const found = { database: reached !== null, temporal: idle !== null, polling: idle !== null && silent.length === 0 };
  return { ready: reasons.length === 0, ...found, reasons };
}
