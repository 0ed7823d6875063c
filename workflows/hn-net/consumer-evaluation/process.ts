/**
 * Evaluation of a completed service, 第十九条第二项: published at once and kept as it was filed. Nobody can delete or change it; the
 * platform alone takes it out of view, and only for unlawful content (第九条第九项(四)). Each side may add one thing in public.
 */
import { hideReasons, type HideReasonCode } from '../../../rules/hn-net/evaluation.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Ground } from '../../engine/contract.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { serviceRequest } from '../service-request/contract.ts';
import { consumerEvaluation as contract } from './contract.ts';
import { addInPublic, isInView, notAddedYet } from './public-words.ts';
import { refuseExamined, refuseReported } from './report.ts';
import { consumerEvaluationSentences } from './sentences.ts';

export const consumerEvaluation = defineProcess(contract, {
  sentences: consumerEvaluationSentences,

  facts: (opening) => ({
    ...opening,
    publishedAt: null,
    answeredAt: null,
    commentedAt: null,
    report: null,
    examined: [],
    hidden: null,
    objectedAt: null,
  }),

  // Nobody reviews it first, and nothing is pending: the case is closed until somebody has something to decide.
  open(step) {
    step.facts.publishedAt = step.now;
    const { orderNo, completedOn, score, requestCaseId } = step.facts;
    step.notify('evaluationPublished', 'provider', { orderNo, completedOn, score, publishedAt: step.now });
    if (requestCaseId !== undefined) {
      const provider = step.party('provider');
      step.tell(requestCaseId, serviceRequest, 'serviceEvaluated', {
        evaluationCaseId: step.state.id,
        provider,
        score,
      });
    }
    step.close('PUBLISHED');
  },

  cites: {
    reportEvaluation: (_state, { ground }) => groundOf(ground),
    keepEvaluation: ({ facts }) => groundOf(facts.report?.ground),
    hideEvaluation: (_state, { ground }) => groundOf(ground),
    restoreEvaluation: ({ facts }) => groundOf(facts.hidden?.ground),
    upholdHiding: ({ facts }) => groundOf(facts.hidden?.ground),
  },

  due: {
    // Internal targets: the list of the manager shows them overdue, nothing follows.
    reportReview() {},
    hidingReview() {},
  },

  requires: {
    answerEvaluation: [isInView, notAddedYet('answeredAt')],
    commentEvaluation: [isInView, notAddedYet('commentedAt')],
    reportEvaluation: [refuseReported],
    keepEvaluation: [isReported],
    objectToHiding: [notObjectedYet],
    restoreEvaluation: [isHidden],
    upholdHiding: [isHidden],
  },

  actions: {
    answerEvaluation(step, input) {
      addInPublic(step, 'answeredAt', 'answer', input);
      step.notify('evaluationAnswered', 'consumer', { orderNo: step.facts.orderNo, answeredAt: step.now });
    },

    commentEvaluation(step, input) {
      addInPublic(step, 'commentedAt', 'comment', input);
      // There is new content, which may be examined anew.
      step.facts.examined = [];
      step.notify('commentAdded', 'provider', { orderNo: step.facts.orderNo, commentedAt: step.now });
    },

    // It stays in view, marked as contested, until a reviewer has decided (HN-NET-12.2).
    reportEvaluation(step, { ground }) {
      refuseExamined(step, ground);
      step.participate('reporter');
      step.facts.report = { ground, reportedAt: step.now };
      step.reopen('PUBLISHED');
      step.startDeadline('reportReview', step.workingDays('sla.evaluationReview'));
      step.openTask('reviewReport', { ground });
    },

    keepEvaluation(step, { reason }) {
      const { report, orderNo } = step.facts;
      if (report === null) throw new Error('No report waits to be examined.');
      const { title: ground, clause } = hideReasons[report.ground];
      step.facts.examined.push(report.ground);
      step.facts.report = null;
      step.notify('reportTurnedDown', 'provider', { orderNo, ground, clause, reason, decidedAt: step.now });
      step.meetDeadline('reportReview');
      step.close('PUBLISHED');
    },

    // On a report, or of the platform's own finding.
    hideEvaluation(step, { ground: code, reason }) {
      const { title: ground, clause } = hideReasons[code];
      const { orderNo } = step.facts;
      step.participate('hider');
      step.facts.report = null;
      step.facts.hidden = { ground: code, hiddenAt: step.now };
      for (const side of ['consumer', 'provider'] as const) {
        step.notify('evaluationHidden', side, { orderNo, ground, clause, reason, hiddenAt: step.now });
      }
      step.meetDeadline('reportReview');
      step.close('HIDDEN');
    },

    objectToHiding(step) {
      step.facts.objectedAt = step.now;
      step.reopen('HIDDEN');
      step.startDeadline('hidingReview', step.workingDays('sla.evaluationReview'));
      step.openTask('reviewHiding', { ground: step.facts.hidden?.ground });
    },

    // On an objection, or of the manager's own finding.
    restoreEvaluation(step, { reason }) {
      const { orderNo, hidden } = step.facts;
      if (hidden === null) throw new Error('The evaluation is not hidden.');
      const { clause } = hideReasons[hidden.ground];
      step.facts.examined.push(hidden.ground);
      step.facts.hidden = null;
      step.facts.objectedAt = null;
      for (const side of ['consumer', 'provider'] as const) {
        step.notify('evaluationRestored', side, { orderNo, clause, reason, restoredAt: step.now });
      }
      step.meetDeadline('hidingReview');
      step.close('PUBLISHED');
    },

    upholdHiding(step, { reason }) {
      const { hidden, orderNo } = step.facts;
      if (hidden === null) throw new Error('The evaluation is not hidden.');
      const { title: ground, clause } = hideReasons[hidden.ground];
      step.notify('hidingUpheld', 'consumer', { orderNo, ground, clause, reason, decidedAt: step.now });
      step.meetDeadline('hidingReview');
      step.close('HIDDEN');
    },
  },
});

type Evaluation = StepOf<typeof contract>;

function isReported({ facts: { report } }: Evaluation): void {
  if (report === null) refuse('NOT_NOW', '没有待核查的举报。', 'No report waits to be examined.');
}

function isHidden({ facts: { hidden } }: Evaluation): void {
  if (hidden === null) refuse('NOT_NOW', '该评价没有被隐藏。', 'The evaluation is not hidden.');
}

function notObjectedYet({ facts: { objectedAt } }: Evaluation): void {
  if (objectedAt === null) return;
  refuse('ALREADY_DONE', '您已对该次隐藏提出过异议。', 'You have objected to this hiding already.', {
    facts: { objectedAt },
  });
}

/** The passage that makes the content unlawful, or was said to. */
function groundOf(code: HideReasonCode | undefined): Ground | undefined {
  return code && { clause: hideReasons[code].clause };
}
