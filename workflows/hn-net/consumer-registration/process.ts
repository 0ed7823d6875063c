/**
 * Registration of a consumer, 第十八条: of its own will and free. It takes effect at once; whether the information is true is looked at
 * afterwards. Who the consumer is cannot be changed in a registration: it ends, and a true one may be made at any time. Where it is to be
 * reached can.
 */
import { contactItems, endGrounds } from '../../../rules/hn-net/consumer.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { privacyStatement } from '../../../rules/privacy.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { namedPlatform } from '../named-platform.ts';
import { registers } from '../words.ts';
import { consumerRegistration as contract } from './contract.ts';
import { consumerRegistrationSentences } from './sentences.ts';

const { version, purpose } = privacyStatement;
const consentGiven = text(
  `消费者已同意第 ${version} 版个人信息处理说明：${purpose.zh}`,
  `The consumer agreed to version ${version} of the statement on personal information. ${purpose.en}`,
);

export const consumerRegistration = defineProcess(contract, {
  sentences: consumerRegistrationSentences,

  facts: ({ kind, platform }) => ({ kind, platform, registeredOn: null, identityCheckedAt: null, correction: null }),

  open(step) {
    step.facts.registeredOn = dayOf(step.now);
    step.record('CONSUMER_REGISTERED', text('注册即时生效', 'The registration takes effect at once'), {
      clause: 'HN-NET 第十八条',
      requirement: 'HN-NET-18.1',
    });
    step.record('CONSENT_GIVEN', consentGiven, {
      clause: 'HN-NET 第九条第八项',
      requirement: 'HN-NET-15.6',
    });
    writeRegistered(step);
    step.notify('registered', 'consumer', { registeredAt: step.now });
    step.openTask('checkIdentity', { kind: step.facts.kind });
  },

  due: {},

  requires: { confirmIdentity: [identityToCheck] },

  actions: {
    // One that was asked for goes to the reviewer; whatever else changes in life is the consumer's own affair.
    updateContact(step, contact) {
      step.write('form', { changes: { ...contact }, filedById: step.actor.id });
      const { correction, kind } = step.facts;
      if (correction === null) return;
      correction.answeredAt = step.now;
      step.describeTask('checkIdentity', { kind, ...correction });
    },

    closeRegistration(step) {
      writeClosed(step, text('消费者自行注销', 'Closed by the consumer'));
      step.notify('registrationClosed', 'consumer', { closedAt: step.now });
      step.close('CLOSED');
    },

    confirmIdentity(step) {
      step.facts.identityCheckedAt = step.now;
      step.facts.correction = null;
      step.closeTask('checkIdentity');
      writeRegistered(step);
    },

    // The registration goes on. The task stays open, so that an answer that does not come is seen.
    requestCorrection(step, { items, reason }) {
      step.facts.correction = { items, askedAt: step.now, answeredAt: null };
      step.openOrDescribeTask('checkIdentity', { kind: step.facts.kind, ...step.facts.correction });
      step.notify('correctionRequested', 'consumer', {
        items: items.map((item) => contactItems[item]),
        reason,
        requestedAt: step.now,
      });
    },

    moveToPlatform(step, { bodyId, reason }, windows) {
      const { body } = namedPlatform(bodyId, windows, 'bodyId');
      step.setBody('body', body);
      writeRegistered(step, reason);
      step.notify('platformChanged', 'consumer', { reason, movedAt: step.now });
    },

    endRegistration(step, { ground, reason }) {
      if (ground === 'CONTACT_UNTRUE' && step.facts.correction === null) {
        refuse(
          'STEP_MISSING',
          '以联系方式不实终止注册的，须先要求更正。',
          'Ask for the contact to be put right first; only then can the registration be ended for it.',
          { field: 'ground' },
        );
      }
      writeClosed(step, endGrounds[ground]);
      step.notify('registrationEnded', 'consumer', { ground: endGrounds[ground], reason, endedAt: step.now });
      step.close('ENDED_BY_PLATFORM');
    },
  },
});

type Registration = StepOf<typeof contract>;

function identityToCheck(step: Registration): void {
  if (step.task('checkIdentity') !== undefined) return;
  refuse('ALREADY_DONE', '注册信息已经核对。', 'The information has been checked already.', {
    facts: { identityCheckedAt: step.facts.identityCheckedAt },
  });
}

/** The register holds codes alone: who the consumer is stands in the record of the form. */
function writeRegistered(step: Registration, reason?: Phrase): void {
  const why = reason === undefined ? {} : { reason };
  step.write('register', { ...entryOf(step), status: 'REGISTERED', validTo: null, ...why });
}

function writeClosed(step: Registration, reason: Phrase): void {
  step.write('register', { ...entryOf(step), status: 'CLOSED', validTo: dayOf(step.now), reason });
}

function entryOf({ facts: { kind, platform, registeredOn, identityCheckedAt } }: Registration) {
  return {
    register: registers.consumers,
    validFrom: registeredOn,
    data: { kind, platform, identityChecked: identityCheckedAt !== null },
  };
}
