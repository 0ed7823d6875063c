/** What the notices of this process are told with in tests. */
import { contestResults } from '../../../rules/hn-net/credit.ts';
import { deregistrationTitle, suspensionTitle } from '../../../rules/hn-net/provider-entry.ts';
import { refusalReasons } from '../../../rules/hn-net/refusal-reasons.ts';
import { regulatedTrades } from '../../../rules/hn-net/trades.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { providerRegistration } from './contract.ts';

const { deadlines } = providerRegistration;

const verification = sampleDeadline({
  name: 'verification',
  ...deadlines.verification,
  lastDay: '2026-03-03',
  dueAt: '2026-03-04T00:00:00.000+08:00',
  workingDaysLeft: 6,
});

const suspension = sampleDeadline({
  name: 'suspension',
  ...deadlines.suspension,
  lastDay: '2025-10-16',
  dueAt: '2025-10-17T00:00:00.000+08:00',
  workingDaysLeft: 10,
});

const correction = sampleDeadline({
  name: 'formCorrection',
  ...deadlines.formCorrection,
  lastDay: '2025-03-10',
  dueAt: '2025-03-11T00:00:00.000+08:00',
  workingDaysLeft: 4,
});

const withheld = [{ service: 'S2', reason: '“包过”的表述为虚假宣传。' }];
const permit = regulatedTrades.HUMAN_RESOURCES_AGENCY.permit;

export const providerRegistrationSamples: SamplesOf<typeof providerRegistration> = {
  registrationReceived: {
    filedAt: '2025-03-03T09:00:00.000+08:00',
    grounds: [refusalReasons.PERMIT_MISSING.title],
  },
  registrationReturned: {
    plannedAt: '2025-03-04T10:00:00.000+08:00',
    deadlines: [correction],
    items: ['营业执照副本的清晰扫描件', permit],
    reason: '扫描件无法辨认，且未提交人力资源服务许可证。',
  },
  correctionTimeOver: { endedAt: '2025-03-11T00:00:00.000+08:00' },
  providerRegistered: { deadlines: [verification], registeredOn: '2025-03-03', withheld },
  registrationRefused: {
    ground: refusalReasons.PERMIT_MISSING.title,
    reason: '从事职业中介，未提交人力资源服务许可证。',
    decidedAt: '2025-03-05T15:30:00.000+08:00',
    clause: refusalReasons.PERMIT_MISSING.clause,
  },
  registrationWithdrawn: { withdrawnAt: '2025-03-04T11:00:00.000+08:00', reason: '资料准备齐全后再申请。' },
  verificationAsked: {
    plannedAt: '2026-02-14T09:00:00.000+08:00',
    deadlines: [verification],
    registeredOn: '2025-03-03',
  },
  verificationOverdue: {
    plannedAt: '2025-09-27T00:00:00.000+08:00',
    deadlines: [suspension],
    dueOn: '2025-09-26',
  },
  listingSuspended: {
    cause: suspensionTitle('VERIFICATION_OVERDUE'),
    suspendedAt: '2025-10-17T00:00:00.000+08:00',
    clause: deadlines.suspension.clause,
    untilVerified: true,
  },
  listingRestored: {
    cause: suspensionTitle('INFORMATION_FALSE'),
    reason: '虚假信息已经更正，经复核属实。',
    restoredAt: '2025-10-22T10:00:00.000+08:00',
    clause: refusalReasons.INFORMATION_FALSE.clause,
    remaining: [suspensionTitle('VERIFICATION_OVERDUE')],
  },
  dataAccepted: {
    deadlines: [verification],
    acceptedAt: '2025-12-02T10:00:00.000+08:00',
    verified: true,
    restored: true,
    withheld,
    remaining: [],
  },
  dataReturned: {
    deadlines: [verification],
    items: [text('换发后的营业执照', 'the renewed business licence')],
    reason: '提交的营业执照已被登记机关换发。',
  },
  papersExpired: { papers: [permit], expiredSince: '2025-10-11' },
  providerDeregistered: {
    ground: deregistrationTitle('QUALIFICATION_CANCELLED'),
    deregisteredOn: '2025-07-01',
    clause: refusalReasons.QUALIFICATION_CANCELLED.clause,
    atOwnWish: false,
    reason: '多家企业反映服务能力差，经核查属实。',
  },
  platformChanged: {
    bodyId: 'hn-changsha',
    reason: '原窗口服务平台的资格已经取消。',
    movedAt: '2025-09-01T09:00:00.000+08:00',
  },
  contestDecided: {
    result: contestResults.UPHELD,
    entry: '湘企枢违信〔2026〕3号',
    reason: '退款记录属实，异议不能成立。',
    decidedAt: '2026-03-02T10:00:00.000+08:00',
  },
  contestsEnded: { entries: ['湘企枢违信〔2026〕3号'], endedOn: '2026-03-02' },
};
