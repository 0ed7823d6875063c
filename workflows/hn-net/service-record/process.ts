/**
 * Record of a service, 第二十三条: proof that it was launched and proof that it was performed, each uploaded within five working days of
 * the day on which it arose. What is late stays late for everybody to see; nothing is deleted or dated back (HN-NET-23.7).
 */
import {
  checkBasisDays,
  evidenceGroups,
  evidenceKinds,
  isInTime,
  missingGroups,
  type EvidenceGroup,
  type GroupOfRecord,
} from '../../../rules/hn-net/service-record.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf, reckon, startOfDay, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { serviceRecord as contract, type RecordStep } from './contract.ts';
import { serviceRecordSentences } from './sentences.ts';

const clocks = { LAUNCH: 'launchEvidence', PERFORMANCE: 'performanceEvidence' } as const;

export const serviceRecord = defineProcess(contract, {
  sentences: serviceRecordSentences,

  facts: ({ launchedOn, performedOn, ...opening }) => ({
    ...opening,
    groups: { LAUNCH: newGroup(launchedOn), PERFORMANCE: newGroup(performedOn) },
    returned: [],
    corrections: [],
    score: null,
    countedOn: null,
    excluded: null,
  }),

  open(step, { item }) {
    const begun = (['LAUNCH', 'PERFORMANCE'] as const).filter((group) => startClock(step, group));
    const about = begun.map((group) => clocks[group]);
    step.notify('recordOpened', 'reporter', { item, openedAt: step.now }, about);
  },

  due: {
    launchEvidence: (step) => runOut(step, 'LAUNCH'),
    performanceEvidence: (step) => runOut(step, 'PERFORMANCE'),
  },

  requires: {
    recordPerformance: [notPerformedYet],
    acceptEvidence: [isComplete],
  },

  actions: {
    recordPerformance(step, { performedOn }) {
      refuseIssues(checkBasisDays(step.facts.groups.LAUNCH.basisOn ?? performedOn, performedOn, dayOf(step.now)));
      setGroup(step, 'PERFORMANCE', { basisOn: performedOn });
      startClock(step, 'PERFORMANCE');
    },

    uploadEvidence(step, { kind, format }) {
      refuseOldFormat(step, format);
      const { group } = evidenceKinds[kind];
      const { basisOn, uploadedOn } = step.facts.groups[group];
      if (basisOn === null) {
        refuse('CONDITION_NOT_MET', '请先登记服务实施日期。', 'Enter the day of performance first.', { field: 'kind' });
      }
      step.participate('uploader');
      setGroup(step, group, { uploadedOn: uploadedOn ?? dayOf(step.receivedAt) });
      step.facts.returned = step.facts.returned.filter((one) => one !== group);
      step.meetDeadline(clocks[group]);
      if (step.state.closedAt !== null) step.reopen('MISSING');
      if (missingGroups(step.facts.groups).length > 0 || step.facts.returned.length > 0) return;
      step.closeTask('followUp');
      step.moveTo('SUBMITTED');
      step.openTask('examine');
    },

    acceptEvidence(step) {
      step.facts.countedOn = dayOf(step.now);
      const inTime = isInTime(step.facts.groups);
      count(step);
      step.notify('evidenceAccepted', 'reporter', { item: step.facts.item, inTime, acceptedAt: step.now });
      step.close(inTime ? 'UPLOADED_IN_TIME' : 'UPLOADED_LATE');
    },

    returnEvidence(step, { group, isNone, reason }) {
      step.facts.returned = [group];
      step.closeTask('examine');
      step.moveTo('RECORD_OPEN');
      if (isNone) {
        setGroup(step, group, { uploadedOn: null });
        startClock(step, group);
      }
      const told = { item: step.facts.item, group: evidenceGroups[group], reason, returnedAt: step.now };
      step.notify('evidenceReturned', 'reporter', told);
    },

    // A correction can make a record late and never makes a late one timely.
    correctBasis(step, { group, to, reason }) {
      const { basisOn: from, uploadedOn, isLate } = step.facts.groups[group];
      if (from === null || from === to) {
        refuse(
          'INVALID_INPUT',
          '没有可更正的日期，或者日期没有变化。',
          'There is no day to correct, or it stays the same.',
          {
            field: 'to',
          },
        );
      }
      refuseWrongDays(step, group, to);
      step.facts.corrections = [...step.facts.corrections, { group, from, to, reason, at: step.now }];
      setGroup(step, group, {
        basisOn: to,
        isLate: isLate || (uploadedOn !== null && uploadedOn > lastDayOf(step, to)),
      });
      if (step.deadline(clocks[group]) !== undefined) {
        step.cancelDeadline(clocks[group]);
        startClock(step, group);
      }
      count(step);
      step.notify('basisCorrected', 'reporter', { group: evidenceGroups[group], from, to, reason });
    },

    closeMissing(step, { reason }) {
      step.notify('recordMissing', 'reporter', { item: step.facts.item, reason, decidedAt: step.now });
      step.close('MISSING');
    },

    noteScore(step, { score }) {
      step.facts.score = score;
      count(step);
    },

    excludeRecord(step, { fraudCaseId }) {
      if (step.facts.excluded !== null) return;
      step.facts.excluded = { by: fraudCaseId, from: dayOf(step.now) };
      count(step);
    },
  },
});

/** Writes what the statistics count of the record from now on; nothing before its evidence was found sufficient (HN-NET-24.1). */
function count(step: RecordStep): void {
  const { countedOn, groups, consumer, item, enterprises, score, excluded } = step.facts;
  const servedOn = groups.PERFORMANCE.basisOn;
  if (countedOn === null || servedOn === null) return;
  step.write('serviceRecord', {
    ...{ provider: step.state.subject, consumer, item, servedOn, enterprises, score },
    inTime: isInTime(groups),
    excludedFrom: excluded?.from ?? null,
  });
}

function newGroup(basisOn: Day | null): GroupOfRecord {
  return { basisOn, uploadedOn: null, isLate: false };
}

function setGroup(step: RecordStep, group: EvidenceGroup, change: Partial<GroupOfRecord>): void {
  const { groups } = step.facts;
  step.facts.groups = { ...groups, [group]: { ...groups[group], ...change } };
}

/** Starts the clock of a group from the day of its basis, unless its time is over. @returns false while it has no basis */
function startClock(step: RecordStep, group: EvidenceGroup): boolean {
  const { basisOn, isLate } = step.facts.groups[group];
  if (basisOn === null) return false;
  if (isLate) step.moveTo('MISSING');
  else step.startDeadline(clocks[group], step.workingDays('record.uploadWithin'), startOfDay(basisOn));
  return !isLate;
}

/** The last day on which a group whose basis arose on this day is uploaded in time. */
function lastDayOf(step: RecordStep, basisOn: Day): Day {
  const period = step.workingDays('record.uploadWithin');
  return reckon({ period, startedAt: startOfDay(basisOn), calendar: step.state.calendar }).lastDay ?? basisOn;
}

/** The time of a group has passed without a file. */
function runOut(step: RecordStep, group: EvidenceGroup): void {
  setGroup(step, group, { isLate: true });
  step.moveTo('MISSING');
  step.openOrDescribeTask('followUp', { missing: missingGroups(step.facts.groups) });
  const { item } = step.facts;
  const passedAt = step.passedAt(clocks[group]);
  step.notify('recordLate', 'reporter', { of: group, item, group: evidenceGroups[group], passedAt });
}

function notPerformedYet({ facts }: RecordStep): void {
  const { basisOn } = facts.groups.PERFORMANCE;
  if (basisOn === null) return;
  refuse(
    'ALREADY_DONE',
    '服务实施日期已登记；有误的由平台更正。',
    'The day was entered; the platform corrects a wrong one.',
    {
      facts: { performedOn: basisOn },
    },
  );
}

function isComplete({ facts }: RecordStep): void {
  const missing = [...new Set([...missingGroups(facts.groups), ...facts.returned])];
  const [first] = missing;
  if (first === undefined) return;
  const { zh, en } = evidenceGroups[first];
  refuse('CONDITION_NOT_MET', `服务记录不完整，缺少：${zh}。`, `The record is incomplete; there is no: ${en}.`, {
    facts: { missing },
  });
}

/** The hub lays down one format for the whole network (HN-NET-16.4). */
function refuseOldFormat(step: RecordStep, format: number): void {
  const current = step.number('record.format');
  if (format === current) return;
  refuse(
    'INVALID_INPUT',
    `报表格式版本应为现行的第 ${current} 版。`,
    `The report format must be the current one, version ${current}.`,
    { field: 'format', facts: { current } },
  );
}

function refuseWrongDays(step: RecordStep, group: EvidenceGroup, to: Day): void {
  const { LAUNCH, PERFORMANCE } = step.facts.groups;
  const [launched, performed] = group === 'LAUNCH' ? [to, PERFORMANCE.basisOn] : [LAUNCH.basisOn ?? to, to];
  const issues = checkBasisDays(launched, performed, dayOf(step.now), step.facts.servesSince);
  refuseIssues(issues.map((found) => ({ ...found, field: 'to' })));
}
