/** The notices of this process. */
import { adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Recommended, TrialFigures, TrialReopening, TrialTargets } from '../../../rules/sh-store/notices.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { recommendedCaseOutcome } from '../shared-notices.ts';

interface TrialStarted {
  readonly startedAt: Instant;
  readonly targets: TrialTargets;
}

/** A manager has put the case under other rules (XC-06.2). */
interface TrialTargetsChanged {
  readonly from: TrialTargets;
  readonly to: TrialTargets;
  readonly changedAt: Instant;
  readonly reason: Phrase;
}

interface TrialProgress {
  readonly figures: TrialFigures;
}

export const trialOperationNotices = {
  /** `deadlines[0]`: the end of the trial. Points must exceed their target, orders and products reach theirs. */
  trialStarted: notice<TrialStarted>('SH-STORE-07', '试运行开始', 'Your trial operation has begun', 'SH-STORE 一.2', 2),
  /** `deadlines[0]`: the end of the trial. */
  trialProgress: sentWhile(
    notice<TrialProgress>('SH-STORE-07.13', '试运行进度', 'Progress of your trial operation', 'SH-STORE 一.2', 2),
    { deadlines: 'same' },
  ),
  trialRegularised: notice<{
    readonly regularisedAt: Instant;
    readonly figures: TrialFigures;
    readonly reopened?: TrialReopening;
  }>('SH-STORE-07.10', '试运行店铺转正', 'Trial store regularised', 'SH-STORE 一.2', 2),
  trialFailed: adverse(
    notice<{
      readonly endedAt: Instant;
      readonly figures: TrialFigures;
      readonly reopened?: TrialReopening;
    }>('SH-STORE-07.11', '试运行未达标', 'Trial targets not met', 'SH-STORE 一.2', 2),
  ),
  /** To the store and to whoever recommended it. `figures`: as they were corrected. */
  trialReopened: adverse(
    notice<{
      readonly reopened: TrialReopening;
      readonly reason: Phrase;
      readonly figures: TrialFigures;
    }>('SH-STORE-07.12', '试运行重新评定', 'The trial is judged anew', 'SH-STORE 一.2', 2),
  ),
  /** `deadlines[0]`: the end of the trial. */
  recommendedTrialStarted: notice<Recommended & TrialStarted>(
    'SH-STORE-07',
    '推荐机构试运行开始',
    'The institution you recommended has begun its trial operation',
    'SH-STORE 一.2',
    2,
  ),
  /** `deadlines[0]`: the end of the trial. */
  recommendedTrialProgress: sentWhile(
    notice<Recommended & TrialProgress>(
      'SH-STORE-07.13',
      '推荐机构试运行进度',
      'Trial progress of the institution you recommended',
      'SH-STORE 一.2',
      2,
    ),
    { deadlines: 'same' },
  ),
  /** `deadlines[0]`, if given: the end of the trial. */
  trialTargetsChanged: notice<TrialTargetsChanged>(
    'SH-STORE-07',
    '试运行指标变更通知',
    'The targets of your trial have changed',
    'SH-STORE 一.2',
  ),
  recommendedTrialTargetsChanged: notice<Recommended & TrialTargetsChanged>(
    'SH-STORE-07',
    '推荐机构试运行指标变更通知',
    'The trial targets of the institution you recommended have changed',
    'SH-STORE 一.2',
  ),
  recommendedCaseOutcome,
};
