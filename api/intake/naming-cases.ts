import { caseNumbers } from '../../prisma/case-numbers.ts';
import type { Transaction } from '../../prisma/client.ts';
import { Refusal } from '../../rules/refusal.ts';
import { casesNamedIn, withNumbers } from '../../workflows/engine/case-number.ts';

/** Decides; a refusal that names cases says them by the numbers that people call them by. @throws Refusal of the decision */
export async function namingCases<T>(tx: Transaction, decide: () => T): Promise<T> {
  try {
    return decide();
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const { code, details } = failure;
    const ids = casesNamedIn(details.message);
    if (ids.length === 0) throw failure;
    throw new Refusal(code, { ...details, message: withNumbers(details.message, await caseNumbers(tx, ids)) });
  }
}
