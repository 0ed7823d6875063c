/** Bulk decisions as the API previews, keeps and tells them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { components, paths } from '../generated/api.ts';

export type Asked = paths['/api/bulk-decisions/preview']['post']['requestBody']['content']['application/json'];
export type BulkDecision = components['schemas']['BulkDecision'];
export type Previewed = components['schemas']['BulkPreviewItem'];

const BULK = 'bulk';

/** What a bulk decision would do; nothing is changed. */
export function usePreview() {
  return useMutation({
    mutationFn: (asked: Asked) => answered(api.POST('/api/bulk-decisions/preview', { body: asked })),
  });
}

/** Hands a bulk decision in; a repeat with the same key is the same one. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: Asked & { readonly waitMinutes: number; readonly key: string }) =>
      answered(api.POST('/api/bulk-decisions', { params: { header: { 'Idempotency-Key': key } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: [BULK] }),
  });
}

export function useBulkDecisions() {
  return usePages([BULK, 'list'], (at) => answered(api.GET('/api/bulk-decisions', { params: { query: at } })));
}

/** One of mine, read again every second while it is carried out, and now and then while it waits for its time. */
export function useBulkDecision(id: string) {
  return useQuery({
    queryKey: [BULK, id],
    queryFn: () => answered(api.GET('/api/bulk-decisions/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'ENDED' ? false : data?.status === 'WAITING' ? untilBegun(data.runsAt) : 1_000,
  });
}

/** Milliseconds to wait: until it begins, but at most ten seconds, since the clock of a browser may be wrong. */
function untilBegun(runsAt: string): number {
  return Math.min(10_000, Math.max(1_000, Date.parse(runsAt) - Date.now()));
}

/** Takes back all that is not done yet. */
export function useTakeBack(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.POST('/api/bulk-decisions/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: [BULK] }),
  });
}
