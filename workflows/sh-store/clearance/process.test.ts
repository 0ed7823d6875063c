import { describe, expect, it } from 'vitest';
import { text } from '../../../rules/text.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { ACTING_ROLES } from '../../../rules/roles.ts';
import { shStoreValues, type ShStoreValues } from '../../../rules/sh-store/config.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import { at, PaperCase, people, SUBJECT } from '../../../test/support/engine-samples.ts';
import type { ClearanceFacts, ClearanceGround, DetectedGround } from './contract.ts';
import { clearance } from './process.ts';

const reason = '经核查属实';
const LISTED = [
  { productId: 'p-1', name: '企业诊断' },
  { productId: 'p-2', name: null },
];
const NOTICE = { template: 'clearanceNotice', request: 'clearanceNotice:1' };

const ORIGINS: Partial<Record<ClearanceGround, readonly [DetectedGround['origin'], string]>> = {
  CLEAR_1_SETUP: ['storeSetup', 'set-1'],
  CLEAR_TRIAL_FAILED: ['trialOperation', 'tri-1'],
};

function found(ground: ClearanceGround, detectedAt = at('2025-10-24 00:00')): DetectedGround {
  const [origin, originCaseId] = ORIGINS[ground] ?? ['storeSupervision', 'sup-1'];
  return { ground, origin, originCaseId, detectedAt, facts: [text('已上架产品 0 个', '0 products listed')] };
}

function detected(ground: ClearanceGround = 'CLEAR_1_SETUP', rules: Partial<ShStoreValues> = {}) {
  return new PaperCase<ClearanceFacts>(clearance, found(ground), {
    id: 'clr-1',
    openedAt: at('2025-10-24 00:00'),
    about: 'store:sto-1',
    rules: { ...shStoreValues(), ...rules },
  });
}

function confirmed(ground?: ClearanceGround, rules: Partial<ShStoreValues> = {}, input: object = {}) {
  const one = detected(ground, rules);
  one.act('confirmGround', people.reviewer, { reason, ...input }, at('2025-10-24 10:00'));
  one.act('countersign', people.manager, {}, at('2025-10-24 11:00'));
  return one;
}

/** The steps that the case has told itself to do next. */
const nextOf = (one: ReturnType<typeof detected>) =>
  one.last.messages.filter(({ to }) => to === 'clr-1').map(({ action }) => action);

/** Carried out to its end: what each step tells the next one. */
function carriedOut(one: ReturnType<typeof detected>) {
  one.act('noticeServed', people.otherCase, NOTICE);
  one.act('takeOffline', people.otherCase, {});
  one.act('tellBuyers', people.otherCase, {}, undefined, []);
  one.act('delistProducts', people.otherCase, {}, undefined, LISTED);
  one.act('sealRecords', people.otherCase, {}, undefined, { facts: 3, entries: 2, digest: 'abc' });
  one.act('imposeBar', people.otherCase, {});
  return one;
}

describe('a ground for clearance', () => {
  it('XC-05.2 imposes nothing before people confirm it with a reason', () => {
    const one = detected();
    expect(one.last.writes).toEqual([]);
    expect(one.last.notices.map(({ to }) => to)).toEqual([{ role: 'reviewer' }]);
    expect(() => one.act('confirmGround', people.reviewer, { reason: ' ' })).toThrow(Refusal);
    expect(() => one.act('confirmGround', people.provider, { reason })).toThrow(Refusal);
  });

  it('SH-STORE-13.1 found on 2026-01-01, a holiday, it is to be decided on by the next working day, Sun 2026-01-04', () => {
    const one = new PaperCase<ClearanceFacts>(clearance, found('CLEAR_4_RATING', at('2026-01-01 00:00')), {
      id: 'clr-1',
      openedAt: at('2026-01-01 00:00'),
      about: 'store:sto-1',
    });
    expect(one.deadline('decision')).toMatchObject({ lastDay: '2026-01-04' });
    expect(one.last.tasks).toMatchObject([{ name: 'clearanceConfirmation', dueAt: at('2026-01-05 00:00') }]);
    // An internal target: nothing follows when it has gone by.
    one.liveUntil(at('2026-02-01 00:00'));
    expect(one.state).toMatchObject({ stage: 'PENDING_CONFIRMATION', tasks: [{ name: 'clearanceConfirmation' }] });
  });

  it('SH-STORE-11.1 is decided by two persons: nothing is imposed before another one countersigns', () => {
    const one = detected();
    one.act('confirmGround', people.reviewer, { reason });
    expect(one.state).toMatchObject({
      stage: 'PENDING_COUNTERSIGNATURE',
      tasks: [{ name: 'clearanceCountersignature' }],
    });
    expect(one.last.writes).toEqual([]);
    expect(one.last.notices).toMatchObject([{ template: 'clearanceToCountersign', to: { role: 'manager' } }]);
    expect(() => one.act('countersign', people.reviewer, {})).toThrow(/recommended or filed|FOUR_EYES/);
    one.act('countersign', people.reviewer2, {});
    expect(one.state.stage).toBe('NOTICE_ISSUED');
  });

  it('SH-STORE-11.1 what is not countersigned goes back with the reason and is decided anew', () => {
    const one = detected();
    one.act('confirmGround', people.reviewer, { reason });
    one.act('returnForConfirmation', people.manager, { reason: '请补充证据' });
    expect(one.state).toMatchObject({ stage: 'PENDING_CONFIRMATION', tasks: [{ name: 'clearanceConfirmation' }] });
    one.act('dismissGround', people.reviewer, { reason: '证据不足' });
    expect(one.state.outcome).toBe('DISMISSED');
  });

  describe('SH-STORE-11.1 SH-STORE-10.11 another ground that arrives while the decision is countersigned', () => {
    const other = found('CLEAR_2_COMPLAINTS');
    function countersigning() {
      const one = detected();
      one.act('confirmGround', people.reviewer, { reason });
      one.act('addGround', people.otherCase, other);
      return one;
    }
    const waiting = (one: ReturnType<typeof detected>) => [
      one.state.tasks.map(({ name }) => name),
      one.state.deadlines.map(({ name }) => name),
    ];

    it('is told to the reviewers, who have nothing to do that cannot be done, then or once the notice is out', () => {
      const one = countersigning();
      expect(one.last.notices).toMatchObject([{ template: 'clearanceDetected', to: { role: 'reviewer' } }]);
      expect(waiting(one)).toEqual([['clearanceCountersignature'], []]);
      one.act('countersign', people.manager, {});
      expect(waiting(one)).toEqual([['sendLetter'], []]);
      expect(one.state.facts.grounds.map(({ status }) => status)).toEqual(['CONFIRMED', 'DETECTED']);
    });

    it('leaves nothing to do when it is withdrawn again', () => {
      const one = countersigning();
      const { ground, originCaseId } = other;
      one.act('withdrawGround', people.otherCase, { ground, originCaseId, why: text('已撤回', 'withdrawn') });
      expect(waiting(one)).toEqual([['clearanceCountersignature'], []]);
    });

    it('is decided with the rest when the decision is returned, and alone when what was decided is withdrawn', () => {
      const returned = countersigning();
      returned.act('returnForConfirmation', people.manager, { reason: '请一并审查' });
      const left = countersigning();
      const { ground, originCaseId } = found('CLEAR_1_SETUP');
      left.act('withdrawGround', people.otherCase, { ground, originCaseId, why: text('已更正', 'corrected') });
      for (const one of [returned, left]) expect(waiting(one)).toEqual([['clearanceConfirmation'], ['decision']]);
      expect(returned.last.tasks.at(-1)).toMatchObject({
        detail: { grounds: ['CLEAR_1_SETUP', 'CLEAR_2_COMPLAINTS'] },
      });
      expect(left.last.tasks.at(-1)).toMatchObject({ detail: { grounds: ['CLEAR_2_COMPLAINTS'] } });
    });
  });

  it('SH-STORE-11.1 where the rules ask for one person alone, the confirmation decides', () => {
    const one = detected('CLEAR_1_SETUP', { 'clearance.twoPersons': false });
    one.act('confirmGround', people.reviewer, { reason });
    expect(one.state.stage).toBe('NOTICE_ISSUED');
  });

  it('SH-STORE-10.11 several grounds are one case: each is confirmed by itself and listed in the notice', () => {
    const one = detected('CLEAR_2_COMPLAINTS');
    one.act('addGround', people.otherCase, found('CLEAR_4_RATING'));
    one.act('addGround', people.otherCase, found('CLEAR_5_DISHONESTY'));
    expect(one.state.tasks).toHaveLength(1);
    const dismissed = { reason: '非同一企业', grounds: ['CLEAR_5_DISHONESTY'] };
    expect(one.act('dismissGround', people.reviewer, dismissed).lines[0]).toMatchObject({ clause: 'SH-STORE 四.5(5)' });
    expect(one.state).toMatchObject({ stage: 'PENDING_CONFIRMATION', outcome: null });
    expect(one.act('confirmGround', people.reviewer, { reason }).lines[0]).toMatchObject({
      clause: 'SH-STORE 四.5(2)、四.5(4)',
      requirement: 'SH-STORE-10',
    });
    one.act('countersign', people.manager, {});
    expect(one.last.notices).toMatchObject([
      { data: { grounds: [{ clause: 'SH-STORE 四.5(2)' }, { clause: 'SH-STORE 四.5(4)' }] } },
    ]);
  });

  it('SH-STORE-10.11 a ground found again is the same ground; one not found in the case cannot be chosen', () => {
    const one = detected('CLEAR_3_ZERO_POINTS');
    one.act('addGround', people.otherCase, found('CLEAR_3_ZERO_POINTS', at('2025-11-01 00:00')));
    expect(one.state.facts.grounds).toHaveLength(1);
    const naming = { reason, grounds: ['CLEAR_8_VIOLATION'] };
    expect(() => one.act('confirmGround', people.reviewer, naming)).toThrow(/no such ground/);
  });

  it('XC-05.2 dismissed, the case it came from goes on and the store is told', () => {
    const one = detected();
    const { notices, messages } = one.act('dismissGround', people.reviewer, { reason: '平台故障所致' });
    expect(one.state.outcome).toBe('DISMISSED');
    expect(notices).toMatchObject([{ template: 'clearanceDismissed', data: { reason: '平台故障所致' } }]);
    expect(messages).toMatchObject([{ to: 'set-1', action: 'clearanceDismissed', input: { ground: 'CLEAR_1_SETUP' } }]);
  });

  it('SH-STORE-10.11 a ground that arrives while the case is dismissed opens it again', () => {
    const one = detected();
    one.act('dismissGround', people.reviewer, { reason: '平台故障所致' });
    one.act('addGround', people.otherCase, found('CLEAR_2_COMPLAINTS'));
    expect(one.state).toMatchObject({ stage: 'PENDING_CONFIRMATION', closedAt: null });
    expect(one.last.notices).toMatchObject([{ template: 'clearanceDetected', data: { clause: 'SH-STORE 四.5(2)' } }]);
  });

  it.each([
    ['CLEAR_1_SETUP', 'SH-STORE 四.5(1)', 'SH-STORE-06.1'],
    ['CLEAR_TRIAL_FAILED', 'SH-STORE 一.2', 'SH-STORE-07.12'],
  ] as const)('XC-05.1 what is decided on %s cites %s, on its line and in its notice', (ground, clause, withdrawal) => {
    for (const action of ['confirmGround', 'dismissGround'] as const) {
      const { lines, notices } = detected(ground).act(action, people.reviewer, { reason: '经核查' });
      expect(lines[0]).toMatchObject({ detail: { action }, clause });
      expect(notices).toMatchObject([{ data: { grounds: [{ clause }] } }]);
    }
    const [, originCaseId] = ORIGINS[ground] ?? [];
    const withdrawn = { originCaseId, ground, why: text('已更正', 'corrected') };
    const { lines } = detected(ground).act('withdrawGround', people.otherCase, withdrawn);
    expect(lines[0]).toMatchObject({ type: 'CLEARANCE_GROUND_WITHDRAWN', clause, requirement: withdrawal });
  });

  it('SH-STORE-07.12 XC-04.4 notifies of the figures as they were corrected', () => {
    const one = detected('CLEAR_TRIAL_FAILED');
    const facts = [text('订单 98 笔', '98 orders')];
    one.act('correctFacts', people.otherCase, { originCaseId: 'tri-1', ground: 'CLEAR_TRIAL_FAILED', facts });
    one.act('confirmGround', people.reviewer, { reason });
    const { notices } = one.act('countersign', people.manager, {});
    expect(notices).toMatchObject([{ template: 'clearanceNotice', data: { grounds: [{ facts }] } }]);
  });
});

describe('a ground that is withdrawn', () => {
  const withdrawn = { originCaseId: 'tri-1', ground: 'CLEAR_TRIAL_FAILED', why: text('重新评定达标', 'judged anew') };

  it('SH-STORE-07.12 SH-STORE-14.4 dismisses a clearance that is not confirmed; the store was told nothing and is told nothing', () => {
    for (const isProposed of [false, true]) {
      const one = detected('CLEAR_TRIAL_FAILED');
      if (isProposed) one.act('confirmGround', people.reviewer, { reason });
      one.act('withdrawGround', people.otherCase, withdrawn);
      expect(one.state).toMatchObject({ outcome: 'DISMISSED', tasks: [] });
      // The managers were mailed to countersign it (XC-04).
      const told = isProposed ? ['reviewer', 'manager'] : ['reviewer'];
      expect(one.last.notices).toMatchObject(
        told.map((role) => ({ template: 'clearanceWithdrawn', to: { role }, data: { wasConfirmed: false } })),
      );
    }
  });

  it('SH-STORE-10.11 leaves the other grounds to be decided', () => {
    const one = detected('CLEAR_TRIAL_FAILED');
    one.act('addGround', people.otherCase, found('CLEAR_2_COMPLAINTS'));
    one.act('withdrawGround', people.otherCase, withdrawn);
    expect(one.state).toMatchObject({ stage: 'PENDING_CONFIRMATION', outcome: null });
  });

  it('SH-STORE-07.12 XC-04 confirmed already, it is withdrawn all the same: the clearance is undone and the store hears so', () => {
    const one = confirmed('CLEAR_TRIAL_FAILED');
    one.act('withdrawGround', people.otherCase, withdrawn);
    expect(one.state).toMatchObject({ outcome: 'REVERSED', tasks: [{ name: 'sendLetter' }].slice(1) });
    expect(one.last.notices).toMatchObject([
      { template: 'clearanceWithdrawn', to: { role: 'reviewer' }, data: { wasConfirmed: true } },
      { template: 'clearanceWithdrawn', to: { role: 'manager' }, data: { wasConfirmed: true } },
      { template: 'clearanceRevoked', to: { party: SUBJECT }, data: { why: withdrawn.why } },
    ]);
    expect(one.last.writes.map(({ write }) => write)).toEqual(['restoreStore', 'liftBar']);
  });

  it('SH-STORE-15.4 a request to leave can be taken back until it is confirmed, and not afterwards', () => {
    const leave = { originCaseId: 'sup-1', ground: 'CLEAR_7_VOLUNTARY', why: text('撤回', 'taken back') };
    const early = detected('CLEAR_7_VOLUNTARY');
    early.act('withdrawGround', people.otherCase, leave);
    expect(early.state.outcome).toBe('DISMISSED');
    const late = confirmed('CLEAR_7_VOLUNTARY');
    late.act('withdrawGround', people.otherCase, leave);
    expect(late.state.stage).toBe('NOTICE_ISSUED');
    expect(late.last.notices).toMatchObject([{ template: 'exitWithdrawnTooLate', to: { party: SUBJECT } }]);
  });
});

describe('a clearance that is confirmed', () => {
  it('SH-STORE-11.2 XC-04.2 notifies the store by letter and by e-mail, and somebody is to send the letter', () => {
    const one = confirmed();
    expect(one.last.notices).toMatchObject([
      {
        template: 'clearanceNotice',
        to: { party: SUBJECT },
        data: { grounds: [{ clause: 'SH-STORE 四.5(1)' }], reason },
      },
    ]);
    expect(one.state).toMatchObject({
      stage: 'NOTICE_ISSUED',
      tasks: [{ name: 'sendLetter' }],
      letters: [{ key: 'clearanceNotice:1', status: 'TO_DISPATCH' }],
    });
  });

  it('SH-STORE-11.10 ends rectification, set-up and trial of the store', () => {
    const { messagesAbout } = confirmed().last;
    expect(messagesAbout.map(({ kind, action }) => [kind, action])).toEqual(
      expect.arrayContaining([
        ['rectification', 'storeCleared'],
        ['storeSetup', 'storeCleared'],
        ['trialOperation', 'storeCleared'],
      ]),
    );
  });

  it('SH-STORE-11.6 the notification names the bar: notified on 2025-10-24, from 2025-10-25 to 2026-10-24', () => {
    const bar = { firstDay: '2025-10-25', lastDay: '2026-10-24' };
    expect(confirmed().last.notices).toMatchObject([{ data: { bar } }]);
  });

  it('SH-STORE-11.6 A-16 is effective on the day on which the later of letter and e-mail goes out, and the bar runs from it', () => {
    const late = confirmed();
    late.act('noticeServed', people.otherCase, NOTICE, at('2025-10-27 15:00'));
    const bar = { firstDay: '2025-10-28', lastDay: '2026-10-27' };
    expect(late.state.facts.bar).toMatchObject(bar);
    expect(late.last.notices).toMatchObject([{ template: 'barBegins', to: { party: SUBJECT }, data: bar }]);
    const sameDay = confirmed();
    sameDay.act('noticeServed', people.otherCase, NOTICE, at('2025-10-24 23:59'));
    expect([sameDay.state.facts.bar?.lastDay, sameDay.last.notices]).toEqual(['2026-10-24', []]);
    const without = confirmed('CLEAR_7_VOLUNTARY', {}, { barApplies: false });
    without.act('noticeServed', people.otherCase, NOTICE, at('2025-10-27 15:00'));
    expect([without.state.facts.bar, without.last.notices]).toEqual([null, []]);
    // Counted from 29 February a year ends on 28 February.
    const leap = detected();
    leap.act('confirmGround', people.reviewer, { reason }, at('2028-02-28 10:00'));
    leap.act('countersign', people.manager, {}, at('2028-02-28 11:00'));
    leap.act('noticeServed', people.otherCase, NOTICE, at('2028-02-29 10:00'));
    expect(leap.state.facts.bar).toMatchObject({ firstDay: '2028-03-01', lastDay: '2029-02-28' });
  });

  it('SH-STORE-11.7 asks whether the bar is applied where no fault lies in the grounds, default yes; elsewhere it applies', () => {
    for (const ground of ['CLEAR_6_INCAPACITY', 'CLEAR_7_VOLUNTARY', 'CLEAR_TRIAL_FAILED'] as const) {
      expect(confirmed(ground).state.facts.bar).toMatchObject({ lastDay: '2026-10-24' });
      expect(confirmed(ground, {}, { barApplies: false }).state.facts.bar).toBeNull();
    }
    const refused = () =>
      detected('CLEAR_2_COMPLAINTS').act('confirmGround', people.reviewer, { reason, barApplies: false });
    expect(refused).toThrow(/the bar applies in principle/);
  });

  it('SH-STORE-11.2 is not carried out before letter and e-mail are both out', () => {
    const one = confirmed();
    one.act('recordLetter', people.reviewer, { letter: 'clearanceNotice:1', status: 'DISPATCHED', number: 'XA123' });
    expect(nextOf(one)).toEqual([]);
    expect(() => one.act('delistProducts', people.otherCase, {}, undefined, [])).toThrow(/not open now/);
    one.act('noticeServed', people.otherCase, NOTICE);
    expect(nextOf(one)).toEqual(['takeOffline']);
  });

  it('XC-04.2 the letter is followed until it has arrived, whatever became of the e-mail', () => {
    const one = confirmed();
    one.act('noticeFailed', people.otherCase, { noticeId: 'n-1', template: 'clearanceNotice' });
    const letter = 'clearanceNotice:1';
    one.act('recordLetter', people.reviewer, { letter, status: 'DISPATCHED', number: 'XA123' });
    expect(one.last.writes).toEqual([
      { write: 'letter', data: { key: letter, status: 'DISPATCHED', number: 'XA123' } },
    ]);
    one.act('recordLetter', people.reviewer, { letter, status: 'RETURNED' });
    expect(one.state.tasks.map(({ name }) => name)).toEqual(['sendLetter', 'reachRecipient']);
    one.act('recordLetter', people.reviewer, { letter, status: 'DISPATCHED' });
    one.act('recordLetter', people.reviewer, { letter, status: 'DELIVERED' });
    // The e-mail is another matter: the duty is done in part.
    expect(one.state.tasks.map(({ name }) => name)).toEqual(['reachRecipient']);
    expect(() => one.act('recordLetter', people.reviewer, { letter, status: 'DELIVERED' })).toThrow(/under way: —/);
  });

  it('SH-STORE-11.8 goes offline, tells buyers, delists, seals and bars in this order, each once, and closes only then', () => {
    const one = confirmed();
    const writes: string[] = [];
    const steps: string[] = [];
    const take = (act: () => unknown) => {
      act();
      writes.push(...one.last.writes.map(({ write }) => write));
      steps.push(...nextOf(one));
      expect(one.state.closedAt === null).toBe(one.state.outcome === null);
    };
    take(() => one.act('noticeServed', people.otherCase, NOTICE));
    take(() => one.act('takeOffline', people.otherCase, {}));
    expect(() => one.act('takeOffline', people.otherCase, {})).toThrow(/not open now/);
    take(() => one.act('tellBuyers', people.otherCase, {}, undefined, []));
    take(() => one.act('delistProducts', people.otherCase, {}, undefined, LISTED));
    take(() => one.act('sealRecords', people.otherCase, {}, undefined, { facts: 3, entries: 2, digest: 'abc' }));
    take(() => one.act('imposeBar', people.otherCase, {}));
    expect(writes).toEqual(['takeStoreOffline', 'delistProducts', 'sealRecords', 'bar']);
    expect(steps).toEqual(['takeOffline', 'tellBuyers', 'delistProducts', 'sealRecords', 'imposeBar']);
    expect(one.state.outcome).toBe('CLEARED');
  });

  it('SH-STORE-11.4 names the products that it delists; SH-STORE-11.9 tells the buyers of orders under way', () => {
    const one = confirmed();
    one.act('noticeServed', people.otherCase, NOTICE);
    const orders = ['o-1', 'o-2', 'o-3'].map((orderId, index) => ({ orderId, buyer: `contact:b-${index}` }));
    one.act('takeOffline', people.otherCase, {});
    expect([one.last.notices, nextOf(one)]).toEqual([[], ['tellBuyers']]);
    one.act('tellBuyers', people.otherCase, {}, undefined, orders);
    expect(one.last.lines[0]?.title.zh).toContain('o-1、o-2、o-3');
    expect(one.state.facts.runningOrders).toEqual(['o-1', 'o-2', 'o-3']);
    expect(one.last.notices.map(({ template, to, data }) => [template, to, data['orderId']])).toEqual(
      orders.map(({ orderId, buyer }) => ['buyerTold', { party: buyer, roles: ACTING_ROLES }, orderId]),
    );
    one.act('delistProducts', people.otherCase, {}, undefined, LISTED);
    expect(one.last.lines[0]?.title.zh).toContain('企业诊断、p-2');
  });

  it('SH-STORE-11.6 XC-05.3 says from when to when no application is accepted, and of orders only what is so', () => {
    const one = confirmed();
    one.act('noticeServed', people.otherCase, NOTICE);
    one.act('takeOffline', people.otherCase, {});
    one.act('tellBuyers', people.otherCase, {}, undefined, []);
    expect(one.last.lines[0]?.title.en).toContain('no order was under way');
    one.act('delistProducts', people.otherCase, {}, undefined, []);
    one.act('sealRecords', people.otherCase, {}, undefined, { facts: 3, entries: 2, digest: 'abc' });
    const { firstDay, lastDay } = one.state.facts.bar ?? {};
    one.act('imposeBar', people.otherCase, {});
    const { zh, en } = one.last.lines[0]?.title ?? {};
    for (const day of [firstDay, lastDay]) {
      expect(zh).toContain(dayInWords(day ?? '').zh);
      expect(en).toContain(dayInWords(day ?? '').en);
    }
  });

  it('SH-STORE-10.11 SH-STORE-14.4 one of two confirmed grounds that falls away is told to the store, which stays cleared by the other', () => {
    const one = detected('CLEAR_2_COMPLAINTS');
    one.act('addGround', people.otherCase, found('CLEAR_4_RATING'));
    one.act('confirmGround', people.reviewer, { reason }, at('2025-10-24 10:00'));
    one.act('countersign', people.manager, {}, at('2025-10-24 11:00'));
    carriedOut(one);
    const why = text('有责投诉未达到规定次数', 'too few upheld complaints');
    const fallen = { ground: 'CLEAR_2_COMPLAINTS', originCaseId: 'sup-1', why };
    one.act('withdrawGround', people.otherCase, fallen, at('2025-11-05 10:00'));
    expect(one.state).toMatchObject({ outcome: 'CLEARED', facts: { bar: { lastDay: '2026-10-24' } } });
    const toStore = one.last.notices.filter(({ to }) => 'party' in to && to.party === SUBJECT);
    expect(toStore).toMatchObject([
      {
        template: 'groundFellAway',
        data: { grounds: [{ clause: 'SH-STORE 四.5(2)' }], left: [{ clause: 'SH-STORE 四.5(4)' }] },
      },
    ]);
    one.act('withdrawGround', people.otherCase, { ...fallen, ground: 'CLEAR_4_RATING' }, at('2025-11-06 10:00'));
    expect(one.state.outcome).toBe('REVERSED');
  });

  it('SH-STORE-10.11 what else is found then is kept and changes nothing', () => {
    for (const one of [confirmed(), carriedOut(confirmed())]) {
      const { stage, tasks } = one.state;
      one.act('addGround', people.otherCase, found('CLEAR_3_ZERO_POINTS'));
      expect(one.state).toMatchObject({ stage, tasks });
      expect(one.last.notices).toEqual([]);
    }
  });
});

describe('the time for objections', () => {
  const objecting = (input?: object) => confirmed('CLEAR_2_COMPLAINTS', { 'clearance.objection': true }, input);

  it('SH-STORE-11.11 confirmed on 2025-09-26, the offline step waits until 2025-10-10 24:00', () => {
    const one = new PaperCase<ClearanceFacts>(clearance, found('CLEAR_2_COMPLAINTS'), {
      id: 'clr-1',
      openedAt: at('2025-09-26 09:00'),
      about: 'store:sto-1',
      rules: { ...shStoreValues(), 'clearance.objection': true },
    });
    one.act('confirmGround', people.reviewer, { reason }, at('2025-09-26 10:00'));
    one.act('countersign', people.manager, {}, at('2025-09-26 11:00'));
    expect(one.deadline('objection')).toMatchObject({ lastDay: '2025-10-10' });
    one.act('noticeServed', people.otherCase, NOTICE, at('2025-09-28 10:00'));
    expect(nextOf(one)).toEqual([]);
    one.liveUntil(at('2025-10-11 00:00'));
    expect(nextOf(one)).toEqual(['takeOffline']);
  });

  it('SH-STORE-11.11 XC-04.3 a store that was notified after its time for objections has all of it from that day', () => {
    const one = objecting();
    expect(one.deadline('objection')?.lastDay).toBe('2025-10-31');
    one.liveUntil(at('2025-11-01 00:00'));
    expect([one.deadline('objection')?.dueAt, nextOf(one), one.state.stage]).toEqual([null, [], 'NOTICE_ISSUED']);
    one.act('noticeServed', people.otherCase, NOTICE, at('2025-11-03 10:00'));
    expect(one.deadline('objection')?.lastDay).toBe('2025-11-10');
    expect(one.last.notices).toMatchObject([
      { template: 'barBegins' },
      { template: 'clockRunsAgain', deadlines: [{ lastDay: '2025-11-10' }] },
    ]);
    expect(nextOf(one)).toEqual([]);
    one.liveUntil(at('2025-11-11 00:00'));
    expect(nextOf(one)).toEqual(['takeOffline']);
  });

  it('SH-STORE-11.11 an objection holds the store online until it is decided', () => {
    const one = objecting();
    one.act('noticeServed', people.otherCase, NOTICE);
    one.act('raiseObjection', people.provider, { reason: '两起投诉为同一事由', fileIds: [] });
    expect(one.state.tasks).toContainEqual(expect.objectContaining({ name: 'objectionDecision' }));
    expect(() => one.act('raiseObjection', people.provider, { reason: '再次异议', fileIds: [] })).toThrow(/No time/);
    expect(() => one.act('rejectObjection', people.reviewer2, { reason })).toThrow(Refusal);
    one.act('rejectObjection', people.manager, { reason: '事由不同' });
    expect(nextOf(one)).toEqual(['takeOffline']);
  });

  it('SH-STORE-11.11 an objection that is right undoes the clearance', () => {
    const one = objecting();
    one.act('raiseObjection', people.provider, { reason: '两起投诉为同一事由', fileIds: [] });
    one.act('reverseClearance', people.manager, { reason: '异议成立' });
    expect(one.state).toMatchObject({ outcome: 'REVERSED', tasks: [], deadlines: [] });
  });

  it('SH-STORE-11.11 without the switch there is none', () => {
    const refused = () => confirmed().act('raiseObjection', people.provider, { reason: '异议', fileIds: [] });
    expect(confirmed().blocked('raiseObjection', people.provider, at('2025-10-18 10:00'))).toEqual(['NOT_NOW']);
    expect(refused).toThrow(/No time for objections/);
  });
});

describe('a clearance that is undone', () => {
  it('SH-STORE-11.7 SH-STORE-11.10 restores the store, its products and the cases about it, and lifts the bar', () => {
    const one = carriedOut(confirmed());
    const { bar } = one.state.facts;
    one.act('reverseClearance', people.manager, { reason: '认定有误' });
    expect(one.state.outcome).toBe('REVERSED');
    expect(one.last.writes).toMatchObject([
      { write: 'restoreStore', data: { storeId: 'sto-1', products: ['p-1', 'p-2'] } },
      { write: 'liftBar', data: { id: bar?.id } },
    ]);
    expect(one.last.messagesAbout.map(({ action }) => action)).toEqual(expect.arrayContaining(['clearanceReversed']));
    expect(one.last.notices).toMatchObject([{ template: 'clearanceRevoked', data: { relisted: 2 } }]);
  });

  it('SH-STORE-11.10 leaves a ground that nobody has decided yet to be decided', () => {
    const one = confirmed();
    one.act('addGround', people.otherCase, found('CLEAR_3_ZERO_POINTS'));
    one.act('reverseClearance', people.manager, { reason: '认定有误' });
    expect(one.state).toMatchObject({ stage: 'PENDING_CONFIRMATION', outcome: null });
    one.act('confirmGround', people.reviewer, { reason });
    one.act('countersign', people.manager, {});
    expect(one.last.notices).toMatchObject([{ data: { grounds: [{ clause: 'SH-STORE 四.5(3)' }] } }]);
  });
});

describe('the bar of a clearance', () => {
  const bar = {
    ...{ id: 'bar-clr-1', clause: 'SH-STORE 四.6', firm: false, isLifted: false },
    ...{ firstDay: '2025-11-06', lastDay: '2026-11-05' },
  };
  const shorten = (lastDay: string, changes: object = {}, given: object = {}) => {
    const one = carriedOut(confirmed());
    const input = { barId: bar.id, lastDay, reason: '已消除影响', ...given };
    return one.act('shortenBar', people.manager, input, at('2026-03-02 10:00'), [{ ...bar, ...changes }]);
  };

  it('SH-STORE-11.7 is shortened to a day before its last one, today at the earliest, and the store is told', () => {
    for (const lastDay of ['2026-03-02', '2026-11-04']) {
      const { writes, notices, lines } = shorten(lastDay);
      expect(writes).toMatchObject([{ write: 'shortenBar', data: { id: bar.id, lastDay, byId: 'manager' } }]);
      expect(notices).toMatchObject([{ template: 'barShortened', data: { lastDayBefore: '2026-11-05', lastDay } }]);
      expect(lines.map(({ type }) => type)).toEqual(['BAR_SHORTENED']);
    }
  });

  it.each<[string, string, object, object, string]>([
    ['not later', '2026-11-05', {}, {}, 'INVALID_INPUT'],
    ['not into the past', '2026-03-01', {}, {}, 'INVALID_INPUT'],
    ['not before it begins', '2026-03-10', { firstDay: '2026-03-11' }, {}, 'INVALID_INPUT'],
    ['not once it is over', '2026-02-28', { lastDay: '2026-03-01' }, {}, 'INVALID_INPUT'],
    ['not where it is lifted', '2026-04-30', { isLifted: true }, {}, 'ALREADY_DONE'],
    ['not where it is firm', '2026-04-30', { firm: true }, {}, 'NOT_ALLOWED'],
    ['not that of another case', '2026-04-30', { id: 'bar-2' }, {}, 'NOT_FOUND'],
    ['not without a reason', '2026-04-30', {}, { reason: ' ' }, 'REASON_REQUIRED'],
  ])('SH-STORE-11.7 %s', (_what, lastDay, changes, given, code) => {
    expect(() => shorten(lastDay, changes, given)).toThrow(expect.objectContaining({ code }));
  });
});
