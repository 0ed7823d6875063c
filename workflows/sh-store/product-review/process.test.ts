import { describe, expect, it } from 'vitest';
import { namedCase } from '../../engine/case-number.ts';
import { at, PaperCase, people, SUBJECT } from '../../../test/support/engine-samples.ts';
import type { ShStoreReadings } from '../words.ts';
import type { ProductReviewFacts } from './contract.ts';
import { productReviewIntake } from './intake.ts';
import { productReview } from './process.ts';

const form = {
  storeId: 'sto-1',
  productId: 'p-1',
  product: {
    name: '高新技术企业认定辅导',
    category: '科技服务',
    description: '全程辅导高新技术企业认定。',
    scopeItem: '科技中介服务',
    claims: [{ subject: 'PAST_HONOURS', statement: '曾获国家级奖项', fileIds: ['f-award'] }],
    fileIds: [],
  },
};
const bare = { ...form.product, claims: [{ subject: 'PAST_HONOURS', statement: '曾获国家级奖项' }] };
const store = {
  reference: 'store:sto-1',
  party: SUBJECT,
  name: '某服务机构',
  bodyId: 'sh-centre',
  region: 'SH',
  data: { storeId: 'sto-1', status: 'NORMAL', rectifications: [] as object[] },
};
const filedAt = at('2025-09-26 10:00');
const honours = { issue: 'CLAIM_PAST_HONOURS', finding: '“国家级奖项”没有证明' } as const;
const reason = '请逐项修改。';

function file(changes: object = {}, things: readonly object[] = [store], party: string = SUBJECT) {
  const filed = { filer: people.provider, party, filerName: '张三', now: filedAt, rules: {}, entries: [], cases: [] };
  const asked = productReviewIntake.form.parse({ ...form, ...changes });
  return productReviewIntake.file({ ...filed, things: things as (typeof store)[], form: asked });
}

function inReview(changes: object = {}) {
  const { about = null, opening, ...filing } = file(changes);
  return new PaperCase<ProductReviewFacts>(productReview, opening, {
    ...filing,
    id: 'prd-1',
    about,
    openedAt: filedAt,
  });
}

function returned(opinions: readonly object[] = [honours], when = '2025-09-28 10:00') {
  const one = inReview();
  one.act('returnProduct', people.reviewer, { opinions, reason }, at(when));
  return one;
}

/** The return of Sun 2025-09-28, a make-up working day, and its five working days gone by. */
function overdue(opinions?: readonly object[]) {
  const one = returned(opinions);
  one.liveUntil(at('2025-10-12 00:00'));
  return one;
}

function listed() {
  const one = inReview();
  one.act('listProduct', people.reviewer, {}, at('2025-09-28 10:00'), []);
  return one;
}

const writesOf = (one: PaperCase<ProductReviewFacts>) =>
  one.last.writes.map(({ write, data }) => [write, 'type' in data ? data.type : undefined]);
const revise = { product: form.product };

describe('handing a product in', () => {
  it('SH-STORE-08.5 opens its review, and makes the fact that the store has handed it in', () => {
    const one = inReview();
    expect(one.state).toMatchObject({ stage: 'IN_REVIEW', about: 'store:sto-1', bodyId: 'sh-centre' });
    expect(one.state.tasks).toMatchObject([{ name: 'productReview' }]);
    expect(one.last.writes).toEqual([
      { write: 'productFact', data: { storeId: 'sto-1', productId: 'p-1', type: 'PRODUCT_SUBMITTED' } },
    ]);
  });

  it.each([
    ['a store of another institution', [{ ...store, party: '91310104MA1FR2CD85' }], 'has no such store'],
    ['no store at all', [], 'has no such store'],
    ['a store that was cleared', [{ ...store, data: { ...store.data, status: 'CLEARED' } }], 'was cleared'],
    [
      'a store whose clearance is confirmed',
      [{ ...store, data: { ...store.data, clearing: true } }],
      'clearance of the store is confirmed',
    ],
    [
      'a product that has its review',
      [store, { ...store, reference: 'product:sto-1:p-1', data: { review: { id: 'prd-0' }, latestFact: null } }],
      `has its review, case ${namedCase('prd-0')}`,
    ],
    [
      'a product that the platform has in the shop',
      [store, { ...store, reference: 'product:sto-1:p-1', data: { review: null, latestFact: 'PRODUCT_LISTED' } }],
      'listed in the system that reported it',
    ],
  ])('SH-STORE-08.5 is refused of %s', (_what, things, why) => {
    expect(() => file({}, things)).toThrow(why);
  });

  it('SH-STORE-08.5 takes over a product that the platform has taken off', () => {
    const known = { ...store, reference: 'product:sto-1:p-1', data: { review: null, latestFact: 'PRODUCT_DELISTED' } };
    expect(file({}, [store, known])).toMatchObject({ opening: { productId: 'p-1' } });
  });

  const rectification = { id: 'rec-1', number: '沪企服整顿〔2025〕1号', openedAt: at('2025-09-20 10:00') };
  const under = (changes: object) => ({
    ...store,
    data: {
      ...store.data,
      rectifications: [{ ...rectification, awaitsSetUp: false, refusesNewProducts: true, ...changes }],
    },
  });

  it('SH-STORE-09.5 is refused to a store under rectification, unless the product is part of the correction', () => {
    expect(() => file({}, [under({})])).toThrow('under rectification (沪企服整顿〔2025〕1号)');
    expect(file({ corrects: 'rec-1' }, [under({})])).toMatchObject({ opening: { correctsCaseId: 'rec-1' } });
    expect(() => file({ corrects: 'rec-2' }, [under({})])).toThrow('no such open rectification');
  });

  it('SH-STORE-09.5 goes on while a late set-up is still to be done, and with the switch off', () => {
    expect(file({}, [under({ awaitsSetUp: true })])).toMatchObject({ about: 'store:sto-1' });
    expect(file({}, [under({ refusesNewProducts: false })])).toMatchObject({ about: 'store:sto-1' });
  });
});

describe('the review', () => {
  it('SH-STORE-08.1 returns a product outside the licensed scope, citing 三.1', () => {
    const one = returned([{ issue: 'OUT_OF_SCOPE', finding: '经营范围不含代理记账' }]);
    expect(one.state).toMatchObject({ stage: 'RETURNED', tasks: [] });
    expect(one.last.lines.find(({ type }) => type === 'PRODUCT_RETURNED')).toMatchObject({
      clause: 'SH-STORE 三.1',
      requirement: 'SH-STORE-08.1',
    });
    expect(one.last.notices[0]).toMatchObject({
      template: 'productReturned',
      data: { opinions: [{ clause: 'SH-STORE 三.1', finding: '经营范围不含代理记账' }], takenOff: false },
    });
    expect(writesOf(one)).toEqual([['productFact', 'PRODUCT_RETURNED']]);
  });

  it('SH-STORE-01.19 returns an overpriced product, citing 一.3', () => {
    const one = returned([{ issue: 'OVERPRICED', finding: '报价明显高于同类服务' }]);
    const cited = { clause: 'SH-STORE 一.3', requirement: 'SH-STORE-01.19' };
    expect(one.last.lines.find(({ type }) => type === 'PRODUCT_RETURNED')).toMatchObject(cited);
    expect(one.last.notices[0]).toMatchObject({ data: { opinions: [{ clause: 'SH-STORE 一.3' }] } });
  });

  it('XC-04.4 SH-STORE-08.6 cites all that the opinions rest on, each passage once', () => {
    const opinions = ['OUT_OF_SCOPE', 'CLAIM_SALES', 'TRADE_SECRET', 'SPLITTING', 'OVERPRICED'].map((issue) => ({
      issue,
      finding: '须修改',
    }));
    const cited = { clause: 'SH-STORE 三.1、三.2、四.4、一.3', requirement: 'SH-STORE-08.6' };
    const one = returned(opinions);
    expect(one.last.lines.find(({ type }) => type === 'PRODUCT_RETURNED')).toMatchObject(cited);
    const edited = inReview();
    edited.act('listProduct', people.reviewer, {}, at('2025-09-28 10:00'), []);
    edited.act('editProduct', people.provider, revise, at('2025-09-28 11:00'));
    edited.act('turnDownEdit', people.reviewer, { opinions, reason }, at('2025-09-28 12:00'));
    expect(edited.last.lines.find(({ type }) => type === 'PRODUCT_EDIT_TURNED_DOWN')).toMatchObject(cited);
  });

  it('SH-STORE-08.2 does not list a claim of a national award without evidence: it is returned', () => {
    const one = inReview({ product: bare });
    expect(() => one.act('listProduct', people.reviewer, {}, at('2025-09-28 10:00'), [])).toThrow('past honours');
    one.act('returnProduct', people.reviewer, { opinions: [honours], reason }, at('2025-09-28 10:00'));
    expect(one.state).toMatchObject({ stage: 'RETURNED', facts: { opinions: ['CLAIM_PAST_HONOURS'] } });
    one.act('reviseProduct', people.provider, revise, at('2025-09-28 11:00'));
    one.act('listProduct', people.reviewer, {}, at('2025-09-28 12:00'), []);
    expect(one.state).toMatchObject({ stage: 'LISTED', facts: { listedVersion: 2, opinions: [] } });
  });

  it.each(['SERVICE_EFFECT', 'SALES', 'USER_RATINGS', 'PAST_HONOURS'])(
    'SH-STORE-08.2 takes evidence for a claim about %s, one of the four named subjects',
    (subject) => {
      const claim = { subject, statement: '宣传' };
      const one = inReview({ product: { ...form.product, claims: [claim] } });
      expect(one.blocked('listProduct', people.reviewer, filedAt)).toEqual(['CONDITION_NOT_MET']);
      const proven = inReview({ product: { ...form.product, claims: [{ ...claim, fileIds: ['f-1'] }] } });
      expect(proven.blocked('listProduct', people.reviewer, filedAt)).toEqual([]);
    },
  );

  it('XC-05.1 XC-05.5 is for reviewers of the body alone, who give a reason where they refuse', () => {
    const one = inReview();
    for (const who of [people.provider, people.reviewerElsewhere, people.manager, people.district])
      expect(() => one.act('listProduct', who, {})).toThrow();
    for (const who of [people.reviewer, people.otherProvider])
      expect(() => one.act('delistProduct', who, {})).toThrow();
  });

  it('SH-STORE-08.6 keeps every version: a revision is a new one', () => {
    const one = returned();
    one.act('reviseProduct', people.provider, revise, at('2025-09-29 10:00'));
    expect(one.state).toMatchObject({ stage: 'IN_REVIEW', deadlines: [], facts: { version: 2, opinions: [] } });
    expect(one.last.writes).toMatchObject([
      { write: 'form', data: { changes: { product: form.product }, filedById: 'provider' } },
      { write: 'productFact', data: { type: 'PRODUCT_SUBMITTED' } },
    ]);
  });
});

describe('a product in the shop', () => {
  it('SH-STORE-08.5 stays as it is while an edit is reviewed, and when the edit is turned down', () => {
    const one = listed();
    one.act('editProduct', people.provider, revise, at('2025-09-29 10:00'));
    expect(one.state).toMatchObject({ stage: 'LISTED_EDIT_IN_REVIEW', facts: { version: 2, listedVersion: 1 } });
    expect(writesOf(one)).toEqual([['form', undefined]]);
    one.act('turnDownEdit', people.reviewer, { opinions: [honours], reason }, at('2025-09-29 11:00'));
    expect(one.state).toMatchObject({ stage: 'LISTED', facts: { version: 2, listedVersion: 1 }, deadlines: [] });
    one.act('editProduct', people.provider, revise, at('2025-09-29 12:00'));
    one.act('listProduct', people.reviewer, {}, at('2025-09-29 13:00'), []);
    expect(one.state).toMatchObject({ stage: 'LISTED', facts: { version: 3, listedVersion: 3 } });
    // It was in the shop all the while: there is no second listing, and no second points.
    expect(writesOf(one)).toEqual([]);
  });

  it('SH-STORE-08.6 is taken off when it is returned, and listed again once it is revised', () => {
    const one = listed();
    one.act('returnProduct', people.reviewer, { opinions: [honours], reason }, at('2025-09-29 10:00'));
    expect(one.state).toMatchObject({ stage: 'RETURNED', facts: { listedVersion: null } });
    expect(writesOf(one)).toEqual([['productFact', 'PRODUCT_DELISTED']]);
    one.act('reviseProduct', people.provider, revise, at('2025-09-29 11:00'));
    one.act('listProduct', people.reviewer, {}, at('2025-09-29 12:00'), []);
    expect(writesOf(one)).toEqual([['productFact', 'PRODUCT_LISTED']]);
  });

  it('SH-STORE-08.3 is taken off when misuse is confirmed; the store may be put under rectification as well', () => {
    const finding = {
      ground: 'INTELLECTUAL_PROPERTY',
      reason: '权利人的投诉属实',
      fileIds: [],
      openRectification: true,
    };
    const one = listed();
    one.act('delistByFinding', people.reviewer, finding, at('2025-09-29 10:00'));
    expect(one.state).toMatchObject({ outcome: 'DELISTED', facts: { listedVersion: null } });
    expect(writesOf(one)).toEqual([
      ['takeBackPoints', undefined],
      ['productFact', 'PRODUCT_DELISTED'],
    ]);
    expect(one.last.openings).toMatchObject([
      { kind: 'rectification', about: 'store:sto-1', opening: { ground: 'RECT_CONTENT_REFUSAL' } },
    ]);
    expect(one.last.lines[0]).toMatchObject({ clause: 'SH-STORE 三.2', requirement: 'SH-STORE-08.3' });
    const milder = listed();
    milder.act('delistByFinding', people.reviewer, { ...finding, openRectification: false }, at('2025-09-29 10:00'));
    expect(milder.last.openings).toEqual([]);
  });

  it('SH-STORE-08.5 can be taken off by its store at any time, and handed in again', () => {
    const one = listed();
    one.act('delistProduct', people.provider, {}, at('2025-09-29 10:00'));
    expect(one.state.outcome).toBe('DELISTED');
    const none: ShStoreReadings['openRectifications'] = [];
    one.act('submitAgain', people.provider, revise, at('2025-09-30 10:00'), none);
    expect(one.state).toMatchObject({ stage: 'IN_REVIEW', outcome: null, facts: { version: 2 } });
  });

  it('SH-STORE-09.5 is not handed in again while the store is under rectification', () => {
    const one = listed();
    one.act('delistProduct', people.provider, {}, at('2025-09-29 10:00'));
    const open: ShStoreReadings['openRectifications'] = [
      { id: 'rec-1', number: 'R-1', openedAt: at('2025-09-29 11:00'), awaitsSetUp: false, refusesNewProducts: true },
    ];
    expect(() => one.act('submitAgain', people.provider, revise, at('2025-09-30 10:00'), open)).toThrow('R-1');
    expect(one.state.outcome).toBe('DELISTED');
  });
});

describe('a return that is not acted on', () => {
  it('SH-STORE-08.6 a return of Sun 2025-09-28 is asked about after 2025-10-11 24:00, and nothing else happens', () => {
    const one = returned();
    expect(one.deadline('revision')).toMatchObject({ lastDay: '2025-10-11' });
    one.liveUntil(at('2025-10-11 23:59'));
    expect(one.tasks).toEqual([]);
    expect(() => one.act('findRefusal', people.reviewer, { reason }, at('2025-10-11 23:59'))).toThrow(
      'has not run out',
    );
    one.liveUntil(at('2025-10-12 00:00'));
    expect(one.tasks).toEqual(['refusalQuestion']);
    expect(one.state).toMatchObject({ stage: 'RETURNED', outcome: null });
    expect(one.last.openings).toEqual([]);
  });

  it('SH-STORE-08.7 splitting that was returned and revised on 2025-10-09 leads to no rectification', () => {
    const one = returned([{ issue: 'SPLITTING', finding: '同一服务拆分为多个产品' }]);
    one.act('reviseProduct', people.provider, revise, at('2025-10-09 10:00'));
    expect(one.liveUntil(at('2026-01-01 00:00'))).toEqual([]);
    expect(one.transitions.flatMap(({ openings }) => openings)).toEqual([]);
  });

  it.each(['SPLITTING', 'MISAPPROPRIATION', 'CLAIM_SALES', 'INTELLECTUAL_PROPERTY'])(
    'SH-STORE-08.7 SH-STORE-09.2 a refusal found after a return for %s leads to rectification',
    (issue) => {
      const one = overdue([{ issue, finding: '须改正' }]);
      one.act('findRefusal', people.reviewer, { reason: '逾期未改' }, at('2025-10-13 10:00'));
      expect(one.state).toMatchObject({ stage: 'REFUSED_TO_REVISE', tasks: [] });
      expect(one.last.openings).toMatchObject([
        {
          kind: 'rectification',
          about: 'store:sto-1',
          opening: { ground: 'RECT_CONTENT_REFUSAL', products: [{ productId: 'p-1', caseId: 'prd-1' }] },
        },
      ]);
      expect(one.last.notices).toMatchObject([{ template: 'refusalFound', data: { rectification: true } }]);
    },
  );

  it('SH-STORE-08.7 a refusal after a return for scope alone leads to none: the product is not listed', () => {
    const one = overdue([{ issue: 'OUT_OF_SCOPE', finding: '超出经营范围' }]);
    one.act('findRefusal', people.reviewer, { reason: '逾期未改' }, at('2025-10-13 10:00'));
    expect(one.state.stage).toBe('REFUSED_TO_REVISE');
    expect(one.last.openings).toEqual([]);
  });

  it('SH-STORE-08.6 an excused delay has the time anew; a late revision is taken and ends the question', () => {
    const excused = overdue();
    excused.act('excuseDelay', people.reviewer, { reason: '证书补办中' }, at('2025-10-13 10:00'));
    expect(excused.deadline('revision')).toMatchObject({ lastDay: '2025-10-20' });
    expect(excused.last.notices).toMatchObject([{ template: 'delayExcused' }]);
    const late = overdue();
    late.act('reviseProduct', people.provider, revise, at('2025-10-13 10:00'));
    expect(late.state).toMatchObject({ stage: 'IN_REVIEW', facts: { limitPassedAt: null } });
    expect(late.tasks).toEqual(['productReview']);
  });

  it('SH-STORE-08.7 what was refused can still be revised during the rectification', () => {
    const one = overdue();
    one.act('findRefusal', people.reviewer, { reason: '逾期未改' }, at('2025-10-13 10:00'));
    one.act('reviseProduct', people.provider, revise, at('2025-10-14 10:00'));
    expect(one.state.stage).toBe('IN_REVIEW');
  });
});

describe('splitting', () => {
  const pair = {
    a: { productId: 'p-1', caseId: 'prd-1', name: '代理记账（一月）' },
    b: { productId: 'p-2', caseId: 'prd-2', name: '代理记账（二月）' },
    score: 91,
  };

  it('SH-STORE-08.8 is proposed when a product is listed beside one that is much alike, and is decided by a person', () => {
    const one = inReview();
    one.act('listProduct', people.reviewer, {}, at('2025-09-28 10:00'), [pair]);
    expect(one.state.stage).toBe('LISTED');
    expect(one.last.openings).toMatchObject([
      { kind: 'productSplitting', joins: true, about: 'store:sto-1', opening: { storeId: 'sto-1', pairs: [pair] } },
    ]);
  });

  it('SH-STORE-08.7 SH-STORE-08.8 takes the product off with a time to revise it, whatever it was doing', () => {
    const finding = { splittingCaseId: 'spl-1', finding: '与产品 p-2 实为同一服务' };
    const one = listed();
    one.act('splittingFound', people.otherCase, finding, at('2025-09-29 10:00'));
    expect(one.state).toMatchObject({ stage: 'RETURNED', facts: { opinions: ['SPLITTING'], listedVersion: null } });
    expect(writesOf(one)).toContainEqual(['productFact', 'PRODUCT_DELISTED']);
    const again = returned();
    again.act('splittingFound', people.otherCase, finding, at('2025-09-29 10:00'));
    expect(again.state).toMatchObject({ stage: 'RETURNED', facts: { opinions: ['SPLITTING'] } });
    expect(again.deadline('revision')).toMatchObject({ lastDay: '2025-10-13' });
  });
});

it('SH-STORE-11.10 ends with the clearance of the store, and goes on where it was if that is undone', () => {
  const one = returned();
  const grounds = ['CLEAR_2_COMPLAINTS'];
  one.act('storeCleared', people.otherCase, { clearanceCaseId: 'clr-1', grounds }, at('2025-09-29 10:00'));
  expect(one.state).toMatchObject({ outcome: 'STORE_CLEARED', deadlines: [], tasks: [] });
  one.act('clearanceReversed', people.otherCase, { clearanceCaseId: 'clr-1' }, at('2025-09-30 10:00'));
  expect(one.state).toMatchObject({ stage: 'RETURNED', outcome: null, deadlines: [{ name: 'revision' }] });
});
