/** What the timeline says of each action of a mediation (XC-05.3). */
import { packageRecipients } from '../../../rules/hn-net/data-package.ts';
import { failureReasons } from '../../../rules/hn-net/mediation.ts';
import { changed, entry, listed, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayInWords, momentInWords } from '../../../rules/time/index.ts';
import { confirmedOutsideHours } from '../../engine/appointment.ts';
import { serviceInWords } from '../../engine/service.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { CaseState } from '../../engine/state.ts';
import { packageInWords } from '../data-release.ts';
import { mediation, type Side } from './contract.ts';
import type { MediationInputs } from './input.ts';

export const mediationSentences: SentencesOf<typeof mediation> = {
  statePosition: ({ position }) => position,
  recordPosition: ({ side, position }) => entry(sideTitle(side), position),
  scheduleSession: (session, { after }) => parts(momentInWords(session.at), ...placeAndMore(session, after)),

  moveSession: (session, { before, after }) => {
    const was = before.facts.session;
    const at = momentInWords(session.at);
    return parts(was === null ? at : changed(momentInWords(was.at), at), ...placeAndMore(session, after));
  },

  cancelSession: (_input, { before }) =>
    before.facts.session === null ? undefined : momentInWords(before.facts.session.at),

  recordSession: ({ consumerPresent, providerPresent, record }) =>
    parts(presence('consumer', consumerPresent), presence('provider', providerPresent), record),

  recordSettlement: ({ terms, signedByConsumerOn, signedByProviderOn, performBy }) =>
    parts(
      terms,
      entry(text('消费者签字', 'signed by the consumer'), dayInWords(signedByConsumerOn)),
      entry(text('服务商签字', 'signed by the provider'), dayInWords(signedByProviderOn)),
      entry(text('履行期限', 'to be performed by'), dayInWords(performBy)),
    ),

  declareFailure: ({ ground, serviceProof }) => parts(failureReasons[ground], serviceInWords(serviceProof)),
  reportPerformance: ({ performed }) => performance(performed),
  recordPerformance: ({ performed }) => performance(performed),
  requestData: ({ recipient }) => to(recipient),

  releaseData: ({ recipient, recipientName, legalBasis, requestNumber, fields, purpose }) =>
    parts(
      to(recipient),
      recipientName,
      legalBasis === undefined ? undefined : entry(text('法律依据', 'legal basis'), legalBasis),
      requestNumber === undefined ? undefined : entry(text('书面请求文号', 'written request'), requestNumber),
      ...packageInWords({ fields, purpose }),
    ),
};

function sideTitle(side: Side): Text {
  return mediation.parties[side].title;
}

function presence(side: Side, isPresent: boolean): Text {
  const { zh, en } = sideTitle(side);
  return isPresent ? text(`${zh}到场`, `${en} present`) : text(`${zh}未到场`, `${en} absent`);
}

function performance(performed: boolean): Text {
  return performed ? text('已履行', 'performed') : text('未履行', 'not performed');
}

function to(recipient: keyof typeof packageRecipients): Text {
  return entry(text('接收方', 'for'), packageRecipients[recipient].title);
}

function placeAndMore(session: MediationInputs['scheduleSession'], after: CaseState): Text[] {
  const { minutes, place, requirements } = session;
  const outside = confirmedOutsideHours(after, session);
  return [
    entry(text('地点', 'place'), place),
    text(`约 ${minutes} 分钟`, `about ${minutes} minutes`),
    ...(outside === undefined ? [] : [outside]),
    ...(requirements.length === 0 ? [] : [entry(text('要求', 'required'), listed(requirements))]),
  ];
}
