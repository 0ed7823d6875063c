/** What a history costs in Temporal's own coin: events in the store, and billable actions. */
import type { temporal } from '@temporalio/proto';
// The package is CommonJS and its names are not seen by Node's module loader.
import proto from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;
const { EventType } = proto.temporal.api.enums.v1;

export interface Cost {
  readonly events: number;
  readonly actions: number;
}

/** What a case needed: how often people decided, messages came, timers fired or were given up, and records were written or read. */
export interface Needs {
  readonly decisions: number;
  readonly signals: number;
  readonly timersFired: number;
  readonly timersCancelled: number;
  /** Transitions written, the opening one included. */
  readonly steps: number;
  /** Readings of the records. One made in the task of a step costs an event and no action more. */
  readonly readings: number;
  /** Readings that no step followed. */
  readonly idleReadings: number;
}

/**
 * The least that a case with these needs costs when every effect is one local activity: events are start 4, update 5, signal 4,
 * timer fired 5, timer cancelled 2, local activity 1, end 1; actions one each, all local activities of one task together one.
 */
export function floorOf(needs: Needs): Cost {
  const { decisions, signals, timersFired, timersCancelled, steps, readings, idleReadings } = needs;
  return {
    events: 4 + 5 * decisions + 4 * signals + 5 * timersFired + 2 * timersCancelled + steps + readings + 1,
    actions: 1 + decisions + signals + timersFired + timersCancelled + steps + idleReadings,
  };
}

/** What a recorded history did cost. */
export function costOf({ events }: History): Cost {
  const all = events ?? [];
  let actions = 0;
  let tasksWithLocalActivities = 0;
  let lastTask: string | null = null;
  for (const event of all) {
    if (event.eventType === EventType.EVENT_TYPE_MARKER_RECORDED) {
      const task = String(event.markerRecordedEventAttributes?.workflowTaskCompletedEventId);
      if (event.markerRecordedEventAttributes?.markerName === 'core_local_activity' && task !== lastTask)
        tasksWithLocalActivities += 1;
      lastTask = task;
    } else if (billed.has(event.eventType ?? 0)) actions += 1;
  }
  return { events: all.length, actions: actions + tasksWithLocalActivities };
}

const billed: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_TIMER_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
  EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED,
]);

/** How many events of each type, for a message that says what is too many. */
export function tally({ events }: History): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { eventType } of events ?? []) {
    const name = EventType[eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? 'UNKNOWN';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
