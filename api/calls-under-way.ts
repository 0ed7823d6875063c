import type { Connection } from '@temporalio/client';

/**
 * Follows the calls that a connection makes within a deadline.
 * @returns waits until those under way have ended, at their deadlines at the latest: a call that is repeated by the SDK after its channel
 * was closed throws where nobody catches it
 */
export function followCalls(connection: Connection): () => Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  const within = connection.withDeadline.bind(connection);
  connection.withDeadline = (deadline, call) => {
    const answer = within(deadline, call);
    const ended = answer.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return answer;
  };
  return async () => {
    await Promise.all(underWay);
  };
}
