import { SettingsError } from '../config/settings.ts';
import { databaseOutage } from './outage.ts';
import { RoleError } from './role-in-use.ts';
import { TrainingDataError } from './training-data.ts';

/** Failures that say in words what is wrong and what to do. */
const KINDS_IN_WORDS = [SettingsError, TrainingDataError, RoleError];

/** What a process that cannot start says to who started it. */
export function startFailure(failure: unknown): string {
  if (KINDS_IN_WORDS.some((kind) => failure instanceof kind)) return (failure as Error).message;
  if (databaseOutage(failure) !== null) {
    return [
      '数据库（DATABASE_URL）没有应答：请检查它是否在运行、地址和密码是否正确。',
      'The database of DATABASE_URL does not answer: is it running, and are address and password right?',
    ].join('\n');
  }
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
