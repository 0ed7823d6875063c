/** Mails of a complaint about a member (AH-EVAL-08). */
import { text } from '../../../rules/text.ts';
import { complaintWordings } from '../../disputes/complaint/wording.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { memberComplaint } from './contract.ts';
import { terms } from './terms.ts';

export const memberComplaintWording: WordingsOf<typeof memberComplaint> = complaintWordings({
  respondent: terms.respondent,
  meanwhile: text('补充证据，也可以撤回投诉', 'add evidence or withdraw the complaint'),
  answer: text(
    '请尽快在平台提交答复说明和证据。省综合服务平台接到并核实为服务机构责任的，计入年度综合评价的减分项。',
    'Please answer on the platform soon, with your evidence. A complaint that the provincial platform received and verified as your responsibility is a deduction in the annual evaluation.',
  ),
  nothingFollows: text('也不计入年度综合评价', 'it does not count in the annual evaluation'),
});
