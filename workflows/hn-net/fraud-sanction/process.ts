/**
 * Fabricated records and altered statistics, 第二十五条: the department finds which records are false, decides each sanction by itself, and
 * follows the recovery of funds to its end. Records found false count no more from the day of the finding and are kept (HN-NET-26.4).
 */
import {
  checkPayment,
  isOpenRecovery,
  outstanding,
  sanctionKinds,
  withPayment,
  type Recovery,
  type SanctionKind,
} from '../../../rules/hn-net/fraud.ts';
import { inYuan } from '../../../rules/money.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { refuseUnserved } from '../../engine/service.ts';
import { providerRegistration } from '../provider-registration/contract.ts';
import { serviceRecord } from '../service-record/contract.ts';
import { registers } from '../words.ts';
import { fraudSanction as contract, type Fraud } from './contract.ts';
import { fraudSanctionSentences } from './sentences.ts';

export const fraudSanction = defineProcess(contract, {
  sentences: fraudSanctionSentences,

  facts: (opening) => ({
    ...opening,
    statement: null,
    finding: null,
    sanctions: [],
    recoveries: [],
    referrals: [],
  }),

  open(step, { suspicion, records }) {
    step.openTask('inquire', { records: records.length });
    step.notify('fraudSuspected', 'accused', { suspicion, records: records.length, openedAt: step.now });
  },

  due: {
    recovery(step) {
      const recovery = openRecovery(step);
      replaceRecovery(step, { ...recovery, state: 'OVERDUE' });
      step.openTask('enforceRecovery', { outstanding: outstanding(recovery) });
      const told = { outstanding: outstanding(recovery), passedAt: step.passedAt('recovery') };
      step.notify('recoveryOverdue', 'accused', told);
    },
  },

  requires: {
    recoverFunds: [noRecoveryOpen],
    recordPayment: [recoveryOpen],
    endRecovery: [recoveryOpen],
    cancelQualification: [isRegistered, notCancelledYet],
    closeSanctions: [noRecoveryOpen],
  },

  actions: {
    giveStatement(step, { statement }) {
      step.facts.statement = statement;
      step.describeTask('inquire', { statement });
    },

    // Who has not stated its case must have been asked to: nobody is found guilty in silence (XC-04.3).
    confirmFraud(step, { falseRecordIds: falseRecords, reason, serviceProof }, unreached) {
      if (step.facts.statement === null) refuseUnserved(step, ['fraudSuspected'], unreached, serviceProof);
      const others = falseRecords.filter((id) => !step.facts.records.includes(id));
      if (others.length > 0) {
        refuse('INVALID_INPUT', '认定的记录不在立案的记录之内。', 'A record was not under suspicion in this case.', {
          field: 'falseRecordIds',
          facts: { others },
        });
      }
      step.facts.finding = { falseRecords, on: dayOf(step.now) };
      for (const id of new Set(falseRecords)) {
        step.tell(id, serviceRecord, 'excludeRecord', { fraudCaseId: step.state.id, reason });
      }
      step.closeTask('inquire');
      step.moveTo('CONFIRMED');
      step.openTask('decideSanctions');
      const told = { falseRecords: falseRecords.length, reason, on: dayOf(step.now) };
      step.notify('fraudConfirmed', 'accused', told);
    },

    clearSuspicion(step, { reason }) {
      step.notify('fraudNotConfirmed', 'accused', { reason, decidedAt: step.now });
      step.close('NOT_CONFIRMED');
    },

    recoverFunds(step, { amount, dueOn, reason }) {
      if (dueOn <= dayOf(step.now)) {
        refuse('INVALID_INPUT', '返还期限应晚于今天。', 'The day of payment must lie ahead.', { field: 'dueOn' });
      }
      step.facts.recoveries = [...step.facts.recoveries, { amount, dueOn, paid: 0, state: 'DUE' }];
      step.startDeadline('recovery', { unit: 'date', day: dueOn });
      sanction(step, 'RECOVERY', inYuan(amount), reason, null);
    },

    recordPayment(step, { amount }) {
      const recovery = openRecovery(step);
      refuseIssues(checkPayment(recovery, amount));
      const after = withPayment(recovery, amount);
      replaceRecovery(step, after);
      step.notify('recoveryPaid', 'accused', { amount, outstanding: outstanding(after), recordedAt: step.now });
      if (isOpenRecovery(after)) return;
      step.meetDeadline('recovery');
      step.closeTask('enforceRecovery');
    },

    endRecovery(step, { reason }) {
      const recovery = openRecovery(step);
      replaceRecovery(step, { ...recovery, state: 'ENDED' });
      step.notify('recoveryEnded', 'accused', { outstanding: outstanding(recovery), reason, decidedAt: step.now });
      step.cancelDeadline('recovery');
      step.closeTask('enforceRecovery');
    },

    cancelHonour: (step, { honour, reason }) => sanction(step, 'HONOUR', honour, reason, honour),
    revokeAward: (step, { award, reason }) => sanction(step, 'AWARD', award, reason, award),

    circulate(step, { words, reason }) {
      step.write('register', {
        register: registers.bulletins,
        party: step.party('accused'),
        adds: true,
        status: 'CIRCULATED',
        validFrom: dayOf(step.now),
        validTo: null,
        data: {
          circulars: { [`${step.state.id}:${step.facts.sanctions.length + 1}`]: { words, on: dayOf(step.now) } },
        },
        reason,
      });
      sanction(step, 'CIRCULAR', words, reason, words);
    },

    cancelQualification(step, { reason }) {
      const { registrationCaseId } = step.facts;
      if (registrationCaseId === null) throw new Error('There is no registration to cancel.');
      const ground = 'QUALIFICATION_CANCELLED';
      step.tell(registrationCaseId, providerRegistration, 'deregister', { ground, reason });
      sanction(step, 'QUALIFICATION', undefined, reason, null);
    },

    refer(step, { addressee, fileIds, reason }) {
      step.facts.referrals = [...step.facts.referrals, { addressee, on: dayOf(step.now), fileIds }];
      step.closeTask('decideSanctions');
      step.moveTo('REFERRED');
      step.notify('fraudReferred', 'accused', { addressee, reason, referredAt: step.now });
    },

    closeSanctions(step) {
      step.close(step.facts.referrals.length > 0 ? 'REFERRED' : 'SANCTIONED');
    },
  },
});

/** Each sanction stands by itself, with its own reason, and is told by itself (HN-NET-26.1). */
function sanction(
  step: Fraud,
  kind: SanctionKind,
  what: Phrase | undefined,
  reason: string,
  kept: string | null,
): void {
  step.facts.sanctions = [...step.facts.sanctions, { kind, what: kept, at: step.now }];
  step.closeTask('decideSanctions');
  if (step.state.stage === 'CONFIRMED') step.moveTo('SANCTIONED');
  const told = { sanction: sanctionKinds[kind], reason, decidedAt: step.now, ...(what !== undefined && { what }) };
  step.notify('sanctionDecided', 'accused', told, kind === 'RECOVERY' ? ['recovery'] : []);
}

function recoveryUnderWay({ facts }: Fraud): Recovery | undefined {
  return facts.recoveries.find(isOpenRecovery);
}

function openRecovery(step: Fraud): Recovery {
  const recovery = recoveryUnderWay(step);
  if (recovery === undefined) throw new Error('No recovery is under way.');
  return recovery;
}

function replaceRecovery(step: Fraud, after: Recovery): void {
  step.facts.recoveries = step.facts.recoveries.map((one) => (isOpenRecovery(one) ? after : one));
}

function noRecoveryOpen(step: Fraud): void {
  const recovery = recoveryUnderWay(step);
  if (recovery === undefined) return;
  const { zh, en } = inYuan(outstanding(recovery));
  refuse(
    'CONDITION_NOT_MET',
    `尚有 ${zh}未追回，请先登记返还或者终止追回。`,
    `${en} is still outstanding: record the payment, or give the recovery up.`,
    { facts: { outstanding: outstanding(recovery), dueOn: recovery.dueOn } },
  );
}

function recoveryOpen(step: Fraud): void {
  if (recoveryUnderWay(step) === undefined) refuse('NOT_NOW', '没有待追回的资金。', 'No funds are to be recovered.');
}

function isRegistered({ facts }: Fraud): void {
  if (facts.registrationCaseId !== null) return;
  refuse(
    'CONDITION_NOT_MET',
    '被调查方没有服务商登记；窗口平台的资格在其认定案件中取消。',
    'The accused is not registered as a provider; a window loses its qualification in the case of its recognition.',
  );
}

function notCancelledYet({ facts }: Fraud): void {
  if (facts.sanctions.some(({ kind }) => kind === 'QUALIFICATION'))
    refuse('ALREADY_DONE', '资格已经取消。', 'The qualification is cancelled already.');
}
