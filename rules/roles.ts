/**
 * Roles of accounts (requirements README, section 1). A body is one of the bodies that handle cases, e.g. the SH Centre;
 * a region is a path such as `SH` or `SH/PUDONG`, and a scope covers every region below it.
 */
export const ROLES = ['admin', 'manager', 'reviewer', 'district', 'authority', 'provider', 'consumer'] as const;

export type Role = (typeof ROLES)[number];

/** Roles whose holders work for a body and act within its region (XC-05.5). */
export const STAFF_ROLES: readonly Role[] = ['manager', 'reviewer', 'district', 'authority'];

/** Who does something: an account, or the platform itself under its own name. */
export interface Actor {
  readonly kind: 'person' | 'system';
  /** Account id; for the system the rule or case that acts. */
  readonly id: string;
  readonly role: Role | 'system';
  readonly bodyId?: string;
  readonly region?: string;
  /** Unified social credit code, for providers. */
  readonly creditCode?: string;
}

/** True if `region` is `scope` or lies below it. */
export function regionCovers(scope: string | undefined, region: string): boolean {
  return scope !== undefined && (region === scope || region.startsWith(`${scope}/`));
}
