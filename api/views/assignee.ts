import type { Database } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { regionCovers } from '../../rules/roles.ts';

/** What decides who can take a task. */
export interface Assignable {
  readonly role: string;
  readonly case: { readonly bodyId: string; readonly region: string };
}

/** @throws Refusal INVALID_INPUT unless the account holds the task's role in the body and region of its case and is in use. */
export async function requireAssignee(database: Database, task: Assignable, to: string): Promise<void> {
  const person = await database.user.findUnique({ where: { id: to } });
  const fits =
    person !== null &&
    person.disabledAt === null &&
    person.role === task.role &&
    (person.role === 'admin' ||
      (person.bodyId === task.case.bodyId && regionCovers(person.region ?? undefined, task.case.region)));
  if (fits) return;
  refuse(
    'INVALID_INPUT',
    '此人不能办理该待办：角色、机构或区域不符，或账户已停用。',
    'This person cannot take the task: role, body or region do not fit, or the account is disabled.',
    { field: 'to' },
  );
}
