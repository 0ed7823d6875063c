/** The documents clause by clause, against everything that cites them and against the requirements. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clausesCited, LONGEST_QUOTE, numberAbove, requirementsNamed } from '../rules/book/clauses.ts';
import { regimes } from '../workflows/regimes.ts';
import { lawOf } from './regimes.ts';

const root = new URL('../', import.meta.url);
const counts = JSON.parse(readFileSync(new URL('test/requirements.json', root), 'utf8')) as Record<string, number>;

/** Whether a requirement of this id exists. */
function exists(id: string): boolean {
  const [group = '', item = ''] = id.split('.');
  return Number(item) >= 1 && Number(item) <= (counts[group] ?? 0);
}

const laws = regimes.map(({ code, citations }) => ({ code, citations, law: lawOf(code) }));
const texts = laws.flatMap(({ law }) => law.texts);
const codes = texts.map(({ code }) => code);
const known = new Set([
  ...codes,
  ...texts.flatMap(({ code, clauses }) => clauses.map(({ number }) => `${code} ${number}`)),
]);

/** Every citation that stands in the source as a whole, with the file that has it. */
function citationsInSource(): (readonly [string, string])[] {
  const cwd = root.pathname;
  const files = globSync('{rules,workflows,activities,api}/**/*.ts', { cwd });
  return files
    .filter((file) => !/\.(test|fixture|test-support)\.ts$|generated|\/testing\//.test(file))
    .flatMap((file) => {
      const source = readFileSync(new URL(file, root), 'utf8');
      const found = source.matchAll(new RegExp(`['"\`]((?:${codes.join('|')}) [^'"\`$\\n]+)['"\`]`, 'g'));
      return [...found].map(([, cited = '']) => [cited, file] as const);
    });
}

describe('the documents', () => {
  it('XC-06.1 every document that a regime cites is there, and no other', () => {
    for (const { code, citations, law } of laws)
      expect([code, law.texts.map((one) => one.code)]).toEqual([code, Object.keys(citations)]);
  });

  it.each(texts.map((one) => [one.code, one] as const))(
    'XC-06.2 %s has each clause once, after what it is part of',
    (_code, { clauses }) => {
      const numbers = clauses.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const [index, { number, zh, en, quote = '' }] of clauses.entries()) {
        const above = numberAbove(number);
        if (above !== null)
          expect([number, numbers.slice(0, index)]).toEqual([number, expect.arrayContaining([above])]);
        expect(zh, number).toMatch(/\p{Script=Han}.*。$/u);
        expect(en, number).toMatch(/^[^\p{Script=Han}]+\.$/u);
        expect(quote.length, number).toBeLessThanOrEqual(LONGEST_QUOTE);
      }
    },
  );

  it('XC-06.2 every requirement that a clause names exists', () => {
    const named = texts.flatMap(({ clauses }) => clauses.flatMap(({ requirements }) => requirements));
    expect(named.filter((id) => !exists(id))).toEqual([]);
  });

  it.each(['SH-STORE', 'SH-EVAL', 'HN-NET'])('XC-06.2 every requirement of %s belongs to a clause', (code) => {
    const named = new Set(texts.flatMap(({ clauses }) => clauses.flatMap(({ requirements }) => requirements)));
    const all = Object.entries(counts)
      .filter(([group]) => group.startsWith(`${code}-`))
      .flatMap(([group, count]) => Array.from({ length: count }, (_, index) => `${group}.${index + 1}`));
    expect(all.length).toBeGreaterThan(90);
    expect(all.filter((id) => !named.has(id))).toEqual([]);
  });
  it.each(['SH-STORE', 'HN-NET', 'HN-BASE', 'EC-CENTRE'])(
    'XC-06.2 every requirement of %s belongs to a clause',
    (code) => {
      const named = new Set(texts.flatMap(({ clauses }) => clauses.flatMap(({ requirements }) => requirements)));
      const all = Object.entries(counts)
        .filter(([group]) => group.startsWith(`${code}-`))
        .flatMap(([group, count]) => Array.from({ length: count }, (_, index) => `${group}.${index + 1}`));
      expect(all.length).toBeGreaterThanOrEqual(20);
      expect(all.filter((id) => !named.has(id))).toEqual([]);
    },
  );
});

describe('a citation', () => {
  it('names several clauses of a document at once, or the whole of it', () => {
    expect(clausesCited('SH-STORE 一.1(1)、一.1(3)', codes)).toEqual(['SH-STORE 一.1(1)', 'SH-STORE 一.1(3)']);
    expect(clausesCited('SH-STORE 一.1(1)、SH-EVAL 积分规则', codes)).toEqual(['SH-STORE 一.1(1)', 'SH-EVAL 积分规则']);
    expect(clausesCited('HN-NET', codes)).toEqual(['HN-NET']);
    for (const none of ['—', 'A-17', '《民事诉讼法》第七十条']) expect(clausesCited(none, codes)).toEqual([]);
  });

  it('a list of requirements names each of them', () => {
    expect(requirementsNamed('SH-STORE-03.1 to 03.3, 01.11, XC-05.1')).toEqual([
      ...['SH-STORE-03.1', 'SH-STORE-03.2', 'SH-STORE-03.3', 'SH-STORE-01.11', 'XC-05.1'],
    ]);
    expect(requirementsNamed('SH-STORE-02')).toEqual(['SH-STORE-02']);
  });

  it.each([
    ['四.5(2)', '四.5'],
    ['四.5', '四'],
    ['四', null],
    ['第八条第三项(八)', '第八条第三项'],
    ['第八条第三项', '第八条'],
    ['第二十三条', null],
    ['一.1末段', '一.1'],
  ])('%s is part of %s', (number, above) => {
    expect(numberAbove(number)).toBe(above);
  });

  it('XC-05.1 of a contract, a rule value, a ground or an interpretation leads to a clause', () => {
    const cited = regimes.flatMap(({ code, rules, processes }) => [
      ...Object.values(rules.values).map(({ clause }) => clause),
      ...processes.flatMap(({ contract }) =>
        [
          ...Object.values(contract.actions),
          ...Object.values(contract.deadlines),
          ...Object.values(contract.notices),
        ].map(({ clause }) => clause ?? '—'),
      ),
      ...lawOf(code).grounds.map(({ clause }) => clause),
      ...lawOf(code).interpretations.flatMap(({ clauses }) => clauses),
    ]);
    expect(cited.length).toBeGreaterThan(300);
    expect(cited.flatMap((one) => clausesCited(one, codes)).filter((one) => !known.has(one))).toEqual([]);
  });

  it('XC-05.1 that stands anywhere in the source leads to a clause', () => {
    const cited = citationsInSource();
    expect(cited.length).toBeGreaterThan(200);
    const lost = cited.flatMap(([citation, file]) =>
      clausesCited(citation, codes)
        .filter((one) => !known.has(one))
        .map((one) => `${one} in ${file}`),
    );
    expect(lost).toEqual([]);
  });

  it('XC-06.2 every interpretation that a rule value rests on is there, unless it holds for all documents', () => {
    for (const { code, law } of laws) {
      const { rules } = regimes.find((regime) => regime.code === code) ?? {};
      const notes = new Set(law.interpretations.map((one) => one.code));
      const rests = Object.values(rules?.values ?? {}).filter(
        ({ clause, requirement }) => /^A-/.test(clause) && !/^XC-/.test(requirement),
      );
      expect([code, rests.filter(({ clause }) => !notes.has(clause)).map(({ clause }) => clause)]).toEqual([code, []]);
      expect([code, notes.size]).toEqual([code, law.interpretations.length]);
    }
  });
});
