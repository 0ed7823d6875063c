/** The words of the store regime: what its contracts and processes may name. */
import { shStoreRules, type ShStoreValues } from '../../rules/sh-store/config.ts';
import type { MonthlyPoints } from '../../rules/sh-store/monthly-points.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { OpenRectification } from '../../rules/sh-store/new-products.ts';
import { text, type Text } from '../../rules/text.ts';
import type { Day, Instant } from '../../rules/time/index.ts';
import { contractsOf } from '../engine/define.ts';

declare module '../engine/titled.ts' {
  /** What fields of this regime can name besides. */
  interface ReferredThings {
    creditHit: true;
    order: true;
    product: true;
    recommendation: true;
    shareholder: true;
    store: true;
  }
}

/** A product of a store as its facts stood at an instant. */
export interface ProductFacts {
  readonly productId: string;
  readonly status: 'IN_REVIEW' | 'LISTED' | 'RETURNED' | 'DELISTED';
  /** When it was last handed in for the platform's review. */
  readonly submittedAt: Instant;
  /** When it reached its present status. */
  readonly since: Instant;
}

/** A product that is compared with another. */
export interface SimilarProduct {
  readonly productId: string;
  /** The case that reviews it. */
  readonly caseId: string;
  readonly name: string;
}

/** Two products of a store and how alike they are, in percent. */
export interface SimilarPair {
  readonly a: SimilarProduct;
  readonly b: SimilarProduct;
  readonly score: number;
}

/** A product in the shop. */
export interface ListedProduct {
  readonly productId: string;
  /** As its review has it; null for one that the platform reported and nobody reviewed here. */
  readonly name: string | null;
}

/**
 * What cases of the regime read of the records about a store. A reading is taken as of an instant: facts that happened later are left
 * out however late the reading is taken.
 */
export interface ShStoreReadings {
  /** How far the store's set-up is (SH-STORE-06.5). */
  readonly setup: {
    readonly asOf: Instant;
    readonly decorationPublishedAt: Instant | null;
    readonly products: readonly ProductFacts[];
  };
  /** The three figures of a trial (SH-STORE-07.7 to .9). */
  readonly trial: {
    readonly asOf: Instant;
    readonly points: number;
    readonly orders: number;
    readonly products: number;
  };
  /** Orders that are placed and neither completed nor voided, with the key of the buyer (SH-STORE-11.9). */
  readonly runningOrders: readonly { readonly orderId: string; readonly buyer: PartyKey }[];
  /** The products that are listed (SH-STORE-11.4). */
  readonly listedProducts: readonly ListedProduct[];
  /** What there is of service records, and a SHA-256 of all of them in their order (SH-STORE-11.5). */
  readonly serviceRecords: { readonly facts: number; readonly entries: number; readonly digest: string };
  /** Rectifications of the store that are open, the oldest first (SH-STORE-09.5). */
  readonly openRectifications: readonly OpenRectification[];
  /** The ledger by months, as far back as the monitors look (SH-STORE-12, 13). */
  readonly monthlyPoints: MonthlyPoints;
  /** The complaints that stand upheld against the store, the latest finding first (SH-STORE-14.1). */
  readonly upheldComplaints: {
    readonly asOf: Instant;
    readonly upheld: readonly UpheldComplaint[];
  };
  /** Products of the store that are about as alike to that of the case as split ones are, the most alike first (SH-STORE-08.8). */
  readonly similarProducts: readonly SimilarPair[];
}

/** A complaint for which the store was found responsible. */
export interface UpheldComplaint {
  readonly caseId: string;
  /** What people call it, e.g. 沪企服投诉〔2025〕3号. */
  readonly number: string;
  readonly foundAt: Instant;
}

/** A main shareholder as the store or a reviewer recorded it (SH-STORE-15.1). */
export interface MainShareholder {
  readonly id: string;
  /** A stand-in within workflows, which are not told names. */
  readonly name: string;
  readonly kind: 'PERSON' | 'ORGANISATION';
  /** Percent of the capital; null if it is not known. */
  readonly share: number | null;
}

/** What cases of the regime write beside themselves. */
export interface ShStoreWrites {
  readonly openStore: {
    readonly storeId: string;
    readonly ownerId: string;
    readonly route: string;
    readonly status: 'TRIAL' | 'NORMAL';
    readonly establishedOn: Day;
  };
  /** Of a store that is being cleared, it is the status to which an undone clearance restores it; it is not regularised meanwhile. */
  readonly setStoreStatus: { readonly storeId: string; readonly status: 'TRIAL' | 'NORMAL' };
  /** The clearance is confirmed: nothing is decided in favour of the store any more. */
  readonly beginClearance: { readonly storeId: string };
  /** The public page is closed and no order is taken (SH-STORE-11.3). */
  readonly takeStoreOffline: { readonly storeId: string };
  readonly delistProducts: { readonly storeId: string; readonly products: readonly string[] };
  /** Nothing is added to the records or changed from now on (SH-STORE-11.5). */
  readonly sealRecords: { readonly storeId: string };
  /** The clearance is undone: these products are listed again. */
  readonly restoreStore: { readonly storeId: string; readonly products: readonly string[] };
  /** What has become of a product that is reviewed here: a fact of the store, with its points (SH-STORE-08). */
  readonly productFact: {
    readonly storeId: string;
    readonly productId: string;
    readonly type: 'PRODUCT_SUBMITTED' | 'PRODUCT_LISTED' | 'PRODUCT_RETURNED' | 'PRODUCT_DELISTED';
  };
  /** Takes back what products have brought, by lines that name the case; the original lines remain (SH-STORE-08.8). */
  readonly takeBackPoints: { readonly storeId: string; readonly productIds: readonly string[]; readonly reason: Text };
  /** The main shareholders from now on; earlier lists are kept. */
  readonly shareholders: {
    readonly storeId: string;
    readonly version: number;
    readonly list: readonly MainShareholder[];
  };
  /** Orders that were found to be brushing: their points are taken back (SH-STORE-10.8). */
  readonly voidOrders: { readonly storeId: string; readonly orders: readonly string[] };
  /** The orders that a step of the case has voided are none that were brushed after all: they bring their points again. */
  readonly reinstateOrders: { readonly storeId: string; readonly foundAtRevision: number };
}

export const contract = contractsOf<{
  rules: ShStoreValues;
  readings: ShStoreReadings;
  writes: ShStoreWrites;
}>('SH_STORE', { rules: shStoreRules.values });

/** The institution that applies for a store, or has one. */
export const institution = { title: text('服务机构', 'Service institution'), roles: ['provider'] } as const;

/** The registers of the regime. Institutions invited to the third-party assessment of a year (SH-STORE-16.1). */
export const registers = { assessmentInvitations: 'sh-eval.assessment-invitations' } as const;

/** The department that recommended it: it follows what becomes of its recommendation. */
export const recommender = {
  title: text('推荐部门', 'Recommending department'),
  roles: ['district', 'authority'],
  follows: true,
} as const;

/** What a case about a store refers to. */
export function storeReference(storeId: string): string {
  return `store:${storeId}`;
}

/** The store that a case about a store is about. */
export function storeIn({ about, id }: { readonly about: string | null; readonly id: string }): string {
  const storeId = storeOf(about);
  if (storeId === null) throw new Error(`Case ${id} is about no store.`);
  return storeId;
}

/** The store that a case is about; null if it is about none yet. */
export function storeOf(about: string | null): string | null {
  return about?.startsWith('store:') === true ? about.slice('store:'.length) : null;
}

/** What a store is looked up by that somebody names: by its id, the credit code of its institution, or its exact name. */
export function namedStoreReference(named: string): string {
  return `store named ${named}`;
}

/** How somebody names a store; null if the reference is another. */
export function nameOfStore(reference: string): string | null {
  return /^store named (.*)$/s.exec(reference)?.[1] ?? null;
}

/** Where forms of this regime have the contact of an institution. */
export const institutionContact = {
  under: 'institution',
  telephone: 'contactPhone',
  email: 'contactEmail',
} as const;
