/** Stores that the reader may see, and one of them with its points, its changes of rating and its supervision. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import type { components } from '../generated/api.ts';

export type Store = components['schemas']['Store'];
export type PointsEntry = components['schemas']['PointsEntry'];

const first = undefined as string | undefined;
const next = ({ nextCursor }: { readonly nextCursor: string | null }) => nextCursor ?? undefined;
const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export function useStores(q: string) {
  return useInfiniteQuery({
    queryKey: ['stores', q],
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/stores', { params: { query: { ...(q !== '' && { q }), ...at(pageParam) } } })),
    initialPageParam: first,
    getNextPageParam: next,
  });
}

export function useStore(id: string) {
  return useQuery({
    queryKey: ['store', id],
    queryFn: () => answered(api.GET('/api/stores/{id}', { params: { path: { id } } })),
  });
}

export function useLedger(id: string) {
  return useInfiniteQuery({
    queryKey: ['store', id, 'points'],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/stores/{id}/points', { params: { path: { id }, query: { limit: 20, ...at(pageParam) } } }),
      ),
    initialPageParam: first,
    getNextPageParam: next,
  });
}

export function useRatingChanges(id: string) {
  return useInfiniteQuery({
    queryKey: ['store', id, 'rating-changes'],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/stores/{id}/rating-changes', {
          params: { path: { id }, query: { limit: 20, ...at(pageParam) } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: next,
  });
}

/** What its supervision knows of a store; for who may read that. */
export function useSupervision(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['store', id, 'supervision'],
    queryFn: () => answered(api.GET('/api/stores/{id}/supervision', { params: { path: { id }, query: { limit: 1 } } })),
    enabled,
  });
}
