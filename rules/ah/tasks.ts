/** The yearly tasks of a member: how many of each it is to reach in the year (AH-OPS-01.6). */
import { figures, type FigureName } from './figures.ts';
import type { Text } from '../text.ts';

export const taskFigures = [
  'served',
  'activities',
  'users',
  'resources',
  'collections',
  'products',
] as const satisfies readonly FigureName[];

export type TaskFigure = (typeof taskFigures)[number];

export type YearlyTasks = Readonly<Partial<Record<TaskFigure, number>>>;

export const taskTitles = Object.fromEntries(taskFigures.map((name) => [name, figures[name]])) as Readonly<
  Record<TaskFigure, Text>
>;
