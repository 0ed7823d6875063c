/** The tasks of the inbox, page by page, and how many there are in each queue. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { casesMoved, type ReadRows } from '../api/moved.ts';
import { usePages } from '../api/pages.ts';
import type { components } from '../generated/api.ts';
import type { Filters } from './filters.ts';

export type Task = components['schemas']['Task'];

const TASKS = 'tasks';

function chosenBy({ view, queue, kind, q, narrowed }: Filters) {
  return {
    ...narrowed,
    view,
    ...(queue !== undefined && { queue }),
    ...(kind !== undefined && { kind }),
    ...(q !== undefined && { q }),
  };
}

export function useTasks(filters: Filters) {
  return usePages([TASKS, 'list', filters], (at) =>
    answered(api.GET('/api/tasks', { params: { query: { ...chosenBy(filters), sort: filters.sort, ...at } } })),
  );
}

/** Counts by queue of what the other filters choose. */
export function useTaskCounts(filters: Filters) {
  const others = chosenBy({ ...filters, queue: undefined });
  return useQuery({
    queryKey: [TASKS, 'counts', others],
    queryFn: () => answered(api.GET('/api/tasks/counts', { params: { query: others } })),
  });
}

export function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Task) => answered(api.POST('/api/tasks/{id}/claim', { params: { path: { id } } })),
    onSettled: (_answer, _error, { caseId }) => casesMoved(client, [caseId], taskRows),
  });
}

/** The tasks of a case as they now stand in a list of the inbox. */
export const taskRows: ReadRows = ([root, part, filters], caseId) =>
  root === TASKS && part === 'list'
    ? answered(api.GET('/api/tasks', { params: { query: { ...chosenBy(filters as Filters), caseId } } })).then(
        ({ items }) => items,
      )
    : undefined;
