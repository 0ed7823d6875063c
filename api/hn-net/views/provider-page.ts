/** What the records show the public of a provider: its page, its evaluations, its credit record (HN-NET-06.4, 12.1, 19.1). */
import { complaintReasons } from '../../../rules/hn-net/complaint.ts';
import type { HnNetValues } from '../../../rules/hn-net/config.ts';
import {
  contestResults,
  creditResults,
  creditWarning,
  upheldComplaints,
  type CreditRecord,
} from '../../../rules/hn-net/credit.ts';
import { evaluationFigures, type EvaluationFigures } from '../../../rules/hn-net/evaluation-figures.ts';
import { dataOf, providerPage, type ProviderPage } from '../../../rules/hn-net/provider-entry.ts';
import type { ProviderForm } from '../../../rules/hn-net/provider.ts';
import { contentBreaches } from '../../../rules/hn-net/unlawful-content.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Text } from '../../../rules/text.ts';
import { dayOf, type Day, type Instant } from '../../../rules/time/index.ts';
import { newestRules } from '../../../prisma/case-input.ts';
import type { Database } from '../../../prisma/client.ts';
import {
  evaluationOnRecord,
  type ConsumerEvaluationFacts,
} from '../../../workflows/hn-net/consumer-evaluation/contract.ts';
import { hnNet } from '../../../workflows/hn-net/regime.ts';
import { registers } from '../../../workflows/hn-net/words.ts';

export interface ShownProvider {
  readonly page: ProviderPage;
  readonly bodyId: string;
  readonly registeredOn: Day | null;
  readonly verifiedOn: Day;
}

/** @throws Refusal NOT_FOUND for one that is not in the register, or no more */
export async function shownProvider(database: Database, party: string, now: Instant): Promise<ShownProvider> {
  const entry = await database.registerEntry.findUnique({
    where: { register_party: { register: registers.providers, party } },
  });
  if (entry === null) return refuseUnknown();
  const { status, caseId, bodyId, validFrom } = entry;
  const standing = { status, data: entry.data as Record<string, unknown> };
  const { formVersion: version, verifiedOn } = dataOf(standing);
  const form = await database.form.findUnique({ where: { caseId_version: { caseId, version } } });
  const page = form && providerPage(form.data as unknown as ProviderForm, standing, dayOf(now));
  if (page === null) return refuseUnknown();
  return { page, bodyId, registeredOn: validFrom, verifiedOn };
}

/** Figures of all evaluations, those of hidden ones as a number alone. */
export async function figuresOf(database: Database, party: string): Promise<EvaluationFigures> {
  const [rows, { values }] = await Promise.all([
    database.$queryRaw<({ stage: string } & Pick<ConsumerEvaluationFacts, 'score' | 'report'>)[]>`
      SELECT "stage", ("state"->'facts'->>'score')::int AS "score", "state"->'facts'->'report' AS "report"
      FROM "Case" JOIN "CaseParty" ON "CaseParty"."caseId" = "Case"."id" AND "name" = 'provider' AND "party" = ${party}
      WHERE "kind" = 'consumerEvaluation' AND "revision" > 0`,
    newestRules(database, hnNet.code),
  ]);
  const onRecord = rows.map(({ stage, ...facts }) => evaluationOnRecord(stage, facts));
  return evaluationFigures(onRecord, values as unknown as HnNetValues);
}

export interface ShownCredit {
  /** Complaints that stand against the provider. */
  readonly upheld: number;
  /** How many entries stand, where consumers are warned of them; null where they are too few (HN-NET-12.1). */
  readonly warning: number | null;
  readonly complaints: readonly {
    readonly result: Text;
    readonly upheldOn: Day;
    readonly breached: readonly Text[];
    readonly reopenedOn: Day | null;
    readonly reversedOn: Day | null;
    readonly contest: ShownContest | null;
  }[];
  readonly violations: readonly {
    readonly breach: Text;
    readonly clause: string;
    readonly foundOn: Day;
    readonly liftedOn: Day | null;
    readonly contest: ShownContest | null;
  }[];
}

/** What the provider has against an entry (HN-NET-12.2). */
export interface ShownContest {
  readonly status: Text;
  readonly contestedOn: Day;
  readonly decidedOn: Day | null;
}

/** What stands in the credit record of the provider, the latest first, with what became of it; not who complained or reported. */
export async function creditOf(database: Database, party: string): Promise<ShownCredit> {
  const [entry, { values }] = await Promise.all([
    database.registerEntry.findUnique({
      where: { register_party: { register: registers.credit, party } },
      select: { data: true },
    }),
    newestRules(database, hnNet.code),
  ]);
  const record = (entry?.data ?? {}) as CreditRecord;
  const complaints = Object.entries(record.complaints ?? {})
    .map(([id, { result, upheldOn, breached, reopenedOn = null, reversedOn = null }]) => ({
      result: creditResults[result],
      upheldOn,
      breached: breached.map((code) => complaintReasons[code].title),
      reopenedOn,
      reversedOn,
      contest: contestOf(record, id),
    }))
    .sort((a, b) => (a.upheldOn < b.upheldOn ? 1 : -1));
  const violations = Object.entries(record.violations ?? {})
    .map(([id, { breach, foundOn, liftedOn = null }]) => {
      const { title, clause } = contentBreaches[breach];
      return { breach: title, clause, foundOn, liftedOn, contest: contestOf(record, id) };
    })
    .sort((a, b) => (a.foundOn < b.foundOn ? 1 : -1));
  const warning = creditWarning(record, (values as unknown as HnNetValues)['credit.warnFrom']);
  return { upheld: upheldComplaints(record), warning, complaints, violations };
}

function contestOf({ contests = {} }: CreditRecord, id: string): ShownContest | null {
  const contest = contests[id];
  if (contest === undefined) return null;
  const { status, contestedOn, decidedOn = null } = contest;
  return { status: contestResults[status], contestedOn, decidedOn };
}

function refuseUnknown(): never {
  return refuse('NOT_FOUND', '平台网络没有登记该服务商。', 'No such provider is registered on the network.');
}
