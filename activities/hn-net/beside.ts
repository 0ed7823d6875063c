/** What the work beside the cases shares: one worker does a piece at a time, and a case hears once how it ended. */
import { CASES_CHANNEL } from '../../prisma/channels.ts';
import type { Transaction } from '../../prisma/client.ts';
import { systemActor } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';

/** Until the transaction ends this piece of work is done here alone. @returns false if another worker does it */
export async function takesTurn(tx: Transaction, work: string): Promise<boolean> {
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`hn-net:${work}`}, 0)) AS "mine"`;
  return turn?.mine === true;
}

/** What a case is told of work beside it, in the name of a rule. */
export interface ToldOnce {
  /** Id of the message: there is one of it. */
  readonly id: string;
  readonly toCaseId: string;
  readonly action: string;
  readonly input: Readonly<Record<string, string | number>>;
  /** The requirement under which it is done, e.g. `HN-NET-10.6`. */
  readonly rule: string;
}

/** Leaves a case a message. @returns false if it was told so before */
export async function tellOnce(tx: Transaction, { rule, input, ...message }: ToldOnce, now: Instant): Promise<boolean> {
  const { count } = await tx.caseMessage.createMany({
    skipDuplicates: true,
    data: [{ ...message, input: { ...input }, actor: { ...systemActor(rule) }, createdAt: new Date(now) }],
  });
  if (count > 0) await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
  return count > 0;
}
