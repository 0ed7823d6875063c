/** The evidence of a service record (HN-NET-23, table 4.20) and when it is in time. */
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import { dayInWords, type Day } from '../time/index.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';

/** The two groups of evidence; each has its own clock from the day of its own basis (HN-NET-23.4, A-60). */
export const evidenceGroups = {
  LAUNCH: text('开展服务的依据', 'Proof of launching the service'),
  PERFORMANCE: text('实施服务的依据', 'Proof of performing the service'),
} as const satisfies Readonly<Record<string, Text>>;

export type EvidenceGroup = keyof typeof evidenceGroups;

/** A kind of evidence, and the group that it belongs to. */
export interface EvidenceKind {
  readonly title: Text;
  readonly group: EvidenceGroup;
}

/** What the text names as evidence; both groups are open at their end. */
export const evidenceKinds = {
  NOTICE: { title: text('通知', 'Notice'), group: 'LAUNCH' },
  CONTRACT: { title: text('合同', 'Contract'), group: 'LAUNCH' },
  OTHER_LAUNCH: { title: text('其他组织、开展服务的证明', 'Other proof of organising the service'), group: 'LAUNCH' },
  QR_SIGN_IN: { title: text('二维码签到数据', 'QR sign-in data'), group: 'PERFORMANCE' },
  SIGNATURE_SHEET: { title: text('服务签名表', 'Signature sheet'), group: 'PERFORMANCE' },
  PHOTOS: { title: text('现场照片', 'Photos'), group: 'PERFORMANCE' },
  REPORT: { title: text('总结或验收报告', 'Summary or acceptance report'), group: 'PERFORMANCE' },
  AUDIT_REPORT: { title: text('审计报告', 'Audit report'), group: 'PERFORMANCE' },
  RECEIPTS: { title: text('服务收支凭证', 'Receipts and payments'), group: 'PERFORMANCE' },
  USER_EVALUATION: { title: text('用户评价意见', 'Evaluation by the user'), group: 'PERFORMANCE' },
  OTHER_PERFORMANCE: { title: text('其他实施服务的证明', 'Other proof of performing it'), group: 'PERFORMANCE' },
} as const satisfies Readonly<Record<string, EvidenceKind>>;

export type EvidenceKindCode = keyof typeof evidenceKinds;

/** One group of a record as it stands. */
export interface GroupOfRecord {
  /** Day on which the basis arose, Shanghai; null while there is none. */
  readonly basisOn: Day | null;
  /** Day of the first upload that counts; null while nothing is there. */
  readonly uploadedOn: Day | null;
  /** True from the end of its time on, if nothing was uploaded by then; never false again (HN-NET-23.7). */
  readonly isLate: boolean;
}

export type GroupsOfRecord = Readonly<Record<EvidenceGroup, GroupOfRecord>>;

/** The groups of which no file is there (HN-NET-23.2, 23.3); a record is complete when there is none. */
export function missingGroups(groups: GroupsOfRecord): EvidenceGroup[] {
  return (Object.keys(evidenceGroups) as EvidenceGroup[]).filter((group) => groups[group].uploadedOn === null);
}

/** Whether both groups were uploaded in time: the record then can be a basis for subsidies, titles and awards (HN-NET-23.5). */
export function isInTime(groups: GroupsOfRecord): boolean {
  return missingGroups(groups).length === 0 && !groups.LAUNCH.isLate && !groups.PERFORMANCE.isLate;
}

/**
 * What is wrong with the days of a record on a Shanghai day (HN-NET-23.1); empty when nothing is.
 * @param performedOn null while the service has not been performed
 * @param since day on which who served was registered; null where that is no question
 */
export function checkBasisDays(
  launchedOn: Day,
  performedOn: Day | null,
  on: Day,
  since: Day | null = null,
): Issue<'launchedOn' | 'performedOn'>[] {
  const issues: Issue<'launchedOn' | 'performedOn'>[] = [];
  const ahead = ['依据产生日不能晚于今天', 'The day of a basis cannot lie in the future'] as const;
  if (launchedOn > on) issues.push(issue('launchedOn', '23.1', ...ahead));
  if (performedOn !== null && performedOn > on) issues.push(issue('performedOn', '23.1', ...ahead));
  if (since !== null && launchedOn < since) {
    const zh = `依据产生日不能早于服务商登记之日（${dayInWords(since).zh}）`;
    const en = `The day of a basis cannot lie before the provider was registered (${dayInWords(since).en})`;
    issues.push(issue('launchedOn', '23.1', zh, en));
  }
  if (performedOn !== null && performedOn < launchedOn) {
    const zh = '实施服务的依据不能早于开展服务的依据';
    issues.push(issue('performedOn', '23.1', zh, 'A service is not performed before it was launched'));
  }
  return issues;
}
