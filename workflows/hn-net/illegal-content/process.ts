/**
 * Unlawful content, 第八条第六项: what is found or reported is kept as it was, assessed, put an end to at once, and reported to the
 * authority; when necessary a manager stops the service to the provider. When the platform knew and when it acted stands on the timeline,
 * because its liability depends on both (第八条第十三项).
 */
import { checkReportedAt, contentBreaches, contentMeasures } from '../../../rules/hn-net/unlawful-content.ts';
import { entry } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { addHours, dayOf, momentInWords } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { enterCredit } from '../credit-entry.ts';
import { refuseStrangeOffers, restoreToView, takeOutOfView } from '../offers-named.ts';
import { providerRegistration } from '../provider-registration/contract.ts';
import { illegalContent as contract, type UnlawfulContent } from './contract.ts';
import { illegalContentSentences } from './sentences.ts';
import { clauses } from './terms.ts';

/** A stop of the service suspends the registration on this ground. */
const GROUND = 'UNLAWFUL_CONTENT';

export const illegalContent = defineProcess(contract, {
  sentences: illegalContentSentences,

  facts: (opening) => ({
    ...opening,
    snapshots: [],
    confirmed: null,
    reportedAt: null,
    serviceStoppedAt: null,
  }),

  open(step, { knownAt, alleged, items }) {
    const limit = addHours(knownAt, step.rules['illegal.measureWithinHours']);
    step.startDeadline('measure', { unit: 'instant', at: limit }, knownAt);
    step.startDeadline('report', step.workingDays('illegal.reportWithin'), knownAt);
    step.openTask('assess', { alleged, earlier: step.facts.earlier.length });
    recordLiability(step, 'KNOWLEDGE_RECORDED');
    recordEarlier(step);
    const ground = contentBreaches[alleged].title;
    if (step.hasParty('reporter')) {
      step.notify('reportReceived', 'reporter', { alleged: ground, items, receivedAt: step.now });
    }
  },

  requires: {
    confirmBreach: [snapshotKept],
    stopService: [registrationKnown, notStoppedYet],
  },

  cites: {
    confirmBreach: (_state, { breach }) => contentBreaches[breach],
  },

  // Nothing follows of itself: whoever answers for the platform sees to it.
  due: {
    measure: (step) => step.openOrDescribeTask('overdue', { measure: step.passedAt('measure') }),
    report: (step) => step.openOrDescribeTask('overdue', { report: step.passedAt('report') }),
    statement() {},
  },

  actions: {
    keepSnapshot(step, { fileId }) {
      step.facts.snapshots = [...step.facts.snapshots, { fileId, keptAt: step.now }];
    },

    addEvidence() {},

    confirmBreach(step, { breach, measures, offers, reason }, onRecord) {
      refuseStrangeOffers(offers, onRecord);
      const { items, earlier } = step.facts;
      step.facts.offers = [...new Set([...(step.facts.offers ?? []), ...offers])];
      takeOutOfView(step, step.facts.offers, { deleted: measures.includes('DELETE'), reason });
      step.participate('assessor');
      step.facts.confirmed = { breach, measures, takenAt: step.now };
      step.meetDeadline('measure');
      step.closeTask('assess');
      step.closeTask('overdue');
      step.addParty('provider', step.facts.provider);
      step.startDeadline('statement', step.workingDays('content.answerWithin'));
      recordLiability(step, 'MEASURE_TIME_RECORDED');
      enterViolation(step);
      const { title, clause } = contentBreaches[breach];
      const told = { breach: title, clause, items, reason, takenAt: step.now, earlier: earlier.length };
      const taken = measures.map((measure) => contentMeasures[measure]);
      step.notify('measureTaken', 'provider', { ...told, measures: taken }, ['statement']);
      const result = text('经核查违法，已采取措施', 'The content breaches the rules; measures were taken');
      if (step.hasParty('reporter')) step.notify('reportDecided', 'reporter', { result, reason, decidedAt: step.now });
      step.openTask('report', {});
      step.moveTo('MEASURE_TAKEN');
    },

    dismissFinding(step, { reason }) {
      const { passedOnFrom } = step.facts;
      if (passedOnFrom !== undefined) restoreToView(step, [passedOnFrom], reason);
      const result = contract.outcomes.NO_BREACH;
      if (step.hasParty('reporter')) step.notify('reportDecided', 'reporter', { result, reason, decidedAt: step.now });
      step.close('NO_BREACH');
    },

    reportToAuthority(step, { reportedAt }) {
      refuseIssues(checkReportedAt(reportedAt, step.facts.knownAt, step.now));
      step.facts.reportedAt = reportedAt;
      step.meetDeadline('report');
      step.closeTask('report');
      step.closeTask('overdue');
      if (step.facts.serviceStoppedAt !== null) {
        step.close('SERVICE_STOPPED');
        return;
      }
      step.moveTo('REPORTED');
      step.openTask('conclude', { earlier: step.facts.earlier.length });
    },

    giveStatement: (step) => step.meetDeadline('statement'),

    // The registration suspends the listing and tells the provider why (HN-NET-06.5).
    stopService(step, { reason }) {
      const { registrationCaseId } = step.facts;
      if (registrationCaseId === null) throw new Error('The registration of the provider is not known.');
      step.facts.serviceStoppedAt = step.now;
      step.tell(registrationCaseId, providerRegistration, 'suspendListing', { ground: GROUND, reason });
      if (step.state.stage === 'REPORTED') step.close('SERVICE_STOPPED');
    },

    closeMatter: (step) => step.close('CLOSED'),

    liftMeasure(step, { reason }) {
      const { registrationCaseId, serviceStoppedAt, items, offers = [], passedOnFrom } = step.facts;
      restoreToView(step, passedOnFrom === undefined ? offers : [...offers, passedOnFrom], reason);
      if (serviceStoppedAt !== null && registrationCaseId !== null) {
        step.tell(registrationCaseId, providerRegistration, 'restoreListing', { ground: GROUND, reason });
      }
      enterViolation(step, dayOf(step.now));
      for (const side of ['provider', 'reporter'] as const) {
        if (step.hasParty(side)) step.notify('measureLifted', side, { reason, items, liftedAt: step.now });
      }
      step.close('LIFTED');
    },
  },
});

/** Puts the time of knowing, and that of acting once there is one, on the timeline (HN-NET-14.2). */
function recordLiability(step: UnlawfulContent, type: string): void {
  const { knownAt, confirmed } = step.facts;
  const known = entry(text('平台知悉时间', 'Known to the platform since'), momentInWords(knownAt));
  const acted = confirmed && entry(text('采取措施时间', 'measure taken'), momentInWords(confirmed.takenAt));
  step.record(type, acted === null ? known : text(`${known.zh}；${acted.zh}`, `${known.en}; ${acted.en}`), {
    clause: clauses.liability,
    requirement: 'HN-NET-14.2',
    detail: { knownAt, takenAt: confirmed?.takenAt ?? null },
  });
}

/** That it is not the first time stands before the eyes of whoever decides (HN-NET-08.4). */
function recordEarlier(step: UnlawfulContent): void {
  const { length } = step.facts.earlier;
  if (length === 0) return;
  const line = text(`该服务商此前已认定违法信息 ${length} 件`, `Breaches of this provider confirmed before: ${length}`);
  step.record('EARLIER_BREACHES', line, { clause: clauses.monitoring, requirement: 'HN-NET-08.4' });
}

/** The breach stands in the credit record, or has been taken back there (HN-NET-12.1). */
function enterViolation(step: UnlawfulContent, liftedOn?: string): void {
  const { confirmed, provider } = step.facts;
  if (confirmed === null) throw new Error('No breach was confirmed.');
  const item = { breach: confirmed.breach, foundOn: dayOf(confirmed.takenAt), ...(liftedOn && { liftedOn }) };
  const phrase =
    liftedOn === undefined
      ? text('违法信息计入服务商信用记录', 'The breach enters the credit record of the provider')
      : text('服务商信用记录中标注为已撤销', 'The credit record of the provider shows it as reversed');
  enterCredit(step, provider, { violations: { [step.state.id]: item } }, phrase, liftedOn ? 'REVERSED' : 'FOUND');
}

/** What is deleted from view is kept as it was (HN-NET-08.6). */
function snapshotKept({ facts: { snapshots } }: UnlawfulContent): void {
  if (snapshots.length > 0) return;
  refuse(
    'CONDITION_NOT_MET',
    '请先留存内容快照，再采取措施。',
    'Keep a snapshot of the content first; then take measures.',
    { facts: { requirement: 'HN-NET-08.6' } },
  );
}

function registrationKnown({ facts: { registrationCaseId } }: UnlawfulContent): void {
  if (registrationCaseId !== null) return;
  refuse(
    'CONDITION_NOT_MET',
    '该服务商没有进行中的登记案件，无法通过登记停止其服务。',
    'The provider has no open registration through which its service could be stopped.',
  );
}

function notStoppedYet({ facts: { serviceStoppedAt } }: UnlawfulContent): void {
  if (serviceStoppedAt === null) return;
  refuse('ALREADY_DONE', '已决定停止提供平台服务。', 'The service has been stopped already.', {
    facts: { serviceStoppedAt },
  });
}
