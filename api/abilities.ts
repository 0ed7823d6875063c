/**
 * Who may do what: one table, role by ability, with how far it reaches. Every route names the ability it needs, and a route
 * without one fails the build's tests. The contract of a case says in addition which of its actions a role may do.
 */
import type { Role } from '../rules/roles.ts';

/**
 * How far an ability reaches:
 * - `any`: every record;
 * - `scope`: records of the reader's body, in its region and below (XC-05.5);
 * - `watched`: records of cases the reader recommended or follows;
 * - `own`: records of the reader's own institution or account.
 */
export type Reach = 'any' | 'scope' | 'watched' | 'own';

type Row = Readonly<Partial<Record<Role, Reach>>>;

/** Those who take part in cases: everybody but consumers. */
const parties = {
  admin: 'own',
  manager: 'own',
  reviewer: 'own',
  district: 'own',
  authority: 'own',
  provider: 'own',
} as const satisfies Row;
const everyone = { ...parties, consumer: 'own' } as const satisfies Row;
const everyoneAny = {
  admin: 'any',
  manager: 'any',
  reviewer: 'any',
  district: 'any',
  authority: 'any',
  provider: 'any',
  consumer: 'any',
} as const satisfies Row;
const readers = {
  admin: 'any',
  manager: 'scope',
  reviewer: 'scope',
  district: 'watched',
  authority: 'watched',
  provider: 'own',
} as const satisfies Row;

/** The table. A role that is not named may not. */
export const ABILITIES = {
  'account.self': everyone,
  'account.manage': { admin: 'any' },
  'application.file': { provider: 'own' },
  'draft.keep': { provider: 'own' },
  'file.upload': { manager: 'own', reviewer: 'own', district: 'own', authority: 'own', provider: 'own' },
  'file.read': readers,
  'case.read': readers,
  'case.act': readers,
  'case.audit': { admin: 'any', manager: 'scope', reviewer: 'scope' },
  'task.work': { admin: 'any', manager: 'scope', reviewer: 'scope' },
  'task.assign': { manager: 'scope' },
  'notice.read': { ...parties, admin: 'any', manager: 'scope', reviewer: 'scope' },
  'notice.acknowledge': parties,
  'fact.report': { admin: 'any' },
  'store.read': readers,
  'points.reverse': { reviewer: 'scope' },
  'recommendation.make': { district: 'own', authority: 'own' },
  'recommendation.read': { manager: 'scope', reviewer: 'scope', district: 'own', authority: 'own', provider: 'own' },
  'invitation.make': { reviewer: 'scope' },
  'bar.read': { manager: 'scope', reviewer: 'scope', provider: 'own' },
  'bar.lift': { manager: 'scope' },
  'calendar.read': everyoneAny,
  'calendar.change': { admin: 'any' },
  'rules.read': everyoneAny,
  'rules.change': { admin: 'any' },
  'clock.read': everyoneAny,
  'clock.advance': { admin: 'any' },
} as const satisfies Readonly<Record<string, Row>>;

/** A row of the table; `public` needs no account. */
export type Ability = keyof typeof ABILITIES;

/** How far an ability reaches for a role, or null if the role has it not. */
export function reachOf(ability: Ability, role: Role): Reach | null {
  const row: Row = ABILITIES[ability];
  return row[role] ?? null;
}
