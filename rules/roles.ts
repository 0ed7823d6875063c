/**
 * Who acts. An account holds offices: a role at a body within a region, or a role for a party. A body is one of the bodies that handle
 * cases, e.g. the SH Centre; a region is a path such as `SH` or `SH/PUDONG`, and a scope covers every region below it.
 */
import { unitKey, type PartyKey } from './parties/party.ts';
import type { Day } from './time/index.ts';

export const ROLES = [
  'admin',
  'auditor',
  'manager',
  'reviewer',
  'district',
  'authority',
  'provider',
  'consumer',
  'expert',
  'contact',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles that an account can hold; a contact has no account. */
export const ACCOUNT_ROLES = ROLES.filter((role) => role !== 'contact');

/** Roles whose holders work for a body and act within its region (XC-05.5). */
export const STAFF_ROLES: readonly Role[] = ['manager', 'reviewer', 'district', 'authority'];

/** A role that goes with no other: who watches over what is done does none of it. */
export const LONE_ROLE: Role = 'auditor';

/** Roles whose holders act for a party from outside the bodies. */
export const MEMBER_ROLES: readonly Role[] = ['provider', 'consumer', 'expert', 'contact'];

/** Roles in which somebody acts for a party: as its member, or, of a unit, as an officer there. */
export const ACTING_ROLES: readonly Role[] = [...STAFF_ROLES, ...MEMBER_ROLES];

/** True if one of the offices is of the platform itself: of staff, an administrator or an auditor. */
export function isInside(offices: readonly Pick<Office, 'role'>[]): boolean {
  return offices.some(({ role }) => !MEMBER_ROLES.includes(role));
}

export interface Office {
  readonly role: Role;
  readonly bodyId?: string;
  readonly region?: string;
  /** The party that its holder acts for; none until a member has been bound to one. */
  readonly party?: PartyKey;
  /** The unit that its holder acts for in it, where it is not the body: that body handles the cases of the unit. */
  readonly unit?: string;
  /** Whose office it is, where somebody else acts in it while they are away. */
  readonly covering?: CoveredHolder;
}

/** The holder of an office who is away, as the one who acts in their place names them. */
export interface Covering {
  /** Account of the holder. */
  readonly id: string;
  /** The last day on which they are covered; it ends at 24:00 Shanghai time. */
  readonly lastDay: Day;
  /** The rule under which somebody else may act for them. */
  readonly rule: string;
}

/** With the parties in which the holder has an interest: nobody decides about those in their office. */
export interface CoveredHolder extends Covering {
  readonly interests: readonly PartyKey[];
}

/** Who asks: an account, or a contact, with all its offices. What it may do in a case follows from these alone. */
export interface Person {
  readonly kind: 'person';
  /** Account id. */
  readonly id: string;
  readonly offices: readonly Office[];
  /** Parties in which they have an interest, beside those that they act for now (XC-05.5). */
  readonly interests?: readonly PartyKey[];
}

/** The platform itself, under its own name: the rule or the case that acts. */
export interface SystemActor {
  readonly kind: 'system';
  readonly id: string;
  readonly role: 'system';
}

export type Requester = Person | SystemActor;

/** Who does something, in the capacity in which it is done: a role, or the name of a party of the case. */
export interface Actor {
  readonly kind: 'person' | 'system';
  readonly id: string;
  readonly role: string;
  /** Set where it is done in the office of somebody who is away. */
  readonly covering?: Covering;
}

/** The accounts that stand behind an act: who did it, and in whose office. */
export function accountsOf({ id, covering }: Pick<Actor, 'id' | 'covering'>): string[] {
  return covering === undefined ? [id] : [id, covering.id];
}

/** The account of a person, and those of the people in whose offices they act. */
export function accountsActedIn({ id, offices }: Pick<Person, 'id' | 'offices'>): string[] {
  return [...new Set([id, ...offices.flatMap(({ covering }) => covering?.id ?? [])])];
}

export function systemActor(rule: string): SystemActor {
  return { kind: 'system', id: rule, role: 'system' };
}

/** True if `region` is `scope` or lies below it. */
export function regionCovers(scope: string | undefined, region: string): boolean {
  return scope !== undefined && (region === scope || region.startsWith(`${scope}/`));
}

/** True if the holder of the office acts for this party: as its member, or as an officer of the unit. */
export function actsFor({ party, bodyId, unit = bodyId }: Office, key: PartyKey): boolean {
  return party === key || (unit !== undefined && unitKey(unit) === key);
}

/** The parties that somebody acts for from outside the bodies, in offices of their own. */
export function partiesActedFor(offices: readonly Office[]): PartyKey[] {
  return offices.flatMap(({ role, party, covering }) =>
    party !== undefined && covering === undefined && MEMBER_ROLES.includes(role) ? [party] : [],
  );
}

/** Every party that the holder of an office acts for. */
export function partiesOf({ party, bodyId, unit = bodyId }: Office): PartyKey[] {
  return [...(party === undefined ? [] : [party]), ...(unit === undefined ? [] : [unitKey(unit)])];
}

/** A body with the region it answers for in a case. */
export interface Body {
  readonly bodyId: string;
  readonly region: string;
}

/** True if one of the offices can do a task of this role in a case that this body handles (XC-05.5). */
export function canTakeTask(offices: readonly Office[], role: string, body: Body): boolean {
  return offices.some((office) => office.role === role && (role === 'admin' || isOfBody(office, body)));
}

/** True if the office is held at this body and its region covers the body's part in the case (XC-05.5). */
export function isOfBody(office: Office, { bodyId, region }: Body): boolean {
  return office.bodyId === bodyId && regionCovers(office.region, region);
}
