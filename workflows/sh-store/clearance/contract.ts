import { text, type Text } from '../../../rules/text.ts';
import { shortLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import { liftClearanceBar, shortenClearanceBar } from '../bars.ts';
import { contract, institution } from '../words.ts';
import type { ClearanceGround, GroundOrigin } from './grounds.ts';
import type { ClearanceInputs } from './input.ts';
import { clearanceNotices } from './notices.ts';

export { clearanceGrounds, type ClearanceGround, type GroundOrigin } from './grounds.ts';

/** A ground of table 4.3 as another case found it. */
export interface DetectedGround {
  readonly ground: ClearanceGround;
  readonly originCaseId: string;
  readonly origin: GroundOrigin;
  readonly detectedAt: Instant;
  /** What was found, as the notice and the timeline show it. */
  readonly facts: readonly Text[];
}

/** A ground and what became of it. */
export interface GroundState extends DetectedGround {
  readonly facts: readonly Text[];
  readonly status: 'DETECTED' | 'PROPOSED' | 'CONFIRMED' | 'DISMISSED' | 'WITHDRAWN';
}

export interface ClearanceFacts {
  grounds: readonly GroundState[];
  /** What the first of two persons has decided. */
  decision: { readonly reason: string; readonly barApplies: boolean } | null;
  /** When it was confirmed and the notification issued; null before. */
  confirmedAt: Instant | null;
  /** The bar that the notification names, from the day on which both ways of it went out; null if none is applied. */
  bar: { readonly id: string; readonly firstDay: Day; readonly lastDay: Day } | null;
  /** When letter and e-mail had both gone out. */
  servedAt: Instant | null;
  /** Raised against the notification and not decided yet. */
  objectionOpen: boolean;
  /** Orders that were under way when the store was taken offline, each with its buyer told. */
  runningOrders: readonly string[];
  /** Products that the clearance has delisted. */
  delisted: readonly string[];
}

/** Stages in which the clearance is being carried out. */
const underWay = ['NOTICE_ISSUED', 'OFFLINE', 'PRODUCTS_DELISTED', 'RECORDS_SEALED'] as const;

const procedure = { by: ['case'], clause: 'SH-STORE 四.6' } as const;

/** Clearance: SH-STORE-10, 11. There is one of a store at a time, on as many grounds as are found; nothing is imposed before people decide. */
export const clearance = contract<{ opening: DetectedGround; facts: ClearanceFacts; inputs: ClearanceInputs }>()({
  kind: 'clearance',
  prefix: 'clr',
  mark: '清退',
  title: text('清退', 'Clearance'),
  parties: { provider: institution },
  oneAtATime: { adds: 'addGround', evenAfter: ['CLEARED'] },
  stages: {
    PENDING_CONFIRMATION: text('清退情形待确认', 'Ground to be confirmed'),
    PENDING_COUNTERSIGNATURE: text('已确认，待复核', 'Confirmed by one person, to be countersigned'),
    NOTICE_ISSUED: text('已确认，告知中', 'Confirmed, notification under way'),
    OFFLINE: text('店铺已下线', 'Store offline'),
    PRODUCTS_DELISTED: text('产品已下架', 'Products delisted'),
    RECORDS_SEALED: text('服务记录已封存', 'Service records sealed'),
  },
  outcomes: {
    DISMISSED: text('清退情形不成立', 'The ground does not stand'),
    CLEARED: text('店铺已清退', 'The store is cleared'),
    REVERSED: text('清退已撤销', 'The clearance is undone'),
  },
  notices: clearanceNotices,
  tasks: {
    clearanceConfirmation: {
      title: text('确认或排除清退情形', 'Confirm or dismiss the ground'),
      role: 'reviewer',
      dueBy: ['decision'],
    },
    clearanceCountersignature: { title: text('复核清退决定', 'Countersign the clearance'), role: 'manager' },
    objectionDecision: { title: text('处理店铺的异议', 'Decide on the objection of the store'), role: 'manager' },
  },
  deadlines: {
    decision: {
      title: text('确认或排除清退情形', 'Confirm or dismiss the ground'),
      clause: 'SH-STORE 四.6',
      requirement: 'SH-STORE-13.1',
      consequence: text('内部时限，无法律后果', 'An internal target without legal effect'),
      legalEffect: false,
      ladder: [],
    },
    objection: {
      title: text('提出异议', 'Object to the clearance'),
      clause: 'SH-STORE 四.6',
      requirement: 'SH-STORE-11.11',
      consequence: text('期满未提出异议的，店铺下线', 'Without an objection the store is taken offline'),
      platformRule: true,
      metBy: 'raiseObjection',
      ladder: shortLadder,
    },
  },
  actions: {
    addGround: {
      title: text('并入清退情形', 'Add a ground'),
      done: text('并入清退情形', 'Ground added'),
      event: 'CLEARANCE_GROUND_ADDED',
      by: ['case'],
      at: ['PENDING_CONFIRMATION', 'PENDING_COUNTERSIGNATURE', ...underWay],
      whenClosed: true,
      clause: 'SH-STORE 四.5',
      requirement: 'SH-STORE-10.11',
    },
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
    countersign: {
      title: text('复核同意清退', 'Countersign'),
      done: text('复核同意清退', 'Countersigned'),
      event: 'CLEARANCE_COUNTERSIGNED',
      by: [handling('manager'), handling('reviewer')],
      at: ['PENDING_COUNTERSIGNATURE'],
      clause: 'SH-STORE 四.6',
      requirement: 'SH-STORE-11.1',
      task: 'clearanceCountersignature',
      notBy: ['confirmer'],
    },
    returnForConfirmation: {
      title: text('退回重新确认', 'Return to be confirmed anew'),
      done: text('复核未同意，退回重新确认', 'Not countersigned; returned'),
      event: 'CLEARANCE_RETURNED',
      by: [handling('manager'), handling('reviewer')],
      at: ['PENDING_COUNTERSIGNATURE'],
      clause: 'SH-STORE 四.6',
      requirement: 'SH-STORE-11.1',
      adverse: true,
      task: 'clearanceCountersignature',
      notBy: ['confirmer'],
    },
    correctFacts: {
      title: text('更正清退情形的事实', 'Correct the facts of a ground'),
      done: text(
        '原案件的数据已更正，清退情形仍然成立',
        'The figures were corrected in the case it came from; the ground still stands',
      ),
      event: 'CLEARANCE_FACTS_CORRECTED',
      by: ['case'],
      at: ['PENDING_CONFIRMATION', 'PENDING_COUNTERSIGNATURE', ...underWay],
      whenClosed: true,
      clause: 'SH-STORE 四.5',
      requirement: 'SH-STORE-07.12',
    },
    withdrawGround: {
      title: text('撤回清退情形', 'Withdraw a ground'),
      done: text('清退情形已撤回', 'Ground withdrawn'),
      event: 'CLEARANCE_GROUND_WITHDRAWN',
      by: ['case'],
      at: ['PENDING_CONFIRMATION', 'PENDING_COUNTERSIGNATURE', ...underWay],
      reopens: ['CLEARED'],
      clause: 'SH-STORE 四.5',
      requirement: 'SH-STORE-14.4',
    },
    raiseObjection: {
      title: text('提出异议', 'Object'),
      done: text('店铺提出异议', 'The store objects'),
      event: 'CLEARANCE_OBJECTED_TO',
      by: [party('provider')],
      at: ['NOTICE_ISSUED'],
      clause: 'SH-STORE 四.6',
      requirement: 'SH-STORE-11.11',
    },
    rejectObjection: {
      title: text('异议不成立', 'Reject the objection'),
      done: text('异议不成立，继续清退', 'Objection rejected; the clearance goes on'),
      event: 'OBJECTION_REJECTED',
      by: [handling('manager')],
      at: ['NOTICE_ISSUED'],
      clause: 'SH-STORE 四.6',
      requirement: 'SH-STORE-11.11',
      adverse: true,
      task: 'objectionDecision',
      notBy: ['confirmer'],
    },
    takeOffline: {
      ...procedure,
      title: text('店铺下线', 'Take the store offline'),
      done: text('店铺已下线', 'The store is offline'),
      event: 'STORE_TAKEN_OFFLINE',
      at: ['NOTICE_ISSUED'],
      requirement: 'SH-STORE-11.3',
    },
    tellBuyers: {
      ...procedure,
      title: text('告知未完成订单的买家', 'Tell the buyers of orders under way'),
      done: text('已查明未完成的订单', 'The orders under way are known'),
      event: 'BUYERS_TOLD',
      at: ['OFFLINE'],
      requirement: 'SH-STORE-11.9',
      reading: 'runningOrders',
    },
    delistProducts: {
      ...procedure,
      title: text('下架所有产品', 'Delist all products'),
      done: text('所有产品已下架', 'All products are delisted'),
      event: 'PRODUCTS_DELISTED',
      at: ['OFFLINE'],
      requirement: 'SH-STORE-11.4',
      reading: 'listedProducts',
    },
    sealRecords: {
      ...procedure,
      title: text('封存服务记录', 'Seal the service records'),
      done: text('服务记录已封存', 'The service records are sealed'),
      event: 'RECORDS_SEALED',
      at: ['PRODUCTS_DELISTED'],
      requirement: 'SH-STORE-11.5',
      reading: 'serviceRecords',
    },
    imposeBar: {
      ...procedure,
      title: text('不受理期起算', 'Impose the bar'),
      done: text('清退办结', 'The clearance is carried out'),
      event: 'CLEARANCE_COMPLETED',
      at: ['RECORDS_SEALED'],
      requirement: 'SH-STORE-11.6',
    },
    reverseClearance: {
      title: text('撤销清退', 'Undo the clearance'),
      done: text('清退已撤销，店铺恢复', 'The clearance is undone; the store is restored'),
      event: 'CLEARANCE_REVERSED',
      by: [handling('manager')],
      at: underWay,
      reopens: ['CLEARED'],
      clause: 'SH-STORE 四.6',
      requirement: 'SH-STORE-11.7',
      effect: 'reverses',
      // In favour of the store; why is to be said all the same.
      adverse: true,
    },
    liftBar: liftClearanceBar,
    shortenBar: shortenClearanceBar,
  },
});
