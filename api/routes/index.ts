import type { Route } from '../http/route.ts';
import { regimeFaces } from '../regimes.ts';
import { listActs } from './acts.ts';
import {
  changeAccount,
  createAccountRoute,
  disableAccount,
  enableAccount,
  listAccounts,
  setPassword,
} from './accounts.ts';
import { exportAudit, listAudit, verifyAuditRoute } from './audit.ts';
import { forgetPassword, setNewPassword } from './forgotten-password.ts';
import { beginFactor, confirmFactor, removeFactor, removeFactorOf } from './second-factor.ts';
import { changeMe, changePassword, endSession, listSessions, me, signIn, signOut } from './auth.ts';
import { liftBar, listBars, shortenBar } from './bars.ts';
import { cancelBulk, decideInBulk, getBulk, listBulk, previewBulk } from './bulk-decisions.ts';
import { applyYear, getCalendar, previewYear } from './calendar.ts';
import { getCalendarYear, readNoticeRoute } from './calendar-years.ts';
import { listBodies } from './bodies.ts';
import { getEngineHistory } from './engine-history.ts';
import { getHealth } from './health.ts';
import { actOnCase } from './case-actions.ts';
import { countCases, getCase, listCases } from './cases.ts';
import { endCover, listCoverColleagues, listCovers, nameCover } from './covers.ts';
import { declareInterest, endInterest, listInterests } from './interests.ts';
import { checkAgainstList, checkCase } from './checklist.ts';
import { countClauses, listClauses, listRegulations, loadClauseText } from './clauses.ts';
import { advanceClock, getClock, listDueDeadlines } from './clock.ts';
import { answerComment, enterComment, listComments } from './consultation.ts';
import { documentRoute } from './document.ts';
import { createDraft, deleteDraft, getDraft, listDrafts, saveDraft } from './drafts.ts';
import { describeFile, downloadFile, uploadFile } from './files.ts';
import { listenToEvents } from './events.ts';
import { exportFigures, getFigures } from './figures.ts';
import { downloadLetter } from './letters.ts';
import { listTemplates, mailTemplate, setAddition, showTemplate, showTemplateMail } from './notice-templates.ts';
import { changeChannel, createChannel, listChannels, testChannel } from './webhook-channels.ts';
import { acknowledgeNotice, countNotices, getNotice, listNotices } from './notices.ts';
import { confirmOpenFiling, fileCaseRoute, fileOpenly, listIntakes } from './intake.ts';
import { archiveCase } from './case-archive.ts';
import { listCaseFiles } from './case-files.ts';
import { exportCases } from './case-export.ts';
import { listNotes, withdrawNote, writeNote } from './case-notes.ts';
import { listOtherCases } from './other-cases.ts';
import { deleteView, listViews, saveView } from './saved-views.ts';
import { listDelegates, listPeople } from './people.ts';
import { changePhrase, deletePhrase, keepPhrase, listPhrases } from './phrases.ts';
import { listParties } from './parties.ts';
import { listParticipants } from './participants.ts';
import { exportRegister, listRegister, listRegisters } from './registers.ts';
import { changeTextStatus, getTextStatus } from './regulations.ts';
import { listRules, previewRules, setRules } from './rules.ts';
import {
  assignTask,
  claimTask,
  countTasks,
  delegateTask,
  handBackTask,
  listTasks,
  recallTask,
  releaseTask,
} from './tasks.ts';
import { exportCase, getTimeline, verifyTimeline } from './timeline.ts';
import { getVocabulary } from './vocabulary.ts';

/** Every route of the API. What is not in this list does not exist. */
export const routes: readonly Route[] = [
  getVocabulary,
  listActs(() => routes),
  ...[
    signIn,
    signOut,
    changePassword,
    beginFactor,
    confirmFactor,
    removeFactor,
    removeFactorOf,
    forgetPassword,
    setNewPassword,
    listSessions,
    endSession,
    me,
    changeMe,
  ],
  ...[listAccounts, createAccountRoute, changeAccount, disableAccount, enableAccount, setPassword, listBodies],
  ...[listDrafts, createDraft, getDraft, saveDraft, deleteDraft],
  ...[uploadFile, downloadFile, describeFile],
  ...[fileCaseRoute, listIntakes, checkAgainstList, fileOpenly, confirmOpenFiling],
  ...[listCases, countCases, exportCases, getCase, actOnCase, downloadLetter, getTimeline, verifyTimeline, exportCase],
  ...[
    archiveCase,
    listCaseFiles,
    checkCase,
    listParticipants,
    listParties,
    listOtherCases,
    listNotes,
    writeNote,
    withdrawNote,
  ],
  ...[nameCover, listCovers, listCoverColleagues, endCover, declareInterest, listInterests, endInterest],
  ...[previewBulk, decideInBulk, listBulk, getBulk, cancelBulk],
  ...[
    listTasks,
    countTasks,
    claimTask,
    releaseTask,
    assignTask,
    delegateTask,
    handBackTask,
    recallTask,
    listPeople,
    listDelegates,
  ],
  ...[getFigures, exportFigures],
  ...[listViews, saveView, deleteView],
  ...[listPhrases, keepPhrase, changePhrase, deletePhrase],
  ...[listNotices, countNotices, getNotice, acknowledgeNotice],
  listenToEvents,
  ...[listBars, liftBar, shortenBar],
  ...[listRegisters, listRegister, exportRegister],
  ...regimeFaces.flatMap((face) => face.routes),
  ...[getCalendar, getCalendarYear, readNoticeRoute, previewYear, applyYear],
  ...[listTemplates, showTemplate, showTemplateMail, setAddition, mailTemplate],
  ...[listChannels, createChannel, changeChannel, testChannel],
  ...[listRules, previewRules, setRules],
  ...[listRegulations(() => routes), listClauses(() => routes), countClauses, loadClauseText],
  ...[getTextStatus, changeTextStatus, listComments, enterComment, answerComment],
  getEngineHistory,
  getHealth,
  ...[listAudit, verifyAuditRoute, exportAudit],
  ...[getClock, listDueDeadlines, advanceClock],
  documentRoute(() => routes),
];
