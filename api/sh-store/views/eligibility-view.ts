import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Case } from '../../../prisma/generated/client.ts';
import type { EligibilityResult, Waiver } from '../../../rules/sh-store/eligibility.ts';
import { shStoreValues } from '../../../rules/sh-store/config.ts';
import type { StoreApplicationFacts } from '../../../workflows/sh-store/store-application/contract.ts';
import { eligibilityOf as asReviewed } from '../../../workflows/sh-store/store-application/review.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { RecordedState, RuleValues } from '../../../workflows/engine/state.ts';
import type { ConditionsJudged } from '../../regimes.ts';
import { textSchema } from '../../http/schemas.ts';
import { rulesOf } from '../../views/rule-values.ts';

/** The entry conditions, item by item (SH-STORE-01, table 4.1). */
export const eligibilitySchema = z
  .object({
    overall: z.enum(['ELIGIBLE', 'TRIAL_CANDIDATE', 'INELIGIBLE']),
    blocked: z.boolean(),
    openJudgements: z.array(z.string()),
    conditions: z.array(
      z.object({ condition: z.int(), title: textSchema, status: z.string(), notMet: z.array(z.string()) }),
    ),
    items: z.array(
      z.object({
        id: z.string(),
        key: z.string(),
        condition: z.int(),
        title: textSchema,
        status: z.enum(['MET', 'NOT_MET', 'WAIVED', 'NEEDS_JUDGEMENT']),
        found: textSchema,
        needed: textSchema,
        clause: z.string(),
        waivable: z.string(),
        relaxedFor: textSchema.optional(),
        waivedBy: z.string().optional().meta({ description: 'The account that waived it; see `people` of the case' }),
      }),
    ),
    explanations: z.array(textSchema),
  })
  .meta({ id: 'Eligibility' });

/** The eligibility of an application as its case stands, under the rules it was opened with. */
export async function eligibilityView(
  database: Database,
  { regime, ruleVersion }: Pick<Case, 'regime' | 'ruleVersion'>,
  state: RecordedState,
): Promise<z.infer<typeof eligibilitySchema>> {
  const rules = await rulesOf(database, regime, ruleVersion);
  const facts = state.facts as StoreApplicationFacts;
  const { items, ...seen } = eligibilityOf(asReviewed(facts, shStoreValues(rules)));
  return { ...seen, items: items.map((item) => ({ ...item, ...waivedBy(facts, item) })) };
}

/** Who waived a condition: whose reason it was waived for. */
function waivedBy(
  { waivers, overrides }: StoreApplicationFacts,
  {
    key,
    status,
    relaxedFor,
  }: { readonly key: string; readonly status: string; readonly relaxedFor?: Text | undefined },
): { readonly waivedBy?: string } {
  if (status !== 'WAIVED') return {};
  const given = [waivers, overrides].map((of: Readonly<Record<string, Waiver | undefined>>) => of[key]);
  const by = given.find((one) => one !== undefined && relaxedFor?.zh.endsWith(one.reason.trim()))?.by;
  return by === undefined ? {} : { waivedBy: by };
}

const OVERALL: Readonly<Record<EligibilityResult['overall'], Text>> = {
  ELIGIBLE: text('符合准入条件', 'eligible'),
  TRIAL_CANDIDATE: text('可申请试运营', 'a candidate for a trial'),
  INELIGIBLE: text('不符合准入条件', 'not eligible'),
};

/** The conditions of an application as its records have it, under these rules. */
export function conditionsUnder(state: RecordedState, rules: RuleValues): ConditionsJudged {
  const { overall, items } = asReviewed(state.facts as StoreApplicationFacts, shStoreValues(rules));
  const notMet = items.filter(({ status }) => status === 'NOT_MET').map(({ title }) => title);
  return { result: overall, inWords: OVERALL[overall], notMet };
}

/** {@link eligibilitySchema} of a result of the rules. */
export function eligibilityOf({
  overall,
  blocked,
  openJudgements,
  conditions,
  items,
  explanations,
}: EligibilityResult): z.infer<typeof eligibilitySchema> {
  return {
    overall,
    blocked,
    openJudgements: [...openJudgements],
    conditions: conditions.map(({ condition, title, status, notMet }) => ({
      condition,
      title,
      status,
      notMet: [...notMet],
    })),
    items: items.map((item) => ({ ...item })),
    explanations: [...explanations],
  };
}
