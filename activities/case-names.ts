/** Numbers of the cases and letters that a step names in its lines and notices, and names of the accounts. */
import type { Transaction } from '../prisma/client.ts';
import { accountNamed, casesNamedIn, letterKey, withNumbers } from '../workflows/engine/case-number.ts';
import type { RecordedTransition } from '../workflows/engine/transition.ts';

/**
 * The transition as people read it: cases are named by their numbers, also those that it opens, which must be recorded by now, and so are
 * the letters of the case itself. A letter that has no number yet is named by its key, an account that is none by its id.
 */
export async function namingCases(tx: Transaction, transition: RecordedTransition): Promise<RecordedTransition> {
  const { caseId, lines, notices } = transition;
  const named = casesNamedIn([lines, notices]);
  if (named.length === 0) return transition;
  const cases = await tx.case.findMany({ where: { id: { in: named } }, select: { id: true, number: true } });
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  for (const one of named) {
    const key = letterKey(one);
    if (key !== undefined) numbers.set(one, await numberOf(tx, caseId, key));
    const account = accountNamed(one);
    if (account !== undefined) numbers.set(one, await nameOf(tx, account));
  }
  return { ...transition, lines: withNumbers(lines, numbers), notices: withNumbers(notices, numbers) };
}

async function nameOf(tx: Transaction, id: string): Promise<string> {
  const user = await tx.user.findUnique({ where: { id }, select: { name: true } });
  return user?.name ?? id;
}

async function numberOf(tx: Transaction, caseId: string, key: string): Promise<string> {
  const letter = await tx.letter.findUnique({ where: { caseId_key: { caseId, key } }, select: { number: true } });
  return letter?.number ?? key;
}
