/**
 * A leak or loss of consumer data, actual or possible, 第九条第八项: it is opened at once, whatever the day; the first measures do not wait
 * until anybody has found out why; it is reported to the authority, the persons are told, its cause is remedied, and it is closed with cause and
 * lesson. The hub handles it, wherever the data was.
 */
import { checkStatedAt, leakedData } from '../../../rules/hn-net/data-breach.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { addHours } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { dataBreach as contract, type DataBreach } from './contract.ts';
import { dataBreachSentences } from './sentences.ts';

export const dataBreach = defineProcess(contract, {
  sentences: dataBreachSentences,

  facts: (opening) => ({ ...opening, contained: null, reportedAt: null, tellings: [], remediedAt: null }),

  open(step) {
    inHours(step, 'measures', step.rules['breach.measuresWithinHours']);
    inHours(step, 'report', step.rules['breach.reportWithinHours']);
    inHours(step, 'tell', step.rules['breach.tellWithinHours']);
    step.startDeadline('remedy', step.workingDays('breach.remedyWithin'));
    step.openTask('contain', {});
    step.openTask('report', {});
    const data = titlesOf(step);
    if (step.hasParty('provider')) {
      const told = { data, foundAt: step.facts.foundAt, reportedAt: step.now };
      step.notify('measuresAsked', 'provider', told, ['measures', 'tell', 'remedy']);
    }
    if (step.hasParty('reporter')) step.notify('reportReceived', 'reporter', { data, receivedAt: step.now });
  },

  requires: { concludeBreach: [everythingDone] },

  // Nothing follows of itself: whoever answers for the hub sees to it.
  due: {
    measures: (step) => step.openOrDescribeTask('overdue', { measures: step.passedAt('measures') }),
    report: (step) => step.openOrDescribeTask('overdue', { report: step.passedAt('report') }),
    tell: (step) => step.openOrDescribeTask('overdue', { tell: step.passedAt('tell') }),
    remedy: (step) => step.openOrDescribeTask('overdue', { remedy: step.passedAt('remedy') }),
  },

  actions: {
    takeMeasures(step, { measures, takenAt }) {
      refuseIssues(checkStatedAt('takenAt', takenAt, step.now));
      step.facts.contained = { measures, takenAt };
      step.meetDeadline('measures');
      step.closeTask('contain');
      step.moveTo('CONTAINED');
      step.openTask('followUp', {});
      settle(step);
    },

    reportToAuthority(step, { reportedAt }) {
      refuseIssues(checkStatedAt('reportedAt', reportedAt, step.now));
      step.facts.reportedAt = reportedAt;
      step.meetDeadline('report');
      step.closeTask('report');
      settle(step);
    },

    tellPersons(step, { persons, toldAt, message }) {
      const { foundAt, tellings, reporterConcerned } = step.facts;
      refuseIssues(checkStatedAt('toldAt', toldAt, step.now));
      step.facts.tellings = [...tellings, { persons, toldAt }];
      if (tellings.length === 0) {
        step.meetDeadline('tell');
        if (reporterConcerned) step.notify('personTold', 'reporter', { data: titlesOf(step), message, foundAt });
      }
      settle(step);
    },

    recordRemedy(step, { remediedAt }) {
      refuseIssues(checkStatedAt('remediedAt', remediedAt, step.now));
      step.facts.remediedAt = remediedAt;
      step.meetDeadline('remedy');
      settle(step);
    },

    addFindings() {},

    concludeBreach: (step, { reason }) => decide(step, 'REMEDIED', reason),
    dismissBreach: (step, { reason }) => decide(step, 'NOT_A_BREACH', reason),
  },
});

/** Hours of the clock from the report, at any hour and on any day. */
function inHours(step: DataBreach, deadline: 'measures' | 'report' | 'tell', hours: number): void {
  step.startDeadline(deadline, { unit: 'instant', at: addHours(step.now, hours) });
}

function titlesOf({ facts: { data } }: DataBreach) {
  return data.map((kind) => leakedData[kind]);
}

/** What a leak still lacks before it can be closed, in words. */
function lacking({ facts: { reportedAt, tellings, remediedAt } }: DataBreach) {
  return [
    ...(reportedAt === null ? [text('向主管部门的报告', 'the report to the authority')] : []),
    ...(tellings.length === 0 ? [text('对所涉个人的告知', 'the telling of the persons concerned')] : []),
    ...(remediedAt === null ? [text('整改', 'the remedy')] : []),
  ];
}

/** Tasks follow what is done: nobody is asked for what stands already. */
function settle(step: DataBreach): void {
  const { tellings, remediedAt, contained } = step.facts;
  if (tellings.length > 0 && remediedAt !== null) step.closeTask('followUp');
  if (contained === null || lacking(step).length > 0) return;
  step.closeTask('overdue');
  step.openOrDescribeTask('conclude', {});
}

/** Closed only when it was reported, told and remedied. */
function everythingDone(step: DataBreach): void {
  const missing = lacking(step);
  if (missing.length === 0) return;
  const { zh, en } = entry(text('尚未登记', 'not recorded yet'), parts(...missing));
  refuse('CONDITION_NOT_MET', `${zh}。登记后再结案。`, `Record what is missing first, then close: ${en}.`, {
    facts: { requirement: 'HN-NET-15.8' },
  });
}

/** Both sides are told. */
function decide(step: DataBreach, outcome: 'REMEDIED' | 'NOT_A_BREACH', reason: string): void {
  const told = { result: step.contract.outcomes[outcome], reason, decidedAt: step.now };
  for (const side of ['provider', 'reporter'] as const) {
    if (step.hasParty(side)) step.notify('breachDecided', side, told);
  }
  step.close(outcome);
}
