/** What is read of an assessment: how its entries stand and rank, who is late, and what it came to. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { paths } from '../generated/api.ts';

async function readCampaign(id: string) {
  return answered(api.GET('/api/sh-eval/campaigns/{id}', { params: { path: { id } } }));
}

export type Campaign = Awaited<ReturnType<typeof readCampaign>>;
export type Cell = Campaign['cells'][number];

export function useCampaign(id: string) {
  return useQuery({ queryKey: ['campaigns', id], queryFn: () => readCampaign(id) });
}

/** Which entries of a campaign are meant; all if nothing is said. */
export type EntryFilters = Omit<
  NonNullable<paths['/api/sh-eval/campaigns/{id}/entries']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

/** The entries of a campaign by name. */
export function useEntries(id: string, filters: EntryFilters) {
  return usePages(['campaigns', id, 'entries', filters], (at) =>
    answered(
      api.GET('/api/sh-eval/campaigns/{id}/entries', { params: { path: { id }, query: { ...filters, ...at } } }),
    ),
  );
}

/** The entries of a category by their marks. */
export function useRanking(id: string, category: Cell['category']) {
  return usePages(['campaigns', id, 'ranking', category], (at) =>
    answered(api.GET('/api/sh-eval/campaigns/{id}/ranking', { params: { path: { id }, query: { category, ...at } } })),
  );
}

async function readResults(year: number, at: { readonly cursor?: string }) {
  return answered(api.GET('/api/sh-eval/assessments/{year}', { params: { path: { year }, query: at } }));
}

export type Result = Awaited<ReturnType<typeof readResults>>['items'][number];

/** The results of a year, category by category, the best first. */
export function useResults(year: number) {
  return usePages(['assessments', year], (at) => readResults(year, at));
}
