/**
 * Makes a database ready for the processes: tables, roles, first data. To be run before every release of theirs:
 * `DATABASE_URL=... API_DB_PASSWORD=... WORKER_DB_PASSWORD=... [MODE=training [TRAINING_START=...]] node prisma/setup.ts`.
 */
import { pathToFileURL } from 'node:url';
import { databasePasswordFault } from '../config/production.ts';
import { parseInstant } from '../rules/time/index.ts';
import type { Instant } from '../rules/time/index.ts';
import { createDatabase } from './client.ts';
import { migrate } from './migrate.ts';
import { ensureRoles } from './roles.ts';
import { seed } from './seed.ts';
import { startFailure } from './start-failure.ts';
import { refuseTrainingData } from './training-data.ts';
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

/**
 * Does what is missing of the three; run again it changes nothing but the passwords of the roles.
 * @throws TrainingDataError if a database of training mode is to be made ready for production
 */
export async function setupDatabase(options: SetupOptions): Promise<void> {
  const { databaseUrl, passwords, training, now, trainingStart, log } = options;
  await migrate({ databaseUrl, log });
  const database = createDatabase(databaseUrl, 2);
  try {
    await refuseTrainingData(database, training ? 'training' : 'production');
    await ensureRoles({ databaseUrl, passwords });
    await seed(database, { training, now });
    if (training && trainingStart !== undefined) await setTrainingStart(database, trainingStart);
  } finally {
    await database.$disconnect();
  }
}

/** What is wrong with the mode, and in production with the passwords of the database. */
function setupFaults(MODE: string | undefined, passwords: Readonly<Record<string, string>>): string[] {
  if (MODE === 'training') return [];
  if (MODE !== 'production' && MODE) return ['MODE: must be "production" or "training"'];
  return Object.entries(passwords).flatMap(([name, password]) => databasePasswordFault(name, password, 'anjuan') ?? []);
}

async function main(): Promise<void> {
  const { DATABASE_URL, API_DB_PASSWORD, WORKER_DB_PASSWORD, MODE, TRAINING_START } = process.env;
  if (!DATABASE_URL || !API_DB_PASSWORD || !WORKER_DB_PASSWORD) {
    console.error('Set DATABASE_URL (of the owner of the tables), API_DB_PASSWORD and WORKER_DB_PASSWORD.');
    process.exitCode = 2;
    return;
  }
  const { password: owner } = new URL(DATABASE_URL);
  const faults = setupFaults(MODE, {
    ...(owner !== '' && { DATABASE_URL: decodeURIComponent(owner) }),
    API_DB_PASSWORD,
    WORKER_DB_PASSWORD,
  });
  if (faults.length > 0) {
    console.error(faults.join('\n'));
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main().catch((failure: unknown) => {
    console.error(startFailure(failure));
    process.exitCode = 1;
  });
}
