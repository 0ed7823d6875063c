import { text } from '../../../rules/text.ts';
import type { SurveyFacts, SurveyOpening } from '../../cooperation/needs-survey/facts.ts';
import { surveyParts } from '../../cooperation/needs-survey/parts.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { MemberSurveyInputs } from './input.ts';
import { terms } from './terms.ts';

const { stages, outcomes, notices, tasks, deadlines, actions } = surveyParts(terms);

/** Survey of needs by the provincial platform, with a part of its own for every member: AH-OPS-02.1. A part that is reported counts (AH-EVAL-02.9). */
export const memberSurvey = contract<{ opening: SurveyOpening; facts: SurveyFacts; inputs: MemberSurveyInputs }>()({
  kind: 'memberSurvey',
  prefix: 'msv',
  mark: '需调',
  title: text('服务需求征集', 'Collection of needs'),
  parties: { collector: { ...member, title: text('开展征集的单位', 'Who collects') } },
  bodies: { platform: text('省综合服务平台', 'Provincial platform') },
  intake: { by: ['reviewer'] },
  ...{ stages, outcomes, notices, tasks, deadlines, actions },
});

/** A step of a survey. */
export type MemberSurvey = StepOf<typeof memberSurvey>;
