import { text, type Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import { liftBar } from '../bars.ts';
import type { ClearanceInputs } from './input.ts';
import { clearanceNotices } from './notices.ts';
import { contract, institution } from '../words.ts';

export type ClearanceGround = 'CLEAR_1_SETUP' | 'CLEAR_TRIAL_FAILED';

export interface ClearanceOpening {
  readonly ground: ClearanceGround;
  readonly originCaseId: string;
  readonly detectedAt: Instant;
  /** What was found, as the notice and the timeline show it. */
  readonly facts: readonly Text[];
}

export interface ClearanceFacts extends Omit<ClearanceOpening, 'facts'> {
  facts: readonly Text[];
}

/** A ground of table 4.3 that another process detects. */
interface DetectedGround {
  readonly clause: string;
  readonly title: Text;
  readonly requirement: string;
  /** The requirement by which that process withdraws it, and why it then does. */
  readonly withdrawal: { readonly requirement: string; readonly why: Text };
}

export const clearanceGrounds: Readonly<Record<ClearanceGround, DetectedGround>> = {
  CLEAR_1_SETUP: {
    clause: 'SH-STORE 四.5(1)',
    title: text(
      '新店铺超过15个工作日未完成首次店铺装修及产品上架',
      'First decoration and listing not done after more than 15 working days',
    ),
    requirement: 'SH-STORE-10.1',
    withdrawal: {
      requirement: 'SH-STORE-06.1',
      why: text(
        '平台数据显示，首次店铺装修及产品上架在15个工作日内已经完成',
        'the data of the platform show that the first decoration and listing were done within 15 working days',
      ),
    },
  },
  CLEAR_TRIAL_FAILED: {
    clause: 'SH-STORE 一.2',
    title: text('试运行店铺未达标', 'A trial store that missed its targets'),
    requirement: 'SH-STORE-10.9',
    withdrawal: {
      requirement: 'SH-STORE-07.12',
      why: text(
        '试运行依据更正后的数据重新评定，三项指标均已达标',
        'the trial was judged anew on corrected figures, and all three targets are met',
      ),
    },
  },
};

/**
 * Clearance: SH-STORE-10 and the notice of 11.2. Detection opens it; nothing is imposed before a person confirms (XC-05.2). The steps of
 * 四.6 that follow the notice are not carried out yet.
 */
export const clearance = contract<{ opening: ClearanceOpening; facts: ClearanceFacts; inputs: ClearanceInputs }>()({
  kind: 'clearance',
  prefix: 'clr',
  mark: '清退',
  title: text('清退', 'Clearance'),
  parties: { provider: institution },
  stages: {
    PENDING_CONFIRMATION: text('清退情形待确认', 'Ground to be confirmed'),
    NOTICE_ISSUED: text('已确认，告知中', 'Confirmed, notification under way'),
  },
  outcomes: {
    DISMISSED: text('清退情形不再成立', 'The ground does not stand'),
  },
  notices: clearanceNotices,
  tasks: {
    clearanceConfirmation: { title: text('确认或排除清退情形', 'Confirm or dismiss the ground'), role: 'reviewer' },
  },
  deadlines: {},
  actions: {
    confirmGround: {
      title: text('确认清退情形', 'Confirm the ground'),
      done: text('清退情形已确认', 'Ground confirmed'),
      event: 'CLEARANCE_GROUND_CONFIRMED',
      by: [handling('reviewer')],
      at: ['PENDING_CONFIRMATION'],
      clause: 'SH-STORE 四.5',
      requirement: 'SH-STORE-10',
      adverse: true,
      task: 'clearanceConfirmation',
    },
    dismissGround: {
      title: text('排除清退情形', 'Dismiss the ground'),
      done: text('清退情形已排除', 'Ground dismissed'),
      event: 'CLEARANCE_GROUND_DISMISSED',
      by: [handling('reviewer')],
      at: ['PENDING_CONFIRMATION'],
      clause: 'SH-STORE 四.5',
      requirement: 'XC-05.2',
      // In favour of the store; why is to be said all the same.
      adverse: true,
      task: 'clearanceConfirmation',
    },
    correctFacts: {
      title: text('更正清退情形的事实', 'Correct the facts of the ground'),
      done: text(
        '原案件的数据已更正，清退情形仍然成立',
        'The figures were corrected in the case it came from; the ground still stands',
      ),
      event: 'CLEARANCE_FACTS_CORRECTED',
      by: ['case'],
      at: ['PENDING_CONFIRMATION', 'NOTICE_ISSUED'],
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-07.12',
    },
    withdrawGround: {
      title: text('撤回清退情形', 'Withdraw the ground'),
      done: text(
        '原案件经重新评定，清退情形不再成立',
        'Decided anew in the case it came from: the ground does not stand',
      ),
      event: 'CLEARANCE_GROUND_WITHDRAWN',
      by: ['case'],
      at: ['PENDING_CONFIRMATION', 'NOTICE_ISSUED'],
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-07.12',
    },
    liftBar,
  },
});
