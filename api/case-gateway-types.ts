/**
 * What the API asks of the cases: the one door to the workflows. Written against by every route; carried out by
 * `case-gateway.ts` on Temporal, and by a fake in tests.
 */
import type { Transaction } from '../prisma/client.ts';
import type { Actor } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';

/** A case to be opened: its row at revision 0. */
export interface CaseOpening {
  readonly id: string;
  readonly kind: string;
  readonly regime: string;
  readonly stage: string;
  /** Unified social credit code of the institution. */
  readonly subject: string;
  /** Name of the institution. */
  readonly title: string;
  readonly bodyId: string;
  readonly region: string;
  readonly openedById: string;
  readonly openedAt: Instant;
  readonly watchers: readonly string[];
  readonly priority: number;
  readonly storeId?: string;
  /** What the workflow is started with; no names, no contacts. */
  readonly opening: object;
}

/** An action of a person on a case. */
export interface ActionRequest {
  readonly caseId: string;
  /** A name of the kind's contract, or `claimTask`, `releaseTask`, `assignTask` of the engine. */
  readonly action: string;
  /** Idempotency key, unique to the account: the same key is carried out once and answered alike. */
  readonly key: string;
  readonly actor: Actor;
  readonly input: unknown;
}

export interface CaseGateway {
  /** Inserts the row of a case within the caller's transaction; the workflow is started after the commit. */
  openCase(tx: Transaction, opening: CaseOpening): Promise<void>;
  /**
   * After the commit: starts the workflow now and waits until it has written its first revision, 10 s at most.
   * @throws Refusal UNAVAILABLE when it has not by then; the case is opened all the same, later.
   */
  opened(caseId: string): Promise<void>;
  /**
   * Has an action carried out and answers with the revision it made.
   * @throws Refusal saying why not; OUTCOME_UNKNOWN when the answer did not come in time.
   */
  act(request: ActionRequest): Promise<{ readonly revision: number }>;
  /** Tells the open cases of these stores to read the records again. */
  factsArrived(storeIds: readonly string[]): Promise<void>;
  /** True if the engine can be reached. */
  ready(): Promise<boolean>;
}

/** The clock all of the API goes by. In production it is the machine's. */
export interface Clock {
  now(): Promise<Instant>;
}

/** The clock of a training stack, which an administrator can move forward. */
export interface TrainingClock extends Clock {
  /** Moves to `to` and waits until what became due has fired; `stops` counts the instants at which something did. */
  advance(to: Instant): Promise<{ readonly now: Instant; readonly stops: number }>;
}
