/** Who an account is to a case, as of a moment: its offices, those that it covers, and its interests. */
import { STAFF_ROLES, type Office, type Person } from '../rules/roles.ts';
import { dayOf, type Day, type Instant } from '../rules/time/index.ts';
import type { Transaction } from './client.ts';
import { officeOf } from './create-account.ts';
import { inForce } from './offices-now.ts';
import { interestsOf } from './interests.ts';

/** Offices are read in the same order always. */
export const OFFICE_ORDER = [{ role: 'asc' }, { bodyId: 'asc' }, { party: 'asc' }, { id: 'asc' }] as const;

/** The owner of an account as a case knows them. */
export async function personOf(database: Transaction, id: string, now: Instant): Promise<Person> {
  const day = dayOf(now);
  const [rows, covered] = await Promise.all([
    database.office.findMany({ where: { userId: id }, orderBy: [...OFFICE_ORDER] }),
    coveredOffices(database, id, day),
  ]);
  const offices = await inForce(database, [...rows.map(officeOf), ...covered]);
  const handles = offices.some(({ role }) => role === 'admin' || STAFF_ROLES.includes(role));
  const interests = handles ? await interestsOf(database, id, day) : [];
  return { kind: 'person', id, offices, ...(interests.length > 0 && { interests }) };
}

/** Offices of people who are away, in which this account acts on that day. What they cover themselves is not among them. */
async function coveredOffices(database: Transaction, id: string, day: Day): Promise<Office[]> {
  const covers = await database.cover.findMany({
    where: { coverId: id, endedAt: null, firstDay: { lte: day }, lastDay: { gte: day } },
    orderBy: { id: 'asc' },
  });
  const offices: Office[] = [];
  for (const { absentId, lastDay, rule } of covers) {
    const absent = await database.user.findUnique({
      where: { id: absentId },
      select: { disabledAt: true, offices: { orderBy: [...OFFICE_ORDER] } },
    });
    if (absent === null || absent.disabledAt !== null) continue;
    const covering = { id: absentId, lastDay, rule, interests: await interestsOf(database, absentId, day) };
    offices.push(
      ...absent.offices
        .map(officeOf)
        .filter(isCoverable)
        .map((office) => ({ ...office, covering })),
    );
  }
  return offices;
}

/** What somebody else can act in: an office of a body, and neither what administers nor what a member is. */
export function isCoverable({ role }: Office): boolean {
  return STAFF_ROLES.includes(role);
}
