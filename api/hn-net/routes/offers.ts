/** The services and goods that registered providers offer, searched by category (HN-NET-14.1, 15.2, 16.3). Nobody signs in for it. */
import { z } from 'zod';
import { offerSubjectNames, offerSubjects, type OfferSubject } from '../../../rules/hn-net/offer.ts';
import { serviceCategories } from '../../../rules/hn-net/service-request.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { offerReview, type OfferReviewFacts } from '../../../workflows/hn-net/offer-review/contract.ts';
import { registers } from '../../../workflows/hn-net/words.ts';
import { bodyTitle } from '../../bodies.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, line, textSchema } from '../../http/schemas.ts';

type Words = { readonly description?: string } & { readonly [S in OfferSubject]?: string | null };

interface Row {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly bodyId: string;
  /** The platform that the provider itself operates. */
  readonly operates: string | null;
  readonly openedAt: Date;
  readonly facts: OfferReviewFacts;
  readonly form: Words | null;
}

export const searchOffers = route({
  method: 'get',
  path: '/api/hn-net/offers',
  ability: 'public',
  tag: 'public',
  summary: text('按类别检索服务(商品)', 'Search services and goods by category'),
  requirement: 'HN-NET-14.1, 15.2, 16.3',
  query: z.strictObject({
    ...pageQuery,
    category: choice(serviceCategories).optional(),
    words: line(60).optional().meta({ description: 'A part of the name of the offer or of its provider' }),
  }),
  answers: {
    200: {
      description: 'A page of the listed offers of providers whose registration stands, the latest first',
      schema: pageOf(
        z.object({
          id: z.string(),
          name: z.string(),
          category: z.string(),
          categoryTitle: textSchema,
          provider: z.object({
            party: z.string(),
            name: z.string(),
            operates: z
              .string()
              .nullable()
              .meta({ description: 'The platform that it runs itself: the offer is the operator’s own' }),
          }),
          platform: z.object({ id: z.string(), name: textSchema }),
          listedOn: daySchema,
          description: z.string(),
          stated: z.array(z.object({ id: z.string(), title: textSchema, text: z.string() })),
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { cursor, limit, category = null, words = null } }) {
    const after = positionOf(cursor, z.tuple([sortKey.instant, sortKey.id]));
    const [at, before] = after ?? [null, null];
    // A suspended or ended registration takes the offers of its provider out of view (HN-NET-06.7).
    const rows = await database.$queryRaw<Row[]>`
      SELECT c."id", c."title", c."subject", c."bodyId", c."openedAt", c."state" -> 'facts' AS "facts",
        (SELECT f."data" FROM "Form" f WHERE f."caseId" = c."id" ORDER BY f."version" DESC LIMIT 1) AS "form",
        e."data" ->> 'operates' AS "operates"
      FROM "Case" c JOIN "RegisterEntry" e
        ON e."register" = ${registers.providers} AND e."party" = c."subject" AND e."status" = 'REGISTERED'
      WHERE c."kind" = ${offerReview.kind} AND c."stage" = 'LISTED'
        AND (${category}::text IS NULL OR c."state" -> 'facts' ->> 'category' = ${category}::text)
        AND (${words}::text IS NULL OR strpos(c."title", ${words}::text) > 0 OR strpos(c."state" -> 'facts' ->> 'name', ${words}::text) > 0)
        AND (${before}::text IS NULL OR (c."openedAt", c."id") < (${at}::timestamptz, ${before}::text))
      ORDER BY c."openedAt" DESC, c."id" DESC LIMIT ${limit + 1}`;
    const page = pageFrom(
      rows,
      limit,
      ({ openedAt, id }) => [openedAt.toISOString(), id],
      ({ id, title, subject, bodyId, operates, facts, form }) => {
        const offer = form ?? {};
        return {
          ...{ id, name: facts.name, category: facts.category, categoryTitle: serviceCategories[facts.category] },
          provider: { party: subject, name: title, operates },
          platform: { id: bodyId, name: bodyTitle(bodyId) },
          listedOn: facts.listedOn ?? '',
          description: offer.description ?? '',
          stated: offerSubjectNames.map((one) => ({ id: one, title: offerSubjects[one], text: offer[one] ?? '' })),
        };
      },
    );
    return { status: 200, body: page };
  },
});
