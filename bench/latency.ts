/** How long a decision takes until others can read it, at a fixed rate of arrival: from the moment it was meant to be made. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from './lives.ts';
import { poolOf } from './pool.ts';

/** Milliseconds that each of them took. */
export type Latencies = readonly number[];

export interface VisibleLatencies {
  readonly taken: Latencies;
  /** Answers whose row another connection did not show yet. */
  readonly stale: number;
}

/** Does `work` at a steady rate, whether or not what came before is done, and takes the time from each intended start. */
export async function atRate(
  aSecond: number,
  seconds: number,
  work: (nth: number) => Promise<void>,
): Promise<number[]> {
  const began = performance.now();
  const taken: number[] = [];
  const running: Promise<void>[] = [];
  // Rounded: 500 in 60 s is no whole number a second.
  const count = Math.round(aSecond * seconds);
  for (let nth = 0; nth < count; nth += 1) {
    const intended = began + (nth * 1000) / aSecond;
    const early = intended - performance.now();
    if (early > 0) await pause(early);
    running.push(
      work(nth).then(() => {
        taken.push(performance.now() - intended);
      }),
    );
  }
  await Promise.all(running);
  return taken;
}

/** Answered, and read by somebody else. `ids` are open cases; each gets its decisions in turn. */
export async function decisionToVisible(
  life: Life,
  ids: readonly string[],
  databaseUrl: string,
  aSecond: number,
  seconds: number,
): Promise<VisibleLatencies> {
  const others = poolOf(databaseUrl, 8);
  let stale = 0;
  const revisionOf = async (id: string) => {
    const { rows } = await others.query<{ revision: number }>({
      name: 'revision',
      text: 'SELECT "revision" FROM "Case" WHERE "id" = $1',
      values: [id],
    });
    return rows[0]?.revision ?? 0;
  };
  try {
    const taken = await atRate(aSecond, seconds, async (nth) => {
      const id = ids[nth % ids.length] ?? '';
      const revision = await life.decideAgain(id);
      if ((await revisionOf(id)) >= revision) return;
      stale += 1;
      while ((await revisionOf(id)) < revision) await pause(1);
    });
    return { taken, stale };
  } finally {
    await others.end();
  }
}

/** The round trip of an Update alone. */
export async function answered(
  life: Life,
  ids: readonly string[],
  aSecond: number,
  seconds: number,
): Promise<Latencies> {
  return atRate(aSecond, seconds, async (nth) => {
    await life.decideAgain(ids[nth % ids.length] ?? '');
  });
}

/** One transaction of plain SQL that does what a decision does: a row is changed, two are added, and another connection reads. */
export async function sqlTransaction(databaseUrl: string, aSecond: number, seconds: number): Promise<Latencies> {
  const pool = poolOf(databaseUrl, 16);
  const others = poolOf(databaseUrl, 8);
  try {
    await pool.query('CREATE TABLE IF NOT EXISTS bench_case (id int PRIMARY KEY, revision int NOT NULL)');
    await pool.query(
      'CREATE TABLE IF NOT EXISTS bench_line (id bigserial PRIMARY KEY, "case" int NOT NULL, words text NOT NULL)',
    );
    await pool.query('INSERT INTO bench_case SELECT n, 0 FROM generate_series(0, 63) n ON CONFLICT DO NOTHING');
    return await atRate(aSecond, seconds, async (nth) => {
      const id = nth % 64;
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query('UPDATE bench_case SET revision = revision + 1 WHERE id = $1', [id]);
        await client.query('INSERT INTO bench_line ("case", words) VALUES ($1, $2)', [id, 'decided']);
        await client.query('INSERT INTO bench_line ("case", words) VALUES ($1, $2)', [id, 'to be told']);
        await client.query('COMMIT');
      } finally {
        client.release();
      }
      await others.query('SELECT revision FROM bench_case WHERE id = $1', [id]);
    });
  } finally {
    await Promise.all([pool.end(), others.end()]);
  }
}
