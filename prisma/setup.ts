/**
 * Makes a database ready for the processes: tables, roles, first data. To be run before every release of theirs:
 * `DATABASE_URL=... API_DB_PASSWORD=... WORKER_DB_PASSWORD=... [MODE=training [TRAINING_START=...]] node prisma/setup.ts`.
 */
import { pathToFileURL } from 'node:url';
import type { ChainHash } from '../config/chain-hash.ts';
import { databasePasswordFault } from '../config/production.ts';
import { withSecretFiles } from '../config/secret-files.ts';
import { SettingsError, withoutEmpty } from '../config/settings.ts';
import { chainHash as chainHashVariable } from '../config/variables.ts';
import { parseInstant } from '../rules/time/index.ts';
import type { Instant } from '../rules/time/index.ts';
import { createDatabase } from './client.ts';
import { migrate } from './migrate.ts';
import { keepNamesOfAll } from './party-names.ts';
import { ensureRoles, type RolePasswords } from './roles.ts';
import { seed } from './seed.ts';
import { startFailure } from './start-failure.ts';
import { refuseTrainingData } from './training-data.ts';
import { setTrainingStart } from './training-start.ts';

/** What to make ready. */
export interface SetupOptions {
  /** of a role that owns the tables and may make roles */
  databaseUrl: string;
  /** passwords of the roles */
  passwords: RolePasswords;
  /** whether the demonstration accounts are made */
  training: boolean;
  /** stands as the time the first versions of calendar and rules were loaded */
  now: Instant;
  /** where the training clock stands at first; at the machine's time when left out */
  trainingStart?: Instant;
  /** the hash of what is written to the audit log; SHA-256 when left out */
  chainHash?: ChainHash;
  log: (line: string) => void;
}

/**
 * Does what is missing of the three; run again it changes nothing but the passwords of the roles.
 * @throws TrainingDataError if a database of training mode is to be made ready for production
 */
export async function setupDatabase(options: SetupOptions): Promise<void> {
  const { databaseUrl, passwords, training, now, trainingStart, chainHash, log } = options;
  await migrate({ databaseUrl, log });
  const database = createDatabase(databaseUrl, 2);
  try {
    await refuseTrainingData(database, training ? 'training' : 'production');
    await ensureRoles({ databaseUrl, passwords });
    await keepNamesOfAll(database);
    await seed(database, { training, now, ...(chainHash !== undefined && { chainHash }) });
    if (training && trainingStart !== undefined) await setTrainingStart(database, trainingStart);
  } finally {
    await database.$disconnect();
  }
}

/**
 * The passwords of the roles out of an environment, or out of the files it names.
 * @throws SettingsError naming each that is missing, and in production each that is easy to guess
 */
export function rolePasswords(given: Readonly<Record<string, string>>): RolePasswords {
  const { environment, faults, unread } = withSecretFiles(given);
  const { DATABASE_URL, API_DB_PASSWORD = '', WORKER_DB_PASSWORD = '', BACKUP_DB_PASSWORD, MODE } = environment;
  for (const [name, value] of Object.entries({ DATABASE_URL, API_DB_PASSWORD, WORKER_DB_PASSWORD }))
    if (!value && !unread.includes(name)) faults.push(`${name}: is missing: set it, or ${name}_FILE`);
  if (MODE !== undefined && MODE !== 'production' && MODE !== 'training')
    faults.push('MODE: must be "production" or "training"');
  if (MODE !== 'training' && faults.length === 0) {
    const owner = decodeURIComponent(new URL(DATABASE_URL ?? '').password);
    const all = {
      DATABASE_URL: owner,
      API_DB_PASSWORD,
      WORKER_DB_PASSWORD,
      BACKUP_DB_PASSWORD: BACKUP_DB_PASSWORD ?? '',
    };
    for (const [name, password] of Object.entries(all))
      if (password !== '') faults.push(...[databasePasswordFault(name, password, 'anjuan') ?? []].flat());
  }
  if (faults.length > 0) throw new SettingsError(faults);
  return {
    ...{ api: API_DB_PASSWORD, worker: WORKER_DB_PASSWORD },
    ...(BACKUP_DB_PASSWORD !== undefined && { backup: BACKUP_DB_PASSWORD }),
  };
}

/**
 * The hash of the chains out of an environment; SHA-256 where it names none.
 * @throws SettingsError where it names one that there is not
 */
export function chainHashFrom({ CHAIN_HASH }: Readonly<Record<string, string>>): ChainHash {
  const hash = chainHashVariable.safeParse(CHAIN_HASH);
  if (!hash.success) throw new SettingsError(hash.error.issues.map(({ message }) => `CHAIN_HASH: ${message}`));
  return hash.data;
}

async function main(): Promise<void> {
  const given = withoutEmpty(process.env);
  const passwords = rolePasswords(given);
  const { environment } = withSecretFiles(given);
  const { DATABASE_URL = '', MODE, TRAINING_START } = environment;
  const training = MODE === 'training';
  const trainingStart = training && TRAINING_START ? parseInstant(TRAINING_START) : undefined;
  await setupDatabase({
    databaseUrl: DATABASE_URL,
    passwords,
    training,
    chainHash: chainHashFrom(environment),
    now: trainingStart ?? parseInstant(new Date().toISOString()),
    ...(trainingStart !== undefined && { trainingStart }),
    log: console.log,
  });
  console.log('The database is ready.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main().catch((failure: unknown) => {
    console.error(startFailure(failure));
    process.exitCode = failure instanceof SettingsError ? 2 : 1;
  });
}
