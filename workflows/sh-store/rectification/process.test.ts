import { shStoreValues, type ShStoreValues } from '../../../rules/sh-store/config.ts';
import { text } from '../../../rules/text.ts';
import { describe, expect, it } from 'vitest';
import { at, PaperCase, people, SUBJECT } from '../../../test/support/engine-samples.ts';
import type { LateSetUp, RectificationFacts, RectificationOpening } from './contract.ts';
import { rectification } from './process.ts';

const clock = {
  period: { unit: 'workingDays', n: 15, rule: 'setup.limitDays' },
  startedAt: at('2025-09-26 10:00'),
  pauses: [],
} as const;

const opening: LateSetUp = {
  ground: 'RECT_LATE_SETUP',
  originCaseId: 'set-1',
  approvedAt: at('2025-09-26 10:00'),
  asOf: at('2025-10-11 00:00'),
  decorationPublishedAt: null,
  listedProducts: 0,
};

function late(changes: Partial<LateSetUp> = {}, rules: Partial<ShStoreValues> = {}) {
  return new PaperCase<RectificationFacts>(
    rectification,
    { ...opening, ...changes, following: { correction: clock } },
    {
      id: 'rec-1',
      openedAt: at('2025-10-11 00:00'),
      about: 'store:sto-1',
      rules: { ...shStoreValues(), ...rules },
    },
  );
}

/** The values that the store is told of when a manager has the case come under a version with these (XC-06.2). */
function toldUnder(one: PaperCase<RectificationFacts>, changes: Partial<ShStoreValues>): unknown {
  const newest = { version: 2, values: { ...one.state.rules, ...changes } };
  one.act('adoptRules', people.manager, { reason: '要求调整' }, at('2025-10-12 10:00'), newest);
  return one.last.notices.map(({ template, to, data }) => ({ template, to, changes: data['changes'] }));
}

/** What the notice of the opening says holds meanwhile. */
function effectsOf(one: PaperCase<RectificationFacts>): string[] {
  return (one.last.notices[0]?.data['effects'] as { zh: string }[]).map(({ zh }) => zh);
}

describe('the rectification of a late set-up', () => {
  it('SH-STORE-09.3 SH-STORE-09.4 names its ground and runs to the end of the fifteenth working day from the approval', () => {
    const [notice] = late().last.notices;
    expect(notice?.template).toBe('rectificationOpened');
    expect(notice?.deadlines.map(({ name, lastDay, dueAt }) => [name, lastDay, dueAt])).toEqual([
      ['correction', '2025-10-23', at('2025-10-24 00:00')],
    ]);
  });

  it.each([
    [{}, ['发布店铺装修', '还须有 1 个产品审核通过并上架'], ['店铺装修未发布', '已上架产品 0 个，要求至少 1 个']],
    [{ listedProducts: 1 }, ['发布店铺装修'], ['店铺装修未发布', '已上架产品 1 个，要求至少 1 个']],
    [
      { decorationPublishedAt: at('2025-10-09 10:00') },
      ['还须有 1 个产品审核通过并上架'],
      ['店铺装修已于2025年10月9日发布', '已上架产品 0 个，要求至少 1 个'],
    ],
  ])('SH-STORE-09.3 lists as to be corrected only what is not done yet: %j', (done, corrections, facts) => {
    const [notice] = late(done).last.notices;
    const { data } = notice as unknown as { data: Record<'corrections' | 'facts', { zh: string }[]> };
    expect(data.corrections.map(({ zh }) => zh)).toEqual(corrections);
    expect(data.facts.map(({ zh }) => zh)).toEqual([
      '店铺于2025年9月26日通过开店审核；以下为截至2025年10月10日 24:00的情况',
      ...facts,
    ]);
  });

  it('XC-06.2 SH-STORE-09.3 tells the store in one notice of the products and the restriction that newer rules set otherwise', () => {
    expect(toldUnder(late(), { 'setup.products': 2, 'rectification.noNewProducts': false })).toMatchObject([
      {
        template: 'valuesChanged',
        to: { party: SUBJECT },
        changes: [
          { zh: '整顿期间不得上新：由 开 改为 关', en: expect.stringContaining('from on to off') },
          { zh: '开店须上架的产品数：由 1 改为 2', en: expect.stringContaining('from 1 to 2') },
        ],
      },
    ]);
    expect(toldUnder(late(), { 'trial.orders': 120 })).toEqual([]);
  });

  it('SH-STORE-09.5 names what holds meanwhile, and no restriction that the rules do not make', () => {
    expect(effectsOf(late())).toEqual(['除首次上架外不得上新', '平台不作推广和推荐', '已有订单照常履行']);
    expect(effectsOf(late({}, { 'rectification.noNewProducts': false }))).toEqual([
      '平台不作推广和推荐',
      '已有订单照常履行',
    ]);
  });

  it('SH-STORE-09.6 corrected in time it goes to a reviewer, who releases it', () => {
    const one = late();
    one.act('submitCorrection', people.otherCase, { correctedAt: at('2025-10-15 10:00') }, at('2025-10-15 10:00'));
    expect(one.state).toMatchObject({ stage: 'SUBMITTED_FOR_CHECK', deadlines: [] });
    expect(one.liveUntil(at('2026-01-01 00:00'))).toEqual([]);
    one.act('releaseRectification', people.reviewer, {}, at('2025-10-16 10:00'));
    expect([one.state.outcome, one.last.notices[0]?.template]).toEqual(['RELEASED', 'rectificationReleased']);
  });

  it('SH-STORE-09.7 XC-05.2 uncorrected it waits for the clearance that the limit opens, and ends when that is confirmed', () => {
    const one = late();
    one.act(
      'clockFollowed',
      people.otherCase,
      { deadline: 'correction', status: 'PASSED', clock },
      at('2025-10-24 00:00'),
    );
    expect(one.state).toMatchObject({ outcome: null, deadlines: [] });
    one.act('escalateToClearance', people.otherCase, {}, at('2025-10-24 00:00'));
    expect(one.state).toMatchObject({ stage: 'ESCALATED_TO_CLEARANCE', outcome: null, closedAt: null });
    expect(one.last.openings).toEqual([]);
    const cleared = { clearanceCaseId: 'clr-1', grounds: ['CLEAR_1_SETUP'] };
    one.act('storeCleared', people.otherCase, cleared, at('2025-10-27 10:00'));
    expect(one.state).toMatchObject({ outcome: 'ESCALATED_TO_CLEARANCE', closedAt: at('2025-10-27 10:00') });
  });

  it('XC-05.2 goes on when the clearance is dismissed', () => {
    const one = late();
    one.act(
      'clockFollowed',
      people.otherCase,
      { deadline: 'correction', status: 'PASSED', clock },
      at('2025-10-24 00:00'),
    );
    one.act('escalateToClearance', people.otherCase, {}, at('2025-10-24 00:00'));
    one.act('returnToCorrection', people.otherCase, {}, at('2025-10-27 10:00'));
    one.act('submitCorrection', people.otherCase, { correctedAt: at('2025-10-28 10:00') }, at('2025-10-28 10:00'));
    expect(one.state).toMatchObject({ stage: 'SUBMITTED_FOR_CHECK', outcome: null });
  });

  it('SH-STORE-06.1 is withdrawn, and the store told so, when it comes out that all was done in time', () => {
    const one = late();
    one.act('withdrawRectification', people.otherCase, { doneAt: at('2025-10-10 23:00') }, at('2025-10-13 10:00'));
    expect(one.state.outcome).toBe('WITHDRAWN');
    expect(one.last.notices).toMatchObject([
      {
        template: 'rectificationWithdrawn',
        data: { doneAt: at('2025-10-10 23:00'), withdrawnAt: at('2025-10-13 10:00') },
      },
    ]);
  });

  it('SH-STORE-06.7 takes a correction that was made in time and reported after the limit', () => {
    const one = late();
    one.act(
      'clockFollowed',
      people.otherCase,
      { deadline: 'correction', status: 'PASSED', clock },
      at('2025-10-24 00:00'),
    );
    one.act('submitCorrection', people.otherCase, { correctedAt: at('2025-10-23 23:50') }, at('2025-10-24 00:01'));
    expect(one.state).toMatchObject({ stage: 'SUBMITTED_FOR_CHECK', outcome: null });
  });

  it('SH-STORE-06.6 has the last day of the set-up, however long that rested before and rests again', () => {
    const rested = {
      from: at('2025-10-10 20:00'),
      to: at('2025-10-11 10:00'),
      cause: text('a product awaits review', 'a product awaits review'),
    };
    const one = new PaperCase(
      rectification,
      { ...opening, following: { correction: { ...clock, pauses: [rested] } } },
      { id: 'rec-1', openedAt: at('2025-10-11 10:00'), about: 'store:sto-1' },
    );
    expect(one.last.notices[0]?.deadlines[0]?.lastDay).toBe('2025-10-24');
    const follow = (status: string, pauses: readonly unknown[], when: string) =>
      one.act(
        'clockFollowed',
        people.otherCase,
        { deadline: 'correction', status, clock: { ...clock, pauses } },
        at(when),
      );
    const open = { from: at('2025-10-24 15:00'), to: null, cause: rested.cause };
    follow('PAUSED', [rested, open], '2025-10-24 15:00');
    expect(one.deadline('correction')?.dueAt).toBeNull();
    expect(one.liveUntil(at('2025-10-28 10:00'))).toEqual([]);
    // The last day had begun when the clock stopped: exceeded from the moment it runs again, as the set-up finds.
    follow('OPEN', [rested, { ...open, to: at('2025-10-28 10:00') }], '2025-10-28 10:00');
    expect(one.deadline('correction')?.dueAt).toBe(at('2025-10-28 10:00'));
    follow('PASSED', [rested, { ...open, to: at('2025-10-28 10:00') }], '2025-10-28 10:00');
    expect(one.state).toMatchObject({ stage: 'NOTIFIED', deadlines: [] });
    expect(one.told.filter((type) => type.startsWith('DEADLINE_'))).toEqual([
      'DEADLINE_SET',
      'DEADLINE_PAUSED',
      'DEADLINE_RESUMED',
      'DEADLINE_PASSED',
    ]);
  });

  it('does not remind: the set-up case reminds of the same day', () => {
    expect(late().deadline('correction')?.rungs).toEqual([]);
  });
});

const refusal: RectificationOpening = {
  ground: 'RECT_CONTENT_REFUSAL',
  originCaseId: 'prd-1',
  products: [{ productId: 'p-1', name: '代理记账', caseId: 'prd-1' }],
  facts: [text('虚假宣传', 'false advertising')],
  corrections: [text('修改产品', 'revise the product')],
};
const evidence = { explanation: '已删除有关表述', fileIds: ['f-1'] };
const why = { reason: '页面仍有“全国第一”' };

/** Ground (b), opened on Fri 2025-09-26 before the long holiday. */
function content(rules: Record<string, number | boolean> = {}) {
  return new PaperCase<RectificationFacts>(rectification, refusal, {
    id: 'rec-1',
    openedAt: at('2025-09-26 10:00'),
    about: 'store:sto-1',
    parties: { provider: [SUBJECT] },
    rules,
  });
}

function overdue() {
  const one = content();
  one.liveUntil(at('2025-10-17 00:00'));
  return one;
}

describe('the rectification of content', () => {
  it('SH-STORE-09.2 SH-STORE-09.4 opened 2025-09-26 it runs ten working days, to 2025-10-16', () => {
    const one = content();
    expect(one.deadline('contentCorrection')).toMatchObject({
      lastDay: '2025-10-16',
      dueAt: at('2025-10-17 00:00'),
      rungs: [{ key: expect.any(String) }, { key: expect.any(String) }, { key: expect.any(String) }],
    });
    expect(content({ 'rectification.contentDays': 5 }).deadline('contentCorrection')?.lastDay).toBe('2025-10-10');
  });

  it('SH-STORE-09.3 SH-STORE-09.5 names ground, what is to be corrected, the limit and what holds meanwhile', () => {
    const [notice] = content().last.notices;
    expect(notice).toMatchObject({
      template: 'rectificationOpened',
      data: { clause: 'SH-STORE 四.4', corrections: [{ zh: '修改产品' }], handIn: true },
      deadlines: [{ name: 'contentCorrection', lastDay: '2025-10-16' }],
    });
    expect(effectsOf(content())).toContain('不得提交与改正无关的新产品');
    expect(effectsOf(content({ 'rectification.noNewProducts': false }))).toEqual([
      '平台不作推广和推荐',
      '已有订单照常履行',
    ]);
  });

  it('XC-06.2 SH-STORE-09.5 tells the store of the restriction that newer rules lift, and of no products of a set-up', () => {
    expect(toldUnder(content(), { 'setup.products': 2, 'rectification.noNewProducts': false })).toMatchObject([
      { template: 'valuesChanged', changes: [{ zh: '整顿期间不得上新：由 开 改为 关' }] },
    ]);
  });

  it('SH-STORE-09.6 is released by a reviewer on the evidence that the store hands in, and by nobody before', () => {
    const one = content();
    expect(() => one.act('releaseRectification', people.reviewer, {}, at('2025-09-28 10:00'))).toThrow();
    one.act('handInCorrection', people.provider, evidence, at('2025-09-28 10:00'));
    expect(one.state).toMatchObject({ stage: 'SUBMITTED_FOR_CHECK', tasks: [{ name: 'rectificationCheck' }] });
    for (const who of [people.provider, people.manager, people.reviewerElsewhere])
      expect(() => one.act('releaseRectification', who, {}, at('2025-09-29 10:00'))).toThrow();
    one.act('releaseRectification', people.reviewer, { reason: '属实' }, at('2025-09-29 10:00'));
    expect(one.state).toMatchObject({ outcome: 'RELEASED', deadlines: [], tasks: [] });
    expect(one.last.lines[0]?.clause).toBe('SH-STORE 四.4');
    expect(one.noticed.at(-1)).toBe('rectificationReleased');
  });

  it('SH-STORE-09.6 goes on when it is sent back, and the time of the check is not the store’s', () => {
    const one = content();
    one.act('handInCorrection', people.provider, evidence, at('2025-09-28 10:00'));
    expect(one.deadline('contentCorrection')).toMatchObject({ dueAt: null });
    expect(one.liveUntil(at('2025-11-03 10:00'))).toEqual([]);
    one.act('sendBackCorrection', people.reviewer, why, at('2025-11-03 10:00'));
    expect(one.state).toMatchObject({ stage: 'UNDER_CORRECTION', tasks: [] });
    // Of ten working days one had begun when the clock stopped: nine are left.
    expect(one.deadline('contentCorrection')).toMatchObject({ lastDay: '2025-11-14' });
    expect(one.noticed).toContain('correctionSentBack');
    one.act('handInCorrection', people.provider, evidence, at('2025-11-04 10:00'));
    one.act('releaseRectification', people.reviewer, {}, at('2025-11-05 10:00'));
    expect(one.state.outcome).toBe('RELEASED');
  });

  it('SH-STORE-09.7 uncorrected at 2025-10-17 00:00 it is a task of a manager, and no clearance opens of itself', () => {
    const one = content();
    one.liveUntil(at('2025-10-16 23:59'));
    expect(one.tasks).toEqual([]);
    expect(() => one.act('extendRectification', people.manager, { until: '2025-11-03', reason: 'x' })).toThrow(
      'has not run out',
    );
    one.liveUntil(at('2025-10-17 00:00'));
    expect(one.tasks).toEqual(['overdueRectification']);
    expect(one.state).toMatchObject({ stage: 'NOTIFIED', outcome: null });
    expect(one.last.openings).toEqual([]);
  });

  it('SH-STORE-09.7 a manager extends it to a day with a reason; the day must lie ahead', () => {
    const one = overdue();
    const extend = (until: string) =>
      one.act('extendRectification', people.manager, { until, reason: '授权书补办中' }, at('2025-10-17 10:00'));
    expect(() => extend('2025-10-17')).toThrow('must be after today');
    extend('2025-10-31');
    expect(one.deadline('contentCorrection')).toMatchObject({ lastDay: '2025-10-31' });
    expect(one.last.notices).toMatchObject([{ template: 'rectificationExtended' }]);
    one.liveUntil(at('2025-11-01 00:00'));
    expect(one.tasks).toEqual(['overdueRectification']);
    expect(() => one.act('extendRectification', people.reviewer, { until: '2025-11-20', reason: 'x' })).toThrow();
  });

  it('SH-STORE-09.7 SH-STORE-10.10 a manager puts it to clearance under 四.5(8), saying what makes it malicious', () => {
    const one = overdue();
    const input = { conduct: 'FALSE_ADVERTISING', reason: '多次要求仍未改正' };
    one.act('openClearance', people.manager, input, at('2025-10-17 10:00'));
    expect(one.state).toMatchObject({ stage: 'ESCALATED_TO_CLEARANCE', outcome: null, tasks: [] });
    expect(one.last.openings).toMatchObject([
      {
        kind: 'clearance',
        joins: true,
        about: 'store:sto-1',
        opening: { ground: 'CLEAR_8_VIOLATION', origin: 'rectification', originCaseId: 'rec-1' },
      },
    ]);
    expect(JSON.stringify(one.last.openings)).toContain('恶意虚假宣传');
  });

  it('XC-05.2 goes on when the clearance is dismissed, and a manager is asked again', () => {
    const one = overdue();
    one.act('openClearance', people.manager, { conduct: 'DISRUPTION', reason: 'x' }, at('2025-10-17 10:00'));
    const dismissed = { clearanceCaseId: 'clr-1', ground: 'CLEAR_8_VIOLATION' };
    one.act('clearanceDismissed', people.otherCase, dismissed, at('2025-10-20 10:00'));
    expect(one.state).toMatchObject({ stage: 'UNDER_CORRECTION', outcome: null });
    expect(one.tasks).toEqual(['overdueRectification']);
  });

  it('SH-STORE-09.7 a correction after the limit is taken as long as nobody has escalated; sent back, a manager is asked again', () => {
    const one = overdue();
    one.act('handInCorrection', people.provider, evidence, at('2025-10-17 10:00'));
    expect(one.tasks).toEqual(['rectificationCheck']);
    one.act('sendBackCorrection', people.reviewer, why, at('2025-10-20 10:00'));
    expect(one.tasks).toEqual(['overdueRectification']);
    one.act('openClearance', people.manager, { conduct: 'DISRUPTION', reason: 'x' }, at('2025-10-20 11:00'));
    expect(() => one.act('handInCorrection', people.provider, evidence, at('2025-10-20 12:00'))).toThrow();
  });

  it('SH-STORE-11.10 is broken off by the clearance of the store on another ground, and goes on if that is undone', () => {
    const one = content();
    const cleared = { clearanceCaseId: 'clr-1', grounds: ['CLEAR_2_COMPLAINTS'] };
    one.act('storeCleared', people.otherCase, cleared, at('2025-09-28 10:00'));
    expect(one.state).toMatchObject({ outcome: 'STORE_CLEARED', deadlines: [] });
    one.act('clearanceReversed', people.otherCase, { clearanceCaseId: 'clr-1' }, at('2025-09-30 10:00'));
    expect(one.state).toMatchObject({ stage: 'NOTIFIED', deadlines: [{ name: 'contentCorrection' }] });
  });
});

it('SH-STORE-06.7 a late set-up is not handed in: it goes to the reviewer of itself', () => {
  const one = late();
  expect(() => one.act('handInCorrection', people.provider, evidence, at('2025-10-13 10:00'))).toThrow('of itself');
});

it('SH-STORE-09.6 a late set-up that was sent back is corrected with evidence', () => {
  const one = late();
  one.act('submitCorrection', people.otherCase, { correctedAt: at('2025-10-15 10:00') }, at('2025-10-15 10:00'));
  one.act('sendBackCorrection', people.reviewer, why, at('2025-10-16 10:00'));
  expect(one.deadline('contentCorrection')).toMatchObject({ lastDay: '2025-10-30' });
  one.act('handInCorrection', people.provider, evidence, at('2025-10-17 10:00'));
  one.act('releaseRectification', people.reviewer, {}, at('2025-10-20 10:00'));
  expect(one.state.outcome).toBe('RELEASED');
});

describe('findings of the supervision', () => {
  const phrase = (zh: string) => text(zh, zh);
  const finding = (findingId: string) => ({
    ...({ ground: 'RECT_CONTENT_REFUSAL', originCaseId: 'sup-1', findingId } as const),
    ...{ facts: [phrase('虚假宣传')], corrections: [phrase('改正页面')] },
  });
  const opened = (changes: object = {}) =>
    new PaperCase<RectificationFacts>(
      rectification,
      { ...finding('fnd-1'), ...changes },
      { id: 'rec-sup-1', openedAt: at('2025-09-26 10:00'), about: 'store:sto-1' },
    );
  const handIn = (one: PaperCase<RectificationFacts>, when: string) =>
    one.act('handInCorrection', people.provider, { explanation: '已改正', fileIds: ['f-1'] }, at(when));
  const back = (findingId: string) => ({ findingId, why: phrase('认定已撤回') });

  it('SH-STORE-09.4 one opened on 2025-09-26 runs to 2025-10-16, is checked on evidence and released', () => {
    const one = opened();
    expect(one.deadline('contentCorrection')).toMatchObject({ lastDay: '2025-10-16' });
    expect(one.last.notices).toMatchObject([
      { template: 'rectificationOpened', data: { corrections: [{ zh: '改正页面' }], handIn: true } },
    ]);
    handIn(one, '2025-10-09 10:00');
    one.act('releaseRectification', people.reviewer, {}, at('2025-10-10 10:00'));
    expect(one.state.outcome).toBe('RELEASED');
  });

  it('SH-STORE-09.2 a second finding is corrected as well, with ten working days of its own', () => {
    const one = opened();
    one.act('addFinding', people.otherCase, finding('fnd-2'), at('2025-10-13 10:00'));
    expect(one.deadline('contentCorrection')).toMatchObject({ lastDay: '2025-10-27' });
    expect(one.noticed.filter((template) => template === 'rectificationOpened')).toHaveLength(2);
    handIn(one, '2025-10-14 10:00');
    one.act('addFinding', people.otherCase, finding('fnd-3'), at('2025-10-14 11:00'));
    expect([one.state.stage, one.tasks]).toEqual(['UNDER_CORRECTION', []]);
    handIn(one, '2025-10-15 10:00');
    one.act('releaseRectification', people.reviewer, {}, at('2025-10-16 10:00'));
    one.act('addFinding', people.otherCase, finding('fnd-4'), at('2025-10-16 10:00'));
    expect(one.state).toMatchObject({ outcome: null, stage: 'UNDER_CORRECTION' });
    expect(one.deadline('contentCorrection')).toMatchObject({ lastDay: '2025-10-30' });
  });

  it('SH-STORE-09.7 a longer time that a manager gave stays, and a decision that waits for them waits', () => {
    const one = opened();
    one.liveUntil(at('2025-10-17 00:00'));
    one.act('addFinding', people.otherCase, finding('fnd-2'), at('2025-10-17 10:00'));
    expect([one.tasks, one.deadline('contentCorrection')]).toEqual([['overdueRectification'], undefined]);
    const extended = { until: '2025-12-31', reason: '权利人的授权书正在补办' };
    one.act('extendRectification', people.manager, extended, at('2025-10-17 11:00'));
    one.act('addFinding', people.otherCase, finding('fnd-3'), at('2025-10-20 10:00'));
    expect(one.deadline('contentCorrection')).toMatchObject({ lastDay: '2025-12-31' });
  });

  it('SH-STORE-09.2 the last finding taken back ends it, and it counts no more; one of several does not', () => {
    const one = opened();
    one.act('addFinding', people.otherCase, finding('fnd-2'), at('2025-10-13 10:00'));
    one.act('withdrawFinding', people.otherCase, back('fnd-1'), at('2025-10-14 10:00'));
    expect(one.state).toMatchObject({ outcome: null, facts: { findings: ['fnd-2'] } });
    one.act('withdrawFinding', people.otherCase, back('fnd-9'), at('2025-10-14 11:00'));
    expect(one.last.lines).toEqual([]);
    one.act('withdrawFinding', people.otherCase, back('fnd-2'), at('2025-10-15 10:00'));
    expect([one.state.outcome, one.last.notices[0]?.template]).toEqual(['WITHDRAWN', 'rectificationUnfounded']);
  });

  it('SH-STORE-09.2 one that rests on products as well goes on; a released one is withdrawn afterwards', () => {
    const products = [{ productId: 'p-1', name: '辅导', caseId: 'prd-1' }];
    const mixed = opened({ products });
    mixed.act('withdrawFinding', people.otherCase, back('fnd-1'), at('2025-10-14 10:00'));
    expect(mixed.state.outcome).toBeNull();
    const released = opened();
    handIn(released, '2025-10-09 10:00');
    released.act('releaseRectification', people.reviewer, {}, at('2025-10-10 10:00'));
    released.act('withdrawFinding', people.otherCase, back('fnd-1'), at('2025-10-14 10:00'));
    expect(released.state.outcome).toBe('WITHDRAWN');
  });

  it('SH-STORE-09.7 SH-STORE-11.7 its clearance loses the ground, also after the store was cleared', () => {
    const escalate = () => {
      const one = opened();
      one.liveUntil(at('2025-10-17 00:00'));
      const input = { conduct: 'FALSE_ADVERTISING', reason: '屡次伪造' };
      one.act('openClearance', people.manager, input, at('2025-10-17 10:00'));
      return one;
    };
    const ground = { originCaseId: 'rec-sup-1', ground: 'CLEAR_8_VIOLATION' };
    const open = escalate();
    open.act('withdrawFinding', people.otherCase, back('fnd-1'), at('2025-10-20 10:00'));
    expect(open.last.messagesAbout).toMatchObject([{ kind: 'clearance', action: 'withdrawGround', input: ground }]);
    expect(open.state.outcome).toBe('WITHDRAWN');
    const cleared = escalate();
    const told = { clearanceCaseId: 'clr-1', grounds: ['CLEAR_8_VIOLATION'] };
    cleared.act('storeCleared', people.otherCase, told, at('2025-10-20 10:00'));
    cleared.act('withdrawFinding', people.otherCase, back('fnd-1'), at('2025-10-21 10:00'));
    expect(cleared.last.messagesAbout).toMatchObject([{ action: 'withdrawGround', input: ground }]);
    expect(cleared.state.outcome).toBe('ESCALATED_TO_CLEARANCE');
    cleared.act('clearanceReversed', people.otherCase, { clearanceCaseId: 'clr-1' }, at('2025-10-21 11:00'));
    expect(cleared.state.outcome).toBe('WITHDRAWN');
  });
});
