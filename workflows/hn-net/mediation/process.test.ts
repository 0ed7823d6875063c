import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../rules/refusal.ts';
import type { Person } from '../../../rules/roles.ts';
import { at } from '../../../test/support/engine-samples.ts';
import {
  asFiling,
  CONSUMER,
  CONTACT,
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
  providerEntry,
} from '../../../test/support/network-case.ts';
import { wake, whatIsDue } from '../../engine/engine.ts';
import { complaintIntake } from '../complaint/intake.ts';
import { complaint } from '../complaint/process.ts';
import type { MediationFacts } from './contract.ts';
import { mediationIntake } from './intake.ts';
import { mediation } from './process.ts';

const APPLIED = at('2025-09-26 10:00');
const STARTED = at('2025-09-28 10:00');
const SESSION = at('2025-10-20 14:00');
const AFTER = at('2025-10-20 16:00');

const form = {
  otherParty: PROVIDER,
  orderNumber: 'DD-2025-0031',
  account: '检测报告逾期一个月才交付。',
  claim: '退还一半费用',
};

function applied(filer: Person = people.consumer, changes: object = {}) {
  const filing = fileForm(mediationIntake, { ...form, ...changes }, { filer, now: APPLIED });
  return new NetworkCase<MediationFacts>(mediation, filing, { id: 'med-1', openedAt: APPLIED, filer });
}

function started(filer: Person = people.consumer, mediator: Person = people.county) {
  const one = applied(filer);
  one.act('startMediation', mediator, {}, STARTED);
  return one;
}

const appointment = { at: SESSION, minutes: 90, place: '浏阳窗口平台二楼会议室', requirements: ['携带合同'] };
const bothCame = {
  consumerPresent: true,
  providerPresent: true,
  record: '双方各自陈述，金额未达成一致。',
  fileIds: ['fil-1'],
};

function hearing() {
  const one = started();
  one.act('statePosition', people.provider, { position: '愿退三成', fileIds: [] }, STARTED);
  one.act('scheduleSession', people.county, appointment, STARTED);
  one.liveUntil(SESSION);
  one.act('recordSession', people.county, bothCame, AFTER);
  return one;
}

const failure = { ground: 'NO_AGREEMENT', reason: '退款比例差距较大，未达成一致。' };

function failed() {
  const one = hearing();
  one.act('declareFailure', people.county, failure, AFTER);
  return one;
}

function atDepartment() {
  const one = failed();
  one.act('applyToDepartment', people.consumer, {}, at('2025-10-22 10:00'));
  return one;
}

const settlement = {
  terms: '服务商退还40%费用。',
  fileId: 'fil-9',
  signedByConsumerOn: '2025-10-20',
  signedByProviderOn: '2025-10-20',
  performBy: '2025-11-20',
};

function settled() {
  const one = hearing();
  one.act('recordSettlement', people.county, settlement, AFTER);
  return one;
}

const tasksOf = ({ state }: NetworkCase<MediationFacts>) => state.tasks.map(({ name }) => name);
const BOTH = [CONSUMER, PROVIDER];

describe('applying for mediation', () => {
  it('HN-NET-21.1 either side may apply, a consumer without an account too', () => {
    expect(applied().state.facts).toMatchObject({
      applicant: 'consumer',
      positions: { consumer: '退还一半费用', provider: null },
    });
    expect(applied(people.contact).state.parties).toEqual({ provider: [PROVIDER], consumer: [CONTACT] });
    const byProvider = applied(people.provider, { otherParty: CONSUMER, claim: '支付尾款' });
    expect(byProvider.state).toMatchObject({
      subject: PROVIDER,
      parties: { provider: [PROVIDER], consumer: [CONSUMER] },
      facts: { applicant: 'provider', positions: { consumer: null, provider: '支付尾款' } },
    });
    expect(byProvider.toldTo('mediationApplied')).toEqual(BOTH);
  });

  it('HN-NET-21.1 a complaint alone starts none; the application made in it does, with parties and file', () => {
    const filing = fileForm(complaintIntake, {
      platform: 'hn-liuyang',
      provider: PROVIDER,
      reason: 'NOT_AS_PROMISED',
      account: '逾期交付',
      claim: '退还一半费用',
      happenedOn: '2025-09-01',
    });
    const origin = new NetworkCase(complaint, filing, { id: 'cpl-1', openedAt: APPLIED, filer: people.consumer });
    origin.act('registerComplaint', people.county, {}, APPLIED);
    expect(origin.transitions.flatMap(({ openings }) => openings)).toEqual([]);
    const [opening] = origin.act('applyForMediation', people.consumer, {}, APPLIED).openings;
    const one = new NetworkCase<MediationFacts>(mediation, asFiling(opening!), { id: 'med-1', openedAt: APPLIED });
    expect(one.state).toMatchObject({ stage: 'APPLIED', bodyId: 'hn-liuyang', facts: { complaintCaseId: 'cpl-1' } });
    one.act('withdrawApplication', people.consumer, {}, STARTED);
    expect(one.last.messages).toMatchObject([
      { to: 'cpl-1', action: 'mediationEnded', input: { mediationCaseId: 'med-1', result: 'WITHDRAWN' } },
    ]);
  });

  it('HN-NET-21.1 takes two sides that can be named', () => {
    const file = (otherParty: string, filer: Person) => () =>
      fileForm(mediationIntake, { ...form, otherParty }, { filer });
    expect(file(PROVIDER, people.provider)).toThrow('are two');
    expect(file(CONTACT, people.consumer)).toThrow('the other side');
    expect(file('unit:hn-hub', people.provider)).toThrow('the other side');
    expect(file('nobody', people.consumer)).toThrow('credit code');
  });

  it('HN-NET-21.1 who is provider and consumer at once is the consumer against another provider', () => {
    const key = '91310104MA1FR2CD85';
    const both: Person = {
      kind: 'person',
      id: 'both',
      offices: [
        { role: 'provider', party: key },
        { role: 'consumer', party: key },
      ],
    };
    expect(fileForm(mediationIntake, form, { filer: both }).opening).toMatchObject({ applicant: 'consumer' });
    const other = { ...form, otherParty: CONSUMER };
    expect(fileForm(mediationIntake, other, { filer: both }).opening).toMatchObject({ applicant: 'provider' });
  });

  it('HN-NET-21.2 HN-NET-16.7 the window that brought the provider in mediates, not that of the consumer', () => {
    const ofA = { ...providerEntry, bodyId: 'hn-changsha', region: 'HN/CHANGSHA' };
    const ofB = { ...providerEntry, register: 'hn-net.consumers', party: CONSUMER };
    const filing = fileForm(mediationIntake, form, { entries: [ofA, ofB] });
    expect(filing).toMatchObject({
      body: { bodyId: 'hn-changsha' },
      bodies: { platform: { bodyId: 'hn-changsha' }, department: { bodyId: 'hn-dept-changsha' } },
    });
    expect(fileForm(mediationIntake, form, { entries: [] }).body.bodyId).toBe('hn-hub');
    const one = applied();
    expect(one.state.bodyId).toBe('hn-liuyang');
    expect(() => one.act('startMediation', people.city, {}, STARTED)).toThrow('outside your institution');
    one.act('startMediation', people.county, {}, STARTED);
    expect(one.state).toMatchObject({
      stage: 'PLATFORM_MEDIATION',
      tasks: [{ name: 'mediate', assigneeId: 'county' }],
    });
    expect(one.toldTo('mediationStarted')).toEqual(BOTH);
  });

  it('HN-NET-21.1 is withdrawn by the side that applied alone', () => {
    const one = started();
    expect(() => one.act('withdrawApplication', people.provider, {}, AFTER)).toThrow('side that applied');
    expect(() => one.act('withdrawApplication', people.otherConsumer, {}, AFTER)).toThrow(Refusal);
    one.act('withdrawApplication', people.consumer, { reason: '自行协商解决' }, AFTER);
    expect(one.state).toMatchObject({ outcome: 'WITHDRAWN', deadlines: [], tasks: [] });
    expect(one.toldTo('mediationWithdrawn')).toEqual(BOTH);
  });
});

describe('the time for mediation', () => {
  it('HN-NET-21.5 applied for on 2025-09-26, the 20 working days end on 2025-10-30', () => {
    expect(applied().deadline('platformLevel')).toMatchObject({ lastDay: '2025-10-30', dueAt: at('2025-10-31 00:00') });
    expect(applied().liveUntil(at('2025-10-30 23:00'))).toEqual([
      at('2025-10-23 09:00'),
      at('2025-10-28 09:00'),
      at('2025-10-30 09:00'),
    ]);
  });

  it('HN-NET-21.5 XC-01.4 however late the step is made, the mediator reads that the time ran out at 24:00 of its last day', () => {
    const one = applied();
    one.liveUntil(at('2025-10-30 23:00'));
    const late = at('2025-10-31 00:07');
    const due = whatIsDue(one.state, late);
    if (due === null) throw new Error('The level has run out.');
    const { notices } = wake(mediation, one.state, due, undefined, late);
    expect(notices.map(({ template, data }) => [template, data])).toMatchObject([
      ['levelExpired', { expiredAt: at('2025-10-31 00:00') }],
    ]);
  });

  it('HN-NET-21.5 when it has run out the mediator is asked to declare failure, and nothing happens of itself', () => {
    const one = hearing();
    one.liveUntil(at('2025-11-30 00:00'));
    expect(one.state).toMatchObject({ stage: 'PLATFORM_MEDIATION', outcome: null });
    expect(one.state.tasks).toMatchObject([{ name: 'mediate' }, { name: 'declareFailure', assigneeId: 'county' }]);
    expect(one.toldTo('levelExpired')).toEqual(['reviewer']);
    one.act('declareFailure', people.county, { ...failure, ground: 'TIME_EXPIRED' }, at('2025-12-01 10:00'));
    expect(one.state).toMatchObject({ stage: 'PLATFORM_FAILED', tasks: [] });
  });

  it('XC-04 HN-NET-21.5 who was mailed to declare a result hears that the application is withdrawn', () => {
    const one = hearing();
    one.liveUntil(at('2025-11-30 00:00'));
    one.act('withdrawApplication', people.consumer, {}, at('2025-12-01 10:00'));
    expect(one.toldTo('mediationWithdrawn')).toEqual([...BOTH, 'reviewer']);
  });

  it('HN-NET-21.5 a mediation that nobody took up can be declared failed too', () => {
    const one = applied();
    one.liveUntil(at('2025-10-31 00:00'));
    expect(one.state.tasks).toMatchObject([{ name: 'startMediation' }, { name: 'declareFailure', assigneeId: null }]);
    one.act(
      'declareFailure',
      people.county,
      { ground: 'PROVIDER_ABSENT', reason: '服务商始终未回应。' },
      at('2025-11-03 10:00'),
    );
    expect(one.state.stage).toBe('PLATFORM_FAILED');
  });

  it('HN-NET-21.5 the department has 20 working days of its own from the second application', () => {
    const one = atDepartment();
    expect(one.deadline('departmentLevel')?.lastDay).toBe('2025-11-19');
    one.act('recordPosition', people.department, { side: 'provider', position: '愿退四成' }, at('2025-11-03 10:00'));
    one.liveUntil(at('2025-11-20 00:00'));
    expect(one.state.tasks).toMatchObject([{ name: 'mediate' }, { name: 'declareFailure', assigneeId: 'department' }]);
  });
});

describe('the sessions of a mediation', () => {
  it('HN-NET-21.3 are set by the mediator and told to both sides, who are reminded', () => {
    const one = started();
    expect(() => one.act('scheduleSession', people.county2, appointment, STARTED)).toThrow('held by somebody else');
    expect(() => one.act('scheduleSession', people.county, { ...appointment, at: STARTED }, STARTED)).toThrow(
      'the future',
    );
    one.act('scheduleSession', people.county, appointment, STARTED);
    expect(one.toldTo('sessionScheduled')).toEqual(BOTH);
    expect(one.last.notices[0]?.data).toEqual({
      session: { ...appointment, originals: [], sequence: 0 },
    });
    expect(() => one.act('scheduleSession', people.county, appointment, STARTED)).toThrow('set already');
    expect(one.liveUntil(at('2025-10-20 13:00'))).toEqual([at('2025-10-15 09:00'), at('2025-10-17 09:00')]);
    expect(one.toldTo('sessionReminder')).toEqual(BOTH);
  });

  it('HN-NET-21.3 are moved and cancelled, each as the next version of one calendar entry', () => {
    const one = started();
    one.act('scheduleSession', people.county, appointment, STARTED);
    const later = { ...appointment, at: at('2025-10-22 14:00'), reason: '服务商出差' };
    one.act('moveSession', people.county, later, STARTED);
    expect(one.last.notices[0]?.data).toMatchObject({ previousAt: SESSION, session: { at: later.at, sequence: 1 } });
    expect(one.deadline('session')?.dueAt).toBe(later.at);
    one.act('cancelSession', people.county, { reason: '双方自行商谈' }, STARTED);
    expect(one.last.notices[0]?.data).toMatchObject({ session: { at: later.at, sequence: 2 } });
    expect(one.deadline('session')).toBeUndefined();
    expect(() => one.act('cancelSession', people.county, { reason: '重复' }, STARTED)).toThrow('No session');
    one.act('scheduleSession', people.county, appointment, STARTED);
    expect(one.state.facts.session?.sequence).toBe(3);
  });

  it('XC-05.1 HN-NET-21 says of each action what is missing for it', () => {
    const one = started();
    const missing = (name: string, now = STARTED, who: Person = people.county) => one.blocked(name, who, now);
    expect(missing('scheduleSession')).toEqual([]);
    for (const name of ['moveSession', 'cancelSession', 'recordSession']) {
      expect([name, missing(name)]).toEqual([name, ['NOT_NOW']]);
    }
    expect(missing('withdrawApplication', STARTED, people.provider)).toEqual(['NOT_ALLOWED']);
    expect(missing('withdrawApplication', STARTED, people.consumer)).toEqual([]);
    one.act('scheduleSession', people.county, appointment, STARTED);
    expect(missing('scheduleSession')).toEqual(['ALREADY_OPEN']);
    expect([missing('recordSession'), missing('recordSession', AFTER)]).toEqual([['NOT_NOW'], []]);
  });

  it('HN-NET-21.3 are set and moved outside office hours only if that is confirmed', () => {
    const one = started();
    const sunday = { ...appointment, at: at('2025-10-19 14:00') };
    const night = { ...appointment, at: at('2025-10-20 21:00'), reason: '服务商出差' };
    expect(() => one.act('scheduleSession', people.county, sunday, STARTED)).toThrow(
      'tick “Confirm that it lies outside office hours”',
    );
    one.act('scheduleSession', people.county, { ...sunday, confirmOutsideHours: true }, STARTED);
    expect(() => one.act('moveSession', people.county, night, STARTED)).toThrow(
      'tick “Confirm that it lies outside office hours”',
    );
    one.act('moveSession', people.county, { ...night, confirmOutsideHours: true }, STARTED);
    expect(one.state.facts.session).toEqual({
      at: night.at,
      minutes: 90,
      place: appointment.place,
      requirements: appointment.requirements,
      sequence: 1,
      told: 'sessionMoved',
    });
  });

  it('HN-NET-21.3 XC-05.3 are told to lie outside office hours where they do, and not wherever that was confirmed', () => {
    const one = started();
    const line = () => one.last.lines[0]?.title.en ?? '';
    one.act('scheduleSession', people.county, { ...appointment, confirmOutsideHours: true }, STARTED);
    expect(line()).not.toContain('outside office hours');
    const night = { ...appointment, at: at('2025-10-20 21:00'), reason: '服务商出差', confirmOutsideHours: true };
    one.act('moveSession', people.county, night, STARTED);
    expect(line()).toContain('confirmed though outside office hours');
  });

  it('HN-NET-21.3 are recorded once they have begun', () => {
    const one = started();
    one.act('scheduleSession', people.county, appointment, STARTED);
    expect(() => one.act('recordSession', people.county, bothCame, STARTED)).toThrow('not begun');
    one.liveUntil(SESSION);
    expect(tasksOf(one)).toEqual(['mediate', 'recordSession']);
    one.act('recordSession', people.county, bothCame, AFTER);
    expect(tasksOf(one)).toEqual(['mediate']);
    expect(one.state.facts.sessions).toEqual([
      { on: '2025-10-20', consumerPresent: true, providerPresent: true, told: 'sessionScheduled', fileIds: ['fil-1'] },
    ]);
  });
});

describe('a mediation that fails', () => {
  it('HN-NET-21.3 is recorded with claim, positions, sessions and what stays in dispute', () => {
    const declare =
      (one: NetworkCase<MediationFacts>, changes: object = {}) =>
      () =>
        one.act('declareFailure', people.county, { ...failure, ...changes }, AFTER);
    expect(declare(started())).toThrow('position of the provider');
    expect(declare(started(), { ground: 'PROVIDER_ABSENT' })).not.toThrow();
    expect(declare(hearing(), { reason: ' ' })).toThrow('needs a reason');
    const unheard = started();
    unheard.act('recordPosition', people.county, { side: 'provider', position: '不同意' }, STARTED);
    expect(declare(unheard)).toThrow('sessions in which no agreement');
  });

  it('HN-NET-21.3 XC-04.3 is not declared of the absence of a side that the notice of the session never reached, unless there is proof', () => {
    const one = started();
    one.act('scheduleSession', people.county, appointment, STARTED);
    one.liveUntil(SESSION);
    one.act('recordSession', people.county, { ...bothCame, providerPresent: false }, AFTER);
    const bounced = (template: string, party: string) => [{ noticeId: 'ntc-1', template, party }];
    const absence = { ...failure, ground: 'PROVIDER_ABSENT' };
    const declare = (input: object, unreached: object[]) =>
      one.act('declareFailure', people.county, input, AFTER, unreached);
    expect(() => declare(absence, bounced('sessionScheduled', PROVIDER))).toThrow(
      'have not arrived: Mediation session',
    );
    const proof = { ...absence, serviceProof: '电话已告知并录音。' };
    expect(declare(proof, bounced('sessionScheduled', PROVIDER)).lines[0]?.title.zh).toContain('电话已告知并录音');
    expect(one.state.stage).toBe('PLATFORM_FAILED');
  });

  it('HN-NET-21.3 XC-04.3 rests on what told the absent side, and on nothing that did not reach the other one', () => {
    const absence = { ground: 'PROVIDER_ABSENT', reason: '服务商始终未回应。' };
    const unreached = (template: string, party: string) => [{ noticeId: 'ntc-1', template, party }];
    expect(() =>
      started().act('declareFailure', people.county, absence, AFTER, unreached('mediationStarted', PROVIDER)),
    ).toThrow('have not arrived: The mediation has begun');
    const one = started();
    one.act(
      'declareFailure',
      people.county,
      absence,
      AFTER,
      unreached('mediationStarted', one.state.parties['consumer']?.[0] ?? ''),
    );
    expect(one.state.stage).toBe('PLATFORM_FAILED');
  });

  it('HN-NET-21.3 tells both sides of the right to apply again, where, and until when the file waits', () => {
    const one = failed();
    expect(one.state).toMatchObject({ stage: 'PLATFORM_FAILED', bodyId: 'hn-liuyang', tasks: [] });
    expect(one.toldTo('mediationFailed')).toEqual(BOTH);
    expect(one.last.notices[0]).toMatchObject({
      data: {
        department: { name: { zh: '浏阳市中小企业主管部门' }, telephone: '0731-88000013' },
        reason: failure.reason,
      },
      deadlines: [{ name: 'departmentApplication', lastDay: '2025-11-17' }],
    });
  });

  it('HN-NET-21.3 on application the department mediates, with the whole file', () => {
    const one = failed();
    const now = at('2025-10-22 10:00');
    for (const who of [people.county, people.department, people.otherConsumer, people.otherProvider]) {
      expect(() => one.act('applyToDepartment', who, {}, now)).toThrow(Refusal);
    }
    one.act('applyToDepartment', people.consumer, {}, now);
    expect(one.state).toMatchObject({
      id: 'med-1',
      stage: 'DEPARTMENT_MEDIATION',
      bodyId: 'hn-dept-liuyang',
      facts: { departmentApplicant: 'consumer', positions: { provider: '愿退三成' }, sessions: [{ on: '2025-10-20' }] },
    });
    expect(one.told).toContain('CASE_HANDED_OVER');
    expect(one.toldTo('departmentMediationStarted')).toEqual(BOTH);
    expect(tasksOf(one)).toEqual(['mediate']);
    // The platform reads on and decides nothing any more.
    expect(() => one.act('recordPosition', people.county, { side: 'provider', position: '无' }, now)).toThrow(Refusal);
  });

  it('HN-NET-21.3 either side may apply, whoever did the first time', () => {
    const one = failed();
    one.act('applyToDepartment', people.provider, {}, at('2025-10-22 10:00'));
    expect(one.state.facts.departmentApplicant).toBe('provider');
    expect(() => one.act('withdrawApplication', people.consumer, {}, AFTER)).toThrow('side that applied');
    one.act('withdrawApplication', people.provider, {}, AFTER);
    expect(one.state.outcome).toBe('WITHDRAWN');
  });

  it('HN-NET-21.3 without application the case ends, and may still be taken to the department after that', () => {
    const one = failed();
    expect(one.liveUntil(at('2025-11-18 00:00'))).toEqual([
      at('2025-11-12 09:00'),
      at('2025-11-14 09:00'),
      at('2025-11-18 00:00'),
    ]);
    expect(one.state).toMatchObject({ outcome: 'FAILED', bodyId: 'hn-liuyang' });
    expect(one.toldTo('mediationEnded')).toEqual(BOTH);
    one.act('applyToDepartment', people.consumer, {}, at('2025-12-01 10:00'));
    expect(one.state).toMatchObject({ stage: 'DEPARTMENT_MEDIATION', outcome: null, bodyId: 'hn-dept-liuyang' });
  });

  it('HN-NET-21.3 ends at once on the word of the applicant, which takes nothing from the other side', () => {
    const one = failed();
    expect(() => one.act('waiveDepartment', people.provider, {}, AFTER)).toThrow('side that applied');
    one.act('waiveDepartment', people.consumer, {}, AFTER);
    expect(one.state).toMatchObject({ outcome: 'FAILED', deadlines: [] });
    one.act('applyToDepartment', people.provider, {}, at('2025-10-22 10:00'));
    expect(one.state.stage).toBe('DEPARTMENT_MEDIATION');
  });

  it('HN-NET-21.3 XC-05.5 who mediated at the platform cannot mediate at the department', () => {
    const one = started(people.consumer, people.both);
    one.act('recordPosition', people.both, { side: 'provider', position: '不同意' }, STARTED);
    one.act('declareFailure', people.both, { ...failure, ground: 'TIME_EXPIRED' }, AFTER);
    one.act('applyToDepartment', people.consumer, {}, at('2025-10-22 10:00'));
    const now = at('2025-10-23 10:00');
    expect(() => one.act('claimTask', people.both, { task: 'mediate' }, now)).toThrow('somebody else must');
    expect(() => one.act('scheduleSession', people.both, { ...appointment, at: at('2025-10-27 10:00') }, now)).toThrow(
      'somebody else must',
    );
    one.act('claimTask', people.department, { task: 'mediate' }, now);
    one.act('declareFailure', people.department, { ground: 'TIME_EXPIRED', reason: '仍未达成一致。' }, now);
    expect(one.state.outcome).toBe('FAILED_FINAL');
    expect(one.toldTo('mediationFailedFinally')).toEqual(BOTH);
    expect(() => one.act('applyToDepartment', people.consumer, {}, now)).toThrow('closed');
  });

  it('HN-NET-21.3 a session that was still ahead is taken off the calendars', () => {
    const one = hearing();
    one.act('scheduleSession', people.county, { ...appointment, at: at('2025-10-27 14:00') }, AFTER);
    one.act('declareFailure', people.county, failure, AFTER);
    expect(one.toldTo('sessionCancelled')).toEqual(BOTH);
    expect(one.state.facts.session).toBeNull();
  });
});

describe('a settlement', () => {
  it('HN-NET-21.6 is written, signed by both and stored, and the case waits for its performance', () => {
    const one = hearing();
    const record = (changes: object) => () =>
      one.act('recordSettlement', people.county, { ...settlement, ...changes }, AFTER);
    expect(record({ signedByProviderOn: '2025-10-21' })).toThrow('signed after today');
    expect(record({ performBy: '2025-10-19' })).toThrow('before it was signed');
    expect(() => one.act('recordSettlement', people.consumer, settlement, AFTER)).toThrow(Refusal);
    record({})();
    expect(one.state).toMatchObject({
      stage: 'PERFORMANCE',
      outcome: null,
      facts: { settlement: { ...settlement, level: 'PLATFORM', performance: null } },
    });
    expect(one.deadline('platformLevel')).toBeUndefined();
    expect(one.toldTo('settlementReached')).toEqual(BOTH);
  });

  it('HN-NET-21.6 XC-03.1 to be performed by 2025-11-20, both sides are reminded on 2025-11-19', () => {
    const one = settled();
    expect(one.liveUntil(at('2025-11-20 23:59'))).toEqual([at('2025-11-17 09:00'), at('2025-11-19 09:00')]);
    expect(one.toldTo('deadlineReminder')).toEqual(BOTH);
  });

  it('HN-NET-21.6 performed in time it ends the case, and nobody is reminded any more', () => {
    const one = settled();
    one.act(
      'reportPerformance',
      people.provider,
      { performed: true, note: '已退款', fileIds: ['fil-2'] },
      at('2025-11-10 10:00'),
    );
    expect(tasksOf(one)).toEqual(['recordPerformance']);
    one.act(
      'recordPerformance',
      people.county2,
      { performed: true, note: '退款凭证已核', fileIds: [] },
      at('2025-11-11 10:00'),
    );
    expect(one.state).toMatchObject({
      outcome: 'SETTLED',
      facts: { settlement: { performance: { performed: true } } },
    });
    expect(one.toldTo('performanceRecorded')).toEqual(BOTH);
    expect(one.liveUntil(at('2026-01-01 00:00'))).toEqual([]);
  });

  it('HN-NET-21.6 its day passed, somebody decides; not performed is recorded only then', () => {
    const one = settled();
    const missed = { performed: false, note: '未退款', fileIds: [] };
    expect(() => one.act('recordPerformance', people.county, missed, at('2025-11-20 10:00'))).toThrow('not passed yet');
    one.liveUntil(at('2025-11-21 00:00'));
    expect(one.state).toMatchObject({ stage: 'PERFORMANCE', tasks: [{ name: 'recordPerformance' }] });
    one.act('recordPerformance', people.county, missed, at('2025-11-21 10:00'));
    expect(one.state).toMatchObject({
      outcome: 'SETTLED',
      facts: { settlement: { performance: { performed: false } } },
    });
  });

  it('HN-NET-21.6 one reached at the department is followed there', () => {
    const one = atDepartment();
    const now = at('2025-11-05 10:00');
    const agreed = { ...settlement, signedByConsumerOn: '2025-11-05', signedByProviderOn: '2025-11-05' };
    one.act('recordSettlement', people.department, agreed, now);
    expect(one.state).toMatchObject({ stage: 'DEPARTMENT_PERFORMANCE', bodyId: 'hn-dept-liuyang' });
    one.act('recordPerformance', people.department, { performed: true, note: '已退款', fileIds: [] }, now);
    expect(one.state.outcome).toBe('SETTLED_BY_DEPARTMENT');
  });
});

describe('other channels', () => {
  const court = {
    recipient: 'COURT',
    recipientName: '浏阳市人民法院',
    legalBasis: '《中华人民共和国民事诉讼法》第七十条',
    requestNumber: '（2025）湘0181民初123号',
    fields: ['providerName', 'creditCode', 'licence', 'mediationFile'],
    purpose: '审理服务合同纠纷',
  };

  it('HN-NET-21.4 on the request of a court a data package is released and logged, in a closed case too', () => {
    const one = failed();
    one.act('waiveDepartment', people.consumer, {}, AFTER);
    const now = at('2025-12-01 10:00');
    one.act('releaseData', people.county, court, now);
    expect(one.last.lines[0]).toMatchObject({
      type: 'DATA_RELEASED',
      actor: { id: 'county' },
      clause: 'HN-NET 第十九条第四项',
      detail: { recipientName: '浏阳市人民法院', requestNumber: '（2025）湘0181民初123号', fields: court.fields },
    });
    expect(one.state).toMatchObject({
      outcome: 'FAILED',
      facts: { releases: [{ recipient: 'COURT', releasedAt: now }] },
    });
    expect(one.toldTo('dataSupplied')).toEqual(BOTH);
    expect(JSON.stringify(one.last.notices)).not.toContain('浏阳市人民法院');
  });

  it('XC-05.1 a data package for an authority is supplied under the passage on authorities', () => {
    const one = started();
    const input = { ...court, recipient: 'AUTHORITY', recipientName: '浏阳市市场监督管理局' };
    one.act('releaseData', people.county, input, AFTER);
    expect(one.last.lines[0]).toMatchObject({ type: 'DATA_RELEASED', clause: 'HN-NET 第八条第六项' });
  });

  it('HN-NET-21.4 HN-NET-15.7 needs recipient, basis, request and purpose, and an officer of the body', () => {
    const release =
      (changes: object, who: Person = people.county) =>
      () =>
        started().act('releaseData', who, { ...court, ...changes }, AFTER);
    expect(release({ legalBasis: undefined })).toThrow('legal basis');
    expect(release({ requestNumber: undefined })).toThrow('written request');
    expect(release({ purpose: undefined })).toThrow('needed for');
    expect(release({ fields: [] })).toThrow('what is supplied');
    for (const who of [people.consumer, people.provider, people.city, people.department]) {
      expect(release({}, who)).toThrow(Refusal);
    }
    expect(release({}, people.countyManager)).not.toThrow();
  });

  it('HN-NET-21.4 the consumer asks for it, and receives it on the measures themselves', () => {
    const one = failed();
    const asked = { recipient: 'CONSUMER', note: '拟向法院起诉，需要服务商登记信息。' };
    expect(() => one.act('requestData', people.provider, asked, AFTER)).toThrow(Refusal);
    one.act('requestData', people.consumer, asked, AFTER);
    one.act('requestData', people.consumer, { ...asked, recipient: 'COURT' }, AFTER);
    const named = { recipient: 'CONSUMER', recipientName: '某某', fields: ['providerName'] };
    expect(() => one.act('releaseData', people.county, named, AFTER)).toThrow('Leave the name out');
    expect(tasksOf(one)).toEqual(['releaseData']);
    one.act('releaseData', people.county, { recipient: 'CONSUMER', fields: ['providerName'] }, AFTER);
    expect(tasksOf(one)).toEqual([]);
    expect(one.state.facts.releases).toMatchObject([{ basis: 'HN-NET 第十九条第四项' }]);
  });
});
