import type { BulletinFigure } from '../../../rules/ah/figures.ts';
import type { MemberKind } from '../../../rules/ah/indicators.ts';
import type { Quarter } from '../../../rules/ah/quarters.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { QuarterlyBulletinInputs } from './input.ts';
import { quarterlyBulletinNotices } from './notices.ts';

export type QuarterlyBulletinOpening = Quarter;

/** A row of the bulletin: a member with its eight figures, frozen. */
export interface BulletinRow {
  readonly party: PartyKey;
  readonly name: string;
  readonly kind: MemberKind;
  readonly figures: Readonly<Record<BulletinFigure, number>>;
}

/** A correction after the draft (AH-EVAL-05.4). */
export interface BulletinNote {
  readonly note: string;
  readonly at: Instant;
}

export interface QuarterlyBulletinFacts extends Quarter {
  /** Null before the draft. */
  asOf: Instant | null;
  rows: readonly BulletinRow[];
  /** Corrections after the draft: the figures stay as they were frozen (AH-EVAL-05.4). */
  notes: readonly BulletinNote[];
  issuedAt: Instant | null;
  /** Number of the document by which it was issued. */
  document: string | null;
}

const drafted = { clause: 'AH-EVAL 第六条第一项', requirement: 'AH-EVAL-05.4' } as const;
const approved = { clause: 'AH-EVAL 第六条第一项', requirement: 'AH-EVAL-05.3' } as const;
const compiled = { clause: 'AH-EVAL 第六条第一项', requirement: 'AH-EVAL-05.1' } as const;

/** The bulletin of a quarter: AH-EVAL-05. The figures count in real time until the quarter is over; the bulletin of the next one follows of itself. */
export const quarterlyBulletin = contract<{
  opening: QuarterlyBulletinOpening;
  facts: QuarterlyBulletinFacts;
  inputs: QuarterlyBulletinInputs;
}>()({
  kind: 'quarterlyBulletin',
  beginsUnderNewestRules: true,
  prefix: 'qbl',
  mark: '季报',
  title: text('季度通报', 'Quarterly bulletin'),
  parties: { platform: { title: text('省综合服务平台', 'Provincial platform'), roles: ['reviewer', 'manager'] } },
  bodies: {
    platform: text('省综合服务平台', 'Provincial platform'),
    department: text('省经济和信息化厅', 'Provincial department'),
  },
  handledBy: { UNDER_APPROVAL: 'department', APPROVED: 'department' },
  intake: { by: ['reviewer', 'manager'] },
  oneAtATime: { adds: 'quarterBefore', evenAfter: ['ISSUED'] },
  stages: {
    COMPILING: text('季度进行中，实时汇总', 'Compiling in real time'),
    DRAFT: text('待形成草稿、送审', 'Draft'),
    UNDER_APPROVAL: text('待审定', 'Under approval'),
    RETURNED: text('退回修改', 'Returned'),
    APPROVED: text('已审定，待印发', 'Approved, to be issued'),
  },
  outcomes: { ISSUED: text('已通报', 'Issued') },
  notices: quarterlyBulletinNotices,
  tasks: {
    draftBulletin: { title: text('形成季度通报草稿', 'Draft the bulletin'), role: 'reviewer', dueBy: ['draft'] },
    approveBulletin: { title: text('审定季度通报', 'Approve the bulletin'), role: 'manager' },
    issueBulletin: { title: text('印发季度通报', 'Issue the bulletin'), role: 'reviewer' },
  },
  deadlines: {
    quarterOver: {
      ...compiled,
      title: text('季度结束', 'The quarter is over'),
      consequence: text('数据截至季末24:00，开始形成草稿', 'The figures are as of its 24:00, and the draft begins'),
      platformRule: true,
      legalEffect: false,
      duty: false,
      ladder: [],
      reading: 'networkFigures',
    },
    draft: {
      ...drafted,
      title: text('形成草稿并送审', 'Draft the bulletin and hand it in'),
      consequence: text('记为逾期，仍应送审', 'It is overdue, and is to be handed in all the same'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      ladder: fifteenWorkingDayLadder,
    },
  },
  actions: {
    addNote: {
      ...drafted,
      title: text('添加更正说明', 'Add a note of correction'),
      done: text('已添加更正说明', 'Note of correction added'),
      event: 'BULLETIN_NOTE_ADDED',
      // The platform compiles it, also while it lies with the department and after it was issued.
      by: [handling('reviewer'), party('platform')],
      at: ['DRAFT', 'UNDER_APPROVAL', 'RETURNED', 'APPROVED'],
      whenClosed: true,
    },
    submitBulletin: {
      ...approved,
      title: text('送审', 'Hand in for approval'),
      done: text('已送审', 'Handed in for approval'),
      event: 'BULLETIN_SUBMITTED',
      by: [handling('reviewer')],
      at: ['DRAFT', 'RETURNED'],
      task: 'draftBulletin',
    },
    approveBulletin: {
      ...approved,
      title: text('审定', 'Approve'),
      done: text('已审定', 'Approved'),
      event: 'BULLETIN_APPROVED',
      by: [handling('manager')],
      at: ['UNDER_APPROVAL'],
      task: 'approveBulletin',
    },
    returnBulletin: {
      ...approved,
      title: text('退回修改', 'Return'),
      done: text('已退回修改', 'Returned'),
      event: 'BULLETIN_RETURNED',
      by: [handling('manager')],
      at: ['UNDER_APPROVAL'],
      adverse: true,
      task: 'approveBulletin',
    },
    issueBulletin: {
      ...approved,
      title: text('印发通报', 'Issue'),
      done: text('季度通报已印发', 'Bulletin issued'),
      event: 'BULLETIN_ISSUED',
      by: [handling('reviewer'), handling('manager')],
      at: ['APPROVED'],
      task: 'issueBulletin',
    },
    quarterBefore: {
      ...compiled,
      title: text('上一季度结束', 'The quarter before is over'),
      event: 'QUARTER_BEFORE_OVER',
      by: ['case'],
      at: ['COMPILING', 'DRAFT', 'UNDER_APPROVAL', 'RETURNED', 'APPROVED'],
      whenClosed: true,
    },
  },
});

/** A step of a bulletin. */
export type Bulletin = StepOf<typeof quarterlyBulletin>;
