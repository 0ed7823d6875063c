/** When a backup is due. */

const DAY_MS = 86_400_000;
/** Beijing time has no daylight saving. */
const BEIJING_MS = 8 * 3_600_000;

/**
 * Whether a backup is due: the last time of day at which one was to be taken has no backup after it. So a first one is due at once, and
 * one that was missed because the machine was off is due when it is on again.
 *
 * @param at time of day in Beijing, `HH:MM`
 * @param newest moment of the newest good backup; null if there is none
 */
export function isDue(now: Date, at: string, newest: Date | null): boolean {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const offset = (hours * 60 + minutes) * 60_000 - BEIJING_MS;
  const latest = Math.floor((now.getTime() - offset) / DAY_MS) * DAY_MS + offset;
  return newest === null || newest.getTime() < latest;
}
