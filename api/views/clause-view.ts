/** The documents of a regime and their clauses, as everybody may read them. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';
import type { ClauseText } from '../../prisma/generated/client.ts';
import { newestVersions } from '../../prisma/open-case.ts';
import { numberAbove } from '../../rules/book/clauses.ts';
import { NOT_SET, type RuleScalar, type RuleValue } from '../../rules/book/rule-book.ts';
import { unitOf } from '../../rules/book/units.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { Regime } from '../../workflows/engine/regime.ts';
import { regimes } from '../../workflows/regimes.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { lawOf } from '../regimes.ts';
import { carriersOf, isCarried, type Carriers, type PlatformFunction } from './clause-carriers.ts';
import { rulesOf } from './rule-values.ts';
import { statusInRules } from './text-status.ts';

/** The words of a clause or of a whole document, where somebody has loaded them. */
export const fullTextSchema = z
  .object({ version: z.int(), text: z.string(), source: z.string(), at: instantSchema })
  .meta({ id: 'ClauseText' });

const standingSchema = z.object({
  code: z.string().meta({ description: 'e.g. `CONSULTATION_DRAFT`, `IN_FORCE`' }),
  on: z.string().meta({ description: 'Shanghai day since which it is so' }),
  zh: z.string(),
  en: z.string(),
});

/** A document that a regime cites. */
export const documentSchema = z
  .object({
    code: z.string().meta({ description: 'The code that citations begin with, e.g. `SH-STORE`' }),
    name: textSchema,
    short: textSchema,
    edition: textSchema.nullable(),
    standing: standingSchema,
    clauses: z.int(),
    uncarried: z.int().meta({ description: 'Clauses that nothing carries, neither they nor a part of them' }),
    fullText: fullTextSchema.nullable(),
  })
  .meta({ id: 'RegulationDocument' });

const carrierShape = { kind: z.string(), kindTitle: textSchema, name: z.string(), title: textSchema };

/** One clause with everything that carries it. */
export const clauseSchema = z
  .object({
    clause: z.string().meta({ description: 'As citations have it, e.g. `SH-STORE 四.5(2)`' }),
    document: z.string(),
    number: z.string(),
    within: z.string().nullable().meta({ description: 'The number of the clause it is part of' }),
    summary: textSchema.meta({ description: 'What it says, in words of this platform' }),
    quote: z.string().nullable(),
    fullText: fullTextSchema.nullable(),
    requirements: z.array(z.string()),
    interpretations: z.array(z.object({ code: z.string(), issue: textSchema, reading: textSchema })),
    carried: z.enum(['ITSELF', 'PARTS', 'NONE']).meta({ description: 'Whether something carries it, or parts of it' }),
    rules: z.array(
      z.object({
        key: z.string(),
        title: textSchema,
        value: z
          .union([z.number(), z.boolean(), z.string()])
          .nullable()
          .meta({ description: 'Null for a number that was lost with the text and that nobody has set' }),
        word: textSchema
          .nullable()
          .meta({ description: 'What the value is called, where it is a word of a list or not set' }),
        unit: textSchema.meta({
          description: 'Stands behind the value; empty for a switch, a word and a plain number',
        }),
      }),
    ),
    deadlines: z.array(z.object({ ...carrierShape, consequence: textSchema, platformRule: z.boolean() })),
    actions: z.array(z.object(carrierShape)),
    notices: z.array(z.object(carrierShape)),
    grounds: z.array(z.object({ title: textSchema })),
    functions: z
      .array(z.object({ title: textSchema }))
      .meta({ description: 'What the platform does for it beside its cases' }),
  })
  .meta({ id: 'Clause' });

type DocumentView = z.infer<typeof documentSchema>;
type ClauseView = z.infer<typeof clauseSchema>;

/** {@link documentSchema} of each document of a regime. */
export async function documentViews(
  database: Transaction,
  regime: Regime,
  functions: readonly PlatformFunction[],
): Promise<DocumentView[]> {
  const carriers = carriersOf(regime, functions);
  const { texts } = lawOf(regime.code);
  const full = await fullTexts(
    database,
    texts.map(({ code }) => code),
  );
  const own = await statusInRules(database, regime.code, regime.rules.status);
  return texts.flatMap(({ code, standing, clauses }) => {
    const regulation = regime.citations[code];
    if (regulation === undefined) return [];
    const carried = carriedIn(carriers, code);
    const { on, zh, en, code: state } = standing ?? own;
    return [
      {
        code,
        ...{ name: { ...regulation.name }, short: { ...regulation.short } },
        edition: regulation.edition === undefined ? null : { ...regulation.edition },
        standing: { code: state, on, zh, en },
        clauses: clauses.length,
        uncarried: clauses.filter(({ number }) => carried(number) === 'NONE').length,
        fullText: fullTextView(full.get(code)),
      },
    ];
  });
}

/** {@link clauseSchema} of every clause of a regime, document by document in their order, and the version of the rules whose values they show. */
export async function clauseViews(
  database: Transaction,
  regime: Regime,
  functions: readonly PlatformFunction[],
): Promise<{ readonly ruleVersion: number; readonly items: ClauseView[] }> {
  const { texts, interpretations } = lawOf(regime.code);
  const carriers = carriersOf(regime, functions);
  const carrying = [...carriers.values()].flatMap(({ rules }) => rules.map((one) => one.regime));
  const books = await newestBooks(database, [regime.code, ...carrying]);
  const full = await fullTexts(database, [...carriers.keys()]);
  const items = texts.flatMap(({ code, clauses }) => {
    const carried = carriedIn(carriers, code);
    return clauses.map(({ number, zh, en, quote, requirements }): ClauseView => {
      const clause = `${code} ${number}`;
      const { rules, deadlines, actions, notices, grounds, functions: served } = carriers.get(clause) ?? NOTHING;
      return {
        ...{ clause, document: code, number, within: numberAbove(number) },
        ...{ summary: { zh, en }, quote: quote ?? null, fullText: fullTextView(full.get(clause)) },
        requirements: [...requirements],
        interpretations: interpretations
          .filter((note) => note.clauses.includes(clause))
          .map(({ code: note, issue, reading }) => ({ code: note, issue, reading })),
        carried: carried(number),
        rules: rules.flatMap(({ regime: book, key }) => {
          const { rules: own, values } = books.get(book) ?? {};
          const rule: RuleValue | undefined = own?.values[key];
          return rule === undefined ? [] : [ruleView(key, rule, values?.[key] ?? rule.value)];
        }),
        ...{ deadlines: [...deadlines], actions: [...actions], notices: [...notices], grounds: [...grounds] },
        functions: [...served],
      };
    });
  });
  return { ruleVersion: books.get(regime.code)?.ruleVersion ?? regime.rules.version, items };
}

/** The newest values of the rule books of some regimes, by the code of the regime. */
async function newestBooks(database: Transaction, codes: readonly string[]) {
  const named = regimes.filter(({ code }) => codes.includes(code));
  const found = await Promise.all(
    named.map(async ({ code, rules }) => {
      const { ruleVersion } = await newestVersions(database, code);
      return [code, { ruleVersion, rules, values: await rulesOf(database, code, ruleVersion) }] as const;
    }),
  );
  return new Map(found);
}

const NOTHING: Carriers = { rules: [], deadlines: [], actions: [], notices: [], grounds: [], functions: [] };

function ruleView(key: string, { zh, en, unit, words }: RuleValue, value: RuleScalar) {
  const word = value === null ? NOT_SET : words?.[String(value)];
  return {
    key,
    title: { zh, en },
    value,
    word: word === undefined ? null : { ...word },
    unit: { ...unitOf(value, unit) },
  };
}

/** Says of a clause of a document, by its number, whether it is carried. */
function carriedIn(carriers: ReadonlyMap<string, Carriers>, code: string) {
  const carried = [...carriers]
    .filter(([clause, own]) => clause.startsWith(`${code} `) && isCarried(own))
    .map(([clause]) => clause.slice(code.length + 1));
  const parts = new Set(carried.flatMap(allAbove));
  return (number: string): ClauseView['carried'] =>
    carried.includes(number) ? 'ITSELF' : parts.has(number) ? 'PARTS' : 'NONE';
}

/** What a clause is part of, and what that is part of. */
function allAbove(number: string): string[] {
  const above = numberAbove(number);
  return above === null ? [] : [above, ...allAbove(above)];
}

/** The newest words of these clauses or documents, by citation. */
async function fullTexts(database: Transaction, clauses: readonly string[]): Promise<ReadonlyMap<string, ClauseText>> {
  const rows = await database.clauseText.findMany({
    where: { clause: { in: [...clauses] } },
    distinct: ['clause'],
    orderBy: [{ clause: 'asc' }, { version: 'desc' }],
  });
  return new Map(rows.map((row) => [row.clause, row]));
}

/** {@link fullTextSchema} of a row; null where there is none. */
export function fullTextView(row: ClauseText | undefined): z.infer<typeof fullTextSchema> | null {
  if (row === undefined) return null;
  const { version, text, source, at } = row;
  return { version, text, source, at: instantOf(at.getTime()) };
}
