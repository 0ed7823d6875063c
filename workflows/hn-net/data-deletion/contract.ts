import type { RetentionClass } from '../../../rules/hn-net/retention.ts';
import { text } from '../../../rules/text.ts';
import { handling } from '../../engine/grants.ts';
import { operator } from '../trading-platform.ts';
import { contract, type DeletionReading } from '../words.ts';
import type { DataDeletionInputs } from './input.ts';

export interface DataDeletionOpening {
  readonly class: RetentionClass;
  /** Why it is proposed. */
  readonly why: string;
}

export interface DataDeletionFacts extends DataDeletionOpening {
  /** The latest dry run; null before the first. */
  reckoned: DeletionReading | null;
  /** Whether a manager has let the dry run that stands take more than the share. */
  overridden: boolean;
  /** What was confirmed: the most that goes, of what was due on its day. */
  confirmed: DeletionReading | null;
}

const law = { clause: 'HN-NET 第八条第八项', requirement: 'HN-NET-10.6' } as const;
const copies = { clause: 'HN-NET 第八条第八项', requirement: 'HN-NET-10.4' } as const;

/**
 * Deletion of records whose period is over: HN-NET-10. It is a decision of its own, by a manager who has not proposed it; nothing goes by
 * itself. What may go the database decides for each case anew, so this process can take less than was confirmed, and never more.
 */
export const dataDeletion = contract<{
  opening: DataDeletionOpening;
  facts: DataDeletionFacts;
  inputs: DataDeletionInputs;
}>()({
  kind: 'dataDeletion',
  prefix: 'del',
  mark: '删除',
  title: text('到期记录的删除', 'Deletion of records'),
  parties: { platform: operator },
  intake: { by: ['reviewer', 'manager'] },
  stages: {
    PROPOSED: text('已提出，待试算', 'Proposed, no dry run yet'),
    RECKONED: text('已试算，待确认', 'Dry run made, to be confirmed'),
    DELETING: text('正在删除', 'Being carried out'),
  },
  outcomes: {
    DELETED: text('已删除', 'Deleted'),
    CANCELLED: text('已取消，未删除', 'Cancelled, nothing deleted'),
  },
  notices: {},
  tasks: {
    reckon: { title: text('试算到期记录的删除', 'Make the dry run of a deletion'), role: 'reviewer' },
    confirm: { title: text('确认或者取消到期记录的删除', 'Confirm or cancel a deletion'), role: 'manager' },
  },
  deadlines: {},
  actions: {
    reckonDeletion: {
      ...copies,
      title: text('试算', 'Make a dry run'),
      done: text('已试算', 'Dry run made'),
      event: 'DELETION_RECKONED',
      by: [handling('reviewer'), handling('manager')],
      at: ['PROPOSED', 'RECKONED'],
      reading: 'deletion',
    },
    overrideBreaker: {
      ...law,
      title: text('准许超过比例', 'Allow more than the share'),
      done: text('已准许超过比例', 'More than the share allowed'),
      event: 'DELETION_SHARE_ALLOWED',
      by: [handling('manager')],
      at: ['RECKONED'],
      adverse: true,
      notBy: ['filer'],
    },
    confirmDeletion: {
      ...law,
      title: text('确认删除', 'Confirm the deletion'),
      done: text('删除已确认', 'Deletion confirmed'),
      event: 'DELETION_CONFIRMED',
      by: [handling('manager')],
      at: ['RECKONED'],
      adverse: true,
      task: 'confirm',
      notBy: ['filer', 'overrider'],
      reading: 'deletion',
    },
    deletionCarriedOut: {
      ...law,
      title: text('删除完毕', 'Deletion carried out'),
      event: 'DELETION_CARRIED_OUT',
      by: ['case'],
      at: ['DELETING'],
    },
    cancelDeletion: {
      ...law,
      title: text('取消删除', 'Cancel the deletion'),
      done: text('删除已取消', 'Deletion cancelled'),
      event: 'DELETION_CANCELLED',
      by: [handling('reviewer'), handling('manager')],
      at: ['PROPOSED', 'RECKONED'],
      adverse: true,
    },
  },
});
