/** Whether a notice is still true when it is about to be sent: what it asks for may be done, what it tells changed (XC-03.3). */
import type { Database } from '../../prisma/client.ts';
import type { AppointmentView, DeadlineView, DelegationNamed, Holds } from '../../rules/notices.ts';
import { text, type Text } from '../../rules/text.ts';
import { epochMs } from '../../rules/time/index.ts';
import type { DelegationState } from '../../workflows/engine/state.ts';
import type { Notice } from './notice-queue.ts';
import { specOf, type NoticeData } from './wordings.ts';

const why = {
  reached: text('已另行联系到收件人', 'the recipient was reached otherwise'),
  deadline: text('所述期限已完成、已届满或者已变更', 'the deadline it speaks of was met, has ended or has moved'),
  clock: text('期限已恢复计时或者已结束', 'the clock runs again, or has ended'),
  appointment: text('所述安排已改期、已取消或者已举行', 'the appointment was moved, cancelled or held'),
  task: text('所述事项已办理完毕', 'what it asks for is done'),
  delegation: text('该委派已终止，或者已交回', 'the delegation has ended, or was answered'),
  stage: text('案件已进入其他阶段', 'the case has moved on'),
  later: text('已有更新的同类通知', 'a later notice of its kind takes its place'),
} as const;

type Question = (database: Database, notice: Notice, holds: Holds) => Promise<Text | null>;

/** Why a notice is overtaken; null if it is still to be sent. What the records do not know speaks for nothing. */
export async function overtakenBy(database: Database, notice: Notice): Promise<Text | null> {
  if (notice.caseId === null) return null;
  if (notice.reachedAt !== null) return why.reached;
  const { holds } = specOf((notice.data as unknown as NoticeData).caseKind, notice.template) ?? {};
  if (holds === undefined) return null;
  for (const ask of questions) {
    const answer = await ask(database, notice, holds);
    if (answer !== null) return answer;
  }
  return null;
}

const questions: readonly Question[] = [
  async (database, notice, { deadlines: how }) => {
    const { deadlines = [] } = notice.data as { deadlines?: readonly DeadlineView[] };
    if (how === undefined) return null;
    for (const { name, entry, dueAt } of deadlines) {
      const now = await deadlineNow(database, notice, name);
      if (now === null) continue;
      const isOther = entry !== undefined && now.entry !== entry;
      const hasMoved = how === 'same' && !isOpenUntil(now, dueAt);
      if (isOther || hasMoved || !UNENDED.includes(now.status)) return why.deadline;
    }
    return null;
  },

  async (database, notice, { clocks: how }) => {
    const { clocks = [] } = notice.data as { clocks?: readonly string[] };
    if (how === undefined) return null;
    for (const name of clocks) {
      const now = await deadlineNow(database, notice, name);
      if (now !== null && now.status !== 'PAUSED') return why.clock;
    }
    return null;
  },

  async (database, notice, { appointment: of }) => {
    if (of === undefined) return null;
    const held = (notice.data as Readonly<Record<string, AppointmentView | undefined>>)[of];
    if (held === undefined) return null;
    const now = await deadlineNow(database, notice, of);
    if (now !== null && !isOpenUntil(now, held.at)) return why.appointment;
    const [later] = await database.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Notice" WHERE "caseId" = ${notice.caseId} AND "ordinal" > ${notice.ordinal}
        AND ("data" -> ${of}::text ->> 'sequence')::int > ${held.sequence} LIMIT 1`;
    return later === undefined ? null : why.appointment;
  },

  async (database, { caseId }, { tasks }) => {
    if (tasks === undefined || caseId === null) return null;
    const known = await database.task.findMany({
      where: { caseId, name: { in: [...tasks] } },
      select: { closedAt: true },
    });
    return known.length > 0 && known.every(({ closedAt }) => closedAt !== null) ? why.task : null;
  },

  async (database, { caseId, data }, { delegation: how }) => {
    const { delegation } = data as { delegation?: DelegationNamed };
    if (how === undefined || delegation === undefined || caseId === null) return null;
    const { task: name, entry, at } = delegation;
    const task = await database.task.findUnique({ where: { caseId_name_entry: { caseId, name, entry } } });
    if (task === null) return null;
    const now = task.closedAt === null ? (task.delegation as unknown as DelegationState | null) : null;
    const isSame = now?.at === at && (now.answer !== undefined) === (how === 'handedBack');
    return isSame ? null : why.delegation;
  },

  async (database, { caseId }, { stages }) => {
    if (stages === undefined || caseId === null) return null;
    const found = await database.case.findUnique({ where: { id: caseId }, select: { stage: true } });
    return found !== null && !stages.includes(found.stage) ? why.stage : null;
  },

  async (database, notice, { latest }) => {
    if (latest === undefined) return null;
    const { caseId, template, recipientId, recipientEmail, channel, ordinal } = notice;
    const to = recipientId === null ? { recipientId, recipientEmail } : { recipientId };
    const later = await database.notice.findFirst({
      where: { caseId, template, channel, ordinal: { gt: ordinal }, ...to },
      select: { id: true },
    });
    return later === null ? null : why.later;
  },
];

const UNENDED: readonly string[] = ['OPEN', 'PAUSED'];

interface DeadlineNow {
  readonly entry: number;
  readonly status: string;
  readonly dueAt: Date | null;
}

/** A deadline of the case as it stands; null if the records have none of that name. */
function deadlineNow(database: Database, { caseId }: Notice, name: string): Promise<DeadlineNow | null> {
  return database.deadline.findFirst({
    where: { caseId: caseId ?? '', name },
    orderBy: { entry: 'desc' },
    select: { entry: true, status: true, dueAt: true },
  });
}

function isOpenUntil({ status, dueAt }: DeadlineNow, instant: DeadlineView['dueAt']): boolean {
  return status === 'OPEN' && dueAt?.getTime() === epochMs(instant);
}
