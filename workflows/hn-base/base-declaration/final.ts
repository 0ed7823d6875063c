/** The final materials of a selected base (HN-BASE-04): paper and disc, by the day of the call. */
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, type Day } from '../../../rules/time/index.ts';
import type { Declaration } from './contract.ts';

/** What has come so far decides: filed when all came in time, late when something came after the day or has not come by its end. */
export function followFinal(step: Declaration): void {
  const { finalPaper, discOn, finalDay, name, year } = step.facts;
  const needed = step.number('base.finalCopies');
  const ofBase = { base: name, year };
  const complete = isFinalComplete(step);
  const isOver = step.deadline('finalFiling') === undefined;
  const isAfter = (day: Day | undefined | null) => day != null && day > finalDay;
  const inTime = complete && !isAfter(finalPaper?.receivedOn) && !isAfter(discOn);
  if (inTime) {
    step.meetDeadline('finalFiling');
    step.notify('finalFiled', 'base', { ...ofBase, late: false });
    step.close('FINAL_FILED');
  } else if (complete || isOver) {
    if (step.state.stage !== 'FINAL_LATE') {
      step.moveTo('FINAL_LATE');
      step.notify('finalLate', 'base', { ...ofBase, finalDay });
    }
    step.openOrDescribeTask('decideLate', { ...ofBase, finalPaper, discOn, finalDay });
  } else if (finalPaper !== null && finalPaper.copies < needed) {
    const told = { ...ofBase, received: finalPaper.copies, needed, disc: discOn !== null };
    step.notify('finalIncomplete', 'base', told, ['finalFiling']);
  }
}

/** All copies and the disc have come, by whatever day. */
export function isFinalComplete(step: Declaration): boolean {
  const { finalPaper, discOn } = step.facts;
  return finalPaper !== null && finalPaper.copies >= step.number('base.finalCopies') && discOn !== null;
}

/** @throws Refusal INVALID_INPUT for a day that has not come, or on which the base had declared nothing yet */
export function refuseWrongDay({ now, state: { openedAt } }: Declaration, receivedOn: Day): void {
  if (receivedOn > dayOf(now)) {
    refuse('INVALID_INPUT', '收到日期不能晚于今天。', 'What has come is recorded once it has come.', {
      field: 'receivedOn',
    });
  }
  refuseBefore('receivedOn', receivedOn, dayOf(openedAt), text('申报之日', 'the day of the declaration'));
}
