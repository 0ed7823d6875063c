/** What every process has: taking, giving back and assigning tasks; a recipient whom no notice reaches; the calendar. */
import { text } from '../../rules/text.ts';
import { refuse } from '../../rules/refusal.ts';
import { ANY_STAGE, type ActionContract, type ProcessContract, type TaskContract } from './contract.ts';
import type { Step } from './step.ts';

/** A task of the case; with its entry, that one and no later one of its name. */
interface TaskChosen {
  task: string;
  entry?: number | undefined;
}

export interface CommonInputs {
  claimTask: TaskChosen;
  releaseTask: TaskChosen;
  assignTask: TaskChosen & { to: string };
  noticeFailed: { noticeId: string; template: string };
  recordContact: { note: string };
}

export const commonActions = {
  claimTask: {
    title: text('领取待办', 'Take a task'),
    done: text('领取待办', 'Task claimed'),
    event: 'TASK_CLAIM_REQUESTED',
    by: ['reviewer', 'manager', 'admin'],
    at: [ANY_STAGE],
    clause: '—',
    requirement: 'XC-05.1',
  },
  releaseTask: {
    title: text('退回待办', 'Give a task back'),
    done: text('退回待办', 'Task given back'),
    event: 'TASK_RELEASE_REQUESTED',
    by: ['reviewer', 'manager', 'admin'],
    at: [ANY_STAGE],
    clause: '—',
    requirement: 'XC-05.1',
  },
  assignTask: {
    title: text('指派待办', 'Assign a task'),
    done: text('指派待办', 'Task assigned'),
    event: 'TASK_ASSIGNMENT_REQUESTED',
    by: ['manager'],
    at: [ANY_STAGE],
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
} as const satisfies Record<string, ActionContract>;

export const commonTasks = {
  reachRecipient: {
    title: text('通知无法送达，请另行联系', 'A notice did not arrive: reach the recipient otherwise'),
    role: 'reviewer',
  },
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

type CommonHandlers = { readonly [A in keyof CommonInputs]: (step: Step, input: CommonInputs[A]) => void };

export const commonHandlers: CommonHandlers = {
  claimTask(step, { task, entry }) {
    const holder = openTask(step, task, entry).assigneeId;
    const role = step.contract.tasks[task]?.role;
    if (step.actor.role !== role) {
      refuse('NOT_ALLOWED', '该待办由其他角色办理。', `This task is for the role '${role ?? '—'}'.`, { field: 'task' });
    }
    if (holder !== null && holder !== step.actor.id) refuseTaskOfAnother(task);
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
    step.assignTask(task, to);
  },
  noticeFailed(step, { noticeId, template }) {
    step.openTask('reachRecipient', { noticeId, template });
  },
  recordContact(step) {
    step.closeTask('reachRecipient');
  },
};

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

export function refuseTaskOfAnother(task: string): never {
  refuse(
    'TASK_OF_ANOTHER',
    '该待办已由他人领取；请其退回或由主管改派后再办理。',
    `The task '${task}' is held by somebody else; ask them to give it back, or a manager to assign it to you.`,
    { facts: { task } },
  );
}
