/** Answer to a survey of needs, 第七条第四项: matched by turning its need into a service request, or noted. */
import { partyKind } from '../../../rules/parties/party.ts';
import { answerHandlers } from '../../cooperation/needs-survey/handlers.ts';
import { defineProcess } from '../../engine/define.ts';
import { needsSurvey } from '../needs-survey/contract.ts';
import { terms } from '../needs-survey/terms.ts';
import { serviceRequest } from '../service-request/contract.ts';
import { needsAnswer as contract, type Answer } from './contract.ts';

const common = answerHandlers<Answer>({
  terms,
  enterprise: (step) => (isEntered(step) ? { contact: true } : 'enterprise'),
  tellReceived: (step) => {
    const { survey, category } = step.facts;
    step.tell(survey, needsSurvey, 'answerReceived', { category });
  },
  tellTurned: (step) => step.tell(step.facts.survey, needsSurvey, 'answerTurned', { answerCaseId: step.state.id }),
  turn(step) {
    const opening = {
      channel: isEntered(step) ? 'ON_SITE' : 'ONLINE',
      category: step.facts.category,
      publicService: null,
      platform: step.facts.platform,
    } as const;
    return step.open(serviceRequest, opening, {
      parties: { consumer: [step.party('enterprise')] },
      form: { takes: ['platform', 'category', 'need', 'requester'], adds: { fileIds: [] } },
    });
  },
});

export const needsAnswer = defineProcess(contract, {
  facts: (opening) => ({ ...opening, requestCaseId: null }),
  open: (step, opening) => common.open(step, opening),
  due: {},
  actions: common.actions,
});

/** Entered by staff of the platform for somebody without an account, in whose place it stands. */
function isEntered(step: Answer): boolean {
  return partyKind(step.party('enterprise')) === 'UNIT';
}
