/** What is read of an assessment: how its entries stand, and what it came to. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';

async function readCampaign(id: string) {
  return answered(api.GET('/api/sh-eval/campaigns/{id}', { params: { path: { id } } }));
}

export type Campaign = Awaited<ReturnType<typeof readCampaign>>;
export type Cell = Campaign['cells'][number];

export function useCampaign(id: string) {
  return useQuery({ queryKey: ['campaigns', id], queryFn: () => readCampaign(id) });
}

async function readResults(year: number, at: { readonly cursor?: string }) {
  return answered(api.GET('/api/sh-eval/assessments/{year}', { params: { path: { year }, query: at } }));
}

export type Result = Awaited<ReturnType<typeof readResults>>['items'][number];

/** The results of a year, category by category, the best first. */
export function useResults(year: number) {
  return usePages(['assessments', year], (at) => readResults(year, at));
}
