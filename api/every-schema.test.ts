/** What holds of every field of every route, action and form. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { inputs, intakes } from '../workflows/beside.ts';
import { inputFaults } from '../workflows/engine/faults.ts';
import { pageQuery } from './http/paging.ts';
import { password, typedPassword } from './http/words.ts';
import { routes } from './routes/index.ts';
import { leavesOf, type Leaf } from './testing/schema-leaves.ts';

type Named = readonly [name: string, schema: z.ZodType];

const schemas: readonly Named[] = [
  ...routes
    .filter(({ tag }) => tag !== 'pages')
    .flatMap(({ method, path, params, query, body }) =>
      Object.entries({ params, query, body }).flatMap(([part, schema]): Named[] =>
        schema === undefined ? [] : [[`${part} of ${method.toUpperCase()} ${path}`, schema]],
      ),
    ),
  ...Object.entries(inputs).flatMap(([kind, actions]) =>
    Object.entries(actions).map(([action, schema]): Named => [`${action} of ${kind}`, schema]),
  ),
  ...Object.entries(intakes).map(([kind, { form }]): Named => [`form of ${kind}`, form]),
];

/** Nobody is shown a password; a cursor is read by nobody but the list that made it. */
const UNSHOWN: readonly z.ZodType[] = [password, typedPassword, pageQuery.cursor.unwrap()];
const HIDDEN = ['\u200b', '\u200d', '\u200e', '\u202e', '\u2066', '\u00ad', '\ufeff', '\u2028', '\u3164', '\u0007'];

const found = schemas.map(([name, schema]) => [name, leavesOf(schema)] as const);

describe('every text', () => {
  const withTexts = found
    .map(([name, leaves]) => [name, leaves.filter(({ kind }) => kind === 'string')] as const)
    .filter(([, texts]) => texts.length > 0);

  it('XC-05.3 is found at all', () => {
    expect(withTexts.length).toBeGreaterThan(60);
    expect(withTexts.flatMap(([, texts]) => texts).length).toBeGreaterThan(200);
  });

  it.each(withTexts)('XC-05.3 in %s holds nothing that is not seen', (_name, texts) => {
    const unguarded = texts.filter(
      ({ schema }) =>
        !UNSHOWN.includes(schema) &&
        HIDDEN.some((hidden) =>
          ['甲乙', '91310115MA1K3AB128', 'a@b.cn'].some((plain) => accepts(schema, plain, hidden)),
        ),
    );
    expect(unguarded.map(({ path }) => path)).toEqual([]);
  });
});

function accepts(schema: z.ZodType, plain: string, hidden: string): boolean {
  return schema.safeParse(plain.slice(0, 1) + hidden + plain.slice(1)).success;
}

describe('every fault', () => {
  const WRONG = [undefined, null, '', 'no such thing', 'x'.repeat(20_000), 0.123, -1, 1e20, true, [], {}];

  it.each(found.filter(([, leaves]) => leaves.length > 0))(
    'XC-05.1 of %s is told in words of either language',
    (_name, leaves) => {
      for (const leaf of leaves)
        for (const value of WRONG)
          for (const message of wordsOf(leaf, value)) {
            const said = `${leaf.path}: ${JSON.stringify(message)}`;
            expect(message.zh, said).toMatch(/[\u4e00-\u9fff].*。$/);
            // A citation is the same in either language.
            expect(message.en.replace(/ [一二]\.\d/g, ''), said).toMatch(/^[^\u4e00-\u9fff]+$/);
            expect(message.zh, said).not.toMatch(/期望|无效|数值|[<>]=/);
            expect(message.en, said).not.toMatch(/expected|invalid|[<>]=/i);
          }
    },
  );
});

describe('every field that names a party', () => {
  const naming = found.flatMap(([name, leaves]) =>
    leaves
      .filter(({ schema }) => schema.meta()?.['x-refers'] === 'party')
      .map((leaf) => [name, leaf.path, leaf] as const),
  );

  it('XC-05.1 is found at all', () => expect(naming.length).toBeGreaterThan(10));

  it.each(naming)('XC-05.1 in %s, %s, takes keys of parties alone', (_name, _path, { schema }) => {
    expect(schema.safeParse('91310115MA1K3AB128').success).toBe(true);
    for (const none of ['0', '启明公司', 'person:', 'nobody:1', '9131'])
      expect(schema.safeParse(none).success, none).toBe(false);
  });
});

describe('every choice', () => {
  const withChoices = found
    .map(([name, leaves]) => [name, leaves.filter(({ kind }) => kind === 'enum')] as const)
    .filter(([, choices]) => choices.length > 0);

  it.each(withChoices)('XC-05.1 of %s is told by what it is called and not by its code', (_name, choices) => {
    expect(choices.length).toBeGreaterThan(0);
    for (const leaf of choices) {
      const [message] = wordsOf(leaf, 'no such thing');
      const codes = Object.values((leaf.schema._zod.def as unknown as { entries: Record<string, string> }).entries);
      const bare = codes.filter((code) => /^[A-Z][A-Z_]+$|^[a-z]+[A-Z.]/.test(code) && message?.zh.includes(code));
      expect(bare, leaf.path).toEqual([]);
      expect(message?.zh, leaf.path).toMatch(/选择/);
    }
  });
});

function wordsOf({ schema }: Leaf, value: unknown) {
  const read = schema.safeParse(value, { reportInput: true });
  return read.success ? [] : inputFaults(read.error.issues).map(({ message }) => message);
}
