/** What became of the records of a case whose period was over (HN-NET-10.6): its timeline stays, and nothing is done in it any more. */
import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { instantOf } from '../../rules/time/index.ts';
import { instantSchema } from '../http/schemas.ts';

export const caseDeletionSchema = z
  .object({
    at: instantSchema,
    decisionId: z.string().meta({ description: 'The case in which it was decided' }),
    forms: z.int(),
    files: z.int(),
  })
  .meta({ id: 'CaseDeletion' });

export type CaseDeletion = z.infer<typeof caseDeletionSchema>;

interface Closable {
  readonly id: string;
  readonly closedAt: Date | null;
}

/** Null while it holds its records; an open case does. */
export async function deletionOf(database: Database, { id, closedAt }: Closable): Promise<CaseDeletion | null> {
  if (closedAt === null) return null;
  const row = await database.deletion.findUnique({ where: { caseId: id } });
  if (row === null) return null;
  const { decisionId, deletedAt, forms, files } = row;
  return { at: instantOf(deletedAt.getTime()), decisionId, forms, files };
}

/** @throws Refusal NOT_NOW in a case whose records were deleted */
export async function refuseDeleted(database: Database, row: Closable): Promise<void> {
  if ((await deletionOf(database, row)) === null) return;
  refuse(
    'NOT_NOW',
    '该案件保存期满，所填材料和文件已依决定删除，不能再办理。',
    'The period of this case is over and what was filed in it was deleted by a decision: nothing is done in it any more.',
    { facts: { requirement: 'HN-NET-10.6' } },
  );
}
