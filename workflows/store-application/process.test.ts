import { describe, expect, it } from 'vitest';
import { application } from '../../rules/sh-store/application.fixture.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { Actor } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import { at, PaperCase, people } from '../../test/support/engine-samples.ts';
import type { StoreApplicationFacts, StoreApplicationOpening } from './contract.ts';
import { MATERIALS } from './contract.ts';
import { storeApplication } from './process.ts';

const FILED = at('2025-08-18 10:00');
const recommendation = {
  id: 'rcm-1',
  recommenderId: people.district.id,
  recommender: 'DISTRICT_SME_DEPARTMENT',
  department: '浦东新区科经委',
  documentNumber: '浦科经〔2025〕7号',
} as const;

class Application extends PaperCase<StoreApplicationFacts> {
  constructor(opening: Partial<StoreApplicationOpening> = {}, openedAt = FILED) {
    super(
      storeApplication,
      { route: 'STANDARD', figures: application(), recommendation: null, invitation: null, ...opening },
      { openedAt },
    );
  }

  does(action: string, input: unknown = {}, when = '2025-08-19 10:00', actor: Actor = people.reviewer): this {
    const now = when.includes('T') ? when : at(when);
    this.liveUntil(now);
    this.act(action, actor, input, now);
    return this;
  }

  reviewed(when = '2025-08-19 10:00'): this {
    this.does('checkMaterials', { items: Object.fromEntries(MATERIALS.map((material) => [material, 'OK'])) }, when);
    this.does(
      'recordCreditCheck',
      { result: 'CLEAR', source: '信用中国', checkedOn: '2025-08-18', operatingRisk: false },
      when,
    );
    for (const item of ['qualification', 'prospects', 'reputation'])
      this.does('judgeCondition', { item, met: true, reason: 'r' }, when);
    return this;
  }

  invited(interviewAt = '2025-10-09 14:00', when = '2025-09-22 10:00'): this {
    return this.reviewed(when).does('passPreliminaryReview', { interview: appointment(interviewAt) }, when);
  }

  refusalOf(action: string, input: unknown = {}, when = '2025-08-19 10:00', actor: Actor = people.reviewer): Refusal {
    try {
      this.act(action, actor, input, at(when));
    } catch (failure) {
      if (failure instanceof Refusal) return failure;
      throw failure;
    }
    throw new Error(`${action} was not refused.`);
  }
}

function appointment(when: string) {
  return { at: at(when), minutes: 60, place: '大渡河路 1 号', requirements: [], originals: [] };
}

describe('the preliminary review', () => {
  it('SH-STORE-04.3 is passed when materials, credit and judgements are in, and sets the interview', () => {
    const one = new Application();
    expect(one.refusalOf('passPreliminaryReview', { interview: appointment('2025-08-25 14:00') }).code).toBe(
      'STEP_MISSING',
    );
    one.reviewed().does('passPreliminaryReview', { interview: appointment('2025-08-25 14:00') });
    expect(one.state).toMatchObject({ stage: 'INTERVIEW_SCHEDULED', facts: { interview: { sequence: 0 } } });
    expect(one.noticed).toContain('interviewNotice');
  });

  it('SH-STORE-04.5 a supplement rests the internal target and gives ten working days, after which the application lapses', () => {
    const one = new Application({}, at('2025-09-26 10:00')).does(
      'requestSupplement',
      { items: ['审计报告'], reason: '缺' },
      '2025-09-26 11:00',
    );
    expect(one.deadline('supplement')?.lastDay).toBe('2025-10-16');
    expect(one.deadline('preliminaryReview')?.dueAt).toBeNull();
    one.liveUntil(at('2025-10-17 00:00'));
    expect(one.state).toMatchObject({ outcome: 'LAPSED', closedAt: at('2025-10-17 00:00') });
    expect(one.noticed).toEqual([
      'applicationReceived',
      'supplementRequested',
      'deadlineReminder',
      'deadlineReminder',
      'applicationLapsed',
    ]);
  });

  it('SH-STORE-04.5 an answer in time goes on with the review, as often as it is needed', () => {
    const one = new Application();
    for (const day of ['19', '26']) {
      one.does('requestSupplement', { items: ['x'], reason: 'r' }, `2025-08-${day} 10:00`);
      one.does('answerSupplement', { figures: { area: 90 } }, `2025-08-${day} 15:00`, people.provider);
    }
    expect(one.state).toMatchObject({ stage: 'PRELIM_REVIEW', facts: { figures: { area: 90 } } });
    expect(
      one.transitions.flatMap(({ deadlines }) =>
        deadlines
          .filter(({ deadline }) => deadline.name === 'supplement')
          .map(({ deadline, status }) => [deadline.entry, status]),
      ),
    ).toEqual([
      [1, 'OPEN'],
      [1, 'MET'],
      [2, 'OPEN'],
      [2, 'MET'],
    ]);
  });

  it('SH-STORE-04.6 the internal target passes without any effect', () => {
    const one = new Application();
    one.liveUntil(at('2025-12-31 00:00'));
    expect(one.state).toMatchObject({ stage: 'PRELIM_REVIEW', closedAt: null });
    expect(one.noticed).toEqual(['applicationReceived']);
  });
});

describe('the interview', () => {
  it('SH-STORE-05.11 reminds three and one working days before: 28 and 30 September for 9 October', () => {
    expect(
      new Application()
        .invited()
        .deadline('interview')
        ?.rungs.map((rung) => rung.at),
    ).toEqual([at('2025-09-28 09:00'), at('2025-09-30 09:00')]);
  });

  it('SH-STORE-05.7 is rescheduled twice at most; every appointment is a deadline of its own and the old one is cancelled', () => {
    const one = new Application()
      .invited()
      .does('rescheduleInterview', { interview: appointment('2025-10-10 14:00'), reason: 'r' }, '2025-09-23 10:00')
      .does('rescheduleInterview', { interview: appointment('2025-10-13 14:00'), reason: 'r' }, '2025-09-24 10:00');
    expect(
      one.refusalOf(
        'rescheduleInterview',
        { interview: appointment('2025-10-14 14:00'), reason: 'r' },
        '2025-09-25 10:00',
      ).code,
    ).toBe('LIMIT_REACHED');
    const written = one.transitions.flatMap(({ deadlines }) =>
      deadlines.filter(({ deadline }) => deadline.name === 'interview'),
    );
    expect(written.map(({ deadline, status }) => [deadline.entry, status, deadline.dueAt])).toEqual([
      [1, 'OPEN', at('2025-10-09 14:00')],
      [1, 'CANCELLED', at('2025-10-09 14:00')],
      [2, 'OPEN', at('2025-10-10 14:00')],
      [2, 'CANCELLED', at('2025-10-10 14:00')],
      [3, 'OPEN', at('2025-10-13 14:00')],
    ]);
    expect(one.state.facts.interview?.sequence).toBe(2);
  });

  it('SH-STORE-05.6 an absence gives three working days to explain, and only then can it be found without cause', () => {
    const one = new Application().invited('2025-09-26 10:00').does('recordAbsence', {}, '2025-09-26 10:30');
    expect(one.deadline('explanation')?.lastDay).toBe('2025-09-30');
    expect(one.refusalOf('findAbsenceWithoutCause', { reason: 'r' }, '2025-09-30 10:00').code).toBe('NOT_NOW');
    one.does('findAbsenceWithoutCause', { reason: '未到场亦未说明' }, '2025-10-09 10:00');
    expect(one.state.outcome).toBe('DEEMED_ABANDONED');
  });

  it('SH-STORE-05.4 SH-STORE-05.5 the finding bars applications for six months from the interview', () => {
    const one = new Application().invited('2025-09-26 10:00').does('recordAbsence', {}, '2025-09-26 10:30');
    one.does('findAbsenceWithoutCause', { reason: 'r' }, '2025-10-09 10:00');
    expect(one.last.writes).toEqual([
      expect.objectContaining({ write: 'bar', ground: 'NO_SHOW', firstDay: '2025-09-27', lastDay: '2026-03-26' }),
    ]);
  });

  it('SH-STORE-05.6 an absence recorded late still leaves three working days', () => {
    const one = new Application()
      .invited('2025-09-22 14:00', '2025-09-19 10:00')
      .does('recordAbsence', {}, '2025-10-09 10:00');
    expect(one.deadline('explanation')).toMatchObject({ entry: 2, lastDay: '2025-10-13' });
    expect(one.last.deadlines.map(({ deadline, status }) => [deadline.name, deadline.entry, status])).toContainEqual([
      'explanation',
      1,
      'CANCELLED',
    ]);
  });

  it('SH-STORE-05.2 SH-STORE-05.3 is not passed before materials are verified and the commitment is signed', () => {
    const one = new Application()
      .invited('2025-09-26 10:00')
      .does('recordAttendance', { attendees: 1 }, '2025-09-26 10:00');
    expect(one.refusalOf('passInterview', {}, '2025-09-26 11:00').details.facts?.['requirement']).toBe('SH-STORE-05.2');
    one.does('verifyMaterials', { items: [{ name: '营业执照', result: 'DEFICIENT' }] }, '2025-09-26 11:00');
    expect(one.refusalOf('passInterview', {}, '2025-09-26 11:00').details.facts?.['deficient']).toEqual(['营业执照']);
    one.does('verifyMaterials', { items: [{ name: '营业执照', result: 'OK' }] }, '2025-09-26 11:10');
    expect(one.refusalOf('passInterview', {}, '2025-09-26 11:20').details.facts?.['requirement']).toBe('SH-STORE-05.3');
    one.does('signCommitment', { fileId: 'f-1' }, '2025-09-26 11:30').does('passInterview', {}, '2025-09-26 11:40');
    expect(one.state.outcome).toBe('INTERVIEW_PASSED');
  });

  it('SH-STORE-05.9 passing opens the store and its set-up; on the trial route the trial, too, from the same day', () => {
    const lacking = application({ revenue: 4_000_000, contribution: '服务企业 300 家次' });
    const one = new Application({ route: 'TRIAL', figures: lacking, recommendation })
      .invited('2025-09-26 10:00')
      .does('recordAttendance', { attendees: 1 }, '2025-09-26 10:00')
      .does('verifyMaterials', { items: [{ name: '营业执照', result: 'OK' }] }, '2025-09-26 11:00')
      .does('signCommitment', { fileId: 'f-1' }, '2025-09-26 11:30')
      .does('passInterview', {}, '2025-09-26 11:40');
    expect(one.last.openings.map(({ id, kind, storeId }) => [id, kind, storeId])).toEqual([
      ['set-1', 'storeSetup', 'sto-1'],
      ['tri-1', 'trialOperation', 'sto-1'],
    ]);
    expect(one.last.openings.map(({ opening }) => (opening as { approvedAt: Instant }).approvedAt)).toEqual(
      Array(2).fill(at('2025-09-26 11:40')),
    );
    expect(one.last.writes).toEqual([
      expect.objectContaining({ write: 'openStore', status: 'TRIAL', ownerId: 'provider' }),
    ]);
  });

  it('XC-05.5 the officer who recommended the application can neither review nor interview', () => {
    const one = new Application({ recommendation });
    const officer = { ...people.reviewer, id: people.district.id };
    expect(one.refusalOf('checkMaterials', { items: { licence: 'OK' } }, '2025-08-19 10:00', officer).code).toBe(
      'FOUR_EYES',
    );
  });
});

describe('the end of an application', () => {
  it('withdrawn at any time before it is decided: nothing is left open, no bar', () => {
    const one = new Application().invited().does('withdraw', {}, '2025-09-24 10:00', people.provider);
    expect(one.state).toMatchObject({ outcome: 'WITHDRAWN', deadlines: [], tasks: [] });
    expect(one.last.writes).toEqual([]);
    expect(one.last.notices.map(({ template }) => template)).toEqual(['interviewCancelled', 'applicationWithdrawn']);
  });

  it('XC-05.1 SH-STORE-04.4 rejected only with a reason, which the notice gives', () => {
    expect(new Application().refusalOf('rejectApplication', { reason: '' }).code).toBe('REASON_REQUIRED');
    const one = new Application().does('rejectApplication', { reason: '经营场所不符' });
    expect(one.last.notices[0]).toMatchObject({ template: 'preliminaryRejected', data: { reasons: ['经营场所不符'] } });
  });
});
