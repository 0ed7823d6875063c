/**
 * What the suites of the real stack share: one PostgreSQL with a filled template database, one Temporal, one workflow bundle.
 * Each test file takes a database and task queues of its own from them. ANJUAN_TEMPORAL=server runs the same suites on the
 * real server on PostgreSQL instead of the development server.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger } from '@temporalio/worker';
import type { TestProject } from 'vitest/node';
import { onPostgres } from '../../bench/temporal/on-postgres.ts';
import { buildConsole } from '../../dev/build-console.ts';
import { startStack } from '../../dev/stack.ts';
import { memoryFolder } from '../../dev/temporary-folder.ts';
import { createDatabase } from '../../prisma/client.ts';
import { seed } from '../../prisma/seed.ts';
import { buildWorkflowCode } from '../../worker/workflow-code.ts';
import { searchAttributes } from '../../workflows/start-case.ts';
import { onRealServer } from './which-temporal.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the services of the suites are. */
    services: {
      readonly adminUrl: string;
      readonly template: string;
      readonly passwords: { readonly api: string; readonly worker: string };
      readonly temporalAddress: string;
      readonly temporalNamespace: string;
      readonly bundle: string;
      /** Folder of the built console. */
      readonly console: string;
    };
  }
}

/** Name of the filled database that each file copies. */
const TEMPLATE = 'anjuan';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = memoryFolder('test');
  const dir = folder.path;
  const passwords = { api: 'api-of-the-tests', worker: 'worker-of-the-tests' };
  const [stack, { code }] = await Promise.all([
    startStack({
      dir,
      ...(onRealServer(process.env) && { temporal: onPostgres }),
      durable: false,
      passwords,
      searchAttributes,
      log: () => undefined,
    }),
    buildWorkflowCode(new DefaultLogger('ERROR')),
    buildConsole(fileURLToPath(new URL('../..', import.meta.url)), join(dir, 'console'), 'development'),
  ]);
  const bundle = join(dir, 'workflows.js');
  await writeFile(bundle, code);
  const database = createDatabase(stack.databaseUrl, 2);
  await seed(database, { training: true, now: '2025-01-01T00:00:00.000+08:00' });
  await database.$disconnect();
  if (stack.postgres === undefined) throw new Error('The suites bring their own PostgreSQL.');
  project.provide('services', {
    adminUrl: stack.postgres.adminUrl,
    template: TEMPLATE,
    passwords,
    temporalAddress: stack.temporalAddress,
    temporalNamespace: stack.temporalNamespace,
    bundle,
    console: join(dir, 'console'),
  });
  return async () => {
    await stack.stop();
    folder.remove();
  };
}
