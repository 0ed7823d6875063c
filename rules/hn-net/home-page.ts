/** The home page of a platform: who runs it by which papers (HN-NET-06.6), and how a consumer complains (HN-NET-04.3). */
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { missingOnHomePage, shownPermit, shownProof, type ShownProof } from './disclosure.ts';
import type { NetworkBody } from './network.ts';
import { providerIdentity } from './provider.ts';

/** What the public sees of a platform. */
export interface PlatformPage {
  readonly id: string;
  readonly name: Text;
  readonly operator: string | null;
  /** Null only where the platform does not show it; the hub must (HN-NET-06.6, 第八条第一项). */
  readonly licence: ShownProof | null;
  readonly permits: readonly ShownProof[];
  readonly complaint: { readonly channel: string; readonly acceptingBody: Text; readonly contact: string | null };
  /** What must be shown and is not there. */
  readonly missing: readonly Text[];
}

const items = {
  complaintChannel: text('消费者投诉渠道', 'Complaint channel'),
  acceptingBody: text('投诉受理机构', 'Body that accepts complaints'),
  complaintContact: text('投诉联系方式', 'Contact for complaints'),
} as const;

/** @param channel address at which a complaint is filed */
export function platformPage(
  { id, kind, name, telephone, operator }: Omit<NetworkBody, 'telephone'> & { readonly telephone: string | null },
  channel: string,
  on: Day,
): PlatformPage {
  const { proof } = providerIdentity.ENTERPRISE;
  const licence = operator === undefined ? null : shownProof(operator.licence, proof, operator.creditCode, on);
  const home = { complaintChannel: channel, acceptingBody: name.zh, complaintContact: telephone };
  return {
    id,
    name,
    operator: operator?.name ?? null,
    licence,
    permits: (operator?.permits ?? []).map((permit) => shownPermit(permit, on)),
    complaint: { channel, acceptingBody: name, contact: telephone },
    missing: [
      ...(kind === 'HUB' && licence === null ? [proof] : []),
      ...missingOnHomePage(home).map((item) => items[item]),
    ],
  };
}
