/** How long to wait before a notice is tried again, in ms of real time. */

export interface RetryTimes {
  /** After the first, second, third and fourth temporary refusal. */
  readonly temporaryMs: readonly number[];
  /** After the first outage in a row; doubles up to `outageMaxMs`. */
  readonly outageMs: number;
  readonly outageMaxMs: number;
  /** Before the repetition after an unknown outcome. */
  readonly unknownMs: number;
}

/** Long enough for a greylisting server, short enough that the case shows a failure within a quarter of an hour. */
export const RETRY_TIMES: RetryTimes = {
  temporaryMs: [5_000, 30_000, 120_000, 600_000],
  outageMs: 1_000,
  outageMaxMs: 30_000,
  unknownMs: 30_000,
};

/** The wait after the `outages`-th outage, from 1. */
export function outageWait({ outageMs, outageMaxMs }: RetryTimes, outages: number): number {
  return Math.min(outageMaxMs, outageMs * 2 ** Math.min(outages - 1, 20));
}

/** The wait after the `attempts`-th refusal, from 1. */
export function refusalWait({ temporaryMs }: RetryTimes, attempts: number): number {
  return temporaryMs[attempts - 1] ?? temporaryMs.at(-1) ?? 0;
}
