/** How long a caller waits for an answer, by the header `Prefer: wait=N` (RFC 7240). */
import { z } from 'zod';

/** So long an action is waited for unless the caller prefers less. */
export const PATIENCE_MS = 10_000;

export const preferHeader = z.object({
  Prefer: z.string().optional().meta({
    description:
      'wait=N: answer within N seconds, 1 to 10 (10 if left out). If the action is not carried out by then the answer is 504 OUTCOME_UNKNOWN; the same request under the same Idempotency-Key learns what became of it.',
    example: 'wait=1',
  }),
});

/** The patience of a request in ms. What is not understood of the header is passed over, as the standard says. */
export function patienceOf({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): number {
  const { prefer } = headers;
  if (typeof prefer !== 'string') return PATIENCE_MS;
  const [, seconds] = /(?:^|,)\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:[;,]|$)/i.exec(prefer) ?? [];
  const ms = seconds === undefined ? PATIENCE_MS : Number(seconds) * 1_000;
  return ms < 1_000 ? PATIENCE_MS : Math.min(ms, PATIENCE_MS);
}
