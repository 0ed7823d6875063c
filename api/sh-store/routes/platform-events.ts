import { z } from 'zod';
import { refuse } from '../../../rules/refusal.ts';
import { partiesActedFor } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { tellStores } from '../facts/tell-stores.ts';
import { ingest, type NumberedFact, type LineResult } from '../facts/ingest.ts';
import { factSchema, type Fact } from '../facts/schema.ts';
import { currentRules } from '../filing/rules.ts';
import { refuseOwnInterest } from '../../views/own-interests.ts';
import { checked } from '../../http/faults.ts';
import { InvalidInput } from '../../http/problem.ts';
import { textSchema } from '../../http/schemas.ts';
import { route, type Call, type Reply } from '../../http/route.ts';

const MOST_LINES = 5_000;

const resultSchema = z.object({
  line: z.int(),
  sourceId: z.string().nullable(),
  status: z.enum(['ACCEPTED', 'DUPLICATE', 'REFUSED']),
  points: z.int(),
  errors: z.array(z.object({ field: z.string(), message: textSchema })).optional(),
});

/**
 * Facts from the platform, one as JSON or many as lines of JSON. Each is taken in once; a line that is refused keeps none of the
 * others out. An answer of 503 says that the facts are stored but their cases were not told: send the same again.
 */
export const reportFacts = route({
  method: 'post',
  path: '/api/platform-events',
  ability: 'fact.report',
  trail: { in: 'audit', writes: ['FACTS_REPORTED'] },
  tag: 'stores',
  summary: text('平台事实上报', 'Facts from the platform'),
  requirement: 'SH-EVAL-10.18, SH-STORE-06.5, 07.12',
  consumes: 'json-or-lines',
  body: factSchema,
  refuses: ['CONFLICT_OF_INTEREST', 'UNAVAILABLE'],
  answers: {
    200: {
      description: 'What became of each line',
      schema: z.object({ accepted: z.int(), duplicates: z.int(), refused: z.int(), results: z.array(resultSchema) }),
    },
  },
  // Each fact is taken in once however often it is sent.
  again: { make: async (call) => (await takeIn(call)).body },
  handle: takeIn,
});

async function takeIn(call: Call<unknown, unknown, Fact>): Promise<Reply> {
  const { context, body, now, audit } = call;
  const sent: unknown = body;
  const { facts, refused } =
    typeof sent === 'string' ? linesOf(sent) : { facts: [{ line: 1, fact: body }], refused: [] };
  await refuseOwnStores(call, facts);
  const { values } = await currentRules(context.database);
  const results = [...refused, ...(await ingest(context.database, facts, values, now, audit))].sort(
    (a, b) => a.line - b.line,
  );
  await tellCases(call, facts, results);
  if (typeof sent !== 'string' && results[0]?.errors) throw new InvalidInput(results[0].errors);
  const count = (status: LineResult['status']) => results.filter((result) => result.status === status).length;
  return {
    status: 200,
    body: { accepted: count('ACCEPTED'), duplicates: count('DUPLICATE'), refused: count('REFUSED'), results },
  };
}

/** Facts bring and take points: nobody reports them of a party in which they have an interest, and nothing of what they sent is taken in. */
async function refuseOwnStores({ context, reader: { person } }: Call, facts: readonly NumberedFact[]): Promise<void> {
  const { interests = [], offices } = person;
  if (interests.length + partiesActedFor(offices).length === 0) return;
  const named = [...new Set(facts.map(({ fact }) => fact.storeId))];
  const where = { id: { in: named } };
  const stores = await context.database.store.findMany({ where, select: { creditCode: true } });
  refuseOwnInterest(
    person,
    stores.map(({ creditCode }) => creditCode),
  );
}

/** Duplicates tell the cases too: they may be the second attempt of a report whose first could not. */
async function tellCases(
  { context }: Call,
  facts: readonly NumberedFact[],
  results: readonly LineResult[],
): Promise<void> {
  const kept = new Set(results.filter(({ status }) => status !== 'REFUSED').map(({ line }) => line));
  const stores = [...new Set(facts.filter(({ line }) => kept.has(line)).map(({ fact }) => fact.storeId))];
  if (stores.length === 0) return;
  if (await tellStores(context, stores)) return;
  refuse(
    'UNAVAILABLE',
    '事实已保存，但暂时无法通知案件，请稍后重新上报（不会重复计入）。',
    'The facts are stored but their cases could not be told; report them again shortly, nothing is counted twice.',
  );
}

function linesOf(content: string): { facts: NumberedFact[]; refused: LineResult[] } {
  const lines = content.split(/\r?\n/);
  const filled = lines.map((raw, index) => ({ raw, line: index + 1 })).filter(({ raw }) => raw.trim() !== '');
  if (filled.length === 0) refuse('INVALID_INPUT', '没有任何内容。', 'There are no lines.', { field: 'body' });
  if (filled.length > MOST_LINES)
    refuse('TOO_LARGE', `一次最多 ${MOST_LINES} 行。`, `At most ${MOST_LINES} lines at once.`, {
      facts: { limit: MOST_LINES },
    });
  const facts: NumberedFact[] = [];
  const refused: LineResult[] = [];
  for (const { raw, line } of filled) {
    try {
      facts.push({ line, fact: checked(factSchema, JSON.parse(raw)) });
    } catch (error) {
      const errors =
        error instanceof InvalidInput
          ? error.faults
          : [{ field: 'line', message: text('不是有效的 JSON。', 'is not valid JSON') }];
      refused.push({ line, sourceId: null, status: 'REFUSED', points: 0, errors });
    }
  }
  return { facts, refused };
}
