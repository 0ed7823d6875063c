/** Tasks of people who can do them no longer: each case takes back what they hold in it (XC-05.5). */
import { canTakeTask, partiesActedFor, systemActor } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { CASES_CHANNEL } from './channels.ts';
import type { Transaction } from './client.ts';
import { personOf } from './person-of.ts';

/**
 * Until the transaction ends, nobody changes what this account may do while a task is given to it. Whoever gives it a task shares
 * the lock; whoever changes it holds the lock alone. So one of the two sees what the other has done.
 */
export async function lockAccount(tx: Transaction, id: string, how: 'ALONE' | 'SHARED'): Promise<void> {
  const key = `account:${id}`;
  if (how === 'ALONE') await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  else await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`;
}

/** Whose tasks are looked at, in which case if not in all, and what tells this message from an earlier one. */
export interface Holder {
  readonly account: string;
  readonly caseId?: string;
  readonly occasion: string;
}

/**
 * Leaves a message for each case in which the account holds a task, or is its delegate, and can do it no longer. To be called under {@link lockAccount},
 * after the offices or the tasks were written. The message is delivered even if this process dies.
 */
export async function returnHeldTasks(
  tx: Transaction,
  { account, caseId, occasion }: Holder,
  now: Instant,
): Promise<void> {
  const held = await tx.task.findMany({
    where: {
      OR: [{ assigneeId: account }, { delegateId: account }],
      ...{ closedAt: null, ...(caseId !== undefined && { caseId }) },
    },
    select: {
      ...{ caseId: true, role: true, bodyId: true, region: true },
      case: { select: { parties: { where: { follows: false }, select: { party: true } } } },
    },
  });
  if (held.length === 0) return;
  const user = await tx.user.findUnique({ where: { id: account }, select: { disabledAt: true } });
  const { offices, interests = [] } =
    user === null || user.disabledAt !== null ? { offices: [] } : await personOf(tx, account, now);
  const all = [...interests, ...partiesActedFor(offices)];
  const isInterested = (task: (typeof held)[number]) => task.case.parties.some(({ party }) => all.includes(party));
  const left = held.filter((task) => !canTakeTask(offices, task.role, task) || isInterested(task));
  if (left.length === 0) return;
  const input = {
    account,
    offices: offices
      .filter(({ party }) => party === undefined)
      .map(({ role, bodyId, region }) => ({ role, ...(bodyId && { bodyId }), ...(region && { region }) })),
    ...(all.length > 0 && { interests: all }),
  };
  await tx.caseMessage.createMany({
    skipDuplicates: true,
    data: [...new Set(left.map((task) => task.caseId))].map((toCaseId) => ({
      id: `${toCaseId}:left:${account}:${occasion}`,
      toCaseId,
      action: 'holderLeft',
      input,
      actor: { ...systemActor('XC-05.5') },
      createdAt: new Date(now),
    })),
  });
  await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
}
