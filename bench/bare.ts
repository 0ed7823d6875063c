/**
 * The denominator: a workflow of the same shape as a case and with none of our code. It is opened with one local activity and one
 * timer, takes decisions as Updates with a validator, each with one local activity, and ends with the last of them.
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
} from '@temporalio/workflow';

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '5 seconds' });

const decide = defineUpdate<number, [object]>('decide');

export async function bareCase({ decisions }: { decisions: number }): Promise<void> {
  let made = 0;
  let opened = false;
  const timer = new CancellationScope();
  setHandler(
    decide,
    async () => {
      // One local activity at a time, as in a case: two at once in one task are not replayed in the order in which they ended.
      await condition(() => opened);
      await nothing();
      made += 1;
      return made;
    },
    {
      validator: (decision: object) => {
        if (typeof decision !== 'object') throw new TypeError('A decision is an object.');
      },
    },
  );
  await nothing();
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
