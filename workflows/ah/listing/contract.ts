import type { ListName, ListingGround } from '../../../rules/ah/lists.ts';
import { text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { ListingInputs } from './input.ts';
import { listingNotices } from './notices.ts';

export interface ListingOpening {
  readonly list: ListName;
  readonly ground: ListingGround;
  /** Year of the evaluation that it follows from; null for another ground. */
  readonly year: number | null;
}

export interface ListingFacts extends ListingOpening {
  from: Day | null;
  /** Last day on the list; null until it is taken off. */
  until: Day | null;
}

const law = { clause: 'AH-OPS 动态管理', requirement: 'AH-OPS-06.1' } as const;
const decision = { ...law, by: [handling('manager')], adverse: true, notBy: ['filer'] } as const;

/** A member on the white or the black list: AH-OPS-06. It is put forward, and stands there by decision alone. */
export const listing = contract<{ opening: ListingOpening; facts: ListingFacts; inputs: ListingInputs }>()({
  kind: 'listing',
  prefix: 'lst',
  mark: '名单',
  title: text('白名单、黑名单', 'White list and black list'),
  parties: { member: { ...member, toldLater: true } },
  bodies: { department: text('省经济和信息化厅', 'Provincial department') },
  intake: { by: ['reviewer', 'manager'] },
  stages: {
    PROPOSED: text('已提出，待决定', 'Put forward, to be decided'),
    LISTED: text('已列入', 'Listed'),
  },
  outcomes: {
    NOT_LISTED: text('不列入', 'Not listed'),
    REMOVED: text('已移出', 'Taken off the list'),
    REPLACED: text('由新的决定代替', 'Replaced by a new decision'),
  },
  notices: listingNotices,
  tasks: { decideListing: { title: text('决定是否列入名单', 'Decide on a listing'), role: 'manager' } },
  deadlines: {
    until: {
      ...law,
      title: text('名单期限届满', 'End of the listing'),
      consequence: text('移出名单', 'It is taken off the list'),
      platformRule: true,
      duty: false,
      ladder: [],
    },
  },
  actions: {
    enlist: {
      ...decision,
      title: text('列入名单', 'Put on the list'),
      done: text('已列入名单', 'Put on the list'),
      event: 'MEMBER_LISTED',
      at: ['PROPOSED'],
      task: 'decideListing',
    },
    dismissListing: {
      ...decision,
      title: text('不列入名单', 'Do not list'),
      done: text('不列入名单', 'Not listed'),
      event: 'LISTING_DISMISSED',
      at: ['PROPOSED'],
      task: 'decideListing',
    },
    removeListing: {
      ...decision,
      title: text('移出名单', 'Take off the list'),
      done: text('已移出名单', 'Taken off the list'),
      event: 'LISTING_REMOVED',
      at: ['LISTED'],
    },
    listedAnew: {
      ...law,
      title: text('另有决定列入同一名单', 'Put on the same list by another decision'),
      event: 'LISTED_ANEW',
      by: ['case'],
      at: ['PROPOSED', 'LISTED'],
    },
  },
});

/** A step of a listing. */
export type ListingStep = StepOf<typeof listing>;
