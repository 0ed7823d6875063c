/**
 * Who may do what: one table, role by ability, with how far it reaches. What an account may do follows from its offices alone. Every
 * route names the ability it needs, and a route without one fails the build's tests. The contract of a case says in addition which
 * of its actions an office may do.
 */
import { isOfBody, STAFF_ROLES, type Office, type Person, type Role } from '../rules/roles.ts';
import { bodyOf } from './bodies.ts';

/**
 * How far an ability reaches:
 * - `any`: every record;
 * - `scope`: records of the office's body, in its region and below: the cases that it handles or has handled (XC-05.5);
 * - `own`: records of the parties that the office acts for, and of the account itself.
 */
export type Reach = 'any' | 'scope' | 'own';

type Row = Readonly<Partial<Record<Role, readonly Reach[]>>>;

const any = ['any'] as const;
const scope = ['scope'] as const;
const own = ['own'] as const;
/** People of a body handle cases there, and their body may itself be a party of others. */
const scopeAndOwn = ['scope', 'own'] as const;

/** Everybody who takes part; an auditor looks on and takes no part. */
const everyone = {
  admin: own,
  manager: own,
  reviewer: own,
  district: own,
  authority: own,
  provider: own,
  consumer: own,
  expert: own,
} as const satisfies Row;
const everyoneAny = {
  admin: any,
  auditor: any,
  manager: any,
  reviewer: any,
  district: any,
  authority: any,
  provider: any,
  consumer: any,
  expert: any,
} as const satisfies Row;
const readers = {
  admin: any,
  manager: scopeAndOwn,
  reviewer: scopeAndOwn,
  district: scopeAndOwn,
  authority: scopeAndOwn,
  provider: own,
  consumer: own,
  expert: own,
} as const satisfies Row;

/** The table. A role that is not named may not. */
export const ABILITIES = {
  'account.self': { ...everyone, auditor: own },
  'account.manage': { admin: any },
  'channel.manage': { admin: any },
  'view.keep': everyone,
  'application.file': { provider: own },
  'draft.keep': { provider: own },
  'file.upload': {
    manager: own,
    reviewer: own,
    district: own,
    authority: own,
    provider: own,
    consumer: own,
    expert: own,
    contact: own,
  },
  'file.read': { ...readers, contact: own },
  'case.file': { manager: scope, reviewer: scope, provider: own, consumer: own },
  'case.read': { ...readers, contact: own },
  'case.act': { ...readers, contact: own },
  'case.actInBulk': { manager: scope, reviewer: scope },
  'case.audit': { admin: any, manager: scope, reviewer: scope },
  'case.handle': { admin: any, manager: scope, reviewer: scope, district: scope, authority: scope },
  'phrase.keep': { manager: scopeAndOwn, reviewer: own, district: own, authority: own },
  'note.keep': { manager: scope, reviewer: scope, district: scope, authority: scope },
  'case.export': { admin: any, manager: scope, reviewer: scope, district: scope, authority: scope },
  'figures.read': { manager: scope },
  'task.work': { admin: any, manager: scope, reviewer: scope },
  'task.assign': { manager: scope },
  'notice.read': { ...everyone, admin: any, manager: scope, reviewer: scope },
  'notice.acknowledge': everyone,
  'fact.report': { admin: any },
  'record.read': { admin: any, manager: scope, reviewer: scope, district: own, authority: own, provider: own },
  'supervision.read': { admin: any, manager: scope, reviewer: scope, provider: own },
  'points.reverse': { reviewer: scope },
  'points.recompute': { manager: scope },
  'points.setPeriod': { manager: scope },
  'products.compare': { manager: scope, reviewer: scope },
  'recommendation.make': { district: own, authority: own },
  'recommendation.read': { manager: scope, reviewer: scope, district: own, authority: own, provider: own },
  'incentive.propose': { manager: scope, reviewer: scope },
  'invitation.make': { reviewer: scope },
  'bar.read': { manager: scope, reviewer: scope, provider: own },
  'bar.lift': { manager: scope },
  'retention.read': { manager: scope, reviewer: scope },
  'retention.seal': { manager: scope },
  'calendar.read': everyoneAny,
  'calendar.change': { admin: any },
  'regulation.status': { manager: scope },
  'regulation.text': { admin: any },
  'consultation.keep': { manager: scope, reviewer: scope },
  'rules.read': everyoneAny,
  'rules.change': { admin: any },
  'cover.name': { manager: scope, reviewer: own, district: own, authority: own },
  'interest.declare': { manager: scope, reviewer: own, district: own, authority: own, expert: own },
  'interest.end': { manager: scope },
  'audit.read': { auditor: any },
  'health.read': { admin: any },
  'engine.read': { admin: any },
  'clock.read': everyoneAny,
  'clock.advance': { admin: any },
} as const satisfies Readonly<Record<string, Row>>;

/** A row of the table; `public` needs no account. */
export type Ability = keyof typeof ABILITIES;

/** An office by which something may be done, and how far. */
export interface Entry {
  readonly reach: Reach;
  readonly office: Office;
}

/** By which offices a person may do something; none: it is refused. */
export type Access = readonly Entry[];

/** How far an ability reaches for a role; nowhere for a role that has it not. */
export function reachesOf(ability: Ability, role: Role): readonly Reach[] {
  const row: Row = ABILITIES[ability];
  return Object.hasOwn(row, role) ? (row[role] ?? []) : [];
}

/** What somebody may do in the office of who is away: work on cases, and nothing that administers. */
const COVERED: readonly Ability[] = [
  ...(['case.read', 'case.act', 'case.actInBulk', 'task.work', 'task.assign', 'notice.read'] as const),
  ...(['case.handle', 'note.keep', 'file.upload', 'file.read', 'figures.read'] as const),
];

/** By which of their offices, and of those that they cover, a person may do what the ability says. */
export function accessOf(ability: Ability, { offices }: Pick<Person, 'offices'>): Access {
  const usable = COVERED.includes(ability) ? offices : offices.filter(({ covering }) => covering === undefined);
  return usable.flatMap((office) => reachesOf(ability, office.role).map((reach) => ({ reach, office })));
}

/** Whether a person may; the own account is everybody's who has one, whatever offices they hold. A contact has none. */
export function isAllowed(ability: Ability, access: Access, { offices }: Pick<Person, 'offices'>): boolean {
  if (ability === 'account.self') return !offices.some(({ role }) => role === 'contact');
  return access.length > 0;
}

/** Abilities that are of use at one body alone, which keeps what they are about, with that body: everybody else is refused as out of scope. */
export type AtOneBody = Readonly<Partial<Record<Ability, string>>>;

/** The offices at the body that an ability is of use at, for the whole of it; all of them where there is none such. */
export function ofUse(ability: Ability, access: Access, { [ability]: bodyId }: AtOneBody): Access {
  if (bodyId === undefined) return access;
  const body = { bodyId, region: bodyOf(bodyId)?.region ?? '' };
  return access.filter(({ office }) => isOfBody(office, body));
}

/** What the offices of a person open, for a page that offers it. */
export function abilitiesOf(person: Pick<Person, 'offices'>, atOneBody: AtOneBody): Ability[] {
  return (Object.keys(ABILITIES) as Ability[]).filter((ability) =>
    isAllowed(ability, ofUse(ability, accessOf(ability, person), atOneBody), person),
  );
}

/** Whether some office reaches every record. */
export function seesAll(access: Access): boolean {
  return access.some(({ reach }) => reach === 'any');
}

/** Whether a role is of a body, or of the platform. */
export function isStaffRole(role: string): boolean {
  return role === 'admin' || (STAFF_ROLES as readonly string[]).includes(role);
}

/** Whether some office is of staff: its holder may know of a case that exists outside its scope. */
export function isStaff(access: Access): boolean {
  return access.some(({ office }) => isStaffRole(office.role));
}

/** The roles in which something may be done. */
export function rolesOf(access: Access): Role[] {
  return [...new Set(access.map(({ office }) => office.role))];
}
