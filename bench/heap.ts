/**
 * Heap of a cached open case. A worker of its own in a process of its own keeps every case it has opened; its workflows run on the
 * main thread there, so that the heap can be read. `node --expose-gc bench/heap.ts`, started by the bench.
 */
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { CommitWatch } from '../api/commit-watch.ts';
import { createCaseGateway } from '../api/case-gateway.ts';
import { dataConverterOf } from '../config/payloads/data-converter.ts';
import { readPayloadKeys } from '../config/payloads/keys.ts';
import { temporalClient } from '../config/temporal-client.ts';
import { createDatabase } from '../prisma/client.ts';
import { machineClock } from '../prisma/clock.ts';
import { answerOrder, measuredApart } from './in-own-process.ts';
import { installRuntime } from './runtime.ts';
import { bareLife, productLife, type Life } from './lives.ts';
import { times } from './times.ts';

const file = fileURLToPath(import.meta.url);

interface Order {
  readonly side: 'product' | 'bare';
  readonly cases: number;
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  readonly queue: string;
  /** PAYLOAD_KEYS of the stage, whose worker takes a case now and then. */
  readonly payloadKeys: string;
}

/** Bytes of heap per cached case: `cases` opened and each with two decisions, against a worker that has served ten. */
export function heapPerCase(order: Order): Promise<number> {
  return measuredApart({ file, order, runAs: order.side === 'product' ? 'product' : 'sdk', args: ['--expose-gc'] });
}

async function measure({ side, cases, databaseUrl, address, namespace, queue, payloadKeys }: Order): Promise<number> {
  installRuntime();
  const { bothBundles } = await import('./stage.ts');
  const bundles = await bothBundles();
  const database = createDatabase(databaseUrl, 8);
  const native = await NativeConnection.connect({ address });
  const payloads = readPayloadKeys({ MODE: 'production', PAYLOAD_KEYS: payloadKeys, PAYLOAD_CIPHER: 'aes-256-gcm' });
  const client = temporalClient(await Connection.connect({ address }), namespace, payloads);
  const commits = await CommitWatch.open(databaseUrl);
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue: queue,
    workflowBundle: bundles[side],
    dataConverter: dataConverterOf(payloads),
    activities: { ...createActivities({ database }), nothing: () => Promise.resolve() },
    maxCachedWorkflows: cases + 50,
    debugMode: true,
  });
  const running = worker.run();
  const gateway = createCaseGateway({ database, client, clock: machineClock, commits, queuePrefix: queue });
  const life = side === 'product' ? productLife(database, gateway) : bareLife(client, queue);
  await keepOpen(life, 10);
  const before = heap();
  await keepOpen(life, cases);
  const after = heap();
  worker.shutdown();
  await running;
  await Promise.allSettled([commits.close(), native.close(), client.connection.close(), database.$disconnect()]);
  return (after - before) / cases;
}

async function keepOpen(life: Life, cases: number): Promise<void> {
  await times(cases, 8, async () => {
    const id = await life.open();
    await life.decide(id, 0);
    await life.decide(id, 1);
  });
}

function heap(): number {
  if (globalThis.gc === undefined) throw new Error('Start it with --expose-gc.');
  for (let round = 0; round < 4; round += 1) globalThis.gc();
  return process.memoryUsage().heapUsed;
}

await answerOrder(file, measure);
