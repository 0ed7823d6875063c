import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Prisma, type Recommendation } from '../../../prisma/generated/client.ts';
import { declaredInterests } from '../../../prisma/interests.ts';
import { refuse } from '../../../rules/refusal.ts';
import { partiesActedFor } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, instantOf } from '../../../rules/time/index.ts';
import { forSchema, officeFor } from '../../acting-for.ts';
import { requireOwnFiles } from '../../files/kept-files.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { refersTo, titled } from '../../../workflows/engine/titled.ts';
import { creditCodeSchema, idSchema, instantSchema, line, nameLine, paragraphs } from '../../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { refuseInterestAmong } from '../../views/own-interests.ts';
import { recommendationsWithin } from '../views/recommendation-scope.ts';

const LEVELS = ['MUNICIPAL', 'DISTRICT', 'STREET'] as const;
const LEVEL_TITLES = {
  MUNICIPAL: text('市级主管部门', 'municipal department'),
  DISTRICT: text('区级主管部门', 'district department'),
  STREET: text('街道', 'street office'),
};

const recommendationSchema = z
  .object({
    id: z.string(),
    creditCode: z.string(),
    level: z.enum(LEVELS),
    department: z.string(),
    documentNumber: z.string(),
    fileId: z.string(),
    reason: z.string(),
    recommenderId: z.string(),
    bodyId: z.string().meta({ description: 'The department, which follows what becomes of it' }),
    createdAt: instantSchema,
  })
  .meta({ id: 'Recommendation' });

/** Puts a recommendation on file (SH-STORE-02.2, 07.3). Who recommends cannot decide the case (XC-05.5). */
export const createRecommendation = route({
  method: 'post',
  path: '/api/recommendations',
  ability: 'recommendation.make',
  trail: { in: 'audit', writes: ['RECOMMENDATION_MADE'] },
  tag: 'recommendations',
  summary: text('推荐机构试运行', 'Recommend an institution for a trial'),
  requirement: 'SH-STORE-02.2, 07.3',
  isAct: true,
  body: z.strictObject({
    creditCode: creditCodeSchema,
    level: titled(
      choice(LEVEL_TITLES).optional(),
      '出具推荐函的级别',
      'Level of the letter',
      text(
        '推荐函不是本部门出具时填写；街道无权推荐，核对途径时会指出。',
        'Who wrote the letter, if not the department of the account; a street office cannot recommend, and the route check says so.',
      ),
    ),
    department: titled(nameLine(120), '推荐部门', 'Recommending department'),
    documentNumber: titled(line(60), '推荐函文号', 'Number of the letter'),
    fileId: titled(refersTo(idSchema, 'file'), '推荐函扫描件', 'Scan of the letter'),
    reason: titled(paragraphs(2000), '推荐理由', 'Why it is recommended'),
    for: forSchema,
  }),
  refuses: ['ALREADY_DONE', 'NOT_ALLOWED', 'OUT_OF_SCOPE', 'CONFLICT_OF_INTEREST'],
  answers: { 201: { description: 'It is on file', schema: recommendationSchema } },
  async handle({ context, reader, access, body: { for: named, ...body }, now, once, audit }) {
    const { role, bodyId } = officeFor(access, named);
    if (bodyId === undefined)
      return refuse('OUT_OF_SCOPE', '您的账户没有所属部门。', 'Your account is of no department.');
    const declared = await declaredInterests(context.database, reader.person.id, dayOf(now));
    refuseInterestAmong([...declared, ...partiesActedFor(reader.person.offices)], [body.creditCode]);
    const own = role === 'authority' ? 'MUNICIPAL' : 'DISTRICT';
    const level = body.level ?? own;
    if (level !== own && level !== 'STREET') {
      refuse('NOT_ALLOWED', '只能以本部门的级别推荐。', 'You recommend at the level of your own department.', {
        field: 'level',
      });
    }
    try {
      return await context.database.$transaction(async (tx) => {
        await requireOwnFiles(tx, reader.person.id, [['fileId', body.fileId]]);
        const row = await tx.recommendation.create({
          data: {
            ...{ ...body, level, bodyId, id: `rcm-${randomUUID()}` },
            ...{ recommenderId: reader.person.id, createdAt: new Date(now) },
          },
        });
        const { id, creditCode, department, documentNumber, fileId, reason } = row;
        await audit(tx, {
          action: 'RECOMMENDATION_MADE',
          object: { kind: 'institution', id: creditCode },
          after: { id, level, department, documentNumber, fileId, bodyId },
          reason,
        });
        const reply = { status: 201, body: viewOf(row) };
        await once.settle(tx, reply.status, reply.body);
        return reply;
      });
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
        refuse(
          'ALREADY_DONE',
          '该文号的推荐已登记。',
          'A recommendation of this institution with this number is on file already.',
          { field: 'documentNumber' },
        );
      }
      throw error;
    }
  },
});

/** Recommendations on file, as far as they are the reader's business (XC-05.5). */
export const listRecommendations = route({
  method: 'get',
  path: '/api/recommendations',
  ability: 'recommendation.read',
  tag: 'recommendations',
  summary: text('推荐列表', 'Recommendations'),
  requirement: 'XC-05.5',
  query: z.strictObject({ ...pageQuery, creditCode: creditCodeSchema.optional() }),
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(recommendationSchema) } },
  async handle({ context, access, query: { cursor, limit, creditCode } }) {
    const rows = await context.database.recommendation.findMany({
      where: {
        AND: [
          await recommendationsWithin(context.database, access),
          creditCode === undefined ? {} : { creditCode },
          behind(cursor, 'createdAt'),
        ],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return { status: 200, body: pageFrom(rows, limit, (row) => [instantOf(row.createdAt.getTime()), row.id], viewOf) };
  },
});

function viewOf({
  id,
  creditCode,
  level,
  department,
  documentNumber,
  fileId,
  reason,
  recommenderId,
  bodyId,
  createdAt,
}: Recommendation): z.infer<typeof recommendationSchema> {
  return {
    id,
    creditCode,
    level: level as 'DISTRICT',
    department,
    documentNumber,
    fileId,
    reason,
    recommenderId,
    bodyId,
    createdAt: instantOf(createdAt.getTime()),
  };
}
