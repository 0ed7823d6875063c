import type { ChangeKind, ChangeProof } from '../../../rules/ah/changes.ts';
import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, type Day } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { ChangeFilingInputs } from './input.ts';
import { changeFilingNotices } from './notices.ts';

/** What is known of a change; its old and new value stand in the form, since they may name people. */
export interface ChangeFilingOpening {
  readonly change: ChangeKind;
  readonly effectiveOn: Day;
  /** Proof that the change needs and that was not given. */
  readonly missing: readonly ChangeProof[];
  /** True where the bureau found the change and the member has not reported it. */
  readonly found: boolean;
  /** The new name; null where something else has changed. */
  readonly newName: string | null;
}

export interface ChangeFilingFacts extends ChangeFilingOpening {
  missing: readonly ChangeProof[];
  /** True once the bureau has looked at the proof as it stands. */
  checked: boolean;
  /** Null while it was not reported. */
  reportedOn: Day | null;
  /** Last day on which the report was in time. */
  dueOn: Day | null;
  isLate: boolean;
  /** True once it was noted for the annual evaluation. */
  noted: boolean;
}

const duty = { clause: 'AH-OPS 第十五条', requirement: 'AH-OPS-05.1' } as const;
const filing = { clause: 'AH-OPS 第五条', requirement: 'AH-OPS-05.3' } as const;
const review = {
  ...filing,
  by: [handling('reviewer')],
  task: 'reviewChange',
  notBy: ['filer'],
} as const;

/** Filing of a change of the operating body: AH-OPS-05. The bureau puts it on record, and can do nothing else once its proof is complete. */
export const changeFiling = contract<{
  opening: ChangeFilingOpening;
  facts: ChangeFilingFacts;
  inputs: ChangeFilingInputs;
}>()({
  kind: 'changeFiling',
  prefix: 'chf',
  mark: '变备',
  title: text('变更报备', 'Filing of a change'),
  parties: { member },
  bodies: { bureau: text('市经济和信息化局', 'City bureau') },
  intake: { by: ['provider', 'reviewer'], conceals: ['oldValue', 'newValue'] },
  stages: {
    CHANGE_REPORTED: text('已报备，待核对', 'Reported, to be checked'),
    UNREPORTED: text('发现变更，待报备', 'Found, to be reported'),
    UNDER_REVIEW: text('材料已核对', 'Proof checked'),
    RETURNED: text('退回补正', 'Returned for proof'),
  },
  outcomes: {
    FILED: text('已备案', 'Filed'),
    FINDING_WITHDRAWN: text('登记有误，已撤回', 'Recorded by mistake, taken back'),
    ENDED: text('已不在网，不再办理', 'Ended: it is no member any more'),
  },
  notices: changeFilingNotices,
  tasks: {
    reviewChange: { title: text('核对变更材料', 'Check the proof of a change'), role: 'reviewer', dueBy: ['review'] },
    followUp: { title: text('催促报备、补正', 'Follow up the report of a change'), role: 'reviewer' },
  },
  deadlines: {
    report: {
      ...duty,
      title: text('报备变更', 'Report the change'),
      consequence: text('记入年度综合评价的备注', 'It is noted for the annual evaluation'),
      platformRule: true,
      metBy: 'reportChange',
      ladder: fifteenWorkingDayLadder,
    },
    review: {
      ...filing,
      title: text('核对变更材料', 'Check the proof'),
      consequence: text('内部时限，无法律后果', 'An internal target without legal effect'),
      platformRule: true,
      legalEffect: false,
      ladder: [],
    },
  },
  actions: {
    reportChange: {
      ...duty,
      title: text('报备变更、补充材料', 'Report the change, or add proof'),
      done: text('变更已报备', 'Change reported'),
      event: 'CHANGE_REPORTED',
      by: [party('member')],
      at: ['UNREPORTED', 'RETURNED'],
    },
    checkProof: {
      ...review,
      title: text('核对材料', 'Check the proof'),
      done: text('材料已核对', 'Proof checked'),
      event: 'CHANGE_PROOF_CHECKED',
      at: ['CHANGE_REPORTED', 'UNDER_REVIEW'],
    },
    fileChange: {
      ...review,
      requirement: 'AH-OPS-05.2',
      title: text('予以备案', 'File the change'),
      done: text('变更已备案', 'Change filed'),
      event: 'CHANGE_FILED',
      at: ['UNDER_REVIEW'],
    },
    returnChange: {
      ...review,
      title: text('退回补正', 'Return for missing proof'),
      done: text('因缺少材料退回', 'Returned for missing proof'),
      event: 'CHANGE_RETURNED',
      at: ['UNDER_REVIEW'],
      adverse: true,
    },
    withdrawFinding: {
      ...duty,
      requirement: 'AH-OPS-05.4',
      title: text('撤回登记的变更', 'Take the finding back'),
      done: text('登记有误，已撤回', 'Recorded by mistake, taken back'),
      event: 'CHANGE_FINDING_WITHDRAWN',
      by: [handling('manager')],
      at: ['UNREPORTED'],
      adverse: true,
      notBy: ['filer'],
    },
    membershipEnded: {
      ...duty,
      title: text('成员资格终止', 'The membership has ended'),
      event: 'MEMBERSHIP_ENDED',
      by: ['case'],
      at: ['CHANGE_REPORTED', 'UNREPORTED', 'UNDER_REVIEW', 'RETURNED'],
    },
  },
});

/** A step of a filing. */
export type ChangeStep = StepOf<typeof changeFiling>;
