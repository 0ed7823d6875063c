/** The rule books, what a draft of values would do, and setting them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import type { components } from '../../generated/api.ts';

export type RuleBook = components['schemas']['RuleBook'];
export type Rule = RuleBook['values'][number];
export type Scalar = Rule['value'];
export type Draft = Readonly<Record<string, Scalar>>;

export function useRuleBooks() {
  return useQuery({ queryKey: ['rules'], queryFn: () => answered(api.GET('/api/rules')) });
}

export function usePreview(regime: string) {
  return useMutation({
    mutationFn: (values: Draft) =>
      answered(api.POST('/api/rules/{regime}/preview', { params: { path: { regime } }, body: { values } })),
  });
}

/** Sets values on the version that was read; refused if somebody set others meanwhile. */
export function useSetRules({ regime, version }: Pick<RuleBook, 'regime' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ values, note }: { readonly values: Draft; readonly note: string }) =>
      answered(api.PUT('/api/rules/{regime}', { params: { path: { regime } }, body: { values, note, version } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['rules'] }),
  });
}
