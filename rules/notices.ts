/**
 * The notices of the platform (tables 4.28; XC-03, XC-04): what each template is called, which requirement and clause it
 * serves, and the data a case writes into the outbox for it. Pure: the wording lies in `activities/notices/templates`.
 */
import { text, type Text } from './text.ts';
import type { Day, Instant } from './time/index.ts';

/** A phrase of the rules in both languages, or words a person typed, which are shown as they are in either language. */
export type Phrase = Text | string;

/** A deadline as a notice shows it, frozen when the notice was planned (XC-03.2). */
export interface DeadlineView {
  /** Name of the deadline in its process's contract. */
  readonly name: string;
  /** The duty, e.g. "finish decoration and list products". */
  readonly title: Text;
  /** The instant at which it is exceeded: 00:00 of the day after `lastDay` (XC-01.4), or the stated clock time. */
  readonly dueAt: Instant;
  /** Last day within which it is met; null where the deadline is a clock time. */
  readonly lastDay: Day | null;
  /** True while it reaches into a year whose calendar has not been published (XC-02.2). */
  readonly provisional: boolean;
  /** The deadline in words with its zone, e.g. "2025-10-10 24:00 (UTC+8)". */
  readonly words: Text;
  /** Working days from the notice's day to the last day, today not counted. */
  readonly workingDaysLeft: number;
  /** What follows if it is missed. */
  readonly consequence: Text;
  /** Citation with its regime, e.g. `SH-STORE 四.3`. */
  readonly clause: string;
  /** False for a time that runs out of itself, such as a trial; a duty unless it says so. */
  readonly duty?: boolean;
  /** True where the text sets no time and the platform does: the clause then is only what it belongs to. */
  readonly platformRule?: boolean;
}

/** What every notice carries; filled in by the transition that plans it. */
export interface NoticeCommon {
  readonly caseId: string;
  readonly caseKind: string;
  /** Name of the institution the case is about. */
  readonly institution: string;
  /** Path of the case's page below the platform's address, e.g. `/cases/C-1`. */
  readonly caseUrlPath: string;
  readonly plannedAt: Instant;
  readonly deadlines?: readonly DeadlineView[];
}

/** An interview as its notices and its calendar entry show it (SH-STORE-04.3). */
export interface InterviewView {
  readonly at: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly contact?: string;
  readonly requirements: readonly Phrase[];
  /** Originals to bring. */
  readonly originals: readonly Phrase[];
  /** 0 for the first appointment, one more for each change or cancellation (RFC 5545 SEQUENCE). */
  readonly sequence: number;
}

/** One figure of a trial against its target (SH-STORE-07.7 to .9). */
export interface TrialFigure {
  readonly value: number;
  readonly target: number;
  /** True where the target must be exceeded (points), false where reaching it is enough (orders, products). */
  readonly exceed: boolean;
  readonly met: boolean;
}

export interface TrialFigures {
  readonly points: TrialFigure;
  readonly orders: TrialFigure;
  readonly products: TrialFigure;
}

/** A decision on a trial that was opened again because its figures were corrected (SH-STORE-07.12). */
export interface TrialReopening {
  readonly at: Instant;
  /** What had been decided before and no longer stands; null if nothing had. */
  readonly revoked: 'REGULARISED' | 'TRIAL_FAILED' | null;
}

/** The letter by which a department recommended the institution. */
export interface Recommended {
  readonly department: string;
  readonly documentNumber: string;
}

export type EntryRoute = 'STANDARD' | 'TRIAL' | 'INVITED';

/** The data of each template, beside {@link NoticeCommon}. JSON only. */
export interface NoticeDataMap {
  readonly applicationReceived: { readonly route: EntryRoute; readonly filedAt: Instant };
  /** `deadlines[0]`: the time to answer. */
  readonly supplementRequested: { readonly items: readonly Phrase[]; readonly reason?: Phrase };
  readonly applicationLapsed: { readonly lapsedAt: Instant; readonly requestedAt?: Instant };
  readonly applicationWithdrawn: { readonly withdrawnAt: Instant; readonly reason?: Phrase };
  /** `clause`: the ground, if it is another than the review itself. */
  readonly preliminaryRejected: {
    readonly decidedAt: Instant;
    readonly reasons: readonly Phrase[];
    readonly clause?: string;
  };
  readonly routeChanged: {
    readonly from: EntryRoute;
    readonly to: EntryRoute;
    readonly reason: Phrase;
    readonly changedAt: Instant;
  };
  readonly interviewNotice: { readonly interview: InterviewView };
  readonly interviewRescheduled: {
    readonly interview: InterviewView;
    readonly previousAt: Instant;
    readonly reason?: Phrase;
  };
  /** The appointment stands as it was. */
  readonly rescheduleDeclined: { readonly interview: InterviewView; readonly reason: Phrase };
  readonly interviewReminder: { readonly interview: InterviewView; readonly workingDaysLeft: number };
  readonly interviewCancelled: { readonly interview: InterviewView; readonly reason?: Phrase };
  /** `deadlines[0]`: the time to explain. */
  readonly absenceRecorded: { readonly interviewAt: Instant; readonly place: string };
  readonly absenceExcusedEnded: {
    readonly interviewAt: Instant;
    readonly decidedAt: Instant;
    readonly reason: Phrase;
  };
  readonly noShowBar: {
    readonly interviewAt: Instant;
    readonly finding: Phrase;
    readonly firstDay: Day;
    readonly lastDay: Day;
    readonly firstAdmissibleDay: Day;
  };
  readonly interviewFailed: {
    readonly decidedAt: Instant;
    readonly reasons: readonly Phrase[];
    /** Items that did not agree with the originals. */
    readonly deficient?: readonly Phrase[];
  };
  /** `deadlines`: the 5 and the 15 working days, and the end of the trial on the trial route. */
  readonly storeOpened: { readonly storeName: string; readonly openedAt: Instant; readonly route: EntryRoute };
  /** `deadlines[0]`: the deadline it reminds of. */
  readonly deadlineReminder: { readonly duty: Text };
  readonly setupDone: { readonly storeName: string; readonly doneAt: Instant; readonly inTime: boolean };
  /** `deadlines[0]`: the time by which it must be corrected. */
  readonly rectificationOpened: {
    readonly ground: Text;
    readonly clause: string;
    readonly facts: readonly Phrase[];
    readonly corrections: readonly Phrase[];
    /** What holds while it is open (SH-STORE-09.5). */
    readonly effects: readonly Phrase[];
  };
  readonly rectificationReleased: { readonly clause: string; readonly releasedAt: Instant; readonly reason?: Phrase };
  /** `deadlines[0]`: the end of the trial. Points must exceed their target, orders and products reach theirs. */
  readonly trialStarted: {
    readonly storeName: string;
    readonly startedAt: Instant;
    readonly targets: { readonly points: number; readonly orders: number; readonly products: number };
  };
  /** `deadlines[0]`: the end of the trial. */
  readonly trialProgress: { readonly storeName: string; readonly figures: TrialFigures };
  readonly trialRegularised: {
    readonly storeName: string;
    readonly regularisedAt: Instant;
    readonly figures: TrialFigures;
    readonly reopened?: TrialReopening;
  };
  readonly trialFailed: {
    readonly storeName: string;
    readonly endedAt: Instant;
    readonly figures: TrialFigures;
    readonly reopened?: TrialReopening;
  };
  /** To the store and to whoever recommended it. `figures`: as they were corrected. */
  readonly trialReopened: {
    readonly storeName: string;
    readonly reopened: TrialReopening;
    readonly reason: Phrase;
    readonly figures: TrialFigures;
  };
  readonly clearanceDetected: {
    readonly storeName: string;
    readonly ground: Text;
    readonly clause: string;
    readonly facts: readonly Phrase[];
    readonly detectedAt: Instant;
  };
  readonly clearanceNotice: {
    readonly storeName: string;
    readonly ground: Text;
    readonly clause: string;
    readonly facts: readonly Phrase[];
    readonly confirmedAt: Instant;
    readonly reason: Phrase;
  };
  readonly clearanceDismissed: {
    readonly storeName: string;
    readonly ground: Text;
    readonly clause: string;
    readonly dismissedAt: Instant;
    readonly reason: Phrase;
  };
  readonly barLifted: { readonly lastDay: Day; readonly liftedAt: Instant; readonly reason: Phrase };
  /** `deadlines[0]`: when the invitation lapses. */
  readonly invitation: { readonly inviter: string; readonly reasons: readonly Phrase[]; readonly invitedAt: Instant };
  readonly invitationLapsed: { readonly invitedAt: Instant; readonly lapsedAt: Instant };
  readonly invitationDeclined: { readonly invitedAt: Instant; readonly declinedAt: Instant };
  /** To who invited. */
  readonly invitationNotTakenUp: {
    readonly outcome: Text;
    readonly invitedAt: Instant;
    readonly endedAt: Instant;
    readonly reason?: Phrase;
  };
  readonly invitationAccepted: { readonly acceptedAt: Instant; readonly applicationCaseId?: string };
  readonly recommendationReceived: Recommended & {
    /** When the letter was lodged. */
    readonly receivedAt: Instant;
    /** When an application came to rest on it. */
    readonly relatedAt?: Instant;
  };
  /** `deadlines[0]`: the end of the trial. */
  readonly recommendedTrialStarted: Recommended & NoticeDataMap['trialStarted'];
  /** `deadlines[0]`: the end of the trial. */
  readonly recommendedTrialProgress: Recommended & NoticeDataMap['trialProgress'];
  readonly recommendedCaseOutcome: Recommended & {
    readonly outcome: Text;
    readonly decidedAt: Instant;
    readonly reasons?: readonly Phrase[];
    readonly figures?: TrialFigures;
  };
  /** `deadlines[0]`, if given: the deadline as it now stands. */
  readonly deadlineMoved: {
    readonly title: Text;
    /** The old and the new deadline in words with their zone, as in {@link DeadlineView}. */
    readonly from: Text;
    readonly to: Text;
    readonly why: Phrase;
  };
}

export type NoticeTemplate = keyof NoticeDataMap;

/** The whole data of a notice, as it is stored in its row. */
export type NoticeData<T extends NoticeTemplate> = NoticeCommon & NoticeDataMap[T];

/** A way a notice takes; each is tracked by itself (XC-04.2). */
export type Channel = 'EMAIL' | 'LETTER';

/** States of a notice's row: of an e-mail, then of a letter. */
export const NOTICE_STATUSES = [
  'PLANNED',
  'SENDING',
  'SENT',
  'UNKNOWN',
  'FAILED',
  'CANCELLED',
  'TO_DISPATCH',
  'DISPATCHED',
  'DELIVERED',
  'RETURNED',
] as const;

/** A duty, a deadline or a result of somebody's own case is `service`; what advertises is `commercial` and may be refused (XC-03.4). */
export type NoticeClass = 'service' | 'commercial';

/** What is known of a template without rendering it. */
export interface NoticeSpec {
  readonly class: NoticeClass;
  readonly channels: readonly Channel[];
  readonly title: Text;
  readonly requirement: string;
  readonly clause?: string;
  /** Raised whenever the wording changes; stored with each notice (XC-04.1). */
  readonly version: number;
}

function notice(requirement: string, zh: string, en: string, clause?: string, version = 1): NoticeSpec {
  return {
    class: 'service',
    channels: ['EMAIL'],
    title: text(zh, en),
    requirement,
    version,
    ...(clause === undefined ? {} : { clause }),
  };
}

/** Whether the recipient's refusal of commercial mail stops a notice; statutory notices and reminders it never stops (XC-03.4). */
export function isSuppressed(
  spec: Pick<NoticeSpec, 'class'>,
  recipient: { readonly refusesCommercialMail: boolean },
): boolean {
  return spec.class === 'commercial' && recipient.refusesCommercialMail;
}

/** Every template with its title, the requirement it fulfils and, where the regulation has one, its clause. */
export const NOTICES: { readonly [T in NoticeTemplate]: NoticeSpec } = {
  applicationReceived: notice('SH-STORE-03', '开店申请收件回执', 'Store application received', 'SH-STORE 二.1'),
  supplementRequested: notice('SH-STORE-04.5', '请补充申请材料', 'Please supplement your application', 'SH-STORE 二.2'),
  applicationLapsed: notice('SH-STORE-04.5', '开店申请因逾期未补正而终止', 'Application lapsed', 'SH-STORE 二.2'),
  applicationWithdrawn: notice('SH-STORE-03', '开店申请已撤回', 'Application withdrawn', 'SH-STORE 二.1'),
  preliminaryRejected: notice('SH-STORE-04.4', '线上初审未通过', 'Preliminary review not passed', 'SH-STORE 二.2', 2),
  routeChanged: notice('SH-STORE-02', '入驻途径变更通知', 'Route of your application changed', 'SH-STORE 一.2'),
  interviewNotice: notice('SH-STORE-04.3', '线下面审通知', 'Offline interview notice', 'SH-STORE 二.2', 2),
  interviewRescheduled: notice(
    'SH-STORE-05.7',
    '线下面审改期通知',
    'Offline interview rescheduled',
    'SH-STORE 二.3',
    2,
  ),
  rescheduleDeclined: notice(
    'SH-STORE-05.7',
    '面审改期请求未获同意',
    'Request to reschedule declined',
    'SH-STORE 二.3',
  ),
  interviewReminder: notice('SH-STORE-05.11', '线下面审提醒', 'Reminder of your offline interview', 'SH-STORE 二.3', 2),
  interviewCancelled: notice('SH-STORE-05', '线下面审取消通知', 'Offline interview cancelled', 'SH-STORE 二.3', 2),
  absenceRecorded: notice('SH-STORE-05.6', '面审缺席，请说明原因', 'Absence recorded: please explain', 'SH-STORE 二.3'),
  absenceExcusedEnded: notice(
    'SH-STORE-05.7',
    '缺席理由成立，申请终止',
    'Absence excused, application ended',
    'SH-STORE 二.3',
  ),
  noShowBar: notice('SH-STORE-05.8', '无故缺席面审的认定', 'Finding of absence without cause', 'SH-STORE 二.3'),
  interviewFailed: notice('SH-STORE-05.10', '线下面审未通过', 'Offline interview not passed', 'SH-STORE 二.3'),
  storeOpened: notice('SH-STORE-06.8', '开店审核通过', 'Your store is open', 'SH-STORE 四.3'),
  deadlineReminder: notice('XC-03.2', '期限提醒', 'Deadline reminder'),
  setupDone: notice('SH-STORE-06.5', '开店基本工作已完成', 'Store set-up complete', 'SH-STORE 四.3'),
  rectificationOpened: notice('SH-STORE-09.3', '店铺整顿通知', 'Rectification notice', 'SH-STORE 四'),
  rectificationReleased: notice('SH-STORE-09.6', '店铺整顿解除', 'Rectification lifted', 'SH-STORE 四'),
  trialStarted: notice('SH-STORE-07', '试运行开始', 'Your trial operation has begun', 'SH-STORE 一.2'),
  trialProgress: notice('SH-STORE-07.13', '试运行进度', 'Progress of your trial operation', 'SH-STORE 一.2'),
  trialRegularised: notice('SH-STORE-07.10', '试运行店铺转正', 'Trial store regularised', 'SH-STORE 一.2'),
  trialFailed: notice('SH-STORE-07.11', '试运行未达标', 'Trial targets not met', 'SH-STORE 一.2'),
  trialReopened: notice('SH-STORE-07.12', '试运行重新评定', 'The trial is judged anew', 'SH-STORE 一.2'),
  clearanceDetected: notice(
    'SH-STORE-10',
    '清退情形待确认',
    'Ground for clearance to be confirmed',
    'SH-STORE 四.5',
    2,
  ),
  // By letter and by e-mail, both (SH-STORE-11.2).
  clearanceNotice: {
    ...notice('SH-STORE-11.2', '店铺清退告知函', 'Notification of clearance', 'SH-STORE 四.6'),
    channels: ['LETTER', 'EMAIL'],
  },
  clearanceDismissed: notice(
    'SH-STORE-10',
    '清退情形不成立',
    'The ground for clearance does not stand',
    'SH-STORE 四.5',
  ),
  barLifted: notice('XC-05.4', '不受理期已解除', 'Bar on applications lifted', 'SH-STORE 四.6'),
  invitation: notice('SH-STORE-02.4', '入驻邀约', 'Invitation to open a store', 'SH-STORE 一.2', 2),
  invitationLapsed: notice('SH-STORE-02.4', '入驻邀约已失效', 'Invitation lapsed', 'SH-STORE 一.2', 2),
  invitationDeclined: notice('SH-STORE-02.4', '已谢绝入驻邀约', 'Invitation declined', 'SH-STORE 一.2'),
  invitationNotTakenUp: notice('SH-STORE-02.4', '入驻邀约未获接受', 'Invitation not taken up', 'SH-STORE 一.2'),
  invitationAccepted: notice('SH-STORE-02.4', '入驻邀约已被接受', 'Invitation accepted', 'SH-STORE 一.2'),
  recommendationReceived: notice('SH-STORE-07.3', '推荐函收件回执', 'Recommendation received', 'SH-STORE 一.2', 2),
  recommendedTrialStarted: notice(
    'SH-STORE-07',
    '推荐机构试运行开始',
    'The institution you recommended has begun its trial operation',
    'SH-STORE 一.2',
  ),
  recommendedTrialProgress: notice(
    'SH-STORE-07.13',
    '推荐机构试运行进度',
    'Trial progress of the institution you recommended',
    'SH-STORE 一.2',
  ),
  recommendedCaseOutcome: notice(
    'SH-STORE-07.10',
    '推荐机构办理结果',
    'Outcome for the institution you recommended',
    'SH-STORE 一.2',
  ),
  deadlineMoved: notice('XC-02.3', '期限变更通知', 'A deadline has moved'),
};

/** What a notice cites: the clause its data names, which is closer to the case, before the template's, before its deadline's. */
export function clauseOf(
  template: NoticeTemplate,
  data: { readonly clause?: unknown; readonly deadlines?: readonly DeadlineView[] },
): string | undefined {
  if (typeof data.clause === 'string') return data.clause;
  return NOTICES[template].clause ?? data.deadlines?.[0]?.clause;
}
