import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../rules/refusal.ts';
import { people, SUBJECT } from '../../../test/support/engine-samples.ts';
import { SupervisedStore } from '../../../test/support/supervised-store.ts';
import type { StoreSupervisionInputs } from './input.ts';

const { reviewer, provider, otherCase } = people;

/** A store with points enough for years, so that months and quarters find nothing. */
function steady(openedAt = '2025-08-05 10:00', rules = {}) {
  const quiet = { 'zeroPoints.months': 99, ...rules };
  return new SupervisedStore(openedAt, quiet).book(openedAt.slice(0, 10), 1000);
}

function refusalOf(store: SupervisedStore, ...asked: Parameters<SupervisedStore['do']>) {
  try {
    store.do(...asked);
  } catch (refusal) {
    if (refusal instanceof Refusal) return [refusal.code, refusal.details.field];
    throw refusal;
  }
  return 'went through';
}

describe('upheld complaints', () => {
  const FOUND = 'found CLEAR_2_COMPLAINTS';

  it('SH-STORE-14.1 one upheld complaint is no ground', () => {
    const store = steady().upheld('2025-11-01 10:00', '2025-11-01');
    expect([store.putToClearance, store.state.facts.complaints.upheld]).toEqual([[], 1]);
  });

  it('SH-STORE-10.2 the second one of 2025-11-05 is one that day, naming both by number', () => {
    const store = steady()
      .upheld('2025-10-20 10:00', '2025-10-20')
      .upheld('2025-11-05 10:00', '2025-10-20', '2025-11-05');
    expect(store.putToClearance).toEqual([FOUND]);
    expect(store.last.at.slice(0, 10)).toBe('2025-11-05');
    expect(store.factsOf('CLEAR_2_COMPLAINTS')).toEqual([
      '有责投诉 2 次：沪企服投诉〔2025〕2号、沪企服投诉〔2025〕1号',
      '适用规则：自开店起有责投诉 2 次以上（规则第 1 版）',
    ]);
  });

  it('SH-STORE-14.3 2024-03-01 and 2025-11-05 count since the opening, and not within twelve months', () => {
    const days = ['2024-03-01', '2025-11-05'] as const;
    const lived = (rules: object) =>
      steady('2024-01-10 10:00', rules).upheld('2025-11-05 10:00', ...days).putToClearance;
    expect(lived({})).toEqual([FOUND]);
    expect(lived({ 'complaint.windowMonths': 12 })).toEqual([]);
  });

  it.each([
    ['2024-11-05', [FOUND]],
    ['2024-11-04', []],
  ])('SH-STORE-14.3 within twelve months of 2025-11-05 one of %s: %j', (day, found) => {
    const store = steady('2024-01-10 10:00', { 'complaint.windowMonths': 12 });
    expect(store.upheld('2025-11-05 10:00', day, '2025-11-05').putToClearance).toEqual(found);
  });

  it('SH-STORE-14.4 a finding that is reversed lowers the counter and takes the ground back', () => {
    const store = steady()
      .upheld('2025-11-05 10:00', '2025-10-20', '2025-11-05')
      .upheld('2025-11-06 10:00', '2025-10-20');
    expect(store.putToClearance).toEqual([FOUND, 'withdrawGround CLEAR_2_COMPLAINTS']);
    expect(store.state.facts).toMatchObject({ complaints: { upheld: 1 }, grounds: {} });
    expect(store.upheld('2025-11-07 10:00', '2025-10-20', '2025-11-07').putToClearance.at(-1)).toBe(FOUND);
  });

  it('SH-STORE-10.2 a third one corrects the ground; told again of the same it does nothing', () => {
    const store = steady().upheld('2025-11-05 10:00', '2025-10-20', '2025-11-05');
    store.upheld('2025-11-05 11:00', '2025-10-20', '2025-11-05');
    expect(store.putToClearance).toEqual([FOUND]);
    store.upheld('2025-11-08 10:00', '2025-10-20', '2025-11-05', '2025-11-08');
    expect(store.putToClearance).toEqual([FOUND, 'correctFacts CLEAR_2_COMPLAINTS']);
  });

  it('XC-05.2 after a dismissal only a later finding brings it about again', () => {
    const dismissed = { clearanceCaseId: 'clr-1', ground: 'CLEAR_2_COMPLAINTS' };
    const store = steady().upheld('2025-11-05 10:00', '2025-10-20', '2025-11-05');
    store.do('clearanceDismissed', otherCase, dismissed, '2025-11-06 10:00');
    store.upheld('2025-11-07 10:00', '2025-10-20', '2025-11-05');
    expect(store.putToClearance).toEqual([FOUND]);
    store.upheld('2025-11-08 10:00', '2025-10-20', '2025-11-05', '2025-11-08');
    expect(store.putToClearance).toEqual([FOUND, FOUND]);
  });
});

describe('credit', () => {
  const clear = { source: '信用中国', checkedOn: '2025-11-03', company: 'CLEAR', shareholders: [], fileIds: [] };
  const two = {
    shareholders: [
      { name: '⟦1⟧', kind: 'PERSON', share: 60 },
      { name: '⟦2⟧', kind: 'ORGANISATION', share: 40 },
    ],
  };
  const each = (first: string, second: string) => [
    { shareholderId: 'shr-1-1', result: first },
    { shareholderId: 'shr-1-2', result: second },
  ];
  const hit = {
    ...{ hitId: 'shr-1-2', listedAs: '上海某某投资有限公司', list: '严重失信主体名单 2025-17', listedOn: '2025-11-03' },
    ...{ reason: '与登记信息一致', fileIds: ['f-1'] },
  };

  function withShareholders() {
    return steady().do('recordShareholders', provider, two, '2025-08-06 10:00');
  }

  function afterHit() {
    const found = { ...clear, shareholders: each('CLEAR', 'SERIOUS_DISHONESTY'), fileIds: ['f-1'] };
    return withShareholders().do('recordCreditCheck', reviewer, found, '2025-11-03 10:00');
  }

  it('SH-STORE-15.1 is checked every month, with a task that has a day', () => {
    const store = withShareholders().until('2025-09-06 00:00');
    expect(store.tasks).toEqual(['checkCredit']);
    expect(store.last.tasks).toMatchObject([{ name: 'checkCredit', dueAt: '2025-09-13T00:00:00.000+08:00' }]);
    store.do(
      'recordCreditCheck',
      reviewer,
      { ...clear, checkedOn: '2025-09-08', shareholders: each('CLEAR', 'CLEAR') },
      '2025-09-08 10:00',
    );
    expect([store.tasks, store.state.facts.credit]).toMatchObject([[], { state: 'CLEAR', last: { complete: true } }]);
    expect(store.until('2025-10-06 00:00').tasks).toEqual(['checkCredit']);
  });

  it('SH-STORE-15.1 a store without shareholder data is reported incomplete, and asked for them', () => {
    const store = steady().until('2025-09-06 00:00');
    expect(store.last.tasks).toMatchObject([{ name: 'checkCredit', detail: { complete: false } }]);
    expect(store.told).toContain('SHAREHOLDERS_MISSING');
    expect(store.sent('shareholdersWanted')).toMatchObject([{ at: '2025-09-06T00:00', data: { mainShare: 5 } }]);
    store.do('recordCreditCheck', reviewer, { ...clear, checkedOn: '2025-09-08' }, '2025-09-08 10:00');
    expect(store.state.facts.credit.last).toEqual({ source: '信用中国', checkedOn: '2025-09-08', complete: false });
    expect(store.last.lines[0]?.title.zh).toContain('主要股东未登记，核查不完整');
  });

  it('SH-STORE-15.1 keeps the names of shareholders in the records alone', () => {
    const store = withShareholders();
    expect(store.last.writes).toMatchObject([
      {
        write: 'shareholders',
        data: { storeId: 'sto-1', version: 1, list: [{ id: 'shr-1-1', name: '⟦1⟧' }, { id: 'shr-1-2' }] },
      },
    ]);
    expect(JSON.stringify([store.state, store.last.lines])).not.toContain('⟦1⟧');
    store.do('recordShareholders', reviewer, { shareholders: [], noneBecause: '律师事务所' }, '2025-08-07 10:00');
    expect(store.state.facts.shareholders).toEqual({ version: 2, ids: [] });
  });

  it.each([
    [{ shareholders: [] }, 'shareholders'],
    [{ ...two, noneBecause: '无' }, 'noneBecause'],
    [
      {
        shareholders: [
          { name: 'a', kind: 'PERSON', share: 60 },
          { name: 'b', kind: 'PERSON', share: 40.01 },
        ],
      },
      'shareholders',
    ],
  ])('SH-STORE-15.1 refuses shareholders %#', (input, field) => {
    expect(refusalOf(steady(), 'recordShareholders', provider, input, '2025-08-06 10:00')).toEqual([
      'INVALID_INPUT',
      field,
    ]);
  });

  it.each([
    [{ checkedOn: '2025-11-04' }, 'checkedOn'],
    [{ shareholders: [] }, 'shareholders'],
    [{ shareholders: each('CLEAR', 'CLEAR').slice(1) }, 'shareholders'],
    [{ shareholders: [...each('CLEAR', 'CLEAR'), { shareholderId: 'shr-9-9', result: 'CLEAR' }] }, 'shareholders'],
    [{ shareholders: [...each('CLEAR', 'CLEAR'), ...each('CLEAR', 'CLEAR')] }, 'shareholders'],
    [{ company: 'SERIOUS_DISHONESTY', shareholders: each('CLEAR', 'CLEAR') }, 'fileIds'],
  ])('SH-STORE-15.1 refuses a check %#, and nothing has changed', (changes, field) => {
    const store = withShareholders().until('2025-11-03 09:00');
    const before = store.state;
    expect(refusalOf(store, 'recordCreditCheck', reviewer, { ...clear, ...changes }, '2025-11-03 10:00')).toEqual([
      'INVALID_INPUT',
      field,
    ]);
    expect(store.state).toEqual(before);
  });

  it('SH-STORE-15.2 an ordinary note is no ground; a listing is one only once a reviewer confirms it', () => {
    const noted = withShareholders().do(
      'recordCreditCheck',
      reviewer,
      { ...clear, shareholders: each('ORDINARY_NOTE', 'CLEAR') },
      '2025-11-03 10:00',
    );
    expect([noted.state.facts.credit.state, noted.putToClearance]).toEqual(['CLEAR', []]);
    const store = afterHit();
    expect(store.state.facts.credit).toMatchObject({ state: 'HIT_PENDING', hits: ['shr-1-2'] });
    expect([store.tasks, store.noticed.at(-1), store.putToClearance]).toEqual([['confirmHit'], 'creditHit', []]);
  });

  it('SH-STORE-10.5 a main shareholder listed on 2025-11-03 makes a case on ground (5) that names it', () => {
    const store = afterHit().do('confirmHit', reviewer, hit, '2025-11-03 11:00');
    expect(store.putToClearance).toEqual(['found CLEAR_5_DISHONESTY']);
    expect(store.factsOf('CLEAR_5_DISHONESTY')[0]).toBe(
      '主要股东（上海某某投资有限公司）：严重失信主体名单 2025-17；2025年11月3日列入',
    );
    expect([store.state.facts.credit.state, store.tasks]).toEqual(['HIT_CONFIRMED', []]);
  });

  it('SH-STORE-15.2 a hit is dismissed with a reason, also one that was confirmed', () => {
    const dismissed = { hitId: 'shr-1-2', reason: '同名企业' };
    const pending = afterHit().do('dismissHit', reviewer, dismissed, '2025-11-03 11:00');
    expect([pending.state.facts.credit.state, pending.putToClearance, pending.tasks]).toEqual(['CLEAR', [], []]);
    const confirmed = afterHit()
      .do('confirmHit', reviewer, hit, '2025-11-03 11:00')
      .do('dismissHit', reviewer, dismissed, '2025-11-04 10:00');
    expect(confirmed.putToClearance.at(-1)).toBe('withdrawGround CLEAR_5_DISHONESTY');
    expect(confirmed.state.facts.credit.state).toBe('CLEAR');
  });

  it('SH-STORE-15.2 the same listing found next month is not asked about again while it is with the clearance', () => {
    const store = afterHit().do('confirmHit', reviewer, hit, '2025-11-03 11:00');
    const again = {
      ...clear,
      checkedOn: '2025-12-08',
      shareholders: each('CLEAR', 'SERIOUS_DISHONESTY'),
      fileIds: ['f-1'],
    };
    store.do('recordCreditCheck', reviewer, again, '2025-12-08 10:00');
    expect([store.state.facts.credit.hits, store.putToClearance]).toEqual([[], ['found CLEAR_5_DISHONESTY']]);
  });

  it('SH-STORE-15.2 of two hits the case goes on telling the one that stands', () => {
    const both = {
      ...clear,
      company: 'SERIOUS_DISHONESTY',
      shareholders: each('CLEAR', 'SERIOUS_DISHONESTY'),
      fileIds: ['f-1'],
    };
    const store = withShareholders().do('recordCreditCheck', reviewer, both, '2025-11-03 10:00');
    store
      .do('confirmHit', reviewer, hit, '2025-11-03 11:00')
      .do('confirmHit', reviewer, { ...hit, hitId: 'COMPANY', listedAs: '本企业' }, '2025-11-03 11:10');
    expect(store.factsOf('CLEAR_5_DISHONESTY')).toHaveLength(3);
    store.do('dismissHit', reviewer, { hitId: 'shr-1-2', reason: '同名' }, '2025-11-03 11:20');
    expect(store.factsOf('CLEAR_5_DISHONESTY')[0]).toContain('企业（本企业）');
    expect(store.factsOf('CLEAR_5_DISHONESTY')).toHaveLength(2);
  });

  it('SH-STORE-15.2 refuses to confirm what no check has found', () => {
    expect(refusalOf(withShareholders(), 'confirmHit', reviewer, hit, '2025-11-03 11:00')).toEqual([
      'NOT_NOW',
      'hitId',
    ]);
    expect(refusalOf(afterHit(), 'confirmHit', reviewer, { ...hit, hitId: 'COMPANY' }, '2025-11-03 11:00')).toEqual([
      'NOT_NOW',
      'hitId',
    ]);
    expect(
      refusalOf(afterHit(), 'confirmHit', reviewer, { ...hit, listedOn: '2025-11-04' }, '2025-11-03 11:00'),
    ).toEqual(['INVALID_INPUT', 'listedOn']);
  });
});

describe('incapacity', () => {
  const closed = {
    shownBy: 'CLOSURE',
    foundOn: '2025-11-03',
    contacts: [],
    reason: '店铺来函称已停业',
    fileIds: ['f-1'],
  };

  it('SH-STORE-10.6 SH-STORE-15.3 closure or a cancelled licence with evidence is put to the clearance', () => {
    const store = steady().do('recordIncapacity', reviewer, closed, '2025-11-03 10:00');
    expect(store.putToClearance).toEqual(['found CLEAR_6_INCAPACITY']);
    expect(store.factsOf('CLEAR_6_INCAPACITY')).toEqual(['停业（2025年11月3日）', '认定理由：店铺来函称已停业']);
    store.do(
      'recordIncapacity',
      reviewer,
      { ...closed, shownBy: 'LICENCE_CANCELLED', foundOn: '2025-11-05' },
      '2025-11-05 10:00',
    );
    expect(store.factsOf('CLEAR_6_INCAPACITY')).toHaveLength(4);
  });

  it.each<[string, object, unknown]>([
    ['no contact', { shownBy: 'NO_ANSWER' }, ['INVALID_INPUT', 'contacts']],
    [
      'one contact',
      { shownBy: 'NO_ANSWER', contacts: [{ on: '2025-10-20', how: '电话' }] },
      ['INVALID_INPUT', 'contacts'],
    ],
    [
      'two contacts on one day',
      {
        shownBy: 'NO_ANSWER',
        contacts: [
          { on: '2025-10-20', how: '电话' },
          { on: '2025-10-20', how: '短信' },
        ],
      },
      ['INVALID_INPUT', 'contacts'],
    ],
    [
      'two contacts on two days',
      {
        shownBy: 'NO_ANSWER',
        contacts: [
          { on: '2025-10-20', how: '电话' },
          { on: '2025-10-27', how: '挂号信' },
        ],
      },
      'went through',
    ],
    ['a day to come', { foundOn: '2025-11-04' }, ['INVALID_INPUT', 'foundOn']],
    ['a day before the store was', { foundOn: '2025-08-04' }, ['INVALID_INPUT', 'foundOn']],
    ['a contact to come', { contacts: [{ on: '2025-11-04', how: '电话' }] }, ['INVALID_INPUT', 'contacts.0.on']],
  ])('SH-STORE-15.3 with %s', (_what, changes, expected) => {
    expect(refusalOf(steady(), 'recordIncapacity', reviewer, { ...closed, ...changes }, '2025-11-03 10:00')).toEqual(
      expected,
    );
  });
});

describe('a store that asks to leave', () => {
  const asked = { reason: '业务调整', knowsOfSealing: true, knowsOfBar: true };

  it('SH-STORE-10.7 SH-STORE-15.4 is told what it means and put to the clearance on ground (7)', () => {
    const store = steady().do('requestExit', provider, asked, '2025-11-03 10:00');
    expect(store.putToClearance).toEqual(['found CLEAR_7_VOLUNTARY']);
    expect(store.state.facts.exit).toEqual({ state: 'EXIT_REQUESTED', requestedAt: '2025-11-03T10:00:00.000+08:00' });
    expect(store.last.notices).toMatchObject([
      { template: 'exitReceived', to: { party: SUBJECT }, data: { barMonths: 12 } },
    ]);
    expect(store.blocked('requestExit', provider, '2025-11-03T11:00:00.000+08:00')).toEqual(['ALREADY_DONE']);
  });

  it('SH-STORE-15.4 may take it back until it is confirmed, and ask again', () => {
    const store = steady();
    expect(refusalOf(store, 'withdrawExit', provider, {}, '2025-11-03 09:00')).toEqual(['NOT_NOW', undefined]);
    store.do('requestExit', provider, asked, '2025-11-03 10:00').do('withdrawExit', provider, {}, '2025-11-04 10:00');
    expect(store.putToClearance).toEqual(['found CLEAR_7_VOLUNTARY', 'withdrawGround CLEAR_7_VOLUNTARY']);
    expect(store.noticed.slice(-2)).toEqual(['exitReceived', 'exitWithdrawn']);
    expect(store.do('requestExit', provider, asked, '2025-11-05 10:00').putToClearance).toHaveLength(3);
  });

  it('SH-STORE-15.4 a request that was dismissed can be made again', () => {
    const store = steady().do('requestExit', provider, asked, '2025-11-03 10:00');
    store.do(
      'clearanceDismissed',
      otherCase,
      { clearanceCaseId: 'clr-1', ground: 'CLEAR_7_VOLUNTARY' },
      '2025-11-04 10:00',
    );
    expect(store.state.facts.exit.state).toBe('NOT_REQUESTED');
    expect(store.do('requestExit', provider, asked, '2025-11-05 10:00').putToClearance).toHaveLength(2);
  });
});

describe('conduct', () => {
  type Finding = StoreSupervisionInputs['findViolation'];
  const finding = (changes: Partial<Finding>): Finding => ({
    ...{
      conduct: 'FALSE_ADVERTISING',
      course: 'CLEAR',
      foundOn: '2025-11-03',
      orders: [],
      reason: '页面所称不实',
      fileIds: ['f-1'],
    },
    ...changes,
  });
  const orders = Array.from({ length: 30 }, (_, n) => `o-${n + 1}`);

  it('SH-STORE-10.8 30 self-placed orders are ground (8), and their points are taken back', () => {
    const store = steady().do(
      'findViolation',
      reviewer,
      finding({ conduct: 'BRUSHING', malice: '自买自卖，虚增积分', orders }),
      '2025-11-03 10:00',
    );
    expect(store.putToClearance).toEqual(['found CLEAR_8_VIOLATION']);
    expect(store.last.writes).toEqual([{ write: 'voidOrders', data: { storeId: 'sto-1', orders } }]);
    expect(store.factsOf('CLEAR_8_VIOLATION')).toEqual([
      '欺骗性刷单（2025年11月3日）',
      '恶意或者扰乱平台秩序的理由：自买自卖，虚增积分',
      expect.stringMatching(/^刷单 30 笔，积分已冲回：o-1、.*、o-10 等$/),
      '认定理由：页面所称不实',
    ]);
  });

  it.each<[string, Partial<Finding>, unknown]>([
    ['clearance without malice', {}, ['REASON_REQUIRED', 'malice']],
    ['clearance with malice', { malice: '屡次伪造获奖' }, 'went through'],
    ['return', { course: 'RETURN' }, 'went through'],
    ['return of what was refused', { course: 'RETURN', refusedOn: '2025-11-02' }, ['INVALID_INPUT', 'course']],
    ['return of malice', { course: 'RETURN', malice: '恶意' }, ['INVALID_INPUT', 'course']],
    ['rectification without refusal', { course: 'RECTIFY' }, ['INVALID_INPUT', 'refusedOn']],
    ['rectification after a refusal', { course: 'RECTIFY', refusedOn: '2025-11-02' }, 'went through'],
    [
      'rectification after a refusal to come',
      { course: 'RECTIFY', refusedOn: '2025-11-04' },
      ['INVALID_INPUT', 'refusedOn'],
    ],
    ['return of brushing', { conduct: 'BRUSHING', course: 'RETURN', orders }, ['INVALID_INPUT', 'course']],
    ['brushing without orders', { conduct: 'BRUSHING', malice: '恶意' }, ['INVALID_INPUT', 'orders']],
    ['orders without brushing', { malice: '恶意', orders }, ['INVALID_INPUT', 'orders']],
    ['prohibited content', { conduct: 'PROHIBITED_CONTENT', malice: '恶意发布' }, 'went through'],
    ['a day to come', { malice: '恶意', foundOn: '2025-11-04' }, ['INVALID_INPUT', 'foundOn']],
  ])('SH-STORE-10.10 the reviewer states which: %s', (_what, changes, expected) => {
    expect(refusalOf(steady(), 'findViolation', reviewer, finding(changes), '2025-11-03 10:00')).toEqual(expected);
  });

  it('SH-STORE-10.10 what is returned or rectified is told to the store and no ground', () => {
    const store = steady().do('findViolation', reviewer, finding({ course: 'RETURN' }), '2025-11-03 10:00');
    expect([store.putToClearance, store.noticed.at(-1)]).toEqual([[], 'conductFound']);
    expect(store.last.lines[0]).toMatchObject({ clause: 'SH-STORE 四.4', requirement: 'SH-STORE-10.10' });
  });

  it('SH-STORE-10.8 a second finding comes to the first, short enough for any clearance', () => {
    const long = `${'长'.repeat(1500)}\n${'理'.repeat(400)}`;
    const store = steady().do('findViolation', reviewer, finding({ malice: long, reason: long }), '2025-11-03 10:00');
    for (let day = 4; day < 14; day += 1) {
      const when = `2025-11-${String(day).padStart(2, '0')}`;
      store.do('findViolation', reviewer, finding({ malice: `恶意 ${day}`, foundOn: when }), `${when} 10:00`);
    }
    const facts = store.factsOf('CLEAR_8_VIOLATION');
    expect(facts).toHaveLength(20);
    expect(facts.every((fact) => fact.length <= 500 && !fact.includes('\n'))).toBe(true);
  });
});

describe('conduct that is rectified', () => {
  const finding = {
    ...{ conduct: 'FALSE_ADVERTISING', course: 'RECTIFY', foundOn: '2025-11-03', refusedOn: '2025-11-02', orders: [] },
    ...{ reason: '页面所称获奖没有依据', fileIds: ['f-1'] },
  };

  it('SH-STORE-09.2 SH-STORE-10.10 a refusal opens the rectification for content, or comes to the one there is', () => {
    const store = steady().do('findViolation', reviewer, finding, '2025-11-03 10:00');
    expect(store.last.openings).toMatchObject([
      {
        ...{ kind: 'rectification', about: 'store:sto-1', joins: true },
        opening: { ground: 'RECT_CONTENT_REFUSAL', originCaseId: 'sup-1', findingId: 'fnd-1' },
      },
    ]);
    const { facts, corrections } = store.last.openings[0]?.opening as Record<string, { zh: string }[]>;
    expect(facts?.map(({ zh }) => zh)).toEqual([
      '虚假宣传（2025年11月3日）',
      '拒不修改：2025年11月2日',
      '认定理由：页面所称获奖没有依据',
    ]);
    expect(corrections).toHaveLength(1);
    expect(store.sent('conductFound')).toHaveLength(1);
    expect(store.state.facts.grounds).toEqual({});
    store.do('findViolation', reviewer, { ...finding, foundOn: '2025-11-04' }, '2025-11-04 10:00');
    expect(store.last.openings).toMatchObject([{ joins: true, opening: { findingId: 'fnd-1-2' } }]);
  });

  it('SH-STORE-09.2 what is returned or is a ground for clearance opens none', () => {
    const { refusedOn: _, ...returned } = { ...finding, course: 'RETURN' };
    const store = steady().do('findViolation', reviewer, returned, '2025-11-03 10:00');
    expect(store.last.openings).toEqual([]);
    store.do('findViolation', reviewer, { ...returned, course: 'CLEAR', malice: '屡次伪造' }, '2025-11-03 11:00');
    expect(store.last.openings.map(({ kind }) => kind)).toEqual(['clearance']);
  });

  it('SH-STORE-09.2 taken back by somebody else, its rectification and the store hear so', () => {
    const store = steady().do('findViolation', reviewer, finding, '2025-11-03 10:00');
    const back = { findingId: 'fnd-1', reason: '获奖证书经核实有效' };
    store.do('withdrawFinding', people.reviewer2, back, '2025-11-05 10:00');
    expect(store.last.messagesAbout).toMatchObject([
      { kind: 'rectification', action: 'withdrawFinding', input: { findingId: 'fnd-1' } },
    ]);
    expect(store.sent('findingWithdrawn')).toMatchObject([{ data: { reason: '获奖证书经核实有效' } }]);
    expect(refusalOf(store, 'withdrawFinding', people.reviewer2, back, '2025-11-05 11:00')).toEqual([
      'INVALID_INPUT',
      'findingId',
    ]);
  });
});

describe('findings that are taken back', () => {
  const CLEAR_8 = 'CLEAR_8_VIOLATION';
  const brushed = {
    ...{ conduct: 'BRUSHING', course: 'CLEAR', foundOn: '2025-11-03', malice: '自买自卖', orders: ['o-1', 'o-2'] },
    ...{ reason: '收货人均为员工', fileIds: ['f-1'] },
  };
  const content = { ...brushed, conduct: 'PROHIBITED_CONTENT', orders: [], reason: '内容违法' };
  const closed = { shownBy: 'CLOSURE', foundOn: '2025-11-03', contacts: [], reason: '来函停业', fileIds: ['f-1'] };
  const back = (findingId: string) => ({ findingId, reason: '认定有误' });

  it('SH-STORE-15.3 an incapacity takes its ground back from the clearance', () => {
    const store = steady().do('recordIncapacity', reviewer, closed, '2025-11-03 10:00');
    store.do('withdrawFinding', people.manager, back('fnd-1'), '2025-11-04 10:00');
    expect(store.putToClearance).toEqual(['found CLEAR_6_INCAPACITY', 'withdrawGround CLEAR_6_INCAPACITY']);
    expect(store.last.lines[0]).toMatchObject({
      type: 'FINDING_WITHDRAWN',
      clause: 'SH-STORE 四.5(6)',
      title: { zh: '认定已撤回：停业（2025年11月3日）。理由：认定有误' },
    });
    // Found again, it is a new matter.
    store.do('recordIncapacity', reviewer, closed, '2025-11-05 10:00');
    expect(store.putToClearance.at(-1)).toBe('found CLEAR_6_INCAPACITY');
  });

  it('SH-STORE-10.8 of two violations the clearance goes on with the one that stands, and orders bring their points again', () => {
    const store = steady().do('findViolation', reviewer, brushed, '2025-11-03 10:00');
    const foundAtRevision = store.state.revision;
    store.do('findViolation', reviewer, content, '2025-11-03 11:00');
    store.do('withdrawFinding', people.reviewer2, back('fnd-1'), '2025-11-04 10:00');
    expect(store.putToClearance).toEqual([`found ${CLEAR_8}`, `correctFacts ${CLEAR_8}`, `correctFacts ${CLEAR_8}`]);
    expect(store.factsOf(CLEAR_8)).toEqual([
      '发布国家法律法规禁止的内容（2025年11月3日）',
      '恶意或者扰乱平台秩序的理由：自买自卖',
      '认定理由：内容违法',
    ]);
    expect(store.last.writes).toEqual([{ write: 'reinstateOrders', data: { storeId: 'sto-1', foundAtRevision } }]);
    store.do('withdrawFinding', people.reviewer2, back('fnd-1-2'), '2025-11-04 11:00');
    expect([store.putToClearance.at(-1), store.last.writes]).toEqual([`withdrawGround ${CLEAR_8}`, []]);
  });

  it('XC-05.5 SH-STORE-11.1 who found it does not take it back where two persons decide; nobody does without a reason', () => {
    const store = steady().do('findViolation', reviewer, content, '2025-11-03 10:00');
    const asked = (who: typeof reviewer, input: object, one = store) =>
      refusalOf(one, 'withdrawFinding', who, input, '2025-11-04 10:00');
    expect(asked(reviewer, back('fnd-1'))).toEqual(['FOUR_EYES', 'findingId']);
    expect(asked(people.reviewer2, { findingId: 'fnd-1' })).toEqual(['REASON_REQUIRED', 'reason']);
    expect(asked(people.reviewerElsewhere, back('fnd-1'))).toEqual(['OUT_OF_SCOPE', undefined]);
    const alone = steady('2025-08-05 10:00', { 'clearance.twoPersons': false });
    alone.do('findViolation', reviewer, content, '2025-11-03 10:00');
    expect(asked(reviewer, back('fnd-1'), alone)).toBe('went through');
  });

  it('SH-STORE-10.8 a dismissed ground leaves no finding to take back', () => {
    const store = steady().do('findViolation', reviewer, content, '2025-11-03 10:00');
    store.do('clearanceDismissed', otherCase, { clearanceCaseId: 'clr-1', ground: CLEAR_8 }, '2025-11-04 10:00');
    expect(refusalOf(store, 'withdrawFinding', people.reviewer2, back('fnd-1'), '2025-11-05 10:00')).toEqual([
      'INVALID_INPUT',
      'findingId',
    ]);
  });

  it('SH-STORE-11.7 once the clearance is confirmed a manager alone does, which undoes it', () => {
    const store = steady().do('findViolation', reviewer, content, '2025-11-03 10:00');
    store.do('storeCleared', otherCase, { clearanceCaseId: 'clr-1', grounds: [CLEAR_8] }, '2025-11-05 10:00');
    expect(refusalOf(store, 'withdrawFinding', people.reviewer2, back('fnd-1'), '2025-11-06 10:00')).toEqual([
      'NOT_ALLOWED',
      'findingId',
    ]);
    store.do('withdrawFinding', people.manager, back('fnd-1'), '2025-11-06 10:00');
    expect(store.putToClearance.at(-1)).toBe(`withdrawGround ${CLEAR_8}`);
    expect(store.state.outcome).toBe('STORE_CLEARED');
    store.do('clearanceReversed', otherCase, { clearanceCaseId: 'clr-1' }, '2025-11-06 11:00');
    expect(store.state).toMatchObject({ outcome: null, facts: { findings: [], grounds: {} } });
  });
});

describe('inspections', () => {
  it('SH-STORE-08.5 stand on the timeline with their area', () => {
    const input = { area: 'ORDERS', inspectedOn: '2025-11-03', found: '抽查 10 笔订单，均已履行', fileIds: [] };
    const store = steady().do('recordInspection', reviewer, input, '2025-11-03 10:00');
    expect(store.last.lines[0]).toMatchObject({
      type: 'STORE_INSPECTED',
      title: { zh: '已记录检查：订单处理（2025年11月3日）；抽查 10 笔订单，均已履行' },
      detail: { area: 'ORDERS' },
    });
    expect(
      refusalOf(store, 'recordInspection', reviewer, { ...input, inspectedOn: '2025-11-05' }, '2025-11-04 10:00'),
    ).toEqual(['INVALID_INPUT', 'inspectedOn']);
  });
});

describe('a store that is cleared', () => {
  const told = { clearanceCaseId: 'clr-1', grounds: ['CLEAR_3_ZERO_POINTS', 'CLEAR_7_VOLUNTARY'] };
  const idle = () => new SupervisedStore('2025-07-10 10:00').until('2025-10-01 00:00');

  it('SH-STORE-11.10 ends its supervision with all its clocks and tasks', () => {
    const store = idle().do('storeCleared', otherCase, told, '2025-10-20 10:00');
    expect(store.state).toMatchObject({
      outcome: 'STORE_CLEARED',
      deadlines: [],
      tasks: [],
      facts: { exit: { state: 'EXIT_CONFIRMED' } },
    });
    const before = store.transitions.length;
    expect(store.until('2026-06-01 00:00').transitions).toHaveLength(before);
    expect(
      store.applyFacts(store.monthlyPoints(null, '2026-06-01T00:00:00.000+08:00'), '2026-06-01T00:00:00.000+08:00'),
    ).toBeNull();
  });

  it('SH-STORE-11.10 is watched from the day on which that is undone, as a new store is', () => {
    const store = idle().do('storeCleared', otherCase, told, '2025-10-20 10:00');
    store.do('clearanceReversed', otherCase, { clearanceCaseId: 'clr-1' }, '2026-03-10 10:00');
    expect(store.state).toMatchObject({
      stage: 'SUPERVISED',
      outcome: null,
      facts: { countedFrom: '2026-03-10', grounds: {}, clearedFor: [] },
    });
    expect(store.state.deadlines.map(({ name, dueAt }) => [name, dueAt?.slice(0, 10)])).toEqual([
      ['month', '2026-04-01'],
      ['quarter', '2026-04-01'],
      ['nextCreditCheck', '2026-04-11'],
    ]);
    store.until('2026-05-31 23:59');
    expect(store.putToClearance.filter((put) => put.startsWith('found CLEAR_3'))).toHaveLength(1);
    store.until('2026-06-01 00:00');
    expect(store.state.facts.zeroPoints.periods).toEqual(['2026-04', '2026-05']);
  });
});

describe('ten years', () => {
  it('make neither the state nor a month of it larger', () => {
    const store = new SupervisedStore('2025-12-10 10:00').book('2025-12-10', 1000);
    const months: { size: number; lines: number; steps: number }[] = [];
    for (let month = 0; month < 120; month += 1) {
      const [year, number] = [2026 + Math.floor(month / 12), String((month % 12) + 1).padStart(2, '0')];
      const before = store.transitions.length;
      store.report(`${year}-${number}-15 10:00`, 1).until(`${year}-${number}-28 23:59`);
      const steps = store.transitions.slice(before);
      const { rules: _rules, calendar: _calendar, ...recorded } = store.state;
      months.push({
        size: JSON.stringify(recorded).length,
        lines: steps.reduce((sum, { lines }) => sum + lines.length, 0),
        steps: steps.length,
      });
      if (store.tasks.includes('checkCredit'))
        store.act(
          'recordCreditCheck',
          reviewer,
          { source: '信用中国', checkedOn: `${year}-${number}-15`, company: 'CLEAR', shareholders: [], fileIds: [] },
          store.last.at,
        );
    }
    const [early, late] = [months[24], months[108]];
    expect(late).toMatchObject({ lines: early?.lines, steps: early?.steps });
    // Counters may have a digit more; the keys of requests are kept up to a number.
    expect((late?.size ?? 0) - (early?.size ?? 0)).toBeLessThan(200 * '"reviewer:120",'.length);
    expect(months.at(-1)?.size).toBeLessThan(12_000);
  });
});
