/**
 * A provider signs a version of the user agreement, 第八条第三项: what it has signed, and when, stands in the register of agreements. Who does
 * not sign is asked again, or leaves by item 8 of the agreement; a manager decides, and never the clock.
 */
import { refuse } from '../../../rules/refusal.ts';
import { addDays, dayOf, type Period } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { refuseUnserved } from '../../engine/service.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { providerRegistration } from '../provider-registration/contract.ts';
import { registers } from '../words.ts';
import { agreementSignature as contract } from './contract.ts';
import { agreementSignatureSentences } from './sentences.ts';

export const agreementSignature = defineProcess(contract, {
  sentences: agreementSignatureSentences,

  facts: (opening) => ({ ...opening, signedAt: null, refusedAt: null }),

  open: (step) => offer(step),

  requires: { startExit: [isInForce] },

  due: {
    answer(step) {
      step.moveTo('UNANSWERED');
      askForDecision(step);
    },
  },

  actions: {
    sign(step) {
      const { version } = step.facts;
      step.facts.signedAt = step.now;
      step.meetDeadline('answer');
      enter(step, 'SIGNED');
      step.notify('agreementSigned', 'provider', { version, signedAt: step.now });
      step.close('SIGNED');
    },

    refuseToSign(step) {
      step.facts.refusedAt = step.now;
      step.meetDeadline('answer');
      step.moveTo('REFUSED');
      enter(step, 'REFUSED');
      askForDecision(step);
    },

    offerAgain(step) {
      step.closeTask('decideExit');
      step.moveTo('OFFERED');
      offer(step);
    },

    startExit(step, { reason, serviceProof }, unreached) {
      const { version, refusedAt, registrationId } = step.facts;
      // Nobody leaves for not having answered what never reached them.
      if (refusedAt === null) refuseUnserved(step, ['agreementOffered'], unreached, serviceProof);
      step.notify('exitStarted', 'provider', { version, refused: refusedAt !== null, reason, decidedAt: step.now });
      step.tell(registrationId, providerRegistration, 'deregister', {
        ground: 'AGREEMENT_NOT_SIGNED',
        reason: `依据用户协议第${version}版第八项“平台进入与退出的条件与程序”（item 8 of the user agreement, version ${version}）：${reason}`,
      });
      step.close('EXIT');
    },

    versionSuperseded: (step) => step.close('SUPERSEDED'),
    providerLeft: (step) => step.close('LEFT'),
  },
});

type Signature = StepOf<typeof contract>;

/** Asks for the signature: until the day before the version takes effect, or within the time of the platform's rules if it is in force. */
function offer(step: Signature): void {
  const { version, effectiveFrom } = step.facts;
  step.startDeadline('answer', timeToAnswer(step));
  step.notify('agreementOffered', 'provider', { version, effectiveFrom }, ['answer']);
}

function timeToAnswer(step: Signature): Period {
  const { effectiveFrom } = step.facts;
  return effectiveFrom > dayOf(step.now)
    ? { unit: 'date', day: addDays(effectiveFrom, -1) }
    : step.workingDays('agreement.answerWithin');
}

function askForDecision(step: Signature): void {
  const { version, refusedAt } = step.facts;
  step.openOrDescribeTask('decideExit', { version, refusedAt });
}

/** What the provider has answered to the version; what it answered to earlier ones is kept. */
function enter(step: Signature, status: 'SIGNED' | 'REFUSED'): void {
  const { version, agreementId } = step.facts;
  step.write('register', {
    register: registers.agreements,
    status,
    validFrom: dayOf(step.now),
    validTo: null,
    data: { version, agreementId, answeredAt: step.now },
  });
}

/** @throws Refusal NOT_NOW before the version is in force: until then the provider is bound by the one before */
function isInForce({ now, facts: { effectiveFrom } }: Signature): void {
  if (effectiveFrom <= dayOf(now)) return;
  refuse(
    'NOT_NOW',
    `该版本自 ${effectiveFrom} 起施行，此前不能因未签署而启动退出程序。`,
    `The version is in force from ${effectiveFrom}: before that nobody has to leave for not having signed it.`,
    { facts: { requirement: 'HN-NET-07.4', effectiveFrom } },
  );
}
