import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Lane, RelayActivities } from './contract.ts';

const ROUND_MS = 10 * 60_000;
const ROUNDS_A_RUN = 50;

const { relayCases, sweepDue, deliverNotices } = proxyActivities<RelayActivities>({
  startToCloseTimeout: '20 minutes',
  heartbeatTimeout: '4 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '5 seconds' },
});

const rounds = { cases: relayCases, due: sweepDue, notices: deliverNotices } as const;

/**
 * Keeps one activity of its lane running for ever, on the queue it was started on. Should its worker die, the heartbeat is
 * missed and another worker takes over within seconds; what was in hand is in the outbox still.
 */
export async function outboxRelay({ lane }: { lane: Lane }): Promise<void> {
  for (let round = 0; round < ROUNDS_A_RUN; round++) {
    await rounds[lane]({ forMs: ROUND_MS });
  }
  await continueAsNew<typeof outboxRelay>({ lane });
}
