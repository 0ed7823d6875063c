/**
 * Clearance, 四.5 and 四.6: grounds are found; two persons decide; the store is notified by letter and e-mail; then it is taken offline,
 * its products are delisted, its service records sealed, and no application is accepted for a year.
 */
import { parts, remarked } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { clearanceBar } from '../../../rules/sh-store/bars.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { liftBar, shortenBar } from '../../engine/bars.ts';
import { storeIn } from '../words.ts';
import { clearance as contract, type DetectedGround } from './contract.ts';
import { groundOf } from './grounds.ts';
import { chosen, groundsOf, isSame, restingOn, setStatus, tellOrigin, told } from './on-grounds.ts';
import { endRunningCases, resumeRunningCases } from './running-cases.ts';
import { clearanceSentences } from './sentences.ts';
import type { Clearance } from './step.ts';

export const clearance = defineProcess(contract, {
  sentences: clearanceSentences,

  facts: (found) => ({
    grounds: [{ ...found, status: 'DETECTED' as const }],
    decision: null,
    confirmedAt: null,
    bar: null,
    servedAt: null,
    objectionOpen: false,
    runningOrders: [],
    delisted: [],
  }),

  open(step, found) {
    const { title, clause, requirement } = groundOf(found.ground);
    step.record(
      'CLEARANCE_GROUND_DETECTED',
      remarked(title, found.facts.length > 0 ? parts(...found.facts) : undefined),
      {
        clause,
        requirement,
        detail: { ground: found.ground, facts: found.facts, ruleVersion: step.state.ruleVersion },
      },
    );
    askToConfirm(step, found);
  },

  cites: {
    addGround: (_state, { ground }) => groundOf(ground),
    confirmGround: ({ facts }, { grounds }) => restingOn(facts, grounds),
    dismissGround: ({ facts }, { grounds }) => restingOn(facts, grounds),
    correctFacts: (_state, { ground }) => groundOf(ground),
    withdrawGround: (_state, { ground }) => {
      const { clause, withdrawal: requirement } = groundOf(ground);
      return { clause, requirement };
    },
  },

  requires: { raiseObjection: [objectionRuns] },

  due: {
    // An internal target: the task shows as overdue.
    decision() {},
    // Without an objection: a store that was notified by both ways is taken offline (SH-STORE-11.11).
    objection: proceed,
  },

  /** Both the letter and the e-mail are out (SH-STORE-11.2). */
  served: {
    clearanceNotice(step) {
      step.facts.servedAt = step.now;
      beginBar(step);
      runFromNotification(step);
      proceed(step);
    },
  },

  settle: {
    // A store that was not notified has nothing to object to yet.
    objection(step) {
      if (step.facts.servedAt === null) awaitNotification(step);
    },
  },

  actions: {
    // Of a store that is being cleared, or was, it is kept and changes nothing; after a dismissal it is a new matter.
    addGround(step, found) {
      const known = step.facts.grounds.find((one) => isSame(one, found));
      const status = 'DETECTED' as const;
      step.facts.grounds =
        known === undefined
          ? [...step.facts.grounds, { ...found, status }]
          : step.facts.grounds.map((one) => (one === known ? { ...one, ...found, status } : one));
      const { closedAt, outcome, stage } = step.state;
      if (closedAt !== null && outcome !== 'CLEARED') step.reopen('PENDING_CONFIRMATION');
      if (closedAt === null ? isUndecided(stage) : outcome !== 'CLEARED') askToConfirm(step, found);
    },

    confirmGround(step, { reason, grounds, barApplies }) {
      const confirmed = chosen(step, grounds);
      const withoutFault = confirmed.every(({ ground }) => groundOf(ground).withoutFault === true);
      if (barApplies === false && !withoutFault) {
        refuse(
          'NOT_ALLOWED',
          '所确认的情形属于违规情形，原则上适用一年不受理期；负责人可在清退后说明理由予以缩短或者解除。',
          'A fault of the store lies in the ground: the bar applies in principle; a manager may lift it afterwards, with a reason.',
          { field: 'barApplies' },
        );
      }
      step.participate('confirmer');
      setStatus(step, confirmed, 'PROPOSED');
      step.facts.decision = { reason, barApplies: barApplies ?? true };
      step.meetDeadline('decision');
      step.closeTask('clearanceConfirmation');
      if (!step.isOn('clearance.twoPersons')) return issueNotice(step);
      step.moveTo('PENDING_COUNTERSIGNATURE');
      step.openTask('clearanceCountersignature', { grounds: confirmed.map(({ ground }) => ground) });
      step.notify('clearanceToCountersign', { role: 'manager' }, { grounds: told(confirmed), reason });
    },

    countersign: issueNotice,

    returnForConfirmation(step) {
      const returned = groundsOf(step, 'PROPOSED');
      setStatus(step, returned, 'DETECTED');
      step.facts.decision = null;
      step.closeTask('clearanceCountersignature');
      step.moveTo('PENDING_CONFIRMATION');
      openDecision(step);
    },

    dismissGround(step, { reason, grounds }) {
      const dismissed = chosen(step, grounds);
      setStatus(step, dismissed, 'DISMISSED');
      step.notify('clearanceDismissed', 'provider', { grounds: told(dismissed), dismissedAt: step.now, reason });
      for (const one of dismissed) tellOrigin(step, one);
      if (groundsOf(step, 'DETECTED').length === 0) step.close('DISMISSED');
      else openDecision(step);
    },

    // What is confirmed after that, and mailed, rests on the figures as they were corrected.
    correctFacts(step, { facts, ...which }) {
      step.facts.grounds = step.facts.grounds.map((one) => (isSame(one, which) ? { ...one, facts } : one));
    },

    withdrawGround(step, { why, ...which }) {
      const withdrawn = step.facts.grounds.filter(
        (one) => isSame(one, which) && ['DETECTED', 'PROPOSED', 'CONFIRMED'].includes(one.status),
      );
      const [ground] = withdrawn;
      if (ground === undefined) return;
      const wasConfirmed = ground.status === 'CONFIRMED';
      const wasWithManagers = ground.status !== 'DETECTED';
      // Who has asked to leave may take it back until it is confirmed (SH-STORE-15.4).
      if (wasConfirmed && ground.ground === 'CLEAR_7_VOLUNTARY') {
        step.notify('exitWithdrawnTooLate', 'provider', { withdrawnAt: step.now });
        return;
      }
      setStatus(step, withdrawn, 'WITHDRAWN');
      const withdrawal = { grounds: told(withdrawn), withdrawnAt: step.now, reason: why, wasConfirmed };
      step.notify('clearanceWithdrawn', { role: 'reviewer' }, withdrawal);
      // They were asked to countersign it, or have done so.
      if (wasWithManagers) step.notify('clearanceWithdrawn', { role: 'manager' }, withdrawal);
      if (wasConfirmed) {
        const left = groundsOf(step, 'CONFIRMED');
        if (left.length === 0) undo(step, why);
        // Its notification names a ground that no longer stands; the clearance does.
        else
          step.notify('groundFellAway', 'provider', {
            grounds: told(withdrawn),
            left: told(left),
            reason: why,
            withdrawnAt: step.now,
          });
      } else if (isUndecided(step.state.stage)) goOnWithoutGround(step);
    },

    raiseObjection(step) {
      step.meetDeadline('objection');
      step.facts.objectionOpen = true;
      step.openTask('objectionDecision');
      step.notify('clearanceObjected', { role: 'manager' }, { raisedAt: step.now });
    },

    rejectObjection(step, { reason }) {
      step.facts.objectionOpen = false;
      step.notify('objectionRejected', 'provider', { decidedAt: step.now, reason });
      step.closeTask('objectionDecision');
      proceed(step);
    },

    takeOffline(step) {
      step.write('takeStoreOffline', { storeId: storeIn(step.state) });
      step.moveTo('OFFLINE');
      next(step, 'tellBuyers');
    },

    // Read once the store is offline: no order is added any more, and none that was being taken in is missed.
    tellBuyers(step, _input, orders) {
      step.facts.runningOrders = orders.map(({ orderId }) => orderId);
      for (const { orderId, buyer } of orders) {
        step.notify('buyerTold', { key: buyer }, { orderId, offlineAt: step.now });
      }
      next(step, 'delistProducts');
    },

    delistProducts(step, _input, listed) {
      const products = listed.map(({ productId }) => productId);
      step.facts.delisted = products;
      step.write('delistProducts', { storeId: storeIn(step.state), products });
      step.moveTo('PRODUCTS_DELISTED');
      next(step, 'sealRecords');
    },

    sealRecords(step) {
      step.write('sealRecords', { storeId: storeIn(step.state) });
      step.moveTo('RECORDS_SEALED');
      next(step, 'imposeBar');
    },

    imposeBar(step) {
      const { bar } = step.facts;
      if (bar !== null) {
        step.write('bar', { ground: 'CLEARANCE', clause: 'SH-STORE 四.6', ...bar, firm: false });
      }
      step.close('CLEARED');
    },

    reverseClearance(step, { reason }) {
      setStatus(step, groundsOf(step, 'CONFIRMED'), 'DISMISSED');
      undo(step, reason);
    },

    liftBar: (step, input, bars) => liftBar(step, input, bars, 'provider'),
    shortenBar(step, input, bars) {
      const { id, firstDay, lastDay } = shortenBar(step, input, bars, 'provider');
      if (step.facts.bar?.id === id) step.facts.bar = { id, firstDay, lastDay };
    },
  },
});

function objectionRuns(step: Clearance): void {
  if (step.deadline('objection') !== undefined) return;
  refuse(
    'NOT_NOW',
    '本案没有正在进行的异议期。如对清退有异议，请向承办机构提出。',
    'No time for objections runs in this case. Put it to the body that handles the case.',
  );
}

function isUndecided(stage: string): boolean {
  return stage === 'PENDING_CONFIRMATION' || stage === 'PENDING_COUNTERSIGNATURE';
}

/** The reviewers are to decide on what was found: by the next working day, as the platform wants it (SH-STORE-13.1). */
function openDecision(step: Clearance): void {
  if (step.deadline('decision') === undefined)
    step.startDeadline('decision', step.workingDays('clearance.decideWithin'));
  step.openOrDescribeTask('clearanceConfirmation', {
    grounds: groundsOf(step, 'DETECTED').map(({ ground }) => ground),
  });
}

/** While a decision waits to be countersigned nobody can take another: the reviewers are asked if it comes back to them. */
function askToConfirm(step: Clearance, { ground, facts, detectedAt }: DetectedGround): void {
  const { title, clause } = groundOf(ground);
  if (step.state.stage === 'PENDING_CONFIRMATION') openDecision(step);
  step.notify('clearanceDetected', { role: 'reviewer' }, { ground: title, clause, facts, detectedAt });
}

/** Confirmed: the store is notified, and whatever else runs about it ends (SH-STORE-11.2, 11.10). */
function issueNotice(step: Clearance): void {
  const confirmed = groundsOf(step, 'PROPOSED');
  const { reason = '', barApplies = true } = step.facts.decision ?? {};
  setStatus(step, confirmed, 'CONFIRMED');
  const { firstDay, lastDay } = clearanceBar(dayOf(step.now), step.rules);
  const bar = barApplies ? { id: step.newId('bar'), firstDay, lastDay } : null;
  step.facts.bar = bar;
  step.facts.confirmedAt = step.now;
  step.closeTask('clearanceCountersignature');
  step.write('beginClearance', { storeId: storeIn(step.state) });
  step.moveTo('NOTICE_ISSUED');
  if (step.isOn('clearance.objection')) step.startDeadline('objection', step.workingDays('clearance.objectionDays'));
  step.notify('clearanceNotice', 'provider', { grounds: told(confirmed), confirmedAt: step.now, reason, bar }, [
    'objection',
  ]);
  endRunningCases(step);
}

/** The store is taken offline once it was notified by both ways and nothing is left to be said against it. */
function proceed(step: Clearance): void {
  const { servedAt, objectionOpen } = step.facts;
  if (step.state.stage !== 'NOTICE_ISSUED' || servedAt === null || objectionOpen) return;
  if (step.deadline('objection') === undefined) next(step, 'takeOffline');
}

const notNotified = text('清退告知函尚未以信函和邮件送出', 'the notification has not gone out by letter and e-mail');

/** The time for objections ended before the store was notified by both ways: it has all of it from then on (SH-STORE-11.11). */
function awaitNotification(step: Clearance): void {
  const { startedAt } = step.deadline('objection') ?? {};
  step.pauseDeadline('objection', notNotified, startedAt);
}

function runFromNotification(step: Clearance): void {
  if (step.deadline('objection')?.dueAt === null) step.resumeDeadline('objection');
}

/** The clearance is effective on the day on which the later of letter and e-mail went out, and the bar is counted from it. */
function beginBar(step: Clearance): void {
  const { bar } = step.facts;
  if (bar === null) return;
  const { firstDay, lastDay } = clearanceBar(dayOf(step.now), step.rules);
  if (firstDay <= bar.firstDay) return;
  step.facts.bar = { ...bar, firstDay, lastDay };
  step.notify('barBegins', 'provider', { firstDay, lastDay, servedAt: step.now });
}

/** The next step of 四.6, as a step of its own: what is done is recorded before what follows is begun (SH-STORE-11.8). */
function next(
  step: Clearance,
  action: 'takeOffline' | 'tellBuyers' | 'delistProducts' | 'sealRecords' | 'imposeBar',
): void {
  step.tell(step.state.id, contract, action, {});
}

/** A ground that was found no longer is: what is left is decided, or nothing is. */
function goOnWithoutGround(step: Clearance): void {
  const [proposed, found] = [groundsOf(step, 'PROPOSED'), groundsOf(step, 'DETECTED')];
  if (step.state.stage === 'PENDING_COUNTERSIGNATURE' && proposed.length > 0) return;
  if (found.length === 0) return step.close('DISMISSED');
  step.closeTask('clearanceCountersignature');
  step.facts.decision = null;
  step.moveTo('PENDING_CONFIRMATION');
  openDecision(step);
}

/** The clearance is undone: the store is as it was, the cases about it go on, and the bar is lifted. */
function undo(step: Clearance, why: Phrase): void {
  const { delisted, bar } = step.facts;
  const storeId = storeIn(step.state);
  step.write('restoreStore', { storeId, products: delisted });
  if (bar !== null) {
    const { id: byId, role: byRole } = step.actor;
    const reason = typeof why === 'string' ? why : why.zh;
    step.write('liftBar', { id: bar.id, byId, byRole, reason });
  }
  Object.assign(step.facts, { decision: null, confirmedAt: null, bar: null, servedAt: null, objectionOpen: false });
  Object.assign(step.facts, { runningOrders: [], delisted: [] });
  step.notify('clearanceRevoked', 'provider', { why, revokedAt: step.now, relisted: delisted.length });
  resumeRunningCases(step);
  const left = groundsOf(step, 'DETECTED');
  if (left.length === 0) return step.close('REVERSED');
  if (step.state.closedAt === null) step.moveTo('PENDING_CONFIRMATION');
  else step.reopen('PENDING_CONFIRMATION');
  openDecision(step);
}
