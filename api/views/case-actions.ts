/** The actions open to one reader, with the schema of their input: the console renders its forms from these. */
import { z } from 'zod';
import type { Case } from '../../prisma/generated/client.ts';
import { takeReading } from '../../activities/readings.ts';
import type { Database } from '../../prisma/client.ts';
import type { Refusal } from '../../rules/refusal.ts';
import { accountsActedIn } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import { blockedBy as missingFor } from '../../workflows/engine/engine.ts';
import { grantInWords, partiesToActFor } from '../../workflows/engine/grants.ts';
import { ANY_STAGE, type ActionContract, type ProcessContract } from '../../workflows/engine/contract.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import { isWithDelegate, type RecordedState, type TaskState } from '../../workflows/engine/state.ts';
import { processes } from '../../workflows/regimes.ts';
import { areSeveral } from '../acting-for.ts';
import type { ApiContext } from '../context.ts';
import { textSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import type { ActionRefusals } from './action-refusals.ts';
import type { Standing } from './case-scope.ts';
import { caseStateOf } from './case-state.ts';
import type { Lay } from './live-choices.ts';

export const actionSchema = z
  .object({
    name: z.string(),
    title: textSchema,
    clause: z.string(),
    requirement: z.string(),
    adverse: z.boolean().meta({ description: 'Needs a reason (XC-05.1)' }),
    task: z.string().nullable(),
    ready: z.boolean().meta({ description: 'False while something is missing, whatever the input: see `blockedBy`' }),
    blockedBy: z
      .array(
        z.object({
          code: z.string().meta({ description: 'The refusal that doing it now would get' }),
          message: textSchema,
          facts: z.record(z.string(), z.unknown()).nullable(),
        }),
      )
      .meta({ description: 'All that is missing, by the checks that the case itself makes (XC-05.1)' }),
    for: z
      .array(z.object({ party: z.string(), title: textSchema.meta({ description: 'Its part in the case' }) }))
      .meta({
        description: 'For whom it can be done, where the reader acts for several sides; one of them is named in `for`',
      }),
    input: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of the input' }),
  })
  .meta({ id: 'OpenAction' });

export type OpenAction = z.infer<typeof actionSchema>;

/** The case as its row has it, with its state. */
type CaseNow = Pick<Case, 'id' | 'kind' | 'regime' | 'about' | 'ruleVersion' | 'calendarVersion'> & {
  readonly state: RecordedState | null;
};

/** Who reads a case, in what position, which of its actions are refused to them, and what lays the choices of now into a form. */
interface ForReader {
  readonly reader: Reader;
  readonly standing: Standing;
  readonly refusals: ActionRefusals;
  readonly lay: Lay;
}

/** What this reader may do in the case now, and what is missing for it, by the same checks the case itself makes. */
export async function openActions(
  context: ApiContext,
  contract: ProcessContract,
  row: CaseNow,
  { reader, standing, refusals, lay }: ForReader,
  now: Instant,
): Promise<OpenAction[]> {
  const { state } = row;
  if (state === null) return [];
  const idle = await idleActions(context, row, standing);
  const open = Object.entries(contract.actions)
    .filter(([name]) => !idle.includes(name) && !refusals.has(name))
    .filter(([name, action]) => hasItsTask(state, name, action, reader, standing));
  if (open.length === 0) return [];
  const blocked = await blocks(context.database, row, state, open, reader, now);
  return open.map(([name, action]) => {
    const blockedBy = blocked.get(name) ?? [];
    return {
      name,
      title: action.title,
      clause: action.clause,
      requirement: action.requirement,
      adverse: action.adverse === true,
      task: action.task ?? null,
      ready: blockedBy.length === 0,
      blockedBy: blockedBy.map(({ code, details: { message, facts } }) => ({ code, message, facts: facts ?? null })),
      for: sidesOf(contract, state, action, reader),
      input: lay(jsonSchemaOf(inputOf(context, contract.kind, name))),
    };
  });
}

/** The sides of the case for which the reader has to choose; none where there is nothing to choose. */
function sidesOf(contract: ProcessContract, state: RecordedState, { by }: ActionContract, { person }: Reader) {
  const sides = partiesToActFor(contract, state, by, person);
  if (!areSeveral(sides)) return [];
  return sides.map(({ name, party }) => ({ party, title: grantInWords(contract, { party: name }) }));
}

/** What keeps these actions from being done, by name. */
async function blocks(
  database: Database,
  { id, kind, regime, about, ruleVersion, calendarVersion }: CaseNow,
  recorded: RecordedState,
  open: readonly (readonly [string, ActionContract])[],
  { person }: Reader,
  now: Instant,
): Promise<ReadonlyMap<string, readonly Refusal[]>> {
  const process = processes[kind];
  if (process === undefined) return new Map();
  const state = await caseStateOf(database, { regime, ruleVersion, calendarVersion }, recorded);
  const checked = open.filter(([name]) => process.requires?.[name] !== undefined);
  const found = checked.map(async ([name, { reading }]): Promise<[string, readonly Refusal[]]> => {
    const before = process.readsBefore?.(state) ?? null;
    const read =
      reading === undefined
        ? undefined
        : await takeReading(database, { reading, regime, caseId: id, about, before, at: now });
    return [name, missingFor(process, state, name, person, read, now)];
  });
  return new Map(await Promise.all(found));
}

/** Actions whose object stands in the records alone and is not there: no bar that may be lifted, no newer rules. */
async function idleActions(
  { database }: ApiContext,
  { id, regime, ruleVersion }: Pick<Case, 'id' | 'regime' | 'ruleVersion'>,
  { roles }: Standing,
): Promise<string[]> {
  if (!roles.includes('manager')) return [];
  const [bar, newer] = await Promise.all([
    database.bar.findFirst({ where: { caseId: id, firm: false, liftedAt: null }, select: { id: true } }),
    database.ruleVersion.findFirst({ where: { regime, version: { gt: ruleVersion } }, select: { version: true } }),
  ]);
  return [...(bar === null ? ['liftBar', 'shortenBar'] : []), ...(newer === null ? ['adoptRules'] : [])];
}

/** The schema of an action's input; an action without one takes nothing. */
export function inputOf({ inputs }: Pick<ApiContext, 'inputs'>, kind: string, action: string): z.ZodType {
  const schema = inputs[kind]?.[action];
  if (schema === undefined) return NOTHING;
  return schema instanceof z.ZodObject ? strict(schema) : schema;
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
  const accounts = accountsActedIn(person);
  const isMine = ({ assigneeId }: TaskState) => assigneeId !== null && accounts.includes(assigneeId);
  if (name === 'delegateTask') return state.tasks.some((task) => isMine(task) && !isWithDelegate(task));
  if (name === 'handBackTask')
    return state.tasks.some((task) => isWithDelegate(task) && accounts.includes(task.delegation.to));
  if (name === 'recallTask')
    return state.tasks.some((task) => isWithDelegate(task) && (isMine(task) || roles.includes('manager')));
  return (
    action.task === undefined || !action.at.includes(ANY_STAGE) || state.tasks.some((task) => task.name === action.task)
  );
}

const NOTHING = z.strictObject({});
const stricts = new WeakMap<z.ZodObject, z.ZodObject>();

function strict(schema: z.ZodObject): z.ZodObject {
  const found = stricts.get(schema) ?? schema.strict();
  stricts.set(schema, found);
  return found;
}
