import type { Person } from '../rules/roles.ts';
import type { Transaction } from './client.ts';
import { officeOf } from './create-account.ts';

/** Offices are read in the same order always. */
export const OFFICE_ORDER = [{ role: 'asc' }, { bodyId: 'asc' }, { party: 'asc' }, { id: 'asc' }] as const;

/** The owner of an account as a case knows them: with all their offices, as of now. */
export async function personOf(database: Transaction, id: string): Promise<Person> {
  const rows = await database.office.findMany({ where: { userId: id }, orderBy: [...OFFICE_ORDER] });
  return { kind: 'person', id, offices: rows.map(officeOf) };
}
