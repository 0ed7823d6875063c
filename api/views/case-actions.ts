/** The actions open to one reader, with the schema of their input: the console renders its forms from these. */
import { z } from 'zod';
import type { Case } from '../../prisma/generated/client.ts';
import { Refusal } from '../../rules/refusal.ts';
import { checkAction } from '../../workflows/engine/engine.ts';
import { ANY_STAGE, type ActionContract, type ProcessContract } from '../../workflows/engine/contract.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import type { ApiContext } from '../context.ts';
import { textSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import type { Standing } from './case-scope.ts';

export const actionSchema = z
  .object({
    name: z.string(),
    title: textSchema,
    clause: z.string(),
    requirement: z.string(),
    adverse: z.boolean().meta({ description: 'Needs a reason (XC-05.1)' }),
    task: z.string().nullable(),
    input: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of the input' }),
  })
  .meta({ id: 'OpenAction' });

export type OpenAction = z.infer<typeof actionSchema>;

/**
 * What this reader may do in the case now, by the same check the case itself makes.
 * @param idle actions that have nothing to work on, as {@link idleActions} finds
 */
export function openActions(
  context: ApiContext,
  contract: ProcessContract,
  state: RecordedState | null,
  reader: Reader,
  standing: Standing,
  idle: readonly string[],
): OpenAction[] {
  if (state === null) return [];
  return Object.entries(contract.actions)
    .filter(([name]) => !idle.includes(name))
    .filter(
      ([name, action]) => isOpen(contract, state, name, reader) && hasItsTask(state, name, action, reader, standing),
    )
    .map(([name, action]) => ({
      name,
      title: action.title,
      clause: action.clause,
      requirement: action.requirement,
      adverse: action.adverse === true,
      task: action.task ?? null,
      input: jsonSchemaOf(inputOf(context, contract.kind, name)),
    }));
}

/** Actions whose object stands in the records alone and is not there: no bar that may be lifted, no newer rules. */
export async function idleActions(
  { database }: ApiContext,
  { id, regime, ruleVersion }: Pick<Case, 'id' | 'regime' | 'ruleVersion'>,
  { roles }: Standing,
): Promise<string[]> {
  if (!roles.includes('manager')) return [];
  const [bar, newer] = await Promise.all([
    database.bar.findFirst({ where: { caseId: id, firm: false, liftedAt: null }, select: { id: true } }),
    database.ruleVersion.findFirst({ where: { regime, version: { gt: ruleVersion } }, select: { version: true } }),
  ]);
  return [...(bar === null ? ['liftBar'] : []), ...(newer === null ? ['adoptRules'] : [])];
}

/** The schema of an action's input; an action without one takes nothing. */
export function inputOf({ inputs }: Pick<ApiContext, 'inputs'>, kind: string, action: string): z.ZodType {
  const schema = inputs[kind]?.[action];
  if (schema === undefined) return NOTHING;
  return schema instanceof z.ZodObject ? strict(schema) : schema;
}

function isOpen(contract: ProcessContract, state: RecordedState, name: string, { person }: Reader): boolean {
  try {
    checkAction({ contract }, state, name, person);
    return true;
  } catch (refusal) {
    if (refusal instanceof Refusal) return false;
    throw refusal;
  }
}

/** Leaves out what would be refused for want of a task: nothing to take, to give back, or to have dealt with. */
function hasItsTask(
  state: RecordedState,
  name: string,
  action: ActionContract,
  { person }: Reader,
  { roles }: Standing,
): boolean {
  if (name === 'claimTask') return state.tasks.some(({ assigneeId }) => assigneeId === null);
  if (name === 'releaseTask')
    return state.tasks.some(
      ({ assigneeId }) => assigneeId !== null && (assigneeId === person.id || roles.includes('manager')),
    );
  if (name === 'assignTask') return state.tasks.length > 0;
  return (
    action.task === undefined || !action.at.includes(ANY_STAGE) || state.tasks.some((task) => task.name === action.task)
  );
}

const NOTHING = z.strictObject({});
const stricts = new WeakMap<z.ZodObject, z.ZodObject>();
const jsonSchemas = new WeakMap<z.ZodType, Record<string, unknown>>();

function strict(schema: z.ZodObject): z.ZodObject {
  const found = stricts.get(schema) ?? schema.strict();
  stricts.set(schema, found);
  return found;
}

/** What an input must look like, as JSON Schema without the name of its dialect; made once a schema. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const found = jsonSchemas.get(schema);
  if (found !== undefined) return found;
  const made: Record<string, unknown> = { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
  delete made['$schema'];
  jsonSchemas.set(schema, made);
  return made;
}
