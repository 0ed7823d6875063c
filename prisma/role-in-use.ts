/** The database role of a process of production: one that cannot rewrite what is kept for good (XC-05.6). */
import type { Database } from './client.ts';

/** A process of production that was given a role of the database which may do more than it needs. Nothing was started. */
export class RoleError extends Error {
  constructor(role: string, tables: readonly string[]) {
    super(
      [
        `DATABASE_URL 的数据库角色“${role}”可以改写不得改写的记录（${tables.join('、')}），正式环境不能使用。请改用 node prisma/setup.ts 建立的角色 anjuan_api、anjuan_worker。`,
        `The role ${role} of DATABASE_URL may rewrite what is kept for good (${tables.join(', ')}), as a superuser or the owner of the tables may. Use the roles that node prisma/setup.ts makes: anjuan_api for the API, anjuan_worker for the worker.`,
      ].join('\n'),
    );
    this.name = 'RoleError';
  }
}

/** Tables to which lines are added and nothing else. */
const KEPT = ['TimelineEvent', 'AuditEntry', 'PointsEntry', 'Letter'];

/** @throws RoleError outside training mode, if this role may change or remove what stands in one of {@link KEPT} */
export async function refusePowerfulRole(database: Database, mode: 'production' | 'training'): Promise<void> {
  if (mode === 'training') return;
  const open = await database.$queryRaw<{ role: string; table: string }[]>`
    SELECT current_user::text AS role, named AS "table" FROM unnest(${KEPT}::text[]) AS named
    WHERE to_regclass(quote_ident(named)) IS NOT NULL
      AND (has_table_privilege(current_user, quote_ident(named), 'DELETE') OR has_table_privilege(current_user, quote_ident(named), 'TRUNCATE'))`;
  const [first] = open;
  if (first !== undefined)
    throw new RoleError(
      first.role,
      open.map(({ table }) => table),
    );
}
