/** Complaints upheld against the store, 四.5(2): counted by the records whenever one is found or reversed (SH-STORE-14). */
import { entry, listed } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { addMonths, dayOf } from '../../../rules/time/index.ts';
import type { ShStoreReadings, UpheldComplaint } from '../words.ts';
import type { Supervision } from './contract.ts';
import { detect, isOpen, underRules, withdraw } from './grounds.ts';

const GROUND = 'CLEAR_2_COMPLAINTS';

export function countComplaints(step: Supervision, { upheld }: ShStoreReadings['upheldComplaints']): void {
  const counted = withinWindow(step, upheld);
  const needed = step.number('complaint.upheldCount');
  const { complaints } = step.facts;
  complaints.upheld = counted.length;
  if (counted.length < needed) {
    withdraw(step, GROUND, text('有责投诉未达到规定次数', 'there are fewer upheld complaints than the ground needs'));
    return;
  }
  const { dismissedAt } = complaints;
  const isNew = dismissedAt === null || counted.some(({ foundAt }) => foundAt > dismissedAt);
  if (!step.isOn('clearance.detect.complaints') || !(isOpen(step, GROUND) || isNew)) return;
  const months = step.number('complaint.windowMonths');
  const window =
    months === 0 ? text('自开店起', 'since opening') : text(`近 ${months} 个月`, `within ${months} months`);
  detect(step, GROUND, [
    entry(
      text(`有责投诉 ${counted.length} 次`, `${counted.length} upheld complaints`),
      listed(counted.map(({ number }) => number)),
    ),
    underRules(step, text(`${window.zh}有责投诉 ${needed} 次以上`, `${needed} or more upheld complaints ${window.en}`)),
  ]);
}

/** Those found since the store was opened, or within so many months (SH-STORE-14.3). */
function withinWindow(step: Supervision, upheld: readonly UpheldComplaint[]): readonly UpheldComplaint[] {
  const months = step.number('complaint.windowMonths');
  if (months === 0) return upheld;
  const from = addMonths(dayOf(step.now), -months);
  return upheld.filter(({ foundAt }) => dayOf(foundAt) >= from);
}
