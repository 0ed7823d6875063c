import { SettingsError } from '../config/settings.ts';
import { databaseOutage } from './outage.ts';
import { TrainingDataError } from './training-data.ts';

/** What a process that cannot start says to who started it. */
export function startFailure(failure: unknown): string {
  if (failure instanceof SettingsError || failure instanceof TrainingDataError) return failure.message;
  if (databaseOutage(failure) !== null) {
    return [
      '数据库（DATABASE_URL）没有应答：请检查它是否在运行、地址和密码是否正确。',
      'The database of DATABASE_URL does not answer: is it running, and are address and password right?',
    ].join('\n');
  }
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
