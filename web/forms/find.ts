/** Looks for what a field can name. What the reader may see of it the API decides. */
import { answered, api, isRefused } from '../api/client.ts';
import { inBoth, type Text } from '../../rules/text.ts';
import type { Search } from './sources.ts';

/** What is looked for: part of a name or number, the latest ones if there is none. */
export interface Sought {
  readonly q?: string;
  /** Kinds of case. */
  readonly kinds?: readonly string[];
}

export interface Found {
  readonly items: readonly { readonly value: string; readonly label: Text }[];
  /** Whether there are more than these, which have to be looked for. */
  readonly hasMore: boolean;
}

export type Find = (sought: Sought) => Promise<Found>;

const AT_ONCE = 50;

const findCases: Find = async ({ q, kinds }) => {
  const query = {
    limit: AT_ONCE,
    ...(q !== undefined && { q }),
    ...(kinds !== undefined && { kind: kinds.join(',') }),
  };
  const { items, nextCursor } = await answered(api.GET('/api/cases', { params: { query } }));
  return {
    items: items.map(({ id, number, title, kindTitle }) => ({
      value: id,
      label: beside(kindTitle, `${number} · ${title}`),
    })),
    hasMore: nextCursor !== null,
  };
};

const findParties: Find = async ({ q }) => {
  const { items } = await answered(api.GET('/api/parties', { params: { query: { ...(q !== undefined && { q }) } } }));
  return { items: items.map(({ party, name }) => ({ value: party, label: named(name, party) })), hasMore: true };
};

const findProviders: Find = async ({ q }) => {
  const query = { limit: AT_ONCE, ...(q !== undefined && { q }) };
  const { items, nextCursor } = await answered(
    api.GET('/api/registers/{register}', { params: { path: { register: 'hn-net.providers' }, query } }),
  );
  return {
    items: items.map(({ party, name }) => ({ value: party, label: named(name, party) })),
    hasMore: nextCursor !== null,
  };
};

/** Those that the reader may see; for who sees none, those that are open for everybody. */
const findStores: Find = async ({ q }) => {
  const query = { limit: AT_ONCE, ...(q !== undefined && { q }) };
  const { items, nextCursor } = await answered(api.GET('/api/stores', { params: { query } })).catch(
    (error: unknown) => {
      if (!isRefused(error)) throw error;
      return answered(api.GET('/api/public/stores', { params: { query } }));
    },
  );
  return {
    items: items.map((store) => ({
      value: store.id,
      label: named(store.name, 'licence' in store ? store.licence.creditCode : store.creditCode),
    })),
    hasMore: nextCursor !== null,
  };
};

const findPlatforms: Find = async ({ q }) => {
  const { items } = await answered(api.GET('/api/hn-net/network'));
  return among(
    items.filter(({ hasPage }) => hasPage).map(({ id, name }) => ({ value: id, label: name })),
    q,
  );
};

const findNetworkBodies: Find = async ({ q }) => {
  const { items } = await answered(api.GET('/api/hn-net/network'));
  return among(
    items.map(({ id, name }) => ({ value: id, label: name })),
    q,
  );
};

const findMembers: Find = async ({ q }) => {
  const { items } = await answered(api.GET('/api/ah/residents', { params: { query: { limit: 200 } } }));
  return among(
    items.map(({ party, name }) => ({ value: party, label: named(name, party) })),
    q,
  );
};

const findCentres: Find = async ({ q }) => {
  const { items } = await answered(api.GET('/api/ec-centre/centres', { params: { query: { limit: 200 } } }));
  return among(
    items.map(({ party, name }) => ({ value: party, label: named(name, party) })),
    q,
  );
};

export const SEARCHES: Readonly<Record<Search, Find>> = {
  cases: findCases,
  centres: findCentres,
  members: findMembers,
  networkBodies: findNetworkBodies,
  parties: findParties,
  platforms: findPlatforms,
  providers: findProviders,
  stores: findStores,
};

/** Of a list that was read whole, what holds the words. */
function among(items: Found['items'], q = ''): Found {
  const holds = ({ label }: Found['items'][number]) => [label.zh, label.en].some((text) => text.includes(q));
  return { items: items.filter(holds), hasMore: false };
}

function named(name: string, key: string): Text {
  return inBoth(key.includes(':') ? name : `${name} · ${key}`);
}

function beside({ zh, en }: Text, more: string): Text {
  return { zh: `${zh} ${more}`, en: `${en} ${more}` };
}
