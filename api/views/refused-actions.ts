/** "Why may I not?": the actions of the reader's own side that are not open to this reader, with the refusal that doing one now would get (XC-05.1). */
import { z } from 'zod';
import type { RefusalCode } from '../../rules/refusal.ts';
import type { Text } from '../../rules/text.ts';
import { commonActions } from '../../workflows/engine/common-contract.ts';
import type { ActionContract, ProcessContract } from '../../workflows/engine/contract.ts';
import { capacityName } from '../../workflows/engine/grants.ts';
import { textSchema } from '../http/schemas.ts';
import type { ActionRefusals } from './action-refusals.ts';
import type { Standing } from './case-scope.ts';
import { capacityTitle } from './role-titles.ts';

export const refusedActionSchema = z
  .object({
    name: z.string(),
    title: textSchema,
    clause: z.string(),
    task: z.string().nullable(),
    code: z.string().meta({ description: 'The refusal that doing it now would get' }),
    message: textSchema,
    by: z.array(textSchema).meta({ description: 'Who may do it, where it is not for the reader' }),
  })
  .meta({ id: 'RefusedAction' });

export type RefusedAction = z.infer<typeof refusedActionSchema>;

/**
 * Bodies that handle the case read of everything that staff may do in it; who acts for a party reads of what that party may do, and learns
 * nothing of what goes on within the body.
 */
export function refusedActions(
  contract: ProcessContract,
  refusals: ActionRefusals,
  { seesAll, onlyFollows }: Pick<Standing, 'seesAll' | 'onlyFollows'>,
): RefusedAction[] {
  if (onlyFollows) return [];
  return Object.entries(contract.actions).flatMap(([name, action]) => {
    const refusal = refusals.get(name);
    if (refusal === undefined || Object.hasOwn(commonActions, name)) return [];
    const isForOthers = FOR_OTHERS.includes(refusal.code);
    if (seesAll ? !isForStaff(action) : isForOthers) return [];
    return [
      {
        name,
        title: action.title,
        clause: action.clause,
        task: action.task ?? null,
        code: refusal.code,
        message: refusal.details.message,
        by: isForOthers ? whoMay(contract, action) : [],
      },
    ];
  });
}

/** What somebody is refused because it is for others to do. */
const FOR_OTHERS: readonly RefusalCode[] = ['NOT_ALLOWED', 'OUT_OF_SCOPE'];

function whoMay(contract: ProcessContract, { by }: ActionContract): Text[] {
  return by.flatMap(capacityName).map((role) => capacityTitle(contract, role));
}

function isForStaff({ by }: ActionContract): boolean {
  return by.some((grant) => typeof grant === 'object' && !('party' in grant));
}
