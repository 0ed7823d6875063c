/** Store set-up, 四.3 and 四.5(1): decoration published and the first products listed. */
import { text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import type { ClearanceOpening } from '../clearance/contract.ts';
import { defineProcess } from '../../engine/process.ts';
import type { Readings } from '../../engine/readings.ts';
import type { Step } from '../../engine/step.ts';
import { awaitingReview, type RectificationOpening } from '../rectification/contract.ts';
import { storeSetup as contract, type StoreSetupFacts, type StoreSetupOpening } from './contract.ts';
import type { StoreSetupInputs } from './input.ts';
import { progressOf, type Progress } from './progress.ts';

type Setup = Step<StoreSetupFacts>;

const limits = ['setup', 'setupLimit'] as const;

export const storeSetup = defineProcess<StoreSetupFacts, StoreSetupOpening, StoreSetupInputs>()({
  contract,
  firstStage: 'SETUP_OPEN',

  facts: ({ approvedAt, route }) => ({
    approvedAt,
    route,
    decorationPublishedAt: null,
    listedProducts: 0,
    doneAt: null,
    latePassedAt: null,
    limitPassedAt: null,
    rectificationCaseId: null,
    clearanceCaseId: null,
  }),

  open(step, { approvedAt, route }) {
    step.startDeadline('setup', step.workingDays('setup.days'), approvedAt);
    step.startDeadline('setupLimit', step.workingDays('setup.limitDays'), approvedAt);
    step.notify('storeOpened', 'owner', { openedAt: approvedAt, route }, limits);
  },

  facted(step, reading) {
    if (step.facts.clearanceCaseId === null) return follow(step, reading);
    // Beyond the limit a person decides, unless it comes out that all was done by then: the ground has never stood.
    const { doneAt } = note(step, reading);
    if (doneAt !== null && isBefore(doneAt, step.facts.limitPassedAt)) finish(step, doneAt);
  },

  // The facts are read as of the last moment, so that what happened in time counts however late it is read.
  settle: { setup: settle, setupLimit: settle },

  due: {
    setup(step, { asOf }) {
      step.facts.latePassedAt = asOf;
      openRectification(step);
    },

    setupLimit(step, { asOf }) {
      step.facts.limitPassedAt = asOf;
      if (step.isOn('clearance.detect.setup')) openClearance(step);
    },
  },

  actions: {
    clearanceConfirmed(step) {
      const { rectificationCaseId } = step.facts;
      if (rectificationCaseId !== null) step.send(rectificationCaseId, 'closeEscalated');
      step.close('SETUP_CLEARED');
    },

    clearanceDismissed(step, _input, reading) {
      step.facts.clearanceCaseId = null;
      const { rectificationCaseId } = step.facts;
      if (rectificationCaseId !== null) step.send(rectificationCaseId, 'returnToCorrection');
      step.moveTo(rectificationCaseId === null ? 'SETUP_OPEN' : 'SETUP_LATE_RECTIFICATION');
      // It may have been done while a person was deciding.
      follow(step, reading);
    },
  },
});

/** Facts have arrived: the set-up is done, or waits for the platform's own review, or goes on. */
function follow(step: Setup, reading: Readings['setup']): void {
  const progress = note(step, reading);
  if (progress.doneAt !== null) return finish(step, progress.doneAt);
  if (!step.isOn('setup.suspendWhileInReview')) return;
  const limit = step.deadline('setupLimit');
  if (limit === undefined) return;
  const paused = limit.dueAt === null;
  if (progress.awaitingSince !== null && !paused) suspend(step, progress.awaitingSince);
  if (progress.awaitingSince === null && paused) resume(step, progress.returnedAt ?? step.now);
}

function note(step: Setup, reading: Readings['setup']): Progress {
  const progress = progressOf(reading, step.number('setup.products'));
  step.facts.decorationPublishedAt = progress.decorationPublishedAt;
  step.facts.listedProducts = progress.listed;
  return progress;
}

/**
 * At the last moment all was done, or nothing was missing but the platform's own review, and nobody had told the case yet. A
 * submission that the platform has answered is not waited for again.
 */
function settle(step: Setup, reading: Readings['setup']): void {
  const { doneAt, awaitingSince } = note(step, reading);
  if (doneAt !== null) return finish(step, doneAt);
  if (awaitingSince === null || !step.isOn('setup.suspendWhileInReview')) return;
  const from = pauseFrom(step, awaitingSince);
  if (step.deadline('setupLimit')?.pauses.some((pause) => pause.from >= from)) return;
  suspend(step, awaitingSince);
}

function isBefore(at: Instant, end: Instant | null): boolean {
  return end === null || at < end;
}

function pauseFrom(step: Setup, since: Instant): Instant {
  return since > step.facts.approvedAt ? since : step.facts.approvedAt;
}

/** A product handed in in time does not count against the store while the platform has it (SH-STORE-06.6). */
function suspend(step: Setup, since: Instant): void {
  const from = pauseFrom(step, since);
  for (const name of limits) step.pauseDeadline(name, awaitingReview, from);
  const { rectificationCaseId } = step.facts;
  if (rectificationCaseId !== null) step.send(rectificationCaseId, 'suspendCorrection', { from });
  if (step.state.stage === 'SETUP_OPEN') step.moveTo('SETUP_AWAITING_REVIEW');
}

function resume(step: Setup, at: Instant): void {
  for (const name of limits) step.resumeDeadline(name, at);
  const { rectificationCaseId } = step.facts;
  if (rectificationCaseId !== null) step.send(rectificationCaseId, 'resumeCorrection', { at });
  if (step.state.stage === 'SETUP_AWAITING_REVIEW') step.moveTo('SETUP_OPEN');
}

/**
 * Done: the clearance clock ends; a rectification that was opened goes to the reviewer for release (SH-STORE-06.7). What was opened
 * because nobody had reported in time what was done in time has no ground (SH-STORE-06.1).
 */
function finish(step: Setup, doneAt: Instant): void {
  const { latePassedAt, rectificationCaseId, clearanceCaseId } = step.facts;
  const inTime = isBefore(doneAt, latePassedAt);
  step.facts.doneAt = doneAt;
  step.record('SETUP_COMPLETED', text('店铺装修已发布，产品已上架', 'Decoration published and products listed'), {
    detail: { doneAt, inTime },
    clause: 'SH-STORE 四.3',
    requirement: 'SH-STORE-06.5',
  });
  step.meetDeadline('setup');
  step.meetDeadline('setupLimit');
  if (clearanceCaseId !== null) step.send(clearanceCaseId, 'withdrawGround', { originCaseId: step.state.id });
  if (rectificationCaseId !== null && inTime) step.send(rectificationCaseId, 'withdrawRectification', { doneAt });
  if (rectificationCaseId !== null && !inTime)
    step.send(rectificationCaseId, 'submitCorrection', { correctedAt: doneAt });
  step.notify('setupDone', 'owner', { doneAt, inTime });
  step.close('SETUP_DONE');
}

function openRectification(step: Setup): void {
  const id = step.childId('rec');
  step.facts.rectificationCaseId = id;
  step.moveTo('SETUP_LATE_RECTIFICATION');
  const opening: RectificationOpening = {
    ground: 'RECT_LATE_SETUP',
    originCaseId: step.state.id,
    approvedAt: step.facts.approvedAt,
    decorationPublishedAt: step.facts.decorationPublishedAt,
    listedProducts: step.facts.listedProducts,
    pauses: step.deadline('setupLimit')?.pauses ?? [],
  };
  step.openCase(
    { id, kind: 'rectification', stage: 'NOTIFIED', storeId: step.state.storeId, openedById: owner(step), opening },
    text('整顿', 'Rectification'),
  );
}

function openClearance(step: Setup): void {
  // Not `clr-…`, which is the clearance of a failed trial of the same store.
  const id = step.childId('clr-setup');
  step.facts.clearanceCaseId = id;
  step.moveTo('SETUP_CLEARANCE_PENDING');
  const { rectificationCaseId } = step.facts;
  if (rectificationCaseId !== null) step.send(rectificationCaseId, 'escalateToClearance', { clearanceCaseId: id });
  const { decorationPublishedAt, listedProducts, approvedAt } = step.facts;
  const opening: ClearanceOpening = {
    ground: 'CLEAR_1_SETUP',
    originCaseId: step.state.id,
    detectedAt: step.now,
    facts: [
      text(`开店审核通过于 ${approvedAt.slice(0, 10)}`, `Review passed on ${approvedAt.slice(0, 10)}`),
      decorationPublishedAt === null
        ? text('店铺装修未发布', 'Decoration not published')
        : text(
            `店铺装修发布于 ${decorationPublishedAt.slice(0, 10)}`,
            `Decoration published on ${decorationPublishedAt.slice(0, 10)}`,
          ),
      text(`已上架产品 ${listedProducts} 个`, `${listedProducts} products listed`),
    ],
  };
  step.openCase(
    {
      id,
      kind: 'clearance',
      stage: 'PENDING_CONFIRMATION',
      storeId: step.state.storeId,
      openedById: owner(step),
      opening,
    },
    text('清退', 'Clearance'),
  );
}

function owner(step: Setup): string | null {
  return step.state.participants['filer']?.[0] ?? null;
}
