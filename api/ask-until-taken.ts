/** Requests to a case that the engine dropped: their workflow task failed, or the case rolled over beneath them. */
import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import { WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { grpcCode } from './http/unavailable.ts';

/** gRPC status code of a request whose workflow task failed: a message arrived while the case was closing or rolling over. */
const FAILED_PRECONDITION = 9;

/** What the engine's server says of a request that stood in a task which ended without it: nobody has looked at it. */
const UNPROCESSED = 'UnprocessedUpdate';

/** What it says of a request that a workflow had taken which ended before the step did, e.g. because somebody cancelled it. */
const ENDED_MEANWHILE = 'AcceptedUpdateCompletedWorkflow';

/** How long one sending waits for its answer. A request that got lost between two runs of its case is answered by the next sending. */
const A_SENDING_MS = 3_000;

/** How long before a dropped request is sent again: the failed task is tried again at once. */
const PAUSE_MS = 50;

/**
 * Sends a request to a case, and again for as long as the engine drops it. The request must be one that is done once however often it
 * arrives: its step may be recorded already (XC-05.6).
 *
 * @param send is given the moment until which it may wait for its answer
 * @param deadline milliseconds of the machine's clock after which the failure is passed on
 * @throws whatever `send` throws that is no dropped request
 */
export async function askUntilTaken<T>(send: (until: number) => Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    try {
      return await send(Math.min(deadline, Date.now() + A_SENDING_MS));
    } catch (failure) {
      const isToBeSentAgain = isDropped(failure) || failure instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
      if (!isToBeSentAgain || Date.now() + PAUSE_MS >= deadline) throw failure;
    }
    await pause(PAUSE_MS);
  }
}

/** The engine dropped the request; whether its step was recorded is not known. */
export function isDropped(failure: unknown): boolean {
  return grpcCode(failure) === FAILED_PRECONDITION || hasFailedAs(failure, UNPROCESSED);
}

/** The workflow ended beneath the request; the case has none any more, and asking the same one again brings the same answer. */
export function hasEndedMeanwhile(failure: unknown): boolean {
  return hasFailedAs(failure, ENDED_MEANWHILE);
}

function hasFailedAs(failure: unknown, type: string): boolean {
  if (!(failure instanceof WorkflowUpdateFailedError)) return false;
  return failure.cause instanceof ApplicationFailure && failure.cause.type === type;
}
