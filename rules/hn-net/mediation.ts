import type { Text } from '../text.ts';
import { isFilled, text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { Rung } from '../time/ladder.ts';
import type { HnNetValues } from './config.ts';
import { hnNetValues } from './config.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';
import type { Network, NetworkBody } from './network.ts';
import { competentPlatform, departmentAt, departmentOf, trainingNetwork } from './network.ts';

/** The two levels of mediation (第十九条第四项): the platform first, the local SME department on a new application. */
export const mediationLevels = {
  PLATFORM: text('平台调解', 'Mediation by the platform'),
  DEPARTMENT: text('中小企业主管部门调解', 'Mediation by the SME department'),
} as const satisfies Readonly<Record<string, Text>>;

export type MediationLevel = keyof typeof mediationLevels;

/** Where the parties of a dispute are: the platform that brought the provider in, and region paths. */
export interface DisputePlaces {
  readonly broughtInBy: string | null;
  readonly providerRegion: string;
  readonly consumerRegion: string;
}

/** The platform that mediates first: the one that brought the provider in, not the one the consumer used (HN-NET-21.2). */
export function mediatingPlatform(
  places: Pick<DisputePlaces, 'broughtInBy'>,
  network: Network = trainingNetwork,
  disqualified: readonly string[] = [],
): NetworkBody {
  return competentPlatform(places.broughtInBy, network, disqualified);
}

/**
 * The local SME department to which a party may apply after the platform has failed (HN-NET-21.3): that of the
 * mediating platform, unless the rules say that of the provider or the consumer. A consumer from outside the
 * province has none there, so that of the platform steps in. Null where the network has no department at all.
 */
export function mediatingDepartment(
  places: DisputePlaces,
  values: HnNetValues = hnNetValues(),
  network: Network = trainingNetwork,
  disqualified: readonly string[] = [],
): NetworkBody | null {
  const ofPlatform = departmentOf(mediatingPlatform(places, network, disqualified).id, network);
  switch (values['mediation.department']) {
    case 'PLATFORM':
      return ofPlatform;
    case 'PROVIDER':
      return departmentAt(places.providerRegion, network) ?? ofPlatform;
    case 'CONSUMER':
      return departmentAt(places.consumerRegion, network) ?? ofPlatform;
  }
}

/** A settlement as it is stored (HN-NET-21.6). Days are Shanghai days, texts null or blank while missing. */
export interface Settlement {
  /** What each side does. */
  readonly terms: string | null;
  /** The stored file of the written settlement. */
  readonly fileId: string | null;
  readonly signedByConsumerOn: Day | null;
  readonly signedByProviderOn: Day | null;
  /** Last day of performance, reminded before. */
  readonly performBy: Day | null;
}

/** All that a settlement lacks on a Shanghai day (HN-NET-21.6): it is written, signed by both, and says by when. */
export function checkSettlement(settlement: Settlement, on: Day): Issue<keyof Settlement>[] {
  const issues: Issue<keyof Settlement>[] = [];
  if (!isFilled(settlement.terms)) {
    issues.push(issue('terms', '21.6', '请填写协议内容', 'State what was agreed'));
  }
  if (!isFilled(settlement.fileId)) {
    issues.push(issue('fileId', '21.6', '请上传书面调解协议', 'File the written settlement'));
  }
  issues.push(...signatureIssues('signedByConsumerOn', settlement.signedByConsumerOn, on));
  issues.push(...signatureIssues('signedByProviderOn', settlement.signedByProviderOn, on));
  const signed = [settlement.signedByConsumerOn, settlement.signedByProviderOn].filter((day) => day !== null);
  if (settlement.performBy === null) {
    issues.push(issue('performBy', '21.6', '请填写履行期限', 'Name the day by which it is performed'));
  } else if (signed.some((day) => day > (settlement.performBy ?? day))) {
    const en = 'It cannot have to be performed before it was signed';
    issues.push(issue('performBy', '21.6', '履行期限不能早于签字日', en));
  }
  return issues;
}

function signatureIssues(
  field: 'signedByConsumerOn' | 'signedByProviderOn',
  day: Day | null,
  on: Day,
): Issue<keyof Settlement>[] {
  const side = field === 'signedByConsumerOn' ? text('消费者', 'consumer') : text('服务商', 'provider');
  if (day === null) return [issue(field, '21.6', `${side.zh}须签字`, `The ${side.en} must sign`)];
  if (day <= on) return [];
  return [issue(field, '21.6', `${side.zh}签字日不能晚于今日`, `The ${side.en} cannot have signed after today`)];
}

/** Reminders of the day of performance (HN-NET-21.6): those of a named date, the last one set by the book (XC-03.1). */
export const settlementLadder: readonly Rung[] = [
  { key: 'three-working-days-before', workingDaysBefore: 3, rule: 'reminders.fixedDate.first' },
  { key: 'one-working-day-before', workingDaysBefore: 1, rule: 'settlement.remindBefore' },
];

/** A session of a mediation, or the attempt at one. */
export interface Session {
  readonly on: Day;
  readonly consumerPresent: boolean;
  readonly providerPresent: boolean;
}

/** Why a mediation failed. */
export const failureReasons = {
  NO_AGREEMENT: text('双方未达成一致', 'The parties did not agree'),
  CONSUMER_ABSENT: text('消费者不参加调解', 'The consumer did not take part'),
  PROVIDER_ABSENT: text('服务商不参加调解', 'The provider did not take part'),
  TIME_EXPIRED: text('调解期限届满', 'The time for mediation expired'),
  NOT_SUITED: text('争议不宜调解', 'The dispute is not suited to mediation'),
} as const satisfies Readonly<Record<string, Text>>;

export type FailureReasonCode = keyof typeof failureReasons;

/** The record of a failed mediation; with it the whole file goes to the next level (HN-NET-21.3). */
export interface FailureRecord {
  readonly reason: FailureReasonCode;
  readonly claim: string | null;
  readonly consumerPosition: string | null;
  readonly providerPosition: string | null;
  readonly sessions: readonly Session[];
  /** What was tried and what stayed in dispute. */
  readonly summary: string | null;
  /** That the parties were told of the right to apply to the department; at the second level that no further one is. */
  readonly nextStepTold: boolean;
}

/**
 * All that a failure record lacks (HN-NET-21.3, 21.5); empty when nothing. A party that did not take part has no
 * position to record, and without a session the reason must say why there was none.
 */
export function checkFailureRecord(record: FailureRecord): Issue<keyof FailureRecord>[] {
  const issues: Issue<keyof FailureRecord>[] = [];
  if (!isFilled(record.claim)) issues.push(issue('claim', '21.3', '请填写诉求', 'State the claim'));
  if (record.reason !== 'CONSUMER_ABSENT' && !isFilled(record.consumerPosition)) {
    issues.push(issue('consumerPosition', '21.3', '请填写消费者意见', 'State the position of the consumer'));
  }
  if (record.reason !== 'PROVIDER_ABSENT' && !isFilled(record.providerPosition)) {
    issues.push(issue('providerPosition', '21.3', '请填写服务商意见', 'State the position of the provider'));
  }
  if (record.reason === 'NO_AGREEMENT' && record.sessions.length === 0) {
    const en = 'Record the sessions in which no agreement was reached';
    issues.push(issue('sessions', '21.3', '请记录调解过程', en));
  }
  if (!isFilled(record.summary)) {
    issues.push(issue('summary', '21.3', '请填写调解情况和未决事项', 'State what was tried and what stays in dispute'));
  }
  if (!record.nextStepTold) {
    const en = 'Tell the parties what they may do next';
    issues.push(issue('nextStepTold', '21.3', '须告知双方后续救济途径', en));
  }
  return issues;
}
