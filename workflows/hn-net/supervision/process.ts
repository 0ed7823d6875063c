/**
 * Supervision, 第二十四条: the department of the place of service inspects, finds, and decides what follows. Nothing follows of itself, and
 * nobody loses a qualification unheard. What a level cannot handle is handed upward; the level that did goes on reading it.
 */
import { parentOf } from '../../../rules/hn-net/network.ts';
import {
  checkCorrectBy,
  checkGrounds,
  checkReferredOn,
  supervisionGrounds,
  type SupervisedKind,
} from '../../../rules/hn-net/supervision.ts';
import type { DisqualificationGround } from '../../../rules/hn-net/window.ts';
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { providerRegistration } from '../provider-registration/contract.ts';
import { windowQualification } from '../window-qualification/contract.ts';
import { networkBody, type QualificationsOnRecord } from '../words.ts';
import { supervision as contract, type SupervisionStep } from './contract.ts';
import { supervisionSentences } from './sentences.ts';
import { SUPERVISION } from './terms.ts';

/** What each may lose, and what then becomes of the case. */
const losses = {
  PROVIDER: {
    qualification: text('平台网络服务资格', 'network service qualification'),
    outcome: 'PROVIDER_CANCELLED',
    requirement: 'HN-NET-25.3',
  },
  WINDOW: {
    qualification: text('窗口服务平台资格', 'window qualification'),
    outcome: 'QUALIFICATION_CANCELLED',
    requirement: 'HN-NET-25.2',
  },
} as const satisfies Readonly<Record<SupervisedKind, { qualification: Text; outcome: string; requirement: string }>>;

export const supervision = defineProcess(contract, {
  sentences: supervisionSentences,

  facts: (opening) => ({
    ...opening,
    finding: null,
    correctBy: null,
    announcedAt: null,
    heard: null,
    referrals: [],
    escalatedBy: [],
  }),

  open(step, { trigger, upheldComplaints, violations }) {
    step.openTask('inspect', { trigger, upheldComplaints, violations });
    const seen = text(
      `信用记录：投诉成立 ${upheldComplaints} 件，违法信息 ${violations} 件`,
      `Credit record: ${upheldComplaints} complaints upheld, ${violations} breaches found`,
    );
    step.record('CREDIT_RECORD_SEEN', seen, { clause: SUPERVISION, requirement: 'HN-NET-25.3' });
  },

  requires: {
    cancelQualification: [qualificationStands],
    escalate: [departmentAbove],
  },

  cites: {
    announceLoss: ({ facts }) => groundOf(facts),
    cancelQualification: ({ facts }) => groundOf(facts),
    dropLoss: ({ facts }) => groundOf(facts),
  },

  due: {
    // Whether it was corrected somebody sees to; its time has run out, no more.
    correction: (step) => step.openOrDescribeTask('judgeCorrection', { overdueSince: step.passedAt('correction') }),
    statement: (step) => hear(step, 'SILENCE'),
  },

  actions: {
    recordFinding(step, { grounds, reason }) {
      refuseIssues(checkGrounds(grounds, step.facts.kind));
      step.participate('finder');
      step.facts.finding = { grounds, foundAt: step.now };
      step.closeTask('inspect');
      step.notify('findingMade', 'supervised', { grounds: foundTitles(step), reason, foundAt: step.now });
      toMeasure(step);
    },

    warn(step, { demands, correctBy, reason }) {
      refuseIssues(checkCorrectBy(correctBy, dayOf(step.now)));
      step.facts.correctBy = correctBy;
      step.closeTask('decideMeasure');
      step.moveTo('WARNED');
      step.startDeadline('correction', { unit: 'date', day: correctBy });
      const told = { grounds: foundTitles(step), demands, correctBy, reason };
      step.notify('warned', 'supervised', told, ['correction']);
    },

    reportCorrection(step) {
      step.meetDeadline('correction');
      step.openOrDescribeTask('judgeCorrection', { reportedAt: step.now });
    },

    acceptCorrection(step) {
      const result = contract.outcomes.CORRECTED;
      step.meetDeadline('correction');
      step.notify('correctionJudged', 'supervised', { result, judgedAt: step.now });
      step.close('CORRECTED');
    },

    rejectCorrection(step, { reason }) {
      const result = text('认定未改正', 'Found not corrected');
      step.cancelDeadline('correction');
      step.closeTask('judgeCorrection');
      step.notify('correctionJudged', 'supervised', { result, reason, judgedAt: step.now });
      toMeasure(step);
    },

    announceLoss(step, { reason }) {
      step.participate('finder');
      step.facts.announcedAt = step.now;
      step.facts.heard = null;
      step.closeTask('decideMeasure');
      step.moveTo('HEARING');
      step.startDeadline('statement', step.workingDays('supervision.statementWithin'));
      const { qualification } = losses[step.facts.kind];
      const told = { qualification, grounds: foundTitles(step), reason };
      step.notify('lossAnnounced', 'supervised', told, ['statement']);
    },

    giveStatement(step) {
      step.meetDeadline('statement');
      hear(step, 'STATEMENT');
    },

    // What it loses is what it has on this day: who registered anew meanwhile loses that registration (HN-NET-25.3).
    cancelQualification(step, { reason }, { registrationCaseId, qualificationCaseId }) {
      const { kind, heard } = step.facts;
      const { qualification, outcome } = losses[kind];
      if (kind === 'PROVIDER' && registrationCaseId !== null) {
        const input = { ground: 'QUALIFICATION_CANCELLED', reason } as const;
        step.tell(registrationCaseId, providerRegistration, 'deregister', input);
      }
      const grounds = foundTitles(step);
      if (kind === 'WINDOW' && qualificationCaseId !== null) {
        step.tell(qualificationCaseId, windowQualification, 'cancelAfterSupervision', {
          reason,
          ...windowGround(step),
        });
      }
      step.close(outcome);
      // The letter is sent, and what became of it recorded, after the case is closed.
      step.notify('qualificationCancelled', 'supervised', {
        ...{ qualification, grounds, reason, cancelledOn: dayOf(step.now) },
        heard: heard?.by === 'STATEMENT',
      });
    },

    dropLoss(step, { reason }) {
      const { qualification } = losses[step.facts.kind];
      step.cancelDeadline('statement');
      step.closeTask('decideLoss');
      step.facts.announcedAt = null;
      step.facts.heard = null;
      step.notify('lossDropped', 'supervised', { qualification, reason, decidedAt: step.now });
      toMeasure(step);
    },

    refer(step, { addressee, referredOn, fileIds }) {
      refuseIssues(checkReferredOn(referredOn, dayOf(step.now)));
      refuseBefore('referredOn', referredOn, dayOf(step.state.openedAt), text('立案之日', 'the day of this case'));
      step.facts.referrals = [...step.facts.referrals, { addressee, referredOn, fileIds }];
    },

    escalate(step, { reason }) {
      const { bodyId } = step.state;
      const above = parentOf(bodyId);
      if (above === null) throw new Error(`There is no department above '${bodyId}'.`);
      step.facts.escalatedBy = [...step.facts.escalatedBy, bodyId];
      step.setBody('department', networkBody(above.id));
      step.notify('supervisionEscalated', 'supervised', { reason, escalatedAt: step.now });
    },

    closeSupervision(step, { reason }) {
      const outcome = step.facts.referrals.length > 0 ? 'REFERRED' : 'CLOSED';
      const told = { result: contract.outcomes[outcome], reason, closedAt: step.now };
      step.notify('supervisionClosed', 'supervised', told);
      step.close(outcome);
    },
  },
});

function toMeasure(step: SupervisionStep): void {
  step.moveTo('FINDING');
  step.openOrDescribeTask('decideMeasure', { grounds: step.facts.finding?.grounds });
}

/** Whoever was to be heard was, or let the time pass; now a manager decides. */
function hear(step: SupervisionStep, by: 'STATEMENT' | 'SILENCE'): void {
  step.facts.heard = { by, at: step.now };
  step.moveTo('TO_DECIDE');
  step.openOrDescribeTask('decideLoss', { heard: by });
}

function foundTitles({ facts: { finding } }: SupervisionStep): Text[] {
  return (finding?.grounds ?? []).map((code) => supervisionGrounds[code].title);
}

function groundOf({ kind }: { readonly kind: SupervisedKind }) {
  return { clause: SUPERVISION, requirement: losses[kind].requirement };
}

/** Of the grounds that were found, the one for which the window loses its qualification. */
function windowGround({ facts: { finding } }: SupervisionStep): { ground: DisqualificationGround } {
  return { ground: finding?.grounds.includes('DUTIES_NOT_DONE') === true ? 'DUTIES_NOT_DONE' : 'NOT_WORKING' };
}

/** A provider loses its qualification with its registration, a window with its recognition: there must be one to lose. */
function qualificationStands({ facts: { kind } }: SupervisionStep, found: QualificationsOnRecord): void {
  if (kind === 'WINDOW') {
    if (found.qualificationCaseId !== null) return;
    refuse(
      'CONDITION_NOT_MET',
      '该单位没有有效的窗口服务平台认定，没有可以取消的窗口资格。',
      'The institution runs no window whose recognition stands, and so has no qualification that could be cancelled.',
    );
  }
  if (found.registrationCaseId !== null) return;
  refuse(
    'CONDITION_NOT_MET',
    '该服务商没有进行中的登记案件，没有可以取消的平台网络服务资格。',
    'The provider has no open registration, and so no qualification that could be cancelled.',
  );
}

function departmentAbove({ state: { bodyId } }: SupervisionStep): void {
  if (parentOf(bodyId) !== null) return;
  refuse('CONDITION_NOT_MET', '没有可以上报的上级主管部门。', 'There is no department above this one.', {
    facts: { bodyId },
  });
}
