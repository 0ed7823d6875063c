/** Whether workers take tasks from the queues of Temporal, and how many tasks wait there. */
import type { Client } from '@temporalio/client';
import { inTime } from '../../config/in-time.ts';
import { askedOfLate, taskTypesOf } from '../../config/pollers.ts';
import { text } from '../../rules/text.ts';
import { queuesOf, type Queue } from '../../workflows/relay/contract.ts';
import type { HealthLine } from './line.ts';

/** More than so many tasks wait where workers do not keep up. */
const MANY_TASKS = 1_000;

/** A task queue as Temporal describes it. */
export interface QueueState {
  readonly queue: Queue['lane'];
  /** Processes that asked it for tasks within two minutes. */
  readonly workers: number;
  /** Tasks that wait, as near as Temporal knows. */
  readonly waiting: number;
}

/** The queues of a stack; null if Temporal does not answer in time. */
export async function readQueues(
  client: Pick<Client, 'workflowService' | 'options'>,
  queuePrefix: string,
): Promise<QueueState[] | null> {
  return inTime(Promise.all(queuesOf(queuePrefix).map((queue) => readQueue(client, queue))));
}

async function readQueue(
  client: Pick<Client, 'workflowService' | 'options'>,
  { lane, name, hasWorkflows }: Queue,
): Promise<QueueState> {
  const { namespace } = client.options;
  const described = await Promise.all(
    taskTypesOf(hasWorkflows).map((taskQueueType) =>
      client.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType, reportStats: true }),
    ),
  );
  const now = Date.now();
  const asking = described.map(({ pollers }) => askedOfLate(pollers, now).size);
  return {
    queue: lane,
    // A process that takes one type of tasks and not the other does not work.
    workers: Math.min(...asking),
    waiting: described.reduce((sum, { stats }) => sum + Number(stats?.approximateBacklogCount ?? 0), 0),
  };
}

/** {@link readQueues} in words. */
export function queueLines(queues: readonly QueueState[] | null): HealthLine[] {
  if (queues === null) {
    const summary = text('Temporal 没有应答。', 'Temporal does not answer.');
    const todo = text(
      '请检查 TEMPORAL_ADDRESS 所指的服务；恢复前案件不会推进。',
      'Look at the server of TEMPORAL_ADDRESS; no case goes on before it is back.',
    );
    return [{ part: 'workers', state: 'BAD', summary, todo }];
  }
  const of = (name: QueueState['queue']) => queues.find(({ queue }) => queue === name);
  const [cases, notices] = [of('cases')?.workers ?? 0, of('notices')?.workers ?? 0];
  const isIdle = cases === 0 || notices === 0;
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  const isBehind = waiting > MANY_TASKS;
  return [
    {
      part: 'workers',
      state: isIdle ? 'BAD' : 'GOOD',
      summary: text(
        `办理案件的工作进程 ${cases} 个，发送通知的 ${notices} 个。`,
        `Processes that carry out cases: ${cases}; that send notices: ${notices}.`,
      ),
      todo: isIdle
        ? text('请启动工作进程；恢复前到期事项不会办理。', 'Start a worker; what is due is not carried out before.')
        : null,
    },
    {
      part: 'queues',
      state: isBehind ? 'WARNING' : 'GOOD',
      summary: text(`任务队列中有 ${waiting} 项等待。`, `Tasks that wait in the queues: ${waiting}.`),
      todo: isBehind
        ? text('请增加工作进程，或查看其日志。', 'Start another worker, or look into the logs of those there are.')
        : null,
    },
  ];
}
