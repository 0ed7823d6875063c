/** Data of training mode, which must not be met in production: everybody knows the password of its accounts, and its clock was moved. */
import type { Database } from './client.ts';
import { TRAINING_DOMAIN } from './seed.ts';

/** A database of training mode under a process of production. Nothing was started and nothing changed. */
export class TrainingDataError extends Error {
  constructor(found: readonly string[]) {
    super(
      [
        `数据库含有训练模式的数据（${found.join('、')}），正式环境不能使用。请为正式环境另建数据库（node prisma/setup.ts），或设置 MODE=training。`,
        `The database of DATABASE_URL holds data of training mode (${found.join(', ')}): its accounts have a published password. Production needs a database of its own: make one with node prisma/setup.ts, or set MODE=training.`,
      ].join('\n'),
    );
    this.name = 'TrainingDataError';
  }
}

/** @throws TrainingDataError outside training mode, if the database was ever filled for training */
export async function refuseTrainingData(database: Database, mode: 'production' | 'training'): Promise<void> {
  if (mode === 'training') return;
  const accounts = await database.user.findMany({
    where: { OR: [{ id: { startsWith: 'demo-' } }, { email: { endsWith: `@${TRAINING_DOMAIN}` } }] },
    select: { email: true },
    orderBy: { id: 'asc' },
    take: 3,
  });
  const clock = await database.trainingClock.findFirst({ select: { id: true } });
  const found = [...accounts.map(({ email }) => email), ...(clock === null ? [] : ['TrainingClock'])];
  if (found.length > 0) throw new TrainingDataError(found);
}
