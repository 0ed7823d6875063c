/** Numbers of the cases that a step names in its lines and notices. */
import type { Transaction } from '../prisma/client.ts';
import { casesNamedIn, withNumbers } from '../workflows/engine/case-number.ts';
import type { RecordedTransition } from '../workflows/engine/transition.ts';

/** The transition as people read it: cases named by their numbers, also those that it opens, which must be recorded by now. */
export async function namingCases(tx: Transaction, transition: RecordedTransition): Promise<RecordedTransition> {
  const { lines, notices } = transition;
  const ids = casesNamedIn([lines, notices]);
  if (ids.length === 0) return transition;
  const found = await tx.case.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
  const numbers = new Map(found.map(({ id, number }) => [id, number]));
  return { ...transition, lines: withNumbers(lines, numbers), notices: withNumbers(notices, numbers) };
}
