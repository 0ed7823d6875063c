/** What everybody reads of the network: its bodies, its platforms, its providers. */
import { useQuery } from '@tanstack/react-query';
import type { ServiceCategory } from '../../rules/hn-net/service-request.ts';
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

async function readChecks(at: { readonly cursor?: string }) {
  return answered(api.GET('/api/hn-net/window-checks', { params: { query: { limit: 200, ...at } } }));
}

export type WindowChecked = Awaited<ReturnType<typeof readChecks>>['items'][number];

/** The latest checks of the windows that the reader may see; none for who is not signed in. */
export function useChecks(enabled = true) {
  return usePages([...NETWORK, 'checks'], readChecks, enabled);
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

async function readInformation(at: { readonly cursor?: string }) {
  return answered(api.GET('/api/hn-net/information', { params: { query: at } }));
}

export type Published = Awaited<ReturnType<typeof readInformation>>['items'][number];

/** What the bodies of the network publish, the latest first. */
export function useInformation() {
  return usePages([...NETWORK, 'information'], readInformation);
}

async function readOperation() {
  return answered(api.GET('/api/hn-net/operation'));
}

export type Incident = Awaited<ReturnType<typeof readOperation>>['items'][number]['incidents'][number];

/** How the platforms run. */
export function useOperation() {
  return useQuery({ queryKey: [...NETWORK, 'operation'], queryFn: readOperation });
}

async function readOffers(at: { readonly cursor?: string; readonly category?: ServiceCategory }) {
  return answered(api.GET('/api/hn-net/offers', { params: { query: at } }));
}

export type Offered = Awaited<ReturnType<typeof readOffers>>['items'][number];

/** The offers of a category, the latest first; of every category if none is given. */
export function useOffers(category: ServiceCategory | undefined) {
  return usePages([...NETWORK, 'offers', category ?? ''], (at) =>
    readOffers({ ...at, ...(category !== undefined && { category }) }),
  );
}

async function readPromotions(at: { readonly cursor?: string }) {
  return answered(api.GET('/api/hn-net/promotions', { params: { query: at } }));
}

export type Promotion = Awaited<ReturnType<typeof readPromotions>>['items'][number];

/** The promotions that run or are announced, the latest first. */
export function usePromotions() {
  return usePages([...NETWORK, 'promotions'], readPromotions);
}

/** What consumers say of a provider, the latest first. */
export function useEvaluations(party: string) {
  return usePages([...NETWORK, 'provider', party, 'evaluations'], (at) =>
    answered(api.GET('/api/hn-net/providers/{party}/evaluations', { params: { path: { party }, query: at } })),
  );
}

/** Every published version of the user agreement and the rules, the latest first. */
export function useAgreements() {
  return usePages([...NETWORK, 'agreements'], readAgreements);
}

async function readAgreements(at: { readonly cursor?: string }) {
  return answered(api.GET('/api/hn-net/agreements', { params: { query: at } }));
}

export type Agreement = Awaited<ReturnType<typeof readAgreements>>['items'][number];

/** The circulars of the departments, the latest first. */
export function useBulletins() {
  return usePages([...NETWORK, 'bulletins'], (at) =>
    answered(api.GET('/api/hn-net/bulletins', { params: { query: at } })),
  );
}

/** Days of service, and the day as of which they are counted. */
export type Period = Partial<Readonly<Record<'from' | 'to' | 'asOf', string>>>;

/** What records are counted as. */
export const RECORDS_AS = ['times', 'satisfied', 'scored', 'eligible', 'late', 'excluded'] as const;
export type RecordsAs = (typeof RECORDS_AS)[number];

export function useServiceStatistics(period: Period) {
  return useQuery({
    queryKey: [...NETWORK, 'statistics', period],
    queryFn: () => answered(api.GET('/api/hn-net/statistics', { params: { query: period } })),
  });
}

/** The records that a figure of the statistics counts. */
export function useServiceRecords(period: Period, as: RecordsAs) {
  return usePages([...NETWORK, 'service-records', period, as], (at) =>
    answered(api.GET('/api/hn-net/service-records', { params: { query: { ...period, as, ...at } } })),
  );
}
