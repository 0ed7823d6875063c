import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';
import type { Interest } from '../../prisma/generated/client.ts';
import { lockWithCovers, returnHeldTasks } from '../../prisma/held-tasks.ts';
import { tellOfInterest } from '../../prisma/tell-of-interest.ts';
import { isPartyKey, organisationCode } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import { text, type Text } from '../../rules/text.ts';
import { dayOf, instantOf } from '../../rules/time/index.ts';
import { partyKey } from '../../workflows/engine/party-input.ts';
import { filledInBy, refersTo, titled } from '../../workflows/engine/titled.ts';
import { seesAll } from '../abilities.ts';
import { daySchema, idSchema, instantSchema, line, paragraphs, textSchema } from '../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { invalid } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { namesOfParties } from '../views/party-names.ts';
import { isManagedBy, requireJudge, requireOwnOrManaged } from '../views/staff-reach.ts';

const interestSchema = z
  .object({
    id: z.string(),
    accountId: z.string(),
    party: z.string().meta({ description: 'Key of the party' }),
    partyName: textSchema
      .nullable()
      .meta({ description: 'Of an organisation that a case has been about; of a person never' }),
    relation: z.string(),
    firstDay: z.string(),
    lastDay: z.string().nullable().meta({ description: 'Null: until it is ended' }),
    declaredById: z.string(),
    createdAt: instantSchema,
    endedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Interest' });

/** What the organisations among their parties are called. Of persons not: who may declare an interest need not know what somebody is called. */
function namesIn(records: Transaction, interests: readonly Interest[]): Promise<ReadonlyMap<string, Text>> {
  // Before they were held to it, something that is no key could be declared.
  const organisations = interests.flatMap(({ party }) => (isPartyKey(party) && organisationCode(party)) || []);
  return namesOfParties(records, [...new Set(organisations)]);
}

function viewOf(interest: Interest, names: ReadonlyMap<string, Text>) {
  const { id, accountId, party, relation, firstDay, lastDay, declaredById, createdAt, endedAt } = interest;
  return {
    ...{ id, accountId, party, partyName: names.get(party) ?? null, relation, firstDay, lastDay, declaredById },
    createdAt: instantOf(createdAt.getTime()),
    endedAt: endedAt === null ? null : instantOf(endedAt.getTime()),
  };
}

/**
 * Declares an interest in a party: one's own, or, as their manager, that of somebody else. From its first day on that person handles no case of
 * the party, and what they hold of its cases goes back to the queue; open cases in which they took part are told.
 */
export const declareInterest = route({
  method: 'post',
  path: '/api/conflicts',
  ability: 'interest.declare',
  trail: { in: 'audit', writes: ['INTEREST_DECLARED'] },
  tag: 'tasks',
  summary: text('登记利益关系（回避）', 'Declare an interest in a party'),
  requirement: 'XC-05.5',
  isAct: true,
  body: z.strictObject({
    accountId: filledInBy(
      titled(
        refersTo(line(64).optional(), 'account'),
        '何人的利益关系',
        'Whose interest',
        text('不选为本人的。', 'One’s own if left out.'),
      ),
      'manager',
    ),
    party: titled(
      partyKey,
      '当事人',
      'Party',
      text('按名称或者统一社会信用代码查找。', 'Found by its name or its unified social credit code.'),
    ),
    relation: titled(paragraphs(500), '利益关系', 'The relation', text('是何种关系。', 'What the relation is.')),
    firstDay: titled(daySchema.optional(), '起始日', 'First day', text('不填为今日。', 'Today if left out.')),
    lastDay: titled(
      daySchema.optional(),
      '最后一日',
      'Last day',
      text('不填为直至注销。', 'Until it is ended if left out.'),
    ),
  }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 201: { description: 'On record', schema: interestSchema } },
  async handle({ context: { database }, reader, access, body, now, audit, once }) {
    const { accountId = reader.person.id, party, relation, firstDay = dayOf(now), lastDay } = body;
    if (lastDay !== undefined && (lastDay < firstDay || lastDay < dayOf(now)))
      invalid('lastDay', '最后一日不能早于第一日或今日。', 'must not lie before the first day or today');
    const colleague = await requireJudge(database, accountId, 'accountId');
    requireOwnOrManaged(reader.person.id, access, colleague);
    const answer = await database.$transaction(async (tx) => {
      const concerned = await lockWithCovers(tx, [accountId]);
      const row = await tx.interest.create({
        data: {
          ...{ id: `int-${randomUUID()}`, accountId, party, relation, firstDay, lastDay: lastDay ?? null },
          ...{ declaredById: reader.person.id, createdAt: new Date(now) },
        },
      });
      for (const account of concerned) await returnHeldTasks(tx, { account, occasion: row.id }, now);
      if (firstDay <= dayOf(now)) await tellOfInterest(tx, { id: row.id, accountId, party }, now);
      const told = viewOf(row, await namesIn(tx, [row]));
      await once.settle(tx, 201, told);
      const { id, firstDay: from, lastDay: to } = row;
      const after = { interest: id, party, relation, firstDay: from, lastDay: to };
      await audit(tx, { action: 'INTEREST_DECLARED', object: { kind: 'account', id: accountId }, after });
      return told;
    });
    return { status: 201, body: answer };
  },
});

/** Interests on record: one's own, and those of the people whom one manages. */
export const listInterests = route({
  method: 'get',
  path: '/api/conflicts',
  ability: 'interest.declare',
  tag: 'tasks',
  summary: text('利益关系登记', 'Interests on record'),
  requirement: 'XC-05.5',
  query: z.strictObject({
    ...pageQuery,
    accountId: line(64).optional().meta({ description: 'One’s own if left out' }),
  }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(interestSchema) } },
  async handle({ context: { database }, reader, access, query: { cursor, limit, accountId = reader.person.id } }) {
    if (!seesAll(access) && accountId !== reader.person.id)
      requireOwnOrManaged(reader.person.id, access, await requireJudge(database, accountId, 'accountId'));
    const rows = await database.interest.findMany({
      where: { accountId, ...behind(cursor, 'createdAt') },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const names = await namesIn(database, rows);
    return {
      status: 200,
      body: pageFrom(
        rows,
        limit,
        ({ createdAt, id }) => [instantOf(createdAt.getTime()), id],
        (row) => viewOf(row, names),
      ),
    };
  },
});

/** Ends an interest, with the reason: a manager of that person does, and nobody their own. */
export const endInterest = route({
  method: 'post',
  path: '/api/conflicts/{id}/end',
  ability: 'interest.end',
  trail: { in: 'audit', writes: ['INTEREST_ENDED'] },
  tag: 'tasks',
  summary: text('注销利益关系登记', 'End an interest'),
  requirement: 'XC-05.5',
  params: z.strictObject({ id: idSchema }),
  isAct: true,
  body: z.strictObject({ reason: titled(paragraphs(2000), '注销理由', 'Why it is ended') }),
  refuses: ['OUT_OF_SCOPE', 'FOUR_EYES', 'ALREADY_DONE'],
  answers: { 200: { description: 'Ended', schema: interestSchema } },
  async handle({ context: { database }, reader, access, params: { id }, body, now, audit, once }) {
    const answer = await database.$transaction(async (tx) => {
      const row = await tx.interest.findUnique({ where: { id } });
      if (row === null) return refuse('NOT_FOUND', '没有这项登记。', 'There is no such interest on record.');
      const { accountId } = row;
      if (accountId === reader.person.id)
        refuse(
          'FOUR_EYES',
          '本人的利益关系须由他人注销。',
          'Nobody ends an interest of their own; another manager must.',
        );
      if (!isManagedBy(access, (await requireJudge(database, accountId, 'id')).offices))
        refuse(
          'OUT_OF_SCOPE',
          '此人不在您管理的机构或区域内。',
          'This person is outside the body and region that you manage.',
        );
      const { count } = await tx.interest.updateMany({
        where: { id, endedAt: null },
        data: { endedAt: new Date(now), endReason: body.reason },
      });
      if (count === 0) refuse('ALREADY_DONE', '该登记已经注销。', 'It was ended before.');
      const ended = await tx.interest.findUniqueOrThrow({ where: { id } });
      const told = viewOf(ended, await namesIn(tx, [ended]));
      await once.settle(tx, 200, told);
      const before = { interest: id, party: row.party, relation: row.relation };
      const object = { kind: 'account', id: accountId } as const;
      await audit(tx, { action: 'INTEREST_ENDED', object, before, reason: body.reason });
      return told;
    });
    return { status: 200, body: answer };
  },
});
