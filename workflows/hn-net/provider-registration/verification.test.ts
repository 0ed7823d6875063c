import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '../../../rules/time/published-calendar.ts';
import * as engine from '../../engine/engine.ts';
import { at, people, recalendared } from '../../../test/support/engine-samples.ts';
import { providerRegistrationInputs } from './input.ts';
import { PaperRegistration } from '../../../test/support/paper-registration.ts';

const moved = { changes: { address: '长沙市某路2号' }, confirmed: true };
const returned = { items: ['营业执照'], reason: '扫描件不清晰' };

/** Registered on 2024-09-26, so that the first verification is due on Fri 2025-09-26, before the long holiday. */
function dueInSeptember() {
  return PaperRegistration.registered({ on: '2024-09-26' });
}

describe('the yearly verification', () => {
  it('HN-NET-06.1 is due a year after the registration, and reminders go out before', () => {
    const one = PaperRegistration.registered({ on: '2025-03-03' });
    expect(one.deadline('verification')).toMatchObject({ lastDay: '2026-03-03', dueAt: at('2026-03-04 00:00') });
    one.until('2026-03-03 23:59');
    // Fourteen days before is in the Spring Festival; the last working day before that is a make-up Saturday.
    expect(one.mailed.slice(2)).toEqual([
      '2026-02-14 09:00 verificationAsked',
      '2026-02-24 09:00 deadlineReminder',
      '2026-03-02 09:00 deadlineReminder',
    ]);
    expect(one.state.stage).toBe('VERIFICATION_DUE');
  });

  it('HN-NET-06.1 is confirmed by the provider and found in order by a reviewer, until the next year', () => {
    const one = PaperRegistration.registered();
    one.does('submitData', 'provider', '2026-02-25 10:00');
    expect(one.state).toMatchObject({ stage: 'DATA_IN_REVIEW', tasks: [{ name: 'dataReview' }] });
    expect(one.deadline('verification')).toBeUndefined();
    expect(one.deadline('dataReview')).toMatchObject({ lastDay: '2026-03-03' });
    expect(one.last.writes).toEqual([]);
    one.does('verify', 'reviewer', '2026-03-05 10:00', {});
    expect(one.state).toMatchObject({ stage: 'REGISTERED', tasks: [{ name: 'loadCalendar' }] });
    expect(one.entries.at(-1)).toMatchObject({
      status: 'REGISTERED',
      data: { verifiedOn: '2026-03-05', formVersion: 1 },
    });
    expect(one.last.notices).toMatchObject([
      {
        template: 'dataAccepted',
        data: { verified: true, restored: false },
        deadlines: [{ name: 'verification', lastDay: '2027-03-03' }],
      },
    ]);
    // No reminder came once it was answered (XC-03.3).
    expect(one.mailed.filter((mail) => mail.startsWith('2026-03-02'))).toEqual([]);
  });

  it('HN-NET-06.1 takes changed data as the next version of the form, shown once it was found in order', () => {
    const one = PaperRegistration.registered();
    one.does('submitData', 'provider', '2026-02-25 10:00', moved);
    expect(one.last.writes).toEqual([{ write: 'form', data: { changes: moved.changes, filedById: 'provider' } }]);
    expect(one.entries.at(-1)).toMatchObject({ data: { formVersion: 1 } });
    one.does('verify', 'reviewer', '2026-02-26 10:00', {});
    expect(one.entries.at(-1)).toMatchObject({ data: { formVersion: 2 } });
  });

  it('HN-NET-06.1 is answered by the provider and judged by a reviewer who did not file it', () => {
    const one = PaperRegistration.registered();
    for (const who of ['otherProvider', 'reviewer', 'manager', 'consumer'] as const)
      expect(() => one.does('submitData', who, '2026-02-25 10:00'), who).toThrow();
    expect(() => one.does('verify', 'reviewer', '2026-02-25 10:00', {})).toThrow('not open now');
    one.does('submitData', 'provider', '2026-02-25 10:00');
    for (const who of ['provider', 'manager', 'reviewerElsewhere'] as const)
      expect(() => one.does('verify', who, '2026-02-25 11:00', {}), who).toThrow();
    expect(() => one.does('submitData', 'provider', '2026-02-25 11:00')).toThrow('not open now');
    expect(() => one.does('returnData', 'reviewer', '2026-02-25 11:00', { items: ['执照'], reason: '' })).toThrow(
      'reason',
    );
    one.state.participants['filer'] = [people.reviewer.id];
    expect(() => one.does('verify', 'reviewer', '2026-02-25 12:00', {})).toThrow('somebody else must');
    expect(one.does('verify', 'reviewer2', '2026-02-25 12:00', {}).state.stage).toBe('REGISTERED');
  });

  it('HN-NET-06.2 is confirmed as true in so many words', () => {
    const { submitData } = providerRegistrationInputs;
    expect(submitData.safeParse({}).success).toBe(false);
    expect(submitData.safeParse({ confirmed: false }).success).toBe(false);
    expect(submitData.parse({ confirmed: true })).toEqual({ changes: {}, confirmed: true });
    expect(submitData.safeParse({ confirmed: true, changes: { address: ' ' } }).success).toBe(false);
    // Who the provider is does not change; another one files for itself.
    for (const fixed of ['kind', 'creditCode', 'identityNumber', 'broughtInBy', 'operates'])
      expect(submitData.safeParse({ confirmed: true, changes: { [fixed]: 'x' } }).success, fixed).toBe(false);
  });

  it('HN-NET-06.1 comes again each year on the same day, whenever it was answered', () => {
    const one = PaperRegistration.registered({ on: '2025-03-03' });
    const due = [one.deadline('verification')?.lastDay];
    // Early in the window; on the last day; long after it was overdue and the listing suspended.
    for (const answered of ['2026-02-14', '2027-03-03', '2028-05-08']) {
      one.does('submitData', 'provider', `${answered} 10:00`);
      one.does('verify', 'reviewer', `${answered} 15:00`, {});
      due.push(one.deadline('verification')?.lastDay);
    }
    // 2029-03-03 is a Saturday.
    expect(due).toEqual(['2026-03-03', '2027-03-03', '2028-03-03', '2029-03-05']);
    expect(one.state.facts.verification.months).toBe(48);
    expect(one.entries.map(({ status }) => status)).toEqual([
      'REGISTERED',
      'REGISTERED',
      'REGISTERED',
      'SUSPENDED',
      'REGISTERED',
    ]);
  });

  it('HN-NET-06.1 moves past days off, and does not drift by them', () => {
    const one = PaperRegistration.registered({ on: '2025-02-17' });
    // 2026-02-17 is the first day of the lunar year; the holiday ends on Mon 23 Feb.
    expect(one.deadline('verification')).toMatchObject({ lastDay: '2026-02-24', provisional: false });
    one.does('submitData', 'provider', '2026-02-24 20:00').does('verify', 'reviewer', '2026-02-25 10:00', {});
    expect(one.deadline('verification')).toMatchObject({ lastDay: '2027-02-17', startedAt: at('2025-02-17 00:00') });
  });

  it('HN-NET-06.1 stays on its day where the rules do not move it', () => {
    const rules = { 'time.rollForward.verification': false };
    expect(PaperRegistration.registered({ on: '2025-02-17', rules }).deadline('verification')?.lastDay).toBe(
      '2026-02-17',
    );
  });

  it('HN-NET-06.1 XC-01.3 counts from 29 February each year', () => {
    const one = PaperRegistration.registered({ on: '2024-02-29' });
    const due: unknown[] = [];
    for (const answered of ['2025-02-25', '2026-02-26', '2027-02-24', '2028-02-24']) {
      due.push(one.deadline('verification')?.lastDay);
      one.does('submitData', 'provider', `${answered} 10:00`).does('verify', 'reviewer', `${answered} 15:00`, {});
    }
    // 2026-02-28 is a make-up Saturday; of 2027 no arrangement is known, and its 28 February is a Sunday.
    expect(due).toEqual(['2025-02-28', '2026-02-28', '2027-03-01', '2028-02-29']);
  });

  it('HN-NET-06.1 XC-02.2 XC-02.3 is provisional in a year whose arrangement is not published, and settled or moved with it', () => {
    const one = PaperRegistration.registered({ on: '2025-03-03' });
    one.does('submitData', 'provider', '2026-03-02 10:00').does('verify', 'reviewer', '2026-03-03 10:00', {});
    expect(one.deadline('verification')).toMatchObject({ lastDay: '2027-03-03', provisional: true });
    expect(one.state.tasks).toMatchObject([{ name: 'loadCalendar' }]);
    const { off = '' } = publishedCalendar().years[2027] ?? {};
    const settled = { ...recalendared(2027, { provisional: false }), version: 2 };
    one.changeCalendar(settled, at('2026-11-10 10:00'));
    expect(one.deadline('verification')).toMatchObject({ lastDay: '2027-03-03', provisional: false });
    expect(one.state.tasks).toEqual([]);
    const dayOff = { ...recalendared(2027, { provisional: false, off: `${off} 0303` }), version: 3 };
    const { notices } = one.changeCalendar(dayOff, at('2026-11-11 10:00'));
    expect(one.deadline('verification')).toMatchObject({ lastDay: '2027-03-04' });
    expect(notices).toMatchObject([{ template: 'deadlineMoved', to: { roles: ['provider'] } }]);
  });

  it('HN-NET-06.1 XC-06.2 follows another interval from the next time on', () => {
    const one = PaperRegistration.registered({ rules: { 'provider.verifyEvery': 6 } });
    expect(one.deadline('verification')?.lastDay).toBe('2025-09-03');
    one.until('2025-08-25 10:00');
    const values = { ...one.state.rules, 'provider.verifyEvery': 12 };
    one.act('adoptRules', people.manager, { reason: '改为每年' }, at('2025-08-25 10:00'), { version: 2, values });
    expect(one.deadline('verification')?.lastDay).toBe('2025-09-03');
    one.does('submitData', 'provider', '2025-08-26 10:00').does('verify', 'reviewer', '2025-08-27 10:00', {});
    expect(one.deadline('verification')?.lastDay).toBe('2026-03-03');
  });
});

describe('a verification that is not answered', () => {
  it('HN-NET-06.7 due on 2025-09-26 it suspends the listing on 2025-10-17 00:00', () => {
    const one = dueInSeptember();
    expect(one.deadline('verification')?.lastDay).toBe('2025-09-26');
    one.until('2025-09-27 00:00');
    expect(one.state.stage).toBe('VERIFICATION_OVERDUE');
    expect(one.deadline('suspension')).toMatchObject({ lastDay: '2025-10-16', dueAt: at('2025-10-17 00:00') });
    one.until('2025-10-16 23:59');
    expect(one.entries).toHaveLength(1);
    one.until('2025-10-17 00:00');
    expect(one.state.stage).toBe('SUSPENDED');
    expect(one.entries.at(-1)).toMatchObject({ status: 'SUSPENDED', data: { suspendedFor: ['VERIFICATION_OVERDUE'] } });
    expect(one.mailed.slice(-5)).toEqual([
      '2025-09-27 00:00 verificationOverdue',
      '2025-10-10 09:00 deadlineReminder',
      '2025-10-14 09:00 deadlineReminder',
      '2025-10-16 09:00 deadlineReminder',
      '2025-10-17 00:00 listingSuspended',
    ]);
    expect(one.last.notices).toMatchObject([{ data: { untilVerified: true } }]);
  });

  it('HN-NET-06.7 XC-04.3 suspends nobody whom the notice of it has not reached, who then has all ten days', () => {
    const one = dueInSeptember().until('2025-09-27 00:00');
    const bounced = { noticeId: 'ntc-1', template: 'verificationOverdue' };
    one.liveUntil(at('2025-10-17 00:00'), (name) => (name === 'unreached' ? [bounced] : undefined));
    expect(one.state).toMatchObject({ stage: 'VERIFICATION_OVERDUE', undelivered: [bounced] });
    expect(one.deadline('suspension')?.dueAt).toBeNull();
    one.act('recordContact', people.reviewer, { note: '已电话告知。' }, at('2025-10-20 10:00'));
    expect(one.deadline('suspension')?.lastDay).toBe('2025-11-03');
    one.until('2025-11-04 00:00');
    expect(one.state.stage).toBe('SUSPENDED');
  });

  it('HN-NET-06.7 XC-04.3 runs from the return of the data where that has told of it last', () => {
    const one = dueInSeptember().until('2025-09-27 00:00');
    one.does('submitData', 'provider', '2025-09-28 10:00').does('returnData', 'reviewer', '2025-09-29 10:00', returned);
    expect(one.deadline('suspension')?.lastDay).toBe('2025-10-20');
    const unreached = (template: string) => (name: string) =>
      name === 'unreached' ? [{ noticeId: 'ntc-1', template }] : undefined;
    // What was asked for before was overtaken by the answer, and never went out.
    one.liveUntil(at('2025-10-20 23:59'), unreached('verificationOverdue'));
    one.liveUntil(at('2025-10-21 00:00'), unreached('dataReturned'));
    expect(one.deadline('suspension')?.dueAt).toBeNull();
    one.act('recordContact', people.reviewer, { note: '已电话告知。' }, at('2025-10-21 10:00'));
    one.liveUntil(at('2025-11-05 00:00'), unreached('verificationOverdue'));
    expect(one.state.stage).toBe('SUSPENDED');
  });

  it('HN-NET-06.7 counts the working days from the due day, however late the case wakes', () => {
    const one = PaperRegistration.registered({ on: '2024-11-03' });
    expect(one.deadline('verification')?.lastDay).toBe('2025-11-03');
    one.until('2025-11-03 23:59');
    // A worker that was down for a week: the ten working days after Mon 3 Nov end on Mon 17 Nov all the same.
    const late = at('2025-11-11 15:00');
    const due = engine.whatIsDue(one.state, late);
    const { state, notices } = engine.wake(one.process, one.state, due!, undefined, late);
    expect(state.deadlines).toMatchObject([{ name: 'suspension', lastDay: '2025-11-17' }]);
    expect(notices).toMatchObject([{ template: 'verificationOverdue', data: { dueOn: '2025-11-03' } }]);
  });

  it('HN-NET-06.7 suspends after as many days as the rules say', () => {
    const one = PaperRegistration.registered({ on: '2024-09-26', rules: { 'provider.suspendAfter': 5 } });
    expect(one.until('2025-09-27 00:00').deadline('suspension')?.lastDay).toBe('2025-10-10');
  });

  it('HN-NET-06.7 is late but not suspended when answered within them', () => {
    const one = dueInSeptember();
    one.does('submitData', 'provider', '2025-10-16 23:50');
    expect(one.until('2025-11-10 10:00').state.stage).toBe('DATA_IN_REVIEW');
    one.does('verify', 'reviewer', '2025-11-10 10:00', {});
    expect(one.entries.map(({ status }) => status)).toEqual(['REGISTERED', 'REGISTERED']);
    expect(one.deadline('verification')?.lastDay).toBe('2026-09-28');
  });

  it('HN-NET-06.7 brings the listing back when it is verified at last, and not before', () => {
    const one = dueInSeptember();
    one.does('submitData', 'provider', '2025-12-01 10:00');
    expect(one.entries.at(-1)).toMatchObject({ status: 'SUSPENDED' });
    one.does('verify', 'reviewer', '2025-12-02 10:00', {});
    expect(one.state.stage).toBe('REGISTERED');
    expect(one.entries.at(-1)).toMatchObject({ status: 'REGISTERED', data: { suspendedFor: [] } });
    expect(one.last.notices).toMatchObject([{ template: 'dataAccepted', data: { verified: true, restored: true } }]);
  });

  it('HN-NET-06.7 is not lifted by a decision on another ground', () => {
    expect(
      providerRegistrationInputs.restoreListing.safeParse({ ground: 'VERIFICATION_OVERDUE', reason: '—' }).success,
    ).toBe(false);
    const one = dueInSeptember();
    one.does('suspendListing', 'manager', '2025-10-09 10:00', { ground: 'INFORMATION_FALSE', reason: '虚假信息' });
    one.until('2025-10-17 00:00');
    one.does('restoreListing', 'manager', '2025-10-20 10:00', { ground: 'INFORMATION_FALSE', reason: '已整改' });
    expect(one.state.stage).toBe('SUSPENDED');
    expect(one.last.notices).toMatchObject([{ data: { remaining: [{ zh: '未按期核实登记信息' }] } }]);
    one.does('submitData', 'provider', '2025-10-21 10:00').does('verify', 'reviewer', '2025-10-22 10:00', {});
    expect(one.state.stage).toBe('REGISTERED');
  });

  it('HN-NET-06.7 leaves a listing suspended by decision suspended once it is verified', () => {
    const one = PaperRegistration.registered();
    one.does('suspendListing', 'manager', '2025-10-09 10:00', { ground: 'INFORMATION_FALSE', reason: '虚假信息' });
    one.does('submitData', 'provider', '2026-02-25 10:00').does('verify', 'reviewer', '2026-02-26 10:00', {});
    expect(one.state.stage).toBe('SUSPENDED');
    expect(one.last.notices).toMatchObject([{ data: { verified: true, restored: false, remaining: [{}] } }]);
  });

  it('HN-NET-06.1 is not asked again within days when it was answered almost a year late', () => {
    const one = PaperRegistration.registered();
    one.does('submitData', 'provider', '2027-02-25 10:00').does('verify', 'reviewer', '2027-02-26 10:00', {});
    expect(one.deadline('verification')?.lastDay).toBe('2028-03-03');
  });
});

describe('an answer that is returned', () => {
  it('HN-NET-06.1 keeps the due day that is still ahead, with its reminders', () => {
    const one = PaperRegistration.registered();
    one.does('submitData', 'provider', '2026-02-14 10:00');
    one.does('returnData', 'reviewer', '2026-02-24 08:00', returned);
    expect(one.state.stage).toBe('VERIFICATION_DUE');
    expect(one.last.notices).toMatchObject([
      { template: 'dataReturned', deadlines: [{ name: 'verification', lastDay: '2026-03-03' }] },
    ]);
    expect(one.until('2026-03-03 10:00').mailed.slice(-2)).toEqual([
      '2026-02-24 09:00 deadlineReminder',
      '2026-03-02 09:00 deadlineReminder',
    ]);
    one.until('2026-03-04 00:00');
    expect(one.deadline('suspension')?.lastDay).toBe('2026-03-17');
  });

  it('HN-NET-06.7 gives the days to the suspension anew where the due day went by during the review', () => {
    const one = PaperRegistration.registered();
    one.does('submitData', 'provider', '2026-03-03 23:00');
    one.does('returnData', 'reviewer', '2026-03-06 10:00', returned);
    expect(one.state.stage).toBe('VERIFICATION_OVERDUE');
    expect(one.last.notices).toMatchObject([{ deadlines: [{ name: 'suspension', lastDay: '2026-03-20' }] }]);
    expect(one.until('2026-03-21 00:00').state.stage).toBe('SUSPENDED');
  });

  it('HN-NET-06.7 leaves a suspended listing suspended', () => {
    const one = dueInSeptember();
    one.does('submitData', 'provider', '2025-12-01 10:00');
    one.does('returnData', 'reviewer', '2025-12-02 10:00', returned);
    expect(one.state).toMatchObject({ stage: 'SUSPENDED', deadlines: [] });
    expect(one.last.notices).toMatchObject([{ template: 'dataReturned', deadlines: [] }]);
    one.does('submitData', 'provider', '2025-12-03 10:00').does('verify', 'reviewer', '2025-12-04 10:00', {});
    expect(one.state.stage).toBe('REGISTERED');
  });
});

describe('data that change during the year', () => {
  it('HN-NET-06.1 are looked at when they are handed in, and leave the yearly clock as it is', () => {
    const one = PaperRegistration.registered();
    expect(() => one.does('submitData', 'provider', '2025-06-02 10:00')).toThrow('at least one field');
    one.does('submitData', 'provider', '2025-06-02 10:00', moved).does('verify', 'reviewer', '2025-06-03 10:00', {});
    expect(one.last.notices).toMatchObject([{ template: 'dataAccepted', data: { verified: false } }]);
    expect(one.deadline('verification')?.lastDay).toBe('2026-03-03');
    one.does('submitData', 'provider', '2025-07-02 10:00', moved);
    one.does('returnData', 'reviewer', '2025-07-03 10:00', returned);
    expect(one.state.stage).toBe('REGISTERED');
    expect(one.entries.at(-1)).toMatchObject({ data: { formVersion: 2 } });
  });

  it('HN-NET-06.1 answer the verification too that is asked for while a reviewer has them', () => {
    const one = PaperRegistration.registered();
    one.does('submitData', 'provider', '2026-02-10 10:00', moved).until('2026-03-05 10:00');
    // The review took its time: the provider was neither reminded nor late.
    expect(one.mailed.slice(2)).toEqual([]);
    expect(one.state.stage).toBe('DATA_IN_REVIEW');
    const ends = one.transitions.flatMap(({ deadlines }) =>
      deadlines.flatMap(({ deadline, status }) => (deadline.name === 'verification' ? [status] : [])),
    );
    expect(ends).toEqual(['OPEN', 'MET']);
    one.does('verify', 'reviewer', '2026-03-05 10:00', {});
    expect(one.last.notices).toMatchObject([{ data: { verified: true } }]);
    expect(one.deadline('verification')?.lastDay).toBe('2027-03-03');
  });

  it('HN-NET-06.7 are not lost when they are returned after the due day', () => {
    const one = PaperRegistration.registered();
    one.does('submitData', 'provider', '2026-02-10 10:00', moved);
    one.does('returnData', 'reviewer', '2026-03-05 10:00', returned);
    expect(one.state.stage).toBe('VERIFICATION_OVERDUE');
    expect(one.deadline('suspension')?.lastDay).toBe('2026-03-19');
  });

  it('HN-NET-06.1 keep the clock running when they are returned before it', () => {
    const one = PaperRegistration.registered();
    one.does('submitData', 'provider', '2026-02-10 10:00', moved);
    one.does('returnData', 'reviewer', '2026-02-25 10:00', returned);
    expect(one.state.stage).toBe('VERIFICATION_DUE');
    expect(one.last.notices).toMatchObject([{ deadlines: [{ name: 'verification', lastDay: '2026-03-03' }] }]);
  });
});
