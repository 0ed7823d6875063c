/** Where the link of a notice leads: to the form of what it asks its reader for, or to the page of its case (XC-03.2). */
import type { DelegationNamed, NoticeSpec } from '../rules/notices.ts';
import { ANY_STAGE, type ProcessContract } from '../workflows/engine/contract.ts';
import type { Grant } from '../workflows/engine/grants.ts';
import type { RecordedState } from '../workflows/engine/state.ts';
import type { Audience, NoticeRequest } from '../workflows/engine/transition.ts';
import { contracts } from '../workflows/regimes.ts';

/** What of a case decides what the readers of its notices can do in it. */
export type CaseTold = Pick<RecordedState, 'stage' | 'parties' | 'tasks'>;

/** What it is told with, and to whom. */
type Told = Pick<NoticeRequest, 'to' | 'data' | 'deadlines'>;

/**
 * The page that it names, for who could not open its case; or the page of its case, with the form of the one action that it asks for, or with the decisions of
 * the one task that it speaks of, where its readers have a part in them as the case stands.
 */
export function pathOfNotice(
  spec: NoticeSpec,
  { id, kind }: { readonly id: string; readonly kind: string },
  told: Told,
  state: CaseTold | undefined,
): string {
  if (spec.page !== undefined) return filled(spec.page, told.data);
  const contract = contracts[kind];
  if (contract === undefined || state === undefined) return `/cases/${id}`;
  const action = actionFor(contract, spec, state, told);
  if (action !== undefined) return `/cases/${id}?action=${action}`;
  const [task, ...others] = tasksFor(contract, spec, state, told);
  return task !== undefined && others.length === 0 ? `/cases/${id}?task=${task}` : `/cases/${id}`;
}

function filled(page: string, data: Told['data']): string {
  return page.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(data[name])));
}

function actionFor(contract: ProcessContract, spec: NoticeSpec, state: CaseTold, { to, deadlines }: Told) {
  const [deadline] = deadlines;
  const asked = [
    spec.holds?.delegation === 'withDelegate' ? 'handBackTask' : undefined,
    spec.action,
    spec.digest === true && deadline !== undefined ? contract.deadlines[deadline.name]?.metBy : undefined,
  ];
  return asked.find((name) => name !== undefined && mayDo(contract, name, state, to));
}

/** Whether these readers may do an action as the case stands. Who a single account is, the records know alone. */
function mayDo(contract: ProcessContract, name: string, { stage, parties }: CaseTold, to: Audience): boolean {
  const action = contract.actions[name];
  if (action === undefined) return false;
  const isOpen = action.whenClosed === true || [...action.at, ...(action.reopens ?? [])].some(isStage(stage));
  return isOpen && ('user' in to || action.by.some((grant) => isFor(grant, to, parties)));
}

function isStage(stage: string) {
  return (one: string) => one === ANY_STAGE || one === stage;
}

function isFor(grant: Grant, to: Audience, parties: CaseTold['parties']): boolean {
  if (grant === 'case') return false;
  if (!('party' in grant)) return rolesOf(to).includes('handling' in grant ? grant.handling : grant.office);
  if ('party' in to) return (parties[grant.party] ?? []).includes(to.party);
  return 'contact' in to;
}

function rolesOf(to: Audience): readonly string[] {
  if ('role' in to) return [to.role];
  return 'party' in to ? to.roles : [];
}

/** Open tasks that it speaks of and its readers may do: those it is sent for, or that its first deadline is the time of. */
function tasksFor(contract: ProcessContract, spec: NoticeSpec, { tasks }: CaseTold, { to, data, deadlines }: Told) {
  const { task: delegated } = (data['delegation'] ?? {}) as Partial<DelegationNamed>;
  const [deadline] = deadlines;
  const isAsked = (name: string) =>
    name === delegated ||
    spec.holds?.tasks?.includes(name) === true ||
    (spec.digest === true && deadline !== undefined && contract.tasks[name]?.dueBy?.includes(deadline.name) === true);
  const isTheirs = (name: string) => 'user' in to || rolesOf(to).includes(contract.tasks[name]?.role ?? '');
  return tasks.map(({ name }) => name).filter((name) => isAsked(name) && isTheirs(name));
}
