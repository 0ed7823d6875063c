import type { FraudAim, Recovery, SanctionKind } from '../../../rules/hn-net/fraud.ts';
import { text } from '../../../rules/text.ts';
import { fixedDateLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { FraudSanctionInputs } from './input.ts';
import { fraudSanctionNotices } from './notices.ts';
import { CLAUSE } from './terms.ts';

export interface FraudSanctionOpening {
  readonly aims: readonly FraudAim[];
  /** Ids of the service records under suspicion. */
  readonly records: readonly string[];
  /** What the suspicion rests on. */
  readonly suspicion: string;
  /** The registration of the provider; null of a platform, or where there is none that is open. */
  readonly registrationCaseId: string | null;
}

/** A sanction, as it was decided. */
export interface Sanction {
  readonly kind: SanctionKind;
  /** The title, the award, the circular; null where the kind says all. */
  readonly what: string | null;
  readonly at: Instant;
}

/** A referral to whoever prosecutes (HN-NET-26.3). */
export interface Referral {
  readonly addressee: string;
  readonly on: Day;
  readonly fileIds: readonly string[];
}

export interface FraudSanctionFacts extends FraudSanctionOpening {
  /** What the accused says; null while it has said nothing. */
  statement: string | null;
  /** Ids of the records found false, and the day of the finding; null before it. */
  finding: { readonly falseRecords: readonly string[]; readonly on: Day } | null;
  sanctions: readonly Sanction[];
  recoveries: readonly Recovery[];
  referrals: readonly Referral[];
}

const rests = (requirement: string) => ({ clause: CLAUSE, requirement });

/** What the department decides once the case is confirmed: by a manager, and not by who filed it. */
const decided = {
  by: [handling('manager')],
  at: ['CONFIRMED', 'SANCTIONED', 'REFERRED'],
  notBy: ['filer'],
  adverse: true,
} as const;

/** Sanctions for fabricated records: HN-NET-26. Nothing follows of itself: each sanction is a decision with its own reason. */
export const fraudSanction = contract<{
  opening: FraudSanctionOpening;
  facts: FraudSanctionFacts;
  inputs: FraudSanctionInputs;
}>()({
  kind: 'fraudSanction',
  prefix: 'frd',
  mark: '惩处',
  retention: 'TRANSACTION',
  title: text('编造、篡改服务记录的处理', 'Fabricated records and their sanctions'),
  parties: {
    /** A provider, or the operator of a platform. */
    accused: { title: text('被调查方', 'The accused'), roles: ['provider', 'reviewer'] },
  },
  bodies: { department: text('中小企业主管部门', 'SME department') },
  intake: { by: ['reviewer'] },
  stages: {
    SUSPECTED: text('涉嫌编造、篡改，调查中', 'Suspected, under inquiry'),
    CONFIRMED: text('已认定，待处理', 'Confirmed, sanctions to be decided'),
    SANCTIONED: text('已处理，执行中', 'Sanctioned, being carried out'),
    REFERRED: text('已移送，执行中', 'Referred, being carried out'),
  },
  outcomes: {
    NOT_CONFIRMED: text('未予认定', 'Not confirmed'),
    SANCTIONED: text('处理完毕', 'Sanctioned'),
    REFERRED: text('处理完毕并已移送', 'Sanctioned and referred'),
  },
  notices: fraudSanctionNotices,
  tasks: {
    inquire: { title: text('调查涉嫌编造的服务记录', 'Inquire into suspected records'), role: 'manager' },
    decideSanctions: { title: text('决定处理措施', 'Decide the sanctions'), role: 'manager' },
    enforceRecovery: {
      title: text('资金逾期未返还，请追缴', 'Funds are overdue: enforce the recovery'),
      role: 'reviewer',
    },
  },
  deadlines: {
    recovery: {
      ...rests('HN-NET-26.1'),
      title: text('返还财政资金', 'Pay back public funds'),
      consequence: text('记为逾期，由主管部门依法追缴', 'It is marked overdue, and the department enforces it by law'),
      concerns: ['accused'],
      ladder: fixedDateLadder,
    },
  },
  actions: {
    giveStatement: {
      ...rests('HN-NET-26.1'),
      title: text('陈述申辩', 'State your case'),
      done: text('被调查方陈述申辩', 'The accused stated its case'),
      event: 'FRAUD_STATEMENT_GIVEN',
      by: [party('accused')],
      at: ['SUSPECTED'],
    },
    confirmFraud: {
      ...decided,
      ...rests('HN-NET-26.4'),
      title: text('认定编造、篡改', 'Confirm the fabrication'),
      done: text('已认定编造、篡改', 'Fabrication confirmed'),
      event: 'FRAUD_CONFIRMED',
      at: ['SUSPECTED'],
      reading: 'unreached',
      task: 'inquire',
    },
    clearSuspicion: {
      ...decided,
      ...rests('HN-NET-26.4'),
      title: text('不予认定', 'Do not confirm'),
      done: text('未予认定，结案', 'Not confirmed; closed'),
      event: 'FRAUD_NOT_CONFIRMED',
      at: ['SUSPECTED'],
      task: 'inquire',
    },
    recoverFunds: {
      ...decided,
      ...rests('HN-NET-26.1'),
      title: text('追回财政资金', 'Recover public funds'),
      done: text('已决定追回财政资金', 'Recovery of public funds decided'),
      event: 'RECOVERY_DECIDED',
    },
    recordPayment: {
      ...rests('HN-NET-26.1'),
      title: text('登记返还', 'Record a payment'),
      done: text('已登记返还', 'Payment recorded'),
      event: 'RECOVERY_PAID',
      by: [handling('reviewer')],
      at: ['SANCTIONED', 'REFERRED'],
    },
    endRecovery: {
      ...decided,
      ...rests('HN-NET-26.1'),
      title: text('终止追回', 'Give a recovery up'),
      done: text('已终止追回', 'Recovery given up'),
      event: 'RECOVERY_ENDED',
      at: ['SANCTIONED', 'REFERRED'],
      effect: 'waives',
    },
    cancelHonour: {
      ...decided,
      ...rests('HN-NET-26.1'),
      title: text('取消荣誉资质', 'Cancel an honour or title'),
      done: text('已取消荣誉资质', 'Honour or title cancelled'),
      event: 'HONOUR_CANCELLED',
    },
    revokeAward: {
      ...decided,
      ...rests('HN-NET-26.1'),
      title: text('撤销表彰奖励', 'Revoke an award'),
      done: text('已撤销表彰奖励', 'Award revoked'),
      event: 'AWARD_REVOKED',
    },
    circulate: {
      ...decided,
      ...rests('HN-NET-26.2'),
      title: text('通报', 'Publish a circular'),
      done: text('已通报', 'Circular published'),
      event: 'CIRCULAR_PUBLISHED',
    },
    cancelQualification: {
      ...decided,
      ...rests('HN-NET-26.2'),
      title: text('取消平台网络服务资格', 'Cancel the network qualification'),
      done: text('已取消平台网络服务资格', 'Network qualification cancelled'),
      event: 'QUALIFICATION_CANCELLED',
    },
    refer: {
      ...decided,
      ...rests('HN-NET-26.3'),
      title: text('移送有关机关', 'Refer to the competent authority'),
      done: text('已移送有关机关', 'Referred to the competent authority'),
      event: 'FRAUD_REFERRED',
    },
    closeSanctions: {
      ...rests('HN-NET-26.1'),
      title: text('办结', 'Close'),
      done: text('处理完毕', 'All carried out; closed'),
      event: 'SANCTIONS_CLOSED',
      by: [handling('manager')],
      at: ['SANCTIONED', 'REFERRED'],
    },
  },
});

/** A step of such a case. */
export type Fraud = StepOf<typeof fraudSanction>;
