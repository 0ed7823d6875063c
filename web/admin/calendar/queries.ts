/** The working-day calendar: its years and versions, the days of a year, and what a notice would change. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import type { paths } from '../../generated/api.ts';

type Answer<Path extends keyof paths, Of extends 'get' | 'post'> = paths[Path][Of] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Year = Answer<'/api/calendar/years/{year}', 'get'>;
export type Notice = Answer<'/api/calendar/notice', 'post'>;
export type Preview = Answer<'/api/calendar/preview', 'post'>;

export function useCalendar() {
  return useQuery({ queryKey: ['calendar'], queryFn: () => answered(api.GET('/api/calendar')) });
}

export function useYear(year: string) {
  return useQuery({
    queryKey: ['calendar', 'year', year],
    queryFn: () => answered(api.GET('/api/calendar/years/{year}', { params: { path: { year } } })),
  });
}

/** A notice as it was pasted, read by the API; and if nothing is wrong with it, what it would move. */
export function useCheck() {
  return useMutation({
    mutationFn: async ({ text, source }: { readonly text: string; readonly source: string }) => {
      const notice = await answered(api.POST('/api/calendar/notice', { body: { text } }));
      const { year, off, work, faults } = notice;
      if (year === null || faults.length > 0) return { notice, year: null, preview: null };
      const arrangement = { year, off, work, source };
      return {
        notice,
        year: arrangement,
        preview: await answered(api.POST('/api/calendar/preview', { body: arrangement })),
      };
    },
  });
}

export interface Arrangement {
  readonly year: number;
  readonly off: string;
  readonly work: string;
  readonly source: string;
}

/** Loads a year; the deadlines it moves are moved soon after. */
export function useApply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (arrangement: Arrangement) =>
      answered(api.POST('/api/calendar/apply', { body: { ...arrangement, scope: 'all' } })),
    onSettled: () => client.invalidateQueries(),
  });
}
