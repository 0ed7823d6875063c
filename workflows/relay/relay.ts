import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { RelayActivities, RelayInput } from './contract.ts';

const ROUND_MS = 10 * 60_000;
const ROUNDS_A_RUN = 50;

const activitiesOn = (taskQueue: string) =>
  proxyActivities<RelayActivities>({
    taskQueue,
    startToCloseTimeout: '20 minutes',
    heartbeatTimeout: '4 seconds',
    retry: { initialInterval: '200 milliseconds', maximumInterval: '5 seconds' },
  });

const activityOf = { cases: 'relayCases', due: 'sweepDue', notices: 'deliverNotices' } as const;

/**
 * Keeps one activity of its lane running for ever, on the queue of that activity. Should its worker die, the heartbeat is
 * missed and another worker takes over within seconds; what was in hand is in the outbox still.
 */
export async function outboxRelay({ lane, queue }: RelayInput): Promise<void> {
  const activities = activitiesOn(queue);
  for (let round = 0; round < ROUNDS_A_RUN; round++) {
    await activities[activityOf[lane]]({ forMs: ROUND_MS });
  }
  await continueAsNew<typeof outboxRelay>({ lane, queue });
}
