/** The regulations clause by clause: what each says, what carries it, and the cases that it decided (XC-05.1, XC-06.2). */
import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { regimes } from '../../workflows/regimes.ts';
import { line, paragraphs, textSchema } from '../http/schemas.ts';
import { route, type Route } from '../http/route.ts';
import { citationsIn, documentCodes } from '../views/clause-carriers.ts';
import { clauseCounts, clauseCountSchema } from '../views/clause-counts.ts';
import {
  clauseSchema,
  clauseViews,
  documentSchema,
  documentViews,
  fullTextSchema,
  fullTextView,
} from '../views/clause-view.ts';
import { regimeNamed } from '../views/named-regime.ts';

const params = z.strictObject({ regime: line(20).meta({ description: 'e.g. `SH_STORE`' }) });

/** Every document that some regime cites. @param all every route: what the platform does */
export function listRegulations(all: () => readonly Route[]): Route {
  return route({
    method: 'get',
    path: '/api/regulations',
    ability: 'public',
    tag: 'rules',
    summary: text('办法文件', 'The regulations'),
    requirement: 'XC-06.1, SH-STORE-17.1, HN-NET-27.2',
    answers: {
      200: {
        description: 'One entry a regime',
        schema: z.object({
          items: z.array(z.object({ regime: z.string(), title: textSchema, documents: z.array(documentSchema) })),
        }),
      },
    },
    async handle({ context: { database } }) {
      const items = await Promise.all(
        regimes.map(async (regime) => ({
          ...{ regime: regime.code, title: { zh: regime.title.zh, en: regime.title.en } },
          documents: await documentViews(database, regime, all()),
        })),
      );
      return { status: 200, body: { items } };
    },
  });
}

/** The documents of a regime clause by clause. It says nothing of cases. @param all every route: what the platform does */
export function listClauses(all: () => readonly Route[]): Route {
  return route({
    method: 'get',
    path: '/api/regulations/{regime}/clauses',
    ability: 'public',
    tag: 'rules',
    summary: text('办法条款', 'The clauses of a regulation'),
    requirement: 'XC-06.2',
    params,
    refuses: ['NOT_FOUND'],
    answers: {
      200: {
        description: 'All clauses, in the order of the documents',
        schema: z.object({
          ruleVersion: z.int().meta({ description: 'The version of the rules whose values stand here' }),
          items: z.array(clauseSchema),
        }),
      },
    },
    async handle({ context: { database }, params: { regime } }) {
      return { status: 200, body: await clauseViews(database, regimeNamed(regime), all()) };
    },
  });
}

/** In how many cases that the reader may see each clause is cited, and what was done under it. */
export const countClauses = route({
  method: 'get',
  path: '/api/regulations/{regime}/clauses/counts',
  ability: 'case.read',
  tag: 'rules',
  summary: text('条款引用的案件数量', 'Counts of cases by clause'),
  requirement: 'XC-05.1, XC-05.5',
  params,
  refuses: ['NOT_FOUND'],
  answers: {
    200: {
      description: 'The clauses that some case cites',
      schema: z.object({ items: z.array(clauseCountSchema) }),
    },
  },
  async handle({ context: { database }, access, params: { regime } }) {
    return { status: 200, body: { items: await clauseCounts(database, regimeNamed(regime), access) } };
  },
});

/** Loads the words of a clause, or of a whole document; the ones before stay in the records. */
export const loadClauseText = route({
  method: 'post',
  path: '/api/regulations/{regime}/texts',
  ability: 'regulation.text',
  trail: { in: 'audit', writes: ['CLAUSE_TEXT_LOADED'] },
  tag: 'rules',
  summary: text('加载条款原文', 'Load the text of a clause'),
  requirement: 'XC-06.2',
  params,
  body: z.strictObject({
    clause: line(80).meta({ description: 'A clause, e.g. `SH-STORE 四.5(2)`, or a whole document, e.g. `SH-STORE`' }),
    text: paragraphs(40_000),
    source: line(300).meta({ description: 'Where the text was taken from, e.g. the address of its publication' }),
  }),
  refuses: ['NOT_FOUND'],
  answers: { 201: { description: 'Loaded', schema: fullTextSchema } },
  async handle({ context, reader, params: { regime: code }, body, now, once, audit }) {
    regimeNamed(code);
    const { clause, source } = body;
    if (![...documentCodes(code), ...citationsIn(code)].includes(clause))
      refuse('NOT_FOUND', '该制度没有这一条款。', 'The regime has no such clause.', { field: 'clause' });
    return context.database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`clause:${clause}`}, 0))`;
      const newest = await tx.clauseText.findFirst({ where: { clause }, orderBy: { version: 'desc' } });
      const version = (newest?.version ?? 0) + 1;
      const row = await tx.clauseText.create({
        data: { ...body, version, byId: reader.person.id, at: new Date(now) },
      });
      await audit(tx, {
        action: 'CLAUSE_TEXT_LOADED',
        object: { kind: 'regulation', id: clause },
        ...(newest !== null && { before: { version: newest.version, source: newest.source } }),
        after: { version, source },
      });
      const reply = { status: 201, body: fullTextView(row) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});
