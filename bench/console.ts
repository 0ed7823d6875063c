/**
 * What the console waits for, as the API answers it over HTTP: the inbox of a reviewer with ten thousand open tasks, and the timeline of a case with a
 * thousand lines. `npm run bench:console`; `-- --quick` does less. Runs on a PostgreSQL of its own, without Temporal: nothing is decided.
 */
import { parseArgs } from 'node:util';
import { startDatabases } from '../api/testing/harness.ts';
import type { Caller } from '../api/testing/caller.ts';
import { addLines, addTasks, NOW } from './console-rows.ts';
import { inMs } from './measurement.ts';
import { runMeasurement } from './run-measurement.ts';
import { quantile, table, type Row } from './stats.ts';

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const { tasks, lines, readings } = options.quick
  ? { tasks: 1_000, lines: 200, readings: 50 }
  : { tasks: 10_000, lines: 1_000, readings: 200 };

async function rowOf(measure: string, goal: string, read: () => Promise<number>): Promise<Row> {
  await read();
  const took: number[] = [];
  for (let time = 0; time < readings; time += 1) {
    const began = performance.now();
    const items = await read();
    took.push(performance.now() - began);
    if (items === 0) throw new Error(`There was nothing in: ${measure}.`);
  }
  return {
    measure,
    product: `p50 ${inMs(quantile(took, 0.5))}, p99 ${inMs(quantile(took, 0.99))}`,
    against: `${readings} readings`,
    ratio: null,
    goal,
    figures: { product: took },
  };
}

interface Answered {
  readonly items: readonly unknown[];
  readonly nextCursor: string;
  readonly total: number;
}

async function answerOf(caller: Caller, path: string): Promise<Answered> {
  const answer = await caller.get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Answered;
}

/** The cursor of the page that begins behind so many others. */
async function cursorBehind(caller: Caller, path: string, pages: number): Promise<string> {
  let cursor = '';
  for (let page = 0; page < pages; page += 1)
    cursor = (await answerOf(caller, `${path}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`))
      .nextCursor;
  return cursor;
}

await runMeasurement(async (parts) => {
  const databases = await startDatabases();
  await parts.onStop(() => databases.stop());
  const api = await databases.api({ now: NOW });
  await addTasks(api.database, tasks);
  await addLines(api.database, lines);
  const reviewer = await api.as('reviewer');
  const items = async (path: string) => (await answerOf(reviewer, path)).items.length;
  const list = '/api/tasks?sort=due';
  const deep = await cursorBehind(reviewer, list, tasks / 400);
  const timeline = '/api/cases/many-1/timeline?order=desc';
  const rows = [
    await rowOf(`inbox of ${tasks} tasks, first page`, '200 ms', () => items(list)),
    await rowOf(`inbox of ${tasks} tasks, a page in the middle`, '200 ms', () =>
      items(`${list}&cursor=${encodeURIComponent(deep)}`),
    ),
    await rowOf(`inbox of ${tasks} tasks, by name`, '200 ms', () =>
      items(`${list}&q=${encodeURIComponent(`公司${tasks - 1}`)}`),
    ),
    await rowOf('counts of the queues', '200 ms', async () => (await answerOf(reviewer, '/api/tasks/counts')).total),
    await rowOf(`timeline of ${lines} lines, first page`, '200 ms', () => items(timeline)),
    await rowOf(`timeline of ${lines} lines, the oldest first`, '200 ms', () =>
      items('/api/cases/many-1/timeline?order=asc'),
    ),
    await rowOf(`cases: ${tasks}, first page`, '200 ms', () => items('/api/cases?sort=due')),
  ];
  console.log(table(rows));
});
