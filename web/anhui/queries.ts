/** What is read of the Anhui network. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { components, paths } from '../generated/api.ts';

export type Report = components['schemas']['NetworkReport'];
export type ReportCell = components['schemas']['NetworkReportCell'];
export type Member = components['schemas']['NetworkMemberRecord'];

type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;
/** Filters of lists that are read page by page. */
type Filters<P extends keyof paths> = Omit<Query<P>, 'cursor' | 'limit'>;

const ANHUI = ['anhui'] as const;

async function readNetwork() {
  return answered(api.GET('/api/ah/network'));
}

export type City = Awaited<ReturnType<typeof readNetwork>>['cities'][number];

export function useAnhuiNetwork() {
  return useQuery({ queryKey: [...ANHUI, 'network'], queryFn: readNetwork });
}

/** The institutions at a city platform. */
export function useResidents(cityPlatform: City['id']) {
  return usePages([...ANHUI, 'residents', cityPlatform], (at) =>
    answered(
      api.GET('/api/ah/residents', {
        params: { query: { ...at, cityPlatform: cityPlatform as Query<'/api/ah/residents'>['cityPlatform'] } },
      }),
    ),
  );
}

async function readBulletins(at: { readonly cursor?: string }) {
  return answered(api.GET('/api/ah/bulletins', { params: { query: at } }));
}

export type Quarter = Awaited<ReturnType<typeof readBulletins>>['items'][number];

/** What everybody reads of the quarters, the latest first. */
export function useQuarters() {
  return usePages([...ANHUI, 'bulletins'], readBulletins);
}

async function readBulletin(quarter: string) {
  return answered(api.GET('/api/ah/bulletins/{quarter}', { params: { path: { quarter } } }));
}

export type Bulletin = Awaited<ReturnType<typeof readBulletin>>;

export function useBulletin(quarter: string) {
  return useQuery({ queryKey: [...ANHUI, 'bulletin', quarter], queryFn: () => readBulletin(quarter) });
}

/** Reports that are still to be made. */
export function useOwedReports() {
  return usePages([...ANHUI, 'reports', 'owed'], (at) =>
    answered(api.GET('/api/ah/reports', { params: { query: { ...at, owed: 'true' } } })),
  );
}

async function readTable(query: Query<'/api/ah/reports/table'>) {
  return answered(api.GET('/api/ah/reports/table', { params: { query } }));
}

export type ReportTable = Awaited<ReturnType<typeof readTable>>;
/** A member with a cell for each period. */
export type ReportTableRow = ReportTable['items'][number];

/** The reports of a year; of the one that runs if none is given. */
export function useReportTable(filters: Filters<'/api/ah/reports/table'>) {
  return usePages([...ANHUI, 'reports', 'table', filters], (at) => readTable({ ...at, ...filters }));
}

/** The members, with the tasks and figures of a year; of the one that runs if none is given. */
export function useMembers(filters: Filters<'/api/ah/members'>) {
  return usePages([...ANHUI, 'members', filters], (at) =>
    answered(api.GET('/api/ah/members', { params: { query: { ...at, ...filters } } })),
  );
}

export type MemberFilters = Filters<'/api/ah/members'>;

export type NeedFilters = Filters<'/api/ah/needs'>;

async function readNeeds(query: Query<'/api/ah/needs'>) {
  return answered(api.GET('/api/ah/needs', { params: { query } }));
}

export type Need = Awaited<ReturnType<typeof readNeeds>>['items'][number];

/** The needs of enterprises, the latest first. */
export function useNeeds(filters: NeedFilters) {
  return usePages([...ANHUI, 'needs', filters], (at) => readNeeds({ ...at, ...filters }));
}

/** Bulletins that are still to be drafted, approved or issued, for who handles them. */
export function useOpenBulletins() {
  return useQuery({
    queryKey: [...ANHUI, 'bulletins', 'open'],
    queryFn: () =>
      answered(api.GET('/api/cases', { params: { query: { kind: 'quarterlyBulletin', open: 'true', limit: 20 } } })),
  });
}

async function readEvaluations(year: number | 'latest') {
  return answered(api.GET('/api/ah/evaluations/{year}', { params: { path: { year } } }));
}

export type Ranking = Awaited<ReturnType<typeof readEvaluations>>['rankings'][number];

/** The evaluations of a year, or of the last for which there are any. */
export function useEvaluations(year: number | 'latest') {
  return useQuery({ queryKey: [...ANHUI, 'evaluations', year], queryFn: () => readEvaluations(year) });
}
