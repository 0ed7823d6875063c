/** Input schemas of the actions of a registration. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { contestResults } from '../../../rules/hn-net/credit.ts';
import { refusalReasons } from '../../../rules/hn-net/refusal-reasons.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { choice, some } from '../../engine/choice.ts';
import { contactInput, day, note, reason, shortText } from '../../engine/input.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { line } from '../../engine/typed.ts';
import { caseId, fileIds, words } from '../dispute-input.ts';
import { platformMove } from '../platform-move.ts';
import { providerChanges } from './form-schema.ts';

const ground = titled(
  choice(refusalReasons),
  '事由',
  'Ground',
  text('限于规定的事由（HN-NET-05.1）。', 'Of the fixed list (HN-NET-05.1).'),
);

const withheld = titled(
  z
    .array(
      z.strictObject({
        service: titled(refersTo(line(20), 'service'), '服务（商品）', 'Service'),
        reason: titled(shortText, '不公示的理由', 'Reason'),
      }),
    )
    .max(100),
  '不公示的服务（商品）',
  'Services that are not shown',
  text(
    '申报内容不实或者不良的服务（商品），不予公示（HN-NET-06.5）。',
    'Services on which what was filed is bad or false (HN-NET-06.5).',
  ),
);

const returned = {
  items: titled(
    z.array(shortText).min(1).max(30),
    '须更正的事项',
    'What is to be put right',
    text('每条一项。', 'One entry each.'),
  ),
  reason,
};
const changes = titled(
  providerChanges,
  '变更内容',
  'Changes',
  text(
    '只填有变化的；资质、须经许可的业务和服务须整份填写。',
    'What has changed; permits, trades and services are given whole.',
  ),
);

export const providerRegistrationInputs = {
  correctContact: contactInput,
  register: z.strictObject({ withheld: withheld.default([]), note: note.optional() }),
  returnApplication: z.strictObject({
    ...returned,
    until: titled(
      day.optional(),
      '更正期限',
      'To be corrected by',
      text('更正的最后一日；不填则不限期。', 'Last day to correct it; without one there is no time limit.'),
    ),
  }),
  correctApplication: z.strictObject({ changes, note: note.optional() }),
  refuseRegistration: z.strictObject({ ground, reason }),
  withdraw: z.strictObject({ reason: reason.optional() }),
  submitData: z.strictObject({
    changes: changes.default({}),
    confirmed: titled(
      z.literal(
        true,
        bilingual('请确认其余登记信息真实有效。', 'Confirm that all else that is registered is true and valid'),
      ),
      '确认其余登记信息真实有效',
      'All else is true and valid',
      text(
        '未变更的登记信息仍真实有效（HN-NET-06.2）。',
        'All else that is registered is still true and valid (HN-NET-06.2).',
      ),
    ),
    note: note.optional(),
  }),
  verify: z.strictObject({
    withheld: titled(
      withheld.optional(),
      '不公示的服务（商品）',
      'Services that are not shown',
      text(
        '自即日起不公示的；不填则与此前相同。',
        'Services that are not shown from now on; left out, those of before.',
      ),
    ),
    note: note.optional(),
  }),
  returnData: z.strictObject(returned),
  suspendListing: z.strictObject({ ground, reason }),
  restoreListing: z.strictObject({ ground, reason }),
  deregister: z.strictObject({ ground, reason }),
  leave: z.strictObject({ reason: reason.optional() }),
  contestCredit: z.strictObject({
    entry: titled(
      refersTo(caseId, 'creditEntry'),
      '有异议的记录',
      'Entry',
      text(
        '记录所依据的投诉、违法信息或者服务(商品)信息案件。',
        'The case of the complaint, breach or offer that it rests on.',
      ),
    ),
    statement: titled(words, '异议和理由', 'What is wrong with it'),
    fileIds,
  }),
  decideContest: z.strictObject({
    entry: titled(refersTo(caseId, 'creditEntry'), '有异议的记录', 'Entry'),
    decision: titled(choice(some(contestResults, 'UPHELD', 'REMOVED')), '决定', 'Decision'),
    reason,
  }),
  moveToPlatform: platformMove,
};

export type ProviderRegistrationInputs = {
  [A in keyof typeof providerRegistrationInputs]: z.output<(typeof providerRegistrationInputs)[A]>;
};
