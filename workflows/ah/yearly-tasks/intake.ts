/** How the department sets the tasks of a member for a year (AH-OPS-01.6). Not for workflow code. */
import { z } from 'zod';
import { DEPARTMENT } from '../../../rules/ah/bodies.ts';
import { anhuiBodyOf, provincialPlatform } from '../../../rules/ah/members.ts';
import { taskTitles, type TaskFigure } from '../../../rules/ah/tasks.ts';
import { refuse } from '../../../rules/refusal.ts';
import { isOfBody } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { yearOf } from '../../../rules/time/index.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled, titledBy } from '../../engine/titled.ts';
import { count, memberEntryOf, partyKey, year } from '../member-input.ts';
import { memberReference, registers } from '../words.ts';
import type { YearlyTasksOpening } from './contract.ts';

const department = anhuiBodyOf(DEPARTMENT);

function task(figure: TaskFigure) {
  return titledBy(count.optional(), taskTitles[figure], text('不设任务的不填。', 'Left out where there is no task.'));
}

export const yearlyTasksIntake = intake({
  form: z.strictObject({
    member: titled(partyKey, '成员', 'Member'),
    year,
    served: task('served'),
    activities: task('activities'),
    users: task('users'),
    resources: task('resources'),
    collections: task('collections'),
    products: task('products'),
  }),

  lookUp: ({ member }) => ({
    entries: [
      { register: registers.members, party: member },
      { register: registers.tasks, party: member },
    ],
  }),

  file({ form: { member, year: of, ...tasks }, filer, now, entries }): Filing {
    if (!filer.offices.some((office) => isOfBody(office, department))) {
      refuse('OUT_OF_SCOPE', '年度任务由省经信厅下达。', 'The provincial department sets the tasks.');
    }
    const { name } = memberEntryOf(entries, member, 'member');
    if (of < yearOf(now)) {
      refuse('INVALID_INPUT', '不能为已结束的年度下达任务。', 'No tasks are set for a year that is over.', {
        field: 'year',
      });
    }
    const set = entries.find(({ register }) => register === registers.tasks);
    if (set?.data[String(of)] !== undefined) {
      refuse('ALREADY_OPEN', '该年度的任务已下达。', 'The tasks of this year are set already.', { field: 'year' });
    }
    // A task that is left out is not there, or stands as undefined.
    const given = Object.fromEntries(Object.entries<number | undefined>(tasks).filter(([, n]) => n !== undefined));
    if (Object.keys(given).length === 0) {
      refuse('INVALID_INPUT', '请至少填写一项任务。', 'Give at least one task.', { field: 'served' });
    }
    const opening: YearlyTasksOpening = { year: of, tasks: given };
    return {
      ...{ subject: member, title: name, parties: { member: [member] }, body: provincialPlatform },
      ...{ bodies: { platform: provincialPlatform }, about: memberReference(member), opening },
    };
  },
});
