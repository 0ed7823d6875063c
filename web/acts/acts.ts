/** What an account can do outside a case, each with its form, as the API says. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import type { Schema } from '../forms/schema.ts';
import type { paths } from '../generated/api.ts';

/** Where it is posted to, as the API names it: `/api/conflicts/{id}/end`. */
export type ActPath = keyof paths;

export interface Act {
  readonly path: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly form: Schema;
}

/** All of them; what is not listed the account may not do. */
export function useActs() {
  return useQuery({
    queryKey: ['acts'],
    queryFn: async (): Promise<readonly Act[]> => (await answered(api.GET('/api/acts'))).items as readonly Act[],
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** One of them; undefined as long as it is read, and where the account may not do it. */
export function useActAt(path: ActPath): Act | undefined {
  return useActs().data?.find((act) => act.path === path);
}

/** What is answered: the case that it opened, or the record that it made. */
export interface Done {
  readonly caseId?: string;
  readonly id?: string;
}

/** All acts are posted alike; each has a body of its own, whose form is what the API gave. */
type Post = (path: string, request: object) => Promise<{ data?: Done; error?: unknown; response: Response }>;

interface Doing {
  /** The names in the path. */
  readonly at: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
  /** The same for a repeat after an unknown outcome: it is not done twice. */
  readonly key: string;
}

/** Does it. The answer of an act that opens a case names it. */
export function useDo(path: ActPath) {
  return useMutation({
    mutationFn: async ({ at, body, key }: Doing) => {
      const params = { path: at, header: { 'Idempotency-Key': key } };
      return answered((api.POST as unknown as Post)(path, { params, body }));
    },
  });
}
