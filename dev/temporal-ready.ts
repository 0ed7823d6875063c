/** Waiting until a Temporal server can be used. */
import { isGrpcServiceError } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import { indexedValueType } from './temporal-types.ts';
import type { SearchAttribute } from './temporal-types.ts';

/**
 * Waits until the server's health check says "serving".
 *
 * @param gaveUp settles (with the reason) when waiting has become pointless, e.g. because the server has ended
 */
export function untilServing(connection: Connection, gaveUp: Promise<string>): Promise<void> {
  return until(gaveUp, async () => {
    const answer = await connection.withDeadline(Date.now() + 2_000, () =>
      connection.healthService.check({ service: 'temporal.api.workflowservice.v1.WorkflowService' }),
    );
    const status: number = answer.status;
    const serving = 1;
    return status === serving;
  });
}

/**
 * Waits until workflows can be reached: the health check speaks of the frontend alone, while the service that keeps workflows
 * may still have no member ("Not enough hosts to serve the request"). Asks for workflows that nobody has, enough of them to
 * meet every shard of a small server; "not found" is the answer of a server that is ready.
 */
export function untilWorkflowsReached(
  connection: Connection,
  namespace: string,
  gaveUp: Promise<string>,
): Promise<void> {
  const asked = Array.from({ length: 16 }, (_, n) => `nobody-has-this-${n}`);
  return until(gaveUp, async () => {
    const answers = await connection.withDeadline(Date.now() + 2_000, () =>
      Promise.all(asked.map((workflowId) => isReached(connection, namespace, workflowId))),
    );
    return answers.every(Boolean);
  });
}

async function isReached(connection: Connection, namespace: string, workflowId: string): Promise<boolean> {
  const call = connection.workflowService.describeWorkflowExecution({ namespace, execution: { workflowId } });
  return call.then(
    () => true,
    (error: unknown) => {
      const code: number | undefined = isGrpcServiceError(error) ? error.code : undefined;
      return code === notFound;
    },
  );
}

/** gRPC's NOT_FOUND */
const notFound = 5;

/**
 * Waits until each search attribute is listed with its type and a query that names them all is accepted: a new attribute
 * is listed some time before it can be used.
 *
 * @throws Error when one is there with another type
 */
export async function untilSearchable(
  connection: Connection,
  namespace: string,
  attributes: readonly SearchAttribute[],
  gaveUp: Promise<string>,
): Promise<void> {
  await until(gaveUp, async () => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    for (const { name, type } of attributes) {
      const found: number | undefined = customAttributes[name];
      if (found === undefined) return false;
      if (found !== indexedValueType[type]) {
        throw new WrongType(
          `The search attribute ${name} exists in namespace ${namespace} with another type than ${type}.`,
        );
      }
    }
    const query = attributes.map(({ name }) => `${name} IS NULL`).join(' AND ');
    await connection.workflowService.countWorkflowExecutions({ namespace, query });
    return true;
  });
}

class WrongType extends Error {}

/** Asks until the answer is true; a failed call counts as "not yet". */
async function until(gaveUp: Promise<string>, isSo: () => Promise<boolean>): Promise<void> {
  let over: string | undefined;
  void gaveUp.then((reason) => {
    over = reason;
  });
  for (;;) {
    const answer = await isSo().catch((error: unknown) => {
      if (error instanceof WrongType) throw error;
      return false;
    });
    if (answer) return;
    if (over !== undefined) throw new Error(over);
    await Promise.race([pause(50), gaveUp]);
  }
}
