/**
 * What the API asks of the cases: the one door to the workflows. Written against by every route; carried out by
 * `case-gateway.ts` on Temporal, and by a fake in tests.
 */
import type { EngineHistory } from './engine-history.ts';
import type { QueueState } from './health/queues.ts';
import type { Transaction } from '../prisma/client.ts';
import type { PartyKey } from '../rules/parties/party.ts';
import type { Body, Person } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';

/** A case to be opened: regime and first stage are those of its contract. */
export interface CaseOpening {
  readonly id: string;
  readonly kind: string;
  /** Key of the party that the case is about. */
  readonly subject: PartyKey;
  /** Name of that party. */
  readonly title: string;
  readonly bodyId: string;
  readonly region: string;
  readonly openedById: string;
  readonly openedAt: Instant;
  readonly priority: number;
  /** What it is about beside its parties: a typed reference. */
  readonly about?: string;
  /** Other parties than the one it is about, by their name in the case. */
  readonly parties: Readonly<Record<string, readonly PartyKey[]>>;
  /** The bodies that handle it in turn, by their name in the case, where there are several. */
  readonly bodies?: Readonly<Record<string, Body>>;
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
  readonly actor: Person;
  readonly input: unknown;
  /** Places of the input at which people are named or can be reached (`ActionContract.personal`): workflows are not told. */
  readonly personal?: readonly string[];
  /** The revision that the person has seen: a case that has moved on since refuses (STALE). */
  readonly seenRevision?: number;
  /** The revision at which the caller has read the records of the case for this request; they are looked at if it is left out. */
  readonly recordedRevision?: number;
  /** When it was received; whether it came in time goes by this. */
  readonly receivedAt?: Instant;
  /** How long its answer is waited for, in ms; ten seconds unless given. */
  readonly patienceMs?: number;
  /** Id of the bulk decision that it is part of. */
  readonly bulk?: string;
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
  /**
   * Has a case record that somebody tried an action who may not do it; open or closed, it stays as it is.
   * @throws Refusal UNAVAILABLE when the engine is away
   */
  logRefused(request: ActionRequest): Promise<void>;
  /** Tells the open cases about these references to read the records again. */
  factsArrived(abouts: readonly string[]): Promise<void>;
  /** The task queues of the engine; null while it is away. */
  queues(): Promise<readonly QueueState[] | null>;
  /** What the engine keeps of a case; null if it keeps nothing of it. */
  history(caseId: string): Promise<EngineHistory | null>;
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
