/** Whom an adverse action concerns is told of it, and in the words of a decision (XC-04, XC-05.1): held for each step that a test takes on paper. */
import { isFormal } from '../../rules/notices.ts';
import { partyKind } from '../../rules/parties/party.ts';
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
      fraudSanction: ['fraudNotConfirmed', 'recoveryEnded'],
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
      serviceNeed: ['needOpenAgain'],
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

/** Adverse actions of staff, by kind of case, after which no party is told at once, with why. */
const silent: readonly (readonly [why: string, of: Readonly<Record<string, readonly string[]>>])[] = [
  [
    'Nobody was told that it was being looked into, and nothing comes of it.',
    {
      listing: ['dismissListing'],
      productSplitting: ['dismissSplitting'],
      storeRecommendation: ['declineRecommendation'],
      storeSupervision: ['dismissHit'],
      illegalContent: ['dismissFinding'],
    },
  ],
  [
    'Another case that it opens or moves tells them.',
    {
      rectification: ['openClearance'],
      storeSupervision: ['confirmHit', 'recordIncapacity', 'findViolation', 'withdrawFinding'],
      offerReview: ['passOnAsUnlawful'],
      illegalContent: ['stopService'],
      baseDeclaration: ['replaceExpert', 'setAsideOpinion'],
    },
  ],
  [
    'It is kept inside until it is decided, and told with the decision.',
    {
      clearance: ['confirmGround', 'returnForConfirmation'],
      annualEvaluation: ['giveGrade', 'confirmGrade'],
      centreReview: ['setScoreAside'],
      assessmentEntry: ['setGrade', 'returnToAssessor', 'replaceSheet', 'correctScore', 'takeUpLate', 'waiveHeadcount'],
    },
  ],
  ['The provider must not hear that an authority asked.', { authorityRequest: ['refuseRequest'] }],
];

function isSilent(kind: string, action: string): boolean {
  // A change of rules tells those whose values it changes.
  return action === 'adoptRules' || silent.some(([, of]) => of[kind]?.includes(action) === true);
}

/**
 * @throws Error if an adverse action of staff tells none of the parties who have somebody to read it: notify them, or name it above with the
 *   reason
 */
export function holdTold({ kind, parties, actions }: ProcessContract, action: string, step: Transition): void {
  if (actions[action]?.adverse !== true || !(kind in contracts) || isSilent(kind, action)) return;
  const by = step.lines.find(({ actor }) => actor.kind === 'person')?.actor.role;
  if (by === undefined || by in parties) return;
  const isOfPeople = Object.values(step.state.parties).some((keys) => keys.some((key) => partyKind(key) !== 'UNIT'));
  if (!isOfPeople || step.notices.some(({ to }) => 'party' in to || 'contact' in to)) return;
  throw new Error(`The adverse action '${action}' of ${kind} tells none of its parties.`);
}

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
