/** Accounts and the bodies at which they hold offices, and changing them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { usePages } from '../../api/pages.ts';
import type { components, paths } from '../../generated/api.ts';

export type Account = components['schemas']['Account'];
export type NewAccount = paths['/api/accounts']['post']['requestBody']['content']['application/json'];
export type Offices = NewAccount['offices'];
export type AccountChange = NonNullable<
  paths['/api/accounts/{id}']['patch']['requestBody']
>['content']['application/json'];

export function useAccounts(q: string) {
  return usePages(['accounts', q], (at) =>
    answered(api.GET('/api/accounts', { params: { query: { ...(q !== '' && { q }), ...at } } })),
  );
}

export function useBodies() {
  return useQuery({ queryKey: ['bodies'], queryFn: () => answered(api.GET('/api/bodies')) });
}

/** A change of accounts; who holds which office is read anew after it. */
function useChange<Given, Answered>(change: (given: Given) => Promise<Answered>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      for (const queryKey of [['accounts'], ['bodies']]) await client.invalidateQueries({ queryKey });
    },
  });
}

export function useCreate() {
  return useChange((body: NewAccount) => answered(api.POST('/api/accounts', { body })));
}

export function useUpdate(id: string) {
  return useChange((body: AccountChange) =>
    answered(api.PATCH('/api/accounts/{id}', { params: { path: { id } }, body })),
  );
}

/** Disables an account, or lets it sign in again. */
export function useEnable(id: string) {
  const at = { params: { path: { id } } };
  return useChange((isEnabled: boolean) =>
    answered(isEnabled ? api.POST('/api/accounts/{id}/enable', at) : api.POST('/api/accounts/{id}/disable', at)),
  );
}

export function useSetPassword(id: string) {
  return useChange((password: string) =>
    answered(api.POST('/api/accounts/{id}/password', { params: { path: { id } }, body: { password } })),
  );
}

/** Takes the second factor off an account whose owner has lost the device. */
export function useRemoveFactor(id: string) {
  return useChange((reason: string) =>
    answered(api.POST('/api/accounts/{id}/remove-second-factor', { params: { path: { id } }, body: { reason } })),
  );
}
