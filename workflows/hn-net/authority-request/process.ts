/** A written request of an authority or court, 第八条第六项: answered with a data package that is logged, or refused with reasons. */
import { HUB } from '../../../rules/hn-net/network.ts';
import { asksForData, asksForMeasures } from '../../../rules/hn-net/authority-request.ts';
import { packageRecipients } from '../../../rules/hn-net/data-package.ts';
import { issue } from '../../../rules/hn-net/issue.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import type { Ground } from '../../engine/contract.ts';
import { defineProcess } from '../../engine/define.ts';
import { releaseOf } from '../data-release.ts';
import { illegalContent } from '../illegal-content/contract.ts';
import { conductOf, networkBody } from '../words.ts';
import { authorityRequest as contract, type AuthorityRequestFacts, type WrittenRequest } from './contract.ts';
import type { AuthorityRequestInputs } from './input.ts';
import { authorityRequestSentences } from './sentences.ts';

export const authorityRequest = defineProcess(contract, {
  sentences: authorityRequestSentences,
  facts: (opening) => ({ ...opening, contentCaseId: null, release: null }),

  open(step, { asked, requester, receivedAt, answerBy }) {
    if (answerBy === null) step.startDeadline('answer', step.workingDays('authority.answerWithin'), receivedAt);
    else step.startDeadline('answerByLetter', { unit: 'date', day: answerBy }, receivedAt);
    step.openTask('answer', { asked, requester });
  },

  requires: {
    takeMeasures: [measuresAsked],
    answerRequest: [measuresStarted],
  },

  cites: {
    answerRequest: ({ facts }) => groundOf(facts),
    refuseRequest: ({ facts }) => groundOf(facts),
  },

  // Nothing follows of itself: whoever answers for the platform sees to it.
  due: {
    answer: (step) => step.openTask('overdue'),
    answerByLetter: (step) => step.openTask('overdue'),
  },

  actions: {
    takeMeasures(step, { breach, links }) {
      const { provider, receivedAt, registrationCaseId, earlier } = step.facts;
      step.facts.contentCaseId = step.open(
        illegalContent,
        {
          ...{ provider, registrationCaseId, earlier, items: links },
          ...{ alleged: breach, source: 'AUTHORITY', knownAt: receivedAt },
        },
        // Duties of a trading platform are the hub's.
        { about: conductOf(provider), subject: provider, parties: {}, bodies: { hub: networkBody(HUB) } },
      );
    },

    answerRequest(step, input) {
      release(step, input);
      endClocks(step);
      step.close('ANSWERED');
    },

    refuseRequest(step) {
      endClocks(step);
      step.close('REFUSED');
    },
  },
});

/** Logs what is released, with recipient, basis and time. @throws Refusal INVALID_INPUT if data were asked for and none are chosen */
function release(step: WrittenRequest, input: AuthorityRequestInputs['answerRequest']): void {
  const { asked, requester, requesterName, legalBasis, requestNumber, provider } = step.facts;
  const { fields, purpose = null, tellProvider } = input;
  if (!asksForData(asked) && fields.length === 0) {
    if (!tellProvider) return;
    refuseIssues([issue('tellProvider', '08.5', '没有提供资料，无须告知', 'No data are supplied: nobody is told')]);
  }
  const recipient = { recipient: requester, recipientName: requesterName };
  const { logged, told } = releaseOf({ ...recipient, legalBasis, requestNumber, fields, purpose }, step.now);
  step.facts.release = logged;
  if (!tellProvider) return;
  step.addParty('provider', provider);
  step.notify('dataReleased', 'provider', { ...told, requesterName });
}

function endClocks(step: WrittenRequest): void {
  step.meetDeadline('answer');
  step.meetDeadline('answerByLetter');
}

/** The passage of the measures under which the requester is supplied. */
function groundOf({ requester }: AuthorityRequestFacts): Ground {
  const { clause } = packageRecipients[requester];
  return clause === null
    ? { clause: 'HN-NET 第十九条第四项', requirement: 'HN-NET-21.4' }
    : { clause, requirement: 'HN-NET-08.5' };
}

function measuresAsked({ facts: { asked, contentCaseId } }: WrittenRequest): void {
  if (!asksForMeasures(asked)) {
    refuse('CONDITION_NOT_MET', '来函没有要求采取措施。', 'The request does not ask for measures.');
  }
  if (contentCaseId === null) return;
  refuse('ALREADY_DONE', '已按来函启动违法信息处置。', 'The content is being dealt with already.', {
    facts: { contentCaseId },
  });
}

function measuresStarted({ facts: { asked, contentCaseId } }: WrittenRequest): void {
  if (!asksForMeasures(asked) || contentCaseId !== null) return;
  refuse(
    'CONDITION_NOT_MET',
    '来函要求采取措施，请先启动违法信息处置，再答复。',
    'The request asks for measures: deal with the content first, then answer.',
  );
}
