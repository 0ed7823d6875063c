/** Processor time that processes have used, with all that they have started: from /proc, so on Linux alone. */
import { readdirSync, readFileSync } from 'node:fs';

/** The kernel tells times of processes in hundredths of a second. */
const MS_A_TICK = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Own time and that of children which have ended, in ms. */
  readonly used: number;
}

function processOf(pid: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(pid), parent: Number(fields[1]), used: ticks * MS_A_TICK }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/**
 * Processor time, in ms, that these processes and all below them have used so far, those included that have ended.
 * @throws Error where there is no /proc
 */
export function processorMs(roots: readonly number[]): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processOf);
  const below = Map.groupBy(all, ({ parent }) => parent);
  const used = (one: Process): number =>
    one.used + (below.get(one.pid) ?? []).reduce((sum, child) => sum + used(child), 0);
  return all.filter(({ pid }) => roots.includes(pid)).reduce((sum, root) => sum + used(root), 0);
}

/** The processor time of this process alone, without what it has started, in ms. */
export function ownProcessorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
