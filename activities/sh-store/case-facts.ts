/** Facts that a case itself finds, where the platform will not report them. */
import type { Transaction } from '../../prisma/client.ts';
import { bookFacts, type Fact } from '../../prisma/sh-store/book-facts.ts';
import { valuesInForce } from '../../prisma/sh-store/rating-changes.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { CaseHead } from '../case-head.ts';
import { tellOfFacts } from '../tell-of-facts.ts';

/** Books facts about a store with the points of the rules in force, as facts of the platform are, and tells the other cases about it. */
export async function bookCaseFacts(
  tx: Transaction,
  head: CaseHead,
  storeId: string,
  facts: readonly Fact[],
  at: Instant,
): Promise<void> {
  await bookFacts(tx, storeId, facts, await valuesInForce(tx), at, { caseId: head.id });
  await tellOfFacts(tx, head, at);
}
