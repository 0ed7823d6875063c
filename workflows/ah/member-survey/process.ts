/** Survey of needs by the provincial platform with every member (AH-OPS-02.1): a part that is reported is a collection of that member. */
import { dayOf } from '../../../rules/time/index.ts';
import { openedSurvey, surveyHandlers } from '../../cooperation/needs-survey/handlers.ts';
import { defineProcess } from '../../engine/define.ts';
import { memberSurvey as contract, type MemberSurvey } from './contract.ts';
import { memberSurveySentences } from './sentences.ts';

const common = surveyHandlers<MemberSurvey>({
  openPart(step, { party, body }, opening) {
    step.open(contract, opening, { subject: party, parties: { collector: [party] }, bodies: { platform: body } });
  },
  tellOrganiser: (step, partOf, figures) => step.tell(partOf, contract, 'partCompleted', figures),
  endParts: (step, reason) => step.tellChildren(contract, 'surveyEnded', { reason }),
  completed(step) {
    if (step.facts.partOf === null) return;
    const counted = { figure: 'collections', key: step.facts.partOf, n: 1, day: dayOf(step.now) } as const;
    step.write('figure', { party: step.party('collector'), ...counted });
  },
});

export const memberSurvey = defineProcess(contract, {
  sentences: memberSurveySentences,
  facts: openedSurvey,
  ...common,
});
