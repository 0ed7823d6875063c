import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { DisclosureItem, ManagementSystem } from './disclosure.ts';
import type { RegulatedTradeCode } from './trades.ts';

/** Kinds of providers (HN-NET-01.2, 第四条). */
export const providerKinds = [
  'ENTERPRISE',
  'INSTITUTION',
  'PRIVATE_NON_ENTERPRISE',
  'SOCIAL_ORGANISATION',
  'INDIVIDUAL_BUSINESS',
  'NATURAL_PERSON',
] as const;

export type ProviderKind = (typeof providerKinds)[number];

/** What the identity of each kind is proved by (HN-NET-06.2): the title of the provider and of its licence or card. */
export const providerIdentity = {
  ENTERPRISE: identity('企业法人', 'Enterprise legal person', '营业执照', 'Business licence'),
  INSTITUTION: identity(
    '事业单位法人',
    'Institution legal person',
    '事业单位法人证书',
    'Legal-person certificate of a public institution',
  ),
  PRIVATE_NON_ENTERPRISE: identity(
    '民办非企业法人',
    'Private non-enterprise legal person',
    '民办非企业单位登记证书',
    'Registration certificate of a private non-enterprise unit',
  ),
  SOCIAL_ORGANISATION: identity(
    '社团组织',
    'Social organisation',
    '社会团体法人登记证书',
    'Legal-person registration certificate of a social organisation',
  ),
  INDIVIDUAL_BUSINESS: identity('个体工商户', 'Individual business', '营业执照', 'Business licence'),
  NATURAL_PERSON: identity('自然人', 'Natural person', '居民身份证', 'Identity card'),
} as const satisfies Readonly<Record<ProviderKind, { readonly title: Text; readonly proof: Text }>>;

/** A licence, card or permit as it is filed: the id of a stored file, an electronic link, or both (第九条第二项). */
export interface Proof {
  readonly fileId: string | null;
  readonly link: string | null;
  /** Last day on which it is valid, Shanghai; null if it has no end. */
  readonly validUntil: Day | null;
}

/** The permit or qualification for one regulated trade. */
export interface Permit extends Proof {
  readonly trade: RegulatedTradeCode;
  readonly number: string;
}

/** A service or good that a provider offers, with what is shown on its handling (HN-NET-04.1). */
export interface OfferedService {
  /** Short code of the provider's own, e.g. `S1`: decisions name a service by it. */
  readonly code: string;
  readonly name: string;
  readonly items: Readonly<Record<DisclosureItem, string | null>>;
}

/** What a provider files to be registered (HN-NET-06.2, 06.3). Texts are null or blank when not filled in. */
export interface ProviderForm {
  readonly kind: ProviderKind;
  readonly name: string;
  /** Unified social credit code, in place of the organisation code; null for a natural person. */
  readonly creditCode: string | null;
  /** Identity number; null for an organisation. */
  readonly identityNumber: string | null;
  /** The licence of an organisation, the identity card of a natural person. */
  readonly identityProof: Proof | null;
  readonly address: string | null;
  readonly contactName: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
  /** The regulated trades among the services offered. */
  readonly trades: readonly RegulatedTradeCode[];
  readonly permits: readonly Permit[];
  /** Id of the platform that brought the provider in, which then mediates for it (HN-NET-16.7). */
  readonly broughtInBy: string;
  /** The platform that the provider itself operates: its services are marked as the operator's own (HN-NET-01.5, 14.1). */
  readonly operates: string | null;
  readonly services: readonly OfferedService[];
  readonly systems: Readonly<Record<ManagementSystem, boolean>>;
}

/** Whether a provider proves its identity by a card and not by a licence (HN-NET-01.2). */
export function isNaturalPerson(kind: ProviderKind): boolean {
  return kind === 'NATURAL_PERSON';
}

export type PermitStatus = 'VALID' | 'EXPIRED';

/** Whether a licence, card or permit is valid on a Shanghai day; its last day is still valid (HN-NET-06.4). */
export function permitStatus(proof: Proof, on: Day): PermitStatus {
  return proof.validUntil !== null && proof.validUntil < on ? 'EXPIRED' : 'VALID';
}

/** Whether a proof was filed at all: as a file, as a link, or both. */
export function isFiled(proof: Proof | null): proof is Proof {
  return proof !== null && (isGiven(proof.fileId) || isGiven(proof.link));
}

function isGiven(reference: string | null): boolean {
  return reference !== null && reference.trim() !== '';
}

function identity(titleZh: string, titleEn: string, proofZh: string, proofEn: string) {
  return { title: text(titleZh, titleEn), proof: text(proofZh, proofEn) };
}
