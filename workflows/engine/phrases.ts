/** The engine's own lines of the timeline, in both languages. */
import { text, type Text } from '../../rules/text.ts';

export const phrases = {
  caseOpened: (kind: Text) => text(`立案：${kind.zh}`, `Case opened: ${kind.en}`),
  caseClosed: (outcome: Text) => text(`结案：${outcome.zh}`, `Case closed: ${outcome.en}`),
  caseLinked: (title: Text) => text(`另立案件：${title.zh}`, `Case opened from this one: ${title.en}`),
  handedOver: (body: Text) => text(`移交承办：${body.zh}`, `Handed over to: ${body.en}`),
  anotherBody: text('另一机构', 'another body'),
  stageChanged: (stage: Text) => text(`进入阶段：${stage.zh}`, `Stage: ${stage.en}`),
  deadlineSet: (title: Text, words: Text) =>
    text(`开始计时：${title.zh}，截止 ${words.zh}`, `Clock started: ${title.en}, due ${words.en}`),
  deadlineMet: (title: Text) => text(`按期完成：${title.zh}`, `Met in time: ${title.en}`),
  deadlineCancelled: (title: Text) => text(`停止计时：${title.zh}`, `Clock stopped: ${title.en}`),
  deadlinePassed: (title: Text) => text(`期限届满：${title.zh}`, `Time expired: ${title.en}`),
  appointmentCome: (title: Text) => text(`时间已到：${title.zh}`, `The time has come: ${title.en}`),
  deadlinePaused: (title: Text, cause: Text) =>
    text(`中止计时：${title.zh}（${cause.zh}）`, `Clock suspended: ${title.en} (${cause.en})`),
  deadlineResumed: (title: Text, words: Text) =>
    text(`恢复计时：${title.zh}，截止 ${words.zh}`, `Clock resumed: ${title.en}, due ${words.en}`),
  deadlineMoved: (title: Text, from: Text, to: Text) =>
    text(`期限变更：${title.zh}，由 ${from.zh} 改为 ${to.zh}`, `Moved: ${title.en}, from ${from.en} to ${to.en}`),
  deadlineSettled: (title: Text, words: Text) =>
    text(`期限确定：${title.zh}，${words.zh}`, `No longer provisional: ${title.en}, ${words.en}`),
  reminderDue: (title: Text) => text(`期限提醒：${title.zh}`, `Reminder: ${title.en}`),
  taskOpened: (title: Text) => text(`新增待办：${title.zh}`, `Task opened: ${title.en}`),
  taskClosed: (title: Text) => text(`待办办结：${title.zh}`, `Task closed: ${title.en}`),
  taskAssigned: (title: Text) => text(`待办已领取或指派：${title.zh}`, `Task taken or assigned: ${title.en}`),
  taskReleased: (title: Text) => text(`待办已退回：${title.zh}`, `Task given back: ${title.en}`),
  calendarChanged: text('工作日历更新', 'Working-day calendar updated'),
  rulesChanged: (version: number) =>
    text(`规则更新为第 ${version} 版`, `Rules of version ${version} apply from now on`),
  calendarAwaited: text(
    '期限落入尚未公布放假安排的年度，请加载工作日历',
    'A deadline reaches a year whose calendar is not published: load it',
  ),
  signalRefused: (action: Text) => text(`操作未被受理：${action.zh}`, `Refused: ${action.en}`),
  suspended: text('计时中止', 'suspended'),
  notServed: text('通知尚未送达', 'the notice has not reached its recipient'),
} as const;
