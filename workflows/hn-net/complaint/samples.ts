/** What the notices of this process are told with in tests. */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { complaintReasons } from '../../../rules/hn-net/complaint.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { complaint } from './contract.ts';
import { clauses } from './terms.ts';

const registration = sampleDeadline({
  name: 'registration',
  title: text('登记投诉', 'Register the complaint'),
  lastDay: '2026-02-14',
  dueAt: '2026-02-15T00:00:00.000+08:00',
  workingDaysLeft: 1,
  consequence: text('逾期未登记的，提请负责人督办', 'It goes to the manager'),
  clause: clauses.complaint,
  platformRule: true,
});

const handling = sampleDeadline({
  name: 'handling',
  title: text('办结投诉', 'Handle the complaint'),
  lastDay: '2026-03-13',
  dueAt: '2026-03-14T00:00:00.000+08:00',
  workingDaysLeft: 15,
  consequence: text('逾期未办结的，提请负责人督办', 'It goes to the manager'),
  clause: clauses.complaint,
  platformRule: true,
});

const platform = bodyInWords('hn-liuyang');
const ground = complaintReasons.NO_VOUCHER.title;

export const complaintSamples: SamplesOf<typeof complaint> = {
  complaintReceived: {
    plannedAt: '2026-02-13T18:00:00.000+08:00',
    deadlines: [registration],
    platform: bodyInWords('hn-changsha'),
    ground,
    orderNumber: 'DD-2026-0017',
    receivedAt: '2026-02-13T18:00:00.000+08:00',
  },
  complaintRegistered: {
    plannedAt: '2026-02-14T10:00:00.000+08:00',
    deadlines: [handling],
    platform: bodyInWords('hn-changsha'),
    competent: platform,
    registeredAt: '2026-02-14T10:00:00.000+08:00',
  },
  complaintAgainstProvider: {
    plannedAt: '2026-02-14T10:00:00.000+08:00',
    platform,
    ground,
    orderNumber: 'DD-2026-0017',
    happenedOn: '2026-02-03',
    account: '付款后未开具发票，多次催要无果。',
    claim: '补开发票',
  },
  complaintTransferred: {
    from: bodyInWords('hn-changsha'),
    to: platform,
    transferredAt: '2026-02-24T09:30:00.000+08:00',
    reason: '该服务商由浏阳窗口平台负责接入',
  },
  complaintFileGrew: {
    by: text('被投诉的服务(商品)提供商', 'Provider complained about'),
    what: text('答复说明', 'an answer to the complaint'),
    words: '发票已于2月10日寄出。',
    files: 2,
    at: '2026-02-25T15:00:00.000+08:00',
  },
  complaintFinding: {
    verdict: text('投诉成立', 'Upheld'),
    responsible: text('服务商', 'Provider'),
    breached: [ground],
    clause: complaintReasons.NO_VOUCHER.clause,
    reason: '经核实，服务商未开具发票。',
    decidedAt: '2026-02-26T10:00:00.000+08:00',
    credit: text('本认定计入服务商信用记录', 'It enters the credit record of the provider'),
    former: text('投诉不成立', 'Not upheld'),
    mediationOpen: true,
  },
  complaintReopened: {
    plannedAt: '2026-02-20T10:00:00.000+08:00',
    deadlines: [handling],
    former: text('投诉成立', 'Upheld'),
    reason: '服务商补交了寄送凭证',
    reopenedAt: '2026-02-20T10:00:00.000+08:00',
    credit: text('服务商信用记录中标注为复核中', 'The credit record of the provider shows it as under review'),
  },
  complaintWithdrawn: {
    withdrawnAt: '2026-02-26T10:00:00.000+08:00',
    reason: '服务商已补开发票',
    mediationGoesOn: true,
  },
  complaintOverdue: {
    duty: text('办结投诉', 'Handle the complaint'),
    overdueSince: '2026-03-14T00:00:00.000+08:00',
  },
};
