/** No field asks anybody to type the id of something: whatever a form names, the console knows where to find it (XC-05.1). */
import { describe, expect, it } from 'vitest';
import { referredIn } from '../../api/case-referables.ts';
import { openApiDocument } from '../../api/http/openapi.ts';
import { caseReferables } from '../../api/regimes.ts';
import { routes } from '../../api/routes/index.ts';
import { inputs, intakes } from '../../workflows/beside.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import { contracts } from '../../workflows/regimes.ts';
import type { Refers, Schema } from './schema.ts';
import { SOURCES } from './sources.ts';

type Named = readonly [name: string, schema: Schema];

const actions = Object.entries(contracts).flatMap(([kind, contract]) =>
  Object.entries(contract.actions)
    .filter(([, { by }]) => by.some((grant) => grant !== 'case'))
    .flatMap(([name]): (readonly [kind: string, name: string, schema: Schema])[] => {
      const input = inputs[kind]?.[name];
      return input === undefined ? [] : [[kind, `${kind}.${name}`, jsonSchemaOf(input)]];
    }),
);
const filed = Object.entries(intakes).map(([kind, { form }]): Named => [`a filed ${kind}`, jsonSchemaOf(form)]);
const acts = routes
  .filter(({ isAct, path }) => isAct === true || path === '/api/applications')
  .flatMap(({ method, path, body }): Named[] => (body && method === 'post' ? [[path, jsonSchemaOf(body)]] : []));
const all: readonly Named[] = [...actions.map(([, name, schema]): Named => [name, schema]), ...filed, ...acts];

/** What every case gives the forms of its actions, see `useReferables`. */
const OF_EVERY_CASE: readonly string[] = ['account', 'bar', 'letter', 'notice', 'task'];
/** What the pages give the forms that stand on them. */
const OF_PAGES: Readonly<Record<string, readonly string[]>> = {
  '/api/applications': ['draft', 'recommendation'],
  '/api/conflicts': ['account'],
  '/api/covers': ['account', 'colleague'],
};

const sourceOf = (kind: string) => (SOURCES as Readonly<Record<string, (typeof SOURCES)[Refers] | undefined>>)[kind];
const given = (schema: Schema) => referredIn(schema).filter((kind) => sourceOf(kind)?.from === 'given');

/** Texts that are called the id or key of something and are typed by nobody: a number of one's own, and what is ticked on its page. */
const NOT_TYPED: readonly string[] = ['productId', 'eventKeys'];

/** The names of plain texts of a form: neither chosen from codes nor known to name anything. */
function plainTexts(schema: Schema): string[] {
  return within(schema).flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, field]) => {
      const texts = [field, field.items ?? {}, ...(field.anyOf ?? [])].filter(({ type }) => type === 'string');
      const isPlain = texts.some((one) => one.enum === undefined && one.const === undefined);
      return isPlain && texts.every((one) => one['x-refers'] === undefined) ? [name] : [];
    }),
  );
}

/** Every schema within a schema. */
function within(schema: unknown): Schema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return [schema, ...Object.values(schema).flatMap(within)];
}

describe('XC-05.1 what a form names', () => {
  it('has a source in the console, also where the OpenAPI document alone says it', () => {
    const document = openApiDocument({ routes, training: true, version: '0', contracts, inputs });
    const named = referredIn([document, ...all.map(([, schema]) => schema)]);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((kind) => sourceOf(kind) === undefined)).toEqual([]);
    expect(Object.keys(SOURCES).filter((kind) => !named.includes(kind))).toEqual([]);
  });

  it('is named by no text in which its id has to be typed', () => {
    const isId = /(Id|Ids|Key|Keys)$|^(body|case|file|id|key|member|order|party|point|provider|store|window)$/;
    const typed = all.flatMap(([form, schema]) => plainTexts(schema).map((name) => [form, name] as const));
    expect(typed.length).toBeGreaterThan(100);
    expect(typed.filter(([, name]) => isId.test(name) && !NOT_TYPED.includes(name))).toEqual([]);
  });

  it('is asked for by no help that speaks of keys, which nobody can know', () => {
    const helps = all.flatMap(([form, schema]) =>
      within(schema).flatMap(({ 'x-help': help }) => (help === undefined ? [] : [[form, help.zh, help.en] as const])),
    );
    expect(helps.length).toBeGreaterThan(100);
    expect(helps.filter((help) => help.slice(1).some((text) => /(person|unit|contact):<|标识/.test(text)))).toEqual([]);
  });

  it('stands in the schema itself where its source is the schema', () => {
    const listed = all.flatMap(([, schema]) =>
      within(schema).filter(({ 'x-refers': kind }) => kind !== undefined && SOURCES[kind].from === 'inSchema'),
    );
    expect(listed.length).toBeGreaterThan(4);
    for (const { enum: codes, anyOf } of listed) expect(codes ?? anyOf?.find((one) => one.enum)).toBeDefined();
  });

  it('is given by the case where its source is the case', () => {
    const wanted = actions.flatMap(([kind, name, schema]) =>
      given(schema)
        .filter((one) => !OF_EVERY_CASE.includes(one))
        .map((one) => [name, one, Object.keys(caseReferables[kind] ?? {}).includes(one)] as const),
    );
    expect(wanted.length).toBeGreaterThan(6);
    expect(wanted.filter(([, , isGiven]) => !isGiven)).toEqual([]);
  });

  it('is given by the page where its source is the page', () => {
    const wanted = [...filed, ...acts].flatMap(([name, schema]) =>
      given(schema)
        .filter((kind) => OF_PAGES[name]?.includes(kind) !== true)
        .map((kind) => [name, kind]),
    );
    expect(wanted).toEqual([]);
  });

  it('is of kinds of case that there are', () => {
    const kinds = all.flatMap(([, schema]) => within(schema).flatMap(({ 'x-kinds': some = [] }) => some));
    expect(kinds.length).toBeGreaterThan(5);
    expect(kinds.filter((kind) => contracts[kind] === undefined)).toEqual([]);
  });
});
