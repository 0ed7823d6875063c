/** How the provincial platform begins the bulletins; each quarter that ends opens that of the next (AH-EVAL-05). Not for workflow code. */
import { z } from 'zod';
import { DEPARTMENT, PLATFORM } from '../../../rules/ah/bodies.ts';
import { anhuiBody, anhuiBodyOf, partyOfBody, provincialPlatform } from '../../../rules/ah/members.ts';
import { endOf, quarterCode } from '../../../rules/ah/quarters.ts';
import { refuse } from '../../../rules/refusal.ts';
import { isOfBody } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { addMonths, dayOf } from '../../../rules/time/index.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled, withWords } from '../../engine/titled.ts';
import { year } from '../member-input.ts';
import type { QuarterlyBulletinOpening } from './contract.ts';

const quarters = {
  1: text('第一季度', 'First quarter'),
  2: text('第二季度', 'Second quarter'),
  3: text('第三季度', 'Third quarter'),
  4: text('第四季度', 'Fourth quarter'),
} as const;

export const quarterlyBulletinIntake = intake({
  form: z.strictObject({
    year,
    quarter: titled(withWords(z.literal([1, 2, 3, 4]), { 'x-choices': quarters }), '季度', 'Quarter'),
  }),

  lookUp: (form) => ({ cases: [{ kind: 'quarterlyBulletin', about: `bulletin:${quarterCode(form)}` }] }),

  file({ form: { year: of, quarter }, filer, now, cases }): Filing {
    const opening: QuarterlyBulletinOpening = { year: of, quarter };
    if (!filer.offices.some((office) => isOfBody(office, provincialPlatform))) {
      refuse('OUT_OF_SCOPE', '季度通报由省综合服务平台汇总。', 'Bulletins are compiled by the provincial platform.');
    }
    if (cases.length > 0) {
      refuse('ALREADY_OPEN', '该季度的通报已建立。', 'There is a bulletin of this quarter.', { field: 'quarter' });
    }
    // Figures are read two years back, and the next one follows of itself.
    if (dayOf(endOf(opening)) < addMonths(dayOf(now), -12) || dayOf(endOf(opening)) > addMonths(dayOf(now), 12)) {
      refuse('INVALID_INPUT', '只能建立前后一年以内的季度通报。', 'A bulletin is begun within a year of its quarter.', {
        field: 'year',
      });
    }
    const platform = partyOfBody(PLATFORM);
    return {
      ...{ subject: platform, title: anhuiBody(PLATFORM).name.zh, parties: { platform: [platform] } },
      ...{ body: provincialPlatform, about: `bulletin:${quarterCode(opening)}`, opening },
      bodies: { platform: provincialPlatform, department: anhuiBodyOf(DEPARTMENT) },
    };
  },
});
