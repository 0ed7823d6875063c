import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../rules/refusal.ts';
import { at, PaperCase, SUBJECT } from '../../../test/support/engine-samples.ts';
import {
  BUYER,
  CALLER,
  complaintForm,
  complaintPeople as people,
  filedComplaint,
  toldTo,
} from '../../../test/support/store-complaint-case.ts';
import { storeComplaint } from './process.ts';

const REGISTERED = at('2026-02-14 10:00');
const ANSWERED = at('2026-02-24 10:00');
const LATER = at('2026-02-26 10:00');
const REVIEWED = at('2026-03-02 10:00');

function registered(changes: object = {}, filer: Parameters<typeof filedComplaint>[1] = people.buyer) {
  const one = filedComplaint(changes, filer);
  one.act('registerComplaint', people.reviewer, {}, REGISTERED);
  return one;
}

function investigated() {
  const one = registered();
  one.act('startInvestigation', people.reviewer, {}, REGISTERED);
  return one;
}

function answered() {
  const one = investigated();
  one.act('giveStatement', people.provider, { statement: '页面表述已修改。', fileIds: [] }, ANSWERED);
  return one;
}

const found = {
  responsible: 'STORE',
  breached: ['FALSE_EFFECT'],
  evidence: '店铺页面截图、服务合同。',
  reason: '“必过”的表述没有依据。',
};
const notFound = { responsible: 'NOBODY', evidence: '服务合同。', reason: '合同约定不保证结果。' };

function upheld(changes: object = {}) {
  const one = answered();
  one.act('upholdComplaint', people.reviewer, { ...found, ...changes }, LATER);
  return one;
}

/** How often the supervision of the store was asked to count anew by the latest step. */
const counted = ({ last }: ReturnType<typeof upheld>) =>
  last.messagesAbout.filter(({ kind, action }) => kind === 'storeSupervision' && action === 'complaintsChanged').length;

describe('receipt and registration', () => {
  it('SH-STORE-14 XC-05.3 filed without an account, it is opened by the complainant and not by the store', () => {
    const { parties } = filedComplaint().state;
    const openedBy = { kind: 'person', id: 'contact:con-9', offices: [] } as const;
    const one = new PaperCase(storeComplaint, filedComplaint().state.facts, {
      ...{ id: 'scp-9', about: 'store:sto-1', openedBy, openedById: openedBy.id },
      parties: { ...parties, complainant: [openedBy.id] },
    });
    expect(one.last.lines[0]).toMatchObject({ type: 'CASE_OPENED', actor: { role: 'complainant' } });
  });

  it('SH-STORE-14 it has a receipt, and is to be registered within one working day', () => {
    const one = filedComplaint();
    expect(one.state).toMatchObject({ stage: 'RECEIVED', about: 'store:sto-1', subject: SUBJECT });
    expect(one.deadline('registration')).toMatchObject({ lastDay: '2026-02-14', dueAt: at('2026-02-15 00:00') });
    expect(toldTo(one, 'complaintReceived')).toEqual([BUYER]);
    // The store hears of it once it is registered.
    expect(one.last.notices).toHaveLength(1);
    one.liveUntil(at('2026-02-15 00:00'));
    expect(one.tasks).toEqual(['registerComplaint', 'registrationOverdue']);
    expect(toldTo(one, 'complaintOverdue')).toEqual(['manager']);
  });

  it('SH-STORE-14 registered, the store reads it and hears by when to answer', () => {
    const one = registered();
    expect(toldTo(one, 'complaintRegistered')).toEqual([BUYER]);
    const told = one.last.notices.find(({ template }) => template === 'complaintAgainstProvider');
    expect(told).toMatchObject({
      to: { party: SUBJECT },
      data: { orderNumber: 'DD-2026-0017', happenedOn: '2026-02-03', account: { fromForm: 'account' } },
      deadlines: [{ name: 'statement', lastDay: '2026-02-28' }],
    });
    expect(one.deadline('handling')).toMatchObject({ lastDay: '2026-03-13' });
  });

  it('XC-04.1 the workflow knows neither the words of the complainant nor for whom it was entered', () => {
    const one = registered({ caller: CALLER }, people.reviewer2);
    const known = JSON.stringify([one.state, one.transitions]);
    for (const words of [complaintForm.account, complaintForm.claim, ...Object.values(CALLER)])
      expect(known).not.toContain(words);
    for (const action of ['giveStatement', 'addEvidence', 'withdrawComplaint'])
      expect(one.process.contract.actions[action]?.personal).toHaveLength(1);
  });
});

describe('what both sides say', () => {
  it('SH-STORE-14 the store answers, and the buyer hears of it', () => {
    const one = answered();
    expect(toldTo(one, 'complaintFileGrew')).toEqual([BUYER]);
    expect(one.deadline('statement')).toBeUndefined();
    const statement = { statement: '补充说明。', fileIds: [] };
    for (const who of [people.otherProvider, people.buyer, people.reviewer])
      expect(() => one.act('giveStatement', who, statement, LATER)).toThrow(Refusal);
  });

  it('SH-STORE-14 both sides add evidence, of which the other hears', () => {
    const one = investigated();
    one.act('addEvidence', people.buyer, { note: '合同', fileIds: ['fil-1'] }, ANSWERED);
    expect(toldTo(one, 'complaintFileGrew')).toEqual([SUBJECT]);
    one.act('addEvidence', people.provider, { note: '往来邮件', fileIds: ['fil-2'] }, ANSWERED);
    expect(toldTo(one, 'complaintFileGrew')).toEqual([BUYER]);
    for (const who of [people.otherBuyer, people.otherProvider, people.reviewerElsewhere, people.manager])
      expect(() => one.act('addEvidence', who, { note: '…', fileIds: [] }, ANSWERED)).toThrow(Refusal);
    expect(() => one.act('addEvidence', people.reviewer, { note: '…', fileIds: [] }, ANSWERED)).toThrow('for a caller');
  });

  it('SH-STORE-14.2 nothing is found against a store before it has answered or its time has passed', () => {
    const one = investigated();
    expect(one.blocked('upholdComplaint', people.reviewer, ANSWERED)).toEqual(['NOT_NOW']);
    expect(() => one.act('upholdComplaint', people.reviewer, found, ANSWERED)).toThrow('time to answer');
    expect(one.blocked('rejectComplaint', people.reviewer, ANSWERED)).toEqual([]);
    one.liveUntil(at('2026-02-28 23:59'));
    expect(one.blocked('upholdComplaint', people.reviewer, at('2026-02-28 23:59'))).toEqual(['NOT_NOW']);
    one.liveUntil(at('2026-03-01 00:00'));
    one.act('upholdComplaint', people.reviewer, found, at('2026-03-01 00:00'));
    expect(one.state.outcome).toBe('UPHELD');
  });

  it('SH-STORE-14.2 rejected before the store had to answer and reopened, the store is asked first', () => {
    const one = investigated();
    one.act('rejectComplaint', people.reviewer, notFound, REGISTERED);
    expect(one.deadline('statement')).toBeUndefined();
    one.act('reopenFinding', people.manager, { reason: '投诉人补充了录音' }, REVIEWED);
    expect(one.deadline('statement')).toMatchObject({ lastDay: '2026-03-09' });
    expect(toldTo(one, 'complaintAgainstProvider')).toEqual([SUBJECT]);
    expect(one.blocked('upholdComplaint', people.reviewer, REVIEWED)).toEqual(['NOT_NOW']);
  });
});

describe('for a caller', () => {
  const entered = () => registered({ caller: CALLER }, people.reviewer2);

  it('SH-STORE-14 staff enter a complaint for somebody who calls, who is written to at the address they leave', () => {
    const one = entered();
    expect(one.state.parties).toEqual({ respondent: [SUBJECT] });
    expect(toldTo(one, 'complaintRegistered')).toEqual(['contact']);
    one.act('addEvidence', people.reviewer, { note: '来电人补充：附有录音。', fileIds: [] }, ANSWERED);
    expect(toldTo(one, 'complaintFileGrew')).toEqual([SUBJECT]);
    one.act('withdrawComplaint', people.reviewer, { reason: '来电人表示问题已解决' }, LATER);
    expect(one.state.outcome).toBe('WITHDRAWN');
    expect([...toldTo(one, 'complaintWithdrawn')]).toEqual(['contact', SUBJECT]);
  });

  it('XC-05.5 who entered it does not decide it, and of others staff take nothing back', () => {
    const one = entered();
    one.act('startInvestigation', people.reviewer2, {}, ANSWERED);
    one.act('giveStatement', people.provider, { statement: '说明', fileIds: [] }, ANSWERED);
    expect(() => one.act('upholdComplaint', people.reviewer2, found, LATER)).toThrow(Refusal);
    expect(() => one.act('rejectComplaint', people.reviewer2, notFound, LATER)).toThrow(Refusal);
    one.act('upholdComplaint', people.reviewer3, found, LATER);
    expect(toldTo(one, 'complaintFinding')).toEqual(['contact', SUBJECT]);
    expect(() => registered().act('withdrawComplaint', people.reviewer, {}, LATER)).toThrow('for a caller');
  });
});

describe('the finding', () => {
  it('SH-STORE-14.2 names who is responsible, the evidence and the reasons, and both sides are told', () => {
    const one = upheld();
    expect(one.state).toMatchObject({ outcome: 'UPHELD', deadlines: [], tasks: [] });
    expect(toldTo(one, 'complaintFinding')).toEqual([BUYER, SUBJECT]);
    expect(one.last.notices[0]?.data).toMatchObject({
      verdict: { en: 'Upheld' },
      responsible: { en: 'Store' },
      breached: [{ zh: '对服务效果虚假宣传' }],
      evidence: found.evidence,
      reason: found.reason,
      clause: 'SH-STORE 三.1',
      effect: { zh: '本认定计入店铺的有责投诉次数' },
      mediationOpen: false,
    });
    expect(one.last.lines[0]).toMatchObject({ clause: 'SH-STORE 三.1' });
    expect(one.last.lines[0]?.title).toMatchObject({ zh: expect.stringContaining(found.evidence) });
  });

  it('SH-STORE-14.2 XC-05.1 needs a reason, a party that fits the verdict, the duties, and a reviewer of the Centre', () => {
    const decide = (who: (typeof people)[keyof typeof people], changes: object) => () =>
      answered().act('upholdComplaint', who, { ...found, ...changes }, LATER);
    expect(decide(people.reviewer, { reason: ' ' })).toThrow('needs a reason');
    expect(decide(people.reviewer, { breached: [] })).toThrow('duties that were breached');
    expect(decide(people.reviewer, { responsible: 'CONSUMER' })).toThrow('store or the platform');
    for (const who of [people.manager, people.provider, people.buyer, people.reviewerElsewhere, people.district])
      expect(decide(who, {})).toThrow(Refusal);
    expect(() => upheld().act('upholdComplaint', people.reviewer, found, REVIEWED)).toThrow('closed');
  });

  it('SH-STORE-14.1 only a complaint for which the store is found responsible counts', () => {
    const store = upheld();
    const platform = upheld({ responsible: 'PLATFORM', breached: ['FEE_OF_PLATFORM'] });
    const rejected = answered();
    rejected.act('rejectComplaint', people.reviewer, notFound, LATER);
    expect([store, platform, rejected].map(counted)).toEqual([1, 1, 1]);
    expect(store.last.notices[0]?.data).toHaveProperty('effect');
    for (const one of [platform, rejected]) expect(one.last.notices[0]?.data).not.toHaveProperty('effect');
    // XC-06.1: nothing is written in a register of another regime.
    for (const one of [store, platform, rejected]) expect(one.last.writes).toEqual([]);
  });

  it('SH-STORE-14.4 reopened it does not count meanwhile, and reversed it counts no more', () => {
    const one = upheld();
    expect(() => one.act('reopenFinding', people.buyer, { reason: '不服' }, REVIEWED)).toThrow(Refusal);
    expect(() => one.act('reopenFinding', people.manager, { reason: '' }, REVIEWED)).toThrow('needs a reason');
    one.act('reopenFinding', people.manager, { reason: '店铺补交了通过通知书' }, REVIEWED);
    expect(one.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null, facts: { finding: null } });
    expect(one.deadline('handling')?.lastDay).toBe('2026-03-23');
    expect(toldTo(one, 'complaintReopened')).toEqual([BUYER, SUBJECT]);
    expect(one.last.notices[0]?.data['effect']).toMatchObject({ zh: '复核期间，原认定不计入店铺的有责投诉次数' });
    expect(counted(one)).toBe(1);
    // What was found once is not withdrawn away.
    expect(() => one.act('withdrawComplaint', people.buyer, {}, REVIEWED)).toThrow('under review');
    one.act('rejectComplaint', people.reviewer2, notFound, at('2026-03-03 10:00'));
    expect(counted(one)).toBe(1);
    expect(one.last.notices[0]?.data).toMatchObject({
      former: { en: 'Upheld' },
      verdict: { en: 'Not upheld' },
      effect: { zh: '原认定不再计入店铺的有责投诉次数' },
    });
    expect(one.state).toMatchObject({ outcome: 'NOT_UPHELD', facts: { reopened: null } });
  });

  it('SH-STORE-14 withdrawn before a finding, both sides hear that there is none, and nothing is counted', () => {
    const one = investigated();
    for (const who of [people.otherBuyer, people.provider])
      expect(() => one.act('withdrawComplaint', who, {}, LATER)).toThrow(Refusal);
    one.act('withdrawComplaint', people.buyer, { reason: '已退款' }, LATER);
    expect(one.state).toMatchObject({ outcome: 'WITHDRAWN', deadlines: [], tasks: [], facts: { finding: null } });
    expect([toldTo(one, 'complaintWithdrawn'), counted(one)]).toEqual([[BUYER, SUBJECT], 0]);
    expect(() => one.act('upholdComplaint', people.reviewer, found, LATER)).toThrow('closed');
    const early = filedComplaint();
    early.act('withdrawComplaint', people.buyer, {}, REGISTERED);
    expect(toldTo(early, 'complaintWithdrawn')).toEqual([BUYER]);
  });

  it('SH-STORE-14 overdue it goes to the manager, and nothing is found of itself', () => {
    const one = answered();
    one.liveUntil(at('2026-03-14 00:00'));
    expect(one.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null });
    expect(one.tasks).toEqual(['investigate', 'handlingOverdue']);
    expect(toldTo(one, 'complaintOverdue')).toEqual(['manager']);
  });
});
