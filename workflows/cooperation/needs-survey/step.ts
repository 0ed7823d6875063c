/** Steps of a survey and of an answer in any regime: what the common handlers may name. */
import { text } from '../../../rules/text.ts';
import type { ProcessContract } from '../../engine/contract.ts';
import { contractsOf } from '../../engine/define.ts';
import type { RuleValues } from '../../engine/state.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { AnswerFacts, AnswerInputs, AnswerOpening, SurveyFacts, SurveyInputs, SurveyOpening } from './facts.ts';
import { answerParts, surveyParts } from './parts.ts';
import type { SurveyTerms } from './terms.ts';

/** No rule, reading or write of a regime is needed. */
interface NoWords {
  readonly rules: RuleValues;
  readonly readings: object;
  readonly writes: object;
}

const nobody = { title: text('', ''), roles: [] } as const;

/** A contract of nothing but what is common. No case is opened under it: from it the compiler knows the names that the common handlers may use. */
export function commonSurvey(terms: SurveyTerms, kind: string) {
  const { stages, outcomes, tasks, deadlines, notices, actions } = surveyParts(terms);
  return contractsOf<NoWords>('')<{
    opening: SurveyOpening;
    facts: SurveyFacts;
    inputs: SurveyInputs;
  }>()({
    ...{ kind, prefix: kind, mark: kind, title: text('', '') },
    parties: { collector: nobody },
    ...{ stages, outcomes, tasks, deadlines, notices, actions },
  });
}

/** The same of an answer. */
export function commonAnswer(terms: SurveyTerms, kind: string) {
  const { stages, outcomes, tasks, deadlines, notices, actions } = answerParts(terms);
  return contractsOf<NoWords>('')<{
    opening: AnswerOpening;
    facts: AnswerFacts;
    inputs: AnswerInputs;
  }>()({
    ...{ kind, prefix: kind, mark: kind, title: text('', '') },
    parties: { enterprise: nobody },
    ...{ stages, outcomes, tasks, deadlines, notices, actions },
  });
}

/** A step of any survey; that of a regime is one, too, if its contract is made of `surveyParts`. */
export type SurveyStep = Omit<StepOf<ReturnType<typeof commonSurvey>>, 'contract'>;

/** A step of any answer. */
export type AnswerStep = Omit<StepOf<ReturnType<typeof commonAnswer>>, 'contract'> & {
  readonly contract: Pick<ProcessContract, 'actions'>;
};
