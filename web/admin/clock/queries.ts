/** The training clock and the deadlines around it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import type { components, paths } from '../../generated/api.ts';

export type DueDeadline = components['schemas']['DueDeadline'];

export type Move = NonNullable<paths['/api/clock/advance']['post']['requestBody']>['content']['application/json'];

/** Where the clock stands; an error outside training mode. */
export function useClock() {
  return useQuery({ queryKey: ['clock'], queryFn: () => answered(api.GET('/api/clock')) });
}

/** Deadlines between two instants; those ahead of the clock if none are given. */
export function useDueDeadlines(between: { readonly after?: string; readonly until?: string }) {
  return useQuery({
    queryKey: ['clock', 'deadlines', between],
    queryFn: () => answered(api.GET('/api/clock/deadlines', { params: { query: between } })),
  });
}

/** Moves the clock on; whatever was read may have changed by that. */
export function useAdvance() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: Move) => answered(api.POST('/api/clock/advance', { body: move })),
    onSettled: () => client.invalidateQueries(),
  });
}
