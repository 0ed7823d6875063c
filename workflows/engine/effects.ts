/**
 * The effects of a case. Each runs as a local activity first, which costs one marker in the history and no extra round trip;
 * when the database does not answer for some tries it goes on as an ordinary activity, which waits out an outage without
 * holding a workflow task. Both ways are idempotent, so it does not matter if both were begun.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  log,
  proxyActivities,
  proxyLocalActivities,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { CaseActivities } from '../../activities/index.ts';
import { isRefusalCode, Refusal, type RefusalDetails } from '../../rules/refusal.ts';

const quick = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 3, initialInterval: '100 milliseconds', maximumInterval: '1 second' },
});

const patient = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** True if an effect could not be carried out. A local activity fails with its bare cause, an ordinary one wrapped. */
export function isFailedEffect(failure: unknown): failure is ActivityFailure | ApplicationFailure | TimeoutFailure {
  return (
    failure instanceof ActivityFailure || failure instanceof ApplicationFailure || failure instanceof TimeoutFailure
  );
}

/** The records say no for good: trying again changes nothing. */
function isFinal(failure: unknown): boolean {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure;
  return cause instanceof ApplicationFailure && cause.nonRetryable === true;
}

/** The records refuse what was to be written, as a handler would have. */
function refusalIn(failure: unknown): Refusal | undefined {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure;
  if (!(cause instanceof ApplicationFailure) || !isRefusalCode(cause.type)) return undefined;
  const [details] = (cause.details ?? []) as RefusalDetails[];
  return details === undefined ? undefined : new Refusal(cause.type, details);
}

type Effect = (input: never) => Promise<unknown>;

function quickThenPatient<N extends keyof CaseActivities>(name: N): CaseActivities[N] {
  const quickly = quick[name] as Effect;
  const patiently = patient[name] as Effect;
  return (async (input: never) => {
    try {
      return await quickly(input);
    } catch (failure) {
      if (!isFailedEffect(failure) || isFinal(failure)) throw refusalIn(failure) ?? failure;
    }
    log.warn('The records do not answer; waiting for them', { activity: name });
    try {
      return await patiently(input);
    } catch (failure) {
      throw refusalIn(failure) ?? failure;
    }
  }) as CaseActivities[N];
}

/** Writes a transition: one database transaction, once for each case and revision. */
export const commit = quickThenPatient('commit');

/** Reads facts of the records as of an instant. */
export const read = quickThenPatient('read');

/** Reads the state on record, should it be of a later revision than the case's own. */
export const readState = quickThenPatient('readState');

/** Checks the input of a signal against the action's schema, which the workflow itself does not carry. */
export const checkInput = quickThenPatient('checkInput');
