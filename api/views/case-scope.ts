/** Which cases a reader may see: as a condition of a query, and of one row. The two say the same (tested against each other). */
import type { Prisma } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { actsFor, isOfBody, partiesOf, type Body, type Office, type Role } from '../../rules/roles.ts';
import { isStaff, rolesOf, seesAll, type Access, type Entry } from '../abilities.ts';

/** What of a case decides who may see it: its parties, and the bodies that handle it or have handled it. */
export interface Scoped {
  readonly parties: readonly { readonly party: string; readonly follows: boolean }[];
  readonly bodies: readonly Body[];
}

/** What a query reads of a case to decide it. */
export const SCOPED = {
  parties: { select: { party: true, follows: true } },
  bodies: { select: { bodyId: true, region: true } },
} as const;

/** Cases within the access of a reader, as a condition of a query (XC-05.5): the union over the offices. */
export function casesWithin(access: Access): Prisma.CaseWhereInput {
  if (seesAll(access)) return {};
  // An empty OR within another condition would say nothing instead of no.
  return access.length === 0 ? { id: { in: [] } } : { OR: access.map(conditionOf) };
}

function conditionOf({ reach, office }: Entry): Prisma.CaseWhereInput {
  if (reach === 'own') return { parties: { some: { party: { in: partiesOf(office) } } } };
  return { bodies: { some: placeWithin(office) } };
}

/** Rows of the office's body, of its region and of those below it. */
export function placeWithin({ bodyId, region }: Office) {
  if (bodyId === undefined || region === undefined) return { bodyId: { in: [] } };
  return { bodyId, ...regionWithin(region) };
}

/** Rows of this region and of those below it. */
export function regionWithin(region: string) {
  return { OR: [{ region }, { region: { startsWith: `${region}/` } }] };
}

/** How a reader stands to a case they may see. */
export interface Standing {
  /** The roles in which they see it. */
  readonly roles: readonly Role[];
  /** Of a body that handles or has handled it, or of the platform. */
  readonly seesAll: boolean;
  /** Handles it, or acts for a party that does more than follow it. */
  readonly takesPart: boolean;
  /** Acts for a party that only follows it, and nothing else: reads that things happened and not what people wrote. */
  readonly onlyFollows: boolean;
}

/** How the holder of this access stands to a case; null if it is not within it. */
export function standingIn(access: Access, row: Scoped): Standing | null {
  const entries = access.filter((entry) => isWithin(entry, row));
  if (entries.length === 0) return null;
  const isInside = entries.some(({ reach }) => reach !== 'own');
  const actsForParty = entries.some(
    ({ reach, office }) =>
      reach === 'own' && row.parties.some(({ party, follows }) => !follows && actsFor(office, party)),
  );
  return {
    roles: rolesOf(entries),
    seesAll: isInside,
    takesPart: actsForParty || entries.some(({ reach }) => reach === 'scope'),
    onlyFollows: !isInside && !actsForParty,
  };
}

/** Internal targets are reported to managers alone. */
export function maySeeTarget({ roles }: Pick<Standing, 'roles'>, legalEffect: boolean): boolean {
  return legalEffect || roles.includes('manager');
}

function isWithin({ reach, office }: Entry, { parties, bodies }: Scoped): boolean {
  if (reach === 'any') return true;
  if (reach === 'own') return parties.some(({ party }) => actsFor(office, party));
  return bodies.some((body) => isOfBody(office, body));
}

/**
 * @throws Refusal OUT_OF_SCOPE for staff, who may know that the case exists; NOT_FOUND for others, who may not.
 */
export function requireWithin<Row extends Scoped>(
  access: Access,
  row: Row | null,
): { readonly row: Row; readonly standing: Standing } {
  const standing = row === null ? null : standingIn(access, row);
  if (row !== null && standing !== null) return { row, standing };
  if (row !== null && isStaff(access)) refuseOutOfScope();
  refuse('NOT_FOUND', '没有这个案件。', 'There is no such case.');
}

/** The task, if it is within the access of a reader. @throws Refusal NOT_FOUND, OUT_OF_SCOPE */
export function taskWithin<Task extends { readonly case: Scoped }>(access: Access, task: Task | null): Task {
  if (task === null) return refuse('NOT_FOUND', '没有这项待办。', 'There is no such task.');
  if (standingIn(access, task.case) === null)
    refuse('OUT_OF_SCOPE', '待办不在您的机构或区域范围内。', 'The task is outside your body or region.');
  return task;
}

function refuseOutOfScope(): never {
  refuse(
    'OUT_OF_SCOPE',
    '案件不在您的机构或区域范围内。',
    'The case is outside your body or region, and no party of it is yours.',
  );
}
