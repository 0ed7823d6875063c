import { describe, expect, it } from 'vitest';
import { at } from '../../../test/support/engine-samples.ts';
import {
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
  providerEntry,
} from '../../../test/support/network-case.ts';
import { systemActor, type Person } from '../../../rules/roles.ts';
import type { Instant } from '../../../rules/time/index.ts';
import type { ServiceRecordFacts } from './contract.ts';
import { serviceRecordIntake } from './intake.ts';
import { serviceRecord } from './process.ts';

const contractOf = { item: '材料检测', launchedOn: '2026-02-13' };
const launch = { kind: 'CONTRACT', format: 1, fileIds: ['f-1'] };
const performance = { kind: 'REPORT', format: 1, fileIds: ['f-2'] };
const otherCase = systemActor('frd-1');

function record(
  form: object = contractOf,
  openedAt: Instant = at('2026-02-13 15:00'),
  filer: Person = people.provider,
) {
  const filing = fileForm(serviceRecordIntake, form, { filer, now: openedAt });
  return new NetworkCase<ServiceRecordFacts>(serviceRecord, filing, { id: 'srd-1', openedAt, filer });
}

/** Contract of 26 September, acceptance of 13 October: both groups uploaded on 14 October. */
function submitted() {
  const one = record({ item: '材料检测', launchedOn: '2025-10-10', performedOn: '2025-10-13' }, at('2025-10-13 15:00'));
  one.act('uploadEvidence', people.provider, launch, at('2025-10-14 10:00'));
  one.act('uploadEvidence', people.provider, performance, at('2025-10-14 11:00'));
  return one;
}

describe('a record', () => {
  it('HN-NET-23.1 is of no service from before the provider was registered, nor is it corrected to one', () => {
    const entries = [{ ...providerEntry, validFrom: '2025-10-01' }];
    const now = at('2025-10-13 15:00');
    const filed = (launchedOn: string) =>
      fileForm(serviceRecordIntake, { item: '材料检测', launchedOn }, { filer: people.provider, now, entries });
    expect(() => filed('2025-09-30')).toThrow('before the provider was registered');
    const one = new NetworkCase(serviceRecord, filed('2025-10-01'), {
      id: 'srd-1',
      openedAt: now,
      filer: people.provider,
    });
    const correct = { group: 'LAUNCH', to: '2025-09-30', reason: '合同日期有误。' };
    expect(() => one.act('correctBasis', people.county, correct, now)).toThrow('before the provider was registered');
  });
});

describe('the time of the evidence', () => {
  it('HN-NET-23.1 HN-NET-23.7 a file of 2026-02-28 00:00 is late, whoever has noted that the time has passed', () => {
    const inTime = record();
    inTime.act('uploadEvidence', people.provider, launch, at('2026-02-27 23:59'));
    expect(inTime.state.facts.groups.LAUNCH).toMatchObject({ uploadedOn: '2026-02-27', isLate: false });
    const late = record();
    late.act('uploadEvidence', people.provider, launch, at('2026-02-28 00:00'));
    expect(late.state.facts.groups.LAUNCH).toMatchObject({ uploadedOn: '2026-02-28', isLate: true });
    const noted = record();
    noted.liveUntil(at('2026-02-28 00:00'));
    expect(noted.last.notices).toMatchObject([
      { template: 'recordLate', data: { passedAt: '2026-02-28T00:00:00.000+08:00' } },
    ]);
    // One whose basis arose long ago is late from the beginning, also in its first second.
    const old = record({ item: '材料检测', launchedOn: '2025-09-01' }, at('2025-10-10 10:00'));
    old.act('uploadEvidence', people.provider, launch, at('2025-10-10 10:00'));
    expect(old.state.facts.groups.LAUNCH).toMatchObject({ uploadedOn: '2025-10-10', isLate: true });
  });

  it('HN-NET-23.1 HN-NET-23.6 contract of Fri 2026-02-13: last day 2026-02-27, reminded on the 25th and the 27th', () => {
    const { last, state } = record();
    expect(state.deadlines).toMatchObject([
      {
        name: 'launchEvidence',
        lastDay: '2026-02-27',
        dueAt: at('2026-02-28 00:00'),
        rungs: [{ at: at('2026-02-25 09:00') }, { at: at('2026-02-27 09:00') }],
      },
    ]);
    expect(last.notices).toMatchObject([{ template: 'recordOpened', to: { party: PROVIDER } }]);
  });

  it('HN-NET-23.1 an upload on 2026-02-27 23:00 is in time, one on 2026-02-28 00:10 late', () => {
    const early = record();
    early.act('uploadEvidence', people.provider, launch, at('2026-02-27 23:00'));
    expect(early.state.facts.groups.LAUNCH).toEqual({ basisOn: '2026-02-13', uploadedOn: '2026-02-27', isLate: false });
    const late = record();
    late.liveUntil(at('2026-02-28 00:00'));
    expect(late.state).toMatchObject({ stage: 'MISSING', tasks: [{ name: 'followUp' }] });
    expect(late.toldTo('recordLate')).toEqual([PROVIDER]);
    late.act('uploadEvidence', people.provider, launch, at('2026-02-28 00:10'));
    expect(late.state.facts.groups.LAUNCH).toEqual({ basisOn: '2026-02-13', uploadedOn: '2026-02-28', isLate: true });
  });

  it('HN-NET-23.4 contract 2025-09-26 and acceptance 2025-10-13: limits 2025-10-10 and 2025-10-20, each by itself', () => {
    const one = record({ item: '材料检测', launchedOn: '2025-09-26' }, at('2025-09-26 15:00'));
    expect(one.deadline('launchEvidence')).toMatchObject({ lastDay: '2025-10-10' });
    expect(() => one.act('uploadEvidence', people.provider, performance)).toThrow('day of performance first');
    one.act('uploadEvidence', people.provider, launch, at('2025-10-10 10:00'));
    one.act('recordPerformance', people.provider, { performedOn: '2025-10-13' }, at('2025-10-13 18:00'));
    expect(one.deadline('performanceEvidence')).toMatchObject({ lastDay: '2025-10-20' });
    expect(() => one.act('recordPerformance', people.provider, { performedOn: '2025-10-14' })).toThrow('was entered');
    one.liveUntil(at('2025-10-21 00:00'));
    expect(one.state.facts.groups).toMatchObject({ LAUNCH: { isLate: false }, PERFORMANCE: { isLate: true } });
  });

  it('HN-NET-23.7 a record that is begun after its time is missing at once', () => {
    const one = record({ item: '材料检测', launchedOn: '2025-09-01' }, at('2025-10-13 15:00'));
    one.liveUntil(at('2025-10-13 15:01'));
    expect(one.state).toMatchObject({ stage: 'MISSING', facts: { groups: { LAUNCH: { isLate: true } } } });
  });
});

describe('the evidence', () => {
  it('HN-NET-23.2 HN-NET-23.3 without a file of group 1 the record is incomplete; one file makes group 2 present', () => {
    const one = record({ ...contractOf, performedOn: '2026-02-13' });
    one.act('uploadEvidence', people.provider, performance, at('2026-02-14 10:00'));
    expect(one.state).toMatchObject({ stage: 'RECORD_OPEN', facts: { groups: { LAUNCH: { uploadedOn: null } } } });
    expect(() => one.act('acceptEvidence', people.county, {})).toThrow('there is no: Proof of launching');
    one.act('uploadEvidence', people.provider, launch, at('2026-02-14 11:00'));
    expect(one.last.writes).toEqual([]);
    expect(one.state).toMatchObject({ stage: 'SUBMITTED', deadlines: [], tasks: [{ name: 'examine' }] });
  });

  it('HN-NET-16.4 a report in an old format is refused with the number of the current one', () => {
    const attempt = () => record().act('uploadEvidence', people.provider, { ...launch, format: 2 });
    expect(attempt).toThrow('current one, version 1');
    expect(attempt).toThrow(expect.objectContaining({ details: expect.objectContaining({ facts: { current: 1 } }) }));
  });

  it('HN-NET-23.1 sufficient evidence closes the record in time, and whoever uploaded it does not judge it', () => {
    const one = submitted();
    one.act('acceptEvidence', people.county, {}, at('2025-10-15 10:00'));
    expect(one.state).toMatchObject({ outcome: 'UPLOADED_IN_TIME', facts: { countedOn: '2025-10-15' } });
    expect(one.last.writes).toEqual([
      {
        write: 'serviceRecord',
        data: {
          ...{
            provider: PROVIDER,
            consumer: null,
            item: '材料检测',
            servedOn: '2025-10-13',
            enterprises: 1,
            score: null,
          },
          ...{ inTime: true, excludedFrom: null },
        },
      },
    ]);
    const own = record({ ...contractOf, platform: 'hn-liuyang', performedOn: '2026-02-13' }, undefined, people.county);
    own.act('uploadEvidence', people.county, launch, at('2026-02-14 10:00'));
    own.act('uploadEvidence', people.county, performance, at('2026-02-14 10:01'));
    expect(() => own.act('acceptEvidence', people.county, {})).toThrow('somebody else must');
    own.act('acceptEvidence', people.county2, {}, at('2026-02-14 11:00'));
    expect(own.state).toMatchObject({ outcome: 'UPLOADED_IN_TIME', subject: 'unit:hn-liuyang' });
  });

  it('HN-NET-05.8 HN-NET-23.7 a late record is marked late for good', () => {
    const one = record({ ...contractOf, performedOn: '2026-02-13' });
    one.liveUntil(at('2026-02-28 00:00'));
    one.act('uploadEvidence', people.provider, launch, at('2026-03-02 10:00'));
    one.act('uploadEvidence', people.provider, performance, at('2026-03-02 10:01'));
    one.act('acceptEvidence', people.county, {}, at('2026-03-03 10:00'));
    expect(one.state.outcome).toBe('UPLOADED_LATE');
    one.act(
      'correctBasis',
      people.county,
      { group: 'LAUNCH', to: '2026-02-12', reason: '合同日期更早。' },
      at('2026-03-04 10:00'),
    );
    expect(one.state).toMatchObject({ outcome: 'UPLOADED_LATE', facts: { groups: { LAUNCH: { isLate: true } } } });
  });

  it('HN-NET-23.1 evidence is returned with a reason; the time of the first upload stands', () => {
    const one = submitted();
    expect(() => one.act('returnEvidence', people.county, { group: 'PERFORMANCE' })).toThrow('reason');
    const back = { group: 'PERFORMANCE', reason: '验收报告没有签字。' };
    one.act('returnEvidence', people.county, back, at('2025-10-21 10:00'));
    expect(one.state.stage).toBe('RECORD_OPEN');
    expect(() => one.act('acceptEvidence', people.county, {})).toThrow('incomplete');
    one.act('uploadEvidence', people.provider, performance, at('2025-10-23 10:00'));
    one.act('acceptEvidence', people.county, {}, at('2025-10-24 10:00'));
    expect(one.state.outcome).toBe('UPLOADED_IN_TIME');
  });

  it('HN-NET-23.1 what is no evidence at all does not count as uploaded', () => {
    const one = submitted();
    const back = { group: 'PERFORMANCE', isNone: true, reason: '空白文件。' };
    one.act('returnEvidence', people.county, back, at('2025-10-21 10:00'));
    one.liveUntil(at('2025-10-21 10:01'));
    one.act('uploadEvidence', people.provider, performance, at('2025-10-23 10:00'));
    one.act('acceptEvidence', people.county, {}, at('2025-10-24 10:00'));
    expect(one.state.outcome).toBe('UPLOADED_LATE');
  });

  it('HN-NET-23.7 a missing record is kept, and opens again when it is entered after all', () => {
    const one = record({ ...contractOf, performedOn: '2026-02-13' });
    one.liveUntil(at('2026-02-28 00:00'));
    expect(() => one.act('closeMissing', people.county, {})).toThrow('reason');
    one.act('closeMissing', people.county, { reason: '经催告仍未录入。' }, at('2026-04-01 10:00'));
    expect(one.state.outcome).toBe('MISSING');
    one.act('uploadEvidence', people.provider, launch, at('2026-04-02 10:00'));
    expect(one.state).toMatchObject({ stage: 'MISSING', outcome: null });
  });
});

describe('a correction', () => {
  const correction = { group: 'LAUNCH', to: '2025-10-06', reason: '合同签字页的日期为 10 月 6 日。' };

  it('HN-NET-23.7 of a basis is refused to who reports, and logged with its reason', () => {
    const one = submitted();
    expect(() => one.act('correctBasis', people.provider, correction)).toThrow('may not');
    expect(() => one.act('correctBasis', people.county, { ...correction, reason: '' })).toThrow('reason');
    const when = at('2025-10-15 10:00');
    one.act('correctBasis', people.county, correction, when);
    expect(one.state.facts.corrections).toEqual([{ ...correction, from: '2025-10-10', at: when }]);
    expect(one.toldTo('basisCorrected')).toEqual([PROVIDER]);
    const line = one.last.lines.find(({ type }) => type === 'BASIS_CORRECTED');
    expect(line?.title.en).toContain('Proof of launching the service: from');
  });

  it('HN-NET-23.7 makes an upload late that was not within the time from the true day, and moves a clock that runs', () => {
    const one = submitted();
    // Uploaded on 14 October: from 26 September the time ended on the 10th.
    one.act('correctBasis', people.county, { ...correction, to: '2025-09-26' }, at('2025-10-15 10:00'));
    expect(one.state.facts.groups.LAUNCH).toEqual({ basisOn: '2025-09-26', uploadedOn: '2025-10-14', isLate: true });
    const running = record();
    running.act(
      'correctBasis',
      people.county,
      { group: 'LAUNCH', to: '2026-02-12', reason: '…' },
      at('2026-02-14 10:00'),
    );
    expect(running.deadline('launchEvidence')).toMatchObject({ lastDay: '2026-02-26' });
  });

  it('HN-NET-23.7 names a day that can be', () => {
    const one = submitted();
    const correct = (to: string) =>
      one.act('correctBasis', people.county, { ...correction, to }, at('2025-10-15 10:00'));
    expect(() => correct('2025-10-14')).toThrow('before it was');
    expect(() => correct('2025-10-16')).toThrow('in the future');
    expect(() => correct('2025-10-10')).toThrow('stays the same');
  });
});

it('HN-NET-26.4 a record found false is excluded from the day of the finding, and kept as it was', () => {
  const one = submitted();
  one.act('acceptEvidence', people.county, {}, at('2025-10-15 10:00'));
  const exclusion = { fraudCaseId: 'frd-1', reason: '签到数据系编造。' };
  one.act('excludeRecord', otherCase, exclusion, at('2026-01-05 10:00'));
  expect(one.state).toMatchObject({
    outcome: 'UPLOADED_IN_TIME',
    facts: { excluded: { by: 'frd-1', from: '2026-01-05' }, groups: { LAUNCH: { uploadedOn: '2025-10-14' } } },
  });
  expect(one.last.writes).toMatchObject([{ data: { excludedFrom: '2026-01-05', inTime: true } }]);
  one.act('noteScore', systemActor('srq-1'), { score: 5 });
  expect(one.last.writes).toMatchObject([{ data: { score: 5, excludedFrom: '2026-01-05' } }]);
});
