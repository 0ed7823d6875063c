/** What a declaration begins with and remembers (HN-BASE-01 to 04). */
import type { Declared, EligibilityItem, ItemResult } from '../../../rules/hn-base/eligibility.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

export interface BaseDeclarationOpening {
  readonly year: number;
  /** Id of the case of the call. */
  readonly call: string;
  /** Name of the base. */
  readonly name: string;
  readonly declared: Declared;
  /** Last day on which the city files with the province, and on which the final materials are filed. */
  readonly filingDay: Day;
  readonly finalDay: Day;
  /** Id of the case of the title that the base holds still; null without one. */
  readonly title: string | null;
}

export interface BaseDeclarationFacts extends BaseDeclarationOpening {
  name: string;
  declared: Declared;
  /** What the city found of each item; null while it has judged none. */
  judged: Readonly<Record<EligibilityItem, ItemResult>> | null;
  submittedAt: Instant | null;
  /** When the time of the city ended; null while it runs, or once it was kept. */
  filingEndedAt: Instant | null;
  /** Paper copies that the province has received. */
  paper: { readonly copies: number; readonly complete: boolean; readonly receivedOn: Day } | null;
  panel: Panel | null;
  /** What the experts said, once all were in; in the order of their cases. */
  opinions: readonly OpenedOpinion[];
  /** Mean of the scores that count, 0 to 100; null while an opinion is awaited. */
  score: number | null;
  revisedAt: Instant | null;
  finalPaper: { readonly copies: number; readonly receivedOn: Day } | null;
  discOn: Day | null;
}

/** What an expert said, once all could be read. */
export interface OpenedOpinion {
  /** Id of its case. */
  readonly opinion: string;
  readonly score: number;
  readonly words: string;
  /** Why it does not count any more; absent while it does. */
  readonly setAside?: string;
}

export type OpinionState = 'ASKED' | 'GIVEN' | 'OPENED' | 'SET_ASIDE';

/** The experts of a declaration, as the lot has drawn them. */
export interface Panel {
  /** The words that the latest lot was drawn by; an earlier one stands in the timeline. */
  readonly seed: string;
  /** Everybody without a conflict: who was asked by an earlier lot, then the others in the order of the latest. */
  readonly order: readonly PartyKey[];
  /** How many of the order were asked. */
  asked: number;
  /** The cases of the opinions, with how far each is. */
  opinions: Readonly<Record<string, OpinionState>>;
  /** By the same cases, who was asked; absent where all were asked before this was kept. */
  experts?: Readonly<Record<string, PartyKey>>;
  /** Those of them that are waited for beyond their last day. */
  overdue: readonly string[];
}
