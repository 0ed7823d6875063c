/** What the notices of this process are told with in tests. */
import { campaign2020 } from '../../../rules/sh-eval/campaign.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { assessmentEntry } from './contract.ts';
import type { AssessmentEntryFacts } from './facts.ts';

const { year, institutionCutOff } = campaign2020;
const decided = { year, reason: '专职人员不足十人。', decidedAt: '2020-12-16T10:00:00.000+08:00' };
const term = { validFrom: '2020-01-01', validTo: '2021-12-31', link: 'https://sheitc.example.cn/assessment/2020' };

const cutOff = sampleDeadline({
  ...assessmentEntry.deadlines.institutionCutOff,
  name: 'institutionCutOff',
  lastDay: '2020-12-11',
  dueAt: institutionCutOff,
  workingDaysLeft: 8,
});

export const assessmentEntrySamples: SamplesOf<typeof assessmentEntry> = {
  entryBegun: { year, category: 'LEGAL', deadlines: [cutOff] },
  entrySubmitted: { year, submittedAt: '2020-12-10T10:00:00.000+08:00', paperAt: null, points: 900 },
  paperReceived: { year, paperAt: '2020-12-10T15:00:00.000+08:00', submittedAt: '2020-12-10T10:00:00.000+08:00' },
  entryReturned: { ...decided, deadlines: [cutOff] },
  entryHandedOver: { ...decided, reason: '营业执照住所在徐汇区。', district: text('徐汇区', 'Xuhui') },
  lateRefused: {
    year,
    cutOff: institutionCutOff,
    submittedAt: '2020-12-11T16:30:00.000+08:00',
    paperAt: '2020-12-11T17:20:00.000+08:00',
  },
  lateAllowed: decided,
  entryRecommended: { year, decidedAt: decided.decidedAt },
  notRecommended: decided,
  entryAdmitted: { year, decidedAt: decided.decidedAt },
  notAdmitted: decided,
  clarificationAsked: {
    year,
    question: '请说明服务企业清单中第 12 家企业的服务时间。',
    askedAt: '2021-01-06T10:00:00.000+08:00',
    deadlines: [
      sampleDeadline({
        ...assessmentEntry.deadlines.clarification,
        name: 'clarification',
        lastDay: '2021-01-13',
        dueAt: '2021-01-14T00:00:00.000+08:00',
        workingDaysLeft: 5,
      }),
    ],
  },
  interferenceRecorded: decided,
  resultPublished: { year, grade: 'EXCELLENT', listed: true, ...term },
  unqualifiedPublished: {
    ...{ year, grade: 'UNQUALIFIED', reason: '核验发现服务记录不实。', link: term.link },
    publishedAt: '2021-02-01T10:00:00.000+08:00',
  },
  resultUpheld: { ...decided, grade: 'GOOD' },
  resultChanged: { ...decided, grade: 'EXCELLENT', listed: true },
};

const scores = { SYSTEMS: 80 };

/** What an entry remembers, for the sentences of its timeline. */
export const assessmentEntryRemembered: Partial<AssessmentEntryFacts> = {
  filedSheets: 1,
  sheets: [{ assessor: 'u-1', scores, note: null }],
  grade: { code: 'GOOD', reason: '各项均衡。', at: '2021-01-20T10:00:00.000+08:00' },
};
