/** Trial operation, 一.2: two months, three targets, then regularisation or clearance. */
import type { Recommended, TrialFigures, TrialReopening, TrialTargets } from '../../../rules/sh-store/notices.ts';
import { refuse } from '../../../rules/refusal.ts';
import { judgeTrial, trialFacts } from '../../../rules/sh-store/trial.ts';
import { entry } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { clearance } from '../clearance/contract.ts';
import { endedByClearance } from '../ended-by-clearance.ts';
import { storeOf, type ShStoreReadings } from '../words.ts';
import { trialOperation as contract } from './contract.ts';
import { figuresInWords } from './figures-in-words.ts';
import { trialOperationSentences } from './sentences.ts';

type Trial = StepOf<typeof contract>;

const decidedAnew = text(
  '本结果依据更正后的数据重新评定作出，取代此前告知的结果。',
  'Judged anew on corrected figures; this replaces the result you were told before.',
);

/** Why the ground is withdrawn (SH-STORE-07.12). */
const nowMet = text(
  '试运行依据更正后的数据重新评定，三项指标均已达标',
  'the trial was judged anew on corrected figures, and all three targets are met',
);

export const trialOperation = defineProcess(contract, {
  sentences: trialOperationSentences,

  facts: ({ approvedAt, department, documentNumber }) => ({
    approvedAt,
    department,
    documentNumber,
    endedAt: null,
    snapshots: [],
    reopened: null,
    detected: false,
  }),

  open(step, { approvedAt, recommenderId }) {
    step.participate('recommender', recommenderId);
    step.startDeadline('trial', step.span('months', 'trial.months', 'time.rollForward.trial'), approvedAt);
    const started = { startedAt: approvedAt, targets: targetsOf(step) };
    step.notify('trialStarted', 'provider', started, ['trial']);
    step.notify('recommendedTrialStarted', 'recommender', { ...letterOf(step), ...started }, ['trial']);
  },

  /** Corrections made later count for what was earned before the end; what was earned after it does not. */
  readsBefore: (state) => state.facts.endedAt,

  due: {
    trial(step, figures) {
      step.facts.endedAt = figures.asOf;
      step.moveTo('TRIAL_EVALUATION');
      if (takeSnapshot(step, figures)) step.openTask('trialDecision');
      else fail(step, figures);
    },
  },

  remind: {
    trial(step, figures) {
      const told = { figures: againstTargets(step, figures) };
      step.notify('trialProgress', 'provider', told, ['trial']);
      step.notify('recommendedTrialProgress', 'recommender', { ...letterOf(step), ...told }, ['trial']);
    },
  },

  /** The targets were told when the trial began (SH-STORE-07.7 to .9). */
  rulesAdopted(step, before, reason) {
    const from = targetsUnder(before);
    const to = targetsOf(step);
    if (from.points === to.points && from.orders === to.orders && from.products === to.products) return;
    const told = { from, to, changedAt: step.now, reason };
    step.notify('trialTargetsChanged', 'provider', told, ['trial']);
    step.notify('recommendedTrialTargetsChanged', 'recommender', { ...letterOf(step), ...told }, ['trial']);
  },

  requires: { regularise: [targetsMet] },

  actions: {
    regularise(step, _input, figures) {
      setStatus(step, 'NORMAL');
      const told = againstTargets(step, figures);
      step.notify('trialRegularised', 'provider', { regularisedAt: step.now, figures: told, ...reopeningOf(step) });
      tellRecommender(step, contract.outcomes.REGULARISED, told);
      step.close('REGULARISED');
    },

    // Should the decision be reopened and fail again, there is a new ground to confirm.
    clearanceDismissed(step) {
      step.facts.detected = false;
    },

    ...endedByClearance,

    reopenEvaluation(step, { reason }, figures) {
      const reopened: TrialReopening = { at: step.now, revoked: decisionOf(step) };
      step.facts.reopened = reopened;
      step.reopen('TRIAL_EVALUATION');
      setStatus(step, 'TRIAL');
      const told = { reopened, reason, figures: againstTargets(step, figures) };
      step.notify('trialReopened', 'provider', told);
      step.notify('trialReopened', 'recommender', told);
      if (takeSnapshot(step, figures)) {
        withdrawClearance(step);
        step.openTask('trialDecision');
      } else {
        step.closeTask('trialDecision');
        fail(step, figures);
      }
    },
  },
});

function setStatus(step: Trial, status: 'TRIAL' | 'NORMAL'): void {
  const storeId = storeOf(step.state.about);
  if (storeId !== null) step.write('setStoreStatus', { storeId, status });
}

type Figures = ShStoreReadings['trial'];

function judge(step: Trial, figures: Figures) {
  return judgeTrial(figures, step.rules);
}

function targetsMet(step: Trial, figures: Figures): void {
  if (judge(step, figures).passed) return;
  refuse(
    'CONDITION_NOT_MET',
    '三项指标未全部达到，不能转正。',
    'Not all three targets are met; the store cannot be regularised.',
    { facts: { ...figures } },
  );
}

/** Stores the snapshot the judgement stands on; true if all three targets are met. */
function takeSnapshot(step: Trial, figures: Figures): boolean {
  const { passed } = judge(step, figures);
  const { asOf, points, orders, products } = figures;
  const snapshot = { asOf, takenAt: step.now, points, orders, products, passed };
  step.facts.snapshots.push(snapshot);
  step.record(
    'TRIAL_FIGURES_TAKEN',
    entry(text('试运行数据', 'Figures of the trial'), figuresInWords(figures, step.state.rules)),
    { detail: snapshot, clause: 'SH-STORE 一.2', requirement: 'SH-STORE-07.12' },
  );
  return passed;
}

/** Any target missed: clearance, which a person confirms (SH-STORE-07.11, XC-05.2). */
function fail(step: Trial, figures: Figures): void {
  const told = againstTargets(step, figures);
  const endedAt = step.facts.endedAt ?? step.now;
  const facts = trialFacts(judge(step, figures), endedAt);
  if (step.facts.detected) step.tellAbout(clearance, 'correctFacts', { ...groundOf(step), facts });
  else if (step.isOn('clearance.detect.trial')) {
    step.facts.detected = true;
    step.join(clearance, { ...groundOf(step), origin: 'trialOperation', detectedAt: step.now, facts });
  }
  step.notify('trialFailed', 'provider', {
    endedAt,
    figures: told,
    ...reopeningOf(step),
  });
  tellRecommender(step, contract.outcomes.TRIAL_FAILED, told);
  step.close('TRIAL_FAILED');
}

/** All targets are met after all: the clearance that a missed one opened has lost its ground. */
function withdrawClearance(step: Trial): void {
  if (!step.facts.detected) return;
  step.tellAbout(clearance, 'withdrawGround', { ...groundOf(step), why: nowMet });
  step.facts.detected = false;
}

function groundOf({ state }: Trial) {
  return { ground: 'CLEAR_TRIAL_FAILED', originCaseId: state.id } as const;
}

function targetsOf({ rules }: Trial): TrialTargets {
  return targetsUnder(rules);
}

function targetsUnder(rules: Trial['rules']): TrialTargets {
  return { points: rules['trial.points'], orders: rules['trial.orders'], products: rules['trial.products'] };
}

/** The figures beside their targets, as notices show them: points must be exceeded, the others reached. */
function againstTargets(step: Trial, figures: Figures): TrialFigures {
  const targets = targetsOf(step);
  const judged = judge(step, figures).targets;
  const against = (name: keyof typeof targets, exceed: boolean) => ({
    value: figures[name],
    target: targets[name],
    exceed,
    met: judged.some(({ figure, met }) => figure === name && met),
  });
  return { points: against('points', true), orders: against('orders', false), products: against('products', false) };
}

/** What had been decided when the decision is opened again. */
function decisionOf({ state: { outcome } }: Trial): TrialReopening['revoked'] {
  return outcome === 'REGULARISED' || outcome === 'TRIAL_FAILED' ? outcome : null;
}

/** A result that follows a reopening says so, since it replaces what the store and its recommender were told before. */
function reopeningOf({ facts: { reopened } }: Trial): { reopened?: TrialReopening } {
  return reopened == null ? {} : { reopened };
}

function letterOf({ facts: { department, documentNumber } }: Trial): Recommended {
  return { department, documentNumber };
}

function tellRecommender(step: Trial, outcome: Text, figures: TrialFigures): void {
  const isAnew = step.facts.reopened != null;
  step.notify('recommendedCaseOutcome', 'recommender', {
    ...letterOf(step),
    outcome,
    decidedAt: step.now,
    figures,
    ...(isAnew && { reasons: [decidedAnew] }),
  });
}
