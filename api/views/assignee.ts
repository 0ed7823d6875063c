import { officeOf } from '../../prisma/create-account.ts';
import type { Database } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { canTakeTask, type Body } from '../../rules/roles.ts';

/** What decides who can take a task. */
export interface Assignable {
  readonly role: string;
  readonly case: Body;
}

/** @throws Refusal INVALID_INPUT unless the account is in use and holds the task's role at the body and region of its case. */
export async function requireAssignee(database: Database, task: Assignable, to: string): Promise<void> {
  const account = await database.user.findUnique({ where: { id: to }, include: { offices: true } });
  const offices = account === null || account.disabledAt !== null ? [] : account.offices.map(officeOf);
  if (canTakeTask(offices, task.role, task.case)) return;
  refuse(
    'INVALID_INPUT',
    '此人不能办理该待办：角色、机构或区域不符，或账户已停用。',
    'This person cannot take the task: role, body or region do not fit, or the account is disabled.',
    { field: 'to' },
  );
}
