/** Numbers of the cases and letters that a step names in its lines and notices, and names of the accounts. */
import { caseNumbers } from '../prisma/case-numbers.ts';
import type { Transaction } from '../prisma/client.ts';
import { accountNamed, casesNamedIn, letterKey, withNumbers } from '../workflows/engine/case-number.ts';
import type { Written } from './case-head.ts';

/**
 * Transitions as people read them: cases are named by their numbers, also those that are opened, which must be recorded by now, and so are
 * the letters of the case itself. A letter that has no number yet is named by its key, an account that is none by its id.
 */
export async function namingCases(tx: Transaction, written: readonly Written[]): Promise<Written[]> {
  const named = written.map(({ transition: { lines, notices } }) => casesNamedIn([lines, notices]));
  const all = [...new Set(named.flat())];
  if (all.length === 0) return [...written];
  const numbers = await caseNumbers(tx, all);
  for (const one of all) {
    const account = accountNamed(one);
    if (account !== undefined) numbers.set(one, await nameOf(tx, account));
  }
  const answer: Written[] = [];
  for (const [nth, { head, transition }] of written.entries()) {
    const own = new Map(numbers);
    for (const one of named[nth] ?? []) {
      const key = letterKey(one);
      if (key !== undefined) own.set(one, await numberOf(tx, head.id, key));
    }
    const { lines, notices } = transition;
    answer.push({
      head,
      transition: { ...transition, lines: withNumbers(lines, own), notices: withNumbers(notices, own) },
    });
  }
  return answer;
}

async function nameOf(tx: Transaction, id: string): Promise<string> {
  const user = await tx.user.findUnique({ where: { id }, select: { name: true } });
  return user?.name ?? id;
}

async function numberOf(tx: Transaction, caseId: string, key: string): Promise<string> {
  const letter = await tx.letter.findUnique({ where: { caseId_key: { caseId, key } }, select: { number: true } });
  return letter?.number ?? key;
}
