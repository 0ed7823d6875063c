import { text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import type { ActivityFacts, ActivityOpening } from '../../cooperation/service-activity/facts.ts';
import { activityParts } from '../../cooperation/service-activity/parts.ts';
import { party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { ServiceActivityInputs } from './input.ts';
import { serviceActivityNotices } from './notices.ts';
import { terms } from './terms.ts';

/** A request of the organiser to the platform above it, and the answer. */
export interface Support {
  readonly what: string;
  readonly askedAt: Instant;
  readonly granted: boolean | null;
}

export interface ServiceActivityFacts extends ActivityFacts {
  /** The latest last. */
  support: readonly Support[];
  /** The service record that it began (HN-NET-23). */
  recordCaseId: string | null;
}

const { stages, outcomes, tasks, deadlines, actions, closing } = activityParts(terms);
const organising = ['PLANNED', 'PUBLISHED', 'SIGN_UP', 'HELD'] as const;

/**
 * Promotion, themed activity or training of a platform: HN-NET-05.6, 16.5, 16.6. What was held goes on as a service record, whose proofs have
 * their own time.
 */
export const serviceActivity = contract<{
  opening: ActivityOpening;
  facts: ServiceActivityFacts;
  inputs: ServiceActivityInputs;
}>()({
  kind: 'serviceActivity',
  prefix: 'act',
  mark: '活动',
  retention: 'TRANSACTION',
  title: text('服务活动', 'Service activity'),
  parties: {
    organiser: { title: text('组织活动的平台', 'Platform that organises it'), roles: ['reviewer', 'manager'] },
    partners: {
      title: text('参与单位', 'Bodies that take part'),
      roles: ['provider', 'reviewer', 'manager'],
      follows: true,
    },
    supporter: { title: text('提供支持的平台', 'Platform that supports it'), roles: ['reviewer', 'manager'] },
  },
  bodies: { platform: text('组织活动的平台', 'Platform that organises it') },
  intake: { by: ['reviewer'] },
  ...{ stages, outcomes, tasks, deadlines },
  notices: serviceActivityNotices,
  actions: {
    ...actions,
    addPartner: { ...actions.addPartner, reading: 'windows' },
    recordHeld: { ...actions.recordHeld, reading: 'windows' },
    askForSupport: {
      ...terms.attended,
      title: text('请求上级平台支持', 'Ask the platform above for support'),
      done: text('已请求上级平台支持', 'Support asked for'),
      event: 'SUPPORT_ASKED',
      by: [party('organiser')],
      at: organising,
      reading: 'windows',
    },
    answerSupport: {
      ...terms.attended,
      title: text('答复支持请求', 'Answer the request for support'),
      done: text('支持请求已答复', 'Request for support answered'),
      event: 'SUPPORT_ANSWERED',
      by: [party('supporter')],
      at: organising,
    },
    closeActivity: closing,
  },
});

/** A step of an activity. */
export type Activity = StepOf<typeof serviceActivity>;
