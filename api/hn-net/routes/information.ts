/** What the bodies of the network publish: information, rules, standards, interfaces (HN-NET-05.2, 16.2, 16.4, 27.1). Nobody signs in for it. */
import { z } from 'zod';
import { regionNames } from '../../../rules/hn-net/network.ts';
import { publicationKinds } from '../../../rules/hn-net/publication.ts';
import { inBoth, text } from '../../../rules/text.ts';
import { dayOf, instantOf } from '../../../rules/time/index.ts';
import { choice, yesOrNo } from '../../../workflows/engine/choice.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import {
  publicInformation,
  type PublicInformationFacts,
} from '../../../workflows/hn-net/public-information/contract.ts';
import { networkTitles } from '../network-choices.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, instantSchema, textSchema } from '../../http/schemas.ts';

/** What of the form the public reads. */
interface Words {
  readonly title?: string;
  readonly words?: string;
  readonly source?: string;
  readonly link?: string;
}

export const listInformation = route({
  method: 'get',
  path: '/api/hn-net/information',
  ability: 'public',
  tag: 'public',
  summary: text('公开信息、规则、标准和接口', 'Information, rules, standards and interfaces'),
  requirement: 'HN-NET-05.2, 16.2, 16.4, 16.6, 27.1',
  query: z.strictObject({
    ...pageQuery,
    kind: choice(publicationKinds).optional(),
    region: choice(regionNames)
      .optional()
      .meta({ description: 'What is in force at this place: for it, or for one above it' }),
    history: yesOrNo.optional().meta({ description: '`true`: also what was replaced, taken back or is out of force' }),
  }),
  answers: {
    200: {
      description: 'A page of what is published, the latest first, each with its source and date',
      schema: pageOf(
        z.object({
          id: z.string(),
          kind: z.string(),
          kindTitle: textSchema,
          clause: z.string(),
          status: textSchema,
          inForce: z.boolean(),
          publisher: z.object({ id: z.string(), name: textSchema }),
          title: z.string(),
          words: z.string(),
          source: z.string(),
          issuedOn: daySchema,
          scope: z.object({ region: z.string(), name: textSchema }),
          validFrom: daySchema,
          validTo: daySchema.nullable(),
          version: z.string().nullable(),
          link: z.string().nullable(),
          publishedAt: instantSchema,
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { cursor, limit, kind, region, history }, now }) {
    const rows = await database.case.findMany({
      where: {
        ...{ kind: publicInformation.kind, revision: { gt: 0 } },
        ...(history !== 'true' && { closedAt: null }),
        AND: [
          behind(cursor, 'openedAt'),
          kind === undefined ? {} : { state: { path: ['facts', 'kind'], equals: kind } },
          region === undefined
            ? {}
            : { OR: upFrom(region).map((scope) => ({ state: { path: ['facts', 'scope'], equals: scope } })) },
        ],
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: {
        ...{ id: true, stage: true, openedAt: true, closedAt: true, state: true },
        forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
      },
    });
    const titleOf = await networkTitles(database);
    const page = pageFrom(
      rows,
      limit,
      ({ openedAt, id }) => [openedAt.toISOString(), id],
      ({ id, stage, openedAt, closedAt, state, forms }) => {
        const { facts } = state as unknown as { readonly facts: PublicInformationFacts };
        const { title: kindTitle, clause } = publicationKinds[facts.kind];
        const { title = '', words = '', source = '', link = null } = (forms[0]?.data ?? {}) as Words;
        return {
          ...{ id, kind: facts.kind, kindTitle, clause, title, words, source, link },
          status: stageTitle(publicInformation, stage) ?? inBoth(stage),
          inForce: closedAt === null && facts.validFrom <= dayOf(now),
          publisher: { id: facts.publisher, name: titleOf(facts.publisher) },
          scope: { region: facts.scope, name: regionNames[facts.scope] ?? inBoth(facts.scope) },
          ...{ issuedOn: facts.issuedOn, validFrom: facts.validFrom, validTo: facts.validTo, version: facts.version },
          publishedAt: instantOf(openedAt.getTime()),
        };
      },
    );
    return { status: 200, body: page };
  },
});

/** A region and those above it, e.g. county, city, province. */
function upFrom(region: string): string[] {
  const parts = region.split('/');
  return parts.map((_, dropped) => parts.slice(0, parts.length - dropped).join('/'));
}
