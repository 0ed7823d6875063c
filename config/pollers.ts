/** Who takes tasks from a queue of Temporal. */
import proto from '@temporalio/proto';

const { TaskQueueType } = proto.temporal.api.enums.v1;

type Poller = proto.temporal.api.taskqueue.v1.IPollerInfo;

/** A worker asks for tasks again every minute when there are none: one that has not for so long does not. */
const ASKS_WITHIN_MS = 120_000;

/** The identities of those that asked for tasks of late. @param nowMs the machine's clock, in milliseconds */
export function askedOfLate(pollers: readonly Poller[], nowMs: number): ReadonlySet<string> {
  return new Set(
    pollers.flatMap(({ identity, lastAccessTime }) =>
      identity != null && nowMs - Number(lastAccessTime?.seconds ?? 0) * 1_000 < ASKS_WITHIN_MS ? [identity] : [],
    ),
  );
}

/** The types of tasks that are taken from a queue: activities always, workflows from that of the cases. */
export function taskTypesOf(hasWorkflows: boolean): readonly proto.temporal.api.enums.v1.TaskQueueType[] {
  const { TASK_QUEUE_TYPE_ACTIVITY, TASK_QUEUE_TYPE_WORKFLOW } = TaskQueueType;
  return hasWorkflows ? [TASK_QUEUE_TYPE_WORKFLOW, TASK_QUEUE_TYPE_ACTIVITY] : [TASK_QUEUE_TYPE_ACTIVITY];
}
