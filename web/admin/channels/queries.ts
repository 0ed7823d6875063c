/** The channels of notices beside mail. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import type { components, paths } from '../../generated/api.ts';

export type Channel = components['schemas']['WebhookChannel'];
export type NewChannel = paths['/api/webhook-channels']['post']['requestBody']['content']['application/json'];
export type ChannelChange = NonNullable<
  paths['/api/webhook-channels/{id}']['patch']['requestBody']
>['content']['application/json'];

const KEY = ['webhook-channels'];
const UNDER_WAY: readonly string[] = ['PLANNED', 'SENDING', 'UNKNOWN'];

/** Read again every two seconds while something is on its way. */
export function useChannels() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => answered(api.GET('/api/webhook-channels')),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ last }) => last !== null && UNDER_WAY.includes(last.status)) === true ? 2_000 : false,
  });
}

function useChange<Given, Answered>(change: (given: Given) => Promise<Answered>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

export function useCreate() {
  return useChange((body: NewChannel) => answered(api.POST('/api/webhook-channels', { body })));
}

export function useUpdate(id: string) {
  return useChange((body: ChannelChange) =>
    answered(api.PATCH('/api/webhook-channels/{id}', { params: { path: { id } }, body })),
  );
}

export function useTest(id: string) {
  return useChange(() => answered(api.POST('/api/webhook-channels/{id}/test', { params: { path: { id } } })));
}
