/** Whether a notice is still true when it is about to be sent: what it asks for may be done, what it tells changed (XC-03.3). */
import type { AppointmentView, DeadlineView, DelegationNamed, FactHolds, Holds } from '../../rules/notices.ts';
import { text, type Text } from '../../rules/text.ts';
import { epochMs } from '../../rules/time/index.ts';
import type { Audience } from '../../workflows/engine/transition.ts';
import type { Notice } from './notice-queue.ts';
import { holdsOf, type DeadlineNow, type PageRecords } from './page-records.ts';

const why = {
  reached: text('已另行联系到收件人', 'the recipient was reached otherwise'),
  deadline: text('所述期限已完成、已届满或者已变更', 'the deadline it speaks of was met, has ended or has moved'),
  clock: text('期限已恢复计时或者已结束', 'the clock runs again, or has ended'),
  appointment: text('所述安排已改期、已取消或者已举行', 'the appointment was moved, cancelled or held'),
  task: text('所述事项已办理完毕', 'what it asks for is done'),
  delegation: text('该委派已终止，或者已交回', 'the delegation has ended, or was answered'),
  stage: text('案件已进入其他阶段', 'the case has moved on'),
  later: text('已有更新的同类通知', 'a later notice of its kind takes its place'),
  party: text('所述事项已转由其他单位办理', 'what it speaks of is with another by now'),
} as const;

/** Why a notice is overtaken; null if it is still to be sent. What the records do not know speaks for nothing. */
export function overtakenBy(records: PageRecords, notice: Notice): Text | null {
  if (notice.caseId === null) return null;
  if (notice.reachedAt !== null) return why.reached;
  const holds = holdsOf(notice);
  if (holds === undefined) return null;
  for (const ask of questions) {
    const answer = ask(records, notice, holds);
    if (answer !== null) return answer;
  }
  return null;
}

type Question = (records: PageRecords, notice: Notice, holds: Holds) => Text | null;

const questions: readonly Question[] = [
  (records, notice, { deadlines: how }) => {
    const { deadlines = [] } = notice.data as { deadlines?: readonly DeadlineView[] };
    if (how === undefined) return null;
    for (const { name, entry, dueAt } of deadlines) {
      const now = records.deadlineOf(notice, name);
      if (now === undefined) continue;
      const isOther = entry !== undefined && now.entry !== entry;
      const hasMoved = how === 'same' && !isOpenUntil(now, dueAt);
      if (isOther || hasMoved || !UNENDED.includes(now.status)) return why.deadline;
    }
    return null;
  },

  (records, notice, { clocks: how }) => {
    const { clocks = [] } = notice.data as { clocks?: readonly string[] };
    if (how === undefined) return null;
    for (const name of clocks) {
      const now = records.deadlineOf(notice, name);
      if (now !== undefined && now.status !== 'PAUSED') return why.clock;
    }
    return null;
  },

  (records, notice, { appointment: of }) => {
    if (of === undefined) return null;
    const held = (notice.data as Readonly<Record<string, AppointmentView | undefined>>)[of];
    if (held === undefined) return null;
    const now = records.deadlineOf(notice, of);
    if (now !== undefined && !isOpenUntil(now, held.at)) return why.appointment;
    return records.hasLaterAppointment(notice) ? why.appointment : null;
  },

  (records, notice, { tasks }) => {
    if (tasks === undefined) return null;
    const known = records.tasksOf(notice, tasks);
    return known.length > 0 && known.every(({ closedAt }) => closedAt !== null) ? why.task : null;
  },

  (records, notice, { delegation: how }) => {
    const { delegation } = notice.data as { delegation?: DelegationNamed };
    if (how === undefined || delegation === undefined) return null;
    const task = records.tasksOf(notice, [delegation.task]).find(({ entry }) => entry === delegation.entry);
    if (task === undefined) return null;
    const now = task.closedAt === null ? task.delegation : null;
    const isSame = now?.at === delegation.at && (now.answer !== undefined) === (how === 'handedBack');
    return isSame ? null : why.delegation;
  },

  (records, notice, { stages }) => {
    const now = records.caseOf(notice);
    return stages !== undefined && now !== undefined && !stages.includes(now.stage) ? why.stage : null;
  },

  (records, notice, { parties }) => {
    const now = records.stateOf(notice)?.parties;
    const audience = notice.audience as Audience | null;
    if (parties === undefined || now === undefined || audience === null || !('party' in audience)) return null;
    return parties.some((name) => now[name]?.includes(audience.party)) ? null : why.party;
  },

  (records, notice, { fact }) => {
    const now = records.stateOf(notice)?.facts;
    return fact === undefined || now === undefined || isSo(fact, now, notice) ? null : why.task;
  },

  (records, notice, { latest }) => (latest !== undefined && records.hasLaterOfKind(notice) ? why.later : null),
];

function isSo({ at, is }: FactHolds, facts: Readonly<Record<string, unknown>>, { data }: Notice): boolean {
  const named = data as Readonly<Record<string, unknown>>;
  const filled = (words: string) => words.replace(/\{(\w+)\}/g, (_all, name: string) => String(named[name]));
  const found = filled(at)
    .split('.')
    .reduce<unknown>((inside, part) => (inside as Record<string, unknown> | null | undefined)?.[part], facts);
  if (is === 'something' || is === 'nothing') return (found ?? null) === null ? is === 'nothing' : is === 'something';
  return is.map(filled).includes(String(found));
}

const UNENDED: readonly string[] = ['OPEN', 'PAUSED'];

function isOpenUntil({ status, dueAt }: DeadlineNow, instant: DeadlineView['dueAt']): boolean {
  return status === 'OPEN' && dueAt?.getTime() === epochMs(instant);
}
