/** The tasks of a step: opened, described, assigned, closed. */
import { Refusal, refuse } from '../../rules/refusal.ts';
import type { Text } from '../../rules/text.ts';
import { DeadlineDraft } from './deadline-draft.ts';
import type { OpenCapacity } from './grants.ts';
import { phrases } from './phrases.ts';
import type { DelegationState, TaskState } from './state.ts';
import type { TaskChange } from './transition.ts';

export abstract class TaskDraft extends DeadlineDraft {
  // By name and entry: one step may close a task and open the next of the same name.
  protected readonly taskChanges = new Map<string, TaskChange>();

  /** Opens a task of the contract, once, due by the deadline of its contract that runs. */
  openTask(name: string, detail?: Record<string, unknown>): void {
    if (this.task(name)) return;
    const { role, title, dueBy = [] } = this.taskContract(name);
    const [dueAt = null] = dueBy.flatMap((deadline) => this.deadline(deadline)?.dueAt ?? []);
    const task = { name, entry: this.nextEntry(`task:${name}`), assigneeId: null };
    this.state.tasks.push(task);
    this.#save(task, { dueAt, ...(detail && { detail }) });
    this.record('TASK_OPENED', phrases.taskOpened(title), { detail: { task: name, role } });
  }

  /** Says what an open task is about by now. */
  describeTask(name: string, detail: Record<string, unknown>): void {
    const task = this.task(name);
    if (task !== undefined) this.#save(task, { ...this.#changeOf(task), detail });
  }

  /** Opens a task, or says what it is about by now if it is open already. */
  openOrDescribeTask(name: string, detail: Record<string, unknown>): void {
    if (this.task(name)) this.describeTask(name, detail);
    else this.openTask(name, detail);
  }

  task(name: string): TaskState | undefined {
    return this.state.tasks.find((task) => task.name === name);
  }

  assignTask(name: string, assigneeId: string | null): void {
    const task = this.task(name);
    if (task === undefined) refuse('NOT_NOW', `案件没有待办“${name}”。`, `The case has no open task '${name}'.`);
    const { title } = this.taskContract(name);
    const { to } = task.delegation ?? {};
    if (task.assigneeId !== assigneeId) this.endDelegation(name, nowHeldBy(assigneeId, to));
    this.#hold(name, assigneeId);
    const [type, phrase] =
      assigneeId === null
        ? (['TASK_RELEASED', phrases.taskReleased] as const)
        : (['TASK_ASSIGNED', phrases.taskAssigned] as const);
    this.record(type, phrase(title), { detail: { task: name, assigneeId } });
  }

  closeTask(name: string): void {
    this.endDelegation(name, phrases.taskDone);
    const task = this.task(name);
    if (task === undefined) return;
    const { title } = this.taskContract(name);
    this.state.tasks = this.state.tasks.filter((open) => open.name !== name);
    this.#save(task, { closed: true, closedBy: this.actor.kind === 'person' ? this.actor.id : null });
    this.record('TASK_CLOSED', phrases.taskClosed(title), { detail: { task: name } });
  }

  /**
   * Goes on in the first of these capacities in which nothing stands in the way.
   * @throws whatever the first one was refused by, if there is none
   */
  actAs(capacities: readonly OpenCapacity[], check: (capacity: OpenCapacity) => void): void {
    let first: unknown;
    for (const capacity of capacities) {
      try {
        check(capacity);
        this.actInCapacity(capacity.actor);
        return;
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        first ??= refusal;
      }
    }
    throw first;
  }

  /** Takes a task from whoever holds it: it waits for somebody else, and a line says why. */
  returnTask(name: string, why: Text): void {
    const task = this.task(name);
    if (task?.assigneeId == null) return;
    this.endDelegation(name, why);
    this.#hold(name, null);
    this.record('TASK_RELEASED', phrases.taskReturned(this.taskContract(name).title, why), {
      detail: { task: name, assigneeId: null, heldBy: task.assigneeId, why },
      requirement: 'XC-05.5',
    });
  }

  /** Another body handles the case from now on: its own people take the open tasks up (XC-05.5). */
  protected handOverTasks(): void {
    for (const task of this.state.tasks) {
      if (task.assigneeId === null) this.#hold(task.name, null);
      else this.returnTask(task.name, phrases.handedOverWithCase);
    }
  }

  protected override awaitCalendar(): void {
    if (this.contract.tasks['loadCalendar'] !== undefined) this.openTask('loadCalendar');
  }

  /** Ends what is with a delegate; see `DelegationDraft`. */
  protected abstract endDelegation(name: string, why: Text): void;

  /** The task with this delegation, or none. @returns the task as it now stands */
  protected keepDelegation(name: string, delegation: DelegationState | undefined): TaskState {
    return this.#change(name, ({ name: of, entry, assigneeId }) => ({
      ...{ name: of, entry, assigneeId },
      ...(delegation && { delegation }),
    }));
  }

  #hold(name: string, assigneeId: string | null): void {
    this.#change(name, (task) => ({ ...task, assigneeId }));
  }

  #change(name: string, change: (task: TaskState) => TaskState): TaskState {
    const before = this.task(name);
    if (before === undefined) throw new Error(`The case has no open task '${name}'.`);
    const task = change(before);
    this.state.tasks = this.state.tasks.map((open) => (open.name === name ? task : open));
    const { assigneeId, delegation } = task;
    this.#save(task, { ...this.#changeOf(task), assigneeId, delegation });
    return task;
  }

  protected taskContract(name: string) {
    const found = this.contract.tasks[name];
    if (found === undefined) throw new Error(`${this.contract.kind} has no task '${name}'.`);
    return found;
  }

  /** What this step has changed of a task so far. */
  #changeOf({ name, entry }: TaskState): TaskChange | undefined {
    return this.taskChanges.get(`${name}:${entry}`);
  }

  #save({ name, entry, assigneeId, delegation }: TaskState, change: Partial<TaskChange>): void {
    const { role } = this.taskContract(name);
    const open = { name, entry, role, assigneeId, delegation, dueAt: null, closed: false, closedBy: null };
    this.taskChanges.set(`${name}:${entry}`, { ...open, ...change });
  }
}

/** Why a task is with its delegate no more when somebody else holds it, or nobody. */
function nowHeldBy(assigneeId: string | null, delegate: string | undefined): Text {
  if (assigneeId === null) return phrases.heldByNobody;
  return assigneeId === delegate ? phrases.delegateHolds : phrases.heldByAnother;
}
