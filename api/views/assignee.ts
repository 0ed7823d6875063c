import type { Database } from '../../prisma/client.ts';
import { personOf } from '../../prisma/person-of.ts';
import { refuse } from '../../rules/refusal.ts';
import { canTakeTask, partiesActedFor, type Body } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';

/** What decides who can take a task. */
export interface Assignable {
  readonly role: string;
  readonly case: Body & { readonly parties: readonly { readonly party: string; readonly follows: boolean }[] };
}

/**
 * @throws Refusal INVALID_INPUT unless the account is in use and holds the task's role at the body and region of its case;
 * CONFLICT_OF_INTEREST if the person has an interest in a party of the case.
 */
export async function requireAssignee(database: Database, task: Assignable, to: string, now: Instant): Promise<void> {
  const account = await database.user.findUnique({ where: { id: to }, select: { disabledAt: true } });
  const person = account === null || account.disabledAt !== null ? null : await personOf(database, to, now);
  const own = (person?.offices ?? []).filter(({ covering }) => covering === undefined);
  if (!canTakeTask(own, task.role, task.case)) {
    refuse(
      'INVALID_INPUT',
      '此人不能办理该待办：角色、机构或区域不符，或账户已停用。',
      'This person cannot take the task: role, body or region do not fit, or the account is disabled.',
      { field: 'to' },
    );
  }
  const interests = [...(person?.interests ?? []), ...partiesActedFor(own)];
  if (!task.case.parties.some(({ party, follows }) => !follows && interests.includes(party))) return;
  refuse(
    'CONFLICT_OF_INTEREST',
    '此人与本案当事人存在利益关系，应当回避；请另选他人。',
    'This person has an interest in a party of the case; choose somebody else.',
    { field: 'to' },
  );
}
