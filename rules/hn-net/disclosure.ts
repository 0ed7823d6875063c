import type { Text } from '../text.ts';
import { isFilled, text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { Permit, PermitStatus, Proof, ProviderForm } from './provider.ts';
import { isFiled, isNaturalPerson, permitStatus, providerIdentity } from './provider.ts';
import { regulatedTrades } from './trades.ts';

/** The five items on handling that are shown at the premises and on the main page (HN-NET-04.1, 第六条). */
export const disclosureItems = {
  content: text('服务内容（功能）', 'Service content (functions)'),
  standard: text('服务标准', 'Service standard'),
  flow: text('服务流程', 'Service flow'),
  fees: text('服务收费', 'Service fees'),
  handlingTime: text('服务办理时限', 'Handling time'),
} as const;

export type DisclosureItem = keyof typeof disclosureItems;

/** The three management systems that must exist (HN-NET-04.2, 第六条). */
export const managementSystems = {
  serviceQuality: text('服务质量管理制度', 'System for service quality'),
  returnVisits: text('服务客户回访制度', 'System for customer return visits'),
  evaluation: text('服务评价制度', 'System for service evaluation'),
} as const;

export type ManagementSystem = keyof typeof managementSystems;

/** What a body states on its services; a text is null or blank while it is missing. */
export interface DisclosureForm {
  readonly items: Readonly<Record<DisclosureItem, string | null>>;
  readonly systems: Readonly<Record<ManagementSystem, boolean>>;
}

/** The three items on complaints of a platform's home page (HN-NET-04.3, 第十九条第三项). */
export interface HomePage {
  readonly complaintChannel: string | null;
  readonly acceptingBody: string | null;
  readonly complaintContact: string | null;
}

/** A licence or permit as the public sees it. */
export interface ShownProof {
  readonly title: Text;
  readonly number: string | null;
  readonly fileId: string | null;
  readonly link: string | null;
  readonly validUntil: Day | null;
  readonly status: PermitStatus;
}

/** A service as the public sees it: with its five items, of which {@link missing} are not filled in. */
export interface ShownService {
  readonly code: string;
  readonly name: string;
  readonly items: Readonly<Record<DisclosureItem, string | null>>;
  readonly missing: readonly DisclosureItem[];
}

/** The main page of a provider as the public sees it. */
export interface PublicPage {
  readonly name: string;
  readonly kind: Text;
  /** Null for a natural person: the card and its number are personal information and are not shown (HN-NET-15.7). */
  readonly licence: ShownProof | null;
  readonly permits: readonly ShownProof[];
  readonly services: readonly ShownService[];
  readonly address: string | null;
  readonly telephone: string | null;
  /** Items and proofs that should be shown and are not there: the page is marked incomplete unless this is empty. */
  readonly missing: readonly Text[];
}

/** The items on handling that are not filled in, in the order of the text (HN-NET-04.1). */
export function missingItems({ items }: Pick<DisclosureForm, 'items'>): DisclosureItem[] {
  return keysOf(disclosureItems).filter((item) => !isFilled(items[item]));
}

/** The management systems that do not exist; the yearly check lists them (HN-NET-04.2). */
export function missingSystems({ systems }: Pick<DisclosureForm, 'systems'>): ManagementSystem[] {
  return keysOf(managementSystems).filter((system) => !systems[system]);
}

/** What a platform's home page lacks on complaints (HN-NET-04.3). */
export function missingOnHomePage(page: HomePage): (keyof HomePage)[] {
  return (['complaintChannel', 'acceptingBody', 'complaintContact'] as const).filter((item) => !isFilled(page[item]));
}

/**
 * What the public is shown of a provider on a Shanghai day (HN-NET-06.4, 04.1): licence and permits or a link to them,
 * each marked as expired if it is, and the items on handling. Of a natural person neither card nor address is shown.
 */
export function publicPage(form: ProviderForm, on: Day): PublicPage {
  const { title, proof } = providerIdentity[form.kind];
  const isPerson = isNaturalPerson(form.kind);
  const licence =
    isPerson || !isFiled(form.identityProof) ? null : shownProof(form.identityProof, proof, form.creditCode, on);
  const permits = form.permits.filter(isFiled).map((permit) => shownPermit(permit, on));
  const unshown = form.trades
    .filter((trade) => !form.permits.some((permit) => permit.trade === trade && isFiled(permit)))
    .map((trade) => regulatedTrades[trade].permit);
  const services = form.services.map(({ code, name, items }) => ({
    code,
    name,
    items,
    missing: missingItems({ items }),
  }));
  return {
    name: form.name,
    kind: title,
    licence,
    permits,
    services,
    address: isPerson ? null : form.address,
    telephone: form.telephone,
    missing: [
      ...(licence === null && !isPerson ? [proof] : []),
      ...unshown,
      ...services.flatMap(({ name, missing }) => missing.map((item) => itemOf(name, disclosureItems[item]))),
    ],
  };
}

function itemOf(service: string, item: Text): Text {
  return text(`${service}：${item.zh}`, `${service}: ${item.en}`);
}

/** A permit as the public sees it on a Shanghai day. */
export function shownPermit(permit: Permit, on: Day): ShownProof {
  return shownProof(permit, regulatedTrades[permit.trade].permit, permit.number, on);
}

/** A paper as the public sees it on a Shanghai day. */
export function shownProof(proof: Proof, title: Text, number: string | null, on: Day): ShownProof {
  const { fileId, link, validUntil } = proof;
  return { title, number, fileId, link, validUntil, status: permitStatus(proof, on) };
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}
