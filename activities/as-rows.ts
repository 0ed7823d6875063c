/** Rows as a statement takes them in: as one JSON value. */
import { Prisma } from '../prisma/generated/client.ts';

export type AsRows = (rows: readonly object[]) => Prisma.Sql;

/** All of them. */
export const anyRows: AsRows = (rows) => Prisma.sql`${JSON.stringify(rows)}::jsonb`;

/** All of them if the part `head` of the statement has changed its row, else none. */
export const rowsIfHead: AsRows = (rows) => Prisma.sql`(SELECT ${JSON.stringify(rows)}::jsonb FROM head)`;
