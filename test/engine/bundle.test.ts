/**
 * What cases in flight depend on. The bundle is built as a worker builds it, so that a stray import fails here within seconds.
 * Names are written out: whoever renames one strands the cases that were started, or the messages that were sent, under it.
 */
import { DefaultLogger } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { buildWorkflowCode } from '../../worker/workflow-code.ts';
import { contracts } from '../../workflows/regimes.ts';
import { commonActions } from '../../workflows/engine/common.ts';
import * as messages from '../../workflows/engine/messages.ts';
import * as workflows from '../../workflows/index.ts';
import { casesQueue, noticesQueue, relayId } from '../../workflows/relay/contract.ts';
import { searchAttributes, workflowTypeOf } from '../../workflows/start-case.ts';

let code: string;
/** The files that went into the bundle, from its source map. */
let sources: string[];

beforeAll(async () => {
  ({ code } = await buildWorkflowCode(new DefaultLogger('ERROR')));
  const map = code.lastIndexOf('sourceMappingURL=');
  ({ sources } = JSON.parse(Buffer.from(code.slice(code.indexOf('base64,', map) + 7), 'base64').toString()) as {
    sources: string[];
  });
});

describe('the workflow bundle', () => {
  it('carries no package but the SDK and what the SDK itself needs', () => {
    const packages = sources.flatMap(
      (source) => [...source.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual([
      '@temporalio/common',
      '@temporalio/workflow',
      'long',
      'ms',
      'nexus-rpc',
    ]);
  });

  it('carries of the product rules and workflows alone, and of these no input schema, no mail and no published calendar', () => {
    const own = sources.filter((source) => source.endsWith('.ts') && !source.includes('node_modules'));
    expect(own.length).toBeGreaterThan(40);
    const stray = own.filter(
      (source) =>
        !/\/(rules|workflows)\//.test(source) ||
        /\/(inputs?|figures-schema|published-calendar|start-case)\.ts$/.test(source) ||
        /\/workflows\/.*\b(wording|samples)\.ts$|\/rules\/notices\/(?!index)/.test(source),
    );
    expect(stray).toEqual([]);
  });

  it('stays small: a worker keeps one copy a thread', () => {
    expect(code.length).toBeLessThan(3_500_000);
  });
});

describe('names that cases in flight depend on', () => {
  it('workflow types', () => {
    expect(Object.keys(workflows).sort()).toEqual([
      'clearanceCase',
      'outboxRelay',
      'rectificationCase',
      'storeApplicationCase',
      'storeInvitationCase',
      'storeSetupCase',
      'trialOperationCase',
    ]);
    expect(
      Object.keys(contracts)
        .map(workflowTypeOf)
        .filter((type) => !(type in workflows)),
    ).toEqual([]);
  });

  it('kinds, their actions and stages', () => {
    const common = Object.keys(commonActions);
    const own = Object.fromEntries(
      Object.entries(contracts).map(([kind, contract]) => [
        kind,
        Object.keys(contract.actions).filter((action) => !common.includes(action)),
      ]),
    );
    expect(common).toEqual([
      ...['claimTask', 'releaseTask', 'assignTask', 'noticeFailed', 'recordContact'],
      ...['recordLetter', 'liftBar', 'adoptRules', 'calendarLoaded'],
    ]);
    expect(own).toEqual({
      storeApplication: [
        'checkMaterials',
        'recordCreditCheck',
        'judgeCondition',
        'recordFinding',
        'changeRoute',
        'waiveCondition',
        'overrideCondition',
        'requestSupplement',
        'answerSupplement',
        'passPreliminaryReview',
        'rejectApplication',
        'withdraw',
        'requestReschedule',
        'rescheduleInterview',
        'declineReschedule',
        'recordAttendance',
        'recordAbsence',
        'explainAbsence',
        'excuseAbsence',
        'endExcused',
        'findAbsenceWithoutCause',
        'verifyMaterials',
        'signCommitment',
        'passInterview',
        'failInterview',
      ],
      storeInvitation: ['acceptInvitation', 'declineInvitation'],
      storeSetup: ['clearanceConfirmed', 'clearanceDismissed'],
      trialOperation: ['regularise', 'reopenEvaluation', 'clearanceDismissed'],
      rectification: [
        'submitCorrection',
        'suspendCorrection',
        'resumeCorrection',
        'escalateToClearance',
        'closeEscalated',
        'returnToCorrection',
        'withdrawRectification',
        'releaseRectification',
      ],
      clearance: ['confirmGround', 'dismissGround', 'withdrawGround'],
    });
    expect(
      Object.fromEntries(Object.entries(contracts).map(([kind, { stages }]) => [kind, Object.keys(stages)])),
    ).toEqual({
      storeApplication: [
        'PRELIM_REVIEW',
        'RETURNED_FOR_SUPPLEMENT',
        'INTERVIEW_SCHEDULED',
        'RESCHEDULED',
        'ATTENDED',
        'COMMITMENT_SIGNED',
        'NO_SHOW_PENDING',
        'INTERVIEW_PASSED',
        'PRELIM_REJECTED',
        'LAPSED',
        'WITHDRAWN',
        'INTERVIEW_FAILED',
        'DEEMED_ABANDONED',
        'ENDED_EXCUSED',
      ],
      storeInvitation: ['INVITED', 'ACCEPTED', 'DECLINED', 'LAPSED'],
      storeSetup: [
        'SETUP_OPEN',
        'SETUP_AWAITING_REVIEW',
        'SETUP_LATE_RECTIFICATION',
        'SETUP_CLEARANCE_PENDING',
        'SETUP_DONE',
        'SETUP_CLEARED',
      ],
      trialOperation: ['TRIAL_RUNNING', 'TRIAL_EVALUATION', 'REGULARISED', 'TRIAL_FAILED'],
      rectification: ['NOTIFIED', 'SUBMITTED_FOR_CHECK', 'RELEASED', 'WITHDRAWN', 'ESCALATED_TO_CLEARANCE'],
      clearance: ['PENDING_CONFIRMATION', 'NOTICE_ISSUED', 'DISMISSED'],
    });
  });

  it('messages, queues, ids and search attributes of the engine', () => {
    expect([messages.CLOCK_MOVED, messages.FACTS_ARRIVED, messages.GET_STATE]).toEqual([
      'clockMoved',
      'factsArrived',
      'getState',
    ]);
    expect(messages.workflowIdOf('app-1')).toBe('case/app-1');
    expect([casesQueue('q'), noticesQueue('q'), relayId('q', 'cases'), relayId('q', 'notices')]).toEqual([
      'q',
      'q-notices',
      'relay/q/cases',
      'relay/q/notices',
    ]);
    expect(searchAttributes.map(({ name, type }) => [name, type])).toEqual([
      ['CaseKind', 'Keyword'],
      ['CaseRegime', 'Keyword'],
      ['CaseBody', 'Keyword'],
    ]);
  });

  it('activities, which markers of running cases name', () => {
    expect(Object.keys(createActivities({ database: undefined as never }))).toEqual(['commit', 'read', 'checkInput']);
  });
});
