import { z } from 'zod';

/** How many there are, and the list that has exactly these: its name, and its query as its address has it. */
export const figureSchema = z
  .object({
    count: z.int(),
    opens: z.object({ list: z.enum(['cases', 'tasks']), query: z.record(z.string(), z.string()) }),
  })
  .meta({ id: 'Figure', description: 'A number, and the list that it opens' });

export type Figure = z.infer<typeof figureSchema>;

export function ofCases(count: number, query: Readonly<Record<string, string>>): Figure {
  return { count, opens: { list: 'cases', query: { ...query } } };
}

export function ofTasks(count: number, query: Readonly<Record<string, string>>): Figure {
  return { count, opens: { list: 'tasks', query: { view: 'all', ...query } } };
}
