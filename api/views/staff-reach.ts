/** Colleagues of whom somebody may say that they are away or have an interest: themselves, or people of a manager's body and region. */
import { isCoverable } from '../../prisma/person-of.ts';
import { officeOf } from '../../prisma/create-account.ts';
import type { Database } from '../../prisma/client.ts';
import type { User } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { isOfBody, type Office } from '../../rules/roles.ts';
import type { Access } from '../abilities.ts';
import { invalid } from '../http/problem.ts';

/** An account in use, with the offices that it holds at bodies. */
export interface Colleague {
  readonly user: Pick<User, 'id' | 'name' | 'email' | 'locale'>;
  readonly offices: readonly Office[];
}

/** @throws InvalidInput if there is no such account in use, or it holds no office at a body */
export async function requireColleague(database: Database, id: string, field: string): Promise<Colleague> {
  return requireHolder(database, id, field, isCoverable);
}

/**
 * Whose interests are on record: people who work at a body, and experts, who judge parties from outside of it (XC-05.5, HN-BASE-03.1).
 * @throws InvalidInput if there is no such account in use
 */
export async function requireJudge(database: Database, id: string, field: string): Promise<Colleague> {
  return requireHolder(database, id, field, (office) => isCoverable(office) || office.role === 'expert');
}

async function requireHolder(
  database: Database,
  id: string,
  field: string,
  counts: (office: Office) => boolean,
): Promise<Colleague> {
  const row = await database.user.findUnique({ where: { id }, include: { offices: true } });
  const offices = row === null || row.disabledAt !== null ? [] : row.offices.map(officeOf).filter(counts);
  if (row === null || offices.length === 0) {
    return invalid(
      field,
      '没有这名工作人员，或其账户已停用。',
      'is nobody who works at a body, or the account is disabled',
    );
  }
  return { user: row, offices };
}

/** Whether every office of somebody lies within the body and region of a manager. */
export function isManagedBy(access: Access, offices: readonly Office[]): boolean {
  return (
    offices.length > 0 &&
    offices.every(({ bodyId, region }) =>
      access.some(
        ({ reach, office }) =>
          reach === 'scope' && bodyId !== undefined && region !== undefined && isOfBody(office, { bodyId, region }),
      ),
    )
  );
}

/** Ids of the people in use whom a manager manages; nobody for anybody else. */
export async function managedBy(database: Database, access: Access): Promise<readonly string[]> {
  const bodies = access.flatMap(({ reach, office: { bodyId } }) => (reach === 'scope' ? (bodyId ?? []) : []));
  if (bodies.length === 0) return [];
  const rows = await database.user.findMany({
    where: { disabledAt: null, offices: { some: { bodyId: { in: bodies } } } },
    select: { id: true, offices: true },
  });
  return rows
    .filter(({ offices }) => isManagedBy(access, offices.map(officeOf).filter(isCoverable)))
    .map(({ id }) => id);
}

/** @throws Refusal OUT_OF_SCOPE unless it is the reader, or somebody of the reader's body and region whom the reader manages */
export function requireOwnOrManaged(readerId: string, access: Access, { user, offices }: Colleague): void {
  if (user.id === readerId || isManagedBy(access, offices)) return;
  refuse(
    'OUT_OF_SCOPE',
    '此人不在您管理的机构或区域内。',
    'This person is outside the body and region that you manage.',
  );
}
