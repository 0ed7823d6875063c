/** Who could take a task: its role at the body and region of its case, and nothing that keeps them out (XC-05.5). */
import type { Database } from '../../prisma/client.ts';
import { officesAt } from '../../prisma/offices-now.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { interestedIn } from '../../prisma/interests.ts';
import type { Body } from '../../rules/roles.ts';
import { dayOf, type Instant } from '../../rules/time/index.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import { keptFromTask } from '../../workflows/engine/who-may-not.ts';
import type { ApiContext } from '../context.ts';
import { regionWithin } from './case-scope.ts';

/** A task with what of its case decides who could take it. */
export interface TaskInCase {
  readonly name: string;
  readonly role: string;
  readonly case: Body & {
    readonly kind: string;
    readonly state: unknown;
    readonly parties: readonly { readonly party: string; readonly follows: boolean }[];
  };
}

/** What is read of the case of a task for it, beside `SCOPED`. */
export const TAKEN_IN = { bodyId: true, region: true, kind: true, state: true } as const;

/** The offices in which a task can be done, and the accounts that are kept from it all the same. */
export interface Takers {
  readonly offices: Prisma.OfficeWhereInput;
  readonly keptOut: readonly string[];
}

/** Offices in which tasks of this role can be done in a case that this body handles. */
export async function officesForTask(
  database: Database,
  { role, case: { bodyId, region } }: TaskInCase,
): Promise<Prisma.OfficeWhereInput> {
  if (role === 'admin') return { role };
  const places = (await officesAt(database, [bodyId])).placesFor({ bodyId, region });
  return { role, OR: places.map((at) => ({ bodyId: at.bodyId, region: { in: [at.region, ...above(at.region)] } })) };
}

/** Those to whom the task could be given, as giving it to them would find. */
export async function takersOf(
  { contracts, database }: Pick<ApiContext, 'contracts'> & { readonly database: Database },
  task: TaskInCase,
  now: Instant,
): Promise<Takers> {
  const { kind, state, parties } = task.case;
  const contract = contracts[kind];
  const taking = parties.filter(({ follows }) => !follows).map(({ party }) => party);
  const interested = await interestedIn(database, taking, dayOf(now));
  const barred =
    contract === undefined || state === null ? [] : keptFromTask(contract, state as RecordedState, task.name);
  return { offices: await officesForTask(database, task), keptOut: [...new Set([...interested, ...barred])] };
}

/** Offices of a body in this region, in one below it or above it. */
export function aroundRegion(region: string): Prisma.OfficeWhereInput[] {
  return [regionWithin(region), { region: { in: above(region) } }];
}

/** `SH/PUDONG/X` lies below `SH/PUDONG` and `SH`. */
function above(region: string): string[] {
  const parts = region.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
