/** Stores that the reader may see, and one of them with its points, its changes of rating and its supervision. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { components } from '../generated/api.ts';

export type Store = components['schemas']['Store'];
/** One of the four areas that a store's supervision looks at. */
export type Area = components['schemas']['SupervisionEvent']['area'];
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

async function readSupervision(id: string, query: { readonly cursor?: string; readonly area?: Area }) {
  return answered(
    api.GET('/api/stores/{id}/supervision', { params: { path: { id }, query: { limit: 20, ...query } } }),
  );
}

/** What its supervision knows of a store, with the events of one area or of all four; for who may read that. */
export function useSupervision(id: string, area: Area | undefined) {
  return usePages(['store', id, 'supervision', area ?? ''], (at) =>
    readSupervision(id, { ...at, ...(area !== undefined && { area }) }),
  );
}

/** The products of a store that are reviewed here. */
export function useProducts(id: string) {
  return usePages(['store', id, 'products'], (at) =>
    answered(api.GET('/api/stores/{id}/products', { params: { path: { id }, query: { limit: 20, ...at } } })),
  );
}

/** Pairs of its products that are much alike; for who may compare them. */
export function useSimilar(id: string) {
  return useQuery({
    queryKey: ['store', id, 'similar'],
    queryFn: () => answered(api.GET('/api/stores/{id}/similar-products', { params: { path: { id } } })),
  });
}
