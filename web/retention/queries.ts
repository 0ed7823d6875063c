/** What may be deleted, what keeps the rest, and the seals. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { components, paths } from '../generated/api.ts';

export const RETENTION = ['retention'] as const;

export type Seal = components['schemas']['RecordSeal'];
export type RetainedQuery = NonNullable<paths['/api/hn-net/retention/cases']['get']['parameters']['query']>;
export type Standing = NonNullable<RetainedQuery['standing']>;

export function useRetention() {
  return useQuery({ queryKey: RETENTION, queryFn: () => answered(api.GET('/api/hn-net/retention')) });
}

/** @param standing what is past its least period if left out */
export function useRetained(standing: Standing | undefined) {
  const query = standing === undefined ? {} : { standing };
  return usePages([...RETENTION, 'cases', query], (at) =>
    answered(api.GET('/api/hn-net/retention/cases', { params: { query: { ...query, ...at } } })),
  );
}

export function useSeals() {
  return usePages([...RETENTION, 'seals'], (at) =>
    answered(api.GET('/api/hn-net/retention/seals', { params: { query: at } })),
  );
}
