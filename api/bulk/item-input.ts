/** What an action of a bulk decision takes in one case. */
import { refuse } from '../../rules/refusal.ts';
import { namedFiles } from '../files/named-files.ts';
import { checked } from '../http/faults.ts';
import { invalid } from '../http/problem.ts';
import type { Access } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import type { Person } from '../../rules/roles.ts';
import {
  findAction,
  refuseIfSealed,
  requireCapacity,
  requireTaskAssignee,
  type FoundAction,
} from '../views/act-on-case.ts';
import { inputOf } from '../views/case-actions.ts';
import { requireLetterMade } from '../views/letter-made.ts';

/** The action to be done in one of the cases. */
export interface ItemToDo {
  readonly caseId: string;
  readonly entry: number | null;
  readonly action: string;
  readonly input: Record<string, unknown>;
}

/**
 * The case, the action and its input, as `POST /api/cases/{id}/actions/{name}` would take them of this person.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED, OUT_OF_SCOPE; InvalidInput
 */
export async function itemAction(
  context: ApiContext,
  { caseId, entry, action: name, input: given }: ItemToDo,
  person: Person,
  access: Access,
): Promise<FoundAction & { readonly input: unknown }> {
  const found = await findAction(context, caseId, name, access);
  requireCapacity(found, person);
  await refuseIfSealed(context, found, name);
  const schema = inputOf(context, found.row.kind, name);
  const input = checked(schema, entry === null ? given : { ...given, entry }, 'input');
  await requireTaskAssignee(context, caseId, name, input);
  if (name === 'recordLetter') await requireLetterMade(context.database, caseId, (input as { letter: string }).letter);
  return { ...found, input };
}

/** What is common to many cases has no files: each belongs to the case that it is given in. @throws InvalidInput */
export function refuseFiles(input: unknown): void {
  const [file] = namedFiles(input);
  if (file === undefined) return;
  invalid(
    `input.${file[0]}`,
    '批量办理不能附文件，请逐案办理。',
    'a bulk decision takes no files; decide these cases one by one',
  );
}

/** The kinds of case that have an action; none: it is a wrong name. @throws Refusal NOT_FOUND */
export function refuseUnknownAction({ contracts }: Pick<ApiContext, 'contracts'>, name: string): void {
  if (Object.values(contracts).some(({ actions }) => Object.hasOwn(actions, name))) return;
  refuse('NOT_FOUND', `没有操作“${name}”。`, `There is no action '${name}'.`);
}
