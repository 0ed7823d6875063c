/**
 * What every process has: taking, giving back and assigning tasks; a recipient whom no notice reaches; letters; bars that are
 * lifted; another calendar and other rules.
 */
import { text, type Text } from '../../rules/text.ts';
import { refuse } from '../../rules/refusal.ts';
import { ANY_STAGE, type ActionContract, type ProcessContract, type TaskContract } from './contract.ts';
import { inWords } from './deadlines.ts';
import { phrases } from './phrases.ts';
import type { CommonInputs } from './input.ts';
import type { ReadingOf } from './readings.ts';
import type { Step } from './step.ts';

export const commonActions = {
  claimTask: {
    title: text('领取待办', 'Take a task'),
    done: text('领取待办', 'Task claimed'),
    event: 'TASK_CLAIM_REQUESTED',
    by: ['reviewer', 'manager', 'admin'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.1',
  },
  releaseTask: {
    title: text('退回待办', 'Give a task back'),
    done: text('退回待办', 'Task given back'),
    event: 'TASK_RELEASE_REQUESTED',
    by: ['reviewer', 'manager', 'admin'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.1',
  },
  assignTask: {
    title: text('指派待办', 'Assign a task'),
    done: text('指派待办', 'Task assigned'),
    event: 'TASK_ASSIGNMENT_REQUESTED',
    by: ['manager'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.1',
  },
  noticeFailed: {
    title: text('通知未能送达', 'A notice could not be delivered'),
    done: text('通知未能送达', 'A notice could not be delivered'),
    event: 'NOTICE_UNDELIVERABLE',
    by: ['case'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-04.3',
  },
  recordContact: {
    title: text('记录已另行联系', 'Record that the recipient was reached otherwise'),
    done: text('已另行联系到收件人', 'Recipient reached otherwise'),
    event: 'RECIPIENT_REACHED_OTHERWISE',
    by: ['reviewer', 'manager'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-04.3',
    task: 'reachRecipient',
  },
  recordLetter: {
    title: text('记录告知函寄送情况', 'Record what became of a letter'),
    done: text('告知函寄送情况已记录', 'Letter recorded'),
    event: 'LETTER_RECORDED',
    by: ['reviewer', 'manager'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-04.2',
    task: 'sendLetter',
  },
  liftBar: {
    title: text('解除不受理期', 'Lift a bar'),
    done: text('不受理期已解除', 'Bar lifted'),
    event: 'BAR_LIFTED',
    by: ['manager'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: 'SH-STORE 四.6',
    requirement: 'XC-05.4',
    adverse: true,
    reading: 'bars',
  },
  adoptRules: {
    title: text('改用最新规则', 'Move to the newest rules'),
    done: text('改用最新规则', 'Moved to the newest rules'),
    event: 'RULES_ADOPTED',
    by: ['manager'],
    at: [ANY_STAGE],
    clause: '—',
    requirement: 'XC-06.2',
    adverse: true,
    reading: 'rules',
  },
  calendarLoaded: {
    title: text('工作日历更新', 'Working-day calendar updated'),
    done: text('工作日历更新', 'Working-day calendar updated'),
    event: 'CALENDAR_CHANGED',
    by: ['case'],
    at: [ANY_STAGE],
    clause: '—',
    requirement: 'XC-02.3',
    reading: 'calendar',
  },
} as const satisfies Record<string, ActionContract>;

export const commonTasks = {
  reachRecipient: {
    title: text('通知无法送达，请另行联系', 'A notice did not arrive: reach the recipient otherwise'),
    role: 'reviewer',
  },
  sendLetter: { title: text('寄送书面告知函', 'Send the written notification'), role: 'reviewer' },
  loadCalendar: { title: text('加载尚未公布的工作日历', 'Load the calendar of a year now unpublished'), role: 'admin' },
} as const satisfies Record<string, TaskContract>;

/** A process's contract with the common actions and tasks added to its own. */
export function withCommon<C extends ProcessContract>(contract: C): C {
  return {
    ...contract,
    actions: { ...contract.actions, ...commonActions },
    tasks: { ...contract.tasks, ...commonTasks },
  };
}

type CommonHandlers = {
  readonly [A in keyof CommonInputs]: (
    step: Step,
    input: CommonInputs[A],
    reading: ReadingOf<(typeof commonActions)[A]>,
  ) => void;
};

export const commonHandlers: CommonHandlers = {
  claimTask(step, { task, entry }) {
    const holder = openTask(step, task, entry).assigneeId;
    const role = step.contract.tasks[task]?.role;
    if (step.actor.role !== role) {
      refuse('NOT_ALLOWED', '该待办由其他角色办理。', `This task is for the role '${role ?? '—'}'.`, { field: 'task' });
    }
    if (holder !== null && holder !== step.actor.id) refuseTaskOfAnother(task);
    refuseWhoMayNotDoIt(step, task, step.actor.id);
    step.assignTask(task, step.actor.id);
  },
  releaseTask(step, { task, entry }) {
    const holder = openTask(step, task, entry).assigneeId;
    if (holder === null) refuse('ALREADY_DONE', '该待办无人领取。', 'Nobody holds this task.', { field: 'task' });
    if (holder !== step.actor.id && step.actor.role !== 'manager') refuseTaskOfAnother(task);
    step.assignTask(task, null);
  },
  assignTask(step, { task, entry, to }) {
    openTask(step, task, entry);
    refuseWhoMayNotDoIt(step, task, to);
    step.assignTask(task, to);
  },
  noticeFailed(step, { noticeId, template }) {
    if (step.undelivered.some((notice) => notice.noticeId === noticeId)) return;
    step.setUndelivered([...step.undelivered, { noticeId, template }]);
    if (step.task('reachRecipient')) step.describeTask('reachRecipient', { notices: step.undelivered });
    else step.openTask('reachRecipient', { notices: step.undelivered });
  },
  recordContact(step, { noticeId }) {
    const left = noticeId === undefined ? [] : step.undelivered.filter((notice) => notice.noticeId !== noticeId);
    if (left.length === step.undelivered.length) {
      refuse('NOT_NOW', '没有这样的未送达通知。', 'No such notice is known to be undelivered.', { field: 'noticeId' });
    }
    step.setUndelivered(left);
    if (left.length === 0) step.closeTask('reachRecipient');
    else step.describeTask('reachRecipient', { notices: left });
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
  liftBar(step, { barId, reason }, bars) {
    const bar = bars.find((one) => one.id === barId);
    if (bar === undefined)
      refuse('NOT_FOUND', '本案没有这项不受理期。', 'There is no such bar of this case.', { field: 'barId' });
    if (bar.firm) {
      refuse(
        'NOT_ALLOWED',
        `${bar.clause} 的不受理期不是“原则上”的规定，不得解除。`,
        `The bar under ${bar.clause} does not hold merely in principle; it cannot be lifted.`,
        { facts: { clause: bar.clause } },
      );
    }
    if (bar.isLifted) refuse('ALREADY_DONE', '该不受理期已经解除。', 'The bar has been lifted already.');
    step.write({ write: 'liftBar', id: barId, byId: step.actor.id, reason });
    step.notify('barLifted', 'owner', { lastDay: bar.lastDay, liftedAt: step.now, reason });
  },
  adoptRules(step, _input, newest) {
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
    step.record('RULES_CHANGED', phrases.rulesChanged(newest.version), {
      detail: {
        version: newest.version,
        values: changed.map((key) => ({ key, from: before[key], to: newest.values[key] })),
      },
      requirement: 'XC-06.2',
    });
    retimeDeadlines(step, phrases.rulesChanged(newest.version));
  },
  calendarLoaded(step, _input, calendar) {
    if (calendar.version <= step.state.calendar.version) return;
    step.state.calendar = calendar;
    retimeDeadlines(step, phrases.calendarChanged);
    if (!step.state.deadlines.some((deadline) => deadline.provisional)) step.closeTask('loadCalendar');
  },
};

/** Reckons every open deadline again and tells whom it concerns of those that moved (XC-02.3, XC-06.2). */
function retimeDeadlines(step: Step, why: Text): void {
  for (const before of step.state.deadlines) {
    const { name } = before;
    const moved = step.retimeDeadline(name);
    const after = step.deadline(name);
    const { title, legalEffect, concerns = ['owner'] } = step.contract.deadlines[name] ?? {};
    if (!moved || after === undefined || title === undefined || legalEffect === false) continue;
    for (const to of concerns) {
      step.notify('deadlineMoved', to, { title, from: inWords(before), to: inWords(after), why }, [name]);
    }
  }
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

/** A task that somebody holds who may not do it would wait for ever (XC-05.5). */
function refuseWhoMayNotDoIt(step: Step, task: string, accountId: string): void {
  const barred = Object.values(step.contract.actions)
    .filter((action) => action.task === task)
    .flatMap((action) => action.notBy ?? []);
  const because = barred.find((did) => step.state.participants[did]?.includes(accountId));
  if (because !== undefined) refuseFourEyes(because);
}

/** Who recommended or filed decides nothing in the case (XC-05.5). */
export function refuseFourEyes(because: string): never {
  refuse(
    'FOUR_EYES',
    '在本案中承担过回避事项的人员不得办理此事，请由他人办理。',
    'Who recommended or filed in this case may not do this; somebody else must.',
    { facts: { because } },
  );
}

export function refuseTaskOfAnother(task: string): never {
  refuse(
    'TASK_OF_ANOTHER',
    '该待办已由他人领取；请其退回或由负责人改派后再办理。',
    `The task '${task}' is held by somebody else; ask them to give it back, or a manager to assign it to you.`,
    { facts: { task } },
  );
}
