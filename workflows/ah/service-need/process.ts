/** A need: published, offered, taken, completed and evaluated. Only a completed service counts as a match (AH-OPS-02.2, AH-EVAL-02.2). */
import { needCategories } from '../../../rules/ah/needs.ts';
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { refuseNoMember } from '../member-check.ts';
import { serviceNeed as contract, type Need } from './contract.ts';
import { serviceNeedSentences } from './sentences.ts';

export const serviceNeed = defineProcess(contract, {
  sentences: serviceNeedSentences,

  facts: (opening) => ({
    ...opening,
    ...{ takenAt: null, completedOn: null, publicBenefit: false, visitedOn: null, satisfied: null },
  }),

  open(step) {
    startTime(step);
    step.openTask('matchNeed', { category: categoryOf(step) });
    const told = { category: categoryOf(step), publishedAt: step.now };
    step.notify('needPublished', 'requester', told);
  },

  due: {
    openNeed(step) {
      step.notify('needExpired', 'requester', { category: categoryOf(step), expiredAt: step.passedAt('openNeed') });
      step.close('EXPIRED');
    },
    // It stays to be made; the lists of reviewers and managers show it overdue.
    visit() {},
  },

  requires: { evaluateService: [notEvaluated] },

  actions: {
    offerNeed(step, { provider }, members) {
      if (provider === step.party('requester')) {
        refuse(
          'INVALID_INPUT',
          '不能推送给需求企业自己。',
          'It cannot be offered to the enterprise whose need it is.',
          {
            field: 'provider',
          },
        );
      }
      refuseNoMember(provider, members, 'provider');
      step.setParty('taker', provider);
      step.closeTask('matchNeed');
      step.moveTo('OFFERED');
      const need = { fromForm: 'need' };
      step.notify('needOffered', 'taker', { category: categoryOf(step), need, offeredAt: step.now });
    },

    takeOrder(step) {
      step.facts.takenAt = step.now;
      step.meetDeadline('openNeed');
      step.moveTo('ORDER_TAKEN');
      step.openTask('followOrder', { category: categoryOf(step) });
      step.notify('orderTaken', 'requester', { category: categoryOf(step), takenAt: step.now });
    },

    declineOrder(step, { reason }) {
      offerAnew(step, reason);
      step.openTask('matchNeed', { category: categoryOf(step), declined: true });
    },

    recallNeed(step, { reason }) {
      step.notify('orderEnded', 'taker', { category: categoryOf(step), reason, endedAt: step.now });
      offerAnew(step, reason);
      step.openTask('matchNeed', { category: categoryOf(step) });
    },

    completeService(step, { completedOn, publicBenefit }) {
      if (completedOn > dayOf(step.now)) {
        refuse('INVALID_INPUT', '完成日期不能晚于今天。', 'A service is entered once it is completed.', {
          field: 'completedOn',
        });
      }
      // Before the order was taken it would count in a period that is reported (AH-EVAL-02.2).
      const takenOn = dayOf(step.facts.takenAt ?? step.state.openedAt);
      refuseBefore('completedOn', completedOn, takenOn, text('接单之日', 'the day on which the order was taken'));
      Object.assign(step.facts, { completedOn, publicBenefit });
      count(step, 'matches', 1);
      count(step, 'served', 1);
      if (publicBenefit) count(step, 'publicServed', 1);
      step.closeTask('followOrder');
      step.moveTo('COMPLETED');
      step.startDeadline('visit', step.workingDays('need.visitWithin'));
      step.openTask('returnVisit', { category: categoryOf(step), completedOn });
      step.notify('serviceCompleted', 'requester', { category: categoryOf(step), completedOn });
    },

    evaluateService(step, { satisfied }) {
      step.facts.satisfied = satisfied;
      count(step, 'evaluations', 1);
      count(step, 'satisfied', satisfied ? 1 : 0);
      if (step.state.closedAt !== null) step.reopen('COMPLETED');
      settle(step);
    },

    recordVisit(step, { visitedOn }) {
      if (visitedOn > dayOf(step.now)) {
        refuse('INVALID_INPUT', '回访日期不能晚于今天。', 'A visit is entered once it was made.', {
          field: 'visitedOn',
        });
      }
      const { completedOn } = step.facts;
      if (completedOn !== null)
        refuseBefore('visitedOn', visitedOn, completedOn, text('服务完成之日', 'the day of completion'));
      step.facts.visitedOn = visitedOn;
      step.meetDeadline('visit');
      step.closeTask('returnVisit');
      settle(step);
    },

    withdrawNeed(step) {
      if (step.state.stage !== 'PUBLISHED') {
        const reason = text('企业已撤回该需求。', 'The enterprise has withdrawn it.');
        step.notify('orderEnded', 'taker', { category: categoryOf(step), reason, endedAt: step.now });
      }
      step.close('WITHDRAWN');
    },
  },
});

function notEvaluated({ facts: { satisfied } }: Need): void {
  if (satisfied === null) return;
  refuse('ALREADY_DONE', '您已评价过该服务。', 'You have evaluated this service already.');
}

/** It waits for another institution, with its whole time if it was taken before; then the enterprise counts on somebody who will not come. */
function offerAnew(step: Need, reason: string): void {
  if (step.facts.takenAt !== null)
    step.notify('needOpenAgain', 'requester', { category: categoryOf(step), reason, openedAt: step.now });
  step.facts.takenAt = null;
  step.closeTask('followOrder');
  if (step.deadline('openNeed') === undefined) startTime(step);
  step.moveTo('PUBLISHED');
}

function startTime(step: Need): void {
  const n = step.number('need.openFor');
  step.startDeadline('openNeed', { unit: 'calendarDays', n, rule: 'need.openFor', rollForward: false });
}

function categoryOf({ facts: { category } }: Need) {
  return needCategories[category];
}

/** It is closed once the enterprise was visited; evaluated or not. */
function settle(step: Need): void {
  const { visitedOn, satisfied } = step.facts;
  if (visitedOn !== null) step.close(satisfied === null ? 'SERVED' : 'EVALUATED');
}

/** An enterprise counts once a year as served, however many of its needs were; a match is one of each need. */
function count(
  step: Need,
  figure: 'matches' | 'served' | 'publicServed' | 'evaluations' | 'satisfied',
  n: number,
): void {
  const day = step.facts.completedOn ?? dayOf(step.now);
  const { id } = step.state;
  const key = figure === 'served' || figure === 'publicServed' ? `${step.party('requester')}:${day.slice(0, 4)}` : id;
  step.write('figure', { party: step.party('taker'), figure, key, n, day });
}
