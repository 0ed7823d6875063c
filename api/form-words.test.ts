/** Every form says of its fields what they are called, in its schema: who draws it needs nothing else. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inputs, intakes } from '../workflows/beside.ts';
import { choice } from '../workflows/engine/choice.ts';
import { fileId } from '../workflows/engine/input.ts';
import { inUnit, orNull, refersTo, titled } from '../workflows/engine/titled.ts';
import { id, paragraphs } from '../workflows/engine/typed.ts';
import { contracts } from '../workflows/regimes.ts';
import { text } from '../rules/text.ts';
import { openApiDocument } from './http/openapi.ts';
import { routes } from './routes/index.ts';
import { faultsOfWords, type FormSchema } from './testing/form-words.ts';
import { jsonSchemaOf } from './views/case-actions.ts';

type Named = readonly [name: string, schema: z.ZodType];

const actions = Object.entries(contracts).flatMap(([kind, contract]) =>
  Object.entries(contract.actions)
    .filter(([, { by }]) => by.some((grant) => grant !== 'case'))
    .flatMap(([name]): Named[] => {
      const schema = inputs[kind]?.[name];
      return schema === undefined ? [] : [[`${kind}.${name}`, schema]];
    }),
);

/** The bodies by which a case is opened otherwise than by an intake or with it. */
const BODIES = ['/api/applications', '/api/applications/check', '/api/invitations', '/api/intakes/{kind}'];
const bodies = BODIES.map((path): Named => {
  const body = routes.find((route) => route.path === path && route.method === 'post')?.body;
  if (body === undefined) throw new Error(`POST ${path} takes no body.`);
  return [path, body];
});

const forms: readonly Named[] = [
  ...actions,
  ...Object.entries(intakes).map(([kind, { form }]): Named => [`intake of ${kind}`, form]),
  ...bodies,
];

const document = openApiDocument({ routes, training: true, version: '0', contracts, inputs }) as unknown as {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly requestBody?: Body } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, FormSchema>> };
};

interface Body {
  readonly content: { readonly 'application/json': { readonly schema: FormSchema } };
}

describe('a form', () => {
  it('XC-05.1 is found for every process, and for the ways to open a case', () => {
    expect(new Set(actions.map(([name]) => name.split('.')[0]))).toEqual(new Set(Object.keys(contracts)));
    expect(actions.length).toBeGreaterThan(150);
    expect(forms.length).toBe(actions.length + Object.keys(intakes).length + BODIES.length);
  });

  it.each(forms)('XC-05.1 of %s names each field, choice and reference in both languages', (_name, schema) => {
    expect(faultsOfWords(jsonSchemaOf(schema))).toEqual([]);
  });

  it.each(actions.map(([name]) => name))('XC-05.1 of %s is named in the OpenAPI document, too', (name) => {
    expect(faultsOfWords(document.components.schemas[name] ?? {}, document.components.schemas)).toEqual([]);
  });

  it.each(BODIES)('XC-05.1 of %s is named in the OpenAPI document, too', (path) => {
    const schema = document.paths[path]?.post?.requestBody?.content['application/json'].schema;
    expect(schema).toBeDefined();
    expect(faultsOfWords(schema ?? {}, document.components.schemas)).toEqual([]);
  });
});

describe('what a field says of itself', () => {
  const colours = choice({ RED: text('红', 'red'), BLUE: { title: text('蓝', 'blue') } });
  const schemaOf = (schema: z.ZodType) => jsonSchemaOf(z.strictObject({ field: schema }))['properties'];

  it('XC-05.1 stands in its JSON Schema whether it must be there or not', () => {
    const field = titled(colours, '颜色', 'Colour', text('选一种。', 'Choose one.'));
    const words = {
      'x-title': { zh: '颜色', en: 'Colour' },
      'x-help': { zh: '选一种。', en: 'Choose one.' },
      description: 'Choose one.',
      'x-choices': { RED: { zh: '红', en: 'red' }, BLUE: { zh: '蓝', en: 'blue' } },
    };
    for (const one of [field, field.optional(), field.default('RED'), orNull(field), orNull(field).default(null)]) {
      expect(schemaOf(one)).toMatchObject({ field: words });
    }
  });

  it('XC-05.1 is the last thing said of it, beside what its pieces say', () => {
    const shared = titled(paragraphs(10), '理由', 'Reason', text('写明理由。', 'Say why.'));
    expect(schemaOf(titled(shared.optional(), '说明', 'Explanation'))).toMatchObject({
      field: { 'x-title': { zh: '说明', en: 'Explanation' }, description: 'Say why.', 'x-lines': true, maxLength: 10 },
    });
    expect(schemaOf(titled(inUnit(z.number(), '平方米', 'm²'), '面积', 'Area'))).toMatchObject({
      field: { 'x-unit': { zh: '平方米', en: 'm²' } },
    });
  });

  it.each<readonly [string, z.ZodType, string]>([
    ['no title', z.string(), 'field: x-title'],
    ['a title in one language', titled(z.string(), 'Name', 'Name'), 'field: x-title'],
    ['no title below', titled(z.array(z.strictObject({ a: z.string() })), '甲', 'A'), 'field.*.a: x-title'],
    ['no title in what may be null', orNull(z.strictObject({ a: z.string() })), 'field.a: x-title'],
    ['a choice without a title', titled(z.enum(['A', 'B']), '甲', 'A'), 'field: x-choices'],
    ['titles of other codes', titled(colours.exclude(['RED']), '甲', 'A'), 'field: x-choices'],
    ['an id of nobody knows what', titled(id.max(64), '甲', 'A'), 'field: x-refers'],
    ['such ids in a list', titled(z.array(id), '甲', 'A'), 'field.*: x-refers'],
    ['words that what may be null keeps for itself', titled(fileId.nullable(), '甲', 'A'), 'field: x-refers'],
    [
      'help that is not what the description says',
      titled(z.string(), '甲', 'A', text('填写。', 'Fill in.')).describe('B'),
      'field: x-help',
    ],
  ])('XC-05.1 is missed: %s', (_name, schema, fault) => {
    expect(faultsOfWords(jsonSchemaOf(z.strictObject({ field: schema })))).toContain(fault);
  });

  it('XC-05.1 is not missed where it is', () => {
    const schema = z.strictObject({ field: titled(refersTo(id, 'account'), '经办人', 'Handled by') });
    expect(faultsOfWords(jsonSchemaOf(schema))).toEqual([]);
  });
});
