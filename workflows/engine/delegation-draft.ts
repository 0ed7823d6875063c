/**
 * A task that its holder has delegated to a colleague (XC-05.5): the delegate works on it and hands it back with an opinion, the holder
 * answers for it and decides. It ends with the task, and with either of the two.
 */
import type { Text } from '../../rules/text.ts';
import { namedAccount } from './case-number.ts';
import { hasLegalEffect, type To } from './contract.ts';
import { phrases } from './phrases.ts';
import { isWithDelegate, type TaskState } from './state.ts';
import { TaskDraft } from './task-draft.ts';

export abstract class DelegationDraft extends TaskDraft {
  abstract notify(template: string, to: To, data: object, about?: readonly string[]): void;

  /** The task of this name is with `to` from now on, who is told with the deadlines by which it is wanted. */
  delegateTask(name: string, to: string, note: string): void {
    const { title, dueBy = [] } = this.taskContract(name);
    const delegation = { to, by: this.actor.id, note, at: this.now };
    const task = this.keepDelegation(name, delegation);
    this.record('TASK_DELEGATED', phrases.taskDelegated(title), {
      detail: { task: name, heldBy: task.assigneeId, delegateId: to },
      requirement: 'XC-05.5',
    });
    const told = { task: title, by: namedAccount(delegation.by), note, delegation: markOf(task) };
    const running = dueBy.filter(
      (deadline) => this.deadline(deadline)?.dueAt && hasLegalEffect(this.contract, deadline),
    );
    this.notify('taskDelegated', { user: to }, told, running);
  }

  /** The delegate hands the task back; who delegated it, and who holds it, is told. The opinion stays with the task until it is closed. */
  handBackTask(name: string, opinion: string): void {
    const { delegation, assigneeId } = this.task(name) ?? {};
    if (delegation === undefined) throw new Error(`Task '${name}' is with no delegate.`);
    const { id: by } = this.actor;
    const task = this.keepDelegation(name, { ...delegation, answer: { by, opinion, at: this.now } });
    const told = { task: this.taskContract(name).title, by: namedAccount(by), opinion, delegation: markOf(task) };
    this.#tell([delegation.by, assigneeId], 'taskHandedBack', told);
  }

  /** The task is with its delegate no more, before it was handed back: a line says why, and these people are told. */
  override endDelegation(name: string, why: Text, ...toTell: readonly (string | null)[]): void {
    const task = this.task(name);
    if (task === undefined || !isWithDelegate(task)) return;
    const { to } = task.delegation;
    this.keepDelegation(name, undefined);
    const { title } = this.taskContract(name);
    this.record('TASK_DELEGATION_ENDED', phrases.delegationEnded(title, why), {
      detail: { task: name, delegateId: to, why },
      requirement: 'XC-05.5',
    });
    this.#tell(toTell.length > 0 ? toTell : [to], 'delegationEnded', { task: title, delegate: namedAccount(to), why });
  }

  /** Tells each of these people once, and nobody of what they have done themselves. */
  #tell(people: readonly (string | null | undefined)[], template: string, data: object): void {
    for (const user of new Set(people))
      if (user != null && user !== this.actor.id) this.notify(template, { user }, data);
  }
}

/** Says in a notice which delegation it is about. */
function markOf({ name, entry, delegation }: TaskState) {
  return { task: name, entry, at: delegation?.at };
}
