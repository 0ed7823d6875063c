/** Makes a namespace and its search attributes on a Temporal server. */
import type { Connection } from '@temporalio/client';
import { indexedValueType } from '../../dev/temporal-types.ts';
import type { SearchAttribute } from '../../dev/temporal-types.ts';

/** gRPC's number for "there already". */
const alreadyExists = 6;

/** What to have. */
export interface NamespaceOptions {
  namespace: string;
  /** how long closed workflows are kept */
  retentionHours: number;
  attributes: readonly SearchAttribute[];
}

/** Makes what is missing. A namespace that is there keeps its retention. The attributes can be used a little later. */
export async function registerNamespace(connection: Connection, options: NamespaceOptions): Promise<void> {
  const { namespace } = options;
  await connection.workflowService
    .registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: (options.retentionHours * 3600) as never },
    })
    .catch(unlessThere);
  const { customAttributes } = await listWhenKnown(connection, namespace);
  const missing = options.attributes.filter(({ name }) => !(name in customAttributes));
  if (missing.length === 0) return;
  await connection.operatorService
    .addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(({ name, type }) => [name, indexedValueType[type]])),
    })
    .catch(unlessThere);
}

/** A namespace just made is unknown to the server's caches for a moment. */
async function listWhenKnown(connection: Connection, namespace: string) {
  for (;;) {
    try {
      const listed = await connection.operatorService.listSearchAttributes({ namespace });
      return listed;
    } catch (error) {
      const notFound = 5;
      if ((error as { code?: number }).code !== notFound) throw error;
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
}

function unlessThere(error: Error & { code?: number }): void {
  if (error.code !== alreadyExists) throw error;
}
