import { describe, expect, it } from 'vitest';
import { figures as figureTitles } from '../../../rules/ah/figures.ts';
import { regularity } from '../../../rules/ah/reports.ts';
import {
  aboutMember,
  AnhuiCase,
  anhuiPeople as people,
  HEFEI,
  INSTITUTION,
  memberRecord,
} from '../../../test/support/anhui-case.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import type { PeriodicReportFacts } from './facts.ts';
import { periodicReport } from './process.ts';

const platform = { bodyId: 'ah-platform', region: 'AH' } as const;
const none = {
  matches: 0,
  served: 0,
  activities: 0,
  users: 0,
  resources: 0,
  cooperation: 0,
  collections: 0,
  products: 0,
};

function report(period: string, figures: object = {}) {
  const [year, month] = period.split('-').map(Number);
  return {
    year,
    ...(month !== undefined && { month }),
    reported: { ...none, ...figures },
    publicServed: 0,
    account: '运行正常。',
    fileIds: [],
  };
}

function joined(openedAt = '2025-09-20 10:00', party = INSTITUTION) {
  const kind = party === HEFEI ? 'CITY_PLATFORM' : 'INSTITUTION';
  const filing = aboutMember(party, { kind, introducer: null }, { platform });
  return new AnhuiCase<PeriodicReportFacts>(periodicReport, filing, { openedAt: at(openedAt) });
}

type Reports = ReturnType<typeof joined>;

function submit(one: Reports, period: string, when: string, figures: object = {}, record = memberRecord()) {
  one.act('submitReport', people.institution, report(period, figures), at(when), record);
}

const reminders = ({ transitions }: Reports) =>
  transitions.flatMap(({ notices, state }) =>
    notices.filter(({ template }) => template === 'deadlineReminder').map(() => state),
  ).length;

describe('the monthly report', () => {
  it('AH-EVAL-04.1 AH-EVAL-04.5 who joined on 2025-09-20 owes September first, due 2025-10-10, reminded on 29 September and 9 October', () => {
    const one = joined();
    expect(one.state.stage).toBe('CURRENT');
    expect(one.deadline('monthly')).toMatchObject({ lastDay: '2025-10-10', dueAt: at('2025-10-11 00:00') });
    const woken = one.liveUntil(at('2025-10-10 23:59'));
    expect(woken).toEqual([at('2025-09-29 09:00'), at('2025-10-01 00:00'), at('2025-10-09 09:00')]);
    expect(reminders(one)).toBe(2);
    expect(one.state).toMatchObject({
      stage: 'DUE',
      facts: { reports: { '2025-09': { status: 'DUE', dueOn: '2025-10-10' } } },
    });
    expect(Object.keys(one.state.facts.reports)).toEqual(['2025-09']);
  });

  it('AH-EVAL-04.5 the duty arises at 00:00 of the 1st, and not a moment before', () => {
    const one = joined();
    one.liveUntil(at('2025-09-30 23:59'));
    expect(() => submit(one, '2025-09', '2025-09-30 23:59')).toThrow('once it is over');
    one.liveUntil(at('2025-10-01 00:00'));
    submit(one, '2025-09', '2025-10-01 00:00');
    expect(one.state).toMatchObject({
      stage: 'CURRENT',
      facts: { reports: { '2025-09': { status: 'SUBMITTED_IN_TIME' } } },
    });
    expect(one.deadline('monthly')).toMatchObject({ lastDay: '2025-11-10' });
  });

  it('AH-EVAL-04.1 when 2025-10-10 24:00 passes it is overdue: the member and the managers are told', () => {
    const one = joined();
    one.liveUntil(at('2025-10-11 00:00'));
    expect(one.state).toMatchObject({ stage: 'OVERDUE', facts: { reports: { '2025-09': { status: 'MISSING' } } } });
    expect([one.toldTo('reportLate'), one.toldTo('reportMissing')]).toEqual([[INSTITUTION], ['manager']]);
    expect(one.deadline('monthly')).toMatchObject({ lastDay: '2025-11-10' });
  });

  it('AH-EVAL-04.6 submitted on 2025-10-12 it is accepted, marked late, and counts 0 for that month', () => {
    const one = joined();
    one.liveUntil(at('2025-10-12 09:00'));
    submit(one, '2025-09', '2025-10-12 10:00');
    expect(one.state).toMatchObject({
      stage: 'CURRENT',
      facts: { reports: { '2025-09': { status: 'SUBMITTED_LATE' } } },
    });
    expect(regularity(one.state.facts.reports, 2025)).toMatchObject({ inTime: 0, due: 1 });
    expect(one.written('register')).toMatchObject([
      { register: 'ah.reports', adds: true, data: { reports: { '2025-09': { status: 'SUBMITTED_LATE' } } } },
    ]);
    expect(() => submit(one, '2025-09', '2025-10-12 11:00')).toThrow('no report to be made');
  });

  it('AH-EVAL-04.6 whether it is late hangs on the day alone, and not on what was recorded first', () => {
    const one = joined();
    one.liveUntil(at('2025-10-02 00:00'));
    // The end of the time has passed and was not recorded yet.
    submit(one, '2025-09', '2025-10-11 00:00');
    expect(one.state.facts.reports['2025-09']?.status).toBe('SUBMITTED_LATE');
    const other = joined();
    other.liveUntil(at('2025-10-02 00:00'));
    submit(other, '2025-09', '2025-10-10 23:59');
    expect(other.state.facts.reports['2025-09']?.status).toBe('SUBMITTED_IN_TIME');
  });

  it('AH-EVAL-04.3 a figure that the records do not back is shown with the difference', () => {
    const one = joined();
    one.liveUntil(at('2025-10-08 09:00'));
    submit(
      one,
      '2025-09',
      '2025-10-08 10:00',
      { served: 40 },
      memberRecord({ byMonth: { '2025-09': { served: 31 } } }),
    );
    expect(one.state.facts.submitted['2025-09']?.differences).toEqual([
      { figure: 'served', reported: 40, recorded: 31 },
    ]);
    const line = one.last.lines.find(({ type }) => type === 'REPORT_SUBMITTED');
    expect(line?.title.zh).toContain(`${figureTitles.served.zh}报 40、记录 31`);
    expect(line?.title.en).toContain('40 reported, 31 recorded');
  });

  it('AH-EVAL-04.3 returned with a reason it is made again, and stays in time', () => {
    const one = joined();
    one.liveUntil(at('2025-10-08 09:00'));
    submit(one, '2025-09', '2025-10-08 10:00', { served: 40 });
    const back = { year: 2025, month: 9, reason: '没有名单。' };
    expect(() => one.act('returnReport', people.institution, back)).toThrow('may not');
    one.act('returnReport', people.platform, back, at('2025-10-13 10:00'));
    expect(one.toldTo('reportReturned')).toEqual([INSTITUTION]);
    expect(one.state).toMatchObject({ stage: 'DUE', tasks: [] });
    submit(one, '2025-09', '2025-10-14 10:00', { served: 31 });
    one.act('completeReport', people.platform, { year: 2025, month: 9 }, at('2025-10-15 10:00'));
    expect(one.state).toMatchObject({
      stage: 'CURRENT',
      facts: { reports: { '2025-09': { status: 'SUBMITTED_IN_TIME', examined: 'COMPLETE' } } },
    });
    expect(() =>
      one.act('completeReport', people.platform, { year: 2025, month: 9 }, at('2025-10-15 11:00')),
    ).toThrow();
  });
});

describe('the annual report', () => {
  it('AH-EVAL-04.4 for December 2025 two reports are due on 2026-01-10', () => {
    const one = joined();
    one.liveUntil(at('2026-01-01 00:00'));
    const due = Object.entries(one.state.facts.reports).filter(([, { dueOn }]) => dueOn === '2026-01-10');
    expect(due.map(([period]) => period).sort()).toEqual(['2025', '2025-12']);
    expect(one.transitions.flatMap(({ openings }) => openings)).toMatchObject([
      { kind: 'annualEvaluation', joins: true, opening: { year: 2025 }, bodyId: 'ah-platform' },
    ]);
    for (const name of ['monthly', 'annual']) expect(one.deadline(name)).toMatchObject({ lastDay: '2026-01-10' });
  });

  it('AH-EVAL-04.2 of 2025 it is due Saturday 2026-01-10 24:00, and of 2026-01-11 it is late', () => {
    const one = joined();
    one.liveUntil(at('2026-01-10 23:59'));
    submit(one, '2025-12', '2026-01-10 23:59');
    expect(one.state.facts.reports['2025-12']?.status).toBe('SUBMITTED_IN_TIME');
    one.liveUntil(at('2026-01-11 09:00'));
    submit(one, '2025', '2026-01-11 10:00');
    expect(one.state.facts.reports['2025']?.status).toBe('SUBMITTED_LATE');
    expect(one.deadline('annual')).toMatchObject({ lastDay: '2027-01-10' });
  });
});

describe('a year of reports', () => {
  it('AH-EVAL-04.5 XC-05.6 no month is left out and none comes twice, whenever the case wakes', () => {
    const one = joined('2025-01-06 10:00', HEFEI);
    // Nothing is done: each report falls due, passes, and the next one runs.
    one.liveUntil(at('2026-01-11 00:00'));
    const { reports } = one.state.facts;
    const months = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);
    expect(Object.keys(reports).sort()).toEqual(['2025', ...months].sort());
    expect(Object.values(reports).every(({ status }) => status === 'MISSING')).toBe(true);
    expect(one.told.filter((type) => type === 'REPORT_OWED')).toHaveLength(13);
    expect(one.noticed.filter((name) => name === 'reportLate')).toHaveLength(13);
  });

  it('AH-EVAL-01.1 ends with the membership', () => {
    const one = joined();
    one.act('membershipEnded', anyone.otherCase, {}, at('2025-09-25 10:00'));
    expect(one.state).toMatchObject({ outcome: 'ENDED', deadlines: [] });
  });
});
