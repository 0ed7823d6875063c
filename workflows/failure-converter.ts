import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures travel as payloads, so that they are encrypted as those are: a refusal may repeat what was typed in. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
