import type { BodyInWords } from '../../../rules/body-in-words.ts';
import type { Text } from '../../../rules/text.ts';
import type { ComplaintMatter } from './notices.ts';
import type { ComplaintStep } from './step.ts';
import type { ComplaintTerms } from './terms.ts';

/**
 * What a regime brings to the process of complaints; `Step` is a step of its own contract, `Reading` what it has read where a complaint is
 * registered or reopened.
 */
export interface ComplaintPack<Step extends ComplaintStep, Reading = void> {
  readonly terms: ComplaintTerms;
  /** Tells whom the complaint is about what is complained of, and that it may answer. */
  tellRespondent(step: Step, told: ToldToRespondent): void;
  /** Opens the work that is to be done next. */
  giveOut(step: Step, reading: Reading): void;
  /** The body that will handle it, where another than the one that registers it. */
  elsewhere?(step: Step, reading: Reading): BodyInWords | undefined;
  /** A finding was made: brings what the regime counts in line with it. @returns what both sides are told of that */
  findingMade(step: Step): Text | undefined;
  /** A finding was taken back, and the complaint is decided anew. @returns what both sides are told of that */
  findingReopened(step: Step): Text | undefined;
  /** In regimes that mediate: whether a mediation of the dispute is under way, and whether the complainant may apply for one. */
  readonly mediation?: {
    isUnderWay(step: Step): boolean;
    mayBeAppliedFor(step: Step): boolean;
  };
}

/** What the respondent is told by the records of the case; the words of the complainant a regime adds from where it has them. */
export type ToldToRespondent = Omit<ComplaintMatter, 'account' | 'claim'>;
