/** Input schemas of the actions of a mediation. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { packageRecipients } from '../../../rules/hn-net/data-package.ts';
import { failureReasons } from '../../../rules/hn-net/mediation.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import {
  confirmOutsideHours,
  day,
  fileId,
  instant,
  minutes,
  reason,
  serviceProof,
  shortLine,
  shortText,
} from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { packageInput } from '../data-release-input.ts';
import { fileIds, words } from '../dispute-input.ts';

const appointment = {
  at: titled(instant, '调解时间', 'Time of the session', text('调解会议开始的时间。', 'When the session begins.')),
  minutes,
  confirmOutsideHours,
  place: titled(
    shortLine,
    '调解地点',
    'Place',
    text('会议室，或者线上会议的链接。', 'Room, or the link of an online session.'),
  ),
  requirements: titled(
    z.array(shortText).max(10).default([]),
    '须准备的事项',
    'What to bring or prepare',
    text('每条一项。', 'One entry each.'),
  ),
};

const recipient = titled(choice(packageRecipients), '接收方', 'Recipient');
const position = titled(words, '意见', 'Position');
const performed = titled(z.boolean(), '已履行', 'Performed');
const performance = titled(words, '履行情况', 'How it was performed');
const sides = { consumer: text('消费者', 'the consumer'), provider: text('服务商', 'the provider') };

export const mediationInputs = {
  startMediation: z.strictObject({}),
  statePosition: z.strictObject({ position, fileIds }),
  recordPosition: z.strictObject({ side: titled(choice(sides), '争议一方', 'Side'), position }),
  scheduleSession: z.strictObject(appointment),
  moveSession: z.strictObject({ ...appointment, reason }),
  cancelSession: z.strictObject({ reason }),
  recordSession: z.strictObject({
    consumerPresent: titled(z.boolean(), '消费者到场', 'Consumer present'),
    providerPresent: titled(z.boolean(), '服务商到场', 'Provider present'),
    record: titled(words, '调解记录', 'Record', text('双方的意见和提出的方案。', 'What was said and proposed.')),
    fileIds,
  }),
  recordSettlement: z.strictObject({
    terms: titled(words, '和解内容', 'Terms', text('双方各自应做什么。', 'What each side does.')),
    fileId: titled(fileId, '和解协议书', 'Written settlement', text('双方签字的扫描件。', 'The scan, signed by both.')),
    signedByConsumerOn: titled(day, '消费者签字日期', 'Signed by the consumer on'),
    signedByProviderOn: titled(day, '服务商签字日期', 'Signed by the provider on'),
    performBy: titled(day, '履行期限', 'To be performed by'),
  }),
  declareFailure: z.strictObject({
    ground: titled(choice(failureReasons), '调解不成的情形', 'Why it failed'),
    reason: titled(
      reason,
      '理由',
      'Reason',
      text('做过哪些工作、仍有哪些争议；告知双方。', 'What was tried and what stays in dispute; told to both sides.'),
    ),
    serviceProof,
  }),
  applyToDepartment: z.strictObject({ note: titled(words.optional(), '备注', 'Note') }),
  waiveDepartment: z.strictObject({}),
  withdrawApplication: z.strictObject({ reason: reason.optional() }),
  reportPerformance: z.strictObject({ performed, note: performance, fileIds }),
  recordPerformance: z.strictObject({ performed, note: performance, fileIds }),
  requestData: z.strictObject({
    recipient,
    note: titled(
      words,
      '申请说明',
      'What is needed',
      text('通过何种渠道解决争议、需要哪些资料。', 'Which channel is used, and what is needed.'),
    ),
  }),
  releaseData: z.strictObject({
    recipient,
    recipientName: titled(
      shortLine.optional(),
      '接收方名称',
      'Name of the recipient',
      text('法院、机构或者部门的名称；消费者不填。', 'Name of the court, body or authority; none for the consumer.'),
    ),
    legalBasis: titled(shortText.optional(), '法律依据', 'Legal basis'),
    requestNumber: titled(shortLine.optional(), '来函文号', 'Number of the written request'),
    ...packageInput,
  }),
};

export type MediationInputs = { [A in keyof typeof mediationInputs]: z.output<(typeof mediationInputs)[A]> };
