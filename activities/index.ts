/** The activities of the cases queue: everything a case does to the records. The workflows see their types alone. */
import type { ChainHash } from '../config/chain-hash.ts';
import type { Database } from '../prisma/client.ts';
import { checkActionInput } from './check-input.ts';
import { commitTransition } from './commit.ts';
import { stateAfter } from './state-after.ts';
import { refuseByRecords } from './refused-by-records.ts';
import type { ReadingRequest } from './reader.ts';
import { takeReading } from './readings.ts';
import type { Text } from '../rules/text.ts';
import type { CaseState } from '../workflows/engine/state.ts';
import type { RecordedTransition } from '../workflows/engine/transition.ts';

export interface ActivityDependencies {
  readonly database: Database;
  /** The hash of the lines that are written; SHA-256 unless given. */
  readonly chainHash?: ChainHash;
}

export function createActivities({ database, chainHash }: ActivityDependencies) {
  return {
    commit: (transition: RecordedTransition): Promise<CaseState | null> =>
      commitTransition(database, transition, chainHash).catch(refuseByRecords),
    readState: (request: { readonly caseId: string; readonly after: number }): Promise<CaseState | null> =>
      stateAfter(database, request),
    read: (request: ReadingRequest): Promise<unknown> => takeReading(database, request),
    checkInput: (request: {
      kind: string;
      action: string;
      input: unknown;
    }): Promise<{ input?: unknown; problem?: Text }> => Promise.resolve(checkActionInput(request)),
  };
}

export type CaseActivities = ReturnType<typeof createActivities>;
