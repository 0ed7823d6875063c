/** Input schemas of the actions of a service request. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { scores } from '../../../rules/hn-net/evaluation.ts';
import { vouchers } from '../../../rules/hn-net/service-request.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { contactInput, note, reason } from '../../engine/input.ts';
import { inUnit, inYuan, titled, withWords } from '../../engine/titled.ts';
import { line } from '../../engine/typed.ts';
import { caseId, fileIds, platformId, words } from '../dispute-input.ts';
import { scoreTitles } from '../consumer-evaluation/form.ts';
import { provider } from '../complaint/input.ts';

const fee = titled(
  inYuan(z.number().min(0).max(100_000_000)),
  '服务费用',
  'Fee',
  text('约定的费用；公共服务一律为 0。', 'The fee agreed on; 0 for every public service.'),
);

export const serviceRequestInputs = {
  correctContact: contactInput,
  transferToPlatform: z.strictObject({
    body: titled(platformId, '接转给', 'Transfer to'),
    reason,
  }),
  transferToProvider: z.strictObject({
    provider,
    handlingDays: titled(
      inUnit(z.int().min(1).max(120).optional(), '个工作日', 'working days'),
      '公开的办理时限',
      'Published handling time',
      text(
        '该服务另有公开的办理时限的填写；不填则按平台服务指南公开的时限。',
        'Where another time was published for this service; that of the guide of the platform if left out.',
      ),
    ),
    reason,
  }),
  takeOn: z.strictObject({ fee: fee.default(0), reason }),
  acceptRequest: z.strictObject({ fee, note: note.optional() }),
  declineRequest: z.strictObject({ reason }),
  takeBack: z.strictObject({ reason }),
  startService: z.strictObject({ note: note.optional() }),
  completeService: z.strictObject({
    item: titled(line(200), '服务项目（产品）', 'Service item or product'),
    result: titled(
      words,
      '服务结果',
      'Result',
      text('提供了什么服务、结果如何。', 'What was done, and what came of it.'),
    ),
    voucher: titled(choice(vouchers), '发票或服务单据', 'Invoice or voucher'),
    fileIds,
  }),
  recordReturnVisit: z.strictObject({
    reached: titled(z.boolean(), '已联系到消费者', 'Consumer reached'),
    score: titled(
      withWords(z.literal(scores).optional(), { 'x-choices': scoreTitles }),
      '消费者评分',
      'Score',
      text('消费者回访时给出的评分；没有给的不填。', 'The score that the consumer gave; left out if none.'),
    ),
    note: titled(words, '回访情况', 'What was said'),
  }),
  serviceEvaluated: z.strictObject({ evaluationCaseId: caseId, provider, score: z.literal(scores) }),
  closeRequest: z.strictObject({ note: note.optional() }),
  endUnserved: z.strictObject({ reason }),
  withdrawRequest: z.strictObject({ reason: reason.optional() }),
};

export type ServiceRequestInputs = {
  [A in keyof typeof serviceRequestInputs]: z.output<(typeof serviceRequestInputs)[A]>;
};
