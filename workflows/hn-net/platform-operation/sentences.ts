/** What the timeline says of each check (XC-05.3). */
import { operationStatuses } from '../../../rules/hn-net/operation.ts';
import { parts } from '../../../rules/phrases.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { platformOperation } from './contract.ts';

export const platformOperationSentences: SentencesOf<typeof platformOperation> = {
  recordOperation: ({ status, account }) => parts(operationStatuses[status], account),
};
