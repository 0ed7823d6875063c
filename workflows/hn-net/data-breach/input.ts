/** Input schemas of the actions of a leak. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { breachCauses, breachMeasures, leakedData, tellingWays } from '../../../rules/hn-net/data-breach.ts';
import { reportWays } from '../../../rules/hn-net/unlawful-content.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { instant, reason, shortLine } from '../../engine/input.ts';
import { inUnit, titled } from '../../engine/titled.ts';
import { fileIds, words } from '../dispute-input.ts';

/** What leaked, by kind. */
export const data = titled(
  z.array(choice(leakedData)).min(1).max(Object.keys(leakedData).length),
  '所涉信息',
  'Data concerned',
  text('可多选；只选类别，不写信息本身。', 'One or more kinds; never the data itself.'),
);

export const dataBreachInputs = {
  takeMeasures: z.strictObject({
    measures: titled(
      z.array(choice(breachMeasures)).min(1).max(Object.keys(breachMeasures).length),
      '采取的措施',
      'Measures',
      text('可多选。', 'One or more.'),
    ),
    takenAt: titled(instant, '采取措施时间', 'Time of the measures'),
    account: titled(
      words,
      '说明',
      'What was done',
      text('记入时间线，请勿写明个人信息。', 'Stands on the timeline: name no personal data.'),
    ),
    fileIds,
  }),
  reportToAuthority: z.strictObject({
    authority: titled(
      shortLine,
      '接受报告的部门',
      'Authority',
      text('网信、公安等有关主管部门。', 'The competent department, e.g. of cyberspace or public security.'),
    ),
    way: titled(choice(reportWays), '报告方式', 'Way'),
    reportNumber: titled(shortLine, '报告编号', 'Number of the report'),
    reportedAt: titled(instant, '报告时间', 'Time of the report'),
    fileIds,
  }),
  tellPersons: z.strictObject({
    persons: titled(inUnit(z.int().min(1).max(100_000_000), '人', 'persons'), '告知人数', 'Persons told'),
    way: titled(choice(tellingWays), '告知方式', 'Way'),
    toldAt: titled(instant, '告知时间', 'Time at which they were told'),
    message: titled(
      words,
      '告知内容',
      'What they were told',
      text(
        '泄露的信息种类、原因和可能的危害，已采取的措施，个人可以采取的措施，联系方式。',
        'Which kinds of data, why, and the harm it may do; what was done, what they can do, and whom to ask.',
      ),
    ),
    fileIds,
  }),
  recordRemedy: z.strictObject({
    remedy: titled(words, '整改内容', 'Remedy', text('如何防止再次发生。', 'How it is kept from happening again.')),
    remediedAt: titled(instant, '整改完成时间', 'Time of the remedy'),
    fileIds,
  }),
  addFindings: z.strictObject({
    account: titled(
      words,
      '情况说明',
      'What is known',
      text(
        '记入时间线，案件各方可见；请勿写明个人信息。',
        'Stands on the timeline, which all sides read: name no personal data.',
      ),
    ),
    fileIds,
  }),
  concludeBreach: z.strictObject({
    cause: titled(choice(breachCauses), '原因', 'Cause'),
    lesson: titled(words, '教训和改进', 'Lesson'),
    reason,
  }),
  dismissBreach: z.strictObject({ reason }),
};

export type DataBreachInputs = {
  [A in keyof typeof dataBreachInputs]: z.output<(typeof dataBreachInputs)[A]>;
};
