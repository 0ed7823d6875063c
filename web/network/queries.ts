/** What everybody reads of the network: its bodies, its platforms, its providers. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { components } from '../generated/api.ts';

export type NetworkBody = components['schemas']['NetworkBody'];
export type Paper = components['schemas']['PublicProof'];
export type Provider = components['schemas']['ProviderPage'];

const NETWORK = ['network'] as const;

export function useNetwork() {
  return useQuery({ queryKey: NETWORK, queryFn: () => answered(api.GET('/api/hn-net/network')) });
}

async function readPlatform(id: string) {
  return answered(api.GET('/api/hn-net/platforms/{id}', { params: { path: { id } } }));
}

export type Platform = Awaited<ReturnType<typeof readPlatform>>;

export function usePlatform(id: string) {
  return useQuery({ queryKey: [...NETWORK, 'platform', id], queryFn: () => readPlatform(id) });
}

export function useProvider(party: string) {
  return useQuery({
    queryKey: [...NETWORK, 'provider', party],
    queryFn: () => answered(api.GET('/api/hn-net/providers/{party}', { params: { path: { party } } })),
  });
}

/** What consumers say of a provider, the latest first. */
export function useEvaluations(party: string) {
  return usePages([...NETWORK, 'provider', party, 'evaluations'], (at) =>
    answered(api.GET('/api/hn-net/providers/{party}/evaluations', { params: { path: { party }, query: at } })),
  );
}
