/**
 * The entry of a provider in the register: codes and days alone, so that nothing personal passes through a case. Names, addresses and
 * numbers are read from the form that the entry names; what of them the public sees is {@link providerPage}.
 */
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { CredentialCode } from './credentials.ts';
import { credentialTitle } from './credentials.ts';
import type { PublicPage } from './disclosure.ts';
import { publicPage } from './disclosure.ts';
import { issue, type Issue } from './issue.ts';
import type { ProviderForm, ProviderKind } from './provider.ts';
import type { RefusalReasonCode } from './refusal-reasons.ts';
import { refusalReasons } from './refusal-reasons.ts';
import type { RegulatedTradeCode } from './trades.ts';

/** What the entry of a provider can stand at. */
export const providerStatuses = {
  REGISTERED: text('已登记', 'Registered'),
  SUSPENDED: text('暂停展示', 'Listing suspended'),
  DEREGISTERED: text('已注销登记', 'Deregistered'),
} as const;

export type ProviderStatus = keyof typeof providerStatuses;

/** Why a listing is suspended: the yearly verification was not answered, or a decision on a ground of the fixed list. */
export type SuspensionCause = 'VERIFICATION_OVERDUE' | RefusalReasonCode;

/** Why a provider left the register: at its own wish, or by a decision on a ground of the fixed list. */
export type DeregistrationGround = 'OWN_WISH' | RefusalReasonCode;

/** What an entry holds beside its status and days. */
export interface ProviderEntryData {
  readonly kind: ProviderKind;
  /** Version of the case's form that was found in order: the page shows this one and no later one. */
  readonly formVersion: number;
  readonly trades: readonly RegulatedTradeCode[];
  /** The papers that have expired and were not replaced (HN-NET-06.4). */
  readonly expired: readonly CredentialCode[];
  /** Codes of services that are not shown, because what was filed on them is bad or false (HN-NET-06.5). */
  readonly withheld: readonly string[];
  /** The platform that brought the provider in (HN-NET-16.7); the body of the entry is the one that answers for it now. */
  readonly broughtInBy: string;
  /** The platform that the provider itself operates (HN-NET-01.5, 14.1). */
  readonly operates: string | null;
  /** Day on which the data were last found in order. */
  readonly verifiedOn: Day;
  readonly suspendedFor: readonly SuspensionCause[];
  readonly deregisteredFor: DeregistrationGround | null;
}

/** An entry of the register as it is read back: with its data as plain JSON. */
export interface ProviderEntry {
  readonly status: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is wrong with naming a provider as one who takes part in something: it must be on the register; a suspended listing is no bar (HN-NET-16.6). */
export function partnerIssues<F extends string>(
  field: F,
  entry: Pick<ProviderEntry, 'status'> | null | undefined,
): Issue<F>[] {
  if (entry?.status === 'REGISTERED' || entry?.status === 'SUSPENDED') return [];
  const [zh, en] =
    entry === null || entry === undefined
      ? [
          '该单位未在平台网络登记，请选择已登记的服务商或者窗口平台',
          'It is not on the network: choose a registered provider or a window',
        ]
      : ['该服务商已注销登记，请选择已登记的服务商', 'The provider has left the register: choose a registered one'];
  return [issue(field, '16.6', zh, en)];
}

/** The main page of a provider, with how it stands in the register. */
export interface ProviderPage extends PublicPage {
  readonly status: Text;
  /** False while the listing is suspended: no service is shown then. */
  readonly listed: boolean;
  readonly suspendedFor: readonly Text[];
  readonly expired: readonly Text[];
  /** The platform that operates under this provider's name; its services are marked as the operator's own. */
  readonly operates: string | null;
}

/**
 * Whether a provider may publish services or goods (HN-NET-06): it has an entry, its listing is not suspended and, where the service is of
 * a regulated trade, its permit for that trade is filed and has not expired. The operator of a platform needs an entry as any other
 * provider does (HN-NET-01.5).
 */
export function mayPublish(entry: ProviderEntry | null | undefined, trade: RegulatedTradeCode | null = null): boolean {
  if (entry?.status !== 'REGISTERED') return false;
  const { trades, expired } = dataOf(entry);
  return trade === null || (trades.includes(trade) && !expired.includes(trade));
}

/**
 * What the public sees of a provider on a Shanghai day (HN-NET-04.1, 06.4); null unless it is in the register.
 * @param form the version of the case's form that the entry names: `data.formVersion`
 */
export function providerPage(form: ProviderForm, entry: ProviderEntry, on: Day): ProviderPage | null {
  const { status } = entry;
  if (status !== 'REGISTERED' && status !== 'SUSPENDED') return null;
  const { withheld, suspendedFor, expired, operates } = dataOf(entry);
  const listed = mayPublish(entry);
  const services = listed ? form.services.filter(({ code }) => !withheld.includes(code)) : [];
  return {
    ...publicPage({ ...form, services }, on),
    status: providerStatuses[status],
    listed,
    suspendedFor: suspendedFor.map(suspensionTitle),
    expired: expired.map((of) => credentialTitle(of, form.kind)),
    operates,
  };
}

/** Why a listing is suspended, in words. */
export function suspensionTitle(cause: SuspensionCause): Text {
  return cause === 'VERIFICATION_OVERDUE'
    ? text('未按期核实登记信息', 'The registered data were not verified in time')
    : refusalReasons[cause].title;
}

/** Why a provider left the register, in words. */
export function deregistrationTitle(ground: DeregistrationGround): Text {
  return ground === 'OWN_WISH'
    ? text('服务商自行申请注销', 'At the wish of the provider')
    : refusalReasons[ground].title;
}

/** The data of an entry of the providers' register, which only registrations write. */
export function dataOf(entry: ProviderEntry): ProviderEntryData {
  return entry.data as unknown as ProviderEntryData;
}
