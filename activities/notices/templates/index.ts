/** The wording of every template; a template without one does not compile. */
import type { NoticeTemplate } from '../../../rules/notices.ts';
import { absenceExcusedEnded, absenceRecorded, noShowBar } from './absence.ts';
import {
  applicationLapsed,
  applicationReceived,
  applicationWithdrawn,
  preliminaryRejected,
  routeChanged,
  supplementRequested,
} from './application.ts';
import type { Wording } from './content.ts';
import {
  invitation,
  invitationAccepted,
  invitationDeclined,
  invitationLapsed,
  invitationNotTakenUp,
  recommendationReceived,
  recommendedCaseOutcome,
} from './entry.ts';
import {
  interviewCancelled,
  interviewFailed,
  interviewNotice,
  interviewReminder,
  interviewRescheduled,
  rescheduleDeclined,
} from './interview.ts';
import { clearanceDetected, clearanceDismissed, clearanceNotice } from './clearance.ts';
import { barLifted, deadlineMoved, deadlineReminder } from './service.ts';
import { rectificationOpened, rectificationReleased, setupDone, storeOpened } from './store.ts';
import {
  recommendedTrialProgress,
  recommendedTrialStarted,
  trialFailed,
  trialProgress,
  trialRegularised,
  trialReopened,
  trialStarted,
} from './trial.ts';

export const WORDINGS: { readonly [T in NoticeTemplate]: Wording<T> } = {
  applicationReceived,
  supplementRequested,
  applicationLapsed,
  applicationWithdrawn,
  preliminaryRejected,
  routeChanged,
  interviewNotice,
  interviewRescheduled,
  rescheduleDeclined,
  interviewReminder,
  interviewCancelled,
  absenceRecorded,
  absenceExcusedEnded,
  noShowBar,
  interviewFailed,
  storeOpened,
  deadlineReminder,
  setupDone,
  rectificationOpened,
  rectificationReleased,
  trialStarted,
  trialProgress,
  trialRegularised,
  trialFailed,
  trialReopened,
  recommendedTrialStarted,
  recommendedTrialProgress,
  clearanceDetected,
  clearanceNotice,
  clearanceDismissed,
  barLifted,
  invitation,
  invitationLapsed,
  invitationDeclined,
  invitationNotTakenUp,
  invitationAccepted,
  recommendationReceived,
  recommendedCaseOutcome,
  deadlineMoved,
};
