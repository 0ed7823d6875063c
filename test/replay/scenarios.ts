/**
 * The courses of a case whose histories are kept. Each is lived through on the real product, through the public API where it has
 * a door; what it must come to is written beside it. Rules for changes: README.md in this folder.
 */
import { caseInput } from '../../prisma/case-input.ts';
import { stackClock } from '../../prisma/clock.ts';
import { startOptions, workflowTypeOf } from '../../workflows/start-case.ts';
import {
  appointment,
  apply,
  goodFigures,
  institutions,
  openStore,
  postLetter,
  passPreliminaryReview,
  publishDecoration,
  reachFigures,
  recommend,
  report,
  reportAll,
  review,
  settled,
  trialFiling,
  type OpenedStore,
} from '../support/applications.ts';
import { caseWhen, relatedId } from '../support/cases.ts';
import type { TestStack } from '../support/test-stack.ts';
import { evaluationScenarios } from './evaluation-scenarios.ts';
import type { ScenarioName } from './names.ts';
import { networkScenarios } from './network-scenarios.ts';

export interface Scenario {
  /** Where the training clock stands at the start. */
  readonly startAt: string;
  /** Lives through it and answers when all has happened. */
  live(stack: TestStack): Promise<void>;
  /** Kind of case to the stage it ends in; sorted, where there are several of the kind. */
  readonly endsIn: Readonly<Record<string, string | readonly string[]>>;
  /** Lived through in every test run; the others when they are recorded, as the scenario suites take the same courses. */
  readonly always?: true;
  /** Runs of a kind of case where there is more than one: it was rolled over, or reopened. */
  readonly runs?: Readonly<Record<string, number>>;
}

const approvedAt = '2025-09-26T15:00:00+08:00';
const startAt = '2025-09-22T09:00:00+08:00';

async function onTrial(
  stack: TestStack,
  figures: { points: number; orders: number; products: number },
): Promise<OpenedStore> {
  await recommend(stack);
  const store = await openStore(stack, '2025-08-01T10:00:00+08:00', trialFiling);
  await reachFigures(stack, store.storeId, figures);
  await caseWhen(stack, store.setupId, { outcome: 'SETUP_DONE' });
  await stack.advanceTo('2025-10-10T00:00:30+08:00');
  return store;
}

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  'standard-store': {
    startAt,
    endsIn: { storeApplication: 'INTERVIEW_PASSED', storeSetup: 'SETUP_DONE', storeSupervision: 'SUPERVISED' },
    async live(stack) {
      const { storeId, setupId } = await openStore(stack, approvedAt);
      await publishDecoration(stack, storeId);
      await stack.advanceTo('2025-09-30T10:00:00+08:00');
      await report(stack, storeId, 'PRODUCT_SUBMITTED', { productId: 'p-1' });
      await caseWhen(stack, setupId, { stage: 'SETUP_AWAITING_REVIEW' });
      await stack.advanceTo('2025-10-11T10:00:00+08:00');
      await report(stack, storeId, 'PRODUCT_LISTED', { productId: 'p-1' });
      await caseWhen(stack, setupId, { stage: 'SETUP_DONE' });
    },
  },

  supplement: {
    startAt,
    endsIn: { storeApplication: 'WITHDRAWN' },
    async live(stack) {
      const [reviewer, provider] = [await stack.as('reviewer'), await stack.as('provider')];
      const id = await apply(stack);
      await reviewer.act(id, 'claimTask', { task: 'preliminaryReview' });
      await reviewer.act(id, 'requestSupplement', { items: ['审计报告'], reason: '未附审计报告' });
      await stack.advanceTo('2025-10-10T10:00:00+08:00');
      await provider.act(id, 'answerSupplement', { note: '已补交', figures: { area: 300 } });
      await review(stack, id);
      await reviewer.act(id, 'passPreliminaryReview', { interview: appointment('2025-10-20T14:00:00+08:00') });
      await provider.act(id, 'requestReschedule', { reason: '出差' });
      await reviewer.act(id, 'rescheduleInterview', {
        interview: appointment('2025-10-21T14:00:00+08:00'),
        reason: '申请人出差',
      });
      await provider.act(id, 'withdraw', {});
    },
  },

  'supplement-lapsed': {
    startAt,
    endsIn: { storeApplication: 'LAPSED' },
    async live(stack) {
      const reviewer = await stack.as('reviewer');
      const id = await apply(stack);
      await reviewer.act(id, 'requestSupplement', { items: ['审计报告'], reason: '未附审计报告' });
      await stack.advanceTo('2025-10-31T10:00:00+08:00');
    },
  },

  'no-show-barred': {
    startAt,
    endsIn: { storeApplication: 'DEEMED_ABANDONED' },
    async live(stack) {
      const reviewer = await stack.as('reviewer');
      const id = await apply(stack);
      await passPreliminaryReview(stack, id, approvedAt);
      await stack.advanceTo('2025-09-26T16:00:00+08:00');
      await reviewer.act(id, 'recordAbsence');
      await stack.advanceTo('2025-10-09T10:00:00+08:00');
      await reviewer.act(id, 'findAbsenceWithoutCause', { reason: '未到场，亦未说明' });
    },
  },

  'trial-regularised': {
    startAt: '2025-07-28T09:00:00+08:00',
    endsIn: {
      storeApplication: 'INTERVIEW_PASSED',
      storeSetup: 'SETUP_DONE',
      storeSupervision: 'SUPERVISED',
      trialOperation: 'REGULARISED',
    },
    async live(stack) {
      const { trialId } = await onTrial(stack, { points: 1501, orders: 100, products: 10 });
      await (await stack.as('reviewer')).act(trialId, 'regularise');
    },
  },

  'trial-failed': {
    startAt: '2025-07-28T09:00:00+08:00',
    endsIn: {
      storeApplication: 'INTERVIEW_PASSED',
      storeSetup: 'SETUP_DONE',
      storeSupervision: 'SUPERVISED',
      trialOperation: 'TRIAL_FAILED',
      clearance: 'PENDING_CONFIRMATION',
    },
    async live(stack) {
      const { trialId } = await onTrial(stack, { points: 600, orders: 20, products: 3 });
      await caseWhen(stack, trialId, { stage: 'TRIAL_FAILED' });
    },
  },

  'setup-late-then-done': {
    startAt,
    endsIn: {
      storeApplication: 'INTERVIEW_PASSED',
      storeSetup: 'SETUP_DONE',
      storeSupervision: 'SUPERVISED',
      rectification: 'RELEASED',
    },
    async live(stack) {
      const { storeId, setupId } = await openStore(stack, approvedAt);
      await stack.advanceTo('2025-10-15T10:00:00+08:00');
      await publishDecoration(stack, storeId);
      await report(stack, storeId, 'PRODUCT_LISTED', { productId: 'p-1' });
      await caseWhen(stack, setupId, { stage: 'SETUP_DONE' });
      const rectificationId = setupId.replace('set-', 'rec-');
      await caseWhen(stack, rectificationId, { stage: 'SUBMITTED_FOR_CHECK' });
      await (await stack.as('reviewer')).act(rectificationId, 'releaseRectification');
    },
  },

  'setup-never-done': {
    startAt,
    endsIn: {
      storeApplication: 'INTERVIEW_PASSED',
      storeSetup: 'SETUP_CLEARANCE_PENDING',
      storeSupervision: 'SUPERVISED',
      rectification: 'ESCALATED_TO_CLEARANCE',
      clearance: 'PENDING_CONFIRMATION',
    },
    async live(stack) {
      await openStore(stack, approvedAt);
      await stack.advanceTo('2025-10-24T10:00:00+08:00');
      await settled(stack);
    },
  },

  'rolled-over': {
    startAt,
    endsIn: { storeApplication: 'WITHDRAWN' },
    runs: { storeApplication: 4 },
    always: true,
    async live(stack) {
      const id = await applyRollingOverAt(stack, 25, 'app-rolled-over');
      const [reviewer, provider] = [await stack.as('reviewer'), await stack.as('provider')];
      for (let round = 0; round < 2; round += 1) {
        await review(stack, id);
        await reviewer.act(id, 'requestSupplement', { items: ['审计报告'], reason: '未附审计报告' });
        await provider.act(id, 'answerSupplement', { note: '已补交' });
      }
      await provider.act(id, 'withdraw', {});
    },
  },

  reopened: {
    startAt: '2025-07-28T09:00:00+08:00',
    endsIn: {
      storeApplication: 'INTERVIEW_PASSED',
      storeSetup: 'SETUP_DONE',
      storeSupervision: 'SUPERVISED',
      trialOperation: 'REGULARISED',
    },
    runs: { trialOperation: 2 },
    always: true,
    async live(stack) {
      const { trialId } = await onTrial(stack, { points: 1600, orders: 100, products: 10 });
      const reviewer = await stack.as('reviewer');
      await reviewer.act(trialId, 'regularise');
      await stack.advanceTo('2025-10-20T10:00:00+08:00');
      await reviewer.act(trialId, 'reopenEvaluation', { reason: '数据更正' });
      await caseWhen(stack, trialId, { stage: 'TRIAL_EVALUATION' });
      await reviewer.act(trialId, 'regularise');
    },
  },

  'invitation-lapsed': {
    startAt: '2025-09-01T09:00:00+08:00',
    endsIn: { storeInvitation: 'LAPSED' },
    async live(stack) {
      await (
        await stack.as('reviewer')
      ).post('/api/invitations', {
        institution: { ...institutions.provider2, contactName: '李四', contactEmail: 'invited@example.org' },
        reasons: ['LEADERSHIP'],
      });
      await stack.advanceTo('2025-10-13T10:00:00+08:00');
    },
  },

  'calendar-changed': {
    startAt: '2026-02-09T09:00:00+08:00',
    endsIn: { storeApplication: 'INTERVIEW_PASSED', storeSetup: 'SETUP_DONE', storeSupervision: 'SUPERVISED' },
    async live(stack) {
      const { storeId, setupId } = await openStore(stack, '2026-02-13T10:00:00+08:00');
      const admin = await stack.as('admin');
      const { years } = await admin.get<{ years: Record<string, { off: string; work: string }> }>('/api/calendar');
      const { off = '', work = '' } = years['2026'] ?? {};
      await admin.post('/api/calendar/apply', { year: 2026, off: `${off} 0227`, work, source: '放假安排的调整通知' });
      await settled(stack);
      await publishDecoration(stack, storeId);
      await report(stack, storeId, 'PRODUCT_LISTED', { productId: 'p-1' });
      await caseWhen(stack, setupId, { stage: 'SETUP_DONE' });
    },
  },

  'absence-excused-and-ended': {
    startAt,
    endsIn: { storeApplication: 'ENDED_EXCUSED' },
    async live(stack) {
      const [reviewer, provider] = [await stack.as('reviewer'), await stack.as('provider')];
      const id = await apply(stack);
      await passPreliminaryReview(stack, id, approvedAt);
      await provider.act(id, 'requestReschedule', { reason: '出差' });
      await reviewer.act(id, 'declineReschedule', { reason: '请安排授权代表到场' });
      for (const at of ['2025-09-29T14:00:00+08:00', '2025-09-30T14:00:00+08:00']) {
        await provider.act(id, 'requestReschedule', { reason: '出差' });
        await reviewer.act(id, 'rescheduleInterview', { interview: appointment(at), reason: '申请人出差' });
      }
      await stack.advanceTo('2025-09-30T16:00:00+08:00');
      await reviewer.act(id, 'recordAbsence');
      await provider.act(id, 'explainAbsence', { explanation: '台风停运' });
      await reviewer.act(id, 'endExcused', { reason: '确有正当理由，已达改期上限' });
    },
  },

  'route-changed': {
    startAt: '2025-07-28T09:00:00+08:00',
    endsIn: { storeApplication: 'WITHDRAWN' },
    async live(stack) {
      await recommend(stack);
      const id = await apply(stack, { figures: { revenue: 3_000_000, contribution: '承接区级重点涉企服务' } });
      const reviewer = await stack.as('reviewer');
      await reviewer.act(id, 'changeRoute', { route: 'TRIAL', reason: '营收未达标，持有推荐函' });
      await (await stack.as('provider')).act(id, 'withdraw', {});
    },
  },

  'invitation-declined': {
    startAt: '2025-09-01T09:00:00+08:00',
    endsIn: { storeInvitation: 'DECLINED' },
    async live(stack) {
      const { caseId } = await (
        await stack.as('reviewer')
      ).post<{ caseId: string }>('/api/invitations', {
        institution: { ...institutions.provider2, contactName: '李四', contactEmail: 'invited@example.org' },
        reasons: ['LEADERSHIP'],
      });
      await (await stack.as('provider2')).act(caseId, 'declineInvitation', { reason: '暂不入驻' });
    },
  },

  'clearance-confirmed': {
    startAt,
    endsIn: {
      storeApplication: 'INTERVIEW_PASSED',
      storeSetup: 'SETUP_CLEARED',
      storeSupervision: 'STORE_CLEARED',
      rectification: 'ESCALATED_TO_CLEARANCE',
      clearance: 'CLEARED',
    },
    // Closed before its letter arrived, and started again to note that.
    runs: { clearance: 2 },
    async live(stack) {
      const clearanceId = await neverSetUp(stack);
      const reviewer = await stack.as('reviewer');
      await reviewer.act(clearanceId, 'confirmGround', { reason: '至今未装修、未上架' });
      await (await stack.as('manager')).act(clearanceId, 'countersign', {});
      const letter = 'clearanceNotice:1';
      await postLetter(stack, clearanceId, letter, '1');
      await caseWhen(stack, clearanceId, { outcome: 'CLEARED' });
      await reviewer.act(clearanceId, 'recordLetter', { letter, status: 'DELIVERED' });
      await settled(stack);
    },
  },

  'clearance-dismissed': {
    startAt,
    endsIn: {
      storeApplication: 'INTERVIEW_PASSED',
      storeSetup: 'SETUP_LATE_RECTIFICATION',
      storeSupervision: 'SUPERVISED',
      rectification: 'NOTIFIED',
      clearance: 'DISMISSED',
    },
    async live(stack) {
      const clearanceId = await neverSetUp(stack);
      await (await stack.as('reviewer')).act(clearanceId, 'dismissGround', { reason: '平台故障所致' });
      await settled(stack);
    },
  },

  'done-in-time-told-late': {
    startAt,
    endsIn: {
      storeApplication: 'INTERVIEW_PASSED',
      storeSetup: 'SETUP_DONE',
      storeSupervision: 'SUPERVISED',
      rectification: 'WITHDRAWN',
    },
    async live(stack) {
      const { storeId } = await openStore(stack, approvedAt);
      await stack.advanceTo('2025-10-13T10:00:00+08:00');
      await reportAll(stack, storeId, [
        { type: 'DECORATION_PUBLISHED', occurredAt: '2025-10-09T10:00:00+08:00' },
        { type: 'PRODUCT_LISTED', productId: 'p-1', occurredAt: '2025-10-10T23:00:00+08:00' },
      ]);
      await settled(stack);
    },
  },

  'rules-adopted': {
    startAt,
    endsIn: { storeApplication: 'INTERVIEW_PASSED', storeSetup: 'SETUP_DONE', storeSupervision: 'SUPERVISED' },
    async live(stack) {
      const { storeId, setupId } = await openStore(stack, approvedAt);
      await (await stack.as('admin')).put('/api/rules/SH_STORE', { values: { 'setup.days': 7 }, note: '期限放宽' });
      await (await stack.as('manager')).act(setupId, 'adoptRules', { reason: '统一适用' });
      await publishDecoration(stack, storeId);
      await report(stack, storeId, 'PRODUCT_LISTED', { productId: 'p-1' });
      await caseWhen(stack, setupId, { stage: 'SETUP_DONE' });
    },
  },

  ...networkScenarios,
  ...evaluationScenarios,
};

/** A store that is not set up within the limit; the id of the clearance that is to be confirmed. */
async function neverSetUp(stack: TestStack): Promise<string> {
  const { setupId } = await openStore(stack, approvedAt);
  await stack.advanceTo('2025-10-24T10:00:00+08:00');
  await settled(stack);
  return relatedId(stack, setupId, 'clearance');
}

/**
 * An application whose runs are short. The product has no door for that: it is started as the product would start it. Files that run side
 * by side share a namespace, so each gives an id of its own.
 */
export async function applyRollingOverAt(stack: TestStack, rollOverAt: number, id: string): Promise<string> {
  const { database, gateway } = stack.api.context;
  const provider = await stack.as('provider');
  const { creditCode, name, region } = institutions.provider;
  const opening = { route: 'STANDARD', figures: goodFigures(), recommendation: null, invitation: null };
  const openedAt = await stack.now();
  // The relay starts whatever it finds recorded and not open: it must not come first.
  await stack.stopWorkers();
  await database.$transaction((tx) =>
    gateway.openCase(tx, {
      id,
      kind: 'storeApplication',
      subject: creditCode,
      title: name,
      bodyId: 'sh-centre',
      region,
      openedById: provider.user.id,
      openedAt,
      parties: {},
      priority: 0,
      opening,
    }),
  );
  const input = await caseInput(database, stackClock(database, 'training'), id);
  if (input === null) throw new Error('The case was not recorded.');
  const options = startOptions({ ...input, rollOverAt }, stack.queuePrefix);
  await stack.temporal.workflow.start(workflowTypeOf('storeApplication'), options);
  await stack.startWorkers();
  await caseWhen(stack, id, { revision: 1 });
  return id;
}
