import { setTimeout as pause } from 'node:timers/promises';
import { report } from './run-measurement.ts';

const LOOK_EVERY_MS = 250;
const SAY_EVERY_MS = 15_000;

/**
 * Waits until nothing is left, and tells now and then how much still is.
 * @param what is waited for, e.g. `all mails are sent`
 * @param left what is counted, e.g. `mails to send`
 */
export async function untilNone(what: string, left: string, count: () => Promise<number>): Promise<void> {
  report(`· until ${what}`);
  for (let saidAt = Date.now(); ; await pause(LOOK_EVERY_MS)) {
    const waiting = await count();
    if (waiting === 0) return;
    if (Date.now() - saidAt < SAY_EVERY_MS) continue;
    report(`  ${waiting} ${left}`);
    saidAt = Date.now();
  }
}
