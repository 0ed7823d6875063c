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

/**
 * {@link lockAccount} ALONE for these accounts and for whoever covers for one of them: who acts in the offices of another can do what these
 * can. In one order, so that nobody who locks two of them waits for who waits for them.
 * @returns all whose tasks are to be looked at once the change is written
 */
export async function lockWithCovers(tx: Transaction, accounts: readonly string[]): Promise<string[]> {
  const covers = await tx.cover.findMany({
    where: { absentId: { in: [...accounts] }, settledAt: null },
    select: { coverId: true },
  });
  const all = [...new Set([...accounts, ...covers.map(({ coverId }) => coverId)])].sort();
  for (const id of all) await lockAccount(tx, id, 'ALONE');
  return all;
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
  const partiesOf = (task: (typeof held)[number]) => task.case.parties.map(({ party }) => party);
  const isAmong = (parties: readonly string[], own: readonly string[]) => parties.some((party) => own.includes(party));
  // An interest of who is away keeps out whoever acts in their offices, and no other office of theirs.
  const officesIn = (task: (typeof held)[number]) =>
    offices.filter(({ covering }) => !isAmong(partiesOf(task), covering?.interests ?? []));
  const left = held.filter((task) => !canTakeTask(officesIn(task), task.role, task) || isAmong(partiesOf(task), all));
  if (left.length === 0) return;
  const inputOf = (task: (typeof held)[number]) => ({
    account,
    offices: officesIn(task)
      .filter(({ party }) => party === undefined)
      .map(({ role, bodyId, region }) => ({ role, ...(bodyId && { bodyId }), ...(region && { region }) })),
    ...(all.length > 0 && { interests: all }),
  });
  const cases = new Map(left.map((task) => [task.caseId, task]));
  await tx.caseMessage.createMany({
    skipDuplicates: true,
    data: [...cases].map(([toCaseId, task]) => ({
      id: `${toCaseId}:left:${account}:${occasion}`,
      toCaseId,
      action: 'holderLeft',
      input: inputOf(task),
      actor: { ...systemActor('XC-05.5') },
      createdAt: new Date(now),
    })),
  });
  await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
}
