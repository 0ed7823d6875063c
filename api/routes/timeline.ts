import { exportReason } from '../exports/export-reason.ts';
import { z } from 'zod';
import { verifyChain, wholeTimeline } from '../../activities/timeline.ts';
import { CHAIN_HASHES } from '../../config/chain-hash.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text, type Text } from '../../rules/text.ts';
import { deadlineInWords, instantOf, type Instant } from '../../rules/time/index.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { hasLegalEffect, isDueByTarget } from '../../workflows/engine/contract.ts';
import { wakeAt, type RecordedState } from '../../workflows/engine/state.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, idSchema, textSchema } from '../http/schemas.ts';
import { pageFrom, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { maySeeTarget } from '../views/case-scope.ts';
import type { CaseRow } from '../views/case-view.ts';
import { isShown, lineSchema, lineViews, TOLD_ELSEWHERE } from '../views/timeline-view.ts';
import type { Standing } from '../views/case-scope.ts';
import { findCase, type FoundCase } from '../views/read-case.ts';
import { noteSealedCase } from '../views/sealed-case.ts';
import { sealedReadTrail } from '../views/sealed-read.ts';

const aheadSchema = z
  .object({
    at: instantSchema,
    kind: z.enum(['REMINDER', 'DEADLINE']),
    deadline: z.string(),
    rung: z.string().nullable(),
    title: textSchema,
    does: textSchema.meta({ description: 'What will happen of itself at that moment' }),
    clause: z.string(),
    provisional: z.boolean(),
  })
  .meta({ id: 'Ahead' });

const params = z.strictObject({ id: idSchema });

/** Either way through a timeline. */
const ORDERS = { asc: text('从早到晚', 'the oldest first'), desc: text('从晚到早', 'the latest first') };

/** Whose lines: what people did, what the platform did of itself, what was sent. */
const PARTS = {
  all: text('全部', 'all of it'),
  people: text('人工办理', 'what people did'),
  system: text('系统自动', 'what the platform did of itself'),
  notices: text('通知', 'notices'),
};

const ABOUT_NOTICES = { type: { startsWith: 'NOTICE_' } };

/** Each line is in one of the parts. */
const IN_PART: Readonly<Record<keyof typeof PARTS, Prisma.TimelineEventWhereInput>> = {
  all: {},
  people: { actor: { path: ['kind'], equals: 'person' }, NOT: ABOUT_NOTICES },
  system: { actor: { path: ['kind'], equals: 'system' }, NOT: ABOUT_NOTICES },
  notices: ABOUT_NOTICES,
};

export const timelineQuery = z.strictObject({
  ...pageQuery,
  order: choice(ORDERS).default('asc'),
  show: choice(PARTS).default('all').meta({ description: 'Which lines of the past' }),
});

/** A page of lines; `ahead` comes with every page. */
export const timelineSchema = z.object({
  items: z.array(lineSchema),
  nextCursor: z.string().nullable(),
  ahead: z.array(aheadSchema),
});

/**
 * The past of a case, line by line, and what lies ahead of it (XC-05.3). A notice is one line, whether planned or sent: its state stands
 * on it.
 */
export const getTimeline = route({
  method: 'get',
  path: '/api/cases/{id}/timeline',
  ability: 'case.read',
  trail: sealedReadTrail,
  tag: 'cases',
  summary: text('案件时间线', 'The timeline of a case'),
  requirement: 'XC-05.3, XC-04.1',
  params,
  query: timelineQuery,
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'A page of lines; `ahead` comes with every page',
      schema: timelineSchema,
    },
  },
  async handle(call) {
    const found = await findCase(call.context, call.params.id, call.access);
    await noteSealedCase(call, found.row);
    return { status: 200, body: await timelineOf(call, found, call.query) };
  },
});

/** A page of the timeline of a case the reader may see. @throws InvalidInput for a cursor that is none of ours */
export async function timelineOf(
  { context, reader }: Pick<Call, 'context' | 'reader'>,
  found: FoundCase,
  { cursor, order, limit, show }: z.output<typeof timelineQuery>,
): Promise<z.infer<typeof timelineSchema>> {
  const { row, standing } = found;
  const after = positionOf(cursor, sortKey.count);
  const rows = await context.database.timelineEvent.findMany({
    where: {
      caseId: row.id,
      type: { notIn: TOLD_ELSEWHERE },
      AND: IN_PART[show],
      ...(after !== null && { seq: order === 'asc' ? { gt: after } : { lt: after } }),
    },
    orderBy: { seq: order },
    take: limit + 1,
  });
  const { nextCursor } = pageFrom(
    rows,
    limit,
    ({ seq }) => seq,
    ({ seq }) => seq,
  );
  const items = await lineViews(context, found, rows.slice(0, limit), reader);
  return { items, nextCursor, ahead: aheadOf(context, row, standing) };
}

/** Open deadlines and the reminders planned before them, in the order in which they come. */
function aheadOf({ contracts }: ApiContext, row: CaseRow, standing: Standing): z.infer<typeof aheadSchema>[] {
  const state = row.state as unknown as RecordedState | null;
  const contract = contracts[row.kind];
  if (state === null || contract === undefined || state.closedAt !== null) return [];
  const ahead = state.deadlines.flatMap((deadline) => {
    const told = contract.deadlines[deadline.name];
    if (told === undefined || deadline.dueAt === null || !maySeeTarget(standing, told.legalEffect !== false)) return [];
    const { name, dueAt, provisional } = deadline;
    const base = { deadline: name, title: told.title, clause: told.clause, provisional };
    const words = deadlineInWords(deadline);
    return [
      ...deadline.rungs.map(({ key, at }) => ({
        ...base,
        at,
        kind: 'REMINDER' as const,
        rung: key,
        does: reminds(told.title, words),
      })),
      { ...base, at: dueAt, kind: 'DEADLINE' as const, rung: null, does: told.consequence },
    ];
  });
  return ahead.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function reminds(title: Text, due: Text): Text {
  return text(`发出提醒邮件：${title.zh}，期限 ${due.zh}`, `A reminder is mailed: ${title.en}, due ${due.en}`);
}

/** Checks the chain of a timeline from its first line to its head. */
export const verifyTimeline = route({
  method: 'get',
  path: '/api/cases/{id}/timeline/verify',
  ability: 'case.audit',
  tag: 'cases',
  summary: text('校验时间线', 'Verify the timeline'),
  requirement: 'XC-05.3',
  params,
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'Whether every line is as it was written and none is missing, at the end neither',
      schema: z.object({
        intact: z.boolean(),
        lines: z.int(),
        head: z.string().optional(),
        algorithm: z.enum(CHAIN_HASHES).optional().meta({ description: 'The hash by which the head was made' }),
        brokenAt: z.int().optional(),
        reason: textSchema.optional(),
      }),
    },
  },
  async handle({ context, access, params: { id } }) {
    await findCase(context, id, access);
    const { lines, head } = await wholeTimeline(context.database, id);
    return { status: 200, body: verifyChain(lines, head) };
  },
});

/**
 * Everything the records hold about a case but the internal notes of its bodies, in one document, with the head of its chain. Internal targets are left out for whoever is
 * no manager of the case.
 */
export const exportCase = route({
  method: 'get',
  path: '/api/cases/{id}/bundle',
  ability: 'case.audit',
  trail: { in: 'audit', writes: ['CASE_EXPORTED'] },
  tag: 'cases',
  summary: text('导出案件', 'Export a case'),
  requirement: 'XC-05.3, HN-NET-15.7',
  params,
  query: z.strictObject({ reason: exportReason }),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'The bundle',
      schema: z.object({
        exportedAt: instantSchema,
        exportedBy: z.string(),
        chain: z.record(z.string(), z.unknown()),
        case: z.record(z.string(), z.unknown()),
      }),
    },
  },
  async handle({
    context: { database, contracts },
    context,
    reader,
    access,
    params: { id },
    query: { reason },
    now,
    audit,
  }) {
    const found = await findCase(context, id, access);
    const row = withoutTargets(context, found);
    const [{ lines: timeline, head }, notices, messages] = await Promise.all([
      wholeTimeline(database, id),
      database.notice.findMany({
        where: { caseId: id },
        orderBy: [{ plannedAt: 'asc' }, { id: 'asc' }],
        omit: { attachments: true },
      }),
      database.caseMessage.findMany({
        where: { OR: [{ fromCaseId: id }, { toCaseId: id }] },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
    ]);
    const body = {
      exportedAt: now,
      exportedBy: reader.person.id,
      chain: verifyChain(timeline, head),
      case: shanghai({
        ...row,
        kindTitle: contracts[row.kind]?.title,
        timeline: timeline.filter((line) => isShown(contracts[row.kind], line, found)),
        notices,
        messages,
      }) as Record<string, unknown>,
    };
    await database.$transaction((tx) =>
      audit(tx, { action: 'CASE_EXPORTED', object: { kind: 'case', id }, after: { head: head.timelineHead, reason } }),
    );
    return { status: 200, body, headers: { 'Content-Disposition': `attachment; filename="${id}.json"` } };
  },
});

/** The row of a case with no more of its internal targets than the reader may see. */
function withoutTargets({ contracts }: ApiContext, { row, standing }: FoundCase): CaseRow {
  const contract = contracts[row.kind];
  if (maySeeTarget(standing, false)) return row;
  const whole = row.state as unknown as RecordedState | null;
  const state = whole && {
    ...whole,
    deadlines: whole.deadlines.filter(({ name }) => hasLegalEffect(contract, name)),
  };
  const wakesAt = state && wakeAt(state);
  return {
    ...row,
    wakeAt: wakesAt === null ? null : new Date(wakesAt),
    deadlines: row.deadlines.filter(({ legalEffect }) => legalEffect),
    tasks: row.tasks.map((task) => (isDueByTarget(contract, task.name) ? { ...task, dueAt: null } : task)),
    state: state as unknown as CaseRow['state'],
  };
}

/** Dates as instants of Shanghai, throughout. */
function shanghai(value: unknown): unknown {
  if (value instanceof Date) return instantOf(value.getTime()) satisfies Instant;
  if (Array.isArray(value)) return value.map(shanghai);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shanghai(part)]));
  return value;
}
