/**
 * What people asked for and were told, against what is in the records. Each request carries a mark of its own in its words, so that it is found
 * wherever it was written down.
 */

/** What a person knows of a request at the end. */
export type Told =
  /** it was acknowledged */
  | 'DONE'
  /** it was refused for good: nothing of it may stand anywhere */
  | 'REFUSED'
  /** no answer could be had: it was done once or not at all */
  | 'UNKNOWN';

/** A request under one idempotency key, however often it was sent. */
export interface Entry {
  readonly mark: string;
  /** for people: who asked for what */
  readonly what: string;
  readonly told: Told;
  /** what the last answer said, e.g. `200` or `409 NOT_NOW` */
  readonly answer: string;
  /** times it was sent */
  readonly sent: number;
}

/** How often each mark stands in the records. */
export type Recorded = ReadonlyMap<string, number>;

/** Requests whose end in the records is not what their sender was told, in words (XC-05.6). */
export function disagreements(entries: readonly Entry[], recorded: Recorded): string[] {
  return entries.flatMap(({ mark, what, told, answer, sent }) => {
    const times = recorded.get(mark) ?? 0;
    const request = `${what} (${mark}, sent ${sent} times, last answer ${answer})`;
    if (told === 'DONE' && times === 0) return [`lost: ${request} was acknowledged and is not recorded`];
    if (times > 1) return [`doubled: ${request} is recorded ${times} times`];
    if (told === 'REFUSED' && times === 1) return [`misled: ${request} was refused and is recorded`];
    return [];
  });
}
