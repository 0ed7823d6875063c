import { outageWait, type RetryTimes } from './retry.ts';

/** Holds the whole sender back while the mail server is out, so that a long queue is not tried row by row. */
export interface OutagePause {
  /** Milliseconds still to wait; 0 when mails may go. */
  remaining(): number;
  serverIsOut(): void;
  serverAnswered(): void;
}

/** A pause that grows with each outage met after the last pause ended, and ends with the first answer. */
export function createOutagePause(retry: RetryTimes): OutagePause {
  let inRow = 0;
  let until = 0;
  return {
    remaining: () => Math.max(0, until - Date.now()),
    serverIsOut() {
      // Several mails under way meet the same outage; it counts once.
      if (Date.now() < until) return;
      inRow += 1;
      until = Date.now() + outageWait(retry, inRow);
    },
    serverAnswered() {
      inRow = 0;
      until = 0;
    },
  };
}
