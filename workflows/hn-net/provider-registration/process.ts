/**
 * Registration of a provider, 第八条第二项 and 第九条第一项: reviewed, entered in the register, verified every year, and kept until the
 * provider leaves.
 */
import {
  deregistrationTitle,
  suspensionTitle,
  type DeregistrationGround,
} from '../../../rules/hn-net/provider-entry.ts';
import { refusalReasons } from '../../../rules/hn-net/refusal-reasons.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { offerReview } from '../offer-review/contract.ts';
import { namedPlatform } from '../named-platform.ts';
import { providerRegistration as contract, type Registration } from './contract.ts';
import { contest, decideContest, endContests } from './contest.ts';
import { acceptForm, fileChanges, requireChanges } from './filing.ts';
import { groundTitles, paperExpired, requirePapers, watchPapers } from './papers.ts';
import { enter } from './register-entry.ts';
import {
  citeGround,
  follow,
  groundOfSuspension,
  liftSuspension,
  remainingCauses,
  suspendedOnGround,
  suspendFor,
} from './standing.ts';
import {
  answerVerification,
  fallOverdue,
  openDuty,
  remind,
  resumeVerification,
  settleVerification,
  startNextVerification,
} from './verification.ts';
import { providerRegistrationSentences } from './sentences.ts';

export const providerRegistration = defineProcess(contract, {
  sentences: providerRegistrationSentences,

  facts: (opening) => ({
    ...opening,
    filed: { version: 1, credentials: opening.credentials, services: opening.services },
    accepted: null,
    submitted: false,
    withheld: [],
    registeredOn: null,
    verifiedOn: null,
    verification: { months: 0, state: 'NOT_ASKED' as const, dueOn: null },
    suspendedFor: [],
    deregisteredOn: null,
    deregisteredFor: null,
  }),

  open(step) {
    step.notify('registrationReceived', 'provider', { filedAt: step.now, grounds: groundTitles(step) });
    review(step);
  },

  requires: {
    register: [requirePapers],
    verify: [requirePapers],
    restoreListing: [suspendedOnGround],
  },

  cites: {
    refuseRegistration: (_state, { ground }) => refusalReasons[ground],
    suspendListing: (_state, { ground }) => groundOfSuspension(ground),
    restoreListing: (_state, { ground }) => groundOfSuspension(ground),
    deregister: (_state, { ground }) => refusalReasons[ground],
  },

  actions: {
    register(step, { withheld }) {
      acceptForm(step, withheld);
      step.facts.registeredOn = dayOf(step.now);
      step.facts.verifiedOn = dayOf(step.now);
      step.meetDeadline('review');
      step.closeTask('review');
      startNextVerification(step);
      watchPapers(step);
      enter(step);
      step.notify('providerRegistered', 'provider', { registeredOn: dayOf(step.now), withheld }, ['verification']);
      follow(step);
    },

    returnApplication(step, { items, reason, until }) {
      if (until !== undefined && until < dayOf(step.now)) {
        refuse('INVALID_INPUT', '补正期限不能早于今天。', 'The time to correct cannot end before today.', {
          field: 'until',
        });
      }
      step.pauseDeadline('review', text('等待补正', 'awaiting the correction'));
      step.closeTask('review');
      if (until !== undefined) step.startDeadline('formCorrection', { unit: 'date', day: until });
      step.notify('registrationReturned', 'provider', { items, reason }, ['formCorrection']);
      step.moveTo('RETURNED');
    },

    correctApplication(step, { changes, note }) {
      if (note === undefined) requireChanges(changes);
      fileChanges(step, changes);
      if (changes.name !== undefined) step.write('name', { at: 'name' });
      step.meetDeadline('formCorrection');
      review(step);
    },

    refuseRegistration(step, { ground, reason }) {
      const { title, clause } = refusalReasons[ground];
      citeGround(step, ground);
      step.notify('registrationRefused', 'provider', { ground: title, reason, decidedAt: step.now, clause });
      step.close('REFUSED');
    },

    withdraw(step, { reason }) {
      step.notify('registrationWithdrawn', 'provider', {
        withdrawnAt: step.now,
        ...(reason !== undefined && { reason }),
      });
      step.close('WITHDRAWN');
    },

    // What was filed is one version further, as after any change.
    correctContact: (step, changes) => fileChanges(step, changes),

    submitData(step, { changes }) {
      // Where nobody has asked, only a change is worth a reviewer's look.
      if (step.facts.verification.state === 'NOT_ASKED') requireChanges(changes);
      fileChanges(step, changes);
      step.facts.submitted = true;
      answerVerification(step);
      step.startDeadline('dataReview', step.workingDays('sla.verificationReview'));
      step.openTask('dataReview', taskDetail(step));
      follow(step);
    },

    verify(step, { withheld }) {
      acceptForm(step, withheld);
      endDataReview(step);
      const verified = step.facts.verification.state !== 'NOT_ASKED';
      const restored = verified && liftSuspension(step, 'VERIFICATION_OVERDUE');
      step.facts.verifiedOn = dayOf(step.now);
      if (verified) {
        step.meetDeadline('verification');
        startNextVerification(step);
      }
      watchPapers(step);
      enter(step);
      const remaining = remainingCauses(step);
      const notice = { acceptedAt: step.now, verified, restored, withheld: withheld ?? [], remaining };
      step.notify('dataAccepted', 'provider', notice, ['verification']);
      follow(step);
    },

    returnData(step, { items, reason }) {
      endDataReview(step);
      resumeVerification(step);
      step.notify('dataReturned', 'provider', { items, reason }, openDuty(step));
      follow(step);
    },

    suspendListing(step, { ground, reason }) {
      const { title, clause } = refusalReasons[ground];
      if (step.facts.suspendedFor.includes(ground)) {
        refuse('ALREADY_DONE', `已因“${title.zh}”暂停展示。`, `It is suspended on this ground already: ${title.en}.`, {
          field: 'ground',
        });
      }
      citeGround(step, ground);
      suspendFor(step, ground);
      enter(step, reason);
      step.notify('listingSuspended', 'provider', {
        cause: title,
        suspendedAt: step.now,
        clause,
        untilVerified: false,
        reason,
      });
      follow(step);
    },

    restoreListing(step, { ground, reason }) {
      const cause = suspensionTitle(ground);
      if (!liftSuspension(step, ground)) {
        refuse('NOT_NOW', `没有因“${cause.zh}”暂停展示。`, `It is not suspended on this ground: ${cause.en}.`, {
          field: 'ground',
          facts: { suspendedFor: step.facts.suspendedFor },
        });
      }
      enter(step, reason);
      const remaining = remainingCauses(step);
      const { clause } = groundOfSuspension(ground);
      step.notify('listingRestored', 'provider', { cause, reason, restoredAt: step.now, remaining, clause });
      follow(step);
    },

    deregister(step, { ground, reason }) {
      citeGround(step, ground);
      end(step, ground, reason);
    },

    leave(step, { reason }) {
      end(step, 'OWN_WISH', reason);
    },

    contestCredit: (step, { entry }, entries) => contest(step, entry, entries),
    decideContest: (step, { entry, decision, reason }) => decideContest(step, entry, decision, reason),

    moveToPlatform(step, { bodyId, reason }, windows) {
      const { body } = namedPlatform(bodyId, windows, 'bodyId');
      step.setBody('platform', body);
      enter(step, reason);
      step.notify('platformChanged', 'provider', { reason, movedAt: step.now });
    },
  },

  due: {
    // Internal targets: the list of the manager shows them overdue, nothing follows.
    review() {},
    dataReview() {},

    formCorrection(step) {
      step.notify('correctionTimeOver', 'provider', { endedAt: step.now });
      review(step);
    },

    verification(step) {
      fallOverdue(step);
      follow(step);
    },

    suspension(step) {
      suspendFor(step, 'VERIFICATION_OVERDUE');
      const cause = suspensionTitle('VERIFICATION_OVERDUE');
      enter(step, cause);
      const { clause } = groundOfSuspension('VERIFICATION_OVERDUE');
      step.notify('listingSuspended', 'provider', { cause, suspendedAt: step.now, clause, untilVerified: true });
      follow(step);
    },

    permitExpiry: paperExpired,
  },

  settle: { verification: settleVerification },

  remind: {
    verification(step) {
      remind(step);
      follow(step);
    },
  },
});

/** Puts the application into the inbox, with what stands in its way. */
function review(step: Registration): void {
  if (step.deadline('review')) step.resumeDeadline('review');
  else step.startDeadline('review', step.workingDays('sla.registrationReview'));
  step.openTask('review', taskDetail(step));
  step.moveTo('UNDER_REVIEW');
}

function taskDetail(step: Registration) {
  const { leftBefore, filed } = step.facts;
  return { formVersion: filed.version, grounds: groundTitles(step), leftBefore };
}

function endDataReview(step: Registration): void {
  step.facts.submitted = false;
  step.meetDeadline('dataReview');
  step.closeTask('dataReview');
}

/** The provider leaves the register. The day is kept: two years of retention run from it (HN-NET-10.2). */
function end(step: Registration, ground: DeregistrationGround, reason: string | undefined): void {
  const atOwnWish = ground === 'OWN_WISH';
  const title = deregistrationTitle(ground);
  const deregisteredOn = dayOf(step.now);
  step.facts.deregisteredOn = deregisteredOn;
  step.facts.deregisteredFor = ground;
  enter(step, reason ?? title);
  step.notify('providerDeregistered', 'provider', {
    ground: title,
    deregisteredOn,
    clause: atOwnWish ? 'HN-NET 第八条第八项' : refusalReasons[ground].clause,
    atOwnWish,
    ...(reason !== undefined && { reason }),
  });
  endContests(step);
  step.tellAbout(offerReview, 'registrationEnded', {});
  step.close('DEREGISTERED');
}
