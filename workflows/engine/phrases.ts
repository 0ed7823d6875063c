/** The engine's own lines of the timeline, in both languages. */
import { entry, parts, remarked, sentences } from '../../rules/phrases.ts';
import { text, type Text } from '../../rules/text.ts';
import { momentInWords, type Instant } from '../../rules/time/index.ts';
import { namedCase } from './case-number.ts';
import type { CaseOrigin } from './state.ts';

export const phrases = {
  caseOpened: (kind: Text, origin?: CaseOrigin) =>
    entry(text('立案', 'Case opened'), remarked(kind, origin && cameFrom(origin))),
  caseClosed: (outcome: Text) => text(`结案：${outcome.zh}`, `Case closed: ${outcome.en}`),
  caseLinked: (title: Text, id: string) =>
    entry(text('另立案件', 'Case opened from this one'), remarked(title, namedCase(id))),
  caseJoined: (title: Text, id: string) => entry(text('提交案件', 'Put to the case'), remarked(title, namedCase(id))),
  handedOver: (body: Text, name: Text | undefined) => entry(text('移交承办', 'Handed over to'), remarked(body, name)),
  anotherBody: text('另一机构', 'another body'),
  stageChanged: (stage: Text, from: Text | undefined) =>
    entry(text('进入阶段', 'Stage'), remarked(stage, from && text(`此前：${from.zh}`, `before: ${from.en}`))),
  deadlineSet: (title: Text, words: Text) =>
    text(`开始计时：${title.zh}，截止 ${words.zh}`, `Clock started: ${title.en}, due ${words.en}`),
  deadlineMet: (title: Text, words: Text) => entry(text('按期完成', 'Met in time'), remarked(title, wasDue(words))),
  deadlineCancelled: (title: Text, words: Text) =>
    entry(text('停止计时', 'Clock stopped'), remarked(title, wasDue(words))),
  deadlinePassed: (title: Text, words: Text) => entry(text('期限届满', 'Time expired'), remarked(title, wasDue(words))),
  appointmentCome: (title: Text, words: Text) => entry(text('时间已到', 'The time has come'), remarked(title, words)),
  deadlinePaused: (title: Text, cause: Text, from: Instant) => {
    const since = momentInWords(from);
    return text(
      `中止计时：${title.zh}，自 ${since.zh} 起（${cause.zh}）`,
      `Clock suspended: ${title.en}, since ${since.en} (${cause.en})`,
    );
  },
  deadlineResumed: (title: Text, words: Text, at: Instant) => {
    const from = momentInWords(at);
    return text(
      `恢复计时：${title.zh}，自 ${from.zh} 起继续，截止 ${words.zh}`,
      `Clock resumed: ${title.en}, goes on from ${from.en}, due ${words.en}`,
    );
  },
  deadlineMoved: (title: Text, from: Text, to: Text) =>
    text(`期限变更：${title.zh}，由 ${from.zh} 改为 ${to.zh}`, `Moved: ${title.en}, from ${from.en} to ${to.en}`),
  deadlineSettled: (title: Text, words: Text) =>
    text(`期限确定：${title.zh}，${words.zh}`, `No longer provisional: ${title.en}, ${words.en}`),
  reminderDue: (title: Text, words: Text | undefined) =>
    entry(text('期限提醒', 'Reminder'), remarked(title, words && wasDue(words))),
  taskOpened: (title: Text) => text(`新增待办：${title.zh}`, `Task opened: ${title.en}`),
  taskClosed: (title: Text) => text(`待办办结：${title.zh}`, `Task closed: ${title.en}`),
  taskAssigned: (title: Text) => text(`待办已领取或指派：${title.zh}`, `Task taken or assigned: ${title.en}`),
  taskReleased: (title: Text) => text(`待办已退回：${title.zh}`, `Task given back: ${title.en}`),
  taskReturned: (title: Text, why: Text) =>
    text(`待办退回，待他人领取：${title.zh}（${why.zh}）`, `Task back in the queue: ${title.en} (${why.en})`),
  taskDelegated: (title: Text) => text(`待办已委派：${title.zh}`, `Task delegated: ${title.en}`),
  delegationEnded: (title: Text, why: Text) =>
    text(`委派终止：${title.zh}，${why.zh}`, `Delegation ended: ${title.en}, ${why.en}`),
  taskDone: text('该待办已办结', 'the task is done'),
  heldByNobody: text('该待办已退回，无人承办', 'the task was given back and nobody holds it'),
  heldByAnother: text('该待办已改由他人承办', 'somebody else holds the task now'),
  delegateHolds: text('该待办已改由受托人承办', 'the delegate holds the task now'),
  delegationRecalled: text('委派已收回', 'it was recalled'),
  delegateLeft: text('受托人已停用或调离', 'the delegate was disabled or has moved'),
  delegateInterested: text('受托人与当事人存在利益关系，应当回避', 'the delegate has an interest in a party'),
  ballotOpened: (title: Text, voters: number) =>
    entry(text('开始表决', 'Ballot opened'), remarked(title, text(`须 ${voters} 人表决`, `${voters} persons vote`))),
  ballotDecided: (title: Text, status: 'CARRIED' | 'LOST', votes: Text) =>
    entry(
      status === 'CARRIED' ? text('表决通过', 'Ballot carried') : text('表决未通过', 'Ballot lost'),
      remarked(title, votes),
    ),
  ballotWithdrawn: (title: Text) => entry(text('表决作废', 'Ballot withdrawn'), title),
  votes: (inFavour: number, against: number) =>
    text(`赞成 ${inFavour} 票，反对 ${against} 票`, `${inFavour} for, ${against} against`),
  holderLeft: text('原办理人已停用或调离', 'whoever held it was disabled or has moved'),
  holderInterested: text('原办理人与当事人存在利益关系，应当回避', 'whoever held it has an interest in a party'),
  handedOverWithCase: text('案件移交其他机构承办', 'another body handles the case now'),
  calendarChanged: text('工作日历更新', 'Working-day calendar updated'),
  rulesChanged: (version: number) =>
    text(`规则更新为第 ${version} 版`, `Rules of version ${version} apply from now on`),
  rulesChangedSo: (version: number, values: readonly Text[]) =>
    entry(
      phrases.rulesChanged(version),
      values.length > 0 ? parts(...values) : text('没有数值变动', 'no value has changed'),
    ),
  calendarAwaited: text(
    '期限落入尚未公布放假安排的年度，请加载工作日历',
    'A deadline reaches a year whose calendar is not published: load it',
  ),
  signalRefused: (action: Text, why: Text) =>
    sentences([entry(text('操作未被受理', 'Refused'), action), entry(text('理由', 'Why'), why)]),
  suspended: text('计时中止', 'suspended'),
  notServed: text('通知尚未送达', 'the notice has not reached its recipient'),
} as const;

function cameFrom({ id, title }: CaseOrigin): Text {
  return text(`由“${title.zh}”案件 ${namedCase(id)} 引出`, `from the case '${title.en}', ${namedCase(id)}`);
}

function wasDue(words: Text): Text {
  return words === phrases.suspended ? words : text(`期限 ${words.zh}`, `due ${words.en}`);
}
