/** Input schemas of the actions of a recommendation. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { endedByClearanceInputs } from '../ended-by-clearance-input.ts';
import { programmes } from './programmes.ts';

const notAYear = bilingual('应为 2020 至 2199 年间的年份。', 'must be a year from 2020 to 2199');

/** What the store is recommended for; each programme once. */
export const chosenProgrammes = titled(
  z
    .array(choice(programmes))
    .min(1, bilingual('请至少选择一项推荐内容。', 'choose at least one programme'))
    .max(3)
    .transform((chosen) => [...new Set(chosen)]),
  '推荐内容',
  'What it is recommended for',
);

export const programmeYear = titled(
  z.int(notAYear).min(2020, notAYear).max(2199, notAYear),
  '年度',
  'Year',
  text('测评和专项资金所属的公历年度。', 'Calendar year of the assessment and of the fund.'),
);

export const storeRecommendationInputs = {
  recommendStore: z.strictObject({ programmes: chosenProgrammes, year: programmeYear, reason }),
  declineRecommendation: z.strictObject({ reason }),
  endPublicity: z.strictObject({ reason }),
  ...endedByClearanceInputs,
};

export type StoreRecommendationInputs = {
  [A in keyof typeof storeRecommendationInputs]: z.output<(typeof storeRecommendationInputs)[A]>;
};
