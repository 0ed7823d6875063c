/** The evidence of an activity, on a process of nothing but what every regime has. */
import { expect, it } from 'vitest';
import { at, PaperCase, person } from '../../../test/support/engine-samples.ts';
import { defineProcess } from '../../engine/define.ts';
import { beginEvidence, evidenceHandlers } from './evidence.ts';
import { noEvidence, openedActivity, timelinessOf, type ActivityFacts, type EvidenceFacts } from './facts.ts';
import { activityHandlers } from './handlers.ts';
import { commonEvidence } from './step.ts';
import type { ActivityTerms, EvidenceTerms } from './terms.ts';

const passage = { clause: 'X 1', requirement: 'AH-EVAL-03.2' } as const;
const terms: ActivityTerms & EvidenceTerms = {
  held: passage,
  published: passage,
  attended: passage,
  evidence: passage,
};
const ORGANISER = '91430102MA4L8XK93A';
const common = commonEvidence(terms, 'anActivity');
const contract = {
  ...common,
  parties: { ...common.parties, organiser: { ...common.parties.organiser, roles: ['provider'] } },
};
const activity = activityHandlers({ held: beginEvidence });
const evidence = evidenceHandlers();
const process = defineProcess(contract as unknown as typeof common, {
  sentences: {
    recordSignUps: () => '',
    rescheduleActivity: () => '',
    addPartner: () => '',
    recordHeld: () => '',
    recordEvaluations: () => '',
    uploadEvidence: () => '',
    acceptEvidence: () => '',
    returnEvidence: () => '',
  },
  facts: (opening) => ({ ...openedActivity(opening), ...noEvidence }),
  open: (step) => activity.open(step),
  requires: { ...activity.requires, ...evidence.requires },
  due: { ...activity.due, ...evidence.due },
  actions: { ...activity.actions, ...evidence.actions },
});

const organiser = person('organiser', { role: 'provider', party: ORGANISER });
const body = { bodyId: 'a-body', region: 'AH' };
const reviewer = person('reviewer', { role: 'reviewer', ...body });
const fileIds = ['f-1'];

/** An offline activity held on Sunday 2025-09-28, a make-up working day. */
function held({ published = true } = {}) {
  const opening = {
    name: '政策进园区',
    kind: 'THEMED',
    mode: 'OFFLINE',
    plannedOn: '2025-09-28',
    onPlan: true,
  } as const;
  const one = new PaperCase<ActivityFacts & EvidenceFacts>(process, opening, {
    ...{ id: 'act-1', openedAt: at('2025-09-20 10:00'), subject: ORGANISER, parties: { organiser: [ORGANISER] }, body },
    rules: { 'activity.evidenceWithin': 5 },
  });
  if (published) one.act('publishActivity', organiser, {}, at('2025-09-21 10:00'));
  const attendance = [{ body: 'a-body', enterprises: 20, persons: 31 }];
  one.act('recordHeld', organiser, { heldOn: '2025-09-28', checkedIn: 0, attendance }, at('2025-09-28 18:00'));
  return one;
}

type Held = ReturnType<typeof held>;

function upload(one: Held, pieces: readonly string[], when: string) {
  for (const piece of pieces) one.act('uploadEvidence', organiser, { piece, fileIds }, at(when));
}

it('AH-EVAL-03.2 is due by 2025-10-11 for an activity of 2025-09-28, list, photos and summary', () => {
  const one = held();
  expect(one.deadline('evidence')).toMatchObject({ lastDay: '2025-10-11' });
  upload(one, ['LIST', 'PHOTOS'], '2025-10-09 10:00');
  expect(one.state.stage).toBe('EVIDENCE_DUE');
  upload(one, ['SUMMARY'], '2025-10-11 23:00');
  expect(one.state.stage).toBe('EVIDENCE_UPLOADED');
  one.act('acceptEvidence', reviewer, { onPlan: true }, at('2025-10-13 10:00'));
  expect(one.state.outcome).toBe('CLOSED');
  expect(timelinessOf(one.state.facts)).toBe('IN_TIME');
});

it('AH-EVAL-03.5 is reminded of on 2025-10-09 and 2025-10-11', () => {
  const one = held();
  expect(one.liveUntil(at('2025-10-12 00:00'))).toEqual([
    at('2025-10-09 09:00'),
    at('2025-10-11 09:00'),
    at('2025-10-12 00:00'),
  ]);
});

it('AH-EVAL-03.2 with photos only by then is late for good, and still wanted', () => {
  const one = held();
  upload(one, ['PHOTOS'], '2025-10-11 10:00');
  one.liveUntil(at('2025-10-12 00:00'));
  expect(one.state).toMatchObject({ stage: 'MISSING', tasks: [{ name: 'followUp' }] });
  expect(one.last.notices).toMatchObject([{ template: 'evidenceLate', data: { missing: ['LIST', 'SUMMARY'] } }]);
  upload(one, ['LIST', 'SUMMARY'], '2025-10-14 10:00');
  one.act('acceptEvidence', reviewer, { onPlan: true }, at('2025-10-15 10:00'));
  expect(one.state.outcome).toBe('CLOSED');
  expect(timelinessOf(one.state.facts)).toBe('LATE');
});

it('AH-EVAL-03.2 uploaded after its last day is late, also where the end of the time was not recorded yet', () => {
  const one = held();
  upload(one, ['LIST', 'PHOTOS'], '2025-10-11 23:59');
  upload(one, ['SUMMARY'], '2025-10-12 00:00');
  expect(one.state.stage).toBe('EVIDENCE_UPLOADED');
  expect(timelinessOf(one.state.facts)).toBe('LATE');
});

it('AH-EVAL-03.2 XC-05.6 what came in the last second and waited while the end of the time was recorded is in time', () => {
  const one = held();
  upload(one, ['LIST', 'PHOTOS'], '2025-10-11 23:58');
  one.liveUntil(at('2025-10-12 00:00'));
  expect(one.state.stage).toBe('MISSING');
  const last = { piece: 'SUMMARY', fileIds };
  one.actLate('uploadEvidence', organiser, at('2025-10-11 23:59'), at('2025-10-12 00:10'), undefined, last);
  expect(one.state).toMatchObject({ stage: 'EVIDENCE_UPLOADED', facts: { evidenceLate: false } });
  expect(timelinessOf(one.state.facts)).toBe('IN_TIME');
  const late = held();
  upload(late, ['LIST', 'PHOTOS'], '2025-10-11 23:58');
  late.liveUntil(at('2025-10-12 00:00'));
  late.actLate('uploadEvidence', organiser, at('2025-10-12 00:00'), at('2025-10-12 00:10'), undefined, last);
  expect(timelinessOf(late.state.facts)).toBe('LATE');
});

it('AH-EVAL-03.2 that is returned in time makes nothing late, and is asked for piece by piece', () => {
  const one = held();
  upload(one, ['LIST', 'PHOTOS', 'SUMMARY'], '2025-10-09 10:00');
  expect(() => one.act('returnEvidence', reviewer, { pieces: ['PHOTOS'] }, at('2025-10-10 10:00'))).toThrow('reason');
  one.act('returnEvidence', reviewer, { pieces: ['PHOTOS'], reason: '照片无法辨认。' }, at('2025-10-10 10:00'));
  one.liveUntil(at('2025-10-20 00:00'));
  expect(one.state.stage).toBe('EVIDENCE_DUE');
  upload(one, ['PHOTOS'], '2025-10-20 10:00');
  one.act('acceptEvidence', reviewer, { onPlan: true }, at('2025-10-21 10:00'));
  expect(timelinessOf(one.state.facts)).toBe('IN_TIME');
});

it('AH-EVAL-03.2 that never comes is found missing by somebody, with the reason', () => {
  const one = held();
  one.liveUntil(at('2025-10-12 00:00'));
  one.act('closeMissing', reviewer, { reason: '经两次督促仍未上传。' }, at('2025-11-12 10:00'));
  expect(one.state.outcome).toBe('MISSING');
  expect(timelinessOf(one.state.facts)).toBe('MISSING');
});

it('AH-EVAL-03.2 that was returned and does not come again is followed up, and found missing', () => {
  const one = held();
  expect(() => one.act('closeMissing', reviewer, { reason: '未上传。' }, at('2025-10-08 10:00'))).toThrow('not passed');
  upload(one, ['LIST', 'PHOTOS', 'SUMMARY'], '2025-10-09 10:00');
  one.act('returnEvidence', reviewer, { pieces: ['PHOTOS'], reason: '照片无法辨认。' }, at('2025-10-10 10:00'));
  expect(one.state.tasks).toMatchObject([{ name: 'followUp' }]);
  one.act('closeMissing', reviewer, { reason: '经两次督促仍未补充。' }, at('2025-11-12 10:00'));
  expect(one.state).toMatchObject({ outcome: 'MISSING', tasks: [] });
  expect(timelinessOf(one.state.facts)).toBe('MISSING');
});

it('AH-EVAL-03.1 is refused before the activity was published online', () => {
  const one = held({ published: false });
  expect(() => {
    upload(one, ['LIST'], '2025-10-09 10:00');
  }).toThrow('publish it first');
});
