/** Survey of needs, 第七条第四项、第十五条: by the hub in the whole province with every window, or by a platform for its own. */
import { openedSurvey, surveyHandlers } from '../../cooperation/needs-survey/handlers.ts';
import { defineProcess } from '../../engine/define.ts';
import { needsSurvey as contract, type Survey } from './contract.ts';
import { needsSurveySentences } from './sentences.ts';

const common = surveyHandlers<Survey>({
  openPart(step, { party, body }, opening) {
    step.open(contract, opening, { subject: party, parties: { collector: [party] }, bodies: { platform: body } });
  },
  tellOrganiser: (step, partOf, figures) => step.tell(partOf, contract, 'partCompleted', figures),
  endParts: (step, reason) => step.tellChildren(contract, 'surveyEnded', { reason }),
});

export const needsSurvey = defineProcess(contract, {
  sentences: needsSurveySentences,
  facts: openedSurvey,
  ...common,
});
