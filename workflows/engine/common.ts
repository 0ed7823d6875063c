/** What the actions do that every process has: see `common-contract.ts`. */
import type { Text } from '../../rules/text.ts';
import { accountsOf, canTakeTask } from '../../rules/roles.ts';
import { refuse } from '../../rules/refusal.ts';
import type { CommonActions, CommonInputs } from './common-contract.ts';
import { inWords } from './deadlines.ts';
import { phrases } from './phrases.ts';
import { ruleChange, tellValues } from './rule-change.ts';
import { servingNotice } from './service.ts';
import { isWithDelegate, type TaskState, type UndeliveredNotice } from './state.ts';
import type { OpenCapacity } from './grants.ts';
import type { Step } from './step.ts';
import { interestIn, refuseNotTheirTask, refuseTask } from './who-may-not.ts';
import type { CommonReadings } from './types.ts';

/** What follows from the others is the process's: a clock that is followed may pass, and a notice may be awaited. */
type Handled = Exclude<keyof CommonInputs, 'clockFollowed' | 'interestDeclared' | 'noticeServed'>;

type ReadingOf<A> = A extends { readonly reading: infer R extends keyof CommonReadings }
  ? CommonReadings[R]
  : undefined;

type CommonHandlers = {
  readonly [A in Handled]: (step: Step, input: CommonInputs[A], reading: ReadingOf<CommonActions[A]>) => void;
};

export const commonHandlers: CommonHandlers = {
  claimTask(step, { task, entry }) {
    const open = openTask(step, task, entry);
    const role = step.contract.tasks[task]?.role ?? '';
    const inRole = capacitiesOf(step).filter(({ actor }) => actor.role === role);
    if (inRole.length === 0) {
      refuse('NOT_ALLOWED', '该待办由其他角色办理。', `This task is for the role '${role || '—'}'.`, { field: 'task' });
    }
    step.actAs(inRole, ({ actor }) => {
      refuseNotTheirTask(open, actor);
      refuseTask(step.contract, step.state, task, accountsOf(actor));
    });
    step.assignTask(task, step.actor.id);
  },
  releaseTask(step, { task, entry }) {
    const open = openTask(step, task, entry);
    if (open.assigneeId === null)
      refuse('ALREADY_DONE', '该待办无人领取。', 'Nobody holds this task.', { field: 'task' });
    step.actAs(capacitiesOf(step), ({ actor }) => {
      if (actor.role !== 'manager') refuseNotTheirTask(open, actor);
    });
    step.assignTask(task, null);
  },
  assignTask(step, { task, entry, to }) {
    openTask(step, task, entry);
    refuseTask(step.contract, step.state, task, [to]);
    step.assignTask(task, to);
  },
  delegateTask(step, { task, entry, to, note }) {
    const open = openTask(step, task, entry);
    if (open.assigneeId === null) {
      refuse(
        'NOT_NOW',
        '该待办尚无人领取，请先领取再委派。',
        'Nobody holds this task: take it before you delegate it.',
        {
          field: 'task',
        },
      );
    }
    step.actAs(capacitiesOf(step), ({ actor }) => {
      refuseNotTheirTask(open, actor);
      refuseTask(step.contract, step.state, task, accountsOf(actor));
    });
    refuseDelegate(step, open, to);
    step.delegateTask(task, to, note);
  },
  handBackTask(step, { task, entry, opinion }) {
    const { delegation, assigneeId } = delegatedTask(step, task, entry);
    if (step.actor.id === assigneeId) {
      refuse(
        'NOT_ALLOWED',
        '您承办该待办，不能代受托人向自己交回；可以收回委派。',
        'You hold this task and cannot hand it back to yourself in the place of the delegate; recall it.',
        { field: 'task' },
      );
    }
    step.actAs(capacitiesOf(step), ({ actor }) => {
      if (!accountsOf(actor).includes(delegation.to))
        refuse('TASK_OF_ANOTHER', '该待办未委派给您。', 'This task is not delegated to you.', { field: 'task' });
    });
    step.handBackTask(task, opinion);
  },
  recallTask(step, { task, entry }) {
    const open = delegatedTask(step, task, entry);
    step.actAs(capacitiesOf(step), ({ actor }) => {
      if (actor.role !== 'manager') refuseNotTheirTask(open, actor);
    });
    step.endDelegation(task, phrases.delegationRecalled, open.delegation.to, open.assigneeId);
  },
  holderLeft(step, { account, offices, interests = [] }) {
    const isInterested = interestIn(step.contract, step.state, interests) !== undefined;
    for (const task of step.state.tasks) {
      const { name, assigneeId } = task;
      const role = step.contract.tasks[name]?.role ?? '';
      if (!isInterested && canTakeTask(offices, role, step.state)) continue;
      if (assigneeId === account) {
        step.returnTask(name, isInterested ? phrases.holderInterested : phrases.holderLeft);
      } else if (isWithDelegate(task) && task.delegation.to === account) {
        step.endDelegation(name, isInterested ? phrases.delegateInterested : phrases.delegateLeft, assigneeId);
      }
    }
  },
  settleInterest(step) {
    if (step.task('lookIntoInterest') === undefined)
      refuse('NOT_NOW', '没有待处理的利益关系。', 'No interest waits to be dealt with.');
    endInterest(step);
  },
  noticeFailed(step, { noticeId, template }) {
    if (step.undelivered.some((notice) => notice.noticeId === noticeId)) return;
    step.setUndelivered([...step.undelivered, { noticeId, template }]);
    step.openOrDescribeTask('reachRecipient', { notices: step.undelivered });
  },
  // It has arrived after all, at an address that was put right, or is not sent any more.
  noticeSettled(step, { noticeId }) {
    settleUndelivered(
      step,
      step.undelivered.filter((notice) => notice.noticeId !== noticeId),
    );
  },
  recordContact(step, { noticeId }) {
    const left = noticeId === undefined ? [] : step.undelivered.filter((notice) => notice.noticeId !== noticeId);
    if (left.length === step.undelivered.length) {
      refuse('NOT_NOW', '没有这样的未送达通知。', 'No such notice is known to be undelivered.', { field: 'noticeId' });
    }
    const reached = step.undelivered.filter((notice) => !left.includes(notice));
    step.write('reached', { noticeIds: reached.map((notice) => notice.noticeId) });
    settleUndelivered(step, left);
  },
  recordLetter(step, { letter: key, status, number }) {
    const letter = step.letters.find((one) => one.key === key);
    if (letter === undefined) {
      const open = step.letters.map((one) => one.key).join(', ') || '—';
      refuse(
        'NOT_NOW',
        `没有待寄送的告知函“${key}”；待寄送：${open}。`,
        `No letter '${key}' is under way; under way: ${open}.`,
        {
          field: 'letter',
        },
      );
    }
    step.setLetter(key, status, number ?? null);
    // One that came back is to be sent again.
    if (step.letters.length === 0) step.closeTask('sendLetter');
    else step.describeTask('sendLetter', { letters: step.letters.map((one) => one.key) });
  },
  adoptRules(step, { reason }, newest) {
    const { state } = step;
    if (newest.version <= state.ruleVersion) {
      refuse('ALREADY_DONE', '本案已适用最新规则。', 'The case is under the newest rules already.', {
        facts: { version: state.ruleVersion },
      });
    }
    const before = state.rules;
    state.rules = newest.values;
    state.ruleVersion = newest.version;
    const changed = Object.keys(newest.values).filter((key) => newest.values[key] !== before[key]);
    const values = changed.map((key) => ({ key, from: before[key], to: newest.values[key] }));
    const changes = values.map((value) => ruleChange(step.contract.names?.rules?.[value.key], value));
    step.record('RULES_CHANGED', phrases.rulesChangedSo(newest.version, changes), {
      detail: { version: newest.version, values },
      requirement: 'XC-06.2',
    });
    tellValues(step, step.contract.toldValues ?? {}, before, reason);
    retimeDeadlines(step, phrases.rulesChanged(newest.version));
  },
  calendarLoaded(step, _input, calendar) {
    if (calendar.version <= step.state.calendar.version) return;
    step.state.calendar = calendar;
    retimeDeadlines(step, phrases.calendarChanged);
    if (!step.state.deadlines.some((deadline) => deadline.provisional)) step.closeTask('loadCalendar');
  },
};

/** What the interests of these accounts mean for the case is decided; of all if none are named. */
export function endInterest(
  step: Pick<Step, 'state'> & InterestTask,
  isDecided: (account: string) => boolean = () => true,
): void {
  const interested = step.state.participants['interested'];
  if (interested === undefined) return;
  const left = interested.filter((account) => !isDecided(account));
  step.state.participants['interested'] = left;
  if (left.length === 0) step.closeTask('lookIntoInterest');
  else step.describeTask('lookIntoInterest', { accounts: left });
}

/** A step, as far as it takes up the interests that came to light. */
interface InterestTask {
  closeTask(name: 'lookIntoInterest'): void;
  describeTask(name: 'lookIntoInterest', detail: Record<string, unknown>): void;
}

/** Reckons every open deadline again and tells whom it concerns of those that moved (XC-02.3, XC-06.2). */
function retimeDeadlines(step: Step, why: Text): void {
  for (const before of step.state.deadlines) {
    // One that follows moves with the clock it follows.
    if (before.follows === true) continue;
    const { name } = before;
    const moved = step.retimeDeadline(name);
    const after = step.deadline(name);
    const { title, legalEffect } = step.contract.deadlines[name] ?? {};
    if (!moved || after === undefined || title === undefined || legalEffect === false) continue;
    for (const to of step.toldOf(name)) {
      step.notify('deadlineMoved', to, { title, from: inWords(before), to: inWords(after), why }, [name]);
    }
  }
}

/** Some notices have reached their recipients: what waited for that goes on, a time to act from now (XC-04.3). */
function settleUndelivered(step: Step, left: readonly UndeliveredNotice[]): void {
  step.setUndelivered(left);
  if (left.length === 0) step.closeTask('reachRecipient');
  else step.describeTask('reachRecipient', { notices: left });
  const { awaitingService = [] } = step.state;
  const served = awaitingService.filter((name) => {
    const serving = servingNotice(step.contract, step.deadline(name));
    return left.every(({ template }) => template !== serving);
  });
  if (served.length === 0) return;
  step.state.awaitingService = awaitingService.filter((name) => !served.includes(name));
  for (const name of served) step.resumeDeadline(name);
}

function openTask(step: Step, name: string, entry: number | undefined) {
  const open = step.task(name);
  if (open === undefined)
    refuse('NOT_NOW', `案件当前没有待办“${name}”。`, `The case has no open task '${name}' now.`, { field: 'task' });
  if (entry !== undefined && open.entry !== entry) {
    refuse(
      'NOT_NOW',
      '该待办已办结；同名的待办后来又开启了一项。',
      'This task is closed; another of its name was opened since.',
      { field: 'entry', facts: { open: open.entry } },
    );
  }
  return open;
}

/** The open task, which must be with a delegate. */
function delegatedTask(step: Step, name: string, entry: number | undefined) {
  const open = openTask(step, name, entry);
  if (isWithDelegate(open)) return open;
  refuse('NOT_NOW', '该待办目前未委派给他人。', 'This task is with no delegate now.', { field: 'task' });
}

/**
 * Whom a task cannot be delegated to, by what the case knows: who holds it or delegates it, whom four eyes keep out, a second delegate.
 * Whether that person could do it at all is asked of the records.
 */
function refuseDelegate(step: Step, open: TaskState, to: string): void {
  if (isWithDelegate(open)) {
    refuse('ALREADY_OPEN', '该待办已委派他人，请先收回。', 'This task is with a delegate already: recall it first.', {
      field: 'task',
      facts: { delegate: open.delegation.to },
    });
  }
  if (to === open.assigneeId || accountsOf(step.actor).includes(to)) {
    refuse('INVALID_INPUT', '不能委派给本人或承办人本人。', 'It must be delegated to somebody else.', { field: 'to' });
  }
  refuseTask(step.contract, step.state, open.name, [to]);
}

/** The capacities in which the actor may handle the case: nobody with an interest in a party does so. */
function capacitiesOf(step: Step): readonly OpenCapacity[] {
  const open = step.actor.open ?? [];
  const free = open.filter(({ interests }) => interestIn(step.contract, step.state, interests) === undefined);
  return free.length > 0 ? free : open;
}
