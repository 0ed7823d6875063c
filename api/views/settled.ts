import { Refusal } from '../../rules/refusal.ts';
import { describeError } from '../middleware/request-log.ts';
import type { ApiContext } from '../context.ts';

/**
 * Waits until an opened case has written its first revision, so that the next request finds it in its first stage. The case is
 * recorded already: should the engine be away, the relay starts it later and the caller need not know.
 */
export async function settled({ gateway, log }: ApiContext, caseId: string): Promise<void> {
  try {
    await gateway.opened(caseId);
  } catch (error) {
    const why = error instanceof Refusal ? { code: error.code } : { error: describeError(error) };
    log.warn({ caseId, ...why }, 'the case is recorded but not started yet');
  }
}
