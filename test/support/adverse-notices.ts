/** Whatever an adverse action tells a party is worded as a decision (XC-05.1): held for each step that a test takes on paper. */
import { isFormal } from '../../rules/notices.ts';
import { commonNotices } from '../../workflows/engine/common-contract.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { contracts } from '../../workflows/regimes.ts';
import type { Transition } from '../../workflows/engine/transition.ts';

/** Names of notices by kind of case that an adverse action sends and that are no decision against whom they tell, with why. */
const plain: readonly (readonly [why: string, of: Readonly<Record<string, readonly string[]>>])[] = [
  [
    'It takes back what burdened them, or gives them time or a place that they had lost.',
    {
      productReview: ['delayExcused'],
      rectification: ['rectificationExtended'],
      storeSupervision: ['findingWithdrawn'],
      clearance: ['clearanceDismissed', 'clearanceRevoked', 'barLifted', 'barShortened'],
      storeApplication: ['barLifted'],
      assessmentEntry: ['lateAllowed'],
      consumerEvaluation: ['evaluationRestored'],
      windowQualification: ['disqualificationDropped'],
      offerReview: ['removalLifted'],
      fraudSanction: ['fraudNotConfirmed'],
      illegalContent: ['measureLifted'],
      baseDeclaration: ['finalFiled'],
      changeFiling: ['findingWithdrawn'],
      listing: ['whitelisted'],
      annualEvaluation: ['resultRetained'],
    },
  ],
  [
    'It tells the other side, or who takes part, what was decided or changed for somebody else.',
    {
      storeApplication: ['recommendationReceived', 'recommendedCaseOutcome'],
      infringementNotice: ['holderTold'],
      mediation: ['sessionCancelled'],
      serviceRequest: ['requestReturned'],
      serviceActivity: ['activityMoved', 'activityCancelled'],
      memberActivity: ['activityMoved', 'activityCancelled'],
      needsSurvey: ['surveyCancelled'],
      memberSurvey: ['surveyCancelled'],
    },
  ],
  [
    'It tells everybody what becomes of the platform.',
    { platformTermination: ['terminationPostponed', 'terminationCancelled'] },
  ],
  [
    'It tells a value that the rules have set for all.',
    { trialOperation: ['trialTargetsChanged', 'recommendedTrialTargetsChanged'] },
  ],
];

function isPlain(kind: string, template: string): boolean {
  return template in commonNotices || plain.some(([, of]) => of[kind]?.includes(template) === true);
}

/**
 * @throws Error if an adverse action tells a party by a mail with a greeting, and without number and a word on what may be done about it:
 *   declare the notice `adverse`, or name it above with the reason
 */
export function holdFormal({ kind, actions, notices }: ProcessContract, action: string, step: Transition): void {
  // The engine's own sample is nobody's regime.
  if (actions[action]?.adverse !== true || !(kind in contracts)) return;
  for (const { template, to } of step.notices) {
    const spec = notices[template];
    const isOfParty = 'party' in to || 'contact' in to;
    if (spec === undefined || !isOfParty || isFormal(spec) || isPlain(kind, template)) continue;
    throw new Error(`The adverse action '${action}' of ${kind} tells a party by '${template}', which is not adverse.`);
  }
}
