import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { isFilled } from './issue.ts';
import type { PermitStatus, Proof, ProviderForm } from './provider.ts';
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

/** The main page of a provider as the public sees it. */
export interface PublicPage {
  readonly name: string;
  readonly kind: Text;
  /** Null for a natural person: the card and its number are personal information and are not shown (HN-NET-15.7). */
  readonly licence: ShownProof | null;
  readonly permits: readonly ShownProof[];
  readonly items: Readonly<Record<DisclosureItem, string | null>>;
  readonly address: string | null;
  readonly telephone: string | null;
  /** Items and proofs that should be shown and are not there: the page is marked incomplete unless this is empty. */
  readonly missing: readonly Text[];
}

/** The items on handling that are not filled in, in the order of the text (HN-NET-04.1). */
export function missingItems(form: DisclosureForm): DisclosureItem[] {
  return keysOf(disclosureItems).filter((item) => !isFilled(form.items[item]));
}

/** The management systems that do not exist; the yearly check lists them (HN-NET-04.2). */
export function missingSystems(form: DisclosureForm): ManagementSystem[] {
  return keysOf(managementSystems).filter((system) => !form.systems[system]);
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
    isPerson || !isFiled(form.identityProof) ? null : shown(form.identityProof, proof, form.creditCode, on);
  const permits = form.permits
    .filter(isFiled)
    .map((permit) => shown(permit, regulatedTrades[permit.trade].permit, permit.number, on));
  const unshown = form.trades
    .filter((trade) => !form.permits.some((permit) => permit.trade === trade && isFiled(permit)))
    .map((trade) => regulatedTrades[trade].permit);
  return {
    name: form.name,
    kind: title,
    licence,
    permits,
    items: form.disclosure.items,
    address: isPerson ? null : form.address,
    telephone: form.telephone,
    missing: [
      ...(licence === null && !isPerson ? [proof] : []),
      ...unshown,
      ...missingItems(form.disclosure).map((item) => disclosureItems[item]),
    ],
  };
}

/** The licence or card and the permits that have expired and not been replaced; a task opens for each (HN-NET-06.4). */
export function expiredProofs(form: ProviderForm, on: Day): Text[] {
  return proofsInUse(form)
    .filter(({ lastDay }) => lastDay !== null && lastDay < on)
    .map(({ title }) => title);
}

/** The next last day, from this Shanghai day on, of a licence, card or permit in use; null if none has an end. */
export function nextExpiry(form: ProviderForm, on: Day): Day | null {
  const ahead = proofsInUse(form).flatMap(({ lastDay }) => (lastDay !== null && lastDay >= on ? [lastDay] : []));
  return ahead.sort()[0] ?? null;
}

/** The proof of identity and, for each trade, the permit that lasts longest. */
function proofsInUse(form: ProviderForm): { readonly title: Text; readonly lastDay: Day | null }[] {
  const inUse = isFiled(form.identityProof)
    ? [{ title: providerIdentity[form.kind].proof, lastDay: form.identityProof.validUntil }]
    : [];
  for (const trade of new Set(form.permits.filter(isFiled).map((permit) => permit.trade))) {
    const days = form.permits.filter((permit) => permit.trade === trade && isFiled(permit));
    const endless = days.some(({ validUntil }) => validUntil === null);
    const lastDay = endless
      ? null
      : (days
          .map(({ validUntil }) => validUntil)
          .sort()
          .at(-1) ?? null);
    inUse.push({ title: regulatedTrades[trade].permit, lastDay });
  }
  return inUse;
}

function shown(proof: Proof, title: Text, number: string | null, on: Day): ShownProof {
  const { fileId, link, validUntil } = proof;
  return { title, number, fileId, link, validUntil, status: permitStatus(proof, on) };
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}
