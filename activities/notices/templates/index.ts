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
import { deadlineMoved, deadlineReminder, noticeUndeliverable } from './service.ts';
import { clearanceDetected, rectificationOpened, rectificationReleased, setupDone, storeOpened } from './store.ts';
import { trialFailed, trialProgress, trialRegularised, trialStarted } from './trial.ts';

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
  clearanceDetected,
  invitation,
  invitationLapsed,
  invitationDeclined,
  invitationNotTakenUp,
  invitationAccepted,
  recommendationReceived,
  recommendedCaseOutcome,
  deadlineMoved,
  noticeUndeliverable,
};
