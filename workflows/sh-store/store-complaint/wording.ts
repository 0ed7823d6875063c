/** Mails of a complaint about a store (SH-STORE-14). */
import { text } from '../../../rules/text.ts';
import { complaintWordings } from '../../disputes/complaint/wording.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { storeComplaint } from './contract.ts';
import { terms } from './terms.ts';

export const storeComplaintWording: WordingsOf<typeof storeComplaint> = complaintWordings({
  respondent: terms.respondent,
  meanwhile: text('补充证据，也可以撤回投诉', 'add evidence or withdraw the complaint'),
  answer: text(
    '请在下列期限内在平台提交答复说明和证据。期满未答复的，中心根据已有材料调查处理并认定责任；认定店铺有责的，计入有责投诉次数，' +
      '有责投诉达到规定次数的，属于清退情形。',
    'Please answer on the platform, with your evidence, within the time below. Without an answer the Centre decides on what it has; ' +
      'a complaint upheld against the store is counted, and so many of them are a ground for clearance.',
  ),
  nothingFollows: text('也不计入有责投诉次数', 'it does not count against the store'),
});
