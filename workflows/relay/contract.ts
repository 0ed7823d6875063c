/** What the relay of the outbox publishes: its lanes, ids and queues. */
export type Lane = 'cases' | 'due' | 'notices';

/** Queue of cases and of everything they do to the records. */
export function casesQueue(prefix: string): string {
  return prefix;
}

/** Queue of the notices, so that a slow mail server keeps nobody waiting. */
export function noticesQueue(prefix: string): string {
  return `${prefix}-notices`;
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
