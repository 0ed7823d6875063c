/** What stands in the way of a deletion: nothing that is due, records that have changed since the dry run, or too large a share (HN-NET-10.6). */
import { heldInWords, isTooMuch, shareGoing } from '../../../rules/hn-net/retention.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { DeletionReading } from '../words.ts';

/** @throws Refusal CONDITION_NOT_MET where nothing would go; says what keeps the records */
export function refuseNothing({ due, held }: DeletionReading): void {
  if (due > 0) return;
  const why = heldInWords(held);
  refuse(
    'CONDITION_NOT_MET',
    `没有可以删除的记录${why.zh === '' ? '' : `（${why.zh}）`}。`,
    `There are no records that may be deleted${why.en === '' ? '' : ` (${why.en})`}.`,
    { facts: { requirement: 'HN-NET-10.6', held } },
  );
}

/** @throws Refusal NOT_NOW where not the same would go as in the dry run: whoever confirms has seen other figures */
export function refuseChanged(seen: DeletionReading | null, { asOf, due }: DeletionReading): void {
  if (seen !== null && seen.asOf === asOf && seen.due === due) return;
  refuse(
    'NOT_NOW',
    '试算之后记录或者日期有变化，请重新试算。',
    'The records have changed since the dry run, or it is another day: make the dry run again.',
    { facts: { requirement: 'HN-NET-10.6', due, asOf } },
  );
}

/** @throws Refusal CONDITION_NOT_MET where more would go than the share, unless a manager has allowed it */
export function refuseTooMuch(
  reckoned: DeletionReading,
  limits: { readonly percent: number; readonly from: number },
  overridden: boolean,
): void {
  if (overridden || !isTooMuch(reckoned, limits)) return;
  const { all, due } = reckoned;
  const share = shareGoing(reckoned);
  refuse(
    'CONDITION_NOT_MET',
    `本次将删除同类记录 ${all} 件中的 ${due} 件（${share}%），超过 ${limits.percent}%，已停止。请核对；确需删除的，由另一名管理人员说明理由准许。`,
    `This would delete ${due} of ${all} cases of the class (${share} %), more than ${limits.percent} %: it stops. Look into it; if it is right, another manager allows it with a reason.`,
    { facts: { requirement: 'HN-NET-10.6', all, due, share } },
  );
}
