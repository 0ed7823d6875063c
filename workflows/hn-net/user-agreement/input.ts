/** Input schemas of the actions of a version of the user agreement. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { day, note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { agreementChanges } from './agreement-form.ts';

export const userAgreementInputs = {
  reviseDraft: z.strictObject({ changes: titled(agreementChanges, '修改内容', 'Changes') }),
  checkTerms: z.strictObject({
    prominent: titled(
      z.boolean(bilingual('请选择是或否。', 'say yes or no')),
      '重大利害关系条款以显著方式提请注意',
      'Material terms are shown prominently',
    ),
    fair: titled(
      z.boolean(bilingual('请选择是或否。', 'say yes or no')),
      '条款公平，没有不公平地排除或者限制权利',
      'Terms are fair and exclude no right unfairly',
    ),
    reason,
  }),
  publish: z.strictObject({
    effectiveFrom: titled(
      day.optional(),
      '施行日',
      'First day in force',
      text(
        '不填则为此前版本的修改程序所允许的最早一日。',
        'Left out, the earliest day that the amendment procedure of the version before allows.',
      ),
    ),
    note: note.optional(),
  }),
  withdrawDraft: z.strictObject({ note: note.optional() }),
  supersede: z.strictObject({ version: z.int() }),
};

export type UserAgreementInputs = {
  [A in keyof typeof userAgreementInputs]: z.output<(typeof userAgreementInputs)[A]>;
};
