/** What the network brings to the common process of complaints: competence, the credit record, mediation. */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import type { ComplaintPack } from '../../disputes/complaint/pack.ts';
import { isElsewhere } from './checks.ts';
import { creditPhrases, enterFinding, markReopened } from './credit.ts';
import { isInMediation, mayApply } from './mediation.ts';
import type { Complaint } from './step.ts';
import { terms } from './terms.ts';

export const pack: ComplaintPack<Complaint> = {
  terms,

  tellRespondent(step, told) {
    const { account, claim } = step.facts;
    step.notify('complaintAgainstProvider', 'respondent', { ...told, account, claim });
  },

  /** The transfer to the competent platform, or the investigation there. */
  giveOut(step) {
    if (isElsewhere(step)) step.openTask('transferComplaint', { competent: step.facts.competent });
    else {
      step.closeTask('transferComplaint');
      step.openTask('investigate', {});
    }
  },

  elsewhere(step) {
    const { competent } = step.facts;
    return competent !== null && isElsewhere(step) ? bodyInWords(competent) : undefined;
  },

  findingMade(step) {
    const result = enterFinding(step);
    return result && creditPhrases[result];
  },

  findingReopened(step) {
    const result = markReopened(step);
    return result && creditPhrases[result];
  },

  mediation: { isUnderWay: isInMediation, mayBeAppliedFor: mayApply },
};
