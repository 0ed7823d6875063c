/** How the workflow of a case is started and what it is called: shared by the API and the relay. */
import { WorkflowExecutionAlreadyStartedError, type Client, type WorkflowStartOptions } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import { contracts } from './regimes.ts';
import { workflowIdOf } from './engine/messages.ts';
import type { CaseInput } from './engine/state.ts';
import { casesQueue } from './relay/contract.ts';

export const caseKindKey = defineSearchAttributeKey('CaseKind', SearchAttributeType.KEYWORD);
export const caseRegimeKey = defineSearchAttributeKey('CaseRegime', SearchAttributeType.KEYWORD);
export const caseBodyKey = defineSearchAttributeKey('CaseBody', SearchAttributeType.KEYWORD);

/**
 * The search attributes that a namespace needs. They are set once, at the start: what changes about a case is in
 * the records, and an attribute a stage would cost an event and a billable action each time.
 */
export const searchAttributes = [caseKindKey, caseRegimeKey, caseBodyKey].map(({ name }) => ({
  name,
  type: 'Keyword' as const,
}));

/** The workflow type of a kind of case: the exported function's name. */
export function workflowTypeOf(kind: string): string {
  return `${kind}Case`;
}

/** Options to start a case's workflow. A case has one run at a time; starting one that runs is refused by the server. */
export function startOptions(input: CaseInput, queuePrefix: string): WorkflowStartOptions {
  const regime = contracts[input.kind]?.regime;
  if (regime === undefined) throw new Error(`There is no kind of case '${input.kind}'.`);
  return {
    workflowId: workflowIdOf(input.id),
    taskQueue: casesQueue(queuePrefix),
    args: [input],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'FAIL',
    staticSummary: `${input.kind} ${input.id}`,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: caseKindKey, value: input.kind },
      { key: caseRegimeKey, value: regime },
      { key: caseBodyKey, value: input.bodyId },
    ]),
  };
}

/** Starts a case's workflow; one that runs already is left as it is. */
export async function startCase(client: Client, input: CaseInput, queuePrefix: string): Promise<void> {
  try {
    await client.workflow.start(workflowTypeOf(input.kind), startOptions(input, queuePrefix));
  } catch (failure) {
    if (!(failure instanceof WorkflowExecutionAlreadyStartedError)) throw failure;
  }
}
