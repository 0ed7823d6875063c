/** The sheets of an entry are work that waits for assessors (SH-EVAL-08.5). */
import type { StepOf } from '../../engine/step-of.ts';
import type { assessmentEntry } from './contract.ts';

/** So many assessors score an entry, each by themselves. */
export const ASSESSORS = 2;

/** While a sheet is missing, it waits for somebody who has filed none. */
export function askForSheet(step: StepOf<typeof assessmentEntry>): void {
  const { category, filedSheets } = step.facts;
  if (filedSheets < ASSESSORS)
    step.openOrDescribeTask('scoreEntry', { category, filed: filedSheets, needed: ASSESSORS });
}
