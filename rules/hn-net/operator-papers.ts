/** What the operator of the hub shows of itself on its home page (HN-NET-06.6, 第八条第一项). */
import type { Text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { ShownProof } from './disclosure.ts';
import { shownProof } from './disclosure.ts';
import type { Permit, Proof, ProviderKind } from './provider.ts';
import { isFiled, providerIdentity } from './provider.ts';
import type { RegulatedTradeCode } from './trades.ts';
import { regulatedTrades } from './trades.ts';

/** What an operator has entered of itself. */
export interface OperatorPapers {
  readonly kind: ProviderKind;
  readonly creditCode: string;
  readonly licence: Proof | null;
  /** The regulated trades of the operator itself, such as the permit for an internet information service. */
  readonly trades: readonly RegulatedTradeCode[];
  readonly permits: readonly Permit[];
}

/** The part of the home page on licence and permits. */
export interface ShownPapers {
  readonly licence: ShownProof | null;
  readonly permits: readonly ShownProof[];
  /** Papers that should be shown and are not there; the page is incomplete unless this is empty. */
  readonly missing: readonly Text[];
}

/** The licence and permits of an operator as its home page shows them on a Shanghai day, each expired one as expired. */
export function operatorPapers({ kind, creditCode, licence, trades, permits }: OperatorPapers, on: Day): ShownPapers {
  const { proof } = providerIdentity[kind];
  const filed = permits.filter(isFiled);
  const unfiled = trades.filter((trade) => !filed.some((permit) => permit.trade === trade));
  return {
    licence: isFiled(licence) ? shownProof(licence, proof, creditCode, on) : null,
    permits: filed.map((permit) => shownProof(permit, regulatedTrades[permit.trade].permit, permit.number, on)),
    missing: [...(isFiled(licence) ? [] : [proof]), ...unfiled.map((trade) => regulatedTrades[trade].permit)],
  };
}
