import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

const off: Record<string, string> = arrangements.holidays;
const made: Record<string, string> = arrangements.workdays;

/**
 * Whether a day of 2004-2026 is worked, straight from the package's table and by none of our code. The package's own
 * isWorkday is not used: it answers a day off where the host's zone lies west of Greenwich.
 */
export function worked(day: string): boolean {
  if (day < '2004-01-01' || day > '2026-12-31') throw new RangeError(`The almanac does not carry ${day}.`);
  if (day in made) return true;
  return !(day in off) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
