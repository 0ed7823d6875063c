/** What the network brings to the common process of complaints: competence, the credit record, mediation. */
import type { WindowEntry } from '../../../rules/hn-net/window.ts';
import type { ComplaintPack } from '../../disputes/complaint/pack.ts';
import { competentElsewhere } from './checks.ts';
import { creditPhrases, enterFinding, markReopened } from './credit.ts';
import { isInMediation, mayApply } from './mediation.ts';
import type { Complaint } from './step.ts';
import { terms } from './terms.ts';

export const pack: ComplaintPack<Complaint, readonly WindowEntry[]> = {
  terms,

  tellRespondent(step, told) {
    const { account, claim } = step.facts;
    step.notify('complaintAgainstProvider', 'respondent', { ...told, account, claim });
  },

  /** The transfer to the competent platform, or the investigation there. */
  giveOut(step, windows) {
    const competent = competentElsewhere(step, windows);
    if (competent !== undefined) step.openTask('transferComplaint', { competent: competent.id });
    else {
      step.closeTask('transferComplaint');
      step.openTask('investigate', {});
    }
  },

  elsewhere(step, windows) {
    const competent = competentElsewhere(step, windows);
    return competent && { name: competent.name, telephone: competent.telephone };
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
