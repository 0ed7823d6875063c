/**
 * The workflow bundle's entry: the relay of the outbox, and the default workflow, which serves every kind of case. A case's workflow type
 * is its kind and `Case`, e.g. `storeApplicationCase`.
 */
import { ApplicationFailure } from '@temporalio/workflow';
import { runCase } from './engine/run-case.ts';
import type { CaseInput } from './engine/state.ts';
import { processes } from './regimes.ts';

export { outboxRelay } from './relay/relay.ts';

/** The life of a case of any kind. */
export default async function anyCase(input: CaseInput): Promise<void> {
  const process = processes[input.kind];
  if (process === undefined) {
    throw ApplicationFailure.retryable(`This worker knows no kind of case '${input.kind}'; is it of an older release?`);
  }
  return runCase(process, input);
}
