/** How far a store is in what runs now: its set-up, and the targets of its trial, under the rules that its cases were opened with. */
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Case } from '../../../prisma/generated/client.ts';
import { shStoreValues } from '../../../rules/sh-store/config.ts';
import { judgeTrial, type TrialFigures } from '../../../rules/sh-store/trial.ts';
import { instantSchema, textSchema } from '../../http/schemas.ts';
import { rulesOf } from '../../views/rule-values.ts';

export const progressSchema = z.object({
  setUp: z
    .object({
      caseId: z.string(),
      decorationPublishedAt: instantSchema.nullable(),
      listed: z.int().meta({ description: 'Products listed now' }),
      needed: z.int().meta({ description: 'Products that have to be listed' }),
    })
    .nullable()
    .meta({ description: 'Null once the set-up is over (SH-STORE-06.5)' }),
  trial: z
    .object({
      caseId: z.string(),
      targets: z.array(
        z.object({
          figure: z.enum(['points', 'orders', 'products']),
          value: z.int(),
          test: textSchema,
          met: z.boolean(),
          missing: z.int().meta({ description: '0 where it is met' }),
        }),
      ),
    })
    .nullable()
    .meta({ description: 'The three targets, as the figures stand now; null where no trial runs (SH-STORE-07.6)' }),
});

type CaseOf = Pick<Case, 'id' | 'kind' | 'regime' | 'ruleVersion' | 'closedAt'>;
type Figures = TrialFigures & { readonly decorationPublishedAt: string | null };

/** @param cases those of the store that the reader may see */
export async function progressOf(
  database: Database,
  cases: readonly CaseOf[],
  figures: Figures,
): Promise<z.infer<typeof progressSchema>> {
  const open = (kind: string) => cases.find((one) => one.kind === kind && one.closedAt === null);
  const valuesOf = async ({ regime, ruleVersion }: CaseOf) =>
    shStoreValues(await rulesOf(database, regime, ruleVersion));
  const [setUp, trial] = [open('storeSetup'), open('trialOperation')];
  return {
    setUp:
      setUp === undefined
        ? null
        : {
            caseId: setUp.id,
            decorationPublishedAt: figures.decorationPublishedAt,
            listed: figures.products,
            needed: (await valuesOf(setUp))['setup.products'],
          },
    trial:
      trial === undefined
        ? null
        : {
            caseId: trial.id,
            targets: judgeTrial(figures, await valuesOf(trial)).targets.map(
              ({ figure, value, test, met, missing }) => ({ figure, value, test, met, missing }),
            ),
          },
  };
}
