import { text } from '../../../rules/text.ts';
import type { SurveyFacts, SurveyOpening } from '../../cooperation/needs-survey/facts.ts';
import { surveyParts } from '../../cooperation/needs-survey/parts.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { NeedsSurveyInputs } from './input.ts';
import { terms } from './terms.ts';

const { stages, outcomes, notices, tasks, deadlines, actions } = surveyParts(terms);

/**
 * Survey of the needs of enterprises: of the hub in the whole province, with a part of its own for each window, or of a platform for its
 * area or industry (HN-NET-05.4, 16.5).
 */
export const needsSurvey = contract<{ opening: SurveyOpening; facts: SurveyFacts; inputs: NeedsSurveyInputs }>()({
  kind: 'needsSurvey',
  prefix: 'nds',
  mark: '需调',
  retention: 'TRANSACTION',
  title: text('服务需求调查', 'Survey of needs'),
  parties: { collector: { title: text('开展调查的平台', 'Platform that collects'), roles: ['reviewer', 'manager'] } },
  bodies: { platform: text('开展调查的平台', 'Platform that collects') },
  intake: { by: ['reviewer'] },
  ...{ stages, outcomes, notices, tasks, deadlines, actions },
});

/** A step of a survey. */
export type Survey = StepOf<typeof needsSurvey>;
