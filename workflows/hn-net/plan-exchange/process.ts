/** Yearly work plans, 第十七条: hub and window inform each other by the end of January, and keep in touch apart from that. */
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayOf, startOfDay, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { planExchange as contract, type Exchange } from './contract.ts';
import type { PlanSide } from './facts.ts';
import { planExchangeSentences } from './sentences.ts';

const sides = {
  window: { deadline: 'windowPlan', name: contract.parties.window.title, other: 'hub' },
  hub: { deadline: 'hubPlan', name: contract.bodies.hub, other: 'window' },
} as const;

/** Who hears of a plan on a side: of the window its people and its operator. */
function ofSide(step: Exchange, side: PlanSide) {
  if (side === 'hub') return [{ role: 'reviewer' }] as const;
  return (['operator', 'window'] as const).filter((name) => step.hasParty(name));
}

export const planExchange = defineProcess(contract, {
  sentences: planExchangeSentences,

  facts: (opening) => ({
    ...opening,
    year: 0,
    plans: { window: null, hub: null },
    lateIn: { window: [], hub: [] },
    contacts: [],
  }),

  open(step) {
    const today = dayOf(step.now);
    if (today <= endOfJanuary(yearOf(today))) begin(step, yearOf(today));
    else awaitNextAfter(step, yearOf(today));
  },

  due: {
    nextYear: (step) => begin(step, yearOf(dayOf(step.passedAt('nextYear')))),
    windowPlan(step) {
      fallOverdue(step, 'window');
      for (const to of ofSide(step, 'window')) step.notify('planOverdue', to, ofYear(step));
    },
    hubPlan: (step) => fallOverdue(step, 'hub'),
  },

  requires: {
    sendWindowPlan: [notSentBy('window')],
    sendHubPlan: [notSentBy('hub')],
    commentPlan: [otherHasSent],
  },

  actions: {
    sendWindowPlan: (step, { summary }) => send(step, 'window', summary),
    sendHubPlan(step, { summary }) {
      step.closeTask('sendHubPlan');
      send(step, 'hub', summary);
    },

    commentPlan(step, { comment }) {
      const { name: by, other } = sides[sideOf(step)];
      for (const to of ofSide(step, other))
        step.notify('planCommented', to, { ...ofYear(step), by, comment, at: step.now });
    },

    logContact(step, { contactOn }) {
      if (contactOn > dayOf(step.now)) {
        refuse('INVALID_INPUT', '沟通日期不能晚于今天。', 'A contact is logged once it was made.', {
          field: 'contactOn',
        });
      }
      const windowSince = dayOf(step.state.openedAt);
      refuseBefore('contactOn', contactOn, windowSince, text('窗口设立之日', 'the day from which the window is there'));
      step.facts.contacts = [...step.facts.contacts.slice(-365), contactOn];
    },

    windowEnded: (step) => step.close('ENDED'),
  },
});

function sideOf({ actor }: Exchange): PlanSide {
  return actor.role === 'operator' || actor.role === 'window' ? 'window' : 'hub';
}

/** What is commented on is the plan of the other side. */
function otherHasSent(step: Exchange): void {
  const of = sideOf(step) === 'window' ? 'hub' : 'window';
  if (step.facts.plans[of] !== null) return;
  refuse('NOT_NOW', '对方尚未通报计划。', 'The other side has not sent its plan yet.');
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function endOfJanuary(year: number): Day {
  return `${year}-01-31`;
}

function ofYear({ facts: { year, window } }: Exchange) {
  return { year, window };
}

/** The plans of the next year are asked for from its first moment. */
function awaitNextAfter(step: Exchange, year: number): void {
  step.facts.year = year;
  step.startDeadline('nextYear', { unit: 'instant', at: startOfDay(`${year + 1}-01-01`), begins: true });
}

/** What a side has not sent by the end of a year it does not owe any more; that it did not stays on record. */
function begin(step: Exchange, year: number): void {
  awaitNextAfter(step, year);
  step.facts.contacts = [];
  step.facts.plans = { window: null, hub: null };
  step.moveTo('DUE');
  for (const { deadline } of Object.values(sides)) {
    step.startDeadline(deadline, { unit: 'date', day: endOfJanuary(year) });
  }
  step.openOrDescribeTask('sendHubPlan', ofYear(step));
  for (const to of ofSide(step, 'window')) step.notify('planAsked', to, ofYear(step), ['windowPlan']);
}

function send(step: Exchange, side: PlanSide, summary: string): void {
  const { deadline, name, other } = sides[side];
  const late = step.deadline(deadline) === undefined;
  step.facts.plans[side] = { sentAt: step.now, late };
  step.meetDeadline(deadline);
  for (const to of ofSide(step, other))
    step.notify('planSent', to, { ...ofYear(step), by: name, summary, sentAt: step.now });
  const { window, hub } = step.facts.plans;
  if (window === null || hub === null) follow(step);
  else step.moveTo('SENT');
}

function fallOverdue(step: Exchange, side: PlanSide): void {
  const { year, lateIn } = step.facts;
  step.facts.lateIn[side] = [...lateIn[side], year];
  step.record('PLAN_OVERDUE', overdue(sides[side].name), { clause: 'HN-NET 第十七条', requirement: 'HN-NET-17.1' });
  follow(step);
}

function overdue({ zh, en }: Text): Text {
  return text(`${zh}逾期未通报年度工作计划`, `${en}: the plan was not sent by the end of January`);
}

/** Overdue as long as a plan that was due has not come. */
function follow(step: Exchange): void {
  const { plans, lateIn, year } = step.facts;
  const owes = (side: PlanSide) => plans[side] === null && lateIn[side].includes(year);
  step.moveTo(owes('window') || owes('hub') ? 'OVERDUE' : 'DUE');
}

function notSentBy(side: PlanSide) {
  return ({ facts: { plans, year } }: Exchange): void => {
    if (plans[side] === null) return;
    refuse('ALREADY_DONE', `${year}年度的计划已通报。`, `The plan of ${year} has been sent already.`, {
      facts: { sentAt: plans[side].sentAt },
    });
  };
}
