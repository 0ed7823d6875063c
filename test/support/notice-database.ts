/** Databases with the product's schema, and outbox rows, for the tests of the notice sender. */
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { startPostgres } from '../../dev/postgres.ts';
import { memoryFolder } from '../../dev/temporary-folder.ts';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { migrate } from '../../prisma/migrate.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { specOf } from '../../activities/notices/wordings.ts';
import { sampleCommon } from '../../rules/notices/samples.ts';
import { kindWith, sampleOf } from '../../activities/notices/sample-notices.ts';

export interface FreshDatabase {
  readonly database: Database;
  readonly databaseUrl: string;
}

export interface NoticeDatabases {
  /** A fresh database of its own with one case, {@link CASE_ID}. */
  fresh(): Promise<FreshDatabase>;
  stop(): Promise<void>;
}

export const CASE_ID = sampleCommon.caseId;

/** Starts a PostgreSQL that is thrown away at `stop`. */
export async function startNoticeDatabases(): Promise<NoticeDatabases> {
  const folder = memoryFolder('notices');
  const postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log: () => {} });
  const open: Database[] = [];
  const template = await postgres.createDatabase('template_notices');
  await migrate({ databaseUrl: template, log: () => {} });
  let number = 0;
  return {
    async fresh() {
      number += 1;
      const databaseUrl = await postgres.createDatabase(`notices_${number}`, { template: 'template_notices' });
      const database = createDatabase(databaseUrl, 10);
      open.push(database);
      await database.case.create({ data: sampleCase() });
      return { database, databaseUrl };
    },
    async stop() {
      await Promise.all(open.map((database) => database.$disconnect()));
      await postgres.stop();
      folder.remove();
    },
  };
}

/** Plans a notice as a transition does, with the NOTIFY in the same transaction. Answers its id. */
export async function planNotice(
  database: Database,
  template: string,
  row: Partial<Omit<Prisma.NoticeUncheckedCreateInput, 'id' | 'data'>> = {},
): Promise<string> {
  const id = randomUUID();
  const sample = sampleOf(template);
  await database.$transaction(async (tx) => {
    await tx.notice.create({
      data: {
        id,
        caseId: CASE_ID,
        key: id,
        template,
        requirement: specOf(kindWith(template), template)?.requirement ?? null,
        locale: 'zh-CN',
        recipientName: '李晓',
        recipientEmail: 'li.xiao@example.org',
        plannedAt: new Date(sample.plannedAt),
        ...row,
        data: sample as unknown as Prisma.InputJsonObject,
      },
    });
    await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
  });
  return id;
}

function sampleCase() {
  return {
    id: CASE_ID,
    number: sampleCommon.caseNumber,
    kind: 'storeApplication',
    regime: 'SH_STORE',
    stage: 'PRELIM_REVIEW',
    subject: '91310000MA1K00000X',
    title: sampleCommon.institution,
    bodyId: 'sh-centre',
    region: 'SH',
    ruleVersion: 1,
    calendarVersion: 1,
    openedAt: new Date('2025-08-18T01:30:00.000Z'),
    opening: {},
  };
}
