/**
 * Review of an offer, 第九条第三、四、六项、第十九条第一项: listed once it states what consumers must know; false publicity is a breach in the
 * credit record, and what is prohibited is handled as unlawful content.
 */
import { HUB } from '../../../rules/hn-net/network.ts';
import { missingSubjects, offerBreaches, offerSubjects } from '../../../rules/hn-net/offer.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { enterCredit } from '../credit-entry.ts';
import { illegalContent } from '../illegal-content/contract.ts';
import { conductOf, networkBody } from '../words.ts';
import { offerReview as contract, type Offer } from './contract.ts';
import { offerReviewSentences } from './sentences.ts';

export const offerReview = defineProcess(contract, {
  sentences: offerReviewSentences,
  facts: (opening) => ({ ...opening, listedOn: null, found: null, outOfView: null }),
  open: askForReview,
  due: {},

  requires: { listOffer: [statesEverything] },
  cites: { findBreach: (_state, { breach }) => offerBreaches[breach] },

  actions: {
    listOffer(step) {
      step.facts.listedOn = dayOf(step.now);
      step.closeTask('reviewOffer');
      step.moveTo('LISTED');
      step.notify('offerListed', 'provider', { offer: step.facts.name, listedAt: step.now });
    },

    returnOffer(step, { reason }) {
      const { name, missing } = step.facts;
      step.closeTask('reviewOffer');
      step.moveTo('RETURNED');
      step.notify('offerReturned', 'provider', { offer: name, missing, reason, returnedAt: step.now });
    },

    // What was found in order is another text by now: it is not in view until it was reviewed.
    reviseOffer(step, { offer }) {
      const { name, category } = offer;
      Object.assign(step.facts, { name, category, missing: missingSubjects(offer) });
      step.write('form', { changes: offer, filedById: step.actor.id });
      step.moveTo('IN_REVIEW');
      askForReview(step);
    },

    delistOffer: (step) => step.close('DELISTED'),

    registrationEnded: (step) => step.close('REGISTRATION_ENDED'),

    findBreach(step, { breach, reason }) {
      step.facts.found = { breach, on: dayOf(step.now) };
      enterBreach(step);
      const { title, clause } = offerBreaches[breach];
      const told = { offer: step.facts.name, breach: title, clause, reason, removedAt: step.now };
      step.notify('offerRemoved', 'provider', told);
      step.close('REMOVED');
    },

    passOnAsUnlawful(step) {
      const { name, registrationCaseId, earlier } = step.facts;
      const provider = step.party('provider');
      const opening = {
        provider,
        registrationCaseId,
        items: [name],
        alleged: 'PROHIBITED',
        source: 'MONITORING',
        knownAt: step.now,
        earlier,
        passedOnFrom: step.state.id,
      } as const;
      // Duties of a trading platform are the hub's.
      step.open(illegalContent, opening, {
        about: conductOf(provider),
        parties: {},
        bodies: { hub: networkBody(HUB) },
      });
      step.close('UNLAWFUL');
    },

    // Deleted is closed; blocked, it waits for what becomes of the matter. Each matter that names it holds it by itself.
    takeOutOfView(step, { deleted }) {
      const { stage, closedAt } = step.state;
      const { by, before } = step.facts.outOfView ?? { by: [], before: standingAt(stage) };
      step.facts.outOfView = { by: [...by.filter((id) => id !== step.actor.id), step.actor.id], before };
      if (closedAt !== null) return;
      step.closeTask('reviewOffer');
      if (deleted) step.close('DELETED');
      else if (stage !== 'OUT_OF_VIEW') step.moveTo('OUT_OF_VIEW');
    },

    restoreOffer(step) {
      const { by, before } = step.facts.outOfView ?? { by: [], before: 'IN_REVIEW' };
      const others = by.filter((id) => id !== step.actor.id);
      if (others.length > 0) {
        step.facts.outOfView = { by: others, before };
        return;
      }
      step.facts.outOfView = null;
      step.reopen(before);
      if (before === 'IN_REVIEW') askForReview(step);
    },

    liftFinding(step, { reason }) {
      enterBreach(step, dayOf(step.now));
      step.facts.found = null;
      step.reopen('IN_REVIEW');
      askForReview(step);
      step.notify('removalLifted', 'provider', { offer: step.facts.name, reason, liftedAt: step.now });
    },
  },
});

function standingAt(stage: string): 'IN_REVIEW' | 'RETURNED' | 'LISTED' {
  return stage === 'LISTED' || stage === 'RETURNED' ? stage : 'IN_REVIEW';
}

function askForReview(step: Offer): void {
  step.openOrDescribeTask('reviewOffer', { name: step.facts.name, missing: step.facts.missing });
}

/** The breach stands in the credit record, or has been taken back there (HN-NET-12.1). */
function enterBreach(step: Offer, liftedOn?: Day): void {
  const { found } = step.facts;
  if (found === null) throw new Error('No breach was found.');
  const item = { breach: found.breach, foundOn: found.on, ...(liftedOn && { liftedOn }) };
  const phrase =
    liftedOn === undefined
      ? text('违规行为计入服务商信用记录', 'The breach enters the credit record of the provider')
      : text('服务商信用记录中标注为已撤销', 'The credit record of the provider shows it as reversed');
  const record = { violations: { [step.state.id]: item } };
  enterCredit(step, step.party('provider'), record, phrase, liftedOn ? 'REVERSED' : 'FOUND');
}

/** What consumers must know stands in the offer before it is listed (HN-NET-15.2). */
function statesEverything({ facts: { missing } }: Offer): void {
  if (missing.length === 0) return;
  const titles = missing.map((subject) => offerSubjects[subject]);
  refuse(
    'CONDITION_NOT_MET',
    `缺少：${titles.map(({ zh }) => zh).join('、')}；请退回修改。`,
    `It does not state: ${titles.map(({ en }) => en).join(', ')}. Return it for revision.`,
    { facts: { missing } },
  );
}
