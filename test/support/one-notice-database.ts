import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../prisma/client.ts';
import { startNoticeDatabases, type NoticeDatabases } from './notice-database.ts';

/** One database for all tests of a file, from the first to the last of them. */
export function oneNoticeDatabase(): { readonly database: Database } {
  let databases: NoticeDatabases;
  let database: Database;
  beforeAll(async () => {
    databases = await startNoticeDatabases();
    ({ database } = await databases.fresh());
  }, 60_000);
  afterAll(() => databases.stop());
  return {
    get database() {
      return database;
    },
  };
}
