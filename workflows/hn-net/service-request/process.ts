/**
 * Request for a service, 第七条第三项: received by telephone, internet or on site, given to a window or a provider, served, visited again
 * and evaluated. One that a provider does not accept within its handling time goes back to the platform (HN-NET-05.10).
 */
import type { Score } from '../../../rules/hn-net/evaluation.ts';
import { checkFee, serviceCategories, vouchers } from '../../../rules/hn-net/service-request.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { partyKind, unitKey } from '../../../rules/parties/party.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { serviceRecord } from '../service-record/contract.ts';
import { isAt, namedPlatform } from '../named-platform.ts';
import { serviceRequest as contract } from './contract.ts';
import { serviceRequestSentences } from './sentences.ts';

export const serviceRequest = defineProcess(contract, {
  sentences: serviceRequestSentences,

  facts: (opening) => ({
    ...opening,
    transfers: [],
    servedBy: null,
    acceptedAt: null,
    fee: null,
    completedOn: null,
    voucher: null,
    visit: null,
    evaluation: null,
    recordCaseId: null,
  }),

  open(step, { category, channel }) {
    step.openTask('giveOut', { category, channel });
    const told = { category: serviceCategories[category], receivedAt: step.now };
    step.notify('requestReceived', consumerOf(step), told);
  },

  due: {
    acceptance(step) {
      giveBack(step, text('服务商未在办理时限内受理', 'The provider did not accept it within the handling time'));
    },

    // Nobody has to evaluate: without it the file is complete as well.
    evaluation(step) {
      step.close('CLOSED');
    },
  },

  requires: {
    startService: [byWhoServes],
    completeService: [byWhoServes],
    withdrawRequest: [byWhoAsked],
    correctContact: [byWhoAsked],
  },

  actions: {
    correctContact: (step, input) => correctContact(step, input, { under: 'requester', contactName: 'name' }),

    transferToPlatform(step, { body, reason }, windows) {
      const to = namedPlatform(body, windows, 'body');
      if (isAt(step.state, to.body)) {
        refuse('INVALID_INPUT', '请选择另一个服务平台。', 'Choose another platform of the network.', { field: 'body' });
      }
      keepTransfer(step, body, reason);
      step.facts.platform = body;
      step.setBody('platform', to.body);
      const told = { to: to.named.name, reason, transferredAt: step.now };
      step.notify('requestTransferred', consumerOf(step), told);
    },

    transferToProvider(step, { provider, handlingDays, reason }, published) {
      if (step.state.parties['consumer']?.includes(provider) === true) {
        refuse('INVALID_INPUT', '不能接转给提出需求的消费者本人。', 'It cannot go to the consumer who asked.', {
          field: 'provider',
        });
      }
      step.write('assignment', { provider });
      keepTransfer(step, provider, reason);
      step.setParty('provider', provider);
      step.facts.servedBy = 'PROVIDER';
      step.closeTask('giveOut');
      step.moveTo('TRANSFERRED');
      const n = handlingDays ?? published;
      step.startDeadline(
        'acceptance',
        n === null ? step.workingDays('request.handleWithin') : { unit: 'workingDays', n },
      );
      const told = { reason, transferredAt: step.now };
      const to = text('平台网络登记的服务商', 'a provider registered on the network');
      step.notify('requestTransferred', consumerOf(step), { to, ...told });
      const category = serviceCategories[step.facts.category];
      step.notify('requestAssigned', 'provider', { category, ...told }, ['acceptance']);
    },

    takeOn(step, { fee }) {
      refuseIssues(checkFee(fee, step.facts.publicService));
      step.facts.servedBy = 'PLATFORM';
      step.participate('server');
      step.closeTask('giveOut');
      accept(step, fee);
      step.openTask('serve');
      step.assignTask('serve', step.actor.id);
    },

    acceptRequest(step, { fee }) {
      refuseIssues(checkFee(fee, step.facts.publicService));
      step.meetDeadline('acceptance');
      accept(step, fee);
    },

    declineRequest(step, { reason }) {
      step.cancelDeadline('acceptance');
      giveBack(step, reason);
    },

    // Who took it on may be gone, or do nothing: without this nobody could serve or end it (HN-NET-05.3).
    takeBack(step, { reason }) {
      step.cancelDeadline('acceptance');
      step.closeTask('serve');
      Object.assign(step.facts, { acceptedAt: null, fee: null });
      giveBack(step, reason);
    },

    startService(step) {
      if (step.facts.servedBy === 'PLATFORM') step.participate('server');
      step.moveTo('IN_SERVICE');
    },

    completeService(step, { item, voucher }) {
      if (step.facts.servedBy === 'PLATFORM') step.participate('server');
      step.facts.completedOn = dayOf(step.now);
      step.facts.voucher = voucher;
      step.closeTask('serve');
      step.moveTo('COMPLETED');
      beginRecord(step, item);
      step.openTask('returnVisit', { completedOn: step.facts.completedOn });
      const fee = step.facts.fee ?? 0;
      const told = {
        orderNo: step.state.id,
        completedOn: step.facts.completedOn,
        fee,
        voucher: vouchers[voucher],
        voucherMissing: fee > 0 && voucher === 'NONE',
      };
      step.notify('serviceCompleted', consumerOf(step), told);
      if (step.facts.servedBy === 'PROVIDER') step.notify('serviceCompleted', 'provider', told);
    },

    recordReturnVisit(step, { reached, score = null }) {
      if (!reached && score !== null) {
        refuse(
          'INVALID_INPUT',
          '没有联系到消费者的，不能填写评分。',
          'Nobody gave a score: the consumer was not reached.',
          {
            field: 'score',
          },
        );
      }
      step.facts.visit = { on: dayOf(step.now), reached, score };
      // What the consumer published counts before what it said.
      if (score !== null && step.facts.evaluation === null) scoreRecord(step, score);
      step.closeTask('returnVisit');
      step.moveTo('RETURN_VISITED');
      if (step.facts.evaluation !== null) finish(step);
      else step.startDeadline('evaluation', step.workingDays('request.evaluateWithin'));
    },

    serviceEvaluated(step, { evaluationCaseId, provider, score }) {
      if (step.facts.servedBy !== 'PROVIDER' || step.party('provider') !== provider) {
        refuse('INVALID_INPUT', '该服务不是由被评价的服务商提供的。', 'Another than this provider gave the service.', {
          field: 'provider',
        });
      }
      step.facts.evaluation = { caseId: evaluationCaseId, score };
      scoreRecord(step, score);
      if (step.state.stage === 'RETURN_VISITED') {
        step.meetDeadline('evaluation');
        finish(step);
      }
    },

    closeRequest(step) {
      step.close('CLOSED');
    },

    endUnserved(step, { reason }) {
      const told = { reason, endedAt: step.now };
      step.notify('requestNotServed', consumerOf(step), told);
      step.close('NOT_SERVED');
    },

    withdrawRequest: (step) => step.close('WITHDRAWN'),
  },
});

type Request = StepOf<typeof contract>;

/** The consumer: a party of the case, or whom its form names where a call agent entered it for somebody without an account. */
function consumerOf(step: Request): 'consumer' | { readonly contact: true } {
  return isEntered(step) ? { contact: true } : 'consumer';
}

/** Entered by a platform for somebody without an account, in whose place it stands. */
function isEntered(step: Request): boolean {
  return partyKind(step.party('consumer')) === 'UNIT';
}

function keepTransfer(step: Request, to: string, reason: string): void {
  step.facts.transfers = [...step.facts.transfers, { from: step.facts.platform, to, reason, at: step.now }];
}

function accept(step: Request, fee: number): void {
  step.facts.acceptedAt = step.now;
  step.facts.fee = fee;
  step.moveTo('ACCEPTED');
  step.notify('requestAccepted', consumerOf(step), { fee, acceptedAt: step.now });
}

/** Back to the queue of the platform that gave it out; both sides hear why. */
function giveBack(step: Request, why: Phrase): void {
  const served = step.facts.servedBy === 'PROVIDER';
  step.facts.servedBy = null;
  step.moveTo('RECEIVED');
  step.openTask('giveOut', { returnedAt: step.now });
  for (const to of served ? ([consumerOf(step), 'provider'] as const) : [consumerOf(step)]) {
    step.notify('requestReturned', to, { why, returnedAt: step.now });
  }
}

/** The service is to be recorded by who served, from the days on which it was accepted and completed (HN-NET-05.8, 23.1). */
function beginRecord(step: Request, item: string): void {
  const { acceptedAt, servedBy } = step.facts;
  const reporter = servedBy === 'PROVIDER' ? step.party('provider') : unitKey(step.facts.platform);
  const opening = {
    requestCaseId: step.state.id,
    item,
    consumer: isEntered(step) ? null : step.party('consumer'),
    enterprises: 1,
    launchedOn: dayOf(acceptedAt ?? step.now),
    performedOn: dayOf(step.now),
  };
  step.facts.recordCaseId = step.open(serviceRecord, opening, { subject: reporter, parties: { reporter: [reporter] } });
}

function scoreRecord(step: Request, score: Score): void {
  const { recordCaseId } = step.facts;
  if (recordCaseId !== null) step.tell(recordCaseId, serviceRecord, 'noteScore', { score });
}

/** Visited and evaluated: nothing is left to be done. */
function finish(step: Request): void {
  step.moveTo('EVALUATED');
  step.close('CLOSED');
}

/** The platform stands in the place of a consumer without an account, and of no other. */
function byWhoAsked(step: Request): void {
  if (step.actor.role === 'consumer' || isEntered(step)) return;
  refuse(
    'NOT_ALLOWED',
    '该事项只能由提出需求的消费者本人办理。',
    'Only the consumer who asked for the service does this.',
  );
}

/** @throws Refusal NOT_ALLOWED if the provider serves and the platform acts, or the other way round */
function byWhoServes({ facts: { servedBy }, actor }: Request): void {
  const acting = actor.role === 'provider' ? 'PROVIDER' : 'PLATFORM';
  if (servedBy === acting) return;
  refuse('NOT_ALLOWED', '该服务由承接方办理。', 'Only who took the service on does this.', { facts: { servedBy } });
}
