/** How the province puts a title on record (HN-BASE-05.1). */
import { z } from 'zod';
import { PROVINCE } from '../../../rules/hn-base/bodies.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { creditCodeOf, isCreditCode } from '../../../rules/parties/credit-code.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { namedCase } from '../../engine/case-number.ts';
import { day } from '../../engine/input.ts';
import { intake } from '../../engine/intake.ts';
import { orNull, refersTo, titled } from '../../engine/titled.ts';
import { line, nameLine } from '../../engine/typed.ts';
import { provinceBody } from '../words.ts';
import type { BaseTitleOpening } from './contract.ts';

const kind = 'baseTitle';

/** The batch whose last day the call states. */
const STATED_BATCH = 2016;

const form = z.strictObject({
  holder: titled(
    refersTo(
      line(60)
        .overwrite(creditCodeOf)
        .refine(isCreditCode, bilingual('应为 18 位统一社会信用代码。', 'must be a credit code of 18 characters')),
      'party',
    ),
    '持有单位统一社会信用代码',
    'Credit code of the holder',
  ),
  name: titled(nameLine(100), '基地名称', 'Name of the base'),
  batch: titled(z.int().min(2000).max(2199), '公布年份', 'Year of the announcement'),
  validFrom: titled(day, '有效期首日', 'First day of the title'),
  validTo: titled(
    orNull(day).default(null),
    '有效期末日',
    'Last day of the title',
    text('2016年批次不填，按通知为2019年12月。', 'Left out for the batch of 2016, which the call says.'),
  ),
});

export const baseTitleIntake = intake({
  form,

  lookUp: ({ holder }) => ({ cases: [{ kind, subject: holder }] }),

  file({ form: { holder, name, batch, validFrom, validTo }, filer, rules, cases }) {
    if (!filer.offices.some(({ role, bodyId }) => role === 'manager' && bodyId === PROVINCE)) {
      refuse('OUT_OF_SCOPE', '称号由省级主管部门登记。', 'The provincial department puts titles on record.');
    }
    const open = cases.find(({ isOpen }) => isOpen);
    if (open !== undefined) {
      refuse(
        'ALREADY_OPEN',
        `该单位已有有效称号（案件 ${namedCase(open.id)}）。`,
        `It holds a title already (case ${namedCase(open.id)}).`,
        {
          facts: { caseId: open.id },
        },
      );
    }
    const last = validTo ?? (batch === STATED_BATCH ? String(rules['base.validity']) : null);
    if (last === null) {
      refuse('INVALID_INPUT', '请填写有效期末日。', 'Give the last day of the title.', { field: 'validTo' });
    }
    if (last < validFrom) {
      refuse('INVALID_INPUT', '有效期末日不能早于首日。', 'The last day cannot lie before the first.', {
        field: 'validTo',
      });
    }
    const opening: BaseTitleOpening = { name, batch, validFrom, validTo: last };
    const body = provinceBody();
    return { subject: holder, title: name, parties: { base: [holder] }, body, bodies: { province: body }, opening };
  },
});
