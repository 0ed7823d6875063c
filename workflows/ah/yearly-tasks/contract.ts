import type { TaskFigure, YearlyTasks } from '../../../rules/ah/tasks.ts';
import { text } from '../../../rules/text.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { YearlyTasksInputs } from './input.ts';
import { yearlyTasksNotices } from './notices.ts';

export interface YearlyTasksOpening {
  readonly year: number;
  readonly tasks: YearlyTasks;
}

/** How far a task has come, as it was looked at last. */
export interface TaskProgress {
  readonly figure: TaskFigure;
  readonly done: number;
  readonly task: number;
  readonly percent: number;
}

export interface YearlyTasksFacts extends YearlyTasksOpening {
  tasks: YearlyTasks;
  progress: readonly TaskProgress[];
}

const set = { clause: 'AH-EVAL 附件1(服务企业数)', requirement: 'AH-OPS-01.6' } as const;
const checked = { clause: 'AH-OPS 第六条', requirement: 'AH-OPS-01.3' } as const;

/** The yearly tasks of a member: AH-OPS-01.6. The department sets them, the provincial platform checks how far they have come. */
export const yearlyTasks = contract<{
  opening: YearlyTasksOpening;
  facts: YearlyTasksFacts;
  inputs: YearlyTasksInputs;
}>()({
  kind: 'yearlyTasks',
  prefix: 'ytk',
  mark: '任务',
  title: text('年度任务', 'Yearly tasks'),
  parties: { member },
  bodies: { platform: text('省综合服务平台', 'Provincial platform') },
  intake: { by: ['reviewer', 'manager'] },
  stages: { SET: text('进行中', 'Under way') },
  outcomes: { REACHED: text('已完成', 'Reached'), NOT_REACHED: text('未完成', 'Not reached') },
  notices: yearlyTasksNotices,
  tasks: {},
  deadlines: {
    yearEnd: {
      ...set,
      title: text('年度任务期限', 'End of the year of the tasks'),
      consequence: text('汇总完成情况，作为综合评价的依据', 'What was reached is summed up for the evaluation'),
      platformRule: true,
      duty: false,
      ladder: [],
      reading: 'memberRecord',
    },
  },
  actions: {
    checkProgress: {
      ...checked,
      title: text('检查任务进度', 'Check the progress'),
      done: text('已检查任务进度', 'Progress checked'),
      event: 'TASKS_CHECKED',
      by: [handling('reviewer'), handling('manager')],
      at: ['SET'],
      reading: 'memberRecord',
    },
  },
});

/** A step of yearly tasks. */
export type Tasks = StepOf<typeof yearlyTasks>;
