/** The user agreement and the rules of the platform, in full and to keep: nobody signs in for it (HN-NET-07.3). */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { agreementTexts } from '../../../rules/hn-net/agreement.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { titled } from '../../../workflows/engine/titled.ts';
import { download } from '../../files/download.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, instantSchema, textSchema } from '../../http/schemas.ts';
import {
  agreementColumns,
  agreementInForce,
  asFile,
  publishedAgreements,
  shownAgreement,
} from '../views/agreements.ts';

const textsSchema = z.array(z.object({ id: z.string(), title: textSchema, text: z.string() }));

/** Every version that was published, the latest first. */
export const listAgreements = route({
  method: 'get',
  path: '/api/hn-net/agreements',
  ability: 'public',
  tag: 'public',
  summary: text('用户协议和平台规则全文', 'The user agreement and the rules of the platform in full'),
  requirement: 'HN-NET-07.1, 07.2, 07.3',
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description: 'A page of the published versions with every word, the latest first',
      schema: pageOf(
        z.object({
          id: z.string(),
          version: z.int(),
          status: textSchema,
          publishedAt: instantSchema,
          effectiveFrom: daySchema,
          noticeDays: z.int().meta({ description: 'Days of notice that its amendment procedure gives' }),
          items: textsSchema,
          rules: textsSchema,
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { cursor, limit }, now }) {
    const rows = await database.case.findMany({
      where: { ...publishedAgreements, ...behind(cursor, 'openedAt') },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: agreementColumns,
    });
    const page = pageFrom(
      rows,
      limit,
      ({ openedAt, id }) => [openedAt.toISOString(), id],
      (row) => shownAgreement(row, now),
    );
    return { status: 200, body: page };
  },
});

/** One rule, or one content of the agreement, of the version in force, as a text file. */
export const getPlatformRule = route({
  method: 'get',
  path: '/api/hn-net/rules/{id}',
  ability: 'public',
  tag: 'public',
  summary: text('下载平台规则', 'Download a rule of the platform'),
  requirement: 'HN-NET-07.3',
  params: z.strictObject({
    id: titled(choice(agreementTexts), '规则', 'Rule').meta({ description: 'e.g. `tradingRules`' }),
  }),
  refuses: ['NOT_FOUND'],
  answers: { 200: { description: 'The whole text, UTF-8, as a download', mediaType: 'text/plain' } },
  async handle({ context: { database }, params: { id }, now }) {
    const version = await agreementInForce(database, now);
    const found = [...(version?.items ?? []), ...(version?.rules ?? [])].find((one) => one.id === id);
    if (version === null || found === undefined)
      return refuse(
        'NOT_FOUND',
        '平台尚未公布用户协议和规则。',
        'The platform has not published its agreement and rules yet.',
      );
    const { name, content } = asFile(version, found);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return download({ id: `${id}.txt`, name, mime: 'text/plain; charset=utf-8', sha256 }, content);
  },
});
