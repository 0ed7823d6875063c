/** Files a case from outside: the form is checked, held against the records, and becomes a case with its form in one transaction. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../prisma/client.ts';
import { newestRules } from '../../prisma/case-input.ts';
import { fileForm } from '../../prisma/file-form.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Person } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import { intakes } from '../../workflows/beside.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import type { Filed, FoundCase, FoundEntry, FoundThing, Intake, LookUp } from '../../workflows/engine/intake.ts';
import type { ApiContext } from '../context.ts';
import { requireOwnFiles } from '../files/kept-files.ts';
import { namedFiles } from '../files/named-files.ts';
import { findThings } from '../regimes.ts';
import { namingCases } from './naming-cases.ts';

/** Who files, and what. */
export interface CaseFiling {
  readonly kind: string;
  readonly form: object;
  readonly filer: Person;
  /** The party that the filer acts for. */
  readonly party: PartyKey;
  readonly filerName: string;
}

/** A kind of case that people file, with how. */
export interface FiledKind {
  readonly contract: ProcessContract;
  readonly intake: Intake;
  /** The roles that may file it; `contact` needs no account. */
  readonly by: readonly string[];
}

/** @throws Refusal NOT_FOUND if cases of this kind are not filed from outside */
export function filedKind({ contracts }: Pick<ApiContext, 'contracts'>, kind: string): FiledKind {
  const contract = Object.hasOwn(contracts, kind) ? contracts[kind] : undefined;
  const intake = intakes[kind];
  if (contract?.intake === undefined || intake === undefined) {
    const kinds = Object.keys(intakes).join(', ');
    return refuse(
      'NOT_FOUND',
      `没有可提交的案件类型“${kind}”；可提交：${kinds}。`,
      `No case of kind '${kind}' can be filed; these can: ${kinds}.`,
    );
  }
  return { contract, intake, by: contract.intake.by };
}

/**
 * Opens the case of a filing within the caller's transaction; its workflow is started after the commit.
 * @returns the id of the case
 * @throws Refusal of the intake, which says what is wrong with the form; InvalidInput for a file that is not the filer's own
 */
export async function fileCase(
  context: ApiContext,
  tx: Transaction,
  filing: CaseFiling,
  now: Instant,
): Promise<string> {
  const { kind, form, filer, party, filerName } = filing;
  const { contract, intake } = filedKind(context, kind);
  const needed = intake.lookUp?.(form, party) ?? {};
  await lockFiling(tx, kind, party, needed);
  await requireOwnFiles(tx, filer.id, namedFiles(form));
  const found = await lookUp(tx, contract.regime, needed);
  const filed: Filed<unknown> = {
    form,
    filer,
    party,
    filerName,
    now,
    rules: (await newestRules(tx, contract.regime)).values,
    ...found,
  };
  const { subject, title, parties, body, bodies, about, opening } = await namingCases(tx, () => intake.file(filed));
  const id = `${contract.prefix}-${randomUUID()}`;
  await context.gateway.openCase(tx, {
    id,
    kind,
    subject,
    title,
    ...body,
    openedById: filer.id,
    openedAt: now,
    priority: 0,
    ...(about !== undefined && { about }),
    parties,
    ...(bodies !== undefined && { bodies }),
    opening,
  });
  await fileForm(tx, { caseId: id, version: 1, data: form, filedById: filer.id, filedAt: now });
  return id;
}

/**
 * One filing of a kind at a time for a party, and for whatever it looks for earlier cases of its kind by, so that what is refused twice is not let
 * through side by side, whoever files it. In one order, so that no two filings wait for each other.
 */
async function lockFiling(tx: Transaction, kind: string, party: PartyKey, { cases = [] }: LookUp): Promise<void> {
  const things = cases.filter((one) => one.kind === kind).flatMap(({ subject, about }) => about ?? subject ?? []);
  for (const thing of [...new Set([party, ...things])].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`filing:${kind}:${thing}`}, 0))`;
}

async function lookUp(
  tx: Transaction,
  regime: string,
  { entries = [], registers = [], cases = [], things = [] }: LookUp,
): Promise<{ entries: FoundEntry[]; cases: FoundCase[]; things: FoundThing[] }> {
  const wanted = [...entries, ...registers.map((register) => ({ register }))];
  const rows = wanted.length === 0 ? [] : await tx.registerEntry.findMany({ where: { OR: wanted } });
  const found =
    cases.length === 0
      ? []
      : await tx.case.findMany({
          where: { OR: [...cases] },
          orderBy: { openedAt: 'asc' },
          select: { id: true, kind: true, subject: true, about: true, stage: true, closedAt: true, opening: true },
        });
  return {
    entries: rows.map(({ register, party, name, status, bodyId, region, validFrom, data }) => ({
      ...{ register, party, name, status, bodyId, region, validFrom },
      data: data as Record<string, unknown>,
    })),
    cases: found.map(({ id, kind, subject, about, stage, closedAt, opening }) => ({
      ...{ id, kind, subject, about, stage },
      isOpen: closedAt === null,
      opening: opening as Record<string, unknown>,
    })),
    things: await findThings(tx, regime, things),
  };
}
