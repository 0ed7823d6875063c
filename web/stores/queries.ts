/** Stores that the reader may see, and one of them with its points, its changes of rating and its supervision. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { components } from '../generated/api.ts';

export type Store = components['schemas']['Store'];
export type PointsEntry = components['schemas']['PointsEntry'];

export function useStores(q: string) {
  return usePages(['stores', q], (at) =>
    answered(api.GET('/api/stores', { params: { query: { ...(q !== '' && { q }), ...at } } })),
  );
}

export function useStore(id: string) {
  return useQuery({
    queryKey: ['store', id],
    queryFn: () => answered(api.GET('/api/stores/{id}', { params: { path: { id } } })),
  });
}

export function useLedger(id: string) {
  return usePages(['store', id, 'points'], (at) =>
    answered(api.GET('/api/stores/{id}/points', { params: { path: { id }, query: { limit: 20, ...at } } })),
  );
}

export function useRatingChanges(id: string) {
  return usePages(['store', id, 'rating-changes'], (at) =>
    answered(api.GET('/api/stores/{id}/rating-changes', { params: { path: { id }, query: { limit: 20, ...at } } })),
  );
}

/** What its supervision knows of a store; for who may read that. */
export function useSupervision(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['store', id, 'supervision'],
    queryFn: () => answered(api.GET('/api/stores/{id}/supervision', { params: { path: { id }, query: { limit: 1 } } })),
    enabled,
  });
}
