import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { tellCover } from '../../prisma/account-notices.ts';
import type { Transaction } from '../../prisma/client.ts';
import { officeOf } from '../../prisma/create-account.ts';
import type { Cover } from '../../prisma/generated/client.ts';
import { lockAccount, returnHeldTasks } from '../../prisma/held-tasks.ts';
import { isCoverable } from '../../prisma/person-of.ts';
import { refuse } from '../../rules/refusal.ts';
import { STAFF_ROLES } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { dayOf, instantOf, type Day, type Instant } from '../../rules/time/index.ts';
import { filledInBy, refersTo, titled } from '../../workflows/engine/titled.ts';
import type { Access } from '../abilities.ts';
import { daySchema, idSchema, instantSchema, line } from '../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { invalid } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { isManagedBy, managedBy, requireColleague, requireOwnOrManaged } from '../views/staff-reach.ts';
import { pageOfPeople, personSchema } from './people.ts';

const coverSchema = z
  .object({
    id: z.string(),
    absentId: z.string().meta({ description: 'Account of who is away' }),
    absentName: z.string(),
    coverId: z.string().meta({ description: 'Account of who acts in their offices' }),
    coverName: z.string(),
    firstDay: z.string(),
    lastDay: z.string().meta({ description: 'It ends by itself at 24:00 Shanghai time of that day' }),
    rule: z.string(),
    createdById: z.string(),
    createdAt: instantSchema,
    endedAt: instantSchema.nullable().meta({ description: 'When it was ended before its time' }),
    phase: z.enum(['COMING', 'RUNNING', 'ENDED']),
    mayEnd: z.boolean().meta({ description: 'Whether the reader may end it now' }),
  })
  .meta({ id: 'Cover' });

/** To whom it is shown, and when. */
interface Looking {
  readonly readerId: string;
  readonly access: Access;
  readonly now: Instant;
}

async function viewsOf(
  database: Transaction,
  covers: readonly Cover[],
  { readerId, access, now }: Looking,
): Promise<ReadonlyMap<string, z.infer<typeof coverSchema>>> {
  const ids = [...new Set(covers.flatMap(({ absentId, coverId }) => [absentId, coverId]))];
  const rows = await database.user.findMany({ where: { id: { in: ids } }, include: { offices: true } });
  const people = new Map(rows.map((row) => [row.id, row]));
  const mayEnd = (absentId: string) =>
    absentId === readerId || isManagedBy(access, people.get(absentId)?.offices.map(officeOf).filter(isCoverable) ?? []);
  return new Map(
    covers.map((cover) => {
      const { id, absentId, coverId, firstDay, lastDay, rule, createdById, createdAt, endedAt } = cover;
      const phase = phaseOf(cover, dayOf(now));
      return [
        id,
        {
          ...{ id, absentId, coverId, firstDay, lastDay, rule, createdById, phase },
          absentName: people.get(absentId)?.name ?? absentId,
          coverName: people.get(coverId)?.name ?? coverId,
          createdAt: instantOf(createdAt.getTime()),
          endedAt: endedAt === null ? null : instantOf(endedAt.getTime()),
          mayEnd: phase !== 'ENDED' && mayEnd(absentId),
        },
      ];
    }),
  );
}

function phaseOf({ firstDay, lastDay, endedAt }: Cover, today: Day): z.infer<typeof coverSchema>['phase'] {
  if (endedAt !== null || lastDay < today) return 'ENDED';
  return firstDay > today ? 'COMING' : 'RUNNING';
}

async function viewOf(database: Transaction, cover: Cover, looking: Looking) {
  const view = (await viewsOf(database, [cover], looking)).get(cover.id);
  if (view === undefined) throw new Error(`${cover.id} has no view.`);
  return view;
}

/** Days for which one cover may be named at most. */
const LONGEST_DAYS = 366;

/**
 * Names who acts in one's offices while one is away, or, as their manager, in those of somebody else. The cover may do what the absent one could, in
 * cases alone, and ends by itself. Both are told by mail.
 */
export const nameCover = route({
  method: 'post',
  path: '/api/covers',
  ability: 'cover.name',
  trail: { in: 'audit', writes: ['COVER_NAMED'] },
  tag: 'tasks',
  summary: text('指定代行职务人员', 'Name a cover for an absence'),
  requirement: 'XC-05.5',
  isAct: true,
  body: z.strictObject({
    absentId: filledInBy(
      titled(
        refersTo(line(64).optional(), 'account'),
        '何人不在岗',
        'Who is away',
        text('不选为本人。', 'Oneself if left out; another for their manager.'),
      ),
      'manager',
    ),
    coverId: titled(
      refersTo(line(64), 'colleague'),
      '代行人',
      'Who acts in their place',
      text(
        '同一机构的人员，在此期间可以办理被代行人可办的案件。',
        'Somebody of the same body, who may do in cases what the absent one could.',
      ),
    ),
    firstDay: titled(daySchema, '起始日', 'First day'),
    lastDay: titled(
      daySchema,
      '最后一日',
      'Last day',
      text('至当日 24:00 自动结束。', 'It ends by itself at 24:00 of that day.'),
    ),
    rule: titled(
      line(200),
      '依据',
      'Under which rule',
      text('依照哪项规定由他人代行，例如《值班办法》第三条。', 'Under which rule somebody else may act.'),
    ),
  }),
  refuses: ['OUT_OF_SCOPE', 'ALREADY_OPEN', 'NOT_ALLOWED'],
  answers: { 201: { description: 'Named', schema: coverSchema } },
  async handle({ context: { database }, reader, access, body, now, audit, once }) {
    const { absentId = reader.person.id, coverId, firstDay, lastDay, rule } = body;
    requireDays(firstDay, lastDay, dayOf(now));
    const absent = await requireColleague(database, absentId, 'absentId');
    requireOwnOrManaged(reader.person.id, access, absent);
    if (coverId === absentId) invalid('coverId', '不能由本人代行本人的职务。', 'must be somebody else');
    const cover = await requireColleague(database, coverId, 'coverId');
    if (!cover.offices.some(({ bodyId }) => absent.offices.some((office) => office.bodyId === bodyId)))
      invalid('coverId', '代行人须与被代行人同属一个机构。', 'must hold an office at the body of who is away');
    const answer = await database.$transaction(async (tx) => {
      // In one order, so that two covers named at one instant see each other.
      for (const id of [absentId, coverId].sort()) await lockAccount(tx, id, 'ALONE');
      await refuseChain(tx, { absentId, coverId, firstDay, lastDay });
      const row = await tx.cover.create({
        data: {
          ...{ id: `cov-${randomUUID()}`, absentId, coverId, firstDay, lastDay, rule },
          ...{ createdById: reader.person.id, createdAt: new Date(now) },
        },
      });
      await tellCover(tx, 'NAMED', { absent: absent.user, cover: cover.user }, row, { name: reader.name, at: now });
      const told = await viewOf(tx, row, { readerId: reader.person.id, access, now });
      await once.settle(tx, 201, told);
      const after = { cover: row.id, coverId, firstDay, lastDay, rule };
      await audit(tx, { action: 'COVER_NAMED', object: { kind: 'account', id: absentId }, after });
      return told;
    });
    return { status: 201, body: answer };
  },
});

function requireDays(firstDay: Day, lastDay: Day, today: Day): void {
  if (lastDay < firstDay) invalid('lastDay', '最后一日不能早于第一日。', 'must not lie before the first day');
  if (lastDay < today) invalid('lastDay', '最后一日已过。', 'is over already');
  if ((Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 >= LONGEST_DAYS)
    invalid('lastDay', `一次最长 ${LONGEST_DAYS} 日。`, `must lie within ${LONGEST_DAYS} days of the first day`);
}

/** One cover at a time for each, and none of a cover: who is away covers for nobody, and who covers is not away. */
async function refuseChain(
  tx: Transaction,
  { absentId, coverId, firstDay, lastDay }: Pick<Cover, 'absentId' | 'coverId' | 'firstDay' | 'lastDay'>,
): Promise<void> {
  const running = await tx.cover.findMany({
    where: {
      endedAt: null,
      firstDay: { lte: lastDay },
      lastDay: { gte: firstDay },
      OR: [{ absentId: { in: [absentId, coverId] } }, { coverId: absentId }],
    },
  });
  const same = running.find((one) => one.absentId === absentId);
  if (same !== undefined) {
    refuse(
      'ALREADY_OPEN',
      '这段时间已指定代行人，请先结束原安排。',
      'Somebody is named for these days already; end that first.',
      {
        facts: { id: same.id },
      },
    );
  }
  if (running.length === 0) return;
  refuse(
    'NOT_ALLOWED',
    '代行不得再由他人代行：代行人在此期间不在岗，或被代行人在此期间正代行他人职务。',
    'A cover is not covered in turn: in these days the cover is away, or who is away covers for somebody else.',
    { facts: { ids: running.map(({ id }) => id) } },
  );
}

/** Covers in which one is away or acts, and for a manager those of their people; or those of one person. */
export const listCovers = route({
  method: 'get',
  path: '/api/covers',
  ability: 'cover.name',
  tag: 'tasks',
  summary: text('代行职务安排', 'Covers'),
  requirement: 'XC-05.5',
  query: z.strictObject({
    ...pageQuery,
    accountId: line(64)
      .optional()
      .meta({ description: 'One’s own, and those of the people whom one manages, if left out' }),
  }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(coverSchema) } },
  async handle({ context: { database }, reader, access, query: { cursor, limit, accountId }, now }) {
    const readerId = reader.person.id;
    if (accountId !== undefined && accountId !== readerId)
      requireOwnOrManaged(readerId, access, await requireColleague(database, accountId, 'accountId'));
    const of = accountId === undefined ? [readerId, ...(await managedBy(database, access))] : [accountId];
    const rows = await database.cover.findMany({
      where: { AND: [{ OR: [{ absentId: { in: of } }, { coverId: { in: of } }] }, behind(cursor, 'createdAt')] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const views = await viewsOf(database, rows, { readerId, access, now });
    const page = pageFrom(
      rows,
      limit,
      ({ createdAt, id }) => [instantOf(createdAt.getTime()), id],
      ({ id }) => id,
    );
    const items = page.items.flatMap((id) => views.get(id) ?? []);
    return { status: 200, body: { ...page, items } };
  },
});

/** Who could act in the place of somebody: people of the same body, by name. */
export const listCoverColleagues = route({
  method: 'get',
  path: '/api/covers/colleagues',
  ability: 'cover.name',
  tag: 'tasks',
  summary: text('可代行职务的同事', 'Colleagues who could act in somebody’s place'),
  requirement: 'XC-05.5',
  query: z.strictObject({
    ...pageQuery,
    absentId: line(64).optional().meta({ description: 'In whose place; one’s own if left out' }),
    q: line(100).optional().meta({ description: 'Part of the name' }),
  }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'A page, by id', schema: pageOf(personSchema) } },
  async handle({ context: { database }, reader, access, query: { absentId = reader.person.id, ...asked } }) {
    const absent = await requireColleague(database, absentId, 'absentId');
    requireOwnOrManaged(reader.person.id, access, absent);
    const bodies = absent.offices.flatMap(({ bodyId }) => bodyId ?? []);
    const takers = { offices: { role: { in: [...STAFF_ROLES] }, bodyId: { in: bodies } }, keptOut: [absentId] };
    return { status: 200, body: await pageOfPeople(database, takers, asked) };
  },
});

/** Ends a cover before its last day: who is away, or their manager. What was taken under it goes back to the queue. */
export const endCover = route({
  method: 'post',
  path: '/api/covers/{id}/end',
  ability: 'cover.name',
  trail: { in: 'audit', writes: ['COVER_ENDED'] },
  tag: 'tasks',
  summary: text('提前结束代行职务', 'End a cover'),
  requirement: 'XC-05.5',
  params: z.strictObject({ id: idSchema }),
  refuses: ['OUT_OF_SCOPE', 'ALREADY_DONE'],
  answers: { 200: { description: 'Ended', schema: coverSchema } },
  async handle({ context: { database }, reader, access, params: { id }, now, audit, once }) {
    const found = await database.cover.findUnique({ where: { id } });
    if (found === null) return refuse('NOT_FOUND', '没有这项安排。', 'There is no such cover.');
    const { absentId, coverId } = found;
    if (absentId !== reader.person.id)
      requireOwnOrManaged(reader.person.id, access, await requireColleague(database, absentId, 'id'));
    const answer = await database.$transaction(async (tx) => {
      await lockAccount(tx, coverId, 'ALONE');
      const { count } = await tx.cover.updateMany({
        where: { id, endedAt: null, lastDay: { gte: dayOf(now) } },
        data: { endedAt: new Date(now), settledAt: new Date(now) },
      });
      if (count === 0) refuse('ALREADY_DONE', '该安排已经结束。', 'It has ended already.');
      await returnHeldTasks(tx, { account: coverId, occasion: id }, now);
      const [absent, cover] = await Promise.all([
        tx.user.findUniqueOrThrow({ where: { id: absentId } }),
        tx.user.findUniqueOrThrow({ where: { id: coverId } }),
      ]);
      await tellCover(tx, 'ENDED', { absent, cover }, found, { name: reader.name, at: now });
      const row = await tx.cover.findUniqueOrThrow({ where: { id } });
      const told = await viewOf(tx, row, { readerId: reader.person.id, access, now });
      await once.settle(tx, 200, told);
      const before = { cover: id, coverId, lastDay: found.lastDay };
      await audit(tx, { action: 'COVER_ENDED', object: { kind: 'account', id: absentId }, before });
      return told;
    });
    return { status: 200, body: answer };
  },
});
