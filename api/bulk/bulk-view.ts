import type { z } from 'zod';
import type { BulkDecision, BulkDecisionItem } from '../../prisma/generated/client.ts';
import { instantOf } from '../../rules/time/index.ts';
import { problemOf } from '../http/problem.ts';
import { inBoth, type Text } from '../../rules/text.ts';
import type { ApiContext } from '../context.ts';
import type { bulkHeadSchema, bulkSchema, BulkRefusal, countsSchema, ItemStatus, NamedCase } from './bulk-schema.ts';

type Counts = z.infer<typeof countsSchema>;

/** A refusal as it is kept and told: in both languages, since it is read later. */
export function bulkRefusal(failure: unknown): BulkRefusal {
  const { code, message, facts = null, errors = [] } = problemOf(failure, '', 'zh-CN').problem;
  return { code, message, facts, errors: errors.map(({ field, message: words }) => ({ field, message: words })) };
}

type Contracts = ApiContext['contracts'];

/** {@link bulkHeadSchema}: a bulk decision in a list. */
export function headOf(
  contracts: Contracts,
  { id, action, createdAt, runsAt }: BulkDecision,
  statuses: readonly { readonly status: string; readonly count: number }[],
): z.infer<typeof bulkHeadSchema> {
  const of = (status: ItemStatus) => statuses.find((one) => one.status === status)?.count ?? 0;
  const counts: Counts = {
    waiting: of('WAITING'),
    done: of('DONE'),
    stale: of('STALE'),
    refused: of('REFUSED'),
    cancelled: of('CANCELLED'),
    failed: of('FAILED'),
  };
  const isDue = runsAt.getTime() <= Date.now();
  return {
    id,
    action,
    actionTitle: titleOf(contracts, action),
    createdAt: instantOf(createdAt.getTime()),
    runsAt: instantOf(runsAt.getTime()),
    status: counts.waiting === 0 ? 'ENDED' : isDue ? 'RUNNING' : 'WAITING',
    counts,
  };
}

/** What an action is called; several kinds of case have it by the same name. */
function titleOf(contracts: Contracts, action: string): Text {
  const titles = Object.values(contracts).flatMap(({ actions }) => actions[action]?.title ?? []);
  return titles[0] ?? inBoth(action);
}

/** {@link bulkSchema}: a bulk decision with what became of each case. */
export function bulkView(
  contracts: Contracts,
  named: ReadonlyMap<string, NamedCase>,
  row: BulkDecision & { readonly items: readonly BulkDecisionItem[] },
): z.infer<typeof bulkSchema> {
  return {
    ...headOf(
      contracts,
      row,
      row.items
        .map(({ status }) => status)
        .map((status, _index, all) => ({
          status,
          count: all.filter((one) => one === status).length,
        })),
    ),
    items: row.items.map(({ caseId, seenRevision, status, revision, refusal, endedAt }) => ({
      ...{ caseId, seenRevision, revision },
      case: named.get(caseId) ?? null,
      status: status as ItemStatus,
      refusal: refusal as BulkRefusal | null,
      endedAt: endedAt === null ? null : instantOf(endedAt.getTime()),
    })),
  };
}
