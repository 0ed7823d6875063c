/** Service activities as every network holds them: how they are held, what proves them, and when they count (AH-EVAL-03, HN-NET-16.5). */
import { text, type Text } from '../text.ts';

/** What an activity is. */
export const activityKinds = {
  PROMOTION: text('宣传推广活动', 'Promotion'),
  THEMED: text('主题服务活动', 'Themed service activity'),
  TRAINING: text('培训', 'Training'),
  MATCHING: text('服务对接活动', 'Matching of needs and services'),
  OTHER: text('其他服务活动', 'Other service activity'),
} as const satisfies Readonly<Record<string, Text>>;

export type ActivityKind = keyof typeof activityKinds;

export const activityModes = {
  ONLINE: text('线上', 'Online'),
  OFFLINE: text('线下', 'Offline'),
} as const satisfies Readonly<Record<string, Text>>;

export type ActivityMode = keyof typeof activityModes;

/** What proves that an activity was held: all three are wanted (AH-EVAL-03.2). */
export const evidencePieces = {
  LIST: text('参加企业名单', 'List of enterprises that attended'),
  PHOTOS: text('活动照片', 'Photos'),
  SUMMARY: text('活动总结', 'Summary'),
} as const satisfies Readonly<Record<string, Text>>;

export type EvidencePiece = keyof typeof evidencePieces;

/** What an online activity leaves in the records step by step. */
export const onlineSteps = {
  publication: text('发布', 'publication'),
  signUp: text('报名', 'sign-up'),
  checkIn: text('签到', 'check-in'),
  evaluation: text('评价', 'evaluation'),
} as const satisfies Readonly<Record<string, Text>>;

export type OnlineStep = keyof typeof onlineSteps;

/** What the records have of an activity. */
export interface ActivityTraces {
  readonly mode: ActivityMode;
  readonly isPublished: boolean;
  /** Enterprises that signed up and that checked in, and evaluations; 0 where there are none. */
  readonly signedUp: number;
  readonly checkedIn: number;
  readonly evaluations: number;
  /** True once it was entered that it was held. */
  readonly isHeld: boolean;
}

/** The steps that an online activity lacks to count as one; an offline activity needs none of them (AH-EVAL-03.3, 03.4). */
export function missingSteps({ mode, isPublished, signedUp, checkedIn, evaluations }: ActivityTraces): OnlineStep[] {
  if (mode === 'OFFLINE') return [];
  const done = {
    publication: isPublished,
    signUp: signedUp > 0,
    checkIn: checkedIn > 0,
    evaluation: evaluations > 0,
  } satisfies Record<OnlineStep, boolean>;
  return (Object.keys(onlineSteps) as OnlineStep[]).filter((step) => !done[step]);
}

/** Whether it counts as an activity: an online one with all four steps, an offline one on what was reported (AH-EVAL-03.3, 03.4). */
export function countsAsActivity(traces: ActivityTraces): boolean {
  return traces.isHeld && missingSteps(traces).length === 0;
}

/** The pieces of evidence of which no file is there. */
export function missingPieces(uploaded: Readonly<Partial<Record<EvidencePiece, unknown>>>): EvidencePiece[] {
  return (Object.keys(evidencePieces) as EvidencePiece[]).filter((piece) => uploaded[piece] === undefined);
}
