/** The wording of the notices that every process has: reminders, deadlines that moved, delegations, clocks that stopped (XC-02.3, XC-03, XC-05.5). */
import type {
  ClockRunsAgain,
  ClockStopped,
  DeadlineMoved,
  DeadlineReminder,
  DelegationEnded,
  TaskDelegated,
  TaskHandedBack,
  ValuesChanged,
} from '../notices.ts';
import { deadlines, list, paragraph, type Wording } from './content.ts';

const deadlineReminder: Wording<DeadlineReminder> = {
  'zh-CN': ({ duty, deadlines: [deadline] = [], plannedAt }, say) => ({
    ...(deadline && {
      subject: `期限提醒：${say.due(deadline)} 前${say.of(duty)}（${say.left(deadline, plannedAt)}）`,
    }),
    blocks: [
      paragraph(`提醒您注意下列期限：${say.of(duty)}。`),
      deadlines,
      paragraph('如已办理完毕，请忽略本提醒；办理完毕后不再发送提醒。'),
    ],
    action: '查看案件',
  }),
  en: ({ duty, deadlines: [deadline] = [], plannedAt }, say) => ({
    ...(deadline && {
      subject: `Reminder: ${say.of(duty)} by ${say.due(deadline)} (${say.left(deadline, plannedAt)})`,
    }),
    blocks: [
      paragraph(`This is to remind you of a deadline: ${say.of(duty)}.`),
      deadlines,
      paragraph('If it is done already you need not do anything; no reminder is sent once it is done.'),
    ],
    action: 'See the case',
  }),
};

const deadlineMoved: Wording<DeadlineMoved> = {
  'zh-CN': ({ title, from, to, why }, say) => ({
    subject: `期限变更通知：${say.of(title)}`,
    blocks: [paragraph(`下列期限已经变更，请以新期限为准：${say.of(title)}。`), deadlines],
    facts: [
      ['原期限', say.of(from)],
      ['新期限', say.of(to)],
      ['变更原因', say.of(why)],
    ],
    action: '查看案件',
  }),
  en: ({ title, from, to, why }, say) => ({
    subject: `A deadline has moved: ${say.of(title)}`,
    blocks: [paragraph(`A deadline of this case has moved: ${say.of(title)}. The new one counts.`), deadlines],
    facts: [
      ['Old deadline', say.of(from)],
      ['New deadline', say.of(to)],
      ['Why', say.of(why)],
    ],
    action: 'See the case',
  }),
};

const clockStopped: Wording<ClockStopped> = {
  'zh-CN': ({ duties, since, why }, say) => ({
    blocks: [
      paragraph(`下列期限已中止计时，原因是：${say.of(why)}。中止期间的日子不计入期限。`),
      ...list('中止计时的期限', say.all(duties)),
      paragraph('恢复计时的，将另行告知新的截止日期；此前告知的截止日期不再适用。'),
    ],
    facts: [['中止起点', say.at(since)]],
    action: '查看案件',
  }),
  en: ({ duties, since, why }, say) => ({
    blocks: [
      paragraph(
        `The clock of these deadlines has stopped: ${say.of(why)}. Days on which it stands still do not count.`,
      ),
      ...list('Deadlines whose clock has stopped', say.all(duties)),
      paragraph('You will be told the new dates when it runs again; the dates you were told before no longer hold.'),
    ],
    facts: [['Stopped', say.at(since)]],
    action: 'See the case',
  }),
};

const clockRunsAgain: Wording<ClockRunsAgain> = {
  'zh-CN': ({ duties, stoodFrom, stoodTo, why }, say) => ({
    blocks: [
      paragraph(`下列期限已恢复计时，请以新的截止日期为准：${say.all(duties).join('；')}。`),
      deadlines,
      paragraph('中止期间的日子没有计入期限。'),
    ],
    facts: [
      ['中止原因', say.of(why)],
      ['中止起点', say.at(stoodFrom)],
      ['恢复计时', say.at(stoodTo)],
    ],
    action: '查看案件',
  }),
  en: ({ duties, stoodFrom, stoodTo, why }, say) => ({
    blocks: [
      paragraph(`The clock of these deadlines runs again, and the new dates count: ${say.all(duties).join('; ')}.`),
      deadlines,
      paragraph('The days on which it stood still have not been counted.'),
    ],
    facts: [
      ['Why it stood still', say.of(why)],
      ['Stopped', say.at(stoodFrom)],
      ['Runs again', say.at(stoodTo)],
    ],
    action: 'See the case',
  }),
};

const taskDelegated: Wording<TaskDelegated> = {
  'zh-CN': ({ task, by, note }, say) => ({
    subject: `待办委派给您：${say.of(task)}`,
    blocks: [
      paragraph(`${by}将本案的待办“${say.of(task)}”委派给您准备，请办理后交回意见；决定仍由承办人作出。`),
      paragraph(`委派说明：${say.of(note)}`),
      deadlines,
    ],
    facts: [['委派人', by]],
    action: '查看案件',
  }),
  en: ({ task, by, note }, say) => ({
    subject: `A task is delegated to you: ${say.of(task)}`,
    blocks: [
      paragraph(
        `${by} has delegated the task “${say.of(task)}” of this case to you. Prepare it and hand it back with your opinion; whoever holds the task decides.`,
      ),
      paragraph(`What is asked of you: ${say.of(note)}`),
      deadlines,
    ],
    facts: [['Delegated by', by]],
    action: 'See the case',
  }),
};

const taskHandedBack: Wording<TaskHandedBack> = {
  'zh-CN': ({ task, by, opinion }, say) => ({
    subject: `受托人已交回待办：${say.of(task)}`,
    blocks: [
      paragraph(`${by}已交回委派的待办“${say.of(task)}”，请您据此决定。`),
      paragraph(`意见：${say.of(opinion)}`),
    ],
    facts: [['交回人', by]],
    action: '查看案件',
  }),
  en: ({ task, by, opinion }, say) => ({
    subject: `A delegated task is handed back: ${say.of(task)}`,
    blocks: [
      paragraph(`${by} has handed back the delegated task “${say.of(task)}”. It is for you to decide.`),
      paragraph(`Opinion: ${say.of(opinion)}`),
    ],
    facts: [['Handed back by', by]],
    action: 'See the case',
  }),
};

const delegationEnded: Wording<DelegationEnded> = {
  'zh-CN': ({ task, delegate, why }, say) => ({
    subject: `待办委派终止：${say.of(task)}`,
    blocks: [paragraph(`本案的待办“${say.of(task)}”不再委派办理。原因：${say.of(why)}。`)],
    facts: [['受托人', delegate]],
    action: '查看案件',
  }),
  en: ({ task, delegate, why }, say) => ({
    subject: `A delegation has ended: ${say.of(task)}`,
    blocks: [paragraph(`The task “${say.of(task)}” of this case is no longer with a delegate: ${say.of(why)}.`)],
    facts: [['Delegate', delegate]],
    action: 'See the case',
  }),
};

const valuesChanged: Wording<ValuesChanged> = {
  'zh-CN': ({ changes, changedAt, reason }, say) => ({
    blocks: [
      ...list(
        '本案改按新版规则办理，下列要求随之变更，请以变更后的为准：',
        changes.map((change) => say.of(change)),
      ),
    ],
    facts: [
      ['变更时间', say.at(changedAt)],
      ['理由', say.of(reason)],
    ],
    action: '查看案件',
  }),
  en: ({ changes, changedAt, reason }, say) => ({
    blocks: [
      ...list(
        'This case goes by a newer version of the rules. What it asks of you changes with it, and the new values count:',
        changes.map((change) => say.of(change)),
      ),
    ],
    facts: [
      ['Changed', say.at(changedAt)],
      ['Why', say.of(reason)],
    ],
    action: 'See the case',
  }),
};

/** By the name of the notice. */
export const commonWording = {
  deadlineReminder,
  deadlineMoved,
  valuesChanged,
  taskDelegated,
  taskHandedBack,
  delegationEnded,
  clockStopped,
  clockRunsAgain,
};
