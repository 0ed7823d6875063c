/** The bulletin of a quarter as the records have it (AH-EVAL-05). */
import { memberRows } from '../../../prisma/ah/members.ts';
import { networkFigures } from '../../../prisma/ah/network-figures.ts';
import type { Database } from '../../../prisma/client.ts';
import { bulletinRows } from '../../../rules/ah/bulletin.ts';
import { firstDayOf, lastDayOfQuarter, type Quarter } from '../../../rules/ah/quarters.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { RecordedState } from '../../../workflows/engine/state.ts';
import {
  quarterlyBulletin,
  type BulletinRow,
  type QuarterlyBulletinFacts,
} from '../../../workflows/ah/quarterly-bulletin/contract.ts';
import { isOfNetwork, membersWithin } from './members-within.ts';
import { accessOf, type Access } from '../../abilities.ts';
import type { Reader } from '../../reader.ts';
import { requireWithin, SCOPED, standingIn } from '../../views/case-scope.ts';

export interface BulletinSeen {
  readonly facts: QuarterlyBulletinFacts;
  readonly stage: string;
  readonly outcome: string | null;
  /** Null to who may not open the case. */
  readonly caseId: string | null;
}

/**
 * The bulletin of a quarter. One that was issued goes to the whole network, whose figures it makes public there; before that it is for those
 * who may open its case. While the quarter runs its figures are as of now (AH-EVAL-05.1).
 * @param quarter e.g. `2025-Q3`
 * @throws Refusal NOT_FOUND, OUT_OF_SCOPE
 */
export async function bulletinOf(
  database: Database,
  { reader, access }: { readonly reader: Reader; readonly access: Access },
  quarter: string,
): Promise<BulletinSeen> {
  const row = await database.case.findFirst({
    where: { kind: quarterlyBulletin.kind, about: `bulletin:${quarter}`, revision: { gt: 0 } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: { ...SCOPED, id: true, stage: true, outcome: true, state: true },
  });
  const facts = (row?.state as unknown as RecordedState<QuarterlyBulletinFacts> | null)?.facts;
  if (row === null || facts === undefined) return refuseUnknown(quarter);
  const ofCase = accessOf('case.read', reader.person);
  const mayOpen = standingIn(ofCase, row) !== null;
  const isIssued = row.outcome === 'ISSUED';
  if (!mayOpen && !(isIssued && (await belongs(database, access)))) {
    if (!isIssued) requireWithin(ofCase, row);
    return refuseUnknown(quarter);
  }
  const shown = facts.asOf === null ? { ...facts, rows: await runningRows(database, facts) } : facts;
  return { facts: shown, stage: row.stage, outcome: row.outcome, caseId: mayOpen ? row.id : null };
}

async function runningRows(database: Database, quarter: Quarter): Promise<BulletinRow[]> {
  const days = { from: firstDayOf(quarter), until: lastDayOfQuarter(quarter) };
  return bulletinRows(await networkFigures(database, days), quarter);
}

async function belongs(database: Database, access: Access): Promise<boolean> {
  if (isOfNetwork(access)) return true;
  const asked = { within: membersWithin(access), status: 'MEMBER' } as const;
  return (await memberRows(database, asked, { after: null, limit: 1 })).length > 0;
}

function refuseUnknown(quarter: string): never {
  return refuse(
    'NOT_FOUND',
    `没有这个季度（${quarter}）的通报。`,
    `There is no bulletin of this quarter (${quarter}).`,
  );
}
