/** What happens in a service activity of any regime: planned, published, open for sign-up, held, and closed or followed by its evidence. */
import { activityModes } from '../../../rules/cooperation/activity.ts';
import { partyKind } from '../../../rules/parties/party.ts';
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import type { ActivityInputs } from './facts.ts';
import type { ActivityStep } from './step.ts';

type Input<A extends keyof ActivityInputs> = ActivityInputs[A];

/** What a regime brings to its activities; `Step` is a step of its own contract. */
export interface ActivityPack<Step extends ActivityStep> {
  /** What follows once it was held, e.g. a service record, or the time for the evidence. */
  held(step: Step): void;
}

/** The opening, the actions and the end of time of every activity. */
export function activityHandlers<Step extends ActivityStep>(pack: ActivityPack<Step>) {
  return {
    open(step: Step): void {
      planFor(step);
      for (const key of step.state.parties['partners'] ?? []) tellPartner(step, key);
    },

    due: {
      holding(step: Step): void {
        const { name, plannedOn } = step.facts;
        if (partyKind(step.party('organiser')) === 'UNIT') step.openTask('enterHeld', { name, plannedOn });
        step.notify('heldAsked', 'organiser', { name, plannedOn });
      },
    },

    requires: { publishActivity: [notPublished] },

    actions: {
      // One that was held before it was published is published late; the stage goes no way back.
      publishActivity(step: Step): void {
        step.facts.publishedAt = step.now;
        if (step.state.stage === 'PLANNED') step.moveTo('PUBLISHED');
      },

      openSignUp: (step: Step): void => step.moveTo('SIGN_UP'),

      recordSignUps(step: Step, { enterprises }: Input<'recordSignUps'>): void {
        step.facts.signedUp = enterprises;
      },

      rescheduleActivity(step: Step, { plannedOn, reason }: Input<'rescheduleActivity'>): void {
        const { name, plannedOn: from } = step.facts;
        if (plannedOn === from || plannedOn < dayOf(step.now)) {
          refuse('INVALID_INPUT', '请填写另一个未到的日期。', 'Give another day that is still to come.', {
            field: 'plannedOn',
          });
        }
        step.facts.plannedOn = plannedOn;
        step.cancelDeadline('holding');
        step.closeTask('enterHeld');
        planFor(step);
        step.notify('activityMoved', 'partners', { name, from, to: plannedOn, reason });
      },

      addPartner(step: Step, { partner }: Input<'addPartner'>): void {
        if (partner === step.party('organiser') || step.state.parties['partners']?.includes(partner) === true) {
          refuse('ALREADY_DONE', '该单位已是组织单位或者参与单位。', 'This body organises it or takes part already.', {
            field: 'partner',
          });
        }
        step.addParty('partners', partner);
        tellPartner(step, partner);
      },

      recordHeld(step: Step, { heldOn, checkedIn, attendance }: Input<'recordHeld'>): void {
        if (heldOn > dayOf(step.now)) {
          refuse('INVALID_INPUT', '举办日期不能晚于今天。', 'An activity is entered once it was held.', {
            field: 'heldOn',
          });
        }
        const enteredOn = dayOf(step.state.openedAt);
        refuseBefore('heldOn', heldOn, enteredOn, text('活动录入之日', 'the day on which the activity was entered'));
        refuseTwice(attendance);
        Object.assign(step.facts, { heldOn, checkedIn, attendance });
        step.meetDeadline('holding');
        step.closeTask('enterHeld');
        step.moveTo('HELD');
        pack.held(step);
      },

      recordEvaluations(step: Step, { evaluations, satisfied }: Input<'recordEvaluations'>): void {
        if (satisfied > evaluations) {
          refuse('INVALID_INPUT', '满意数不能多于评价数。', 'No more can be satisfied than have evaluated it.', {
            field: 'satisfied',
          });
        }
        Object.assign(step.facts, { evaluations, satisfied });
      },

      cancelActivity(step: Step, { reason }: Input<'cancelActivity'>): void {
        step.notify('activityCancelled', 'partners', { name: step.facts.name, reason, cancelledAt: step.now });
        step.close('CANCELLED');
      },
    },

    closeActivity: (step: Step): void => step.close('CLOSED'),
  };
}

function planFor(step: ActivityStep): void {
  step.startDeadline('holding', { unit: 'date', day: step.facts.plannedOn });
}

function tellPartner(step: ActivityStep, key: string): void {
  const { name, plannedOn, mode } = step.facts;
  step.notify('partnerAdded', { key }, { name, plannedOn, mode: activityModes[mode] });
}

function notPublished({ facts: { publishedAt } }: ActivityStep): void {
  if (publishedAt === null) return;
  refuse('ALREADY_DONE', '活动已发布。', 'The activity is published already.', { facts: { publishedAt } });
}

function refuseTwice(attendance: Input<'recordHeld'>['attendance']): void {
  const bodies = attendance.map(({ body }) => body);
  if (new Set(bodies).size === bodies.length) return;
  refuse('INVALID_INPUT', '同一单位的参加情况只填一行。', 'Each body has one line of attendance.', {
    field: 'attendance',
  });
}
