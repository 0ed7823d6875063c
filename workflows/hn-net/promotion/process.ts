/**
 * A promotion of the platform, 第八条第十二项: its six items are drafted, its publicity is found true, it is published, and it runs as it was
 * published. Nothing but force majeure changes the plan, which somebody else than who proposes it decides.
 */
import { missingItems, promotionItems, unprovenClaims } from '../../../rules/hn-net/promotion.ts';
import { refuse } from '../../../rules/refusal.ts';
import { addDays, dayOf, startOfDay } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { promotion as contract } from './contract.ts';
import { refusePeriod } from './period.ts';
import { promotionSentences } from './sentences.ts';

export const promotion = defineProcess(contract, {
  sentences: promotionSentences,

  facts: (opening) => ({ ...opening, approvals: 0, publishedAt: null, proposed: null, mailing: null, changes: [] }),

  open: (step) => askForApproval(step),

  requires: {
    approvePublicity: [notApproved],
    approveUnproven: [isApprovedOnce],
    publish: [isWhole, isApproved, isAhead],
    orderMailing: [notMailedYet],
    proposeChange: [nothingProposed],
    acceptChange: [isProposed],
    rejectChange: [isProposed],
  },

  due: {
    begin: run,
    end: (step) => step.close('ENDED'),
  },

  actions: {
    reviseDraft(step, { changes }) {
      refusePeriod(changes, step.now, 'changes.');
      const { from, to, claims } = changes;
      const { facts } = step;
      Object.assign(facts, {
        from,
        to,
        missing: missingItems(changes),
        unproven: unprovenClaims(claims),
        approvals: 0,
      });
      step.participate('drafter');
      step.write('form', { changes, filedById: step.actor.id });
      for (const task of ['approveAgain', 'publish'] as const) step.closeTask(task);
      // What was found true is another text by now: who approved it may approve this one.
      delete step.state.participants['approver'];
      askForApproval(step);
    },

    approvePublicity: approve,

    approveUnproven: approve,

    returnDraft(step, { reason }) {
      for (const task of ['approve', 'approveAgain', 'publish'] as const) step.closeTask(task);
      step.facts.approvals = 0;
      step.notify('promotionReturned', { did: 'filer', or: 'reviewer' }, { reason });
    },

    publish(step) {
      const { from, to } = step.facts;
      step.facts.publishedAt = step.now;
      step.closeTask('publish');
      step.moveTo('PUBLISHED');
      step.startDeadline('end', { unit: 'date', day: to });
      if (from <= dayOf(step.now)) run(step);
      else step.startDeadline('begin', { unit: 'instant', at: startOfDay(from), begins: true });
    },

    withdrawDraft: (step) => step.close('WITHDRAWN'),

    orderMailing(step) {
      step.facts.mailing = { orderedAt: step.now, result: null };
    },

    mailingFinished(step, result) {
      if (step.facts.mailing !== null) step.facts.mailing = { ...step.facts.mailing, result };
    },

    proposeChange(step, { to, forceMajeure }) {
      const { from, to: before } = step.facts;
      refusePeriod({ from, to }, step.now);
      if (to === before) {
        refuse('INVALID_INPUT', '结束日没有变化。', 'The last day is the same as before.', { field: 'to' });
      }
      step.participate('proposer');
      step.facts.proposed = { to, forceMajeure, proposedAt: step.now };
      step.openTask('decideChange', { from: before, to, forceMajeure });
    },

    acceptChange(step) {
      const { proposed, to: before, changes } = step.facts;
      if (proposed === null) throw new Error('No change was proposed.');
      const { to, forceMajeure } = proposed;
      step.facts.changes = [...changes, { from: before, to, forceMajeure, at: step.now }];
      step.facts.to = to;
      settle(step);
      step.cancelDeadline('end');
      if (startOfDay(addDays(to, 1)) <= step.now) step.close('ENDED');
      else {
        step.startDeadline('end', { unit: 'date', day: to });
        if (step.state.stage === 'RUNNING') step.moveTo('CHANGED_FORCE_MAJEURE');
      }
    },

    rejectChange(step, { reason }) {
      settle(step);
      step.notify('changeRejected', { did: 'proposer', or: 'reviewer' }, { reason });
    },
  },
});

type Promotion = StepOf<typeof contract>;

function askForApproval(step: Promotion): void {
  const { missing, unproven } = step.facts;
  step.openOrDescribeTask('approve', { missing: missing.map((name) => promotionItems[name]), unproven });
}

/** The first approval is enough where every claim is proved; else a second person approves as well (HN-NET-13.1). */
function approve(step: Promotion): void {
  const { unproven } = step.facts;
  step.participate('approver');
  step.facts.approvals += 1;
  step.closeTask('approve');
  step.closeTask('approveAgain');
  if (needed(step) > step.facts.approvals) step.openTask('approveAgain', { unproven });
  else step.openOrDescribeTask('publish', { unproven });
}

function needed({ facts: { unproven } }: Promotion): number {
  return unproven.length === 0 ? 1 : 2;
}

function run(step: Promotion): void {
  step.moveTo(step.facts.changes.length === 0 ? 'RUNNING' : 'CHANGED_FORCE_MAJEURE');
}

/** The change that was proposed is decided. */
function settle(step: Promotion): void {
  step.facts.proposed = null;
  step.closeTask('decideChange');
  delete step.state.participants['proposer'];
}

/** Its last day has not gone by while it was waiting (HN-NET-13.2). */
function isAhead({ facts: { to }, now }: Promotion): void {
  if (to >= dayOf(now)) return;
  refuse(
    'CONDITION_NOT_MET',
    '促销结束日已过，请修改期间后重新审核。',
    'The last day of the promotion has gone by; change its period and have it approved again.',
    { facts: { requirement: 'HN-NET-13.2', to } },
  );
}

function notApproved({ facts: { approvals } }: Promotion): void {
  if (approvals === 0) return;
  refuse('ALREADY_DONE', '宣传内容已审核通过。', 'The publicity was found true already.');
}

function isApprovedOnce({ facts: { approvals, unproven } }: Promotion): void {
  if (approvals === 1 && unproven.length > 0) return;
  refuse('NOT_NOW', '没有待第二人复核的宣传内容。', 'No claim waits for a second check.');
}

/** @throws Refusal CONDITION_NOT_MET while one of the items is missing (HN-NET-13.2) */
function isWhole({ facts: { missing } }: Promotion): void {
  if (missing.length === 0) return;
  const titles = missing.map((name) => promotionItems[name]);
  refuse(
    'CONDITION_NOT_MET',
    `促销方案缺少：${titles.map(({ zh }) => zh).join('、')}；没有限制的请写明“无”。`,
    `The plan lacks: ${titles.map(({ en }) => en).join(', ')}. Where there are no restrictions, say so.`,
    { facts: { requirement: 'HN-NET-13.2', missing } },
  );
}

/** @throws Refusal CONDITION_NOT_MET until the publicity was found true, by two persons where a claim has no proof (HN-NET-13.1) */
function isApproved(step: Promotion): void {
  const { approvals, unproven } = step.facts;
  if (approvals >= needed(step)) return;
  refuse(
    'CONDITION_NOT_MET',
    approvals === 0 ? '宣传内容尚未审核。' : `下列宣传没有证明，须由第二人复核：${unproven.join('、')}。`,
    approvals === 0
      ? 'The publicity has not been checked.'
      : `A second reviewer must approve these claims, which nothing proves: ${unproven.join(', ')}.`,
    { facts: { requirement: 'HN-NET-13.1', unproven } },
  );
}

function nothingProposed({ facts: { proposed } }: Promotion): void {
  if (proposed === null) return;
  refuse('ALREADY_OPEN', '已有变更待决定。', 'A change waits to be decided.', {
    facts: { proposedAt: proposed.proposedAt },
  });
}

function isProposed({ facts: { proposed } }: Promotion): void {
  if (proposed === null) refuse('NOT_NOW', '没有待决定的变更。', 'No change waits to be decided.');
}

/** One promotion is advertised once: consumers are not written to again and again. */
function notMailedYet({ facts: { mailing } }: Promotion): void {
  if (mailing === null) return;
  refuse('ALREADY_DONE', '已安排推广邮件。', 'The mailing has been ordered already.', {
    facts: { orderedAt: mailing.orderedAt },
  });
}
