/** What the operating system knows of a process: used to tell our own leftovers from a stranger with a reused id. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A living process: its parent's id and its command line, arguments joined by blanks. */
export interface ProcessInfo {
  parent: number;
  command: string;
}

/** Looks a process up; undefined when it has ended (a zombie counts as ended). */
export function processInfo(pid: number): ProcessInfo | undefined {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessInfo | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold blanks and brackets.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    return {
      parent: Number(parent),
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
    };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): ProcessInfo | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [, parent, state = '', command = ''] = /^(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (parent === undefined || state.startsWith('Z')) return undefined;
    return { parent: Number(parent), command };
  } catch {
    return undefined;
  }
}
