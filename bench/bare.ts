/**
 * The denominators: a workflow of the same shape as a case and with none of our code. It is opened with one local activity and one
 * timer, takes decisions as Updates with a validator, each with one local activity, and ends with the last of them. `bareCase` does nothing
 * in its activities; `floorCase` writes the same rows and sends the same mails as the product, as plainly as it can be done.
 */
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  defineUpdate,
  isCancellation,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';

export interface BareActivities {
  nothing(): Promise<void>;
  /** Rows and mails of the nth step of a case, from 0. */
  rowsAndMails(step: { readonly caseId: string; readonly nth: number }): Promise<void>;
}

const { nothing, rowsAndMails } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '5 seconds' });

const decide = defineUpdate<number, [object]>('decide');

export function bareCase({ decisions }: { decisions: number }): Promise<void> {
  return live(decisions, () => nothing());
}

export function floorCase({ decisions }: { decisions: number }): Promise<void> {
  const { workflowId: caseId } = workflowInfo();
  return live(decisions, (nth) => rowsAndMails({ caseId, nth }));
}

/** @param effect of the nth step */
async function live(decisions: number, effect: (nth: number) => Promise<void>): Promise<void> {
  let taken = 0;
  let made = 0;
  let opened = false;
  const timer = new CancellationScope();
  setHandler(
    decide,
    async () => {
      // One local activity at a time, as in a case: two at once in one task are not replayed in the order in which they ended.
      await condition(() => opened);
      taken += 1;
      await effect(taken);
      made += 1;
      return made;
    },
    {
      validator: (decision: object) => {
        if (typeof decision !== 'object') throw new TypeError('A decision is an object.');
      },
    },
  );
  await effect(0);
  opened = true;
  timer
    .run(() => sleep('5 days'))
    .catch((failure: unknown) => {
      if (!isCancellation(failure)) throw failure;
    });
  await condition(() => made >= decisions);
  timer.cancel();
  await condition(allHandlersFinished);
}
