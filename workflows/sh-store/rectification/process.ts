/** Rectification, 四.3 and 四.4: opened with its facts and its first notice, released by a reviewer on evidence. */
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { defineProcess } from '../../engine/define.ts';
import { tellValues } from '../../engine/rule-change.ts';
import { whileCleared } from '../ended-by-clearance.ts';
import { askManager, beingChecked, extend, limitHasPassed, openClearance, openContentRefusal } from './content.ts';
import { rectification as contract, type Rectification } from './contract.ts';
import { addFinding, endWithoutFinding, restsOnNothing, withdrawFinding } from './findings.ts';
import { openLateSetUp } from './late-set-up.ts';
import { rectificationSentences } from './sentences.ts';

export const rectification = defineProcess(contract, {
  sentences: rectificationSentences,

  facts: (opening) =>
    opening.ground === 'RECT_LATE_SETUP'
      ? {
          ground: opening.ground,
          originCaseId: opening.originCaseId,
          approvedAt: opening.approvedAt,
          correctedAt: null,
        }
      : {
          ground: opening.ground,
          originCaseId: opening.originCaseId,
          products: opening.products ?? [],
          findings: opening.findingId === undefined ? [] : [opening.findingId],
          correctedAt: null,
          limitPassedAt: null,
        },

  open(step, opening) {
    if (opening.ground === 'RECT_LATE_SETUP') openLateSetUp(step, opening);
    else openContentRefusal(step, opening);
  },

  cites: {
    releaseRectification: ({ facts }) => ({ clause: clauseOf(facts.ground) }),
    sendBackCorrection: ({ facts }) => ({ clause: clauseOf(facts.ground) }),
    handInCorrection: ({ facts }) => ({ clause: clauseOf(facts.ground) }),
  },

  due: {
    // The set-up case alone knows whether all was done by the last moment: it submits the correction or escalates.
    correction() {},
    contentCorrection: askManager,
  },

  /** The notice named what is to be corrected and what holds meanwhile; products are counted while the set-up is not done. */
  rulesAdopted(step, before, reason) {
    const products = awaitsSetUp(step) ? ['setup.products'] : [];
    tellValues(step, { provider: ['rectification.noNewProducts', ...products] }, before, reason);
  },

  requires: {
    handInCorrection: [setUpSubmitsItself],
    extendRectification: [limitHasPassed],
    openClearance: [limitHasPassed],
  },

  actions: {
    submitCorrection(step, { correctedAt }) {
      step.facts.correctedAt = correctedAt;
      step.meetDeadline('correction');
      submitForCheck(step);
    },

    handInCorrection(step) {
      step.facts.correctedAt = step.now;
      step.closeTask('overdueRectification');
      // The time of the check is not the store's.
      if (step.deadline('contentCorrection') !== undefined) step.pauseDeadline('contentCorrection', beingChecked);
      submitForCheck(step);
    },

    sendBackCorrection(step, { reason }) {
      step.facts.correctedAt = null;
      step.closeTask('rectificationCheck');
      step.moveTo('UNDER_CORRECTION');
      if (step.deadline('contentCorrection') !== undefined) step.resumeDeadline('contentCorrection');
      else if (step.facts.limitPassedAt != null) askManager(step);
      else step.startDeadline('contentCorrection', step.workingDays('rectification.contentDays'));
      const clause = clauseOf(step.facts.ground);
      step.notify('correctionSentBack', 'provider', { clause, reason }, ['contentCorrection']);
    },

    extendRectification: (step, { until, reason }) => extend(step, until, reason),

    openClearance: (step, { conduct, reason }) => openClearance(step, conduct, reason),

    // Whether the store is cleared is for a person to decide; until then the rectification is not over (XC-05.2).
    escalateToClearance(step) {
      step.cancelDeadline('correction');
      step.moveTo('ESCALATED_TO_CLEARANCE');
    },

    addFinding,
    withdrawFinding,

    clearanceDismissed: goOn,

    storeCleared(step) {
      step.breakOff(step.state.stage === 'ESCALATED_TO_CLEARANCE' ? 'ESCALATED_TO_CLEARANCE' : 'STORE_CLEARED');
    },

    clearanceReversed(step) {
      const goesOn = step.takeUp(whileCleared);
      if (restsOnNothing(step)) endWithoutFinding(step, text('所依据的认定已撤回', 'what it rested on was taken back'));
      else if (goesOn && step.state.stage === 'ESCALATED_TO_CLEARANCE') goOn(step);
    },

    returnToCorrection(step) {
      step.moveTo('NOTIFIED');
    },

    // Found by the system on facts that were reported late: no reviewer has looked at it.
    withdrawRectification(step, { doneAt }) {
      step.notify('rectificationWithdrawn', 'provider', { clause: 'SH-STORE 四.3', doneAt, withdrawnAt: step.now });
      step.close('WITHDRAWN');
    },

    releaseRectification(step, { reason }) {
      step.notify('rectificationReleased', 'provider', {
        clause: clauseOf(step.facts.ground),
        releasedAt: step.now,
        ...(reason !== undefined && { reason }),
      });
      step.close('RELEASED');
    },
  },
});

function clauseOf(ground: Rectification['facts']['ground']): string {
  return ground === 'RECT_LATE_SETUP' ? 'SH-STORE 四.3' : 'SH-STORE 四.4';
}

function submitForCheck(step: Rectification): void {
  step.moveTo('SUBMITTED_FOR_CHECK');
  step.openTask('rectificationCheck');
}

/** The clearance does not stand: the store goes on correcting; where its time has run out, a manager is asked again. */
function goOn(step: Rectification): void {
  if (step.facts.limitPassedAt == null) return step.moveTo('NOTIFIED');
  step.moveTo('UNDER_CORRECTION');
  askManager(step);
}

function awaitsSetUp({ facts: { ground, correctedAt } }: Rectification): boolean {
  return ground === 'RECT_LATE_SETUP' && correctedAt === null;
}

/** A late set-up is corrected by being done, which the system finds out itself. */
function setUpSubmitsItself(step: Rectification): void {
  if (step.state.stage !== 'NOTIFIED' || !awaitsSetUp(step)) return;
  refuse(
    'CONDITION_NOT_MET',
    '店铺装修和产品上架完成后，系统自动送审核人员核查，无须另行提交。',
    'Once the decoration is published and the products are listed, the case goes to a reviewer of itself; nothing is handed in.',
    { facts: { requirement: 'SH-STORE-06.7' } },
  );
}
