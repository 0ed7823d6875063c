/**
 * The trading platform ends, 第八条第十项: on the home page and told to everybody concerned three months ahead at least, after measures that
 * protect them, by the decision of a manager. Whom to tell, the records know: they are told in pages beside the case.
 */
import { earliestEnd, protectiveMeasureCodes } from '../../../rules/hn-net/termination.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf, momentInWords, type Instant } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { platformTermination as contract, type Round } from './contract.ts';
import { refuseEarlyEnd, refuseUnprotected, refuseUntold } from './end.ts';
import { platformTerminationSentences } from './sentences.ts';

export const platformTermination = defineProcess(contract, {
  sentences: platformTerminationSentences,

  facts: (opening) => ({
    ...opening,
    publishedAt: null,
    round: null,
    told: null,
    firstToldAt: null,
    done: [],
  }),

  open: (step) => step.openTask('publishNotice', { endsAt: step.facts.endsAt }),

  requires: {
    publishNotice: [(step) => refuseEarlyEnd(step.facts.endsAt, step.now, months(step))],
    endPlatform: [
      isTime,
      (_step, reading) => refuseUntold(reading),
      (step, reading) => refuseUnprotected(step.facts.done, reading),
    ],
  },

  due: {
    // The end of the notice alone ends nothing.
    noticePeriod() {},
    end: askForEnd,
  },

  actions: {
    publishNotice(step) {
      const { endsAt, announcement, measures } = step.facts;
      step.facts.publishedAt = step.now;
      step.closeTask('publishNotice');
      step.moveTo('NOTICE_PUBLISHED');
      startClocks(step, step.now);
      step.notify('terminationAnnounced', 'platform', { endsAt, announcement, measures });
      begin(step, 'terminationAnnounced');
    },

    everybodyTold(step, { notice, providers, consumers }) {
      const { round } = step.facts;
      if (round === null || round.notice !== notice || round.toldAt !== null) return;
      step.facts.round = { ...round, toldAt: step.now };
      if (step.state.outcome !== null) return;
      step.facts.told = { providers, consumers };
      if (step.facts.firstToldAt === null) {
        step.facts.firstToldAt = step.now;
        startClocks(step, step.now);
      }
      step.moveTo('NOTIFIED');
      step.openOrDescribeTask('windDown', { told: step.facts.told, done: step.facts.done });
      windDown(step);
    },

    recordMeasure(step, { measure }) {
      step.facts.done = protectiveMeasureCodes.filter((code) => code === measure || step.facts.done.includes(code));
      step.moveTo('WINDING_DOWN');
      step.openOrDescribeTask('windDown', { done: step.facts.done });
      if (step.facts.done.length === protectiveMeasureCodes.length) step.closeTask('windDown');
    },

    postponeEnd(step, { endsAt, measures, reason }) {
      const before = step.facts.endsAt;
      refuseEarlier(endsAt, before);
      step.facts.endsAt = endsAt;
      if (measures !== undefined) step.facts.measures = measures;
      step.facts.publishedAt = step.now;
      step.closeTask('end');
      startClocks(step, step.facts.firstToldAt ?? step.now);
      step.moveTo('NOTICE_PUBLISHED');
      step.notify('terminationPostponed', 'platform', { endsAt, before, measures: step.facts.measures, reason });
      begin(step, 'terminationPostponed');
    },

    cancelTermination(step, { reason }) {
      const { endsAt, publishedAt } = step.facts;
      // Who has never heard of the end need not hear that there is none.
      if (publishedAt !== null) {
        step.notify('terminationCancelled', 'platform', { endsAt, reason });
        begin(step, 'terminationCancelled');
      }
      step.close('CANCELLED');
    },

    endPlatform: (step) => step.close('TERMINATED'),
  },
});

type Termination = StepOf<typeof contract>;

function months(step: Termination): number {
  return step.number('termination.noticeMonths');
}

/** The clocks of the notice and of the planned end, as they run from this moment. */
function startClocks(step: Termination, noticeAt: Instant): void {
  step.cancelDeadline('noticePeriod');
  step.cancelDeadline('end');
  const n = months(step);
  step.startDeadline(
    'noticePeriod',
    { unit: 'months', n, rule: 'termination.noticeMonths', rollForward: false },
    noticeAt,
  );
  step.startDeadline('end', { unit: 'instant', at: step.facts.endsAt, begins: true });
}

/** From now on everybody concerned is told. */
function begin(step: Termination, notice: Round): void {
  step.facts.round = { notice, toldAt: null };
}

/** What was done before a later date was set stays done. */
function windDown(step: Termination): void {
  const { done, endsAt } = step.facts;
  if (done.length > 0) step.moveTo('WINDING_DOWN');
  if (done.length === protectiveMeasureCodes.length) step.closeTask('windDown');
  if (endsAt <= step.now) askForEnd(step);
}

function askForEnd(step: Termination): void {
  const { done, endsAt } = step.facts;
  step.openOrDescribeTask('end', { endsAt, done });
}

/** @throws Refusal NOT_NOW before the planned end, or before three months have passed since everybody was told */
function isTime({ now, facts, rules }: Termination): void {
  const { endsAt, firstToldAt } = facts;
  const noticed = firstToldAt === null ? null : earliestEnd(dayOf(firstToldAt), rules['termination.noticeMonths']);
  const from = noticed !== null && noticed > endsAt ? noticed : endsAt;
  if (now >= from) return;
  const words = momentInWords(from);
  refuse('NOT_NOW', `平台服务最早可于 ${words.zh} 终止。`, `The platform can end at ${words.en} at the earliest.`, {
    facts: { requirement: 'HN-NET-11.1', from },
  });
}

/** @throws Refusal INVALID_INPUT for an end that is not later than the one that was announced (HN-NET-11.4) */
function refuseEarlier(endsAt: Instant, before: Instant): void {
  if (endsAt > before) return;
  const words = momentInWords(before);
  refuse(
    'INVALID_INPUT',
    `终止日期不得提前，须晚于已公示的 ${words.zh}。`,
    `The end cannot be brought forward: it must be later than ${words.en}, which was announced.`,
    { field: 'endsAt', facts: { requirement: 'HN-NET-11.4', announced: before } },
  );
}
