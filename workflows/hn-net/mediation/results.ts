/** What a level of mediation ends in: a settlement, or its failure (HN-NET-21.3, 21.5, 21.6). */
import { checkFailureRecord, checkSettlement, failureReasons } from '../../../rules/hn-net/mediation.ts';
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { complaint } from '../complaint/contract.ts';
import type { MediationResult } from '../complaint/contract.ts';
import type { MediationInputs } from './input.ts';
import { dropSession } from './sessions.ts';
import { departmentInWords, endPlatformLevel, levelOf, sides, type Mediation } from './step.ts';

const levelDeadlines = { PLATFORM: 'platformLevel', DEPARTMENT: 'departmentLevel' } as const;

/** Records what was agreed; the case stays open until it is known whether it was performed. */
export function settle(step: Mediation, agreed: MediationInputs['recordSettlement']): void {
  refuseIssues(checkSettlement(agreed, dayOf(step.now)));
  const appliedOn = dayOf(step.state.openedAt);
  for (const field of ['signedByConsumerOn', 'signedByProviderOn'] as const)
    refuseBefore(field, agreed[field], appliedOn, text('申请调解之日', 'the day of the application'));
  const level = levelOf(step);
  endLevel(step, text('双方已达成调解协议', 'the parties have settled'));
  step.facts.settlement = { ...agreed, level, performance: null };
  step.moveTo(level === 'PLATFORM' ? 'PERFORMANCE' : 'DEPARTMENT_PERFORMANCE');
  step.startDeadline('performance', { unit: 'date', day: agreed.performBy });
  const { terms, signedByConsumerOn, signedByProviderOn, performBy } = agreed;
  const told = { terms, signedByConsumerOn, signedByProviderOn, performBy };
  for (const side of sides) step.notify('settlementReached', side, told, ['performance']);
  tellComplaint(step, 'SETTLED');
}

/** The mediator declares the failure: of the platform, after which a side may apply again, or of the department, the last. */
export function fail(step: Mediation, { ground, reason }: MediationInputs['declareFailure']): void {
  const { claim, positions, sessions } = step.facts;
  refuseIssues(
    checkFailureRecord({
      reason: ground,
      claim,
      consumerPosition: positions.consumer,
      providerPosition: positions.provider,
      sessions,
      summary: reason,
      // The notice below tells them.
      nextStepTold: true,
    }),
    { reason: 'ground', summary: 'reason', consumerPosition: 'ground', providerPosition: 'ground', sessions: 'ground' },
  );
  const level = levelOf(step);
  const told = { ground: failureReasons[ground], reason, failedAt: step.now };
  endLevel(step, text('调解未成', 'the mediation has failed'));
  step.facts.failures = [...step.facts.failures, { level, ground, at: step.now }];
  tellComplaint(step, 'FAILED');
  if (level === 'DEPARTMENT') {
    for (const side of sides) step.notify('mediationFailedFinally', side, told);
    step.close('FAILED_FINAL');
    return;
  }
  endPlatformLevel(step);
  const department = departmentInWords(step);
  if (department !== undefined) {
    step.moveTo('PLATFORM_FAILED');
    step.startDeadline('departmentApplication', step.workingDays('mediation.reapplyWithin'));
  }
  for (const side of sides) {
    const about = department === undefined ? [] : (['departmentApplication'] as const);
    step.notify('mediationFailed', side, { ...told, ...(department && { department }) }, about);
  }
  if (department === undefined) step.close('FAILED');
}

/** Nothing of the level stays open: neither its clock nor a session nor a task. */
export function endLevel(step: Mediation, why: ReturnType<typeof text>): void {
  dropSession(step, why);
  step.meetDeadline(levelDeadlines[levelOf(step)]);
  for (const task of ['startMediation', 'mediate', 'declareFailure'] as const) step.closeTask(task);
}

/** The complaint that the dispute comes from hears what came of its mediation. */
export function tellComplaint(step: Mediation, result: MediationResult): void {
  const { complaintCaseId } = step.facts;
  if (complaintCaseId === null) return;
  step.tell(complaintCaseId, complaint, 'mediationEnded', { mediationCaseId: step.state.id, result });
}
