/** What Temporal keeps of a case: which events, when, which tries and failures; nothing of what they were told (XC-05.3). */
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Instant } from '../rules/time/index.ts';
import { instantOf } from '../rules/time/index.ts';
import { workflowIdOf } from '../workflows/engine/messages.ts';

/** Events that are read at most, the latest. */
export const MOST_EVENTS = 300;

export interface EngineEvent {
  readonly id: number;
  readonly at: Instant;
  /** E.g. `WORKFLOW_TASK_COMPLETED`. */
  readonly type: string;
  /** Of the activity, message, request or marker that it is about. */
  readonly name: string | null;
  /** Which try of an activity or of a task it is, from 1. */
  readonly attempt: number | null;
  /** What went wrong: in the words of Temporal, or, of a failure of the product, its type, since its words are encrypted. */
  readonly failure: string | null;
}

/** An activity that is not done: it runs, or waits for its next try. */
export interface PendingActivity {
  readonly name: string;
  readonly attempt: number;
  readonly failure: string | null;
}

export interface EngineHistory {
  readonly workflowId: string;
  readonly runId: string;
  /** E.g. `RUNNING`, `COMPLETED`, `CONTINUED_AS_NEW`. */
  readonly status: string;
  readonly taskQueue: string;
  /** Events of the run, of which `events` has the latest. */
  readonly length: number;
  readonly pending: readonly PendingActivity[];
  readonly events: readonly EngineEvent[];
}

/** The latest run of a case; null if Temporal keeps none of it. */
export async function readEngineHistory(client: Client, caseId: string): Promise<EngineHistory | null> {
  const workflowId = workflowIdOf(caseId);
  let description: WorkflowExecutionDescription;
  try {
    description = await client.workflow.getHandle(workflowId).describe();
  } catch (failure) {
    if (failure instanceof WorkflowNotFoundError) return null;
    throw failure;
  }
  const { runId, status, taskQueue, historyLength } = description;
  const page = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: MOST_EVENTS,
  });
  const { events } = JSON.parse(historyToJSON({ events: page.history?.events ?? [] })) as {
    events?: readonly RawEvent[];
  };
  return {
    ...{ workflowId, runId, status: status.name, taskQueue, length: historyLength },
    pending: (description.raw.pendingActivities ?? []).map(({ activityType, attempt, lastFailure }) => ({
      name: activityType?.name ?? '',
      attempt: attempt ?? 1,
      failure: failureWords(lastFailure),
    })),
    events: (events ?? []).map(eventOf),
  };
}

/** An event as the JSON of a history has it; its attributes stand under a name that goes with its type. */
export type RawEvent = Readonly<Record<string, unknown>> & {
  readonly eventId: string;
  readonly eventTime: string;
  readonly eventType: string;
};

interface Attributes {
  readonly activityType?: { readonly name?: string };
  readonly signalName?: string;
  readonly markerName?: string;
  readonly acceptedRequest?: { readonly input?: { readonly name?: string } };
  readonly attempt?: number;
  readonly cause?: string;
  readonly failure?: RawFailure | null;
}

interface RawFailure {
  readonly message?: string | null;
  readonly cause?: RawFailure | null;
  readonly applicationFailureInfo?: { readonly type?: string | null } | null;
}

/** What is shown of an event. Payloads, headers and results are left where they are. */
export function eventOf(event: RawEvent): EngineEvent {
  const attributes = (Object.entries(event).find(([key]) => key.endsWith('EventAttributes'))?.[1] ?? {}) as Attributes;
  const { activityType, signalName, markerName, acceptedRequest, attempt, cause, failure } = attributes;
  return {
    id: Number(event.eventId),
    at: instantOf(new Date(event.eventTime).getTime()),
    type: event.eventType.replace(/^EVENT_TYPE_/, ''),
    name: activityType?.name ?? signalName ?? acceptedRequest?.input?.name ?? markerName ?? null,
    attempt: attempt ?? null,
    failure: failureWords(failure) ?? (cause === undefined ? null : cause),
  };
}

const LONGEST_FAILURE = 500;

/** Stands in place of the message where `workflows/failure-converter.ts` has encrypted it. */
const ENCODED = 'Encoded failure';

/** A refusal may repeat what was typed in: of what the product threw its type is told alone, e.g. `TypeError`. */
function failureWords(failure: RawFailure | null | undefined): string | null {
  const parts: string[] = [];
  for (let one = failure; one != null && parts.length < 5; one = one.cause) {
    const words = one.message === ENCODED ? one.applicationFailureInfo?.type : one.message;
    if (words) parts.push(words);
  }
  if (parts.length === 0) return failure?.message ? failure.message : null;
  return parts.join(' ← ').slice(0, LONGEST_FAILURE);
}
