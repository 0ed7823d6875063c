/** A complaint and the mediation of the same dispute: applied for, under way, ended (HN-NET-21.1). */
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { mediation as mediationContract } from '../mediation/contract.ts';
import { mediationBodies } from '../mediation/bodies.ts';
import type { Complaint } from './step.ts';

const underMediation = text('争议调解期间', 'the dispute is in mediation');

/** True while a mediation of the dispute has no result. */
export function isInMediation({ facts: { mediation } }: Complaint): boolean {
  return mediation !== null && mediation.result === null;
}

/** True if the complainant may apply for mediation now. */
export function mayApply({ facts: { mediation } }: Complaint): boolean {
  return mediation === null || mediation.result === 'WITHDRAWN';
}

/** A dispute that was withdrawn or settled as a complaint is applied for by itself. */
export function canBeMediated({ state: { outcome } }: Complaint): void {
  if (outcome !== 'WITHDRAWN' && outcome !== 'SETTLED') return;
  refuse(
    'CONDITION_NOT_MET',
    '投诉已撤回或者已因调解结案；仍有争议的，请直接提出调解申请。',
    'The complaint was withdrawn or settled; if a dispute remains, apply for mediation directly.',
    { facts: { outcome } },
  );
}

/** The same dispute is mediated once. */
export function notMediatedYet(step: Complaint): void {
  if (mayApply(step)) return;
  const { mediation } = step.facts;
  const facts = { mediationCaseId: mediation?.caseId, result: mediation?.result };
  if (isInMediation(step)) refuse('ALREADY_OPEN', '该争议正在调解中。', 'The dispute is in mediation.', { facts });
  refuse(
    'ALREADY_DONE',
    '该争议已经调解；平台调解未成的，可在调解案件中向中小企业主管部门申请调解。',
    'The dispute was mediated already; where the platform failed, apply to the SME department in the mediation case.',
    { facts },
  );
}

/** A mediation has another side. */
export function providerKnown(step: Complaint): void {
  if (step.hasParty('respondent')) return;
  refuse(
    'CONDITION_NOT_MET',
    '平台尚未查明被投诉的服务商，查明后方可申请调解。',
    'The platform has not found out the provider yet; apply once it has.',
  );
}

/** Opens the mediation by the platform that brought the provider in, whichever platform has the complaint (HN-NET-21.2). */
export function openMediation(step: Complaint): void {
  const { competent, providerRegion, consumerRegion, orderNumber, account, claim } = step.facts;
  const provider = step.party('respondent');
  const caseId = step.open(
    mediationContract,
    { applicant: 'consumer', complaintCaseId: step.state.id, orderNumber, account, claim, appliedAt: step.now },
    {
      about: null,
      subject: provider,
      parties: { provider: [provider], consumer: [step.party('complainant')] },
      bodies: {
        ...mediationBodies({ broughtInBy: competent?.bodyId ?? null, providerRegion, consumerRegion }, step.rules),
        ...(competent && { platform: competent }),
      },
    },
  );
  step.facts.mediation = { caseId, result: null };
  step.facts.mediationAwaitsProvider = false;
  // One that is not registered yet must be registered all the same (HN-NET-20.2).
  if (step.state.closedAt === null && step.state.stage !== 'RECEIVED') waitForMediation(step);
}

/** The complaint rests, and its clock with it, while the dispute is in mediation. */
export function waitForMediation(step: Complaint): void {
  step.closeTask('investigate');
  step.pauseDeadline('handling', underMediation);
  step.moveTo('TO_MEDIATION');
}

/** Goes on after the mediation: whatever came of it, a finding on responsibility ends the complaint (HN-NET-20.4). */
export function goOnAfterMediation(step: Complaint): void {
  step.resumeDeadline('handling');
  step.moveTo('INVESTIGATING');
  step.openTask('investigate', {});
}
