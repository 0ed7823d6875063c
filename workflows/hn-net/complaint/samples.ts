/** What the notices of this process are told with in tests. */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { complaintSamplesOf } from '../../disputes/complaint/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { complaint } from './contract.ts';
import { creditPhrases } from './credit.ts';
import { terms } from './terms.ts';

const changsha = bodyInWords('hn-changsha');
const liuyang = bodyInWords('hn-liuyang');
const common = complaintSamplesOf({
  terms,
  reason: 'NO_VOUCHER',
  respondent: complaint.parties.respondent.title,
  effects: { found: creditPhrases.UPHELD, reopened: creditPhrases.REOPENED },
  account: '付款后未开具发票，多次催要无果。',
  claim: '补开发票',
  found: '经核实，服务商未开具发票。',
});

export const complaintSamples: SamplesOf<typeof complaint> = {
  ...common,
  complaintRegistered: { ...common.complaintRegistered, bodyId: 'hn-changsha', competent: liuyang },
  complaintTransferred: {
    from: changsha,
    transferredAt: '2026-02-24T09:30:00.000+08:00',
    reason: '该服务商由浏阳窗口平台负责接入',
  },
};
