/** Mails of yearly tasks (AH-OPS-01). */
import { taskTitles } from '../../../rules/ah/tasks.ts';
import { paragraph, table } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { yearlyTasks } from './contract.ts';

export const yearlyTasksWording: WordingsOf<typeof yearlyTasks> = {
  tasksSet: {
    'zh-CN': ({ year, tasks }, say) => ({
      subject: `${year} 年度任务`,
      blocks: [
        paragraph(`${year} 年度任务如下，完成情况是年度综合评价的依据。`),
        table(
          ['任务', '数量'],
          tasks.map(({ figure, n }) => [say.of(taskTitles[figure]), String(n)]),
        ),
      ],
      action: '查看年度任务',
    }),
    en: ({ year, tasks }, say) => ({
      subject: `Your tasks of ${year}`,
      blocks: [
        paragraph(`Your tasks of ${year} are below. What you reach is a basis of the annual evaluation.`),
        table(
          ['Task', 'Number'],
          tasks.map(({ figure, n }) => [say.of(taskTitles[figure]), String(n)]),
        ),
      ],
      action: 'See your tasks',
    }),
  },
};
