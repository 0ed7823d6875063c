/**
 * A filled PostgreSQL that the first test file of a run leaves for the others: making one takes seconds, copying its folder a fraction of one. Where
 * it is kept is what `ANJUAN_KEPT_CLUSTER` names, a folder of the run that `test/support/unit-setup.ts` removes; without it each file makes its own.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

function whole(): string | undefined {
  const kept = process.env['ANJUAN_KEPT_CLUSTER'];
  return kept === undefined ? undefined : join(kept, 'whole');
}

/** Puts a copy of the kept folder at `dir`. @returns false if none is kept yet */
export function copyKept(dir: string): boolean {
  const from = whole();
  if (from === undefined || !existsSync(from)) return false;
  copy(from, dir);
  return true;
}

/** Whether this file is the one that keeps its folder for the others: the first of the run that asks. */
export function isToKeep(): boolean {
  const kept = process.env['ANJUAN_KEPT_CLUSTER'];
  if (kept === undefined) return false;
  return mkdirSync(join(kept, 'making'), { recursive: true }) !== undefined;
}

/** Keeps the folder of a PostgreSQL that was shut down; it is there for the others once it is whole. */
export function keep(dir: string): void {
  const to = whole();
  if (to === undefined) return;
  const making = join(to, '..', 'making', 'postgres');
  copy(dir, making);
  renameSync(making, to);
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  // PostgreSQL takes no data that others can read.
  chmodSync(join(to, 'data'), 0o700);
}
