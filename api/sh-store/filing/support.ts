/** What bears on an application beside its figures: recommendations, invitations, bars, an application under way. */
import type { Transaction } from '../../../prisma/client.ts';
import type { Bar, Case, Recommendation } from '../../../prisma/generated/client.ts';
import { citation } from '../../../rules/notices/citation.ts';
import { refuse } from '../../../rules/refusal.ts';
import { firstAdmissibleDay, type Bar as RuleBar } from '../../../rules/sh-store/bars.ts';
import type {
  Invitation,
  Recommendation as RuleRecommendation,
  RecommenderKind,
} from '../../../rules/sh-store/routes.ts';
import { addDays, dayOf, instantOf, type Day } from '../../../rules/time/index.ts';
import { shStore } from '../../../workflows/sh-store/regime.ts';
import type { RecordedState } from '../../../workflows/engine/state.ts';

const RECOMMENDERS: Readonly<Record<string, RecommenderKind>> = {
  MUNICIPAL: 'MUNICIPAL_SME_DEPARTMENT',
  DISTRICT: 'DISTRICT_SME_DEPARTMENT',
  STREET: 'STREET_OFFICE',
};

/** The recommendation to rely on: the one that is named, or the latest for the institution; null if there is none. */
export async function findRecommendation(
  tx: Transaction,
  creditCode: string,
  id: string | undefined,
): Promise<Recommendation | null> {
  if (id === undefined) {
    const latest = await tx.recommendation.findMany({
      where: { creditCode },
      orderBy: { createdAt: 'desc' },
      take: 20,
    });
    return latest.find(({ level }) => level !== 'STREET') ?? latest[0] ?? null;
  }
  const named = await tx.recommendation.findFirst({ where: { id, creditCode } });
  return (
    named ??
    refuse('INVALID_INPUT', '没有针对该机构的这份推荐。', 'There is no such recommendation of this institution.', {
      field: 'recommendationId',
    })
  );
}

/** A recommendation as the rules speak of it. */
export function asRule({ level, department, documentNumber }: Recommendation): RuleRecommendation {
  return { recommender: RECOMMENDERS[level] ?? 'OTHER', department, documentNumber };
}

/** An open invitation of the institution, as the case of the invitation has it (SH-STORE-02.3, 02.4). */
export async function findInvitation(
  tx: Transaction,
  creditCode: string,
  id: string,
): Promise<{ caseId: string; invitation: Invitation }> {
  const row = await tx.case.findFirst({ where: { id, kind: 'storeInvitation', subject: creditCode } });
  if (row === null) {
    return refuse('INVALID_INPUT', '没有针对该机构的这份邀约。', 'There is no such invitation of this institution.', {
      field: 'invitationId',
    });
  }
  if (row.closedAt !== null) {
    return refuse(
      'CASE_CLOSED',
      '该邀约已失效、谢绝或已使用。',
      'The invitation has lapsed, was declined or has been used.',
      { facts: { outcome: row.outcome } },
    );
  }
  const lastDay = await lastDayOf(tx, row);
  return {
    caseId: row.id,
    invitation: { invitedOn: dayOf(instantOf(row.openedAt.getTime())), lastDay, acceptedOn: null },
  };
}

async function lastDayOf(tx: Transaction, row: Case): Promise<Day> {
  const deadline = await tx.deadline.findFirst({
    where: { caseId: row.id, name: 'acceptance', status: 'OPEN' },
    orderBy: { entry: 'desc' },
  });
  const known = (row.state as unknown as RecordedState | null)?.deadlines[0]?.lastDay;
  const lastDay = deadline?.lastDay ?? known;
  return (
    lastDay ??
    refuse('CASE_NOT_READY', '该邀约正在生成，请稍后再试。', 'The invitation is just being opened; try again shortly.')
  );
}

/**
 * Bars of other regimes do not count (XC-06.1).
 * @throws Refusal BARRED with the first admissible day while a bar of the institution runs (SH-STORE-03.6, 03.8)
 */
export async function refuseBarred(tx: Transaction, creditCode: string, on: Day): Promise<void> {
  const rows = await tx.bar.findMany({
    where: { party: creditCode, regime: shStore.code, liftedAt: null, lastDay: { gte: on } },
  });
  const running = rows.find(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay);
  if (running === undefined) return;
  const first = firstAdmissibleDay(rows.map(barOf), on);
  refuse(
    'BARRED',
    `该机构处于不受理期内（${citation(shStore.citations, running.clause, 'zh-CN')}），${first} 起可以申请。`,
    `No application of this institution is accepted now (${citation(shStore.citations, running.clause, 'en')}); the first admissible day is ${first}.`,
    {
      facts: {
        firstAdmissibleDay: first,
        barId: running.id,
        clause: running.clause,
        firstDay: running.firstDay,
        lastDay: running.lastDay,
      },
    },
  );
}

/** A stored bar as the rules speak of it. */
function barOf({ ground, firstDay, lastDay, clause, firm }: Bar): RuleBar {
  return {
    cause: ground === 'NO_SHOW' ? 'NO_SHOW' : 'CLEARANCE',
    firstDay,
    lastDay,
    firstAdmissibleDay: addDays(lastDay, 1),
    clause,
    firm,
  };
}

/** @throws Refusal ALREADY_OPEN with the id of the application under way (SH-STORE-03.7). */
export async function refuseSecond(tx: Transaction, creditCode: string): Promise<void> {
  const open = await tx.case.findFirst({
    where: { kind: 'storeApplication', subject: creditCode, closedAt: null },
    select: { id: true },
  });
  if (open === null) return;
  refuse(
    'ALREADY_OPEN',
    '该机构已有一件开店申请正在办理。',
    'An application of this institution is under way already.',
    { facts: { caseId: open.id } },
  );
}
