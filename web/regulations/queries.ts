/** The regulations clause by clause, and the cases that cite them. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import type { components } from '../generated/api.ts';
import { may, useSession } from '../session/session.tsx';

export type Clause = components['schemas']['Clause'];
export type ClauseCount = components['schemas']['ClauseCount'];
export type FullText = components['schemas']['ClauseText'];
export type RegulationDocument = components['schemas']['RegulationDocument'];

export const REGULATIONS = ['regulations'] as const;

export function useRegulations() {
  return useQuery({ queryKey: REGULATIONS, queryFn: () => answered(api.GET('/api/regulations')) });
}

export function useClauses(regime: string | undefined) {
  return useQuery({
    queryKey: [...REGULATIONS, regime, 'clauses'],
    queryFn: () =>
      answered(api.GET('/api/regulations/{regime}/clauses', { params: { path: { regime: regime ?? '' } } })),
    enabled: regime !== undefined,
  });
}

/** Counts of cases by clause; nothing for who reads no cases. */
export function useClauseCounts(regime: string | undefined): ReadonlyMap<string, ClauseCount> | undefined {
  const { me } = useSession();
  const { data } = useQuery({
    queryKey: [...REGULATIONS, regime, 'counts'],
    queryFn: () =>
      answered(api.GET('/api/regulations/{regime}/clauses/counts', { params: { path: { regime: regime ?? '' } } })),
    enabled: regime !== undefined && may(me, 'case.read'),
  });
  return data && new Map(data.items.map((count) => [count.clause, count]));
}
