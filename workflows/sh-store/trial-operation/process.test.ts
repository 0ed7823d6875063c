import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../rules/refusal.ts';
import type { Requester } from '../../../rules/roles.ts';
import { at, PaperCase, people, SUBJECT } from '../../../test/support/engine-samples.ts';
import type { TrialOperationFacts, TrialOperationOpening } from './contract.ts';
import { trialOperation } from './process.ts';

const OPENED = at('2025-08-01 10:00');
const END = at('2025-10-10 00:00');
const met = { points: 1501, orders: 100, products: 10 };

/** A trial whose three figures stand as given at every instant. */
class Trial extends PaperCase<TrialOperationFacts> {
  figures: { points: number; orders: number; products: number };

  constructor(figures = met, approvedAt = OPENED, rules: Record<string, boolean | number> = {}) {
    const opening: TrialOperationOpening = {
      approvedAt,
      recommenderId: people.district.id,
      department: '浦东新区科经委',
      documentNumber: '浦科经〔2025〕7号',
    };
    const parties = { recommender: ['unit:sh-pudong'] };
    super(trialOperation, opening, { id: 'tri-1', openedAt: approvedAt, about: 'store:sto-1', rules, parties });
    this.figures = figures;
  }

  until(to: string): this {
    this.liveUntil(at(to), (_name, before, now) => ({ asOf: before ?? now, ...this.figures }));
    return this;
  }

  decide(
    action: string,
    actor: Requester = people.reviewer,
    when = at('2025-10-10 10:00'),
    input: unknown = { reason: 'r' },
  ): this {
    const asOf = this.state.facts.endedAt ?? when;
    this.act(action, actor, input, when, { asOf, ...this.figures });
    return this;
  }
}

describe('a trial', () => {
  it('SH-STORE-07.5 of 1 August ends on 9 October, past the holiday; with the switch off on 1 October', () => {
    expect(new Trial().deadline('trial')).toMatchObject({ dueAt: END, lastDay: '2025-10-09' });
    const strict = new Trial(met, OPENED, { 'time.rollForward.trial': false });
    expect(strict.deadline('trial')?.dueAt).toBe(at('2025-10-02 00:00'));
  });

  it('XC-06.2 SH-STORE-07.8 a trial under other targets tells the store and its recommender the old and the new ones', () => {
    const trial = new Trial();
    const adopt = (version: number, values: Record<string, number>) =>
      trial.act('adoptRules', people.manager, { reason: '指标调整' }, at('2025-08-20 10:00'), {
        version,
        values: { ...trial.state.rules, ...values },
      });
    const { notices } = adopt(2, { 'trial.orders': 120 });
    const told = {
      from: { points: 1500, orders: 100, products: 10 },
      to: { points: 1500, orders: 120, products: 10 },
      reason: '指标调整',
    };
    expect(notices).toMatchObject([
      { template: 'trialTargetsChanged', to: { party: SUBJECT }, data: told, deadlines: [{ name: 'trial' }] },
      { template: 'recommendedTrialTargetsChanged', to: { party: 'unit:sh-pudong' }, data: told },
    ]);
    // Rules that leave the targets alone are nothing to tell.
    expect(adopt(3, { 'setup.days': 7 }).notices).toEqual([]);
  });

  it('SH-STORE-07.15 runs from the day the store passes review', () => {
    expect(new Trial(met, at('2025-08-15 10:00')).deadline('trial')?.lastDay).toBe('2025-10-15');
  });

  it('SH-STORE-07.13 XC-03.1 reminds fourteen, seven and one days before, on working days, with the figures', () => {
    const trial = new Trial({ points: 900, orders: 100, products: 3 }).until('2025-10-09 23:59');
    const reminders = trial.transitions.filter(({ notices }) =>
      notices.some(({ template }) => template === 'trialProgress'),
    );
    expect(reminders.map(({ at: when }) => when)).toEqual([at('2025-09-25 09:00'), at('2025-09-30 09:00')]);
    expect(reminders[0]?.notices[0]?.data).toEqual({
      figures: {
        points: { value: 900, target: 1500, exceed: true, met: false },
        orders: { value: 100, target: 100, exceed: false, met: true },
        products: { value: 3, target: 10, exceed: false, met: false },
      },
    });
  });

  it('SH-STORE-07 tells store and recommender of the start, of the progress and of the result', () => {
    const trial = new Trial().until('2025-10-10 00:00').decide('regularise');
    const told = trial.transitions.flatMap(({ notices }) => notices);
    const sentTo = (party: string) =>
      told.filter(({ to }) => 'party' in to && to.party === party).map(({ template }) => template);
    expect(sentTo(SUBJECT)).toEqual(['trialStarted', 'trialProgress', 'trialProgress', 'trialRegularised']);
    expect(sentTo('unit:sh-pudong')).toEqual([
      'recommendedTrialStarted',
      'recommendedTrialProgress',
      'recommendedTrialProgress',
      'recommendedCaseOutcome',
    ]);
    expect(told[0]?.deadlines).toMatchObject([{ name: 'trial', duty: false, clause: 'SH-STORE 一.2' }]);
    const letter = { department: '浦东新区科经委', documentNumber: '浦科经〔2025〕7号' };
    expect(told.filter(({ template }) => template.startsWith('recommended')).map(({ data }) => data)).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining(letter)),
    );
  });

  it('SH-STORE-07.6 cannot be decided before it has ended, whatever the figures', () => {
    const trial = new Trial().until('2025-10-09 23:59');
    expect(() => trial.decide('regularise', people.reviewer, at('2025-10-09 23:59'))).toThrow(Refusal);
    expect(trial.until('2025-10-10 00:00').decide('regularise').state.outcome).toBe('REGULARISED');
  });

  it.each([
    ['SH-STORE-07.7 1500 points', { ...met, points: 1500 }],
    ['SH-STORE-07.8 99 orders', { ...met, orders: 99 }],
    ['SH-STORE-07.9 9 products', { ...met, products: 9 }],
    ['SH-STORE-07.11 2000 points, 99 orders, 15 products', { points: 2000, orders: 99, products: 15 }],
  ])('%s at the end: failed, and a clearance is opened for a person to confirm', (_what, figures) => {
    const trial = new Trial(figures).until('2025-10-10 00:00');
    expect(trial.state).toMatchObject({ outcome: 'TRIAL_FAILED', closedAt: END });
    expect(trial.last.openings).toMatchObject([
      {
        kind: 'clearance',
        id: 'clr-tri-1',
        joins: true,
        stage: 'PENDING_CONFIRMATION',
        opening: { ground: 'CLEAR_TRIAL_FAILED' },
      },
    ]);
    expect(trial.last.writes).toEqual([]);
  });

  it('XC-04.4 hands to the clearance the day and all three figures with their targets, not only what is missing', () => {
    const trial = new Trial({ points: 2000, orders: 99, products: 15 }).until('2025-10-10 00:00');
    const { facts } = trial.last.openings[0]?.opening as { facts: { zh: string }[] };
    expect(facts.map(({ zh }) => zh)).toEqual([
      '试运行于2025年10月9日 24:00期满，以下为期满时的数据',
      '积分 2000 分（要求超过 1500 分；已达标）',
      '订单 99 笔（要求不少于 100 笔；未达标，还差 1 笔）',
      '产品 15 个（要求不少于 10 个；已达标）',
    ]);
  });

  it('SH-STORE-07.10 all three met: a reviewer confirms, the store becomes a normal store, both are told', () => {
    const trial = new Trial().until('2025-10-10 00:00');
    expect(trial.state).toMatchObject({ stage: 'TRIAL_EVALUATION', closedAt: null });
    expect(trial.last.tasks).toEqual([expect.objectContaining({ name: 'trialDecision', role: 'reviewer' })]);
    trial.decide('regularise');
    expect(trial.last.writes).toEqual([{ write: 'setStoreStatus', data: { storeId: 'sto-1', status: 'NORMAL' } }]);
    expect(trial.last.notices.map(({ template, to }) => [template, to])).toEqual([
      ['trialRegularised', { party: SUBJECT, roles: ['provider'] }],
      ['recommendedCaseOutcome', { party: 'unit:sh-pudong', roles: ['district', 'authority'] }],
    ]);
  });

  it('XC-05.5 not by the officer who recommended the store', () => {
    const trial = new Trial().until('2025-10-10 00:00');
    const recommender = { ...people.reviewer, id: people.district.id };
    expect(() => trial.decide('regularise', recommender)).toThrow('somebody else must');
    expect(() => trial.decide('regularise', people.district)).toThrow('Your role (district)');
  });

  it('SH-STORE-07.12 keeps the snapshot of the end, and one for each time the decision is reopened', () => {
    const trial = new Trial().until('2025-10-10 00:00').decide('regularise');
    trial.figures = { ...met, points: 1481 };
    trial.decide('reopenEvaluation', people.reviewer2, at('2025-11-03 10:00'));
    expect(trial.state.facts.snapshots).toEqual([
      { asOf: END, takenAt: END, ...met, passed: true },
      { asOf: END, takenAt: at('2025-11-03 10:00'), ...met, points: 1481, passed: false },
    ]);
    expect(trial.state.outcome).toBe('TRIAL_FAILED');
    expect(trial.last.openings).toHaveLength(1);
  });

  it('SH-STORE-07.12 a failed trial whose figures are corrected upwards comes back for a decision', () => {
    const trial = new Trial({ ...met, orders: 99 }).until('2025-10-10 00:00');
    trial.figures = met;
    trial.decide('reopenEvaluation', people.reviewer, at('2025-10-13 10:00'));
    expect(trial.state).toMatchObject({ stage: 'TRIAL_EVALUATION', closedAt: null, outcome: null });
    expect(trial.decide('regularise', people.reviewer, at('2025-10-13 11:00')).state.outcome).toBe('REGULARISED');
    expect(trial.transitions.flatMap(({ openings }) => openings)).toHaveLength(1);
  });

  it('SH-STORE-07.12 tells store and recommender that the trial is judged anew, why, what is revoked, and the new result', () => {
    const trial = new Trial().until('2025-10-10 00:00').decide('regularise');
    trial.figures = { ...met, points: 1481 };
    const when = at('2025-11-03 10:00');
    trial.decide('reopenEvaluation', people.reviewer2, when, { reason: '20 分系虚假交易所得' });
    const reopened = { at: when, revoked: 'REGULARISED' };
    const points = { value: 1481, met: false };
    expect(trial.last.notices).toMatchObject([
      { template: 'trialReopened', to: { party: SUBJECT }, data: { reopened, reason: '20 分系虚假交易所得' } },
      { template: 'trialReopened', to: { party: 'unit:sh-pudong' }, data: { reopened, figures: { points } } },
      { template: 'trialFailed', to: { party: SUBJECT }, data: { reopened, figures: { points } } },
      {
        template: 'recommendedCaseOutcome',
        to: { party: 'unit:sh-pudong' },
        data: { outcome: { zh: '未达标，待确认清退' }, reasons: [{ zh: expect.stringContaining('重新评定') }] },
      },
    ]);
    // And back again: what is revoked is the decision that stood last.
    trial.figures = met;
    trial.decide('reopenEvaluation', people.reviewer, at('2025-11-04 10:00'));
    trial.decide('regularise', people.reviewer, at('2025-11-05 10:00'));
    expect(trial.last.notices).toMatchObject([
      { template: 'trialRegularised', data: { reopened: { at: at('2025-11-04 10:00'), revoked: 'TRIAL_FAILED' } } },
      { template: 'recommendedCaseOutcome' },
    ]);
  });

  it('SH-STORE-07.12 XC-04.4 fails again on corrected figures: the clearance that waits is told them', () => {
    const trial = new Trial({ ...met, orders: 99 }).until('2025-10-10 00:00');
    trial.figures = { ...met, orders: 98 };
    trial.decide('reopenEvaluation', people.reviewer, at('2025-10-13 10:00'));
    expect(trial.state.outcome).toBe('TRIAL_FAILED');
    expect(trial.last.openings).toEqual([]);
    expect(trial.last.messagesAbout).toMatchObject([{ kind: 'clearance', action: 'correctFacts' }]);
    expect(JSON.stringify(trial.last.messagesAbout[0]?.input)).toContain('订单 98 笔');
  });

  it('SH-STORE-07.12 revokes nothing where nothing had been decided, and a first result says nothing of a reopening', () => {
    const trial = new Trial().until('2025-10-10 00:00');
    expect(new Trial().until('2025-10-10 00:00').decide('regularise').last.notices[0]?.data).not.toHaveProperty(
      'reopened',
    );
    trial.decide('reopenEvaluation');
    expect(trial.last.notices[0]).toMatchObject({ template: 'trialReopened', data: { reopened: { revoked: null } } });
  });

  it('XC-06.2 is judged by the rules it was opened under', () => {
    const trial = new Trial({ ...met, orders: 110 }, OPENED, { 'trial.orders': 120 }).until('2025-10-10 00:00');
    expect(trial.state.outcome).toBe('TRIAL_FAILED');
  });
});
