/**
 * Makes a database ready for the processes: tables, roles, first data. To be run before every release of theirs:
 * `DATABASE_URL=... API_DB_PASSWORD=... WORKER_DB_PASSWORD=... [MODE=training [TRAINING_START=...]] node prisma/setup.ts`.
 */
import { pathToFileURL } from 'node:url';
import { parseInstant } from '../rules/time/index.ts';
import type { Instant } from '../rules/time/index.ts';
import { createDatabase } from './client.ts';
import { migrate } from './migrate.ts';
import { ensureRoles } from './roles.ts';
import { seed } from './seed.ts';
import { setTrainingStart } from './training-start.ts';

/** What to make ready. */
export interface SetupOptions {
  /** of a role that owns the tables and may make roles */
  databaseUrl: string;
  /** passwords of the roles of API and worker */
  passwords: { api: string; worker: string };
  /** whether the demonstration accounts are made */
  training: boolean;
  /** stands as the time the first versions of calendar and rules were loaded */
  now: Instant;
  /** where the training clock stands at first; at the machine's time when left out */
  trainingStart?: Instant;
  log: (line: string) => void;
}

/** Does what is missing of the three; run again it changes nothing but the passwords of the roles. */
export async function setupDatabase(options: SetupOptions): Promise<void> {
  const { databaseUrl, passwords, training, now, trainingStart, log } = options;
  await migrate({ databaseUrl, log });
  await ensureRoles({ databaseUrl, passwords });
  const database = createDatabase(databaseUrl, 2);
  try {
    await seed(database, { training, now });
    if (training && trainingStart !== undefined) await setTrainingStart(database, trainingStart);
  } finally {
    await database.$disconnect();
  }
}

async function main(): Promise<void> {
  const { DATABASE_URL, API_DB_PASSWORD, WORKER_DB_PASSWORD, MODE, TRAINING_START } = process.env;
  if (!DATABASE_URL || !API_DB_PASSWORD || !WORKER_DB_PASSWORD) {
    console.error('Set DATABASE_URL (of the owner of the tables), API_DB_PASSWORD and WORKER_DB_PASSWORD.');
    process.exitCode = 2;
    return;
  }
  const training = MODE === 'training';
  const trainingStart = training && TRAINING_START ? parseInstant(TRAINING_START) : undefined;
  await setupDatabase({
    databaseUrl: DATABASE_URL,
    passwords: { api: API_DB_PASSWORD, worker: WORKER_DB_PASSWORD },
    training,
    now: trainingStart ?? parseInstant(new Date().toISOString()),
    ...(trainingStart !== undefined && { trainingStart }),
    log: console.log,
  });
  console.log('The database is ready.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
