/** The notices of this process, to the member. */
import type { TaskFigure } from '../../../rules/ah/tasks.ts';
import { notice } from '../../../rules/notices.ts';

export const yearlyTasksNotices = {
  tasksSet: notice<{
    readonly year: number;
    readonly tasks: readonly { readonly figure: TaskFigure; readonly n: number }[];
  }>('AH-OPS-01.6', '年度任务', 'Your tasks of the year', 'AH-OPS 第六条'),
};
