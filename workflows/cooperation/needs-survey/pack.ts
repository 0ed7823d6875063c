import type { AnswerFigures, Collector, SurveyOpening } from './facts.ts';
import type { AnswerStep, SurveyStep } from './step.ts';
import type { SurveyTerms } from './terms.ts';

/** What a regime brings to its surveys; `Step` is a step of its own contract. */
export interface SurveyPack<Step extends SurveyStep> {
  /** Opens the part of a collector. */
  openPart(step: Step, collector: Collector, opening: SurveyOpening): void;
  /** Tells the survey that this one is a part of what it has come to. */
  tellOrganiser(step: Step, partOf: string, figures: AnswerFigures & { readonly late: boolean }): void;
  /** Tells the parts that the survey is cancelled. */
  endParts(step: Step, reason: string): void;
  /** The survey is complete: what the regime counts of it. */
  completed?(step: Step): void;
}

/** What a regime brings to the answers. */
export interface AnswerPack<Step extends AnswerStep> {
  readonly terms: SurveyTerms;
  /** Who answered: a party of the case, or whom its form names where staff entered the answer for somebody. */
  enterprise(step: Step): 'enterprise' | { readonly contact: true };
  /** Tells the survey that there is an answer, and that one was turned into a request. */
  tellReceived(step: Step): void;
  tellTurned(step: Step): void;
  /** Opens the case that serves the need. @returns its id */
  turn(step: Step): string;
}
