import { expect, it } from 'vitest';
import {
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  INSTITUTION,
  institutionEntry,
  memberRecord,
} from '../../../test/support/anhui-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import type { Person } from '../../../rules/roles.ts';
import type { YearlyTasksFacts } from './contract.ts';
import { yearlyTasksIntake } from './intake.ts';
import { yearlyTasks } from './process.ts';

const openedAt = at('2025-01-10 10:00');
const form = { member: INSTITUTION, year: 2025, served: 200, activities: 4 };
const record = memberRecord({ byMonth: { '2024-12': { served: 90 }, '2025-03': { served: 150, activities: 4 } } });

function file(changes: object = {}, filer: Person = people.department, entries = [institutionEntry]) {
  return fileAnhui(yearlyTasksIntake, { ...form, ...changes }, { filer, now: openedAt, entries });
}

function set() {
  return new AnhuiCase<YearlyTasksFacts>(yearlyTasks, file(), { openedAt, filer: people.department });
}

it('AH-OPS-01.6 of a task of 200 enterprises for 2025, 150 of 200 are shown', () => {
  const one = set();
  expect(one.written('register')).toMatchObject([
    { register: 'ah.tasks', data: { '2025': { served: 200, activities: 4 } } },
  ]);
  expect(one.toldTo('tasksSet')).toEqual([INSTITUTION]);
  one.act('checkProgress', people.platform, {}, at('2025-09-01 10:00'), record);
  expect(one.state.facts.progress).toEqual([
    { figure: 'served', done: 150, task: 200, percent: 75 },
    { figure: 'activities', done: 4, task: 4, percent: 100 },
  ]);
  const line = one.last.lines.find(({ type }) => type === 'TASK_PROGRESS');
  expect(line?.title.en).toContain('150 of 200');
});

it('AH-OPS-01.3 the provincial platform checks the progress of each member, and the year sums it up', () => {
  const one = set();
  expect(() => one.act('checkProgress', people.hefei, {}, at('2025-09-01 10:00'), record)).toThrow('outside');
  one.liveUntil(at('2026-01-01 00:00'), () => record);
  expect(one.state.outcome).toBe('NOT_REACHED');
});

it('AH-OPS-01.6 tasks are set by the department, once for a year that is not over', () => {
  expect(() => file({}, people.platform)).toThrow('department');
  expect(() => file({ year: 2024 })).toThrow('year that is over');
  const standing = { ...institutionEntry, register: 'ah.tasks', data: { '2025': { served: 100 } } };
  expect(() => file({}, people.department, [institutionEntry, standing])).toThrow('set already');
  expect(() => file({ served: undefined, activities: undefined })).toThrow('at least one');
});
