import type { DeliveryMeans } from './delivery-means.ts';
import type { Claim } from './notice-queue.ts';

/** Repeats work on the records while the database is out, as long as the leases last: what the server said must not be lost. */
export async function insist<T>(
  { log }: Pick<DeliveryMeans, 'log'>,
  claims: readonly Claim[],
  work: () => Promise<T>,
): Promise<T> {
  const heldUntil = Math.min(...claims.map((claim) => claim.heldUntil));
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 2_000)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() + waitMs >= heldUntil) throw error;
      const noticeIds = claims.map(({ notice }) => notice.id);
      log.warn({ err: error, noticeIds }, 'what came of notices cannot be read or written yet');
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
