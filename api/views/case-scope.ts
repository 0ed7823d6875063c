/** Which cases a reader may see: as a condition of a query, and of one row. The two say the same (tested against each other). */
import type { Prisma } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { regionCovers } from '../../rules/roles.ts';
import type { Reach } from '../abilities.ts';
import type { Reader } from '../reader.ts';

/** What of a case decides who may see it. */
export interface Scoped {
  readonly subject: string;
  readonly bodyId: string;
  readonly region: string;
  readonly watchers: readonly string[];
}

/** Cases within reach of the reader, as a condition of a query (XC-05.5). */
export function casesWithin(reach: Reach, { actor }: Reader): Prisma.CaseWhereInput {
  switch (reach) {
    case 'any':
      return {};
    case 'scope':
      return actor.bodyId !== undefined && actor.region !== undefined
        ? { bodyId: actor.bodyId, ...regionWithin(actor.region) }
        : NOTHING;
    case 'watched':
      return { watchers: { has: actor.id } };
    case 'own':
      return actor.creditCode !== undefined ? { subject: actor.creditCode } : NOTHING;
  }
}

/** Rows of this region and of those below it. */
export function regionWithin(region: string) {
  return { OR: [{ region }, { region: { startsWith: `${region}/` } }] };
}

/** True if this case is within reach of the reader. */
export function isWithin(reach: Reach, { actor }: Reader, row: Scoped): boolean {
  switch (reach) {
    case 'any':
      return true;
    case 'scope':
      return actor.bodyId !== undefined && row.bodyId === actor.bodyId && regionCovers(actor.region, row.region);
    case 'watched':
      return row.watchers.includes(actor.id);
    case 'own':
      return actor.creditCode !== undefined && row.subject === actor.creditCode;
  }
}

/**
 * @throws Refusal OUT_OF_SCOPE for staff, who may know that the case exists; NOT_FOUND for others, who may not.
 */
export function requireWithin<Row extends Scoped>(reach: Reach, reader: Reader, row: Row | null): Row {
  if (row !== null && isWithin(reach, reader, row)) return row;
  if (row !== null && reach !== 'own') {
    refuse(
      'OUT_OF_SCOPE',
      '案件不在您的机构或区域范围内。',
      'The case is outside your body, region or recommendations.',
    );
  }
  refuse('NOT_FOUND', '没有这个案件。', 'There is no such case.');
}

const NOTHING: Prisma.CaseWhereInput = { id: { in: [] } };
