import { describe, expect, it } from 'vitest';
import { application } from '../../../rules/sh-store/application.fixture.ts';
import { trialMeritKeys } from '../../../rules/sh-store/routes.ts';
import { Refusal } from '../../../rules/refusal.ts';
import type { Requester } from '../../../rules/roles.ts';
import { at, PaperCase, people } from '../../../test/support/engine-samples.ts';
import type { CommonReadings } from '../../engine/types.ts';
import type { StoreApplicationFacts, StoreApplicationOpening } from './contract.ts';
import { MATERIALS } from './contract.ts';
import { storeApplication } from './process.ts';

const FILED = at('2025-08-18 10:00');
const recommendation = {
  id: 'rcm-1',
  recommenderId: people.district.id,
  recommendingParty: 'unit:sh-pudong',
  recommender: 'DISTRICT_SME_DEPARTMENT',
  department: '浦东新区科经委',
  documentNumber: '浦科经〔2025〕7号',
} as const;

class Application extends PaperCase<StoreApplicationFacts> {
  /** What the records say of notices that have reached nobody. */
  unreached: CommonReadings['unreached'] = [];

  constructor(opening: Partial<StoreApplicationOpening> = {}, openedAt = FILED) {
    super(
      storeApplication,
      { route: 'STANDARD', figures: application(), recommendation: null, invitation: null, ...opening },
      { openedAt },
    );
  }

  does(action: string, input: unknown = {}, when = '2025-08-19 10:00', actor: Requester = people.reviewer): this {
    const now = when.includes('T') ? when : at(when);
    this.liveUntil(now);
    this.act(action, actor, input, now, this.reading(action));
    return this;
  }

  private reading(action: string): unknown {
    return action === 'findAbsenceWithoutCause' ? this.unreached : undefined;
  }

  /** The materials are in order and the credit check is clear. */
  checked(when = '2025-08-19 10:00'): this {
    this.does('checkMaterials', { items: Object.fromEntries(MATERIALS.map((material) => [material, 'OK'])) }, when);
    this.does(
      'recordCreditCheck',
      { result: 'CLEAR', source: '信用中国', checkedOn: '2025-08-18', operatingRisk: false },
      when,
    );
    return this;
  }

  reviewed(when = '2025-08-19 10:00'): this {
    this.checked(when);
    const merits = this.state.facts.route === 'TRIAL' ? trialMeritKeys : [];
    for (const item of ['qualification', 'prospects', 'reputation', ...merits])
      this.does('judgeCondition', { item, met: true, reason: 'r' }, when);
    return this;
  }

  invited(interviewAt = '2025-10-09 14:00', when = '2025-09-22 10:00'): this {
    return this.reviewed(when).does('passPreliminaryReview', { interview: appointment(interviewAt) }, when);
  }

  refusalOf(
    action: string,
    input: unknown = {},
    when = '2025-08-19 10:00',
    actor: Requester = people.reviewer,
  ): Refusal {
    try {
      this.act(action, actor, input, at(when), this.reading(action));
    } catch (failure) {
      if (failure instanceof Refusal) return failure;
      throw failure;
    }
    throw new Error(`${action} was not refused.`);
  }
}

/** What an applicant with an uploaded qualification shows. */
const originals = ['licence', 'qualifications', 'staff', 'premises'].map((item) => ({ item, result: 'OK' }));
const attendees = [{ name: '张三', capacity: '法定代表人' }];

function appointment(when: string) {
  return { at: at(when), minutes: 60, place: '大渡河路 1 号', requirements: [], originals: [] };
}

/** Short of revenue, which a trial may lack. */
const lacking = application({ revenue: 4_000_000, contribution: '服务企业 300 家次' });

function onTrial(): Application {
  return new Application({ route: 'TRIAL', figures: lacking, recommendation });
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

  it('SH-STORE-04.5 an answer makes a form that could have been filed, and is not empty', () => {
    const one = onTrial();
    one.does('requestSupplement', { items: ['x'], reason: 'r' });
    const answer = (input: object) =>
      one.refusalOf('answerSupplement', input, '2025-08-19 11:00', people.provider).details.field;
    expect(answer({})).toBe('note');
    expect(answer({ figures: {}, files: {} })).toBe('note');
    expect(answer({ figures: { fiscalYear: 2020 } })).toBe('figures.fiscalYear');
    expect(answer({ figures: { contribution: null } })).toBe('figures.contribution');
    expect(answer({ figures: { degreeAndTitle: 21 } })).toBe('figures.degreeAndTitle');
    expect(one.state.stage).toBe('RETURNED_FOR_SUPPLEMENT');
    one.does('answerSupplement', { figures: { revenue: 4_100_000 } }, '2025-08-19 11:00', people.provider);
    expect(one.state).toMatchObject({ stage: 'PRELIM_REVIEW', facts: { figures: { revenue: 4_100_000 } } });
  });

  it('SH-STORE-03.3 an answer states a qualification by its file alone', () => {
    const one = new Application({ figures: application({ hasQualification: false, abilityText: '十年经验' }) });
    const back = (input: object) =>
      one
        .does('requestSupplement', { items: ['x'], reason: 'r' })
        .does('answerSupplement', input, '2025-08-19 11:00', people.provider).state.facts.figures.hasQualification;
    expect(back({ figures: { hasQualification: true } })).toBe(false);
    expect(back({ files: { qualifications: ['fil-1'] } })).toBe(true);
    expect(one.last.writes).toMatchObject([{ data: { changes: { figures: { hasQualification: true } } } }]);
  });

  it('SH-STORE-04.6 the internal target passes without any effect', () => {
    const one = new Application();
    one.liveUntil(at('2025-12-31 00:00'));
    expect(one.state).toMatchObject({ stage: 'PRELIM_REVIEW', closedAt: null });
    expect(one.noticed).toEqual(['applicationReceived']);
  });
});

describe('condition (5)', () => {
  const pass = { interview: appointment('2025-08-25 14:00') };
  const check = { result: 'HIT', source: '信用中国', checkedOn: '2025-08-18', operatingRisk: false };

  it('SH-STORE-01.16 is held against the applicant as the reviewer found it, whatever was declared', () => {
    const one = new Application().reviewed();
    one.does('recordFinding', { limb: 'investigation', found: true, reason: '监管部门来函', fileIds: [] });
    expect(one.refusalOf('passPreliminaryReview', pass)).toMatchObject({
      code: 'CONDITION_NOT_MET',
      details: { facts: { items: [{ item: 'investigation', requirement: 'SH-STORE-01.16' }] } },
    });
    expect(one.refusalOf('passPreliminaryReview', pass).details.message.zh).not.toMatch(/[,;:()]/);
    one.does('recordFinding', { limb: 'investigation', found: false, reason: '调查已结束', fileIds: [] });
    one.does('passPreliminaryReview', pass);
    expect(one.state.stage).toBe('INTERVIEW_SCHEDULED');
  });

  it('SH-STORE-04.2 a credit hit names the limb that it touches, or says why it touches none', () => {
    const one = new Application().reviewed();
    expect(one.refusalOf('recordCreditCheck', check)).toMatchObject({ details: { field: 'touches' } });
    expect(one.refusalOf('recordCreditCheck', { ...check, touches: [] })).toMatchObject({
      code: 'REASON_REQUIRED',
      details: { field: 'note' },
    });
    expect(one.refusalOf('recordCreditCheck', { ...check, result: 'CLEAR', touches: ['penalty'] }).code).toBe(
      'INVALID_INPUT',
    );
    one.does('recordCreditCheck', { ...check, touches: [], note: '滞纳金已缴清' });
    expect(one.refusalOf('passPreliminaryReview', pass).code).toBe('REASON_REQUIRED');
    one.does('passPreliminaryReview', { ...pass, reason: '不影响经营' });
    expect(one.state.stage).toBe('INTERVIEW_SCHEDULED');
  });

  it('XC-05.4 a limb that the credit check touches is passed over by a manager alone, not by a reason nor by a finding', () => {
    const one = new Application().reviewed().does('recordCreditCheck', { ...check, touches: ['goodFaith'] });
    const blocked = { code: 'CONDITION_NOT_MET', details: { facts: { items: [{ item: 'goodFaith' }] } } };
    expect(one.refusalOf('passPreliminaryReview', { ...pass, reason: '情节轻微' })).toMatchObject(blocked);
    expect(
      one.refusalOf('recordFinding', { limb: 'goodFaith', found: false, reason: '不属实', fileIds: [] }).code,
    ).toBe('NOT_NOW');
    one.does('overrideCondition', { item: 'goodFaith', reason: '已修复信用' }, '2025-08-19 10:00', people.manager);
    one.does('passPreliminaryReview', { ...pass, reason: '已修复信用' });
    expect(one.state.stage).toBe('INTERVIEW_SCHEDULED');
  });

  it('SH-STORE-07.4 a limb that was found is never overridden on the trial route', () => {
    const one = onTrial().reviewed();
    one.does('recordFinding', { limb: 'penalty', found: true, reason: '处罚决定书', fileIds: [] });
    expect(
      one.refusalOf('overrideCondition', { item: 'penalty', reason: '轻微' }, '2025-08-19 10:00', people.manager).code,
    ).toBe('NOT_ALLOWED');
    expect(one.refusalOf('passPreliminaryReview', pass).code).toBe('ROUTE_NOT_OFFERED');
  });
});

describe('the route', () => {
  const pass = { interview: appointment('2025-08-25 14:00') };
  const letter = { ...recommendation, receivedAt: at('2025-08-01 09:00') };

  it('SH-STORE-07.1 a trial is not passed before key tasks, contribution and potential are judged, each as met', () => {
    const one = onTrial().checked();
    const judge = (item: string, met: boolean) => one.does('judgeCondition', { item, met, reason: '证明材料' });
    for (const item of ['qualification', 'prospects', 'reputation', 'keyTasks']) judge(item, true);
    expect(one.refusalOf('passPreliminaryReview', pass).details.facts).toEqual({
      requirement: 'SH-STORE-07.1',
      items: ['contribution', 'potential'],
    });
    judge('contribution', true);
    judge('potential', false);
    expect(one.refusalOf('passPreliminaryReview', pass).code).toBe('ROUTE_NOT_OFFERED');
    judge('potential', true);
    one.does('passPreliminaryReview', pass);
    expect(one.state.stage).toBe('INTERVIEW_SCHEDULED');
    expect(
      new Application().refusalOf('judgeCondition', { item: 'potential', met: true, reason: 'r' }).details.field,
    ).toBe('item');
  });

  it('SH-STORE-02.2 moves to the trial on the letter that was on file, and the recommender hears of it from then', () => {
    const one = new Application({ figures: lacking, onFile: letter });
    expect(one.noticed).toEqual(['applicationReceived']);
    one.reviewed();
    expect(one.refusalOf('passPreliminaryReview', pass).code).toBe('CONDITION_NOT_MET');
    one.does('changeRoute', { route: 'TRIAL', reason: '年营收未达标，有区主管部门推荐' });
    expect(one.state).toMatchObject({ facts: { route: 'TRIAL' }, participants: { recommender: [people.district.id] } });
    expect([one.state.parties['recommender'], one.last.partiesChanged]).toEqual([['unit:sh-pudong'], true]);
    expect(one.last.notices).toMatchObject([
      {
        template: 'recommendationReceived',
        data: { receivedAt: at('2025-08-01 09:00'), relatedAt: at('2025-08-19 10:00') },
      },
      { template: 'routeChanged', data: { from: 'STANDARD', to: 'TRIAL' } },
    ]);
    for (const item of trialMeritKeys) one.does('judgeCondition', { item, met: true, reason: '属实' });
    one.does('passPreliminaryReview', pass);
    expect(one.state.stage).toBe('INTERVIEW_SCHEDULED');
  });

  it('SH-STORE-07.3 does not move to the trial without a letter of a department, nor without a contribution', () => {
    const toTrial = { route: 'TRIAL', reason: 'r' };
    expect(new Application({ figures: lacking }).refusalOf('changeRoute', toTrial).code).toBe('ROUTE_NOT_OFFERED');
    const street = { ...letter, recommender: 'STREET_OFFICE' } as const;
    expect(new Application({ figures: lacking, onFile: street }).refusalOf('changeRoute', toTrial).code).toBe(
      'ROUTE_NOT_OFFERED',
    );
    expect(new Application({ onFile: letter }).refusalOf('changeRoute', toTrial).code).toBe('STEP_MISSING');
    const both = new Application({ figures: lacking, onFile: letter });
    expect(both.refusalOf('changeRoute', { ...toTrial, route: 'STANDARD' }).code).toBe('ALREADY_DONE');
  });

  it('SH-STORE-02.1 moves a trial that lacks nothing after all to the standard route', () => {
    const one = new Application({
      route: 'TRIAL',
      figures: application({ contribution: 'c' }),
      recommendation,
    }).reviewed();
    expect(one.refusalOf('passPreliminaryReview', pass).code).toBe('ROUTE_NOT_OFFERED');
    one.does('changeRoute', { route: 'STANDARD', reason: '各项条件均已满足' });
    one.does('passPreliminaryReview', pass);
    expect(one.state).toMatchObject({ stage: 'INTERVIEW_SCHEDULED', facts: { route: 'STANDARD' } });
  });
});

describe('the interview', () => {
  it('SH-STORE-04.3 SH-STORE-05.7 is set, moved and set anew outside office hours only if that is confirmed', () => {
    const outside = { interview: appointment('2025-10-01 10:00'), reason: '会场检修' };
    const confirmed = { ...outside, interview: { ...outside.interview, confirmOutsideHours: true } };
    const unconfirmed = { details: { field: 'interview.confirmOutsideHours' } };
    const reviewed = new Application({}, at('2025-09-22 10:00')).reviewed('2025-09-22 10:00');
    const pass = { interview: outside.interview };
    expect(reviewed.refusalOf('passPreliminaryReview', pass, '2025-09-22 11:00')).toMatchObject(unconfirmed);
    reviewed.does('passPreliminaryReview', { interview: confirmed.interview }, '2025-09-22 11:00');
    expect(reviewed.state.facts.interview).not.toHaveProperty('confirmOutsideHours');
    expect(reviewed.refusalOf('rescheduleInterview', outside, '2025-09-22 12:00')).toMatchObject(unconfirmed);
    const absent = new Application({}, at('2025-09-22 10:00'))
      .invited('2025-09-26 14:00')
      .does('recordAbsence', {}, '2025-09-26 15:00');
    const excuse = { ...outside, reason: '住院' };
    expect(absent.refusalOf('excuseAbsence', excuse, '2025-09-28 10:00')).toMatchObject(unconfirmed);
    absent.does('excuseAbsence', { ...confirmed, reason: '住院' }, '2025-09-28 10:00');
    expect(absent.deadline('interview')?.dueAt).toBe(at('2025-10-01 10:00'));
  });

  it('SH-STORE-04.3 XC-05.3 is told to lie outside office hours where it does, and not wherever that was confirmed', () => {
    const line = (interviewAt: string) => {
      const interview = { ...appointment(interviewAt), confirmOutsideHours: true };
      const reviewed = new Application({}, at('2025-09-22 10:00')).reviewed('2025-09-22 10:00');
      return reviewed.does('passPreliminaryReview', { interview }, '2025-09-22 11:00').last.lines[0]?.title.zh;
    };
    expect(line('2025-09-26 14:00')).not.toContain('工作时间以外');
    expect(line('2025-10-01 10:00')).toContain('已确认安排在工作时间以外');
  });

  it('SH-STORE-05.11 reminds three and one working days before: 28 and 30 September for 9 October', () => {
    expect(
      new Application()
        .invited()
        .deadline('interview')
        ?.rungs.map((rung) => rung.at),
    ).toEqual([at('2025-09-28 09:00'), at('2025-09-30 09:00')]);
  });

  it('SH-STORE-05.7 is rescheduled twice at most for the applicant; every appointment is a deadline of its own and the old one is cancelled', () => {
    const asked = { reason: 'r', onBehalfOf: 'APPLICANT' };
    const one = new Application()
      .invited()
      .does('rescheduleInterview', { interview: appointment('2025-10-10 14:00'), ...asked }, '2025-09-23 10:00')
      .does('rescheduleInterview', { interview: appointment('2025-10-13 14:00'), ...asked }, '2025-09-24 10:00');
    expect(
      one.refusalOf('rescheduleInterview', { interview: appointment('2025-10-14 14:00'), ...asked }, '2025-09-25 10:00')
        .code,
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

  it('XC-01.7 who comes in the very second of the appointment is in time; from the next second on one is absent', () => {
    const one = new Application().invited();
    one.liveUntil(at('2025-10-09 13:59'));
    for (const now of [
      '2025-10-09T13:59:59.999+08:00',
      '2025-10-09T14:00:00.000+08:00',
      '2025-10-09T14:00:00.999+08:00',
    ])
      expect(() => one.act('recordAbsence', people.reviewer, {}, now)).toThrow('nobody is absent yet');
    one.act('recordAbsence', people.reviewer, {}, '2025-10-09T14:00:01.000+08:00');
    expect(one.state.stage).toBe('NO_SHOW_PENDING');
    const other = new Application().invited();
    other.act('recordAttendance', people.reviewer, { attendees }, '2025-10-09T14:00:00.000+08:00');
    expect(other.state.stage).toBe('ATTENDED');
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
      {
        write: 'bar',
        data: expect.objectContaining({ ground: 'NO_SHOW', firstDay: '2025-09-27', lastDay: '2026-03-26' }) as unknown,
      },
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

  it('SH-STORE-05.7 does not count moves of the Centre, and counts one that the applicant asked for', () => {
    const one = new Application().invited();
    for (const [day, on] of [
      ['10', '23'],
      ['11', '24'],
      ['13', '25'],
    ])
      one.does(
        'rescheduleInterview',
        { interview: appointment(`2025-10-${day} 14:00`), reason: '会场检修' },
        `2025-09-${on} 10:00`,
      );
    expect(one.state.facts).toMatchObject({ reschedulings: 0, interview: { sequence: 3 } });
    one.does('requestReschedule', { reason: '出差' }, '2025-09-26 10:00', people.provider);
    one.does(
      'rescheduleInterview',
      { interview: appointment('2025-10-14 14:00'), reason: '申请人出差' },
      '2025-09-26 11:00',
    );
    expect(one.state).toMatchObject({ facts: { reschedulings: 1 }, tasks: [] });
    expect(one.last.lines.map(({ type }) => type)).toContain('RESCHEDULING_COUNTED');
  });

  it('SH-STORE-05.7 declines a request with a reason: the appointment stands and the task is done', () => {
    const one = new Application().invited();
    expect(one.refusalOf('declineReschedule', { reason: 'r' }, '2025-09-23 10:00').code).toBe('NOT_NOW');
    one.does('requestReschedule', { reason: '出差' }, '2025-09-23 10:00', people.provider);
    expect(one.state.tasks).toMatchObject([{ name: 'rescheduleRequest' }]);
    one.does('declineReschedule', { reason: '日程已满' }, '2025-09-23 11:00');
    expect(one.state).toMatchObject({ stage: 'INTERVIEW_SCHEDULED', tasks: [] });
    expect(one.last.notices).toMatchObject([{ template: 'rescheduleDeclined', data: { reason: '日程已满' } }]);
    expect(one.deadline('interview')?.dueAt).toBe(at('2025-10-09 14:00'));
  });

  it('SH-STORE-05.7 a request that was not answered ends with the attendance or the absence', () => {
    for (const [action, input] of [
      ['recordAttendance', { attendees }],
      ['recordAbsence', {}],
    ] as const) {
      const one = new Application()
        .invited()
        .does('requestReschedule', { reason: 'r' }, '2025-10-09 09:00', people.provider);
      one.does(action, input, '2025-10-09 14:01');
      expect(one.state.tasks.map(({ name }) => name)).not.toContain('rescheduleRequest');
    }
  });

  it('SH-STORE-05.4 once it has begun an applicant can neither withdraw nor have it moved before it is recorded who came', () => {
    const one = new Application().invited();
    one.liveUntil(at('2025-10-09 14:00'));
    const when = '2025-10-09 14:00';
    const refused = { code: 'NOT_NOW', details: { facts: { requirement: 'SH-STORE-05.4' } } };
    expect(one.refusalOf('withdraw', {}, when, people.provider)).toMatchObject(refused);
    expect(one.refusalOf('requestReschedule', { reason: 'r' }, when, people.provider)).toMatchObject(refused);
    const moved = { interview: appointment('2025-10-10 14:00'), reason: 'r' };
    expect(one.refusalOf('rescheduleInterview', { ...moved, onBehalfOf: 'APPLICANT' }, when)).toMatchObject(refused);
    one.does('recordAttendance', { attendees }, '2025-10-09 14:10');
    one.does('withdraw', {}, '2025-10-09 14:20', people.provider);
    expect(one.state.outcome).toBe('WITHDRAWN');
  });

  it('SH-STORE-05.7 an absence excused when no appointment is left ends the application without a bar', () => {
    const one = new Application({ recommendation }).invited();
    const excuse = (day: string, on: string) =>
      one
        .does('recordAbsence', {}, `2025-10-${on} 15:00`)
        .does(
          'excuseAbsence',
          { interview: appointment(`2025-10-${day} 14:00`), reason: '住院' },
          `2025-10-${on} 16:00`,
        );
    excuse('10', '09');
    excuse('13', '10').does('recordAbsence', {}, '2025-10-13 15:00');
    expect(
      one.refusalOf('excuseAbsence', { interview: appointment('2025-10-14 14:00'), reason: '住院' }, '2025-10-13 16:00')
        .code,
    ).toBe('LIMIT_REACHED');
    one.does('endExcused', { reason: '仍在住院' }, '2025-10-13 16:00');
    expect(one.state).toMatchObject({ stage: 'ENDED_EXCUSED', outcome: 'ENDED_EXCUSED', deadlines: [], tasks: [] });
    expect(one.last.writes).toEqual([]);
    expect(one.last.notices.map(({ template }) => template)).toEqual(['absenceExcusedEnded', 'recommendedCaseOutcome']);
  });

  it('SH-STORE-05.7 an absence is not excused into an end while another appointment can be given', () => {
    const one = new Application().invited().does('recordAbsence', {}, '2025-10-09 15:00');
    expect(one.refusalOf('endExcused', { reason: '住院' }, '2025-10-09 16:00').code).toBe('NOT_NOW');
    expect(one.refusalOf('endExcused', { reason: ' ' }, '2025-10-09 16:00').code).toBe('REASON_REQUIRED');
  });

  it('SH-STORE-04.5 XC-04.3 an application does not lapse before the request to supplement it has arrived, and then has its full time', () => {
    const request = { items: ['审计报告'], reason: '缺' };
    const one = new Application({}, at('2025-09-26 10:00')).does('requestSupplement', request, '2025-09-26 11:00');
    const bounced = { noticeId: 'ntc-1', template: 'supplementRequested' };
    one.liveUntil(at('2025-10-17 00:00'), (name) => (name === 'unreached' ? [bounced] : undefined));
    expect(one.state).toMatchObject({ stage: 'RETURNED_FOR_SUPPLEMENT', undelivered: [bounced] });
    expect(one.deadline('supplement')?.dueAt).toBeNull();
    expect(one.tasks).toEqual(['reachRecipient']);

    one.act('recordContact', people.reviewer, { note: '已上门送达' }, at('2025-10-20 10:00'));
    expect(one.last.writes).toEqual([{ write: 'reached', data: { noticeIds: ['ntc-1'] } }]);
    expect(one.deadline('supplement')?.lastDay).toBe('2025-11-03');
    expect(one.last.notices).toMatchObject([{ template: 'clockRunsAgain', deadlines: [{ lastDay: '2025-11-03' }] }]);
    expect(one.tasks).toEqual([]);
    one.liveUntil(at('2025-11-04 00:00'));
    expect(one.state.outcome).toBe('LAPSED');
  });

  it('XC-04.3 takes no bar from an absence while the notice of it is known not to have arrived, unless there is proof', () => {
    const one = new Application().invited('2025-09-26 10:00').does('recordAbsence', {}, '2025-09-26 10:30');
    one.liveUntil(at('2025-10-09 09:00'));
    const bounced = (template: string) => {
      one.unreached = [{ noticeId: 'ntc-1', template }];
    };
    bounced('absenceRecorded');
    const refusal = one.refusalOf('findAbsenceWithoutCause', { reason: 'r' }, '2025-10-09 10:00');
    expect(refusal).toMatchObject({
      code: 'STEP_MISSING',
      details: { field: 'serviceProof', facts: { requirement: 'XC-04.3', undelivered: ['absenceRecorded'] } },
    });
    bounced('interviewNotice');
    expect(one.refusalOf('findAbsenceWithoutCause', { reason: 'r' }, '2025-10-09 10:00').code).toBe('STEP_MISSING');
    // What else did not arrive has no bearing on it.
    bounced('applicationReceived');
    one.does('findAbsenceWithoutCause', { reason: 'r' }, '2025-10-09 10:00');
    expect(one.state.outcome).toBe('DEEMED_ABANDONED');
    const other = new Application().invited('2025-09-26 10:00').does('recordAbsence', {}, '2025-09-26 10:30');
    other.liveUntil(at('2025-10-09 09:00'));
    other.unreached = [{ noticeId: 'ntc-1', template: 'absenceRecorded' }];
    other.does('findAbsenceWithoutCause', { reason: 'r', serviceProof: '电话已告知并录音' }, '2025-10-09 10:00');
    expect(other.state.outcome).toBe('DEEMED_ABANDONED');
  });

  it('XC-03.1 reminds of the time to explain an absence on its last day', () => {
    const one = new Application().invited('2025-09-26 10:00').does('recordAbsence', {}, '2025-09-26 10:30');
    expect(one.deadline('explanation')?.rungs).toEqual([{ key: 'last-day', at: at('2025-09-30 09:00') }]);
    one.liveUntil(at('2025-10-01 00:00'));
    expect(one.noticed.filter((template) => template === 'deadlineReminder')).toHaveLength(1);
  });

  it('SH-STORE-04.3 takes no appointment more than a year ahead', () => {
    const one = new Application().reviewed('2025-09-22 10:00');
    for (const when of ['2026-09-23 10:00', '9999-12-31 10:00'])
      expect(
        one.refusalOf('passPreliminaryReview', { interview: appointment(when) }, '2025-09-22 11:00'),
      ).toMatchObject({
        code: 'INVALID_INPUT',
        details: { field: 'interview.at' },
      });
    one.does('passPreliminaryReview', { interview: appointment('2026-09-22 10:00') }, '2025-09-22 11:00');
    expect(one.state.stage).toBe('INTERVIEW_SCHEDULED');
  });

  it('SH-STORE-05.2 SH-STORE-05.3 is not passed before materials are verified and the commitment is signed', () => {
    const one = new Application()
      .reviewed('2025-09-22 10:00')
      .does(
        'passPreliminaryReview',
        { interview: { ...appointment('2025-09-26 10:00'), originals: ['审计报告原件'] } },
        '2025-09-22 10:00',
      )
      .does('recordAttendance', { attendees }, '2025-09-26 10:00');
    const when = '2025-09-26 11:00';
    const pass = () => one.refusalOf('passInterview', {}, when).details;
    const verify = (item: string, result: string) => one.does('verifyMaterials', { items: [{ item, result }] }, when);
    expect(pass().facts).toEqual({
      requirement: 'SH-STORE-05.2',
      open: ['licence', 'qualifications', 'staff', 'premises', 'extra1'],
    });
    one.does('verifyMaterials', { items: originals }, when);
    expect(pass().facts).toEqual({ requirement: 'SH-STORE-05.2', open: ['extra1'] });
    expect(pass().message.zh).toContain('审计报告原件');
    verify('extra1', 'DEFICIENT');
    expect(pass().facts).toEqual({ requirement: 'SH-STORE-05.2', deficient: ['extra1'] });
    expect(one.refusalOf('verifyMaterials', { items: [{ item: '随便', result: 'OK' }] }, when).details.field).toBe(
      'items.0.item',
    );
    // A qualification was filed: its original is to be shown.
    for (const item of ['licence', 'qualifications', 'extra1'])
      expect(
        one.refusalOf('verifyMaterials', { items: [{ item, result: 'NOT_APPLICABLE' }] }, when).details.field,
      ).toBe('items.0.result');
    verify('extra1', 'OK');
    expect(pass().facts).toEqual({ requirement: 'SH-STORE-05.3' });
    one.does('signCommitment', { fileId: 'f-1' }, '2025-09-26 11:30').does('passInterview', {}, '2025-09-26 11:40');
    expect(one.state.outcome).toBe('INTERVIEW_PASSED');
  });

  it('SH-STORE-05.2 lets a qualification be marked as not applicable where none was filed', () => {
    const one = new Application({ figures: application({ hasQualification: false, abilityText: '十年经验' }) })
      .invited('2025-09-26 10:00')
      .does('recordAttendance', { attendees }, '2025-09-26 10:00')
      .does('verifyMaterials', { items: [{ item: 'qualifications', result: 'NOT_APPLICABLE' }] }, '2025-09-26 11:00');
    expect(one.state.facts.verified).toEqual({ qualifications: 'NOT_APPLICABLE' });
  });

  it('SH-STORE-05.9 passing opens the store, its set-up and its supervision; on the trial route the trial, too, from the same day', () => {
    const one = onTrial()
      .invited('2025-09-26 10:00')
      .does('recordAttendance', { attendees }, '2025-09-26 10:00')
      .does('verifyMaterials', { items: originals }, '2025-09-26 11:00')
      .does('signCommitment', { fileId: 'f-1' }, '2025-09-26 11:30')
      .does('passInterview', {}, '2025-09-26 11:40');
    expect(one.last.openings.map(({ id, kind, about }) => [id, kind, about])).toEqual([
      ['set-1', 'storeSetup', 'store:sto-1'],
      ['sup-1', 'storeSupervision', 'store:sto-1'],
      ['tri-1', 'trialOperation', 'store:sto-1'],
    ]);
    expect(one.last.openings.map(({ opening }) => opening)).toMatchObject([
      { approvedAt: at('2025-09-26 11:40') },
      { openedOn: '2025-09-26' },
      { approvedAt: at('2025-09-26 11:40') },
    ]);
    expect(one.last.writes).toEqual([
      { write: 'openStore', data: expect.objectContaining({ status: 'TRIAL', ownerId: 'provider' }) as unknown },
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
    expect(one.last.notices[0]).toMatchObject({
      template: 'preliminaryRejected',
      data: { reasons: ['经营场所不符'], clause: 'SH-STORE 二.2' },
    });
  });

  it.each([
    ['qualification', 'SH-STORE 一.1(1)', 'SH-STORE-01.2'],
    ['prospects', 'SH-STORE 一.1(1)', 'SH-STORE-01.6'],
    ['reputation', 'SH-STORE 一.1(3)', 'SH-STORE-01.13'],
    ['keyTasks', 'SH-STORE 一.2', 'SH-STORE-07.1'],
    ['contribution', 'SH-STORE 一.2', 'SH-STORE-07.1'],
    ['potential', 'SH-STORE 一.2', 'SH-STORE-07.1'],
  ])('XC-05.1 the judgement of %s cites %s', (item, clause, requirement) => {
    const one = onTrial().does('judgeCondition', { item, met: true, reason: '证明材料' });
    expect(one.last.lines[0]).toMatchObject({ type: 'CONDITION_JUDGED', clause, requirement });
  });

  it.each([
    ['served', 'SH-STORE 一.1(3)'],
    ['penalty', 'SH-STORE 一.1(5)'],
  ])('XC-05.1 XC-05.4 the override of %s cites %s', (item, clause) => {
    const one = new Application().does(
      'overrideCondition',
      { item, reason: '行业特殊' },
      '2025-08-19 10:00',
      people.manager,
    );
    expect(one.last.lines[0]).toMatchObject({ type: 'CONDITION_OVERRIDDEN', clause, requirement: 'XC-05.4' });
  });

  it('XC-05.1 what is relaxed for an association cites its condition, and a change of route that of the new one', () => {
    const association = () => new Application({ figures: application({ orgType: 'SOCIAL_ORGANISATION', area: 1 }) });
    const relaxed = (item: string) => association().does('waiveCondition', { item, reason: '社团组织' }).last.lines[0];
    expect(relaxed('revenue')).toMatchObject({ clause: 'SH-STORE 一.1(1)', requirement: 'SH-STORE-01.7' });
    expect(relaxed('area')).toMatchObject({ clause: 'SH-STORE 一.1(2)', requirement: 'SH-STORE-01.12' });
    const moved = onTrial().does('changeRoute', { route: 'STANDARD', reason: '条件已具备' });
    expect(moved.last.lines[0]).toMatchObject({ type: 'ROUTE_CHANGED', clause: 'SH-STORE 一.1' });
    expect(moved.last.notices[0]?.data).toMatchObject({ clause: 'SH-STORE 一.1' });
  });

  it('XC-05.1 XC-04.4 cites the clauses of what is not met, or the one that is named', () => {
    const citedOf = (changes: object, input: object = {}) => {
      const one = new Application({ figures: application(changes) });
      one.does('rejectApplication', { reason: '不符', ...input });
      const line = one.last.lines.find(({ type }) => type === 'GROUND_CITED');
      expect(one.last.notices[0]?.data).toMatchObject({ clause: line?.clause });
      expect(one.last.lines[0]).toMatchObject({ type: 'APPLICATION_REJECTED', clause: line?.clause });
      return line?.clause;
    };
    expect(citedOf({ revenue: 1, area: 1, underInvestigation: true })).toBe('SH-STORE 一.1(1)、一.1(2)、一.1(5)');
    expect(citedOf({ revenue: 1 }, { clause: 'SH-STORE 一.3' })).toBe('SH-STORE 一.3');
    // A trial may lack (1) to (4): what turns it down is that a merit of its own is wanting.
    const trial = onTrial();
    trial.does('judgeCondition', { item: 'potential', met: false, reason: '业务萎缩' });
    trial.does('rejectApplication', { reason: '成长性不足' });
    expect(trial.last.lines.find(({ type }) => type === 'GROUND_CITED')?.clause).toBe('SH-STORE 一.2');
  });
});
