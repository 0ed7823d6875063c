import type { DisqualificationGround, WindowDeclaration } from '../../../rules/hn-net/window.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

/** What a qualification begins with. */
export interface WindowQualificationOpening {
  readonly window: WindowDeclaration;
  /** Set where the window was recognised before its case began: the department puts the recognition on record. */
  readonly recognised: Recognition | null;
}

/** The document by which a window was recognised, and its day. */
export interface Recognition {
  readonly on: Day;
  readonly document: string;
}

export interface WindowQualificationFacts extends WindowQualificationOpening {
  /** Key of the window as a unit of the network: its entry in the register. */
  readonly unit: PartyKey;
  recognised: Recognition | null;
  /** The loss of qualification that has been proposed and is not decided. */
  proposal: { readonly ground: DisqualificationGround; readonly proposedAt: Instant } | null;
  /** What the operator says to the proposal. */
  statement: { readonly statedAt: Instant; readonly asksForHearing: boolean } | null;
  hearingHeldOn: Day | null;
  disqualifiedFor: DisqualificationGround | null;
}
