/** The letters of a case that a reader may read: those of the body for who handles it, and for others those that went to them. */
import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import { inBoth, type Locale } from '../../rules/text.ts';
import { partiesOf } from '../../rules/roles.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import type { Standing } from './case-scope.ts';

export const LETTER_LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[];

/** A letter with its files (SH-STORE-11.2). */
export const letterSchema = z
  .object({
    key: z.string().meta({ description: 'Names it in the case, e.g. clearanceNotice:1' }),
    number: z.string().meta({ description: 'What people call it, e.g. 沪企服函〔2025〕7号' }),
    template: z.string(),
    title: textSchema,
    issuedOn: z.string().meta({ description: 'Its date, a day in Asia/Shanghai' }),
    madeAt: instantSchema,
    files: z
      .array(
        z.object({
          locale: z.enum(LETTER_LOCALES).meta({ description: 'The letter in Chinese is authoritative' }),
          size: z.int().meta({ description: 'Bytes' }),
          sha256: z.string(),
          pageCount: z.int(),
          seal: z.enum(['NONE', 'SEALED', 'FAILED']).meta({ description: 'Not SEALED: it is to be sealed by hand' }),
          sealFault: z.string().nullable(),
        }),
      )
      .meta({ description: 'As PDF; none as long as it could not be set' }),
  })
  .meta({ id: 'Letter' });

const FILE = { locale: true, size: true, sha256: true, pageCount: true, seal: true, sealFault: true } as const;

/** The letters of a case for a reader who may see the case, the earliest first. */
export async function lettersOf(
  database: Database,
  { notices }: Pick<ProcessContract, 'notices'>,
  caseId: string,
  standing: Standing,
  reader: Reader,
): Promise<z.infer<typeof letterSchema>[]> {
  // Most kinds of case have none.
  if (Object.values(notices).every(({ channels }) => !channels.includes('LETTER'))) return [];
  const rows = await database.letter.findMany({
    where: { caseId },
    orderBy: [{ madeAt: 'asc' }, { serial: 'asc' }],
    include: { files: { select: FILE, orderBy: { locale: 'desc' } } },
  });
  const keys = await readableKeys(database, caseId, standing, reader);
  return rows
    .filter(({ key }) => keys === 'all' || keys.has(key))
    .map(({ key, number, template, issuedOn, madeAt, files }) => ({
      ...{ key, number, template, issuedOn },
      title: notices[template]?.title ?? inBoth(template),
      madeAt: instantOf(madeAt.getTime()),
      files: files as z.infer<typeof letterSchema>['files'],
    }));
}

/** Keys of the letters that a reader of the case may read. */
export async function readableKeys(
  database: Database,
  caseId: string,
  { seesAll }: Standing,
  { person }: Reader,
): Promise<'all' | ReadonlySet<string>> {
  if (seesAll) return 'all';
  const parties = person.offices.flatMap(partiesOf);
  const rows = await database.$queryRaw<{ request: string }[]>`
    SELECT DISTINCT "request" FROM "Notice"
    WHERE "caseId" = ${caseId} AND "channel" = 'LETTER' AND "request" IS NOT NULL
      AND ("audience" ->> 'party' = ANY(${parties}::text[]) OR "recipientId" = ${person.id})`;
  return new Set(rows.map(({ request }) => request));
}
