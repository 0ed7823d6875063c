/** The yearly tasks of a member: set at the start of the year, checked while it runs, summed up at its end (AH-OPS-01.3, 01.6). */
import { ofYear, progress, type FiguresByMonth } from '../../../rules/ah/figures.ts';
import { taskFigures, taskTitles } from '../../../rules/ah/tasks.ts';
import { entry, listed } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { defineProcess } from '../../engine/define.ts';
import { registers } from '../words.ts';
import { yearlyTasks as contract, type Tasks } from './contract.ts';

export const yearlyTasks = defineProcess(contract, {
  facts: (opening) => ({ ...opening, progress: [] }),

  open(step) {
    const { year, tasks } = step.facts;
    step.startDeadline('yearEnd', { unit: 'date', day: `${year}-12-31` });
    step.write('register', {
      register: registers.tasks,
      status: 'SET',
      validFrom: `${year}-01-01`,
      validTo: null,
      data: { [String(year)]: tasks },
      adds: true,
    });
    const told = taskFigures.flatMap((figure) => (tasks[figure] === undefined ? [] : [{ figure, n: tasks[figure] }]));
    step.notify('tasksSet', 'member', { year, tasks: told });
  },

  due: {
    yearEnd(step, { byMonth }) {
      check(step, byMonth);
      step.close(step.facts.progress.every(({ done, task }) => done >= task) ? 'REACHED' : 'NOT_REACHED');
    },
  },

  actions: {
    checkProgress: (step, _input, { byMonth }) => check(step, byMonth),
  },
});

function check(step: Tasks, byMonth: FiguresByMonth): void {
  const { year, tasks } = step.facts;
  const figures = ofYear(byMonth, year);
  step.facts.progress = taskFigures.flatMap((figure) => {
    const task = tasks[figure];
    return task === undefined ? [] : [{ figure, ...progress(figures[figure] ?? 0, task) }];
  });
  const words = step.facts.progress.map(({ figure, done, task, percent }) =>
    entry(taskTitles[figure], text(`${done}/${task}（${percent}%）`, `${done} of ${task} (${percent} %)`)),
  );
  step.record('TASK_PROGRESS', listed(words), { clause: 'AH-OPS 第六条', requirement: 'AH-OPS-01.6' });
}
