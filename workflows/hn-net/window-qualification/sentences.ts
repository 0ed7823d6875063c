/** What the timeline says of each action of a qualification (XC-05.3). */
import { disqualificationGrounds } from '../../../rules/hn-net/window.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { windowQualification } from './contract.ts';

export const windowQualificationSentences: SentencesOf<typeof windowQualification> = {
  recommend: ({ document }) => entry(text('文号', 'document'), document),
  recognise: ({ document }) => entry(text('文号', 'document'), document),
  proposeDisqualification: ({ ground }) => disqualificationGrounds[ground],
  stateCase: ({ statement, asksForHearing }) =>
    parts(statement, asksForHearing ? text('要求听证', 'a hearing is asked for') : undefined),
  recordHearing: ({ heldOn, record }) => parts(entry(text('日期', 'day'), dayInWords(heldOn)), record),
  cancelAfterSupervision: ({ ground }) => disqualificationGrounds[ground],
  disqualify: (_input, { before }) =>
    before.facts.proposal === null ? undefined : disqualificationGrounds[before.facts.proposal.ground],
};
