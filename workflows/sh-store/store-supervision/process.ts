/**
 * Supervision of a store, 四.1, 四.5(2) to (8) and 四.6. What it finds it puts to the clearance, in which persons decide; it ends with the
 * store.
 */
import type { MonthlyPoints } from '../../../rules/sh-store/monthly-points.ts';
import { defineProcess } from '../../engine/define.ts';
import { countComplaints } from './complaints.ts';
import { clauseOf, findViolation } from './conduct.ts';
import { storeSupervision as contract, type Supervision } from './contract.ts';
import { askForCreditCheck, confirmHit, dismissHit, recordShareholders, takeCreditCheck } from './credit.ts';
import { refuseIfRequested, refuseUnlessRequested, requestExit, withdrawExit } from './exit.ts';
import { beginAnew, endWithStore, takeDismissal } from './decided.ts';
import { atFirst } from './facts.ts';
import { whatItRestsOn, withdrawFinding } from './findings.ts';
import { findIncapacity } from './incapacity.ts';
import { refuseFuture, refuseBeforeOpening } from './refusals.ts';
import { noteLevel } from './level.ts';
import { judgeMonths, startMonth, warnOfZeroMonth } from './months.ts';
import { judgeQuarters, startQuarter, warnOfLowQuarter } from './quarters.ts';
import { startWatching } from './watching.ts';
import { storeSupervisionSentences } from './sentences.ts';

export const storeSupervision = defineProcess(contract, {
  sentences: storeSupervisionSentences,

  facts: atFirst,

  open: startWatching,

  applyFacts: judge,

  due: {
    month(step, points) {
      startMonth(step);
      judge(step, points);
    },
    quarter(step, points) {
      startQuarter(step);
      judge(step, points);
    },
    nextCreditCheck: askForCreditCheck,
    // An internal target: the list of the manager shows it overdue.
    creditCheck() {},
    // Whether the ground has arisen is judged on the same figures by the month and the quarter that begin.
    gainPoints() {},
    raiseRating() {},
  },

  settle: { gainPoints: judge, raiseRating: judge },

  remind: {
    gainPoints(step, points) {
      judge(step, points);
      warnOfZeroMonth(step, points);
    },
    raiseRating(step, points) {
      judge(step, points);
      warnOfLowQuarter(step, points);
    },
  },

  requires: { requestExit: [refuseIfRequested], withdrawExit: [refuseUnlessRequested] },

  cites: {
    findViolation: (_state, finding) => clauseOf(finding),
    withdrawFinding: ({ facts }, { findingId }) => whatItRestsOn(facts.findings, findingId),
  },

  actions: {
    recordShareholders,
    recordCreditCheck: takeCreditCheck,
    confirmHit,
    dismissHit,
    recordIncapacity: findIncapacity,
    requestExit: (step, { reason }) => requestExit(step, reason),
    withdrawExit,
    findViolation,
    withdrawFinding,

    recordInspection(step, { inspectedOn }) {
      refuseFuture(step, inspectedOn, 'inspectedOn');
      refuseBeforeOpening(step, inspectedOn, 'inspectedOn');
    },

    complaintsChanged: (step, _input, reading) => countComplaints(step, reading),

    clearanceDismissed: (step, { ground }) => takeDismissal(step, ground),
    storeCleared: (step, { grounds }) => endWithStore(step, grounds),
    clearanceReversed: beginAnew,
  },
});

function judge(step: Supervision, points: MonthlyPoints): void {
  noteLevel(step, points);
  judgeMonths(step, points);
  judgeQuarters(step, points);
}
