/** Store set-up, 四.3 and 四.5(1): decoration published and the first products listed. */
import { parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import { momentInWords, type Instant } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { clearance } from '../clearance/contract.ts';
import { rectification } from '../rectification/contract.ts';
import { whileCleared } from '../ended-by-clearance.ts';
import { setUpFacts } from '../set-up-facts.ts';
import type { ShStoreReadings } from '../words.ts';
import { storeSetup as contract } from './contract.ts';
import { storeSetupSentences } from './sentences.ts';
import { progressOf, type Progress } from './progress.ts';

type Setup = StepOf<typeof contract>;

/** Why the clock of a set-up stands still. */
const awaitingReview = text('产品待平台审核', 'a product awaits the platform’s review');

/** Why the ground is withdrawn where facts come late (SH-STORE-06.1). */
const doneInTime = text(
  '平台数据显示，首次店铺装修及产品上架在15个工作日内已经完成',
  'the data of the platform show that the first decoration and listing were done within 15 working days',
);

const limits = ['setup', 'setupLimit'] as const;

export const storeSetup = defineProcess(contract, {
  sentences: storeSetupSentences,

  facts: ({ approvedAt, route }) => ({
    approvedAt,
    route,
    decorationPublishedAt: null,
    listedProducts: 0,
    doneAt: null,
    latePassedAt: null,
    limitPassedAt: null,
    rectificationCaseId: null,
    detected: false,
  }),

  open(step, { approvedAt, route }) {
    step.startDeadline('setup', step.workingDays('setup.days'), approvedAt);
    step.startDeadline('setupLimit', step.workingDays('setup.limitDays'), approvedAt);
    const products = step.number('setup.products');
    step.notify('storeOpened', 'provider', { openedAt: approvedAt, route, products }, limits);
  },

  applyFacts(step, reading) {
    if (!step.facts.detected) return follow(step, reading);
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
    clearanceDismissed(step, _input, reading) {
      step.tellChildren(rectification, 'returnToCorrection', {});
      goOn(step, reading);
    },

    storeCleared(step, { grounds }) {
      step.breakOff(grounds.includes('CLEAR_1_SETUP') ? 'SETUP_CLEARED' : 'STORE_CLEARED');
    },

    clearanceReversed(step, _input, reading) {
      if (step.takeUp(whileCleared)) goOn(step, reading);
    },
  },
});

/** The clearance does not stand: the set-up goes on, or is done, since it may have been finished while people were deciding. */
function goOn(step: Setup, reading: ShStoreReadings['setup']): void {
  step.facts.detected = false;
  if (step.state.stage === 'SETUP_CLEARANCE_PENDING')
    step.moveTo(step.facts.rectificationCaseId === null ? 'SETUP_OPEN' : 'SETUP_LATE_RECTIFICATION');
  follow(step, reading);
}

/** Facts have arrived: the set-up is done, or waits for the platform's own review, or goes on. */
function follow(step: Setup, reading: ShStoreReadings['setup']): void {
  const progress = note(step, reading);
  if (progress.doneAt !== null) return finish(step, progress.doneAt);
  if (!step.isOn('setup.suspendWhileInReview')) return;
  const limit = step.deadline('setupLimit');
  if (limit === undefined) return;
  const paused = limit.dueAt === null;
  if (progress.awaitingSince !== null && !paused) suspend(step, progress.awaitingSince);
  if (progress.awaitingSince === null && paused) resume(step, progress.returnedAt ?? step.now);
}

function note(step: Setup, reading: ShStoreReadings['setup']): Progress {
  const progress = progressOf(reading, step.number('setup.products'));
  step.facts.decorationPublishedAt = progress.decorationPublishedAt;
  step.facts.listedProducts = progress.listed;
  return progress;
}

/**
 * At the last moment all was done, or nothing was missing but the platform's own review, and nobody had told the case yet. A
 * submission that the platform has answered is not waited for again.
 */
function settle(step: Setup, reading: ShStoreReadings['setup']): void {
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
  if (step.state.stage === 'SETUP_OPEN') step.moveTo('SETUP_AWAITING_REVIEW');
}

function resume(step: Setup, at: Instant): void {
  for (const name of limits) step.resumeDeadline(name, at);
  if (step.state.stage === 'SETUP_AWAITING_REVIEW') step.moveTo('SETUP_OPEN');
}

/**
 * Done: the clearance clock ends; a rectification that was opened goes to the reviewer for release (SH-STORE-06.7). What was opened
 * because nobody had reported in time what was done in time has no ground (SH-STORE-06.1).
 */
function finish(step: Setup, doneAt: Instant): void {
  const { latePassedAt, detected } = step.facts;
  const inTime = isBefore(doneAt, latePassedAt);
  step.facts.doneAt = doneAt;
  step.record('SETUP_COMPLETED', completedInWords(step, doneAt, inTime), {
    detail: { doneAt, inTime },
    clause: 'SH-STORE 四.3',
    requirement: 'SH-STORE-06.5',
  });
  step.meetDeadline('setup');
  step.meetDeadline('setupLimit');
  if (detected) step.tellAbout(clearance, 'withdrawGround', { ...groundOf(step), why: doneInTime });
  if (inTime) step.tellChildren(rectification, 'withdrawRectification', { doneAt });
  else step.tellChildren(rectification, 'submitCorrection', { correctedAt: doneAt });
  step.notify('setupDone', 'provider', { doneAt, inTime });
  step.close('SETUP_DONE');
}

/** When it was done and whether in time; and, if the limit had gone by before it was known, when it came to be known. */
function completedInWords({ now, facts: { latePassedAt } }: Setup, doneAt: Instant, inTime: boolean): Text {
  const [done, told] = [momentInWords(doneAt), momentInWords(now)];
  return parts(
    text(`店铺装修已发布，产品已上架：${done.zh} 完成`, `Decoration published and products listed: done at ${done.en}`),
    inTime ? text('在期限内完成', 'in time') : text('逾期完成', 'late'),
    inTime && latePassedAt !== null
      ? text(`期限届满后于 ${told.zh} 才报告平台`, `reported to the platform only at ${told.en}, after the limit`)
      : undefined,
  );
}

function openRectification(step: Setup): void {
  step.moveTo('SETUP_LATE_RECTIFICATION');
  const { approvedAt, decorationPublishedAt, listedProducts, latePassedAt } = step.facts;
  step.facts.rectificationCaseId = step.open(
    rectification,
    {
      ground: 'RECT_LATE_SETUP',
      originCaseId: step.state.id,
      approvedAt,
      asOf: latePassedAt ?? step.now,
      decorationPublishedAt,
      listedProducts,
    },
    { following: { correction: 'setupLimit' } },
  );
}

function openClearance(step: Setup): void {
  step.moveTo('SETUP_CLEARANCE_PENDING');
  const { decorationPublishedAt, listedProducts, approvedAt, limitPassedAt } = step.facts;
  step.join(clearance, {
    ...groundOf(step),
    origin: 'storeSetup',
    detectedAt: step.now,
    facts: setUpFacts({
      approvedAt,
      asOf: limitPassedAt ?? step.now,
      decorationPublishedAt,
      listedProducts,
      neededProducts: step.number('setup.products'),
    }),
  });
  step.facts.detected = true;
  step.tellChildren(rectification, 'escalateToClearance', {});
}

function groundOf({ state }: Setup) {
  return { ground: 'CLEAR_1_SETUP', originCaseId: state.id } as const;
}
