/** What the relay of the outbox publishes: its lanes, ids and queues. */
export type Lane = 'cases' | 'due' | 'notices';

/** Queue of the workflows and of everything that cases do to the records. */
export function casesQueue(prefix: string): string {
  return prefix;
}

/** Queue of the activities that send notices, so that a slow mail server keeps nobody waiting. No workflow runs on it. */
export function noticesQueue(prefix: string): string {
  return `${prefix}-notices`;
}

/** A queue and what is taken from it. */
export interface Queue {
  readonly lane: 'cases' | 'notices';
  readonly name: string;
  readonly hasWorkflows: boolean;
}

/** The queues that the workers of an installation serve. */
export function queuesOf(prefix: string): readonly Queue[] {
  return [
    { lane: 'cases', name: casesQueue(prefix), hasWorkflows: true },
    { lane: 'notices', name: noticesQueue(prefix), hasWorkflows: false },
  ];
}

/** What a relay is started with. */
export interface RelayInput {
  readonly lane: Lane;
  /** The queue on which the activity of its lane runs. */
  readonly queue: string;
}

export function relayId(prefix: string, lane: Lane): string {
  return `relay/${prefix}/${lane}`;
}

export interface RelayActivities {
  /** Starts opened cases and delivers messages between cases, as they come, for this long. */
  relayCases(input: { readonly forMs: number }): Promise<void>;
  /** Does what is due in the cases, as its time comes, for this long. */
  sweepDue(input: { readonly forMs: number }): Promise<void>;
  /** Sends planned notices, as they come, for this long. */
  deliverNotices(input: { readonly forMs: number }): Promise<void>;
}
