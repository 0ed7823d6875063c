import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, instantOf, type Instant } from '../../../rules/time/index.ts';
import { at, PaperCase, people, setupReading, START, SUBJECT } from '../../../test/support/engine-samples.ts';
import type { ProductFacts } from '../words.ts';
import { storeSetup } from './process.ts';
import type { StoreSetupFacts, StoreSetupOpening } from './contract.ts';

interface Fact {
  readonly at: Instant;
  readonly what: 'DECORATED' | ProductFacts['status'];
  readonly product?: string;
}

/** What the records say of these facts before an instant. */
function reading(facts: readonly Fact[], before: Instant | null) {
  const known = [...facts].sort((a, b) => (a.at < b.at ? -1 : 1)).filter((fact) => before === null || fact.at < before);
  const products = new Map<string, ProductFacts>();
  for (const { at: since, what, product = 'p1' } of known) {
    if (what === 'DECORATED') continue;
    const submittedAt = what === 'IN_REVIEW' ? since : (products.get(product)?.submittedAt ?? since);
    products.set(product, { productId: product, status: what, submittedAt, since });
  }
  const decorationPublishedAt = known.find(({ what }) => what === 'DECORATED')?.at ?? null;
  return setupReading({ asOf: before ?? START, decorationPublishedAt, products: [...products.values()] });
}

/** A set-up approved at an instant, whose facts are told as they happen. */
class SetUp extends PaperCase<StoreSetupFacts> {
  readonly facts: Fact[] = [];

  constructor(approvedAt = START, rules: Record<string, boolean | number> = {}) {
    const opening: StoreSetupOpening = { approvedAt, route: 'STANDARD' };
    super(storeSetup, opening, { id: 'set-1', openedAt: approvedAt, about: 'store:sto-1', rules });
  }

  until(to: string): this {
    this.liveUntil(at(to), (_name, before) => reading(this.facts, before));
    return this;
  }

  /** A fact happens; unless `told` is later, the case hears of it at once. */
  happens(when: string, what: Fact['what'], product = 'p1', told = when): this {
    this.until(when);
    this.facts.push({ at: at(when), what, product });
    this.until(told);
    this.applyFacts(reading(this.facts, null), at(told));
    return this;
  }

  /** A fact that happened earlier becomes known only now. */
  comesOut(told: string, when: string, what: Fact['what']): this {
    this.until(told);
    this.facts.push({ at: at(when), what, product: 'p1' });
    this.applyFacts(reading(this.facts, null), at(told));
    return this;
  }

  opened(kind: string) {
    return this.transitions.flatMap(({ openings, at: when }) =>
      openings.filter((one) => one.kind === kind).map((one) => ({ ...one, when })),
    );
  }
}

describe('the limits of a set-up', () => {
  it.each([
    ['2025-09-26 10:00', '2025-10-10', '2025-10-23'],
    ['2026-02-13 10:00', '2026-02-27', '2026-03-12'],
    ['2025-12-31 10:00', '2026-01-08', '2026-01-22'],
    ['2025-08-01 10:00', '2025-08-08', '2025-08-22'],
    ['2025-09-30 10:00', '2025-10-14', '2025-10-28'],
  ])(
    'SH-STORE-06.1 SH-STORE-06.4 approved %s: five working days to %s, fifteen from the same day to %s',
    (approved, five, fifteen) => {
      const setUp = new SetUp(at(approved));
      expect([setUp.deadline('setup')?.lastDay, setUp.deadline('setupLimit')?.lastDay]).toEqual([five, fifteen]);
    },
  );

  it('SH-STORE-06.8 the opening notice states both dates and both consequences', () => {
    const [notice] = new SetUp(at('2025-12-31 10:00')).last.notices;
    expect(notice?.template).toBe('storeOpened');
    expect(notice?.deadlines.map(({ lastDay, clause }) => [lastDay, clause])).toEqual([
      ['2026-01-08', 'SH-STORE 四.3'],
      ['2026-01-22', 'SH-STORE 四.5(1)'],
    ]);
    expect(notice?.deadlines.every(({ consequence }) => consequence.zh.length > 0)).toBe(true);
  });

  it('SH-STORE-06.1 completion at 23:59 of the last day is in time', () => {
    const setUp = new SetUp().happens('2025-10-09 10:00', 'DECORATED').happens('2025-10-10 23:59', 'LISTED');
    expect(setUp.state).toMatchObject({ outcome: 'SETUP_DONE', facts: { doneAt: at('2025-10-10 23:59') } });
    expect(setUp.last.notices[0]?.data).toMatchObject({ inTime: true });
    expect(setUp.opened('rectification')).toEqual([]);
  });

  it('SH-STORE-06.1 so is one that the case hears of only after the limit', () => {
    const setUp = new SetUp().happens('2025-10-09 10:00', 'DECORATED');
    setUp.facts.push({ at: at('2025-10-10 23:59'), what: 'LISTED' });
    setUp.until('2025-10-11 00:00');
    expect(setUp.state.outcome).toBe('SETUP_DONE');
    expect(setUp.last.notices[0]?.data).toMatchObject({ inTime: true });
  });

  it('SH-STORE-06.2 SH-STORE-09.1 not done at 24:00 of the fifth working day opens a rectification, not a minute earlier', () => {
    const setUp = new SetUp().until('2025-10-10 23:59');
    expect(setUp.opened('rectification')).toEqual([]);
    setUp.until('2025-10-11 00:00');
    expect(setUp.opened('rectification')).toEqual([
      expect.objectContaining({
        id: 'rec-1',
        when: at('2025-10-11 00:00'),
        about: 'store:sto-1',
      }),
    ]);
    expect(setUp.state.stage).toBe('SETUP_LATE_RECTIFICATION');
  });

  it('SH-STORE-06.3 SH-STORE-10.1 XC-05.2 still not done after the fifteenth opens a clearance that a person decides', () => {
    const setUp = new SetUp().until('2025-10-23 23:59');
    expect(setUp.opened('clearance')).toEqual([]);
    setUp.until('2025-10-24 00:00');
    expect(setUp.opened('clearance')).toEqual([
      expect.objectContaining({ when: at('2025-10-24 00:00'), stage: 'PENDING_CONFIRMATION' }),
    ]);
    expect(setUp.state).toMatchObject({ stage: 'SETUP_CLEARANCE_PENDING', closedAt: null });
  });

  it('XC-05.2 a confirmed clearance ends set-up and rectification; a dismissed one lets both go on', () => {
    const cleared = new SetUp().until('2025-10-24 00:00');
    const told = { clearanceCaseId: 'clr-1', grounds: ['CLEAR_1_SETUP'] };
    cleared.act('storeCleared', people.otherCase, told, at('2025-10-27 10:00'));
    expect(cleared.state).toMatchObject({ outcome: 'SETUP_CLEARED' });

    const dismissed = new SetUp().until('2025-10-24 00:00');
    const nothingYet = reading([], null);
    const ground = { clearanceCaseId: 'clr-1', ground: 'CLEAR_1_SETUP' };
    dismissed.act('clearanceDismissed', people.otherCase, ground, at('2025-10-27 10:00'), nothingYet);
    expect(dismissed.state).toMatchObject({ stage: 'SETUP_LATE_RECTIFICATION', outcome: null });
    expect(dismissed.last.childrenMessages).toMatchObject([{ kind: 'rectification', action: 'returnToCorrection' }]);
    dismissed.happens('2025-10-28 10:00', 'DECORATED').happens('2025-10-28 11:00', 'LISTED');
    expect(dismissed.state.outcome).toBe('SETUP_DONE');
    expect(dismissed.last.childrenMessages).toMatchObject([{ kind: 'rectification', action: 'submitCorrection' }]);
  });

  it('SH-STORE-11.10 ended by a clearance on another ground, it goes on where it was if that is undone, its clocks having stood still', () => {
    const setUp = new SetUp().until('2025-09-29 12:00');
    const told = { clearanceCaseId: 'clr-1', grounds: ['CLEAR_8_VIOLATION'] };
    setUp.act('storeCleared', people.otherCase, told, at('2025-09-29 12:00'));
    expect(setUp.state).toMatchObject({ outcome: 'STORE_CLEARED', deadlines: [], tasks: [] });
    setUp.until('2025-12-01 00:00');
    expect(setUp.opened('rectification')).toEqual([]);
    const undone = { clearanceCaseId: 'clr-1' };
    setUp.act('clearanceReversed', people.otherCase, undone, at('2025-12-01 10:00'), reading(setUp.facts, null));
    expect(setUp.state).toMatchObject({ stage: 'SETUP_OPEN', outcome: null });
    // Of five working days 28 and 29 September are used; the day on which it goes on is not counted.
    expect(setUp.deadline('setup')).toMatchObject({ lastDay: '2025-12-04' });
    setUp.until('2025-12-04 23:59');
    expect(setUp.opened('rectification')).toEqual([]);
    setUp.until('2025-12-05 00:00');
    expect(setUp.opened('rectification')).toHaveLength(1);
  });

  it('XC-05.2 what was done while a person was deciding is seen when the ground is dismissed', () => {
    const setUp = new SetUp().until('2025-10-24 00:00');
    setUp.happens('2025-10-24 09:00', 'DECORATED').happens('2025-10-24 10:00', 'LISTED');
    expect(setUp.state.stage).toBe('SETUP_CLEARANCE_PENDING');
    const ground = { clearanceCaseId: 'clr-1', ground: 'CLEAR_1_SETUP' };
    setUp.act('clearanceDismissed', people.otherCase, ground, at('2025-10-27 10:00'), reading(setUp.facts, null));
    expect(setUp.state.outcome).toBe('SETUP_DONE');
    expect(setUp.last.childrenMessages.map(({ action }) => action)).toEqual(['returnToCorrection', 'submitCorrection']);
  });

  it('XC-05.2 where detection is switched off the limit passes and nothing is opened', () => {
    const setUp = new SetUp(START, { 'clearance.detect.setup': false }).until('2025-10-31 00:00');
    expect(setUp.opened('clearance')).toEqual([]);
    expect(setUp.state.stage).toBe('SETUP_LATE_RECTIFICATION');
  });

  it('SH-STORE-06.1 done in time and reported late, the rectification is withdrawn and the mail does not call it late', () => {
    const setUp = new SetUp()
      .happens('2025-10-10 10:00', 'DECORATED')
      .comesOut('2025-10-13 09:00', '2025-10-10 23:00', 'LISTED');
    expect(setUp.opened('rectification')).toHaveLength(1);
    expect(setUp.state.outcome).toBe('SETUP_DONE');
    expect(setUp.last.messages).toMatchObject([
      { to: 'rec-1', action: 'clockFollowed', input: { deadline: 'correction', status: 'MET' } },
    ]);
    expect(setUp.last.childrenMessages).toMatchObject([{ kind: 'rectification', action: 'withdrawRectification' }]);
    expect(setUp.last.notices[0]?.data).toMatchObject({ inTime: true });
  });

  it('SH-STORE-06.3 done before the limit and reported after it, the clearance has no ground; done after it, it has', () => {
    const told = '2025-10-27 09:00';
    const before = new SetUp().happens('2025-10-23 10:00', 'DECORATED').comesOut(told, '2025-10-23 23:00', 'LISTED');
    expect(before.state.outcome).toBe('SETUP_DONE');
    expect(before.last.messagesAbout).toMatchObject([
      { kind: 'clearance', action: 'withdrawGround', input: { originCaseId: 'set-1' } },
    ]);
    expect(before.last.childrenMessages).toMatchObject([{ kind: 'rectification', action: 'submitCorrection' }]);
    const after = new SetUp().happens('2025-10-23 10:00', 'DECORATED').comesOut(told, '2025-10-24 01:00', 'LISTED');
    expect(after.state).toMatchObject({ stage: 'SETUP_CLEARANCE_PENDING', outcome: null });
  });

  it('SH-STORE-06.1 what was done in time and is only read when the time is over is met, not passed', () => {
    const setUp = new SetUp().happens('2025-10-10 10:00', 'DECORATED');
    setUp.facts.push({ at: at('2025-10-10 23:00'), what: 'LISTED', product: 'p1' });
    setUp.until('2025-10-11 00:00');
    expect(setUp.state.outcome).toBe('SETUP_DONE');
    expect(setUp.told).toContain('DEADLINE_MET');
    expect(setUp.told).not.toContain('DEADLINE_PASSED');
  });

  it('SH-STORE-06.5 a product that is only a draft does not count', () => {
    const setUp = new SetUp().happens('2025-10-09 10:00', 'DECORATED').until('2025-10-11 00:00');
    expect(setUp.opened('rectification')).toHaveLength(1);
  });

  it('SH-STORE-06.7 completion on the ninth working day ends the clock and hands the rectification in', () => {
    const setUp = new SetUp()
      .until('2025-10-11 00:00')
      .happens('2025-10-14 10:00', 'DECORATED')
      .happens('2025-10-15 10:00', 'LISTED');
    expect(setUp.last.messages).toMatchObject([
      { to: 'rec-1', action: 'clockFollowed', input: { deadline: 'correction', status: 'MET' } },
    ]);
    const handedIn = {
      kind: 'rectification',
      action: 'submitCorrection',
      input: { correctedAt: at('2025-10-15 10:00') },
    };
    expect(setUp.last.childrenMessages).toMatchObject([handedIn]);
    expect(setUp.last.notices[0]?.data).toMatchObject({ inTime: false });
    setUp.until('2025-12-31 00:00');
    expect(setUp.opened('clearance')).toEqual([]);
    expect(setUp.state.outcome).toBe('SETUP_DONE');
  });

  it('XC-03.3 set up on 29 September, no reminder is sent any more', () => {
    const setUp = new SetUp()
      .happens('2025-09-28 10:00', 'DECORATED')
      .happens('2025-09-29 10:00', 'LISTED')
      .until('2025-12-31 00:00');
    expect(setUp.noticed).toEqual(['storeOpened', 'setupDone']);
  });

  it('XC-03.1 SH-STORE-06.8 reminds on 30 September and 10 October, and of the limit on the 16th, 21st and 23rd', () => {
    const setUp = new SetUp();
    const reminded = setUp
      .until('2025-10-23 23:59')
      .transitions.filter(({ notices }) => notices.some(({ template }) => template === 'deadlineReminder'))
      .map(({ at: when }) => when);
    expect(reminded).toEqual(
      ['2025-09-30 09:00', '2025-10-10 09:00', '2025-10-16 09:00', '2025-10-21 09:00', '2025-10-23 09:00'].map(at),
    );
  });
});

describe('a product that awaits the platform’s own review', () => {
  it('XC-06.2 SH-STORE-06.5 a set-up under another number of products tells the store the old and the new one', () => {
    const setup = new SetUp(at('2025-09-26 15:00'));
    const values = { ...setup.state.rules, 'setup.products': 2 };
    setup.act('adoptRules', people.manager, { reason: '要求调整' }, at('2025-09-28 10:00'), { version: 2, values });
    expect(setup.last.notices).toMatchObject([
      {
        template: 'valuesChanged',
        to: { party: SUBJECT },
        data: {
          changes: [{ zh: '开店须上架的产品数：由 1 改为 2', en: expect.stringContaining('from 1') }],
          reason: '要求调整',
        },
      },
    ]);
  });

  it('SH-STORE-06.6 XC-02.3 tells the store that its clock has stopped, and until when it runs again', () => {
    const setup = new SetUp(at('2025-09-26 15:00'))
      .happens('2025-09-28 09:00', 'DECORATED')
      .happens('2025-09-28 10:00', 'IN_REVIEW');
    expect(setup.last.notices).toMatchObject([
      {
        template: 'clockStopped',
        to: { party: SUBJECT },
        data: { clocks: ['setup', 'setupLimit'], since: at('2025-09-28 10:00'), why: { zh: '产品待平台审核' } },
      },
    ]);
    setup.happens('2025-10-11 10:00', 'RETURNED');
    const { notices } = setup.last;
    expect(notices).toMatchObject([
      {
        template: 'clockRunsAgain',
        data: { stoodFrom: at('2025-09-28 10:00'), stoodTo: at('2025-10-11 10:00') },
        deadlines: [
          { name: 'setup', lastDay: setup.deadline('setup')?.lastDay },
          { name: 'setupLimit', lastDay: setup.deadline('setupLimit')?.lastDay },
        ],
      },
    ]);
  });

  it('SH-STORE-06.6 handed in on the last evening and approved the next morning: in time, no rectification', () => {
    const setUp = new SetUp().happens('2025-10-09 10:00', 'DECORATED').happens('2025-10-10 20:00', 'IN_REVIEW');
    expect(setUp.state.stage).toBe('SETUP_AWAITING_REVIEW');
    expect(setUp.state.deadlines.map(({ dueAt }) => dueAt)).toEqual([null, null]);
    setUp.happens('2025-10-11 10:00', 'LISTED');
    expect(setUp.state).toMatchObject({ outcome: 'SETUP_DONE', facts: { doneAt: at('2025-10-10 20:00') } });
    expect(setUp.last.notices[0]?.data).toMatchObject({ inTime: true });
    expect(setUp.opened('rectification')).toEqual([]);
  });

  it('SH-STORE-06.6 returned with days left: the rest of the five days runs from the next day', () => {
    // 28 and 29 September are used up; 30 September and 9 October are not counted; 10, 11 and 13 October are left.
    const setUp = new SetUp()
      .happens('2025-09-28 10:00', 'DECORATED')
      .happens('2025-09-29 20:00', 'IN_REVIEW')
      .happens('2025-10-09 10:00', 'RETURNED');
    expect(setUp.state.stage).toBe('SETUP_OPEN');
    expect([setUp.deadline('setup')?.lastDay, setUp.deadline('setupLimit')?.lastDay]).toEqual([
      '2025-10-13',
      '2025-10-27',
    ]);
    expect(setUp.until('2025-10-13 23:59').opened('rectification')).toEqual([]);
    expect(setUp.until('2025-10-14 00:00').opened('rectification')).toHaveLength(1);
  });

  it('SH-STORE-06.6 returned with no day left: late from that moment', () => {
    const setUp = new SetUp()
      .happens('2025-10-09 10:00', 'DECORATED')
      .happens('2025-10-10 20:00', 'IN_REVIEW')
      .happens('2025-10-11 10:00', 'RETURNED');
    setUp.until('2025-10-11 10:00');
    expect(setUp.opened('rectification')).toEqual([expect.objectContaining({ when: at('2025-10-11 10:00') })]);
    expect(setUp.deadline('setupLimit')?.lastDay).toBe('2025-10-24');
  });

  it('SH-STORE-06.6 handed in again after a return: the clock rests again', () => {
    const setUp = new SetUp()
      .happens('2025-09-28 10:00', 'DECORATED')
      .happens('2025-09-28 20:00', 'IN_REVIEW')
      .happens('2025-09-29 10:00', 'RETURNED')
      .happens('2025-09-30 10:00', 'IN_REVIEW');
    expect(setUp.deadline('setup')?.pauses.map(({ from, to }) => [from, to])).toEqual([
      [at('2025-09-28 20:00'), at('2025-09-29 10:00')],
      [at('2025-09-30 10:00'), null],
    ]);
    expect(setUp.happens('2025-10-20 10:00', 'LISTED').state.facts.doneAt).toBe(at('2025-09-30 10:00'));
  });

  it('SH-STORE-06.6 taken down instead of returned: the clock goes on from then, an older return notwithstanding', () => {
    const setUp = new SetUp()
      .happens('2025-09-27 09:00', 'IN_REVIEW', 'p1')
      .happens('2025-09-27 10:00', 'RETURNED', 'p1')
      .happens('2025-09-28 10:00', 'DECORATED')
      .happens('2025-09-29 09:00', 'IN_REVIEW', 'p2')
      .happens('2025-09-30 09:30', 'DELISTED', 'p2');
    expect(setUp.deadline('setup')?.pauses).toEqual([
      expect.objectContaining({ from: at('2025-09-29 09:00'), to: at('2025-09-30 09:30') }),
    ]);
    expect(setUp.deadline('setup')?.lastDay).toBe('2025-10-11');
  });

  it('SH-STORE-06.6 XC-05.6 handed in in time while the workers were down: the clock rests, no rectification', () => {
    const setUp = new SetUp().happens('2025-10-09 10:00', 'DECORATED').until('2025-10-10 09:00');
    setUp.facts.push({ at: at('2025-10-10 20:00'), what: 'IN_REVIEW' });
    setUp.until('2025-10-11 00:00');
    expect(setUp.opened('rectification')).toEqual([]);
    expect(setUp.state.stage).toBe('SETUP_AWAITING_REVIEW');
    setUp.happens('2025-10-11 11:00', 'RETURNED').until('2025-10-11 11:00');
    expect(setUp.opened('rectification')).toEqual([expect.objectContaining({ when: at('2025-10-11 11:00') })]);
  });

  it('SH-STORE-06.6 with the switch off the clock does not rest', () => {
    const setUp = new SetUp(START, { 'setup.suspendWhileInReview': false })
      .happens('2025-10-09 10:00', 'DECORATED')
      .happens('2025-10-10 20:00', 'IN_REVIEW')
      .until('2025-10-11 00:00');
    expect(setUp.opened('rectification')).toHaveLength(1);
  });

  it('SH-STORE-06.6 rests the last limit, too, when the store is late already', () => {
    const setUp = new SetUp()
      .happens('2025-10-09 10:00', 'DECORATED')
      .until('2025-10-11 00:00')
      .happens('2025-10-22 10:00', 'IN_REVIEW')
      .until('2025-11-30 00:00');
    expect(setUp.state.stage).toBe('SETUP_LATE_RECTIFICATION');
    expect(setUp.opened('clearance')).toEqual([]);
    const { messages, childrenMessages } = setUp.happens('2025-12-01 10:00', 'LISTED').last;
    expect(messages).toMatchObject([{ action: 'clockFollowed' }]);
    expect(childrenMessages).toMatchObject([{ action: 'submitCorrection' }]);
  });
});

const fact = fc.record({
  hours: fc.integer({ min: 1, max: 90 }),
  late: fc.integer({ min: 0, max: 60 }),
  what: fc.constantFrom<Fact['what']>('DECORATED', 'IN_REVIEW', 'LISTED', 'RETURNED', 'DELISTED'),
  product: fc.constantFrom('p1', 'p2'),
});

describe('any course a set-up takes', () => {
  it('SH-STORE-06.2 SH-STORE-06.3 opens at most one rectification and one clearance, and ends done or with a clearance ahead', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
        const setUp = new SetUp();
        let now = epochMs(START);
        for (const { hours, late, what, product } of facts) {
          const when = instantOf(now + hours * 3_600_000);
          now += (hours + late) * 3_600_000;
          if (setUp.state.closedAt !== null) break;
          setUp.facts.push({ at: when, what, product });
          setUp.liveUntil(instantOf(now), (_name, before) => reading(setUp.facts, before));
          setUp.applyFacts(reading(setUp.facts, null), instantOf(now));
        }
        setUp.until('2026-12-31 00:00');
        expect(setUp.opened('rectification').length).toBeLessThanOrEqual(1);
        expect(setUp.opened('clearance').length).toBeLessThanOrEqual(1);
        const { outcome, facts: remembered, deadlines } = setUp.state;
        const rests = deadlines.length > 0 && deadlines.every(({ dueAt }) => dueAt === null);
        expect(outcome === 'SETUP_DONE' || remembered.detected || rests).toBe(true);
        expect(outcome === 'SETUP_DONE').toBe(remembered.doneAt !== null);
      }),
      { numRuns: 300 },
    );
  });
});
