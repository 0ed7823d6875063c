import { z } from 'zod';
import { differing } from '../../prisma/audit.ts';
import type { Transaction } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { resolveValues, RuleValueError, stillFitting, type RuleScalar } from '../../rules/book/rule-book.ts';
import { UNIT_TITLES } from '../../rules/book/units.ts';
import { bilingual } from '../../rules/bilingual.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { regimes } from '../../workflows/regimes.ts';
import type { Regime } from '../../workflows/engine/regime.ts';
import { InvalidInput } from '../http/problem.ts';
import { instantSchema, line, paragraphs, textSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { conditionsOtherwise, conditionsShape } from '../views/conditions-otherwise.ts';
import { deadlineMoves, movesShape, movesTold } from '../views/deadline-moves.ts';
import { statusInRules } from '../views/text-status.ts';

const scalar = z
  .union([z.number(), z.boolean(), line(100)], {
    error: bilingual('应为数字、是否或文字。', 'must be a number, true or false, or a word'),
  })
  .nullable()
  .meta({ description: 'Null for a number that was lost with the text and that nobody has set' });

const regimeSchema = z
  .object({
    regime: z.string(),
    title: textSchema,
    status: z.object({ code: z.string(), on: z.string(), zh: z.string(), en: z.string() }),
    version: z.int(),
    values: z.array(
      z.object({
        key: z.string(),
        title: textSchema,
        value: scalar,
        default: scalar,
        unit: z.string(),
        unitTitle: textSchema,
        clause: z.string(),
        requirement: z.string(),
        choices: z.array(z.string()).optional(),
        words: z.record(z.string(), textSchema).optional().meta({ description: 'What choices are called' }),
      }),
    ),
    history: z.array(
      z.object({
        version: z.int(),
        note: z.string(),
        createdAt: instantSchema,
        createdBy: z.string().nullable(),
        changes: z.array(z.object({ key: z.string(), from: scalar, to: scalar })),
      }),
    ),
  })
  .meta({ id: 'RuleBook' });

/** The rule books: every number with its key, clause and history (XC-06.2). */
export const listRules = route({
  method: 'get',
  path: '/api/rules',
  ability: 'rules.read',
  tag: 'rules',
  summary: text('规则', 'The rules'),
  requirement: 'XC-06.2',
  answers: { 200: { description: 'One book a regime', schema: z.object({ items: z.array(regimeSchema) }) } },
  async handle({ context }) {
    return {
      status: 200,
      body: { items: await Promise.all(regimes.map((regime) => bookOf(context.database, regime))) },
    };
  },
});

/** Sets values of a regime as a new version; running cases keep the one they were opened under (XC-06.2). */
export const setRules = route({
  method: 'put',
  path: '/api/rules/{regime}',
  ability: 'rules.change',
  trail: { in: 'audit', writes: ['RULES_CHANGED'] },
  tag: 'rules',
  summary: text('修改规则', 'Set rule values'),
  requirement: 'XC-06.2',
  params: z.strictObject({ regime: line(20) }),
  body: z.strictObject({
    values: z.record(line(80), scalar).meta({ description: 'The values that change, by key' }),
    note: paragraphs(500).meta({ description: 'Why' }),
    version: z
      .int()
      .optional()
      .meta({ description: 'The version these changes were made on; refused if there is a newer one' }),
  }),
  refuses: ['NOT_NOW'],
  again: {
    make: ({ context, params }) => {
      const regime = regimes.find(({ code }) => code === params.regime);
      return regime === undefined ? Promise.resolve() : bookOf(context.database, regime);
    },
  },
  answers: { 200: { description: 'The book with its new version', schema: regimeSchema } },
  async handle({ context, reader, params, body, now, once, audit }) {
    const regime = regimeNamed(params.regime);
    return context.database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rules:${params.regime}`}, 0))`;
      const newest = await tx.ruleVersion.findFirst({ where: { regime: params.regime }, orderBy: { version: 'desc' } });
      if (body.version !== undefined && body.version !== newest?.version) {
        refuse(
          'NOT_NOW',
          '规则已被他人修改，请重新加载后再改。',
          'The rules were changed meanwhile; load them again and repeat your change.',
          { facts: { version: newest?.version } },
        );
      }
      const earlier = (newest?.values ?? {}) as Record<string, RuleScalar>;
      const values = resolved(regime, { ...stillFitting(regime.rules, earlier), ...body.values });
      const version = (newest?.version ?? 0) + 1;
      await tx.ruleVersion.create({
        data: {
          regime: params.regime,
          version,
          values: values,
          note: body.note,
          createdAt: new Date(now),
          createdBy: reader.person.id,
        },
      });
      const reply = { status: 200, body: await bookOf(tx, regime) };
      await audit(tx, {
        action: 'RULES_CHANGED',
        object: { kind: 'rules', id: params.regime },
        ...differing({ ...earlier, version: newest?.version ?? null }, { ...values, version }),
        reason: body.note,
      });
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** What values would do before they are set: to the deadlines that run, and to the conditions of cases, open and closed (XC-06.2). */
export const previewRules = route({
  method: 'post',
  path: '/api/rules/{regime}/preview',
  ability: 'rules.change',
  trail: { in: 'nowhere', because: 'only reckons' },
  tag: 'rules',
  summary: text('预览规则变更', 'Preview a change of rule values'),
  requirement: 'XC-06.2',
  keyed: false,
  params: z.strictObject({ regime: line(20) }),
  body: z.strictObject({
    values: z.record(line(80), scalar).meta({ description: 'The values that would change, by key' }),
  }),
  answers: {
    200: {
      description:
        'What would stand otherwise if all running cases were moved over, and which cases would come out otherwise by their conditions',
      schema: z.object({ ...movesShape, ...conditionsShape }),
    },
  },
  async handle({ context, params, body, now }) {
    const regime = regimeNamed(params.regime);
    const earlier = stillFitting(regime.rules, await newestValues(context.database, regime.code));
    const values = resolved(regime, { ...earlier, ...body.values });
    const moves = await deadlineMoves(context, { rules: { regime: regime.code, values } }, now);
    const conditions = await conditionsOtherwise(context.database, regime.code, values);
    return { status: 200, body: { ...movesTold(moves), ...conditions } };
  },
});

function regimeNamed(code: string): Regime {
  const regime = regimes.find((one) => one.code === code);
  return regime ?? refuse('NOT_FOUND', '没有这个规则集。', 'There is no such rule book.');
}

async function newestValues(database: Transaction, regime: string): Promise<Record<string, RuleScalar>> {
  const newest = await database.ruleVersion.findFirst({ where: { regime }, orderBy: { version: 'desc' } });
  return (newest?.values ?? {}) as Record<string, RuleScalar>;
}

function resolved(regime: Regime, values: Record<string, RuleScalar>): Readonly<Record<string, RuleScalar>> {
  try {
    return resolveValues(regime.rules, values);
  } catch (error) {
    if (error instanceof RuleValueError)
      throw new InvalidInput([{ field: `values.${error.key}`, message: error.text }]);
    throw error;
  }
}

async function bookOf(
  database: Transaction,
  { code: name, rules: book }: Regime,
): Promise<z.infer<typeof regimeSchema>> {
  const versions = await database.ruleVersion.findMany({
    where: { regime: name },
    orderBy: { version: 'desc' },
    take: 50,
  });
  const current = stillFitting(book, (versions[0]?.values ?? {}) as Record<string, RuleScalar>);
  return {
    regime: name,
    title: { zh: book.title.zh, en: book.title.en },
    status: await statusInRules(database, name, book.status),
    version: versions[0]?.version ?? book.version,
    values: Object.entries(book.values).map(([key, rule]) => ({
      key,
      title: { zh: rule.zh, en: rule.en },
      value: current[key] ?? rule.value,
      default: rule.value,
      unit: rule.unit,
      unitTitle: UNIT_TITLES[rule.unit],
      clause: rule.clause,
      requirement: rule.requirement,
      ...(rule.choices && { choices: [...rule.choices] }),
      ...(rule.words && { words: rule.words }),
    })),
    history: versions.map((row, index) => ({
      version: row.version,
      note: row.note,
      createdAt: instantOf(row.createdAt.getTime()),
      createdBy: row.createdBy,
      changes: changesBetween(
        (versions[index + 1]?.values ?? null) as Record<string, RuleScalar> | null,
        row.values as Record<string, RuleScalar>,
      ),
    })),
  };
}

function changesBetween(before: Record<string, RuleScalar> | null, after: Record<string, RuleScalar>) {
  if (before === null) return [];
  return Object.entries(after)
    .filter(([key, value]) => before[key] !== value)
    .map(([key, to]) => ({ key, from: before[key] ?? null, to }));
}
