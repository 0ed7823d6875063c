import { text } from '../../../rules/text.ts';
import type { AnswerFacts, AnswerOpening } from '../../cooperation/needs-survey/facts.ts';
import { answerParts } from '../../cooperation/needs-survey/parts.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { ServiceCategory } from '../../../rules/hn-net/service-request.ts';
import { terms } from '../needs-survey/terms.ts';
import { consumer, contract } from '../words.ts';
import type { NeedsAnswerInputs } from './input.ts';

export interface NeedsAnswerOpening extends AnswerOpening {
  readonly category: ServiceCategory;
  /** Id of the platform that collects. */
  readonly platform: string;
}

export interface NeedsAnswerFacts extends AnswerFacts {
  readonly category: ServiceCategory;
  readonly platform: string;
}

const { stages, outcomes, notices, tasks, deadlines, actions } = answerParts(terms);

/** What an enterprise answers to a survey; its need can be turned into a service request (HN-NET-05.4). */
export const needsAnswer = contract<{
  opening: NeedsAnswerOpening;
  facts: NeedsAnswerFacts;
  inputs: NeedsAnswerInputs;
}>()({
  kind: 'needsAnswer',
  prefix: 'nda',
  mark: '需答',
  retention: 'TRANSACTION',
  title: text('需求调查答复', 'Answer to a survey of needs'),
  parties: { enterprise: { ...consumer, title: text('答复的企业', 'Enterprise that answers') } },
  bodies: { platform: text('开展调查的平台', 'Platform that collects') },
  intake: { by: ['consumer', 'contact', 'reviewer'] },
  ...{ stages, outcomes, notices, tasks, deadlines, actions },
});

/** A step of an answer. */
export type Answer = StepOf<typeof needsAnswer>;
